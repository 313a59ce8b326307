import { z } from 'zod';
import { classified, contains, onPage, within } from './lists';
import { bytes, dateTime, id, optionalBytes, optionalId, page, priority, states } from './fields';
import { find, type TicketInterface } from './serve';
import { listedTask, taskDetail } from './views';

const TITLE = 128;
const DESCRIPTION = 20_000;
const ATTACHMENT = 255;

const relatedType = z.enum(['Case']).optional();
const status = z.enum(states);

/** The table prints relatedId here, the vendor's public editions relateId: either is read, both together are not. */
const related = { relatedId: optionalId, relateId: optionalId };
const isOneRelated = ({ relatedId, relateId }: { relatedId?: string; relateId?: string }): boolean =>
	!relatedId || !relateId;
const ONE_RELATED = 'relatedId and relateId are the same';

export const taskRoutes: TicketInterface[] = [
	{
		section: '17.4.1',
		method: 'POST',
		path: '/task',
		body: z
			.object({
				taskInfo: z
					.object({
						title: bytes(TITLE),
						description: optionalBytes(DESCRIPTION),
						type: relatedType,
						// "related" in the sample.
						relateId: optionalId,
						ownerId: id,
						contactId: optionalId,
						creatorId: id,
						priority,
						dueDate: dateTime,
						attachment: optionalBytes(ATTACHMENT),
					})
					.strict()
					.refine(({ type, relateId }) => !type || relateId, 'relateId is required with a type'),
			})
			.strict(),
		handle(world, { taskInfo }) {
			const { type, relateId, ownerId, contactId, creatorId, title, description, attachment } = taskInfo;
			if (relateId) find.case(world, relateId);
			const made = world.tickets.addTask({
				title,
				description,
				attachment,
				relatedType: type,
				relatedId: relateId || undefined,
				owner: find.user(world, ownerId),
				creator: find.user(world, creatorId),
				contact: contactId ? find.contact(world, contactId) : undefined,
				priority: taskInfo.priority,
				dueDate: taskInfo.dueDate || undefined,
				// In which status it begins is not said.
				status: 'Pending',
			});
			return { taskId: made.id };
		},
	},
	{
		section: '17.4.2',
		method: 'POST',
		path: '/task/list',
		body: z
			.object({
				title: optionalBytes(TITLE),
				status: status.optional(),
				priority,
				ownerId: optionalId,
				type: relatedType,
				...related,
				classification: z.enum(['Todo', 'Processed', 'Created']).optional(),
				contactId: optionalId,
				// Required by the table, and absent in the sample.
				creatorId: optionalId,
				startTime: dateTime,
				endTime: dateTime,
				...page,
			})
			.strict()
			.refine(isOneRelated, ONE_RELATED)
			.refine(
				({ type, relatedId, relateId }) => !type || relatedId || relateId,
				'relatedId is required with a type',
			),
		handle(world, given) {
			const isInTime = within(world, given);
			const relatedId = given.relatedId || given.relateId;
			const same = (wanted: string | undefined, value: string | undefined): boolean =>
				!wanted || wanted === value;
			const found = [...world.tickets.tasks.values()].filter(
				(task) =>
					contains(task.title, given.title ?? '') &&
					same(given.status, task.status) &&
					same(given.priority, task.priority) &&
					same(given.ownerId, task.owner.id) &&
					same(given.type, task.relatedType) &&
					same(relatedId, task.relatedId) &&
					same(given.contactId, task.contact?.id) &&
					same(given.creatorId, task.creator.id) &&
					(!given.classification || classified[given.classification](task)) &&
					isInTime(task),
			);
			const taskList = onPage(found, given.start, given.limit).map((task) => listedTask(world, task));
			return { count: found.length, taskList };
		},
	},
	{
		section: '17.4.3',
		method: 'GET',
		path: '/task/{id}',
		handle: (world, _body, params) => taskDetail(world, find.task(world, params.id)),
	},
	{
		section: '17.4.4',
		method: 'POST',
		path: '/task/modify',
		body: z
			.object({
				taskInfo: z
					.object({
						id,
						title: optionalBytes(TITLE),
						description: optionalBytes(DESCRIPTION),
						type: relatedType,
						...related,
						contactId: optionalId,
						priority,
						dueDate: dateTime,
						attachment: optionalBytes(ATTACHMENT),
						creatorId: optionalId,
					})
					.strict()
					.refine(isOneRelated, ONE_RELATED)
					.refine(
						({ type, relatedId, relateId }) => !type || relatedId || relateId,
						'relatedId is required with a type',
					),
			})
			.strict(),
		handle(world, { taskInfo }) {
			const task = find.task(world, taskInfo.id);
			const relatedId = taskInfo.relatedId || taskInfo.relateId || task.relatedId;
			if (relatedId) find.case(world, relatedId);
			if (taskInfo.creatorId) find.user(world, taskInfo.creatorId);
			const contact = taskInfo.contactId ? find.contact(world, taskInfo.contactId) : task.contact;
			Object.assign(task, {
				title: taskInfo.title || task.title,
				description: taskInfo.description ?? task.description,
				relatedType: taskInfo.type ?? task.relatedType,
				relatedId,
				contact,
				priority: taskInfo.priority ?? task.priority,
				dueDate: taskInfo.dueDate || task.dueDate,
				attachment: taskInfo.attachment ?? task.attachment,
			});
		},
	},
	{
		section: '17.4.5',
		method: 'POST',
		path: '/task/transfer',
		body: z.object({ id, ownerId: id, creatorId: id }).strict(),
		handle(world, body) {
			const task = find.task(world, body.id);
			find.user(world, body.creatorId);
			task.owner = find.user(world, body.ownerId);
		},
	},
	{
		section: '17.4.6',
		method: 'POST',
		path: '/task/status/update',
		body: z.object({ id, creatorId: id, status }).strict(),
		// Between any two of them, as the text says.
		handle(world, body) {
			const task = find.task(world, body.id);
			const by = find.user(world, body.creatorId);
			world.tickets.setStatus(task, body.status);
			task.closedAt = body.status === 'Completed' ? world.tickets.clock.now() : undefined;
			world.tickets.note(task, { type: 'StatusUpdate', by, description: body.status });
		},
	},
	{
		section: '17.4.7',
		method: 'POST',
		path: '/task/process',
		body: z
			.object({
				taskId: id,
				creatorId: id,
				processInfo: z
					.object({
						type: z.enum(['Internal']),
						title: bytes(TITLE),
						description: bytes(DESCRIPTION),
						attachment: optionalBytes(ATTACHMENT),
					})
					.strict(),
			})
			.strict(),
		handle(world, body) {
			const task = find.task(world, body.taskId);
			world.tickets.note(task, { ...body.processInfo, by: find.user(world, body.creatorId) });
		},
	},
];
