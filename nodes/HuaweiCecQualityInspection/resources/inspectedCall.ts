import { eachOf, entries, object, readAs, timeOf, type DerivedFields } from '../../../cec/catalogue/answer';
import { choice, choices, integer, pick, picks, rows, text } from '../../../cec/catalogue/field';
import { operation, resource } from '../../../cec/catalogue/operation';
import { sqm } from '../../../cec/families/sqm';
import { isRecord } from '../../../cec/formats/paths';
import { byUser, pageAndLimit, SQM } from '../../HuaweiCecQualityRules/resources/shared';
import { call, callReadings, isGroup, MEDIA, STATUS, time, user } from './shared';

const CALLS = `${SQM}/appraisecall`;

const agent = pick('agentUsers', 'Agent', 'An agent of whom there are inspected calls, or the user ID of one').named('agentUserId');
const agentName = text('Agent Name');

/** What was said, as lines of a play. */
const transcript = readAs('segments', (segments) =>
	(Array.isArray(segments) ? segments : [])
		.filter(isRecord)
		.map(({ speaker, asr_text: said }) => `${speaker === 'staff' ? 'Agent' : 'Customer'}: ${String(said)}`)
		.join('\n'),
);

/** One call with its result. */
export const resultReadings: DerivedFields = { ...callReadings, createdAt: timeOf('create_time', 'epochSeconds'), transcript };

/** Calls that have been or will be inspected. */
export const inspectedCall = resource('inspectedCall', 'Inspected Call', sqm, {
	getMany: operation('12.2.12.1', {
		name: 'Get Many',
		action: 'Get many inspected calls',
		description: 'Get calls with the state of their inspection, one item for each group of calls',
		request: `POST ${CALLS}/details`,
		risk: 'read',
		headers: byUser,
		body: {
			upload_from: time('Uploaded From', 'Only calls that were handed in for inspection at or after this time').named('uploadedFrom').required(),
			upload_to: time('Uploaded To', 'Only calls that were handed in at or before this time').named('uploadedTo').required(),
			call_types: choices('Media', MEDIA).named('media').startsAs([0, 2]).required(),
			status: choices('Status', STATUS, 'How far the inspection is').startsAs([2]).required(),
			call_from: time('Called From').named('calledFrom'),
			call_to: time('Called To').named('calledTo'),
			keyword: text('Keyword', 'What was said'),
			staff_id: agent,
			staff_name: agentName.named('agentName'),
			duration_min: integer('Shortest Duration', 'Seconds that the call lasted at least').min(0).named('shortestDuration'),
			duration_max: integer('Longest Duration', 'Seconds that the call lasted at most').min(0).named('longestDuration'),
		},
		page: pageAndLimit,
		answer: entries('data', { adds: { calls: eachOf('calls', callReadings) } }),
		errata: [
			{
				printed: 'duration_min and duration_max without a unit',
				sent: 'seconds',
				why: 'Durations of calls in the sample are seconds.',
			},
			{ printed: 'upload_from and upload_to without a unit', sent: 'seconds since 1970', why: 'So the sample.' },
		],
	}),

	get: operation('12.2.12.2', {
		name: 'Get',
		action: 'Get an inspected call',
		description: 'Get how a call was, and what was said in it',
		request: `POST ${CALLS}/detail`,
		risk: 'read',
		headers: byUser,
		body: { call_uuid: call },
		answer: object(undefined, { adds: resultReadings }),
		errata: [{ printed: 'call_id as a number in the table, as a text with letters in the sample', sent: 'nothing', why: 'It is read as it comes.' }],
	}),

	appeal: operation('12.2.12.4', {
		name: 'Appeal',
		action: 'Appeal against the inspection of a call',
		description: 'Ask a leader to look at rules anew that a call is said to have broken',
		request: `POST ${CALLS}/complain`,
		risk: 'write',
		headers: byUser,
		body: {
			callId: call,
			callGroupId: pick('callGroups', 'Call Group', 'The group to which the call belongs, as Get Many shows it').named('callGroupId').required(),
			callType: choice('Media', MEDIA).asText().named('media').startsAs(0).required(),
			leaderUUID: user('Leader User ID', 'User ID of the leader to whom the appeal goes').named('leaderUserId').required(),
			leaderRole: text('Leader Role', 'Number of the role of that leader').example('e.g. 10').required(),
			taskDescription: text('Reason').named('reason').lines().required(),
			chooseRuleGroupList: rows('Rules', 'Scenario', {
				ruleGroupId: pick('callScenarios', 'Scenario').named('scenarioId').required(),
				reviseIdList: picks('callRules', 'Rule Names or IDs', 'The results that are appealed against').named('resultIds').follows('callUuid').required(),
			})
				.named('rules')
				.required(),
			isGroup,
		},
		answer: object(),
		failure: ({ available, message }) => (available === false ? String(message ?? 'No appeal is possible against this call') : undefined),
		findOut: 'Look with Inspection Item > Get Many whether there is an appeal for this call.',
		errata: [
			{ printed: 'callGroupId and callId as numbers', sent: 'texts', why: 'The sample has UUIDs, as other answers do.' },
			{ printed: 'reviselIdList in the table, reviselList in the sample', sent: 'reviseIdList', why: 'So the digital edition of the vendor.' },
			{ printed: 'callType in the table, missing in the sample', sent: 'callType', why: 'The table says that it must be there.' },
			{ printed: 'fileName in the sample, missing in the table', sent: 'nothing of it', why: 'The call has it already.' },
			{ printed: 'status and message in the table, callId and available in the sample', sent: 'read as they come', why: 'They contradict each other.' },
		],
	}),

	create: operation('12.2.12.3', {
		name: 'Create',
		action: 'Create an inspected call',
		description: 'Hand in a file for inspection',
		request: `POST ${CALLS}/create`,
		risk: 'write',
		headers: byUser,
		body: {
			file_name: text('File Name').named('fileName').required(),
			call_type: choice('Media', MEDIA).named('media').startsAs(0).required(),
			call_time: time('Called At', 'When the call was').named('calledAt'),
			staff_id: agent,
			staff_name: agentName.named('agentName'),
		},
		answer: object(),
		errata: [{ printed: 'call_time without a unit', sent: 'seconds since 1970', why: 'So all times of these interfaces.' }],
		legacy: 'CEC does not support this at present. Use Recording > Inspect instead.',
		findOut: 'Look with "Get Many" whether there is a call of this file.',
	}),
});
