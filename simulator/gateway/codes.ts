import { type Envelope, Refusal } from '../interface';

/** The codes of table 6.3.7.2 that are in use here. 6.3.7.1 reads 107-003 and 107-004 more loosely. */
export const codes = {
	success: '0',
	loginAgain: '107-000',
	malformed: '107-002',
	wrongPassword: '107-003',
	unknownAccount: '107-004',
	notSubscribed: '107-030',
	notUnregistered: '107-031',
	handshakeFailed: '107-032',
	noServiceToken: '107-050',
	wrongServiceToken: '107-051',
} as const;

export const retcode: Envelope = [['retcode', 'message']];

/** In the order of the samples. */
export const success = (result?: object): object => ({
	...(result && { result }),
	message: 'success',
	retcode: codes.success,
});

export function refuse(code: string, message: string): never {
	throw new Refusal(code, message);
}
