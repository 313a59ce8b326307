import { entries, nameOf, object, timeOf } from '../../../cec/catalogue/answer';
import { day, text, yesNo } from '../../../cec/catalogue/field';
import { operation, resource } from '../../../cec/catalogue/operation';
import { byPage } from '../../../cec/catalogue/paging';
import { campaignGone, isales } from '../../../cec/families/isales';
import { CALL_STATUS, ofCampaign, onlyOne, resultInWords, V1, V2, vdn } from './shared';

const callId = text('Call ID', 'From a result').required().example('e.g. 1644464743-1388');

const transcript = {
	adds: {
		source: nameOf('responseSource', { 0: 'Bot', 1: 'Silent Agent' }),
		repliedAt: timeOf('systemReplyTime'),
		askedAt: timeOf('requestTime'),
	},
};

export const result = resource('result', 'Result', isales, {
	getMany: operation('7.5.1', {
		name: 'Get Many',
		action: 'Get many results of a campaign',
		description: 'Get the results of calls that ended. A Campaign Result Trigger gets them as they come.',
		request: `POST ${V1}/callresult/{campaignId}`,
		risk: 'read',
		gapMs: 100,
		path: ofCampaign,
		body: {
			sessionId: text('Contact ID', 'Only results of this contact').max(32).named('contactId'),
			customField: text('Batch ID', 'Only results of this batch').named('batchId'),
			showDetail: yesNo('Every Attempt', 'Whether to get every attempt instead of the last result of each number').sentAs(0, 1),
			beginTime: day('From', 'First day. Longer spans than 30 days are asked for piece by piece.'),
			endTime: day('To', 'Last day'),
		},
		check: ({ beginTime, endTime }) => (onlyOne(beginTime, endTime) ? '"From" and "To" are given together or not at all' : undefined),
		window: { begin: 'beginTime', end: 'endTime', days: 30 },
		page: byPage({ first: 1, max: ({ showDetail }) => (showDetail ? 100 : 500), total: 'totalCount' }),
		answer: entries('data', { adds: { ...resultInWords, outcome: nameOf('callStatus', CALL_STATUS) } }),
		codes: {
			...campaignGone,
			'0200008': { means: 'Both days or none are needed', remedy: 'Give "From" and "To".' },
			'0200009': { means: 'A day has the wrong format', remedy: 'Check "From" and "To".' },
			'0200010': { means: 'The first day must be before the last', remedy: 'Check "From" and "To".' },
			'0200011': { means: 'The span is longer than 30 days', remedy: 'Choose a shorter one.' },
		},
	}),

	get: operation('7.5.2', {
		name: 'Get',
		action: 'Get the result of a call',
		description: 'Get times, outcome and recording of a call',
		request: `GET ${V1}/callresultdetail/{callId}`,
		risk: 'read',
		path: { ...vdn, callId },
		answer: object('data', {
			adds: {
				reason: resultInWords.reason,
				outcome: nameOf('callStatus', CALL_STATUS),
				rangAt: timeOf('ackBeginTime'),
				answeredAt: timeOf('callBeginTime'),
				endedAt: timeOf('callEndTime'),
			},
		}),
		codes: { '0200007': { means: 'The call does not exist', remedy: 'Check "Call ID".' } },
	}),

	getTranscript: operation('7.5.4', {
		name: 'Get Transcript',
		action: 'Get the transcript of a bot call',
		description: 'Get what the bot and the customer said in a call of an automatic or intelligent campaign',
		request: `POST ${V2}/callRecord`,
		risk: 'read',
		path: vdn,
		body: { callId },
		page: byPage({ position: 'page', size: 'limit', first: 1, max: 100 }),
		answer: entries('recordList', transcript),
	}),

	getTranscriptV1: operation('7.5.3', {
		name: 'Get Transcript V1',
		action: 'Get the transcript of a bot call with version 1',
		request: `POST ${V1}/callRecord`,
		risk: 'read',
		path: vdn,
		body: { callId },
		answer: entries('recordList', transcript),
		legacy: 'For versions of CEC that do not know "Get Transcript" yet.',
	}),
});
