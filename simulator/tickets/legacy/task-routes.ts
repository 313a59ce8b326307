import { z } from 'zod';
import { oneOfText, optionalText, text } from '../../schema/fields';
import type { World } from '../../world';
import type { User } from '../seed';
import { find, legacy, type LegacyCall, type LegacyInterface, notNow, wrong } from './serve';
import { DONE, DROPPED, type LegacyTask, processes, taskTypes, TODO } from './state';
import { TASKS, taskQueries } from './task-queries';

const success = { result: true, message: 'success' };
const ID = 64;
const COMMENT = 1000;

const followers = { taskItemFollowersId: optionalText(1000), taskItemFollowersName: optionalText(1000) };

/** "array[object]" in the table, objects in the sample; a brace of the sample is lost, so the table says where processKey is. */
const created = z
	.object({
		model: z
			.object({
				taskInstanceId: z
					.object({
						caseId: text(),
						caseTypeId: text(),
						content: optionalText(),
						creatorId: text(),
						creatorName: text(),
						priority: oneOfText('0', '1', '2'),
						// "taskId" in the table, explained as the id of the task's type.
						taskTypeId: text(),
						title: text(),
						taskOwner: optionalText(),
						taskOwnerName: optionalText(),
						taskFollowersId: optionalText(),
						taskFollowersName: optionalText(),
					})
					.strict(),
			})
			.strict(),
		processKey: text(),
	})
	.strict();

const processView = (world: World, task: LegacyTask, key: string): object => ({
	name: key,
	version: '1.0.1',
	id: task.processId,
	processDefID: `003i${key.padStart(16, '0')}`,
	interviewLabel: key,
	nextElem: task.isOutside ? 'callbackTask' : 'userTask',
	runMode: 'trace',
	state: 'Paused',
	bpStatus: '新建',
	urgency: 0,
	taskOutcome: '',
	taskComment: '',
	businessKey: `003i${key.padStart(16, '0')}:${task.id}`,
	startTime: world.local(task.createdAt),
	endTime: '',
	Ext1: task.id,
	Ext2: '',
	Ext3: task.id,
	Ext4: '',
	Ext5: '',
	Ext6: '',
	Ext7: 0,
	Ext8: 0,
	suspended: false,
	isClosed: false,
	cancelable: true,
});

function create({ world, body }: LegacyCall): object {
	const given = (body as z.infer<typeof created>).model.taskInstanceId;
	const key = (body as z.infer<typeof created>).processKey;
	const one = find.case(world, given.caseId);
	if (one.type.id !== given.caseTypeId) wrong('caseTypeId is not that of the case');
	if (!(given.taskTypeId in taskTypes)) wrong('taskTypeId does not exist');
	const process = processes[key] ?? wrong('processKey does not exist');
	const creator = find.user(world, given.creatorId);
	const handler = given.taskOwner ? find.user(world, given.taskOwner) : undefined;
	const task = world.legacyTickets.addTask(
		{
			case: one,
			taskTypeId: given.taskTypeId,
			title: given.title,
			content: given.content ?? '',
			priority: given.priority,
			creator,
			creatorName: given.creatorName,
			ownerId: given.taskOwner ?? '',
			followers: { ids: given.taskFollowersId ?? '', names: given.taskFollowersName ?? '' },
			isOutside: process.isOutside,
		},
		process.isOutside ? undefined : handler,
	);
	return { result: true, process: processView(world, task, key), message: 'success' };
}

function hand(task: LegacyTask, to: User | undefined, now: number): void {
	const { item } = task;
	if (item.handler) item.handlers.push(item.handler);
	item.handler = to;
	item.changedAt = now;
}

function follow({ item }: LegacyTask, given: Given): void {
	item.followers = {
		ids: given.taskItemFollowersId ?? item.followers.ids,
		names: given.taskItemFollowersName ?? item.followers.names,
	};
}

function finish(task: LegacyTask, status: string, now: number): void {
	Object.assign(task, { status, closedAt: now });
	Object.assign(task.item, { status, changedAt: now });
}

/** An item in the lists of 16.2.5 to 16.2.7. */
interface Given {
	id: string;
	currentHandler: string;
	handlingComment?: string;
	taskItemFollowersId?: string;
	taskItemFollowersName?: string;
}

/** All of them or, when one of them cannot, none. */
function each(
	{ world, body }: LegacyCall,
	mayNot: (task: LegacyTask) => string | undefined,
	act: (task: LegacyTask, given: Given) => void,
): object {
	const all = (body as Given[]).map((given) => ({ given, task: find.todo(world, given.id) }));
	for (const { task } of all) {
		const why = mayNot(task);
		if (why !== undefined) notNow(why);
	}
	for (const { given, task } of all) act(task, given);
	return success;
}

const isNotMine = (task: LegacyTask, user: User | undefined): string | undefined =>
	task.item.handler === user ? undefined : 'The task is not yours.';

const list = <T extends z.ZodRawShape>(shape: T) => z.array(z.object({ id: text(ID), ...shape }).strict()).min(1);
const commented = { id: text(ID), handlingComment: text(COMMENT) };

/** Whom the item is with. */
const byUser = { method: 'POST' as const, tenant: true, user: true };

const interfaces: LegacyInterface[] = [
	{ ...byUser, section: '16.2.1', path: `${TASKS}/create`, body: created, handle: create },
	...taskQueries,
	{
		section: '16.2.5',
		method: 'POST',
		path: `${TASKS}/transfer`,
		tenant: true,
		body: list({
			handlingComment: optionalText(COMMENT),
			currentHandler: text(ID),
			...followers,
			// Not in the table, but in the sample.
			reAssignTimes: z.number().int().optional(),
		}),
		handle(call) {
			const { world, user, body } = call;
			for (const { currentHandler } of body as Given[]) find.user(world, currentHandler);
			// X-UserID is not required here: whoever is named must have the item.
			return each(
				call,
				(task) => (user ? isNotMine(task, user) : undefined),
				(task, given) => {
					hand(task, find.user(world, given.currentHandler), world.clock.now());
					follow(task, given);
					task.item.reAssignTimes++;
					task.item.comment = given.handlingComment ?? task.item.comment;
				},
			);
		},
	},
	{
		...byUser,
		section: '16.2.6',
		path: `${TASKS}/release`,
		body: list({}),
		handle: (call) =>
			each(
				call,
				(task) => isNotMine(task, call.user),
				(task) => hand(task, undefined, call.world.clock.now()),
			),
	},
	{
		...byUser,
		section: '16.2.7',
		path: `${TASKS}/claim`,
		body: list(followers),
		handle: (call) =>
			each(
				call,
				({ item }) => (item.handler ? 'The task is with somebody else.' : undefined),
				(task, given) => {
					hand(task, call.user, call.world.clock.now());
					follow(task, given);
				},
			),
	},
	{
		...byUser,
		section: '16.2.8',
		path: `${TASKS}/done`,
		// Fields of the template end in __CST, and may be any.
		body: z
			.object(commented)
			.catchall(z.unknown())
			.refine(
				(given) => Object.keys(given).every((name) => name in commented || /^\w+__CST$/.test(name)),
				'has unexpected fields',
			),
		handle({ world, body, user }) {
			const { id, handlingComment, ...custom } = body;
			const task = find.todo(world, id);
			const why = isNotMine(task, user);
			if (why !== undefined) notNow(why);
			const now = world.clock.now();
			finish(task, DONE, now);
			Object.assign(task.item, { comment: handlingComment, doneBy: user, doneAt: now });
			Object.assign(task.custom, custom);
			return success;
		},
	},
	{
		...byUser,
		section: '16.2.9',
		path: `${TASKS}/recall`,
		body: z.object(commented).strict(),
		/** By whoever gave it away last. */
		handle({ world, body, user }) {
			const task = find.todo(world, body.id);
			if (task.item.handlers.at(-1) !== user) notNow('The task was not given away by you.');
			task.item.handlers.pop();
			Object.assign(task.item, { handler: user, comment: body.handlingComment, changedAt: world.clock.now() });
			task.item.recallTimes++;
			return success;
		},
	},
	{
		...byUser,
		section: '16.2.10',
		path: `${TASKS}/return`,
		body: z.object(commented).strict(),
		handle({ world, body, user }) {
			const task = find.todo(world, body.id);
			const why = isNotMine(task, user);
			if (why !== undefined) notNow(why);
			const before = task.item.handlers.pop() ?? notNow('Nobody had the task before.');
			Object.assign(task.item, { handler: before, comment: body.handlingComment, changedAt: world.clock.now() });
			task.item.returnTimes++;
			return success;
		},
	},
	{
		section: '16.2.11',
		method: 'POST',
		path: `${TASKS}/taskcallback`,
		// "processInstanceId" in the sample.
		body: z
			.object({ processInstanceItemId: text(50, /^[A-Za-z0-9]+$/), status: oneOfText('0', '1').optional() })
			.strict(),
		refusal: (retDesc) => ({ retDesc, retCode: '1' }),
		handle({ world, body }) {
			const task = [...world.legacyTickets.tasks.values()].find(
				({ isOutside, item }) =>
					isOutside && item.status === TODO && item.processItemId === body.processInstanceItemId,
			);
			if (!task) return notNow('No task waits for this callback.');
			finish(task, body.status === '1' ? DROPPED : DONE, world.clock.now());
			return { retDesc: '成功', retCode: '0' };
		},
	},
];

export const legacyTasks = interfaces.map(legacy);
