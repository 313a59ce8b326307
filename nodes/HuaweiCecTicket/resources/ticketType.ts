import { entries, object, readAs, timeOf } from '../../../cec/catalogue/answer';
import { choice, pick, text } from '../../../cec/catalogue/field';
import { operation, resource } from '../../../cec/catalogue/operation';
import { tickets } from '../../../cec/families/tickets';
import { SERVICE, startAndLimit } from './shared';

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
		path: { id: pick('ticketTypes', 'Ticket Type').named('ticketTypeId').required() },
		answer: object('result.caseTypeInfo', { adds }),
		errata: [
			{
				printed: 'A body {"id"} for a GET, besides the ID in the path',
				sent: 'the ID in the path alone',
				why: 'The path already says which type is meant, and a GET has no body.',
			},
		],
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
	}),
});

/** CEC writes the statuses of a type as one text. */
export function statusesOf(joined: unknown): string[] {
	return String(joined ?? '')
		.split(',')
		.map((status) => status.trim())
		.filter(Boolean);
}
