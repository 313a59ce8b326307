import { entries, object, readAs, timeOf } from '../../../cec/catalogue/answer';
import { choice, text } from '../../../cec/catalogue/field';
import { operation, resource } from '../../../cec/catalogue/operation';
import { tickets } from '../../../cec/families/tickets';
import { bodyOfGet, misread, SERVICE, startAndLimit, ticketType as type } from './shared';

const adds = {
	statuses: readAs('caseStatus', (joined) => statusesOf(joined)),
	createdAt: timeOf('createdDate'),
	changedAt: timeOf('lastModifiedDate'),
};

export const ticketType = resource('ticketType', 'Ticket Type', tickets, {
	get: operation('17.2.2', {
		name: 'Get',
		action: 'Get a ticket type',
		description: 'Get a ticket type with the statuses through which its tickets go',
		request: `GET ${SERVICE}/caseType/{id}`,
		risk: 'read',
		path: { id: type().required() },
		answer: object('result.caseTypeInfo', { adds }),
		errata: [misread, bodyOfGet],
	}),

	getMany: operation('17.2.1', {
		name: 'Get Many',
		action: 'Get many ticket types',
		description: 'Get the ticket types, each with the statuses through which its tickets go',
		request: `POST ${SERVICE}/caseType/list`,
		risk: 'read',
		body: {
			typeName: text('Name', 'Part of the name').bytes(128),
			status: choice('Status', { Active: 'Active', Inactive: 'Inactive' }),
		},
		page: startAndLimit,
		answer: entries('result.caseTypes', { adds }),
		errata: [misread],
	}),
});

/** CEC writes the statuses of a type as one text. */
export function statusesOf(joined: unknown): string[] {
	return String(joined ?? '')
		.split(',')
		.map((status) => status.trim())
		.filter(Boolean);
}
