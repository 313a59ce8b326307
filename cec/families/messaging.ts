import type { Family } from '../catalogue/family';

/**
 * The customer's side of chats (chapter 11, way in C1): most requests belong to a customer and carry its token (11.1)
 * as well. Success is "0"; what other codes mean differs from interface to interface.
 */
export const messaging: Family = {
	name: 'messaging',
	title: 'CEC',
	credential: 'huaweiCecAppApi',
	contentType: 'application/json',
	envelope: { codes: ['resultCode', 'returnCode'], texts: ['resultDesc', 'description'] },
	isSuccess: (code) => code === '0',
	codes: {
		'HTTP 400': {
			means: 'CEC found the request malformed (HTTP 400)',
			remedy: 'Check the values that were given against the hints of the fields.',
		},
		'HTTP 401': {
			means: 'CEC does not accept the app key, its secret or the customer (HTTP 401)',
			remedy: 'Check app key and app secret in the credential, that web chat is active for this tenant, and the channel ID.',
		},
		'HTTP 500': {
			means: 'CEC could not do this with the values given (HTTP 500)',
			remedy: 'Check each of them: IDs must exist in this tenant, and the channel ID must be that of a web channel.',
		},
	},
};
