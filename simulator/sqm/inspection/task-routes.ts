import { z } from 'zod';
import type { Interface } from '../../interface';
import { int, oneOf, oneOfText, optionalText, text } from '../../schema/fields';
import { LOCAL, parseLocal } from '../../time';
import { operators } from '../seed';
import { CCSQM, malformed, quality, type QualityInterface, wrong } from '../serve';
import { assign, createTask, drawAnew, stateOfTask } from './drawing';
import { digits, media, numericId, numericIdOrText, page, people, role, ruleInfo, ruleType, seconds } from './fields';
import { ACTIVE, type QualityInspection, type Range, type ReviewTask, type TaskCall, TERMINATED } from './state';
import { nameOf, taskCallView, taskView } from './views';

/** 12.2.14 and 12.2.15. */

const BASE = `${CCSQM}/qualitytask`;
const code = '0409000';
/** A number in the samples of 12.2.15.1 and 12.2.15.2; numbers of JSON have no leading zero. */
const codeAsNumber = 409000;
const MOST = 10_000;
const MOST_DURATION = 100_000_000;

export const rowsOf = <T>(all: T[], { page: number, rows }: { page: number; rows: number }): T[] =>
	all.slice((number - 1) * rows, number * rows);

/** Numbers on update, texts on creation but for the durations, as tables and samples have them. */
const drawn = {
	durationStart: int(0, MOST_DURATION).optional(),
	durationEnd: int(0, MOST_DURATION).optional(),
	staffIds: z.array(text()).optional(),
	interactionType: media,
	qualityType: oneOf(1, 2, 3),
};
const asTexts = z
	.object({
		...drawn,
		maxNum: digits(MOST).optional(),
		qualityCondition: oneOf(0, 1, 2).optional(),
		// "> 1" by the table, which names no other limit.
		qualityNum: digits(Infinity, 2),
		scoreStart: digits(MOST).optional(),
		scoreEnd: digits(MOST).optional(),
	})
	.strict();
const asNumbers = z
	.object({
		...drawn,
		maxNum: int(0, MOST).optional(),
		qualityCondition: oneOf(0, 1, 2),
		qualityNum: int(1),
		scoreStart: int(0, MOST).optional(),
		scoreEnd: int(0, MOST).optional(),
	})
	.strict();

const numberOf = (given: unknown): number | undefined => (given === undefined ? undefined : Number(given));

const rangeOf = (given: any, from?: number, to?: number): Range => ({
	interactionType: given.interactionType,
	qualityType: given.qualityType,
	qualityNum: Number(given.qualityNum),
	qualityCondition: given.qualityCondition ?? 0,
	maxNum: numberOf(given.maxNum),
	durationStart: given.durationStart,
	durationEnd: given.durationEnd,
	scoreStart: numberOf(given.scoreStart),
	scoreEnd: numberOf(given.scoreEnd),
	staffIds: given.staffIds ?? [],
	from,
	to,
});

const calls = { startTimeMillis: seconds.optional(), endTimeMillis: seconds.optional() };

const find = (inspection: QualityInspection, id: string): ReviewTask =>
	inspection.tasks.get(id) ?? wrong(`The task ${id} does not exist.`);

const stateOf = (inspection: QualityInspection, task: ReviewTask): string => stateOfTask(task, inspection.clock.now());

/** A task that nobody works on yet. */
function notBegun(inspection: QualityInspection, id: string): ReviewTask {
	const task = find(inspection, id);
	if ([ACTIVE, TERMINATED].includes(stateOf(inspection, task))) wrong(`The task ${id} is active or over.`);
	return task;
}

const isAssigned = ({ calls: all }: ReviewTask): boolean => all.some(({ inspector }) => inspector !== undefined);

/** A call of a task that is active. */
function inReview(inspection: QualityInspection, id: string): TaskCall {
	for (const task of inspection.tasks.values()) {
		const one = task.calls.find((call) => call.id === id);
		if (!one) continue;
		if (stateOf(inspection, task) !== ACTIVE) wrong(`The task ${task.id} is not active.`);
		return one;
	}
	return wrong(`The task has no call ${id}.`);
}

const named = { qualityTaskId: numericId };
const namedEitherWay = { qualityTaskId: numericIdOrText };

const tasks: QualityInterface[] = [
	{
		section: '12.2.14.1',
		path: `${BASE}/deleteQualityTask`,
		code,
		exact: true,
		body: z.object(namedEitherWay).strict(),
		handle({ world: { qualityInspection }, body }) {
			const task = find(qualityInspection, body.qualityTaskId);
			if (stateOf(qualityInspection, task) === ACTIVE) wrong(`The task ${task.id} is active.`);
			qualityInspection.tasks.delete(task.id);
			return {};
		},
	},
	{
		section: '12.2.14.2',
		path: `${BASE}/updateQualityTask`,
		code,
		exact: true,
		body: z
			.object({
				currentRole: role,
				...calls,
				fixedColumns: asNumbers.optional(),
				qualityTask: z.object({ planName: text(32), id: numericId }).strict().optional(),
			})
			.strict(),
		handle({ world: { qualityInspection }, body }) {
			if (!body.qualityTask) malformed('qualityTask is missing');
			const task = notBegun(qualityInspection, body.qualityTask.id);
			task.name = body.qualityTask.planName;
			const range = body.fixedColumns ? rangeOf(body.fixedColumns) : task.range;
			task.range = { ...range, from: body.startTimeMillis ?? task.range.from, to: body.endTimeMillis ?? task.range.to };
			drawAnew(qualityInspection, task);
			return {};
		},
	},
	{
		section: '12.2.14.3',
		path: `${BASE}/terminateQualityTask`,
		code,
		exact: true,
		body: z.object(namedEitherWay).strict(),
		handle({ world: { qualityInspection }, body }) {
			const task = find(qualityInspection, body.qualityTaskId);
			if (stateOf(qualityInspection, task) !== ACTIVE) wrong(`The task ${task.id} is not active.`);
			task.isTerminated = true;
			return {};
		},
	},
	{
		section: '12.2.14.4',
		path: `${BASE}/takeEffectQualityTask`,
		code,
		exact: true,
		body: z.object({ ...named, type: oneOfText('1', '2'), reserveTime: optionalText() }).strict(),
		handle({ world: { qualityInspection, clock, zone }, body }) {
			const task = notBegun(qualityInspection, body.qualityTaskId);
			if (!isAssigned(task)) wrong(`The task ${task.id} is not assigned.`);
			if (body.type === '1') {
				task.activeFrom = clock.now();
				return {};
			}
			const at = parseLocal(body.reserveTime ?? '', zone, LOCAL) ?? malformed('reserveTime is no time');
			if (at <= clock.now()) wrong('The time is over.');
			task.activeFrom = at;
			return {};
		},
	},
	{
		section: '12.2.14.5',
		path: `${BASE}/queryQualityTask`,
		code,
		body: z
			.object({
				...page,
				fixedColumns: z
					.object({
						fileName: optionalText(32),
						creatOperator: optionalText(32),
						reviewingOfficer: optionalText(32),
						status: int().optional(),
						planName: optionalText(32),
					})
					.strict()
					.optional(),
				userId: optionalText(),
				currentRole: role,
				startTimeMillis: seconds,
				endTimeMillis: seconds,
				callStartTimeMillis: seconds.optional(),
				callEndTimeMillis: seconds.optional(),
			})
			.strict(),
		handle({ world: { qualityInspection, clock }, body, operator }) {
			const { fileName, creatOperator, reviewingOfficer, status, planName } = body.fixedColumns ?? {};
			const found = [...qualityInspection.tasks.values()].reverse().filter(
				(task) =>
					task.createdAt >= body.startTimeMillis * 1000 &&
					task.createdAt <= body.endTimeMillis * 1000 + 999 &&
					(!fileName || task.calls.some(({ call }) => call.fileName === fileName)) &&
					(!creatOperator || nameOf(task.creator) === creatOperator) &&
					(!reviewingOfficer || task.calls.some(({ inspector }) => nameOf(inspector) === reviewingOfficer)) &&
					(status === undefined || stateOf(qualityInspection, task) === String(status)) &&
					(!planName || task.name.includes(planName)) &&
					(!body.userId || task.creator === body.userId) &&
					(body.callStartTimeMillis === undefined || (task.range.from ?? 0) >= body.callStartTimeMillis) &&
					(body.callEndTimeMillis === undefined || (task.range.to ?? 0) <= body.callEndTimeMillis),
			);
			const data = rowsOf(found, body).map((task) => taskView(task, operator?.userId, clock.now()));
			return { total: found.length, data };
		},
	},
	{
		section: '12.2.14.6',
		path: `${BASE}/appointQualityTask`,
		code,
		exact: true,
		body: z
			.object({ ...named, setCountsType: oneOf(1), isTakeEffect: oneOf(0, 1), setCounts: people(int(0, 99_999_999).optional()) })
			.strict(),
		handle({ world: { qualityInspection, clock }, body }) {
			const task = notBegun(qualityInspection, body.qualityTaskId);
			const given = body.setCounts as Array<{ personID: string; count?: number }>;
			for (const { personID } of given) {
				if (!operators.some(({ userId }) => userId === personID)) wrong(`The user ${personID} does not exist.`);
			}
			if (given.reduce((sum, { count = 0 }) => sum + count, 0) > task.calls.length) wrong('The task has fewer calls.');
			assign(task, given);
			if (body.isTakeEffect === 1) task.activeFrom = clock.now();
			return {};
		},
	},
	{
		section: '12.2.14.7',
		path: `${BASE}/createQualityTask`,
		code,
		body: z
			.object({
				currentRole: role,
				...calls,
				fixedColumns: asTexts,
				qualityTask: z.object({ planName: text(32) }).strict(),
			})
			.strict(),
		handle({ world: { qualityInspection }, body, operator }) {
			const range = rangeOf(body.fixedColumns, body.startTimeMillis, body.endTimeMillis);
			const { id } = createTask(qualityInspection, body.qualityTask.planName, operator?.userId ?? '', range);
			return { qualityTaskId: id };
		},
	},
];

const details: QualityInterface[] = [
	{
		section: '12.2.15.1',
		path: `${BASE}/modifyResultQualityTask`,
		code: codeAsNumber,
		body: z.object({ isGroup: z.boolean(), ruleType, taskId: text(), uuid: text(), ruleInfo }).strict(),
		handle({ world: { qualityInspection }, body }) {
			const { call } = inReview(qualityInspection, body.taskId);
			if (call.uuid !== body.uuid) wrong('The call is not that of the task.');
			const result = qualityInspection.result(call, body.ruleInfo.reviseId) ?? wrong('The call has no such result.');
			if (result.type !== body.ruleType) wrong('The rule is of another type.');
			Object.assign(result, { revise: body.ruleInfo.revise, description: body.ruleInfo.description });
			return {};
		},
	},
	{
		section: '12.2.15.2',
		path: `${BASE}/completeQualityTask`,
		code: codeAsNumber,
		exact: true,
		body: z
			.object({
				isGroup: z.boolean(),
				callId: numericIdOrText,
				callGroupId: numericIdOrText.optional(),
				qualityTaskCallId: numericId,
			})
			.strict(),
		handle({ world: { qualityInspection }, body }) {
			if (body.isGroup && body.callGroupId === undefined) malformed('callGroupId is missing');
			const one = inReview(qualityInspection, body.qualityTaskCallId);
			if (one.callId !== body.callId) wrong('The call is not that of the task.');
			if (one.inspectStatus !== 0) wrong('The call is reviewed already.');
			one.inspectStatus = 1;
			one.call.reviews += 1;
			return {};
		},
	},
	{
		section: '12.2.15.3',
		path: `${BASE}/callsQualityTask`,
		code,
		body: z
			.object({
				...page,
				currentRole: role,
				fixedColumns: z
					.object({
						planCode: text(128),
						showReviewingOfficer: z.boolean().optional(),
						// The table has -1, 0, 1 and 3, the sample 5.
						inspectStatus: z.string().regex(/^-?\d$/).optional(),
						inspector: optionalText(256),
						fileName: optionalText(256),
						reviewingOfficer: optionalText(256),
						reviewingStates: oneOfText('-1', '0', '2', '3').optional(),
						staff: optionalText(256),
						durationFrom: int(0).optional(),
						durationTo: int(0).optional(),
					})
					.strict(),
			})
			.strict(),
		handle({ world: { qualityInspection }, body: { fixedColumns: given, ...body } }) {
			const is = (userId: string | undefined, wanted: string): boolean => userId === wanted || nameOf(userId) === wanted;
			const found = find(qualityInspection, given.planCode).calls.filter(
				({ call, inspector, inspectStatus }) =>
					(!given.showReviewingOfficer || inspector !== undefined) &&
					(given.inspectStatus === undefined || given.inspectStatus === '-1' || String(inspectStatus) === given.inspectStatus) &&
					(given.reviewingStates === undefined || ['-1', '0'].includes(given.reviewingStates)) &&
					(!given.inspector || is(inspector, given.inspector)) &&
					(!given.reviewingOfficer || is(inspector, given.reviewingOfficer)) &&
					(!given.fileName || call.fileName.includes(given.fileName)) &&
					(!given.staff || call.staffName === given.staff || call.staffId === given.staff) &&
					call.duration >= (given.durationFrom ?? 0) &&
					call.duration <= (given.durationTo ?? Infinity),
			);
			return { total: found.length, pages: Math.ceil(found.length / body.rows), data: rowsOf(found, body).map(taskCallView) };
		},
	},
];

export const reviewTasks: Interface[] = [...tasks, ...details].map(quality);
