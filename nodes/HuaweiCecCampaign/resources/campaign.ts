import { done, entries, nameOf, object, parsed } from '../../../cec/catalogue/answer';
import { choice, dateTime, pick, text, yesNo } from '../../../cec/catalogue/field';
import { operation, resource } from '../../../cec/catalogue/operation';
import { byPage } from '../../../cec/catalogue/paging';
import { campaignGone, isales } from '../../../cec/families/isales';
import {
	begin,
	callCenterId,
	callPolicy,
	callerNumbers,
	campaignName,
	checkCampaign,
	description,
	dialingMode,
	DIALING_MODE,
	end,
	initialState,
	ivr,
	priority,
	queue,
	queueName,
	resultCallback,
	retryPolicy,
	ringTime,
	schedule,
} from './campaignFields';
import { ofCampaign, onlyOne, V1, V2, vdn } from './shared';

const STATUS = { 2: 'Running', 3: 'Paused', 4: 'Finished' };

const callbackSpelling = {
	printed: 'callbackUrl in the table, callBackUrl in the sample',
	sent: 'callBackUrl',
	why: 'All samples, the answer of 7.1.6 and the public documentation of the vendor say so.',
};
const ccIdSpelling = { printed: 'cclid', sent: 'ccId', why: 'The scan misreads a capital I; 7.1.7 prints ccId.' };
const policyIsList = {
	printed: 'the policy by result as an object, in the samples of policyJson',
	sent: 'a list',
	why: 'The notes to the table, 7.1.10 and the public documentation of the vendor have a list; the scan lost its brackets.',
};
const quotes = {
	printed: 'JSON inside texts with single quotes',
	sent: 'JSON with double quotes',
	why: 'Single quotes are no JSON; parsers that take them take double quotes too.',
};

const createCodes = {
	'0200002': { means: 'The campaign would start before today', remedy: 'Give a later "Start".' },
	'0200003': {
		means: 'There are too many campaigns that use skill queues',
		remedy: 'CEC allows 20 at a time. Delete campaigns that are done.',
	},
	'0200004': {
		means: 'There are too many campaigns that use IVR flows',
		remedy: 'CEC allows 20 at a time. Delete campaigns that are done.',
	},
	'0200005': { means: 'A campaign with this name exists', remedy: 'Choose another "Name".' },
	'0200017': { means: 'The skill queue does not exist', remedy: 'Pick it from the list again.' },
};
const updateCodes = {
	...campaignGone,
	'0200002': createCodes['0200002'],
	'0200005': createCodes['0200005'],
	'0200016': { means: 'The campaign is finished', remedy: 'A finished campaign cannot be changed. Create a new one.' },
	'0200017': createCodes['0200017'],
};

const v1Fields = {
	name: campaignName,
	description,
	strBeginTime: begin,
	strEndTime: end,
	deviceType: dialingMode,
	callerNo: pick('accessCodes', 'Displayed Number', 'Number that is shown to customers')
		.max(24)
		.only(/^[0-9*#]*$/, 'digits, * and #')
		.required(),
	maxAlertingTime: ringTime,
	scheduleParam: schedule,
	ivrParam: ivr,
	skillParam: queue(queueName),
};

const v2Fields = {
	...v1Fields,
	strBeginTime: begin.required(),
	strEndTime: end.required(),
	callerNo: callerNumbers.required(),
	priority,
	initStatus: initialState,
	callBackUrl: resultCallback.required(),
};

const findByName = 'Look with "Get Many" whether a campaign of this name exists.';

export const campaign = resource('campaign', 'Campaign', isales, {
	create: operation('7.1.2', {
		name: 'Create',
		action: 'Create a campaign',
		description: 'Create an outbound campaign with its retry and call policies',
		request: `POST ${V2}`,
		risk: 'write',
		findOut: findByName,
		path: vdn,
		body: {
			...v2Fields,
			skillParam: queue(queueName.required()),
			retryPolicy: retryPolicy(),
			callPolicy: callPolicy(),
			ccId: callCenterId,
		},
		check: checkCampaign,
		answer: object('returnObject'),
		codes: createCodes,
		errata: [
			callbackSpelling,
			ccIdSpelling,
			policyIsList,
			quotes,
			{
				printed: 'result of resultRetry from 1 to 9',
				sent: '0 to 9',
				why: '7.1.4 and the rules by number type go from 0 (other) to 9.',
			},
		],
	}),

	createV1: operation('7.1.1', {
		name: 'Create V1',
		action: 'Create a campaign with version 1',
		request: `POST ${V1}`,
		risk: 'write',
		findOut: findByName,
		path: vdn,
		body: {
			...v1Fields,
			strBeginTime: begin.required(),
			strEndTime: end.required(),
			initStatus: initialState,
			callBackUrl: resultCallback.required(),
			ccId: callCenterId,
		},
		check: checkCampaign,
		answer: object('returnObject'),
		codes: createCodes,
		legacy: 'For versions of CEC that do not know "Create" yet. It sets no retry policy: use the resource Retry Policy afterwards.',
		errata: [callbackSpelling, ccIdSpelling],
	}),

	update: operation('7.1.4', {
		name: 'Update',
		action: 'Update a campaign',
		description: 'Replace the settings of a campaign that is not finished',
		request: `PUT ${V2}/{campaignId}`,
		risk: 'write',
		path: ofCampaign,
		body: {
			...v2Fields,
			initStatus: choice('State After the Update', { 0: 'Running', 1: 'Paused' }).startsAs(1),
			retryPolicy: retryPolicy({
				retryPolicyId: text('Retry Policy ID', 'The retryPolicy.retryPolicyId that "Get" returns').required(),
			}),
			callPolicy: callPolicy({
				callPolicyId: text('Call Order ID', 'The callPolicy.callPolicyId that "Get" returns; needed where there is one already'),
			}),
		},
		check: checkCampaign,
		answer: done(),
		codes: updateCodes,
		notice: 'All settings are replaced, so give all of them. The dialing mode must stay what it is. "Get" returns the current ones.',
		errata: [
			callbackSpelling,
			policyIsList,
			quotes,
			{ printed: '{vdlId} in the path', sent: '{vdnId}', why: 'A misprint: the table of the path names vdnId.' },
			{
				printed: 'maxAlertingTime from 5 to 60',
				sent: '5 to 120',
				why: 'The other three interfaces of campaigns allow 120 for the same setting.',
			},
		],
	}),

	updateV1: operation('7.1.3', {
		name: 'Update V1',
		action: 'Update a campaign with version 1',
		request: `PUT ${V1}/{campaignId}`,
		risk: 'write',
		path: ofCampaign,
		body: { ...v1Fields, callBackUrl: resultCallback.required() },
		check: (values) =>
			onlyOne(values.strBeginTime, values.strEndTime) ? '"Start" and "End" are given together or not at all' : checkCampaign(values),
		answer: done(),
		codes: updateCodes,
		legacy: 'For versions of CEC that do not know "Update" yet. The dialing mode must stay what it is.',
		errata: [callbackSpelling],
	}),

	delete: operation('7.1.5', {
		name: 'Delete',
		action: 'Delete a campaign',
		description: 'Delete a campaign that is not running',
		request: `DELETE ${V1}/{campaignId}`,
		risk: 'destructive',
		path: ofCampaign,
		body: {
			archiveHistory: yesNo('Keep History', 'Whether to move numbers and results to the history instead of deleting them')
				.sentAs(0, 1)
				.startsAs(true)
				.shown(),
		},
		answer: done('deleted'),
		codes: {
			...campaignGone,
			'0200009': { means: 'The campaign is still running', remedy: 'Pause it first.' },
		},
	}),

	get: operation('7.1.6', {
		name: 'Get',
		action: 'Get a campaign',
		request: `GET ${V1}/{campaignId}`,
		risk: 'read',
		path: ofCampaign,
		answer: object('returnObject', {
			adds: {
				statusName: nameOf('status', STATUS),
				dialingMode: nameOf('deviceType', DIALING_MODE),
				retriesByResult: parsed('retryPolicy.resultRetry'),
				retriesByNumberType: parsed('retryPolicy.policyJson'),
				rulesByBusinessResult: parsed('retryPolicy.busiPolicy'),
				rounds: parsed('callPolicy.turns'),
			},
		}),
		codes: campaignGone,
		errata: [
			{
				printed: 'mimAvgCallTime in the answer',
				sent: 'minAvgCallTime when a campaign is created or updated',
				why: 'All tables of requests spell it so; the answer is passed on as it comes.',
			},
		],
	}),

	getMany: operation('7.1.7', {
		name: 'Get Many',
		action: 'Get many campaigns',
		request: `GET ${V1}`,
		risk: 'read',
		path: vdn,
		query: {
			status: choice('Status', { 0: 'Any', ...STATUS }).startsAs(0).required(),
			deviceType: choice('Dialing Mode', { 0: 'Any', ...DIALING_MODE }).startsAs(0).required(),
			name: text('Name', 'The name or a part of it').max(30),
			beginTime: dateTime('Starts After'),
			endTime: dateTime('Starts Before'),
			ccId: callCenterId.called('Call Center ID', 'Only campaigns of this center'),
		},
		page: byPage({ in: 'query', position: 'curPage', size: 'rowsPerPage', first: 1, max: 100, total: 'totalSize' }),
		answer: entries('data', { adds: { statusName: nameOf('status', STATUS), dialingMode: nameOf('deviceType', DIALING_MODE) } }),
		errata: [
			{
				printed: 'a campaign with status 1 in the sample',
				sent: 'nothing',
				why: 'The table knows 2 to 4 only; other values come without a name.',
			},
		],
	}),

	pause: operation('7.1.8', {
		name: 'Pause',
		action: 'Pause a campaign',
		description: 'Stop calling for now. Numbers can be added and deleted while it is paused.',
		request: `PUT ${V1}/{campaignId}/pause`,
		risk: 'write',
		path: ofCampaign,
		answer: done(),
		codes: { ...campaignGone, '0200011': { means: 'The campaign is not running', remedy: 'Only a running campaign can be paused.' } },
	}),

	resume: operation('7.1.9', {
		name: 'Resume',
		action: 'Resume a campaign',
		description: 'Start calling, or go on after a pause',
		request: `PUT ${V1}/{campaignId}/resume`,
		risk: 'write',
		path: ofCampaign,
		answer: done(),
		codes: { ...campaignGone, '0200011': { means: 'The campaign is not paused', remedy: 'Only a paused campaign can be resumed.' } },
	}),
});
