/** What the trigger can watch, and by what: the lists of the Ticket node. */
import type { Operation } from '../../cec/catalogue/operation';
import { task } from '../HuaweiCecTicket/resources/task';
import { ticket } from '../HuaweiCecTicket/resources/ticket';

export interface Watched {
	list: Operation;
	/** Key of the ID. */
	id: string;
	/** Filters that CEC applies: what they ask for never changes. */
	askedFor: string[];
	/** Filters applied here, once it is known what has changed: a record that CEC leaves out may come back, and is not new then. */
	comparedHere: string[];
}

export const watched: Record<string, Watched> = {
	task: {
		list: task.operations.getMany,
		id: 'taskId',
		askedFor: ['creatorId'],
		comparedHere: ['contactId', 'ownerId', 'priority', 'status'],
	},
	ticket: {
		list: ticket.operations.getMany,
		id: 'id',
		askedFor: ['creatorId', 'origin', 'type'],
		comparedHere: ['contactId', 'ownerId', 'priority', 'status'],
	},
};
