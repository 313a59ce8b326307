import { fileAt, object, readAs } from '../../../cec/catalogue/answer';
import { operation, resource, type OperationSpec } from '../../../cec/catalogue/operation';
import { calls } from '../../../cec/families/calls';
import { callNumber } from './shared';

const shared = {
	request: 'POST /apiaccess/CC-Management/v1/mobileAgent/getRecordingAddress',
	risk: 'read',
	body: { callSerialNo: callNumber },
	codes: {
		'1': { means: 'CEC could not store the recording for download', remedy: 'Try again later.' },
		'3': { means: 'The VDN cannot be used', remedy: 'Ask the operator of CEC whether it is active.' },
		'5': { means: 'CEC has no record of this call', remedy: 'Check the call serial number; the call must have ended.' },
		'6': { means: 'The VDN does not exist', remedy: 'Ask the operator of CEC.' },
		'7': { means: 'CEC has no file server for recordings', remedy: 'Ask the operator of CEC to set one up.' },
		'8': { means: 'The file server for recordings has no user or password', remedy: 'Ask the operator of CEC.' },
		'9': { means: 'CEC does not reach the file server for recordings', remedy: 'Try again later, or ask the operator of CEC.' },
		'10': { means: 'CEC could not prepare the recording', remedy: 'Try again later.' },
		'11': { means: 'CEC could not fetch the recording from the platform', remedy: 'It may not be there yet: try again in a minute. Calls nobody answered have none.' },
		'12': { means: 'The call serial number is too long', remedy: 'At most 50 characters.' },
		'13': { means: 'The recording is larger than CEC allows', remedy: 'Ask the operator of CEC.' },
	},
} satisfies Partial<OperationSpec>;

export const recording = resource('recording', 'Recording', calls, {
	download: operation('6.2.5', {
		...shared,
		name: 'Download',
		action: 'Download the recording of a call',
		description: 'Fetch the recording of a call into a binary field of the item',
		answer: fileAt('result.url', ({ callSerialNo }) => `${String(callSerialNo)}.wav`, ['callSerialNo']),
	}),

	getAddress: operation('6.2.5', {
		...shared,
		name: 'Get Address',
		action: 'Get the address of a recording',
		description: 'Get a link to the recording of a call. Whoever has the link can listen until it expires.',
		answer: object('result', { adds: { expiresAt: readAs('url', expiry) } }),
		errata: [
			{
				printed: 'retCode as a number in the table, as a string in the sample',
				sent: 'nothing',
				why: 'Both are read.',
			},
		],
	}),
});

/** The end of a signed link, which carries it in seconds since 1970. */
function expiry(url: unknown): string | undefined {
	const seconds = /[?&]Expires=(\d+)/.exec(String(url))?.[1];
	return seconds === undefined ? undefined : new Date(Number(seconds) * 1000).toISOString();
}
