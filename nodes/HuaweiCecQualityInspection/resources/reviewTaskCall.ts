import { done, entries, eachOf } from '../../../cec/catalogue/answer';
import { integer, pick, section, text, yesNo, type Fields } from '../../../cec/catalogue/field';
import { operation, resource } from '../../../cec/catalogue/operation';
import { sqm } from '../../../cec/families/sqm';
import { byUser, SQM } from '../../HuaweiCecQualityRules/resources/shared';
import { actingRole, callReadings, codeAsNumber, correction, isGroup, lostId, pageAndRows, ruleType } from './shared';

const TASKS = `${SQM}/qualitytask`;

const reviewTask = pick('reviewTasks', 'Review Task').named('reviewTaskId');
/** The lists of calls are those of a task. */
const ofTask: Fields = { reviewTask: reviewTask.called('Review Task', 'Its calls are then in the lists below').notSent().shown() };
const taskCall = pick('taskCalls', 'Task Call', '"ID" of an item of Get Many').named('taskCallId').required();

const MOST = 256;

/** The calls of a review task. */
export const reviewTaskCall = resource('reviewTaskCall', 'Review Task Call', sqm, {
	getMany: operation('12.2.15.3', {
		name: 'Get Many',
		action: 'Get many calls of a review task',
		description: 'Get the calls of a task with who reviews them, one item for each group of calls',
		request: `POST ${TASKS}/callsQualityTask`,
		risk: 'read',
		headers: byUser,
		body: {
			currentRole: actingRole,
			fixedColumns: section({
				planCode: reviewTask.max(128).required(),
				showReviewingOfficer: yesNo('Assigned Only', 'Whether to get only calls that somebody reviews').named('assignedOnly'),
				inspectStatus: text('Inspection Status', 'As calls have it under "inspectStatus"').named('inspectionStatus').example('e.g. 0'),
				reviewingStates: text('Review Status', 'One of -1, 0, 2 and 3').named('reviewStatus').only(/^(-1|0|2|3)$/, '-1, 0, 2 or 3'),
				inspector: text('Inspector').max(MOST),
				reviewingOfficer: text('Reviewer').named('reviewer').max(MOST),
				staff: text('Agent').named('agent').max(MOST),
				fileName: text('File Name').max(MOST),
				durationFrom: integer('Shortest Duration', 'Seconds that the call lasted at least').min(0).named('shortestDuration'),
				durationTo: integer('Longest Duration', 'Seconds that the call lasted at most').min(0).named('longestDuration'),
			}).required(),
		},
		page: pageAndRows(100),
		answer: entries('data', { adds: { calls: eachOf('calls', callReadings) } }),
		errata: [
			{ printed: 'inspectStatus -1, 0, 1 or 3 in the table, 5 in the sample', sent: 'as it is given', why: 'They contradict each other.' },
			{ printed: 'durationFrom and durationTo without a unit', sent: 'seconds', why: 'Durations of calls in the sample are seconds.' },
		],
	}),

	complete: operation('12.2.15.2', {
		name: 'Complete',
		action: 'Complete the review of a call',
		description: 'Say that a call of a task is reviewed',
		request: `POST ${TASKS}/completeQualityTask`,
		risk: 'write',
		headers: byUser,
		body: {
			...ofTask,
			qualityTaskCallId: taskCall.asInteger(),
			callId: pick('taskCallIds', 'Call', '"call_id" in "calls"').named('callId').asInteger().required(),
			isGroup: isGroup.required(),
			callGroupId: text('Call Group ID', 'A number, which no query tells').when({ isGroup: [true] }).asInteger().required(),
		},
		answer: done(),
		errata: [
			{ printed: 'callGroupId as needed in the table, null in the sample', sent: 'where the call is grouped', why: 'The call of the sample is not.' },
			{ printed: 'callId as a number in the table, as a text in the sample', sent: 'a number', why: 'So the table; qualityTaskCallId of the same sample is one.' },
			codeAsNumber,
		],
	}),

	correct: operation('12.2.15.1', {
		name: 'Correct',
		action: 'Correct a result of a call in review',
		description: 'Say that a call has kept or broken a rule, whatever the machine found',
		request: `POST ${TASKS}/modifyResultQualityTask`,
		risk: 'write',
		headers: byUser,
		body: {
			...ofTask,
			taskId: taskCall,
			uuid: pick('taskCallUuids', 'Call', '"call_uuid" in "calls"').named('callUuid').required(),
			ruleType,
			ruleInfo: section(correction).required(),
			isGroup: isGroup.required(),
		},
		answer: done(),
		errata: [lostId, { printed: 'revisId as a number', sent: 'a text', why: 'The sample has one with letters.' }, codeAsNumber],
	}),
});
