import { entries, nameOf, timeOf } from '../../../cec/catalogue/answer';
import { dateTime } from '../../../cec/catalogue/field';
import { operation, resource } from '../../../cec/catalogue/operation';
import { byPage } from '../../../cec/catalogue/paging';
import { bots } from '../../../cec/families/bots';
import { tenant } from './shared';

/** Table 10-99. */
const REASONS = {
	'-1': 'Wrong Name of the Recording',
	'-2': 'Recording Could Not Be Fetched',
	'-3': 'Recognition Was Refused',
	'-4': 'Recognition Failed',
	'-5': 'No Intent Was Found',
	101: 'Number Does Not Exist',
	102: 'Phone Is Off',
	103: 'Network Is Busy',
	104: 'Caller Owes Money',
	105: 'Number Is Suspended',
	106: 'Busy, Call Waits',
	107: 'Busy',
	108: 'Out of Coverage',
	109: 'Calls Are Forwarded',
	110: 'No International Calls',
	111: 'No Answer',
	112: 'Incoming Calls Are Barred',
	113: 'Fault at Another Carrier',
	114: 'Not Reachable, Is Told of the Call',
};

/** Why calls of agents have reached nobody, as their recordings tell. */
export const callFailure = resource('callFailure', 'Call Failure', bots, {
	getMany: operation('10.16', {
		name: 'Get Many',
		action: 'Get many call failures',
		description: 'Get why calls that agents made have reached nobody, as found out from their recordings',
		request: 'POST /oifde/rest/api/queryRbtRecognitionResult',
		risk: 'read',
		body: {
			...tenant,
			beginTime: dateTime('From').as('epochMillis').required(),
			endTime: dateTime('To').as('epochMillis').required(),
		},
		window: { begin: 'beginTime', end: 'endTime', days: 'month' },
		page: byPage({ first: 1, max: 1000, total: 'total' }),
		answer: entries('rbtRecognitions', {
			adds: {
				reason: nameOf('result', REASONS),
				recordingBeganAt: timeOf('recordBeginTime', 'epochMillis'),
				recordingEndedAt: timeOf('recordEndTime', 'epochMillis'),
				enteredAt: timeOf('beginTime', 'epochMillis'),
				changedAt: timeOf('updateTime', 'epochMillis'),
			},
		}),
		notice: 'CEC keeps the results by month, of its own time zone. When that is not the time zone of the workflow, set it in Options > Time Zone: at the turn of a month results would be missed.',
		errata: [
			{ printed: 'callId described as a number of visits', sent: 'nothing', why: 'It is the ID of the call, as its name and the sample say.' },
			{ printed: 'vdnlId in the sample', sent: 'vdnId, as in the table', why: 'A letter too many in print.' },
		],
	}),
});
