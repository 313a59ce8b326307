import { done, object, readAs } from '../../../cec/catalogue/answer';
import { choice, pick, text } from '../../../cec/catalogue/field';
import { operation, resource, type Waiting } from '../../../cec/catalogue/operation';
import { messaging } from '../../../cec/families/messaging';
import { channel, customer } from './shared';

type Json = Record<string, unknown>;

const CONNECTED = '168101';
const FAILED = /disconnected|timeout|failed/i;

/** Events are told apart by their words: the reference names a number for one of them only. */
const STATES: Array<[says: RegExp, state: string]> = [
	[/in queue/i, 'Queueing'],
	[/disconnected/i, 'Disconnected'],
	[/connected/i, 'Connected'],
	[/timeout/i, 'Queued Too Long'],
	[/failed/i, 'Failed'],
	[/unknown events/i, 'Unknown'],
	[/without any events/i, 'No Event'],
];

const stateOf = (words: unknown): string | undefined => STATES.find(([says]) => says.test(String(words)))?.[1];

const untilConnected: Waiting = {
	toggle: { label: 'Wait Until Connected', hint: 'Whether to wait until an agent has taken the call, and to return what the browser needs to join it' },
	what: () => 'The call',
	ask: () => clickToCall.operations.getEvent,
	given: ({ userId, userName, channelId, locale }) => ({ userId, userName, channelId, locale }),
	read: ({ eventId, resultDesc }: Json) => {
		if (String(eventId) === CONNECTED || stateOf(resultDesc) === 'Connected') return { state: 'done' };
		return FAILED.test(String(resultDesc)) ? { state: 'failed', reason: String(resultDesc) } : { state: 'running' };
	},
	everyMs: 2000,
	remedy: 'No agent has taken the call. Try again later.',
	minutes: 2,
};

export const clickToCall = resource('clickToCall', 'Click-to-Call', messaging, {
	checkSupport: operation('11.9', {
		name: 'Check Support',
		action: 'Check whether click to call is supported',
		description: 'Get whether customers of the tenant space can call agents from a browser',
		request: 'GET /apiaccess/ccmessaging/v1/checkClickToCallSupport',
		risk: 'read',
		customer,
		query: { channel },
		answer: object(),
		errata: [{ printed: 'channel as a body in the sample', sent: 'channel in the query', why: 'So the table, and it is a GET.' }],
	}),

	create: operation('11.10', {
		name: 'Create',
		action: 'Create a click to call call',
		description: 'Call an agent for the browser of the customer, by voice or video',
		request: 'POST /apiaccess/ccmessaging/v1/createClickToCall',
		risk: 'dial',
		customer,
		body: { channel, mediaAbility: choice('Media', { 0: 'Voice', 1: 'Video' }).asText().startsAs(0).named('media').required() },
		answer: done(),
		codes: { '13': { means: 'CEC could not make the call', remedy: 'There may be no agent free; try again later.' } },
		wait: untilConnected,
		findOut: 'Get its event before you make it again.',
	}),

	createAnonymous: operation('11.13', {
		name: 'Create Anonymous Call',
		action: 'Create an anonymous call',
		description: 'Prepare a call in which neither side sees the number of the other; an app joins it by SIP',
		request: 'POST /apiaccess/ccmessaging/v1/mobileagent/createcall',
		risk: 'dial',
		body: {
			called: text('Number to Call').max(32).named('numberToCall').required(),
			callerPresent: pick('accessCodes', 'Displayed Number', 'What both sides see; that of the platform when left empty').max(32).named('displayedNumber'),
			callData: text('Call Data', 'Data that go with the call').max(1024),
		},
		answer: object('resultData'),
		codes: {
			'30010000001': { means: 'The tenant may not make anonymous calls', remedy: 'Have the feature switched on by the operator of CEC.' },
			'30010000002': { means: 'CEC found no SIP server', remedy: 'Show the code to the operator of CEC.' },
			'30010000003': { means: 'CEC does not accept a value', remedy: 'Check the numbers.' },
			'30010010001': { means: 'CEC could not add the call', remedy: 'Try again later.' },
			'30010010002': { means: 'The VDN is not available', remedy: 'Show the code to the operator of CEC.' },
			'30010010003': { means: 'The VDN is not set up right: there is no path for recordings', remedy: 'Show the code to the operator of CEC.' },
			'30010019999': { means: 'The call service of CEC failed', remedy: 'Try again later.' },
			'30011010001': { means: 'The call did not come about', remedy: 'Look whether anybody was called before you try again.' },
			'30011019999': { means: 'The queues of CEC failed', remedy: 'Try again later.' },
			'30010009999': { means: 'The chat service of CEC failed', remedy: 'Try again later.' },
		},
		doubtfulCodes: ['30011010001'],
		findOut: 'Look at the record of calls before you make it again.',
		errata: [{ printed: 'callerPresent as required, with what holds when it is absent', sent: 'where given', why: 'Its description tells of the default.' }],
	}),

	drop: operation('11.12', {
		name: 'Drop',
		action: 'Drop a click to call call',
		description: 'Release the call of the customer',
		request: 'POST /apiaccess/ccmessaging/v1/dropClickToCall',
		risk: 'write',
		customer,
		body: { channel },
		answer: done(),
		codes: { '13': { means: 'CEC could not release the call', remedy: 'It may be over already.' } },
	}),

	getEvent: operation('11.11', {
		name: 'Get Event',
		action: 'Get an event of a click to call call',
		description: 'Get what has become of the call; once it is connected, the addresses and numbers with which a browser joins it',
		request: 'GET /apiaccess/ccmessaging/v1/getClickToCallEvents',
		risk: 'read',
		customer,
		query: { channel },
		answer: object(undefined, { with: ['resultDesc'], adds: { state: readAs('resultDesc', stateOf) } }),
		errata: [{ printed: 'eventId as string in the table, a number in the sample', sent: 'both are read', why: 'They contradict each other.' }],
	}),
});
