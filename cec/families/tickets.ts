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

/** Tickets of the old kind (chapter 16, way in C1): answers without a code, in which the HTTP status tells. */
export const legacyTickets: Family = {
	name: 'legacyTickets',
	title: 'CEC',
	credential: 'huaweiCecAppApi',
	contentType: 'application/json',
	envelope: { codes: ['resultCode', 'retCode'], texts: ['resultDesc', 'retMsg', 'message'] },
	isSuccess: (code) => code === '0',
	codes: {},
};
