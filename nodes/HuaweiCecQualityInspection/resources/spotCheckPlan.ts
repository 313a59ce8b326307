import { done, entries, nameOf, object, readAs, timeOf, type DerivedFields } from '../../../cec/catalogue/answer';
import { choice, copyOf, integer, pick, section, text, type Fields } from '../../../cec/catalogue/field';
import { operation, resource, type Erratum } from '../../../cec/catalogue/operation';
import { sqm } from '../../../cec/families/sqm';
import { isRecord } from '../../../cec/formats/paths';
import { byUser, lostQ, SQM } from '../../HuaweiCecQualityRules/resources/shared';
import { inspectors, sampling, sharesProblem } from './sampling';
import { actingRole, MEDIA, pageAndRows, time } from './shared';

const PLANS = `${SQM}/regularqualitytask`;

const CYCLES = { 1: 'Daily', 2: 'Weekly', 3: 'Monthly' };
const ENDS = { 1: 'After a Number of Runs', 2: 'At a Time' };
const STATES = { 1: 'Stopped', 2: 'Running' };
/** As answers write them. */
const CYCLES_IN_ANSWERS = { ...CYCLES, 每天: 'Daily', 每周: 'Weekly', 每月: 'Monthly' };

const plan = pick('spotCheckPlans', 'Spot-Check Plan').named('planId').max(20).required();
const named: Fields = { regularQualityTaskId: plan.asInteger() };

const userId = copyOf('x-UserId', 'string');
const role = copyOf('currentRole', 'string');

const MOST_DURATION_MS = 99_999_999_999;

/** What a plan is; CEC replaces all of it. */
const content = (mostCalls: number): Fields => ({
	qiqtName: text('Name').named('name').max(64).required(),
	currentRole: actingRole,
	userId,
	cronStructure: section({
		qiqtCycleType: choice('Repeat', CYCLES).asText().named('repeat').startsAs(1).required(),
		qiqtStartTime: time('Start', 'When calls are drawn for the first time').named('start').required(),
		qiqtEndType: choice('End', ENDS).asText().named('end').startsAs(1).required(),
		qiqtTotalTimes: integer('Runs', 'How often calls are drawn').between(1, 99_999_999).named('runs').startsAs(1).when({ qiqtEndType: [1] }).required(),
		qiqtEndTime: time('End Time').named('endTime').when({ qiqtEndType: [2] }).required(),
	}).required(),
	appointQuality: section({
		setCountsType: choice('Share Calls', { 0: 'Evenly', 2: 'By Percentage' }, 'How the inspectors share the calls that are drawn').named('shareCalls').startsAs(0).required(),
		...inspectors(integer('Share', 'Percent of the calls, where they are shared by percentage').between(0, 99_999_999).startsAs(0).required()),
	}).required(),
	extractionRange: section({
		currentRole: role,
		userId,
		fixedColumns: section(
			sampling({
				mostCalls,
				mostDuration: MOST_DURATION_MS,
				durationUnit: 'In milliseconds',
				asTexts: ['qualityNum', 'durationEnd', 'maxNum', 'scoreStart', 'scoreEnd'],
				mostIsNeeded: true,
			}),
		).required(),
	}).required(),
});

const check = ({ appointQuality }: Record<string, unknown>) => (isRecord(appointQuality) ? sharesProblem(appointQuality) : undefined);

const contentErrata: Erratum[] = [
	{ printed: 'interactionType 1 for texts', sent: '2', why: 'The answers of this module have 2, as do all other interfaces of inspection.' },
	{ printed: 'qiqtEndTime twice in the sample', sent: 'the first as qiqtEndType', why: 'It is "2", which is a value of qiqtEndType only; l was lost.' },
	{ printed: 'count needed unless calls are shared by percentage, whose counts must be 100 together', sent: 'count in each case', why: 'The sample, which shares evenly, has 0.' },
	{ printed: 'durationStart and durationEnd in milliseconds, in seconds in 12.2.14.7', sent: 'as each table says', why: 'Nothing tells which of them is wrong.' },
	{ printed: 'customColumns in the sample, missing in the table', sent: 'nothing of it', why: 'It is null there.' },
	{ printed: 'userId in the table, missing in the sample', sent: 'the acting user', why: 'The table explains it as little as the role, which the sample has.' },
	{ printed: 'resultCode 0 in the sample, 0408000 in the table', sent: 'both are read', why: 'They contradict each other.' },
];

const totalTimes: Erratum = { printed: 'qiqtTotalTimes as a text', sent: 'a number', why: 'The sample has a number, as has 12.2.13.1.' };

const readings: DerivedFields = {
	statusName: nameOf('qiqtStatus', STATES),
	repeatName: nameOf('qiqtCycleType', CYCLES_IN_ANSWERS),
	endName: nameOf('qiqtEndType', ENDS),
	mediaName: nameOf('interactionType', MEDIA),
	createdAt: timeOf('qiqtCreateTimeStr'),
	startsAt: timeOf('qiqtStartTimeStr'),
	endsAt: timeOf('qiqtEndTimeStr'),
	nextRunAt: timeOf('nextExecutionTimeStr'),
};

/** Plans by which calls are drawn for review again and again. */
export const spotCheckPlan = resource('spotCheckPlan', 'Spot-Check Plan', sqm, {
	create: operation('12.2.13.1', {
		name: 'Create',
		action: 'Create a spot check plan',
		description: 'Have calls drawn for review at regular times; the plan has to be started',
		request: `POST ${PLANS}/addQualityTask`,
		risk: 'write',
		headers: byUser,
		body: content(99_999_999),
		check,
		answer: object(undefined, { adds: { planId: readAs('objId', (id) => String(id)) } }),
		findOut: 'Look with "Get Many" whether there is a plan of this name.',
		errata: contentErrata,
	}),

	delete: operation('12.2.13.4', {
		name: 'Delete',
		action: 'Delete a spot check plan',
		request: `POST ${PLANS}/deleteQualityTask`,
		risk: 'destructive',
		headers: byUser,
		body: named,
		answer: done('deleted'),
	}),

	getMany: operation('12.2.13.5', {
		name: 'Get Many',
		action: 'Get many spot check plans',
		request: `POST ${PLANS}/queryQualityTask`,
		risk: 'read',
		headers: byUser,
		body: {},
		page: pageAndRows(100),
		answer: entries('list', { adds: readings }),
		errata: [
			lostQ,
			{ printed: 'times as numbers in the table, as texts in the sample', sent: 'read as yyyy-MM-dd HH:mm:ss', why: 'So the sample, and the names of the keys.' },
		],
	}),

	start: operation('12.2.13.2', {
		name: 'Start',
		action: 'Start a spot check plan',
		request: `POST ${PLANS}/beginQualityTask`,
		risk: 'write',
		headers: byUser,
		body: named,
		answer: done(),
	}),

	stop: operation('12.2.13.6', {
		name: 'Stop',
		action: 'Stop a spot check plan',
		description: 'Draw no more calls until the plan is started again',
		request: `POST ${PLANS}/stopQualityTask`,
		risk: 'write',
		headers: byUser,
		body: named,
		answer: done(),
	}),

	update: operation('12.2.13.3', {
		name: 'Update',
		action: 'Update a spot check plan',
		description: 'Change a plan; all of its values are replaced',
		request: `POST ${PLANS}/updateQualityTask`,
		risk: 'write',
		headers: byUser,
		body: { qiqtId: plan, ...content(10_000) },
		check,
		notice: 'CEC replaces the whole plan: durations, scores and agents that are not given under Update Fields are gone afterwards.',
		answer: object(undefined, { adds: { planId: readAs('objId', (id) => String(id)) } }),
		errata: [...contentErrata, totalTimes],
	}),
});
