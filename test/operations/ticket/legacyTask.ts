import { byId, rowsOf } from '../../support/bench';
import type { Case, Parameters, Prepare } from '../case';
import { aTask, givenAway, INSIDE, NO_VALUES, OLD_ONE, OLD_TWO, oldTicket, OUTSIDE, RESULT, TASK_TYPE, legacyState } from './legacy';
import { mapped } from './shared';

const GONE = { taskItemId: byId('cm0W0000000000009999') };
const byOne = { actingUserId: OLD_ONE };
const followers = { followerIds: `${OLD_ONE}, ${OLD_TWO}`, followerNames: ['agent.one', 'agent.two'] };

/** An item that nobody has, or one that OLD_ONE has. */
const unassigned =
	(parameters: Parameters = {}): Prepare =>
	async (bench) => ({ ...byOne, taskItemId: byId((await aTask(bench)).item.id), ...parameters });
const mine =
	(parameters: Parameters = {}): Prepare =>
	async (bench) => ({ ...byOne, taskItemId: byId((await aTask(bench, { taskOwner: OLD_ONE })).item.id), ...parameters });

const refused = (parameters: Parameters = {}): Case['refused'] => ({ run: () => ({ ...byOne, ...GONE, ...parameters }), message: NO_VALUES });
const isNotYours = (parameters: Parameters = {}): Case['refused'] => ({
	run: unassigned(parameters),
	message: /^CEC refused: The task is not yours\.$/,
});

const created: Prepare = (bench) => ({
	...byOne,
	ticketId: oldTicket(bench),
	ticketTypeId: byId(legacyState(bench).cases[0].type.id),
	taskTypeId: byId(TASK_TYPE),
	title: 'Measure the line',
	priority: 1,
	creatorId: OLD_ONE,
	creatorName: 'agent.one',
	processKey: INSIDE,
});

const comment = { comment: 'Done by noon' };

export const legacyTaskCases: Record<string, Case> = {
	'legacyTask/create': {
		run: created,
		more: {
			'with all fields': async (bench) => ({
				...(await created(bench)),
				additionalFields: { description: 'In the morning', ownerId: OLD_TWO, ownerName: 'agent.two', ...followers },
			}),
		},
		refused: { run: async (bench) => ({ ...(await created(bench)), processKey: 'other' }), message: NO_VALUES },
		gives: { name: INSIDE, taskId: expect.stringMatching(/^cfNg/) as unknown as string },
	},
	'legacyTask/get': {
		run: async (bench) => ({ taskId: byId((await aTask(bench)).id) }),
		more: { 'in the name of a user': async (bench) => ({ ...byOne, taskId: byId((await aTask(bench)).id) }) },
		refused: { run: () => ({ taskId: byId('cfNg0000000000009999') }), message: NO_VALUES },
		gives: { title: 'Measure the line', statusName: 'To Do', createdAt: '2026-03-02T08:00:00.000Z' },
	},
	'legacyTask/getItem': {
		run: mine(),
		refused: refused(),
		gives: { currentHandler: OLD_ONE, statusName: 'To Do', taskInstanceId: { title: 'Measure the line' } },
	},
	'legacyTask/getMany': {
		run: async (bench) => {
			await aTask(bench);
			return { ...byOne, classification: 'all' };
		},
		more: {
			'all filters': async (bench) => {
				await aTask(bench, { taskOwner: OLD_ONE });
				const table = 'AICC_CASE_TaskInstance_CST';
				return {
					...byOne,
					classification: 'mytodo',
					filters: {
						conditions: rowsOf(
							{ table, field: 'title', operator: 'contains', value: 'line', valueType: 'Text' },
							{ table: 'AICC_CASE_TaskItem_CST', field: 'currentHandler', operator: 'isnotnull', valueType: 'Lookup' },
						),
						sort: rowsOf({ table, field: 'priority', order: 'asc' }),
					},
				};
			},
		},
		refused: {
			run: async (bench) => {
				await aTask(bench);
				const conditions = rowsOf({ table: 'Task', field: 'title', operator: 'eq', value: 'x', valueType: 'Text' });
				return { ...byOne, classification: 'all', filters: { conditions } };
			},
			message: NO_VALUES,
		},
		gives: { statusName: 'To Do', taskInstanceId: { title: 'Measure the line', caseId: { title: 'Line is noisy' } } },
	},
	'legacyTask/transfer': {
		run: mine({ handlerId: OLD_TWO }),
		more: { 'with all fields': mine({ handlerId: OLD_TWO, additionalFields: { comment: 'Knows the house', ...followers } }) },
		refused: isNotYours({ handlerId: OLD_TWO }),
		gives: { success: true },
	},
	'legacyTask/release': { run: mine(), refused: isNotYours(), gives: { success: true } },
	'legacyTask/claim': {
		run: unassigned(),
		more: { 'with all fields': unassigned({ additionalFields: followers }) },
		refused: { run: mine(), message: /^CEC refused: The task is with somebody else\.$/ },
		gives: { success: true },
	},
	'legacyTask/complete': {
		run: mine(comment),
		more: {
			'with custom fields': mine({ ...comment, customFieldsInput: 'fields', customFields: mapped({ [RESULT]: 'good' }, [RESULT]) }),
			'with custom fields as JSON': mine({ ...comment, customFieldsInput: 'json', customFieldsJson: JSON.stringify({ [RESULT]: 'good' }) }),
		},
		refused: isNotYours(comment),
		gives: { success: true },
	},
	'legacyTask/recall': {
		run: async (bench) => ({ ...byOne, taskItemId: byId((await givenAway(bench)).item.id), ...comment }),
		refused: { run: mine(comment), message: /^CEC refused: The task was not given away by you\.$/ },
		gives: { success: true },
	},
	'legacyTask/return': {
		run: async (bench) => ({ actingUserId: OLD_TWO, taskItemId: byId((await givenAway(bench)).item.id), ...comment }),
		refused: { run: mine(comment), message: /^CEC refused: Nobody had the task before\.$/ },
		gives: { success: true },
	},
	'legacyTask/completeOutsourced': {
		run: async (bench) => ({ processInstanceItemId: (await aTask(bench, { processKey: OUTSIDE })).item.processItemId, outcome: 0 }),
		refused: {
			run: () => ({ processInstanceItemId: '002q0000000000009999', outcome: 1 }),
			message: /^CEC refused: No task waits for this callback\.$/,
		},
		gives: { success: true },
	},
};
