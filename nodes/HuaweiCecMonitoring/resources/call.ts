import { entries, nameOf, object, readAs, timeOf, type DerivedFields } from '../../../cec/catalogue/answer';
import { choice, dateTime, fromCredential, text, type Fields } from '../../../cec/catalogue/field';
import { operation, resource } from '../../../cec/catalogue/operation';
import { cms } from '../../../cec/families/cms';
import { callTypes, deviceReasons, deviceTypes, mediaTypes, subMediaTypes } from '../../../cec/families/ctiCodes';
import { releaseCauses } from '../../../cec/families/releaseCauses';
import { callFeatures } from '../codes';
import { mediaNames, moment, pagesOf, V1, V2, whose, wrapped, WRAPPER } from '../shared';
import { NEW_PLATFORM } from './shared';

const callId = text('Call ID').required();
const WANTS_MILLIS = 'Some versions of CEC want the time in it in milliseconds: 1659513159000-546 rather than 1659513159-546.';
const direction = choice('Direction', { true: 'Inbound', false: 'Outbound' });

const span: Fields = {
	beginDate: dateTime('From', 'Not before the beginning of yesterday').as('epochMillis').asText().required(),
	endDate: dateTime('To', 'Not after the end of today').as('epochMillis').asText().required(),
	callerNo: text('Calling Number').only(/^\d*$/, 'digits'),
	calleeNo: text('Called Number').only(/^\d*$/, 'digits'),
};

const kinds: DerivedFields = {
	callTypeName: nameOf('callType', callTypes),
	mediaTypeName: nameOf('mediaType', mediaTypes),
	// The list is that of multimedia chats alone.
	subMediaTypeName: readAs('subMediaType', (type, { mediaType }) => (Number(mediaType) === 53 ? [subMediaTypes[String(type)]].flat()[0] : undefined)),
};

const times: DerivedFields = {
	waitBeganAt: moment('waitBegin'),
	answerBeganAt: moment('ackBegin'),
	talkBeganAt: moment('callBegin'),
	endedAt: moment('callEnd'),
};

const foundCalls = entries('resultDesc.data', {
	adds: { ...kinds, ...times, loggedAt: moment('logDate'), leaveReasonName: nameOf('leaveReason', deviceReasons) },
});

/** What a call in progress is, and where. */
const place: DerivedFields = {
	deviceTypeName: nameOf('deviceType', deviceTypes),
	callFeatureName: nameOf('callFeature', callFeatures),
	mediaTypeName: nameOf('mediaType', mediaNames),
};

const textTimes = {
	printed: 'the table has the times as long, the sample as texts',
	sent: 'texts of milliseconds',
	why: 'Calls that are known to work have them as the sample does.',
};

export const call = resource('call', 'Call', cms, {
	getMany: operation('12.3.1.1.13', {
		name: 'Get Many',
		action: 'Get many calls',
		description: 'Get the calls of yesterday and today, inbound or outbound',
		request: `POST ${V2}/vdn/querycalls`,
		risk: 'read',
		body: { ...whose, isCallIn: direction.named('direction').required().startsAs('true'), ...span },
		page: pagesOf(100, { total: 'resultDesc.count' }),
		answer: foundCalls,
		errata: [textTimes],
	}),

	getManyInbound: operation('12.3.1.1.12', {
		name: 'Get Many Inbound',
		action: 'Get many inbound calls',
		description: 'Get the inbound calls of yesterday and today, on versions of CEC that cannot tell outbound ones',
		request: `POST ${V1}/vdn/querycalls`,
		risk: 'read',
		body: { ...whose, ...span },
		page: pagesOf(100, { total: 'resultDesc.count' }),
		answer: foundCalls,
		errata: [
			textTimes,
			{
				printed: 'a remark that eight hours have to be added in China',
				sent: 'the true time',
				why: 'The same query of version 2 has no such remark, and the times are counted from 1970 in any zone.',
			},
		],
	}),

	get: operation('12.3.1.4.1', {
		name: 'Get',
		action: 'Get a call in progress',
		description: 'Get where a call in progress is and how long it has lasted',
		request: `POST ${V1}/calldata/querybasiccallinfo`,
		risk: 'read',
		body: { ...whose, callId: callId.called('Call ID', `Such as other operations return it. ${WANTS_MILLIS}`).max(20) },
		codes: { '0100001': { means: 'CEC does not know this call', remedy: `The call must be in progress. ${WANTS_MILLIS}` } },
		answer: object('resultDesc', { adds: { ...place, enteredAt: moment('time'), enterReasonName: nameOf('enterReason', deviceReasons) } }),
		notice: NEW_PLATFORM,
		errata: [
			{
				printed: 'the table wants milliseconds in the ID, the sample has seconds',
				sent: 'the ID as it was given',
				why: 'IDs are handed on as other operations return them; some return milliseconds.',
			},
		],
	}),

	getPrivate: operation('12.3.1.4.2', {
		name: 'Get Private',
		action: 'Get a private call',
		description: 'Get a call that waits for one agent, by an ID that Get Private Calls of agents returned',
		request: `POST ${V1}/calldata/querydetailcallinfo`,
		risk: 'read',
		body: { ...whose, callId: callId.max(20) },
		answer: object('resultDesc', { adds: { ...place, enteredAt: moment('time') } }),
		errata: [
			{
				printed: 'the sample has "time" in seconds, that of the basic information of a call in milliseconds; the table names no unit',
				sent: 'nothing; both are read',
				why: 'It is part of the answer.',
			},
		],
	}),

	getRecord: operation('12.3.1.4.3', {
		name: 'Get Record',
		action: 'Get the record of a call',
		description: 'Get the record of a call that is over; times are in seconds',
		request: `POST ${V1}/calldata/querycalldetailbyid`,
		risk: 'read',
		body: { ccId: fromCredential('ccId'), callId, isCallin: direction.named('direction').required().startsAs('true') },
		bodyIn: WRAPPER,
		answer: object('resultDesc', {
			adds: {
				callTypeName: nameOf('callType', callTypes),
				releaseCauseName: nameOf('releaseCause', releaseCauses),
				beganAt: timeOf('beginTime'),
				endedAt: timeOf('endTime'),
				resultName: nameOf('result', {
					'0000': 'Outbound call succeeded before the transfer to IVR',
					'0900': 'Outbound call succeeded before the transfer to an agent',
					'0101': 'Outbound call failed',
					'-1': 'No number left to call',
					'0601': 'Returned',
				}),
			},
		}),
		errata: [wrapped],
	}),

	getTrace: operation('12.3.1.1.14', {
		name: 'Get Trace',
		action: 'Get the trace of a call',
		description: 'Get the devices that a call passed, one item for each: IVR flows, skill queues and agents',
		request: `POST ${V1}/vdn/querycalltracedetail`,
		risk: 'read',
		body: {
			...whose,
			callId,
			logDate: dateTime('Time of the Call', 'Any time in the month of the call').named('time').as('epochMillis').asText().required(),
		},
		answer: entries('resultDesc', {
			adds: {
				...kinds,
				...times,
				deviceTypeName: nameOf('deviceType', deviceTypes),
				enterReasonName: nameOf('EnterReason', deviceReasons),
				leaveReasonName: nameOf('LeaveReason', deviceReasons),
				// The other rows of a call have a 0 that means nothing.
				releaseCauseName: readAs('releaseCause', (cause, { callIdNum }) => (Number(callIdNum) === -1 ? releaseCauses[String(cause)] : undefined)),
			},
		}),
		errata: [textTimes],
	}),
});
