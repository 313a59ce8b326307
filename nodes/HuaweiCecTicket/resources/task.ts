import { done, entries, first, object } from '../../../cec/catalogue/answer';
import { choice, constant, section, type Fields } from '../../../cec/catalogue/field';
import { operation, resource, type Erratum } from '../../../cec/catalogue/operation';
import { tickets } from '../../../cec/families/tickets';
import {
	actor,
	attachment as anyAttachment,
	bodyOfGet,
	contact,
	createdBetween,
	customer,
	deeperCustomer,
	description,
	dueDate,
	misread,
	person,
	priority,
	SERVICE,
	startAndLimit,
	state,
	task as taskPick,
	ticket,
	times,
	title,
} from './shared';

const owner = () => person('Owner ID', 'ID of the user who works on the task');
const attachment = anyAttachment().bytes(255);

/** Tasks can belong to tickets only; the kind of thing is named wherever the thing is. */
const ofTicket = (key: 'relateId' | 'relatedId'): Fields => ({
	type: constant('Case').alongWith(key),
	[key]: ticket('Ticket', 'The ticket to which the task belongs').named('ticketId'),
});

const asPrinted: Erratum = {
	printed: 'relatedId, where other editions have relateId',
	sent: 'relatedId',
	why: 'So the table of this section; only the table of 17.4.1 has relateId.',
};

export const task = resource('task', 'Task', tickets, {
	create: operation('17.4.1', {
		name: 'Create',
		action: 'Create a task',
		description: 'Create a task, which may belong to a ticket',
		request: `POST ${SERVICE}/task`,
		risk: 'write',
		body: {
			taskInfo: section({
				title: title().required(),
				ownerId: owner().required(),
				creatorId: person('Creator ID', 'ID of the user in whose name the task is created').required(),
				...ofTicket('relateId'),
				attachment,
				contactId: contact(),
				description: description(),
				dueDate,
				priority,
			}).required(),
		},
		answer: object('result'),
		findOut: 'Look with "Get Many" whether there is a task with this title.',
		errata: [misread, { printed: 'related in the sample', sent: 'relateId', why: 'So the table, and the digital edition of the vendor.' }],
	}),

	get: operation('17.4.3', {
		name: 'Get',
		action: 'Get a task',
		description: 'Get a task with what was done on it, its customer and its ticket',
		request: `GET ${SERVICE}/task/{id}`,
		risk: 'read',
		path: { id: taskPick() },
		answer: first('result', { adds: { ...times('taskInfo.'), customer } }),
		errata: [misread, bodyOfGet, deeperCustomer],
	}),

	getMany: operation('17.4.2', {
		name: 'Get Many',
		action: 'Get many tasks',
		request: `POST ${SERVICE}/task/list`,
		risk: 'read',
		body: {
			classification: choice(
				'Classification',
				{ Todo: 'To Do', Created: 'Created', Processed: 'Processed' },
				'How the user of the credential has to do with the tasks',
			),
			contactId: contact(),
			creatorId: person('Creator ID', 'ID of the user who created the task'),
			...createdBetween,
			ownerId: owner(),
			priority,
			...ofTicket('relatedId'),
			status: state.called('Status'),
			title: title('Part of the title'),
		},
		page: startAndLimit,
		answer: entries('result.taskList', { adds: times() }),
		errata: [
			{ printed: 'creatorId as a field that must be given', sent: 'creatorId, where it is given', why: 'The sample asks without it.' },
			asPrinted,
		],
	}),

	update: operation('17.4.4', {
		name: 'Update',
		action: 'Update a task',
		request: `POST ${SERVICE}/task/modify`,
		risk: 'write',
		body: {
			taskInfo: section({
				id: taskPick(),
				attachment,
				contactId: contact(),
				creatorId: actor(),
				description: description(),
				dueDate,
				priority,
				...ofTicket('relatedId'),
				title: title(),
			}).required(),
		},
		answer: done(),
		errata: [misread, asPrinted],
	}),

	assign: operation('17.4.5', {
		name: 'Assign',
		action: 'Assign a task',
		description: 'Give a task to another user',
		request: `POST ${SERVICE}/task/transfer`,
		risk: 'write',
		body: {
			id: taskPick(),
			ownerId: owner().called('New Owner ID').required(),
			creatorId: actor().required(),
		},
		answer: done(),
		errata: [misread],
	}),

	process: operation('17.4.7', {
		name: 'Process',
		action: 'Process a task',
		description: 'Add a note to a task',
		request: `POST ${SERVICE}/task/process`,
		risk: 'write',
		body: {
			taskId: taskPick(),
			creatorId: actor().required(),
			processInfo: section({
				type: constant('Internal'),
				title: title().required(),
				description: description('What is noted').required(),
				attachment,
			}).required(),
		},
		answer: done(),
		findOut: 'Look with "Get" whether the note is among what was done on the task.',
		errata: [misread],
	}),

	changeStatus: operation('17.4.6', {
		name: 'Change Status',
		action: 'Change the status of a task',
		request: `POST ${SERVICE}/task/status/update`,
		risk: 'write',
		body: {
			id: taskPick(),
			status: state.called('Status').required(),
			creatorId: actor().required(),
		},
		answer: done(),
		errata: [misread],
	}),
});
