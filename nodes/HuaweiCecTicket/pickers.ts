/** The lists from which the Ticket node lets ids be picked. */
import type { Pickers } from '../../cec/catalogue/picker';
import { task } from './resources/task';
import { ticket } from './resources/ticket';
import { statusesOf, ticketType } from './resources/ticketType';

export const pickers: Pickers = {
	statuses: {
		title: 'statuses',
		ask: ticketType.operations.get,
		needs: { id: 'ticketTypeId' },
		of: 'ticket type',
		entry: ({ caseStatus }) => statusesOf(caseStatus).map((status) => ({ id: status, name: status })),
	},
	tasks: {
		title: 'tasks',
		ask: task.operations.getMany,
		search: 'title',
		entry: ({ taskId: id, title, status }) => ({ id, name: `${String(title)} · ${String(status)}` }),
	},
	tickets: {
		title: 'tickets',
		ask: ticket.operations.getMany,
		entry: ({ id, title, status }) => ({ id, name: `${String(title)} · ${String(status)}` }),
	},
	ticketTypes: {
		title: 'ticket types',
		ask: ticketType.operations.getMany,
		search: 'typeName',
		entry: ({ id, typeName: name }) => ({ id, name: String(name) }),
	},
};
