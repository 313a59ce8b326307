import { Refusal } from '../interface';

/** Table 10-1, as far as it is in use here. */
export const codes = {
	noToken: '900001',
	badToken: '900002',
	wrongParameter: '10000002',
	missingParameter: '10000003',
	alreadyThere: '10000004',
	unknownKey: '200800001',
	wrongKey: '200800002',
	locked: '200800003',
} as const;

export function refuse(code: string, message: string): never {
	throw new Refusal(code, message);
}

/** A value that is well formed, but that nothing has. */
export const unknown = (name: string): never => refuse(codes.wrongParameter, `${name} does not exist`);
