import { done, entries, object, readAs, type AnswerSpec, type DerivedFields } from '../../../cec/catalogue/answer';
import { choice, constant, list, pick, rows, section, text, type Fields } from '../../../cec/catalogue/field';
import { resource } from '../../../cec/catalogue/operation';
import { byOffset } from '../../../cec/catalogue/paging';
import { legacyTickets } from '../../../cec/families/tickets';
import {
	content,
	itemReadings,
	oldOperation,
	priority,
	taskHeaders,
	taskHeadersWithoutUser,
	taskReadings,
	TASKS,
	ticket,
	title,
	user,
	userOnlyInSample,
} from './legacyShared';
import { customFieldsBy } from './shared';

const item = () => pick('legacyTaskItems', 'Task Item', 'What one user has to do about a task').named('taskItemId').max(64).required();
const comment = text('Comment').named('comment').max(1000).lines();

const followers: Fields = {
	taskItemFollowersId: list('Follower IDs', 'IDs of users who are kept informed').named('followerIds').joinedBy(',', 1000),
	taskItemFollowersName: list('Follower Names', 'Names of these users, in the same order').named('followerNames').joinedBy(',', 1000),
};

const one = (adds: DerivedFields): AnswerSpec => object(undefined, { mayBeUnder: 'schema', adds });

const schema = {
	printed: 'schema around the answer in table and sample',
	sent: 'both are read, with and without',
	why: 'All tables begin with it, but no other sample has it.',
};

/** The table as the sample of 16.2.4 has it. */
const TASK_TABLE = 'AICC_CASE_TaskInstance_CST';

/** Conditions that ask for no value. */
const WITHOUT_VALUE = ['isnull', 'isnotnull'];
const WITH_VALUE = ['contains', 'eq', 'excludes', 'ge', 'gt', 'includes', 'le', 'lt', 'ne'];

const column: Fields = {
	entity: text('Table', 'As the online development page of CEC names it').named('table').startsAs(TASK_TABLE).required(),
	field: text('Field', 'A column of that table').required().example('e.g. title'),
};

const condition: Fields = {
	...column,
	operation: choice('Operator', {
		contains: 'Contains',
		eq: 'Is',
		excludes: 'Excludes',
		ge: 'Is at Least',
		gt: 'Is Greater Than',
		includes: 'Includes',
		isnotnull: 'Is Not Empty',
		isnull: 'Is Empty',
		le: 'Is at Most',
		lt: 'Is Less Than',
		ne: 'Is Not',
	})
		.named('operator')
		.startsAs('eq')
		.required(),
	value: text('Value').required().when({ operation: WITH_VALUE }).oneOfSeveral(),
	noValue: constant('0').wire('value').when({ operation: WITHOUT_VALUE }).required().oneOfSeveral(),
	type: choice('Value Type', {
		CheckBox: 'Checkbox',
		DateTime: 'Date and Time',
		Email: 'Email',
		Lookup: ['Lookup', 'ID of a row of another table'],
		Number: 'Number',
		SingleSelect: 'Single Select',
		Text: 'Text',
		TextArea: 'Text Area',
	})
		.named('valueType')
		.startsAs('Text')
		.required(),
};

/** What the sample sends: true of every task. */
const ANY = { entity: TASK_TABLE, field: 'id', operation: 'isnotnull', value: '0', type: 'Lookup' };
const NEWEST_FIRST = { entity: TASK_TABLE, field: 'createdDate', order: 'desc' };

export const legacyTask = resource('legacyTask', 'Task (Legacy)', legacyTickets, {
	create: oldOperation('16.2.1', {
		name: 'Create',
		action: 'Create a legacy task',
		description: 'Create a task of a ticket, which begins a process',
		request: `POST ${TASKS}/create`,
		risk: 'write',
		headers: taskHeaders,
		body: {
			model: section({
				taskInstanceId: section({
					caseId: ticket(),
					caseTypeId: pick('legacyTicketTypeIds', 'Ticket Type ID', 'Type of that ticket').named('ticketTypeId').max(64).required(),
					taskTypeId: pick('legacyTaskTypes', 'Task Type', 'What kind of task it is; the list has those of tasks that there are').named('taskTypeId').max(64).required(),
					title: title.max(64).required(),
					priority: priority.required(),
					creatorId: user('Creator ID', 'ID of the user who creates the task').max(64).required(),
					creatorName: text('Creator Name', 'Name of that user').max(64).required(),
					content,
					taskOwner: user('Owner ID', 'ID of the user who works on the task').max(64).named('ownerId'),
					taskOwnerName: text('Owner Name', 'Name of that user').named('ownerName'),
					taskFollowersId: followers.taskItemFollowersId,
					taskFollowersName: followers.taskItemFollowersName,
				}).required(),
			}).required(),
			processKey: text('Process', 'Key of the process that is begun, as it was set in CEC').required(),
		},
		answer: object('process', { adds: { taskId: readAs('businessKey', (key) => String(key).split(':')[1]) } }),
		findOut: 'Look with "Get Many" whether there is a task with this title.',
		errata: [
			{ printed: 'model and taskInstanceId as lists', sent: 'objects', why: 'The sample has objects.' },
			{ printed: 'taskId in the table, taskTypeId in the sample', sent: 'taskTypeId', why: 'The table explains it as the ID of the type of the task.' },
			{
				printed: 'processKey within the object in the sample, which lacks a brace',
				sent: 'processKey beside model',
				why: 'So it is numbered in the table.',
			},
			{
				printed: 'businessKey as the process and the ID of a task item',
				sent: 'the second part is read as the ID of the task',
				why: 'It is equal to Ext1 and begins as the IDs of tasks do in 16.2.4; those of items begin otherwise.',
			},
		],
	}),

	get: oldOperation('16.2.3', {
		name: 'Get',
		action: 'Get a legacy task',
		request: `POST ${TASKS}/queryByTaskId`,
		risk: 'read',
		headers: taskHeadersWithoutUser,
		body: { id: pick('legacyTasks', 'Task').named('taskId').max(64).required() },
		answer: one(taskReadings),
		errata: [schema, userOnlyInSample],
	}),

	getItem: oldOperation('16.2.2', {
		name: 'Get Item',
		action: 'Get an item of a legacy task',
		description: 'Get what one user has to do about a task, with that task',
		request: `POST ${TASKS}/queryByTaskItemId`,
		risk: 'read',
		headers: taskHeadersWithoutUser,
		body: { id: item() },
		answer: one(itemReadings),
		errata: [schema, userOnlyInSample, { printed: 'processInstanceltemId', sent: 'processInstanceItemId is read', why: 'Capital I was read as l.' }],
	}),

	getMany: oldOperation('16.2.4', {
		name: 'Get Many',
		action: 'Get many legacy tasks',
		description: 'Get task items, each with its task and ticket',
		request: `POST ${TASKS}/dynamicCondition/query`,
		risk: 'read',
		headers: taskHeaders,
		query: {
			mode: choice(
				'Classification',
				{
					all: 'All',
					allhistory: 'All (History)',
					mycreation: 'Created',
					mycreationhistory: 'Created (History)',
					mydone: 'Processed',
					mydonehistory: 'Processed (History)',
					mytodo: 'To Do',
					unassigned: ['Unassigned', 'Those that can be claimed'],
				},
				'How the acting user has to do with the tasks',
			)
				.named('classification')
				.startsAs('all')
				.required(),
		},
		body: {
			conditions: rows('Conditions', 'Condition', condition, 'Of which all must hold').otherwise([ANY]),
			orderby: rows(
				'Sort',
				'Field',
				{ ...column, order: choice('Order', { asc: 'Ascending', desc: 'Descending' }).startsAs('desc').required() },
				'The newest tasks come first unless told otherwise',
			)
				.named('sort')
				.otherwise([NEWEST_FIRST]),
		},
		page: byOffset({ max: 100, total: 'count' }),
		answer: entries('entities', { adds: itemReadings }),
		errata: [
			{ printed: 'isnotnull in the table, isNotNull in the sample', sent: 'isnotnull', why: 'The table lists all operators in small letters.' },
			{
				printed: 'conditions and orderby as lists that must be there',
				sent: 'those of the sample, true of every task and newest first, where none are given',
				why: 'Nothing says that the lists may be empty.',
			},
		],
	}),

	transfer: oldOperation('16.2.5', {
		name: 'Transfer',
		action: 'Transfer a legacy task',
		description: 'Give a task item to another user',
		request: `POST ${TASKS}/transfer`,
		risk: 'write',
		headers: taskHeadersWithoutUser,
		bodyInList: true,
		body: {
			id: item(),
			currentHandler: user('New Handler ID', 'ID of the user who gets the task item').named('handlerId').max(64).required(),
			handlingComment: comment,
			...followers,
		},
		answer: done(),
		errata: [
			{
				printed: 'reAssignTimes in the sample, missing in the table',
				sent: 'nothing of it',
				why: 'It counts transfers, which CEC does itself: answers have it.',
			},
		],
	}),

	release: oldOperation('16.2.6', {
		name: 'Release',
		action: 'Release a legacy task',
		description: 'Let others claim a task item of the acting user',
		request: `POST ${TASKS}/release`,
		risk: 'write',
		headers: taskHeaders,
		bodyInList: true,
		body: { id: item() },
		answer: done(),
	}),

	claim: oldOperation('16.2.7', {
		name: 'Claim',
		action: 'Claim a legacy task',
		description: 'Take a task item that nobody has, in the name of the acting user',
		request: `POST ${TASKS}/claim`,
		risk: 'write',
		headers: taskHeaders,
		bodyInList: true,
		body: { id: item(), ...followers },
		answer: done(),
	}),

	complete: oldOperation('16.2.8', {
		name: 'Complete',
		action: 'Complete a legacy task',
		description: 'End a task item of the acting user',
		request: `POST ${TASKS}/done`,
		risk: 'write',
		headers: taskHeaders,
		body: {
			id: item(),
			handlingComment: comment.called('Comment', 'What was done').required(),
			...customFieldsBy('legacyTaskFields', 'taskItemId', 'The fields that the task has besides the usual ones'),
		},
		answer: done(),
		errata: [
			{
				printed: '__CST as an object for custom fields',
				sent: 'each field beside the others, under its own name',
				why: 'It is the end of their names: answers have them beside the others.',
			},
			{ printed: 'A cookie sum_token in the sample', sent: 'none', why: 'It is that of a browser; the table of headers has none.' },
		],
	}),

	recall: oldOperation('16.2.9', {
		name: 'Recall',
		action: 'Recall a legacy task',
		description: 'Take back a task item that the acting user has given to somebody else',
		request: `POST ${TASKS}/recall`,
		risk: 'write',
		headers: taskHeaders,
		body: { id: item(), handlingComment: comment.called('Comment', 'Why it is taken back').required() },
		answer: done(),
	}),

	return: oldOperation('16.2.10', {
		name: 'Return',
		action: 'Return a legacy task',
		description: 'Give a task item of the acting user back to whoever had it before',
		request: `POST ${TASKS}/return`,
		risk: 'write',
		headers: taskHeaders,
		body: { id: item(), handlingComment: comment.called('Comment', 'Why it is given back').required() },
		answer: done(),
	}),

	completeOutsourced: oldOperation('16.2.11', {
		name: 'Complete Outsourced',
		action: 'Complete an outsourced legacy task',
		description: 'Tell CEC how a task ended that it gave to another system',
		request: `POST ${TASKS}/taskcallback`,
		risk: 'write',
		body: {
			processInstanceItemId: text('Process Item ID', 'CEC told it when it gave the task away')
				.only(/^[A-Za-z0-9]+$/, 'letters and digits')
				.max(50)
				.required(),
			status: choice('Outcome', { 0: 'Success', 1: 'Failure' }).asText().named('outcome').startsAs(0).required(),
		},
		answer: done(),
		errata: [
			{
				printed: 'processInstanceltemId in the table, processInstanceId in the sample',
				sent: 'processInstanceItemId',
				why: 'The table explains it as an item of the process, and 16.2.2 has it under this name; capital I was read as l.',
			},
		],
	}),
});
