import { done, entries, first, nameOf, object, readAs, timeOf, type DerivedFields } from '../../../cec/catalogue/answer';
import type { Codes } from '../../../cec/catalogue/family';
import { constant, text, yesNo, type Fields } from '../../../cec/catalogue/field';
import { operation, resource, type Erratum } from '../../../cec/catalogue/operation';
import { agentGateway } from '../../../cec/families/agentGateway';
import { MEDIA_TYPE, otherAgent, QUERY_GAP_MS, self, skillQueue } from './shared';

const CALL_DATA = '/agentgateway/resource/calldata/{agentid}';

/** Table 6-455. */
export const CALL_TYPE = {
	0: 'Incoming',
	6: 'Internal',
	7: 'Outgoing',
	40: 'Scheduled Outbound',
	41: 'Preoccupied Outbound',
	43: 'Predictive Outbound',
	44: 'Preview Outbound',
	45: 'Scheduled Callback',
	51: 'Two-Party Consult',
	52: 'Three-Party Consult',
	53: 'Multi-Party Call',
};

const MEDIA_ABILITY = { 1: 'Audio', 2: 'Video', 3: 'Audio and Video' };

const DEVICE = {
	1: 'Call Queue',
	2: 'Agent',
	3: 'Automatic Flow',
	4: 'Conference',
	5: 'Paired Call',
	6: 'Agent Queue',
	7: 'Phone',
};

const DIRECT_MODE = { NORMAL_DIRECT: 'Left', KEEP_DIRECT: 'On Hold', WAIT_DIRECT: 'Waiting', RELEASE_DIRECT: 'Released' };

/** Table 6-204. */
const REASON = {
	0: 'Normal access or transfer',
	1: 'Transferred on overflow',
	2: 'Transferred on timeout',
	3: 'Transferred as nobody is at work',
	4: 'Transferred as queuing was cancelled',
	5: 'Transferred as the agent did not answer',
	6: 'Back from suspension',
	7: 'Connected from hold',
	8: 'Help as a three-party call',
	9: 'Taken off hold',
	10: 'Three-party call',
	11: 'Consult, ended by the agent who asked',
	12: 'Intercepted',
	13: 'Answered by another agent',
	14: 'Called number not configured',
	15: 'Released by the customer',
	16: 'Released by the agent',
	17: 'Transferred out',
	18: 'Put on hold',
	19: 'Internal error',
	20: 'Called party busy',
	21: 'Line busy',
	22: 'Phone switched off',
	23: 'Phone out of coverage',
	24: 'Number does not exist',
	25: 'No resources of the queuing system',
	26: 'Customer did not answer',
	27: 'Called party rejected',
	28: 'Success transfer to a queue',
	29: 'Three-party transfer to a queue',
	30: 'Success transfer to a queue timed out',
	31: 'Three-party transfer to a queue timed out',
	34: 'Queued as the call over the network failed on timeout, overflow or busy',
	35: 'Queued again in its own center after a call over the network',
	36: 'Queued call routed again',
	37: 'Entered the CDN by incoming routing',
	38: 'Entered the CDN by the consult of an agent',
	39: 'CDN returned a route',
	40: 'CDN routing timed out',
	41: 'Consult cancelled by the agent',
	42: 'Entered the PGR as CDN routing timed out',
	43: 'Entered the PGR by the route of the CDN',
	44: 'Entered the PGR by incoming routing',
	45: 'Entered the PGR by the consult of an agent',
	46: 'Agent unreachable, routed again by the CDN',
	47: 'Queued in several queues',
	48: 'Call of the main queue answered from another queue',
	50: 'Rejected by the agent',
	51: 'Customer entered a conference',
	52: 'Conference ended by its chair or by a fault',
	53: 'Removed from the conference',
	54: 'Transferred as too few calls are connected',
	88: 'Customer hung up after the agent was connected',
	89: 'Customer hung up after the agent had answered',
};

const heldInWords: DerivedFields = {
	callTypeName: nameOf('callfeature', CALL_TYPE),
	// The tables say numbers, the samples texts; a leading zero or plus needs the text.
	caller: readAs('caller', String),
	called: readAs('called', String),
};

const callInWords: DerivedFields = {
	...heldInWords,
	orgicallednum: readAs('orgcallednum', (number) => number),
	mediaTypeName: nameOf('mediaType', MEDIA_TYPE),
	mediaAbilityName: nameOf('mediaAbility', MEDIA_ABILITY),
	beganAt: timeOf('begintime', 'epochMillis'),
	endedAt: timeOf('endtime', 'epochMillis'),
};

const traceInWords: DerivedFields = {
	waitBeganAt: timeOf('trace.waitBeginTime', 'epochMillis'),
	waitEndedAt: timeOf('trace.waitEndTime', 'epochMillis'),
	answerBeganAt: timeOf('trace.answerBeginTime', 'epochMillis'),
	answerEndedAt: timeOf('trace.answerEndTime', 'epochMillis'),
	talkBeganAt: timeOf('trace.talkBeginTime', 'epochMillis'),
	talkEndedAt: timeOf('trace.talkEndTime', 'epochMillis'),
	deviceTypeName: nameOf('trace.deviceType', DEVICE),
	callDirectModeName: nameOf('trace.callDirectMode', DIRECT_MODE),
	enterReasonName: nameOf('trace.enterReason', REASON),
	leaveReasonName: nameOf('trace.leaveReason', REASON),
};

/** Data that are no text in BASE64 were not encoded, although that was asked for. */
const decoded = (data: unknown): string => {
	const given = String(data);
	const text = /^[A-Za-z0-9+/\s]*={0,2}\s*$/.test(given) ? Buffer.from(given, 'base64').toString('utf8') : given;
	return text.includes('\uFFFD') ? given : text;
};

const agent: Fields = {
	...self,
	workno: otherAgent().named('agentId').required(),
};

const maySee: Codes = {
	'300-001': { means: 'The agent may not see this', remedy: 'Give the agent the role of an inspector in CEC.' },
};

/** An agent without calls holds none: an empty list and no failure. */
const NO_CALLS = /^400-003$/;

const numbersAsTexts: Erratum = {
	printed: 'caller and called as numbers in the table, as texts in the sample',
	sent: 'both are read, and given out as texts',
	why: 'A leading zero or plus needs a text.',
};

const dialledNumber: Erratum = {
	printed: 'orgicallednum in the table, orgcallednum in the sample',
	sent: 'both are read, into orgicallednum',
	why: 'Nothing tells which of them is right.',
};

const listOrObject: Erratum = {
	printed: 'result as a list in the table, as an object in the sample',
	sent: 'both are read',
	why: 'Nothing tells which of them is right.',
};

export const callData = resource('callData', 'Call Data', agentGateway, {
	get: operation('6.1.3.2', {
		name: 'Get',
		action: 'Get the data of a call',
		description: 'Get the data that travel with a call or chat',
		request: `GET ${CALL_DATA}/appdata`,
		risk: 'read',
		gapMs: QUERY_GAP_MS,
		path: self,
		query: {
			isEncodeResult: constant(true),
			callId: text('Call ID', 'The present call when left empty; needed for chats'),
		},
		answer: object('result', { as: 'calldata', adds: { calldata: readAs('calldata', decoded) } }),
		errata: [{ printed: 'callId in the address, callid in the table', sent: 'callId', why: 'The address shows what goes over the wire.' }],
	}),

	set: operation('6.1.3.3', {
		name: 'Set',
		action: 'Set the data of a call',
		description: 'Set the data that travel with a call or chat; the agent must be in it',
		request: `PUT ${CALL_DATA}/setcalldataex`,
		risk: 'write',
		gapMs: QUERY_GAP_MS,
		path: self,
		body: {
			callid: text('Call ID', 'The present call when left empty').named('callId'),
			calldata: text('Call Data', 'At most 16 KB').named('callData').lines().bytes(16 * 1024).base64().shown(),
			isDataEncoded: constant(true),
		},
		answer: done(),
		codes: { '400-001': { means: 'There is no call whose data could be set', remedy: 'Check the call ID; the call may have ended.' } },
		errata: [
			{
				printed: 'isDataEncoded as the text "true" beside data that read 1233',
				sent: 'the boolean true and BASE64',
				why: 'The table gives the type, and says that true is for BASE64.',
			},
		],
	}),

	getCall: operation('6.1.3.1', {
		name: 'Get Call',
		action: 'Get the call of an agent',
		description: 'Get numbers, skill queue, times and course of the call that the agent has',
		request: `GET ${CALL_DATA}/callinfo`,
		risk: 'read',
		gapMs: QUERY_GAP_MS,
		path: self,
		query: {
			isNoContainLastCall: yesNo('Last Call Instead', 'Whether to get the last call while the agent has none').named('lastCallInstead'),
		},
		answer: object('result', { adds: { ...callInWords, ...traceInWords } }),
		errata: [numbersAsTexts],
	}),

	getCallById: operation('6.1.3.6', {
		name: 'Get Call by ID',
		action: 'Get one call of an agent',
		description: 'Get numbers, skill queue and times of one of the calls that the agent has',
		request: `GET ${CALL_DATA}/callinfobycallid/{callid}`,
		risk: 'read',
		gapMs: QUERY_GAP_MS,
		path: { ...self, callid: text('Call ID').named('callId').required() },
		answer: first('result', { adds: callInWords }),
		errata: [listOrObject, dialledNumber, numbersAsTexts],
	}),

	getCallBeforeAnswer: operation('6.1.3.5', {
		name: 'Get Call Before Answer',
		action: 'Get an incoming call as it was before the answer',
		description: 'Get what was known of an incoming call before the agent answered it',
		request: `GET ${CALL_DATA}/callinbeforeanswer`,
		risk: 'read',
		gapMs: QUERY_GAP_MS,
		path: self,
		answer: entries('result', { adds: callInWords }),
		errata: [listOrObject, dialledNumber, numbersAsTexts],
	}),

	getHeldCalls: operation('6.1.3.4', {
		name: 'Get Held Calls',
		action: 'Get the calls that an agent holds',
		description: 'Get the calls that the agent of the session has put on hold',
		request: `GET ${CALL_DATA}/holdlist`,
		risk: 'read',
		gapMs: QUERY_GAP_MS,
		path: self,
		answer: entries('result', { adds: { ...heldInWords, orgicallednum: callInWords.orgicallednum } }),
		successCodes: NO_CALLS,
		codes: maySee,
		errata: [
			{ ...listOrObject, printed: 'result as an object in the table, as a list in the sample' },
			dialledNumber,
			numbersAsTexts,
		],
	}),

	getHeldCallsOfAgent: operation('6.1.3.12', {
		name: 'Get Held Calls of Agent',
		action: 'Get the calls that another agent holds',
		description: 'Get the calls that another agent has put on hold, as an inspector',
		request: `GET ${CALL_DATA}/holdlistex/{workno}`,
		risk: 'read',
		standalone: true,
		gapMs: QUERY_GAP_MS,
		path: agent,
		answer: entries('result', { adds: heldInWords }),
		successCodes: NO_CALLS,
		codes: maySee,
		errata: [
			{ printed: 'a list of waiting calls in the table of the answer', sent: 'calls on hold are read', why: 'Title and text say so.' },
			numbersAsTexts,
		],
	}),

	getCallIds: operation('6.1.3.7', {
		name: 'Get Call IDs of Agent',
		action: 'Get which calls another agent has',
		description: 'Get the IDs of all calls that another agent has',
		request: `GET ${CALL_DATA}/allcallinfoEx/{workno}`,
		risk: 'read',
		standalone: true,
		gapMs: QUERY_GAP_MS,
		path: agent,
		answer: entries('result', { as: 'callid' }),
		codes: {
			'100-011': { means: 'CEC does not accept a value', remedy: 'Check the agent ID.' },
			'900-002': { means: 'The agent may not do this', remedy: 'Give the agent the role of an inspector in CEC.' },
		},
	}),

	countCalls: operation('6.1.3.8', {
		name: 'Count Calls',
		action: 'Count the calls of an agent',
		description: 'Get how many calls the agent has at present',
		request: `GET ${CALL_DATA}/callnums`,
		risk: 'read',
		gapMs: QUERY_GAP_MS,
		path: self,
		answer: object('result', { as: 'calls', adds: { calls: readAs('calls', Number) } }),
		errata: [{ printed: 'result as a text in the table, as a number in the sample', sent: 'both are read, and given out as a number', why: 'It is a count.' }],
	}),

	getStatistics: operation('6.1.3.9', {
		name: 'Get Statistics',
		action: 'Get the call statistics of an agent',
		description: 'Get how often and how long the agent has talked, held, transferred, rested and been busy today',
		request: `GET ${CALL_DATA}/statistics`,
		risk: 'read',
		gapMs: QUERY_GAP_MS,
		path: self,
		answer: object('result', { adds: { transfernums: readAs('transferrnums', (count) => count) } }),
		notice: 'CEC works hard for this. When answered calls, outgoing calls and talk time are enough, use Get Short Statistics instead.',
		errata: [
			{
				printed: 'transfernums in the table, transferrnums in the sample',
				sent: 'both are read, into transfernums',
				why: 'Nothing tells which of them is right.',
			},
		],
	}),

	getShortStatistics: operation('6.1.3.10', {
		name: 'Get Short Statistics',
		action: 'Get the short call statistics of an agent',
		description: 'Get talk time, answered and outgoing calls of the agent today',
		request: `GET ${CALL_DATA}/statisticsEx`,
		risk: 'read',
		gapMs: QUERY_GAP_MS,
		path: self,
		answer: object('result'),
		errata: [{ printed: 'table 6-233 for the answer', sent: 'the three values of table 6-237 are read', why: 'That table stands below it, and the sample has no more.' }],
	}),

	getWaitingCalls: operation('6.1.3.11', {
		name: 'Get Waiting Calls',
		action: 'Get the calls that wait in a skill queue',
		description: 'Get the calls that wait in a skill queue for an agent',
		request: `GET ${CALL_DATA}/waitcallinfo/{skillid}`,
		risk: 'read',
		standalone: true,
		gapMs: QUERY_GAP_MS,
		path: { ...self, skillid: skillQueue().named('skillId').required() },
		answer: entries('result', { adds: callInWords }),
		errata: [dialledNumber, numbersAsTexts],
	}),
});
