import type { Family } from '../catalogue/family';

/**
 * Quality inspection (12.2, way in C1). Each module has a success code of its own (0403000, 0412000 …), which loses
 * its zero where it is a number; some interfaces have none, and what goes wrong is told by the HTTP status.
 */
export const sqm: Family = {
	name: 'sqm',
	title: 'CEC',
	credential: 'huaweiCecAppApi',
	contentType: 'application/json; charset=UTF-8',
	envelope: { codes: ['resultCode', 'returnCode', 'errorCode'], texts: ['resultDesc', 'returnDesc', 'errorMessage'] },
	isSuccess: (code) => /^(0+|0?4\d\d000|1010200)$/.test(code),
	codes: {
		'HTTP 400': {
			means: 'CEC found the request malformed (HTTP 400)',
			remedy: 'Check the values that were given against the hints of the fields.',
		},
		'HTTP 409': { means: 'There is one with this name already (HTTP 409)', remedy: 'Choose another name.' },
		'HTTP 500': {
			means: 'CEC could not do this with the values given (HTTP 500)',
			remedy: 'Check each value: IDs must exist in this tenant.',
		},
	},
};
