import type { Family } from '../catalogue/family';

/** Tickets and their tasks (chapter 17). Success is "0" under `resCode`. */
export const tickets: Family = {
	name: 'tickets',
	title: 'CEC',
	credential: 'huaweiCecTicketApi',
	contentType: 'application/json',
	wayIn: ['access-token'],
	envelope: { codes: ['resCode'], texts: ['resMsg'] },
	isSuccess: (code) => code === '0',
	codes: {},
};

/**
 * Tickets of the old kind (chapter 16, way in C1). Changes are told to have worked by `result`, one by a code,
 * queries by the HTTP status alone.
 */
export const legacyTickets: Family = {
	name: 'legacyTickets',
	title: 'CEC',
	credential: 'huaweiCecAppApi',
	contentType: 'application/json',
	envelope: { codes: ['result', 'retCode'], texts: ['resultDesc', 'retDesc', 'message'] },
	isSuccess: (code) => code === 'true' || code === '0',
	codes: {
		'HTTP 401': {
			means: 'CEC does not accept the app key, its secret or the tenant space (HTTP 401)',
			remedy: 'Check all three in the credential, and that the service is active for this tenant.',
		},
		'HTTP 500': {
			means: 'CEC could not do this with the values given (HTTP 500)',
			remedy: 'Check the IDs, and that they belong together.',
		},
	},
};
