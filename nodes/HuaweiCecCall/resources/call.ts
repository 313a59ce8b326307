import { entries, nameOf, object, readAs } from '../../../cec/catalogue/answer';
import { choice, dateTime } from '../../../cec/catalogue/field';
import { operation, resource } from '../../../cec/catalogue/operation';
import { byOffset } from '../../../cec/catalogue/paging';
import { calls } from '../../../cec/families/calls';
import { reasonByTask } from '../releaseReasons';
import { CALL_STATE, callNumber, phone, seconds, times } from './shared';

const TASK_TYPE = {
	0: 'All but Partner Network (ITA)',
	1: 'Two-Party Call',
	2: 'Anonymous Call',
	3: 'Voice Notification',
	4: 'Partner Network (ITA)',
};
const DEVICE = { 0: 'Skill Queue', 1: 'Number' };
const stateInWords = { stateName: nameOf('state', CALL_STATE), reason: readAs('reasonCode', reasonByTask) };

export const call = resource('call', 'Call', calls, {
	getMany: operation('6.2.3', {
		name: 'Get Many',
		action: 'Get many calls',
		description: 'Get the records of two-party calls and voice notifications; any span of time, also more than the seven days of one request',
		request: 'POST /apiaccess/CC-Management/v1/mobileAgent/queryCallDetailRecord',
		risk: 'read',
		body: {
			startTime: dateTime('From', 'Calls that began at this time or later').as('epochMillis').asText().required(),
			endTime: dateTime('To', 'Calls that began before this time').as('epochMillis').asText().required(),
			caller: phone('Agent Phone', 'Only calls from this number'),
			taskType: choice('Type', TASK_TYPE, 'Only calls of this type').asText().startsAs(0),
		},
		window: { begin: 'startTime', end: 'endTime', days: 7 },
		page: byOffset({ max: 100, total: 'result.total', asText: true }),
		answer: entries('result.callInfo', {
			adds: {
				...stateInWords,
				taskTypeName: nameOf('taskType', TASK_TYPE),
				talkSeconds: seconds('talkDuration'),
				agentTalkSeconds: seconds('agentTalkDuration'),
				...times({
					startedAt: 'startTime',
					agentRangAt: 'agentAlertingTime',
					agentAnsweredAt: 'agentTalkingTime',
					agentReleasedAt: 'agentReleaseTime',
					rangAt: 'alertingTime',
					answeredAt: 'talkingTime',
					releasedAt: 'releaseTime',
					endedAt: 'endTime',
				}),
			},
		}),
		// "1" says that there is none, which is an empty list and no failure.
		successCodes: /^1$/,
		codes: {
			'2': { means: 'CEC does not accept the times', remedy: '"From" must be before "To".' },
			'4': { means: 'CEC does not accept the page' },
			'12': { means: 'CEC does not accept "Agent Phone"', remedy: 'Digits only, at most 32.' },
		},
		errata: [
			{
				printed: 'times as strings in the table, numbers in the sample of the answer',
				sent: 'strings',
				why: 'The sample of the request has strings; both are read.',
			},
		],
	}),

	getState: operation('6.2.4', {
		name: 'Get State',
		action: 'Get the state of a call',
		description: 'Get how far a call is: waiting, calling, talking or ended, and why it ended',
		request: 'POST /apiaccess/CC-Management/v1/mobileAgent/queryCallState',
		risk: 'read',
		body: { callSerialNo: callNumber },
		answer: object('result', {
			adds: { ...stateInWords, ...times({ startedAt: 'startTime', endedAt: 'endTime' }) },
		}),
		codes: {
			'1': { means: 'CEC could not tell the state of the call', remedy: 'Check the call serial number.' },
			'3': { means: 'CEC does not accept the call serial number', remedy: 'It is a number of 18 or 19 digits.' },
		},
	}),

	getDestination: operation('6.2.8', {
		name: 'Get Destination',
		action: 'Get the destination of a called number',
		description: 'Get what a called number leads to: a skill queue or a number',
		request: 'POST /apiaccess/CC-Management/v1/mobileAgent/getCalledInfo',
		risk: 'read',
		body: {
			called: phone('Called Number').required(),
			caller: phone('Calling Number').required(),
		},
		answer: object('result', { adds: { devTypeName: nameOf('devType', DEVICE) } }),
		codes: {
			'4': { means: 'CEC found no destination for the called number', remedy: 'Check the number.' },
			'5': { means: 'The called number leads nowhere', remedy: 'Give it a called route in CEC first.' },
		},
	}),
});
