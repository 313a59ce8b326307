import { DateTime } from 'luxon';
import { z } from 'zod';
import type { Interface } from '../../interface';
import { int, oneOf, oneOfText, text } from '../../schema/fields';
import { operators } from '../seed';
import { CCSQM, quality, type QualityInterface, wrong } from '../serve';
import { assign, createTask } from './drawing';
import { digits, media, numericId, page, people, role, seconds } from './fields';
import type { Plan, QualityInspection, Range } from './state';
import { rowsOf } from './task-routes';
import { planView } from './views';

/** 12.2.13. */

const BASE = `${CCSQM}/regularqualitytask`;
const code = '0408000';
const MOST_COUNT = 99_999_999;
const MOST_MS = 99_999_999_999;
const AT_A_TIME = '2';
const BY_PERCENTAGE = 2;
const NUMBER_PER_AGENT = 2;

/** What the table of 12.2.13.1 asks for; 12.2.13.3 limits numbers more. */
const content = (most: number) => ({
	appointQuality: z
		.object({ setCounts: people(int(0, MOST_COUNT).optional()), setCountsType: oneOf(0, BY_PERCENTAGE) })
		.strict()
		.refine(
			({ setCounts, setCountsType }) =>
				setCountsType !== BY_PERCENTAGE || setCounts.reduce((sum, { count }) => sum + Number(count), 0) === 100,
			'counts must be 100 together',
		)
		.refine(
			({ setCounts, setCountsType }) =>
				setCountsType === BY_PERCENTAGE || setCounts.every(({ count }) => count !== undefined),
			'count is missing',
		),
	cronStructure: z
		.object({
			qiqtCycleType: oneOfText('1', '2', '3'),
			qiqtEndTime: seconds.optional(),
			qiqtEndType: oneOfText('1', '2'),
			qiqtStartTime: seconds,
			qiqtTotalTimes: int(1, MOST_COUNT).optional(),
		})
		.strict()
		.refine(({ qiqtEndType, qiqtTotalTimes }) => qiqtEndType !== '1' || qiqtTotalTimes !== undefined, 'qiqtTotalTimes is missing')
		.refine(({ qiqtEndType, qiqtEndTime }) => qiqtEndType !== '2' || qiqtEndTime !== undefined, 'qiqtEndTime is missing'),
	currentRole: role.optional(),
	extractionRange: z
		.object({
			currentRole: role.optional(),
			fixedColumns: z
				.object({
					qualityType: oneOf(1, 2, 3),
					durationStart: int(0, MOST_MS).optional(),
					qualityNum: digits(most),
					qualityCondition: oneOf(0, 1, 2),
					durationEnd: digits(MOST_MS).optional(),
					maxNum: digits(most).optional(),
					scoreEnd: digits(10_000).optional(),
					scoreStart: digits(10_000).optional(),
					staffIds: z.array(text()).optional(),
					// 1 stands for text in this table only; answers and all other sections have 2.
					interactionType: media,
				})
				.strict()
				.refine(({ qualityType, maxNum }) => qualityType === NUMBER_PER_AGENT || Number(maxNum) >= 1, 'maxNum is missing'),
			userId: text().optional(),
		})
		.strict(),
	qiqtName: text(64),
	userId: text().optional(),
});

const asNumber = (given: string | undefined): number | undefined => (given === undefined ? undefined : Number(given));
const inSeconds = (ms: number | undefined): number | undefined => (ms === undefined ? undefined : ms / 1000);

/** Durations are milliseconds here. */
function rangeOf({ extractionRange: { fixedColumns: given } }: any): Range {
	return {
		interactionType: given.interactionType,
		qualityType: given.qualityType,
		qualityNum: Number(given.qualityNum),
		qualityCondition: given.qualityCondition,
		maxNum: asNumber(given.maxNum),
		durationStart: inSeconds(given.durationStart),
		durationEnd: inSeconds(asNumber(given.durationEnd)),
		scoreStart: asNumber(given.scoreStart),
		scoreEnd: asNumber(given.scoreEnd),
		staffIds: given.staffIds ?? [],
	};
}

function valuesOf(body: any): Pick<Plan, 'name' | 'cycle' | 'endType' | 'start' | 'end' | 'totalTimes' | 'assigned' | 'byPercentage' | 'range'> {
	const { cronStructure: cron, appointQuality: appointed } = body;
	for (const { personID } of appointed.setCounts) mustBeUser(personID);
	return {
		name: body.qiqtName,
		cycle: cron.qiqtCycleType,
		endType: cron.qiqtEndType,
		start: cron.qiqtStartTime * 1000,
		end: cron.qiqtEndType === AT_A_TIME ? cron.qiqtEndTime * 1000 : undefined,
		totalTimes: cron.qiqtTotalTimes ?? 1,
		assigned: appointed.setCounts,
		byPercentage: appointed.setCountsType === BY_PERCENTAGE,
		range: rangeOf(body),
	};
}

export const mustBeUser = (userId: string): void => {
	if (!operators.some((operator) => operator.userId === userId)) wrong(`The user ${userId} does not exist.`);
};

const find = (inspection: QualityInspection, id: string): Plan =>
	inspection.plans.get(id) ?? wrong(`The plan ${id} does not exist.`);

function stopped(inspection: QualityInspection, id: string): Plan {
	const plan = find(inspection, id);
	if (plan.isRunning) wrong(`The plan ${id} is running.`);
	return plan;
}

const cycles = { 1: { days: 1 }, 2: { weeks: 1 }, 3: { months: 1 } };

const isOver = ({ endType, times, totalTimes, end = Infinity, next = 0 }: Plan): boolean =>
	endType === AT_A_TIME ? next > end : times >= totalTimes;

/** Calls are drawn at the start, and again after each cycle, until the plan is over or stopped. */
function runOn(inspection: QualityInspection, plan: Plan): void {
	const { clock } = inspection;
	if (isOver(plan)) {
		Object.assign(plan, { isRunning: false, next: undefined });
		return;
	}
	const due = plan.next ?? clock.now();
	clock.at(due, () => {
		if (!plan.isRunning || plan.next !== due) return;
		const task = createTask(inspection, `${plan.name}-${++plan.times}`, plan.creator, plan.range);
		assign(task, sharesOf(plan, task.calls.length));
		task.activeFrom = clock.now();
		plan.next = DateTime.fromMillis(due, { zone: inspection.zone }).plus(cycles[plan.cycle]).toMillis();
		runOn(inspection, plan);
	});
}

function sharesOf({ assigned, byPercentage }: Plan, calls: number): Plan['assigned'] {
	const share = (percent: number): number => Math.ceil((calls * percent) / 100);
	return assigned.map(({ personID, count = 0 }) => ({
		personID,
		count: byPercentage ? share(count) : Math.ceil(calls / assigned.length),
	}));
}

const named = { regularQualityTaskId: numericId };

const interfaces: QualityInterface[] = [
	{
		section: '12.2.13.1',
		path: `${BASE}/addQualityTask`,
		code,
		body: z.object(content(MOST_COUNT)).strict(),
		handle({ world: { qualityInspection, clock }, body, operator }) {
			const id = qualityInspection.nextId();
			qualityInspection.plans.set(id, {
				...valuesOf(body),
				id,
				creator: operator?.userId ?? '',
				createdAt: clock.now(),
				times: 0,
				isRunning: false,
			});
			return { objId: id };
		},
	},
	{
		section: '12.2.13.2',
		path: `${BASE}/beginQualityTask`,
		code,
		exact: true,
		body: z.object(named).strict(),
		handle({ world: { qualityInspection, clock }, body }) {
			const plan = stopped(qualityInspection, body.regularQualityTaskId);
			Object.assign(plan, { isRunning: true, times: 0, next: Math.max(plan.start, clock.now()) });
			runOn(qualityInspection, plan);
			return {};
		},
	},
	{
		section: '12.2.13.3',
		path: `${BASE}/updateQualityTask`,
		code,
		body: z.object({ ...content(10_000), qiqtId: text(20) }).strict(),
		handle({ world: { qualityInspection }, body }) {
			Object.assign(stopped(qualityInspection, body.qiqtId), valuesOf(body));
			return { objId: body.qiqtId };
		},
	},
	{
		section: '12.2.13.4',
		path: `${BASE}/deleteQualityTask`,
		code,
		exact: true,
		body: z.object(named).strict(),
		handle({ world: { qualityInspection }, body }) {
			const { id } = stopped(qualityInspection, body.regularQualityTaskId);
			qualityInspection.plans.delete(id);
			return {};
		},
	},
	{
		section: '12.2.13.5',
		path: `${BASE}/queryQualityTask`,
		code,
		body: z.object(page).strict(),
		handle({ world: { qualityInspection }, body }) {
			const all = [...qualityInspection.plans.values()].reverse();
			return { total: all.length, list: rowsOf(all, body).map((plan) => planView(qualityInspection, plan)) };
		},
	},
	{
		section: '12.2.13.6',
		path: `${BASE}/stopQualityTask`,
		code,
		exact: true,
		body: z.object(named).strict(),
		handle({ world: { qualityInspection }, body }) {
			const plan = find(qualityInspection, body.regularQualityTaskId);
			if (!plan.isRunning) wrong(`The plan ${plan.id} is not running.`);
			Object.assign(plan, { isRunning: false, next: undefined });
			return {};
		},
	},
];

export const spotCheckPlans: Interface[] = interfaces.map(quality);
