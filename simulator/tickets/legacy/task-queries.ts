import { z } from 'zod';
import { int, oneOfText, text } from '../../schema/fields';
import type { World } from '../../world';
import type { User } from '../seed';
import { type LegacyInterface, find, wrong } from './serve';
import { DONE, type LegacyTask, TODO } from './state';
import { caseView, itemView, taskView } from './views';

export const TASKS = '/apiaccess/service-cloud/rest/new_case/v2/task';

/** History tables have the same rows here: what is moved into them, and when, is not said. */
const modes: Record<string, (task: LegacyTask, user: User) => boolean> = {
	mytodo: ({ item }, user) => item.status === TODO && item.handler === user,
	mydone: ({ item }, user) => item.status === DONE && item.doneBy === user,
	mydonehistory: ({ item }, user) => item.status === DONE && item.doneBy === user,
	mycreation: ({ creator }, user) => creator === user,
	mycreationhistory: ({ creator }, user) => creator === user,
	unassigned: ({ item, isOutside }) => item.status === TODO && item.handler === undefined && !isOutside,
	all: () => true,
	allhistory: () => true,
};

/** The sample writes isNotNull, the table isnotnull. */
const operations: Record<string, (found: string, given: string) => boolean> = {
	eq: (found, given) => found === given,
	ne: (found, given) => found !== given,
	le: (found, given) => compare(found, given) <= 0,
	ge: (found, given) => compare(found, given) >= 0,
	lt: (found, given) => compare(found, given) < 0,
	gt: (found, given) => compare(found, given) > 0,
	contains: (found, given) => found.includes(given),
	includes: (found, given) => found.includes(given),
	excludes: (found, given) => !found.includes(given),
	isnull: (found) => found === '',
	isnotnull: (found) => found !== '',
};

function compare(a: string, b: string): number {
	const numbers = [a, b].map((text_) => (text_ === '' ? NaN : Number(text_)));
	if (numbers.every((number) => !Number.isNaN(number))) return numbers[0] - numbers[1];
	return a < b ? -1 : a > b ? 1 : 0;
}

const views: Record<string, (world: World, task: LegacyTask) => Record<string, unknown>> = {
	TaskItem: itemView,
	TaskInstance: taskView,
	CaseInstance: (world, task) => caseView(world, task.case),
};

/** Tables of AppCube, of whose underscores the reference prints one or two. */
function valueOf(world: World, task: LegacyTask, { entity, field }: { entity: string; field: string }): string {
	const name = /^AICC_+CASE_+(\w+?)_+CST$/.exec(entity)?.[1] ?? '';
	const view = views[name]?.(world, task) ?? wrong(`The entity ${entity} does not exist.`);
	const value = view[field];
	return value === undefined ? wrong(`${entity} has no field ${field}.`) : String(value);
}

const place = { entity: text(), field: text() };

const condition = z
	.object({ ...place, operation: text(), value: z.string(), type: text() })
	.strict()
	.refine(({ operation }) => operation.toLowerCase() in operations, 'has an unknown operation');

const entityView = (world: World, task: LegacyTask): object => ({
	...itemView(world, task),
	taskInstanceId: { ...taskView(world, task), caseId: caseView(world, task.case) },
});

export const taskQueries: LegacyInterface[] = [
	{
		section: '16.2.2',
		method: 'POST',
		path: `${TASKS}/queryByTaskItemId`,
		tenant: true,
		body: z.object({ id: text(64) }).strict(),
		// "schema" in the samples of 16.2.2 and 16.2.3 is the word that all tables begin with, and no sample else has.
		handle({ world, body }) {
			const task = find.item(world, body.id);
			return { ...itemView(world, task), taskInstanceId: taskView(world, task) };
		},
	},
	{
		section: '16.2.3',
		method: 'POST',
		path: `${TASKS}/queryByTaskId`,
		tenant: true,
		body: z.object({ id: text(64) }).strict(),
		handle: ({ world, body }) =>
			taskView(world, world.legacyTickets.tasks.get(body.id) ?? wrong(`The task ${body.id} does not exist.`)),
	},
	{
		section: '16.2.4',
		method: 'POST',
		path: `${TASKS}/dynamicCondition/query`,
		tenant: true,
		user: true,
		query: z.object({ mode: oneOfText(...Object.keys(modes)) }).strict(),
		body: z
			.object({
				conditions: z.array(condition),
				limit: int(1),
				offset: int(0),
				orderby: z.array(z.object({ ...place, order: oneOfText('asc', 'desc') }).strict()),
			})
			.strict(),
		handle({ world, body, query, user }) {
			const found = [...world.legacyTickets.tasks.values()].filter(
				(task) =>
					modes[query.mode](task, user as User) &&
					(body.conditions as Array<z.infer<typeof condition>>).every((one) =>
						operations[one.operation.toLowerCase()](valueOf(world, task, one), one.value),
					),
			);
			const orders = body.orderby as Array<{ entity: string; field: string; order: string }>;
			found.sort((a, b) => {
				for (const one of orders) {
					const order = compare(valueOf(world, a, one), valueOf(world, b, one));
					if (order !== 0) return one.order === 'desc' ? -order : order;
				}
				return 0;
			});
			const entities = found.slice(body.offset, body.offset + body.limit).map((task) => entityView(world, task));
			return { count: found.length, entities };
		},
	},
];
