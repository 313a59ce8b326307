/** The callbacks of 6.2.14.2, 6.2.14.3, 14.4.2 and of the audits of 5.4.4 and 5.4.5: what CEC posts, and what it expects back. */
import { expressible } from '../../cec/formats/expressible';
import { isoFromWire } from '../../cec/formats/times';
import { notificationReason, twoPartyReason } from '../HuaweiCecCall/releaseReasons';

export type EventName = 'callConnected' | 'callReleased' | 'notificationReleased' | 'voiceFileAudited';

/** A callback with its keys as CEC names them. */
export type Callback = Record<string, unknown>;

export interface CallEvent {
	name: string;
	description: string;
	/** Last part of the address. */
	path: string;
	/** Whether CEC can sign it. */
	signable: boolean;
	/** Keys of which the first that is there must have a value. */
	needs: string[][];
	/** Keys that the reference lists. */
	documented: string[];
	/** What CEC takes as "received". */
	received: Record<string, string>;
	/** What tells one from another. */
	keyOf: (callback: Callback) => string;
	inWords: (callback: Callback, zone: string) => Callback;
}

/** Sections of the reference that are callbacks of their own, for the exported catalogue. */
export const INTERFACES = ['6.2.14.2', '6.2.14.3', '14.4.2'];

const RECEIVED = { retCode: '0', retMsg: 'success' };
const TIME = 'yyyy/MM/dd,HH:mm:ss:SSS';
const HUNG_UP = [0, 1];

/** Spaces are not signed: with some more of them the same callback could be posted again. */
const keyOfCall = ({ callSerialNo }: Callback) => String(callSerialNo).replaceAll(' ', '');
const callTimes = { createdAt: 'createCallTime', rangAt: 'alertingTime', answeredAt: 'talkingTime', releasedAt: 'releaseTime' };
const agentTimes = { agentRangAt: 'agentAlertingTime', agentAnsweredAt: 'agentTalkingTime', agentReleasedAt: 'agentReleaseTime' };

export const events: Record<EventName, CallEvent> = {
	callConnected: {
		name: 'Call Connected',
		description: 'Agent and customer of a two-party call talk to each other. CEC never signs this.',
		path: 'connected',
		signable: false,
		needs: [['callSerialNo'], ['called']],
		documented: ['callSerialNo', 'serviceNo', 'called', 'callData'],
		received: RECEIVED,
		keyOf: keyOfCall,
		inWords: (callback) => callback,
	},
	callReleased: {
		name: 'Call Released',
		description: 'A two-party call has ended, or could not be made',
		path: 'released',
		signable: true,
		needs: [['callSerialNo'], ['called']],
		documented: [
			...['callSerialNo', 'serviceNo', 'called', 'caller', 'callerPresent', 'callData', 'createCallTime', 'alertingTime'],
			...['talkingTime', 'releaseTime', 'talkDuration', 'recordfile', 'locationId', 'releaseReason', 'agentAlertingTime'],
			...['agentTalkingTime', 'agentReleaseTime', 'agentTalkDuration'],
		],
		received: RECEIVED,
		keyOf: keyOfCall,
		inWords: (callback, zone) => ({
			...callback,
			...outcome(callback, twoPartyReason),
			...times(callback, { ...callTimes, ...agentTimes }, zone),
		}),
	},
	notificationReleased: {
		name: 'Notification Released',
		description: 'A voice notification has ended, or could not be made',
		path: 'notification-released',
		signable: true,
		needs: [['callSerialNo'], ['called']],
		documented: [
			...['callSerialNo', 'called', 'callerPresent', 'createCallTime', 'alertingTime', 'talkingTime', 'releaseTime'],
			...['talkDuration', 'recordfile', 'locationId', 'releaseReason'],
		],
		received: RECEIVED,
		keyOf: keyOfCall,
		inWords: (callback, zone) => ({
			...callback,
			...outcome(callback, notificationReason),
			...times(callback, callTimes, zone),
		}),
	},
	voiceFileAudited: {
		name: 'Voice File Audited',
		description: 'An uploaded voice file or text template has passed its audit, or not. CEC never signs this.',
		path: 'audited',
		signable: false,
		needs: [['fileId', 'fileUrl'], ['status']],
		documented: ['fileUrl', 'fileId', 'status', 'comment'],
		received: { returnCode: '0' },
		keyOf: ({ fileId, fileUrl, status }) => JSON.stringify([fileId, fileUrl, status]),
		inWords: (callback) => ({ ...callback, passed: String(callback.status) === '2' }),
	},
};

/** Whether a callback has what tells which call or file it is about. */
export function isComplete({ needs }: CallEvent, callback: Callback): boolean {
	return needs.every((keys) => keys.some((key) => hasValue(callback[key])));
}

/** The item for a callback: its fields without those of the signature, and what they mean beside them. Its address tells the event. */
export function toJson(name: EventName, callback: Callback, zone: string): Callback {
	const { signature: _signature, nonce: _nonce, timestamp: _timestamp, event: _event, ...fields } = callback;
	return expressible({ event: name, ...events[name].inWords(fields, zone) });
}

function outcome(callback: Callback, reasonOf: (code: unknown) => string | undefined): Callback {
	const { releaseReason } = callback;
	return {
		answered: hasValue(releaseReason) && HUNG_UP.includes(Number(releaseReason)),
		reason: reasonOf(releaseReason),
		talkSeconds: seconds(callback.talkDuration),
		...('agentTalkDuration' in callback && { agentTalkSeconds: seconds(callback.agentTalkDuration) }),
	};
}

/** The sample of the reference has a time where a duration belongs; only whole numbers are durations. */
function seconds(value: unknown): number | undefined {
	return /^\d+$/.test(String(value)) ? Number(value) : undefined;
}

function times(callback: Callback, names: Record<string, string>, zone: string): Callback {
	return Object.fromEntries(
		Object.entries(names)
			.map(([name, from]) => [name, isoFromWire(callback[from], TIME, zone)] as const)
			.filter(([, time]) => time !== undefined),
	);
}

function hasValue(value: unknown): boolean {
	return value !== undefined && value !== null && value !== '' && value !== 'null';
}
