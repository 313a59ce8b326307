import { done, entries, nameOf, object, timeOf, type DerivedFields } from '../../../cec/catalogue/answer';
import { choice, constant, dateTime, integer, pick, section, text, yesNo, type Fields } from '../../../cec/catalogue/field';
import { operation, resource, type Erratum } from '../../../cec/catalogue/operation';
import { sqm } from '../../../cec/families/sqm';
import { byUser, lostQ, SQM } from '../../HuaweiCecQualityRules/resources/shared';
import { inspectors, sampling, type Drawn } from './sampling';
import { actingRole, MEDIA, pageAndRows, time } from './shared';

const TASKS = `${SQM}/qualitytask`;
const LATER = 2;
const DRAWN_ANEW = { drawAnew: [true] };

const task = pick('reviewTasks', 'Review Task').named('reviewTaskId').required();
const named: Fields = { qualityTaskId: task.asInteger() };
const name = text('Name').named('name').max(32).required();

const calledFrom = time('Called From', 'Only calls from this time on are drawn').named('calledFrom');
const calledTo = time('Called To', 'Only calls up to this time are drawn').named('calledTo');

const drawn: Drawn = { mostCalls: 10_000, mostDuration: 100_000_000, durationUnit: 'In seconds', asTexts: [] };

const noUnit: Erratum = { printed: 'times without a unit, under names that end with "Millis"', sent: 'seconds since 1970', why: 'So the samples.' };
const notOfTable: Erratum = { printed: 'customColumns in the sample, missing in the table', sent: 'nothing of it', why: 'It is empty there.' };

const readings: DerivedFields = {
	mediaName: nameOf('interactionType', MEDIA),
	createdAt: timeOf('createTime', 'epochSeconds'),
	activeFrom: timeOf('effectiveDate', 'epochSeconds'),
	calledFrom: timeOf('callStart', 'epochSeconds'),
	calledTo: timeOf('callEnd', 'epochSeconds'),
};

/** Calls that people review, after the machine has. */
export const reviewTask = resource('reviewTask', 'Review Task', sqm, {
	activate: operation('12.2.14.4', {
		name: 'Activate',
		action: 'Activate a review task',
		description: 'Have the inspectors begin, now or at a time',
		request: `POST ${TASKS}/takeEffectQualityTask`,
		risk: 'write',
		headers: byUser,
		body: {
			...named,
			type: choice('When', { 1: 'Now', 2: 'At a Time' }).asText().named('when').startsAs(1).required(),
			reserveTime: dateTime('Time').named('time').when({ type: [LATER] }).required(),
		},
		answer: done(),
		errata: [
			{
				printed: 'reserveTime as a text, without a format; empty in the sample',
				sent: 'yyyy-MM-dd HH:mm:ss, and nothing where the task is activated now',
				why: 'Times that are texts are written so in this module; counts of seconds are numbers.',
			},
		],
	}),

	assign: operation('12.2.14.6', {
		name: 'Assign',
		action: 'Assign a review task',
		description: 'Say who reviews the calls, and how many each',
		request: `POST ${TASKS}/appointQualityTask`,
		risk: 'write',
		headers: byUser,
		body: {
			...named,
			setCountsType: constant(1).required(),
			...inspectors(integer('Calls', 'How many calls are reviewed by this user').between(0, 99_999_999).startsAs(1).required()),
			isTakeEffect: yesNo('Activate', 'Whether the inspectors can begin at once').sentAs(0, 1).named('activate').required(),
		},
		answer: done(),
	}),

	create: operation('12.2.14.7', {
		name: 'Create',
		action: 'Create a review task',
		description: 'Draw calls for review; the task has to be assigned and activated',
		request: `POST ${TASKS}/createQualityTask`,
		risk: 'write',
		headers: byUser,
		body: {
			qualityTask: section({ planName: name }).required(),
			currentRole: actingRole,
			fixedColumns: section(sampling({ ...drawn, leastSample: 2, asTexts: ['maxNum', 'qualityNum', 'scoreStart', 'scoreEnd'] })).required(),
			startTimeMillis: calledFrom,
			endTimeMillis: calledTo,
		},
		answer: object(),
		findOut: 'Look with "Get Many" whether there is a task of this name.',
		errata: [
			lostQ,
			notOfTable,
			noUnit,
			{ printed: 'qualityNum greater than 1', sent: '2 or more', why: 'So the table, in later editions of the vendor, too.' },
			{ printed: 'maxNum, qualityNum, scoreStart and scoreEnd as texts, as numbers in 12.2.14.2', sent: 'as each table says', why: 'So the samples of both.' },
			{ printed: 'qualityTaskId in the sample of the answer, missing in the table', sent: 'read where it comes', why: 'All that can be done with the task needs it.' },
		],
	}),

	delete: operation('12.2.14.1', {
		name: 'Delete',
		action: 'Delete a review task',
		request: `POST ${TASKS}/deleteQualityTask`,
		risk: 'destructive',
		headers: byUser,
		body: named,
		answer: done('deleted'),
		errata: [{ printed: 'qualityTaskId as a number in the table, as a text in the sample', sent: 'a number', why: 'The samples of most other interfaces agree with the table.' }],
	}),

	getMany: operation('12.2.14.5', {
		name: 'Get Many',
		action: 'Get many review tasks',
		description: 'Get tasks with how many of their calls are reviewed',
		request: `POST ${TASKS}/queryQualityTask`,
		risk: 'read',
		headers: byUser,
		body: {
			currentRole: actingRole,
			startTimeMillis: time('From', 'Created at or after this time').named('from').required(),
			endTimeMillis: time('To', 'Created at or before this time').named('to').required(),
			userId: text('User ID', 'Of whom the tasks are').named('userId'),
			callStartTimeMillis: time('Called From').named('calledFrom'),
			callEndTimeMillis: time('Called To').named('calledTo'),
			fixedColumns: section({
				planName: text('Name').named('name').max(32),
				status: integer('Status', 'As tasks have it under "status"'),
				fileName: text('File Name', 'Name of the file of one of the calls').max(32),
				creatOperator: text('Created By', 'Account of the user').named('createdBy').max(32),
				reviewingOfficer: text('Reviewer').named('reviewer').max(32),
			}),
		},
		page: pageAndRows(100),
		answer: entries('data', { adds: readings }),
		errata: [
			noUnit,
			{ printed: 'customColumns and customerPhone in the sample, missing in the table', sent: 'nothing of them', why: 'They are empty there.' },
			{ printed: 'resultCode as a number and returnCode beside it in the table, resultCode as a text alone in the sample', sent: 'read as they come', why: 'They contradict each other.' },
		],
	}),

	terminate: operation('12.2.14.3', {
		name: 'Terminate',
		action: 'Terminate a review task',
		description: 'End a task before all of its calls are reviewed',
		request: `POST ${TASKS}/terminateQualityTask`,
		risk: 'write',
		headers: byUser,
		body: named,
		answer: done(),
		errata: [{ printed: 'qualityTaskId as a number in the table, as a text in the sample', sent: 'a number', why: 'The samples of most other interfaces agree with the table.' }],
	}),

	update: operation('12.2.14.2', {
		name: 'Update',
		action: 'Update a review task',
		description: 'Rename a task, or draw other calls for it',
		request: `POST ${TASKS}/updateQualityTask`,
		risk: 'write',
		headers: byUser,
		body: {
			qualityTask: section({ id: task.asInteger(), planName: name }).required(),
			currentRole: actingRole,
			drawAnew: yesNo('Draw Anew', 'Whether other calls are drawn for the task').notSent().shown(),
			fixedColumns: section(sampling({ ...drawn, when: DRAWN_ANEW })),
			startTimeMillis: calledFrom.when(DRAWN_ANEW),
			endTimeMillis: calledTo.when(DRAWN_ANEW),
		},
		answer: done(),
		errata: [notOfTable, noUnit],
	}),
});
