/** The lists from which the Ticket node lets ids be picked. */
import type { Pickers } from '../../cec/catalogue/picker';
import { inside } from './resources/legacyShared';
import { legacyTask } from './resources/legacyTask';
import { legacyTicket } from './resources/legacyTicket';
import { legacyTicketType } from './resources/legacyTicketType';
import { task } from './resources/task';
import { ticket } from './resources/ticket';
import { statusesOf, ticketType } from './resources/ticketType';

/** Those of the last 30 days, as CEC has it. */
const oldTickets = { ask: legacyTicket.operations.getMany, given: { customFieldsInput: 'none' } };

/** Old tasks are shown to users only. */
const oldTasks = {
	ask: legacyTask.operations.getMany,
	given: { mode: 'all' },
	needs: { 'X-UserID': 'actingUserId' },
	of: 'acting user',
};

const named = (id: unknown, name: unknown) => ({ id, name: String(name || id) });

export const pickers: Pickers = {
	legacyTaskItems: {
		...oldTasks,
		title: 'task items',
		entry: (row) => ({ id: row.id, name: `${String(inside(row, 'taskInstanceId').title)} · ${String(row.currentHandlerName || 'Unassigned')}` }),
	},
	legacyTasks: {
		...oldTasks,
		title: 'tasks',
		entry: (row) => named(inside(row, 'taskInstanceId').id, inside(row, 'taskInstanceId').title),
	},
	legacyTaskTypes: {
		...oldTasks,
		title: 'task types',
		entry: (row) => named(inside(row, 'taskInstanceId').taskTypeId, inside(row, 'taskInstanceId')['taskTypeId.name']),
	},
	legacyTickets: {
		...oldTickets,
		title: 'tickets',
		entry: ({ id, title, status }) => ({ id, name: `${String(title)} · ${String(status)}` }),
	},
	/** The list of types has their codes only; tickets have both. */
	legacyTicketTypeIds: {
		...oldTickets,
		title: 'ticket types',
		entry: ({ caseTypeId, 'caseTypeId.name': name }) => named(caseTypeId, name),
	},
	legacyTicketTypes: {
		title: 'ticket types',
		ask: legacyTicketType.operations.getMany,
		entry: ({ caseTypeCode, fullName }) => named(caseTypeCode, fullName),
	},
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
