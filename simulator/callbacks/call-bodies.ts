import { DateTime } from 'luxon';
import { NOTIFICATION, type PhoneCall } from '../calls/state';
import type { Random } from '../random';
import { tenant } from '../tenant';
import { toJson } from '../json';
import type { CallbackSettings } from './settings';
import { signed } from './signature';

/** What is pushed about calls: the fields of the samples, null or empty where the samples are. */

export const kinds = ['connected', 'released', 'notificationReleased'] as const;
export type CallCallback = (typeof kinds)[number];

/** As the samples print times. By the epoch seconds in their names of recordings they are in UTC. */
const printedTime = (time: number | undefined): string | null =>
	time === undefined ? null : DateTime.fromMillis(time, { zone: 'utc' }).toFormat('yyyy/MM/dd,HH:mm:ss:SSS');

/** A text by the tables. The sample of 6.2.14.3 prints a time for agentTalkDuration, which cannot be meant. */
const duration = (from: number | undefined, to: number | undefined): string =>
	from === undefined || to === undefined ? '0' : String(Math.floor((to - from) / 1000));

function recordfile(call: PhoneCall, folder: string): string | null {
	if (call.talkingTime === undefined) return null;
	const day = DateTime.fromMillis(call.startTime, { zone: 'utc' }).toFormat('yyyyMMdd');
	return `Y:/${folder}/${day}/${call.callId}.wav`;
}

/** 6.2.14.2, whose sample has an empty text for what there is not. */
function connected({ callSerialNo, workNo, called, callData }: PhoneCall): object {
	return { callSerialNo, serviceNo: workNo ?? '', called, callData: callData ?? '' };
}

/** What 6.2.14.3 and 14.4.2 share. */
const customerSide = (call: PhoneCall): object => ({
	callSerialNo: call.callSerialNo,
	called: call.called,
	callerPresent: call.callerPresent ?? null,
	createCallTime: printedTime(call.startTime),
	alertingTime: printedTime(call.alertingTime),
	talkingTime: printedTime(call.talkingTime),
	releaseTime: printedTime(call.releaseTime),
	talkDuration: duration(call.talkingTime, call.releaseTime),
	locationId: '0',
	releaseReason: String(call.reasonCode),
});

/** 6.2.14.3, whose sample has null for what there is not. */
const released = (call: PhoneCall): object => ({
	...customerSide(call),
	serviceNo: call.workNo ?? null,
	caller: call.caller ?? null,
	callData: call.callData ?? null,
	recordfile: recordfile(call, 'mobileAgent'),
	agentAlertingTime: printedTime(call.agentAlertingTime),
	agentTalkingTime: printedTime(call.agentTalkingTime),
	agentReleaseTime: printedTime(call.agentReleaseTime),
	agentTalkDuration: duration(call.agentTalkingTime, call.agentReleaseTime),
});

/** 14.4.2, where the folder of the recording has the number of the VDN before it. */
const notificationReleased = (call: PhoneCall): object => ({
	...customerSide(call),
	recordfile: recordfile(call, `${tenant.vdnId}/mobileAgent`),
});

export function callBody(kind: CallCallback, call: PhoneCall): object {
	return { connected, released, notificationReleased }[kind](call);
}

export const releaseKind = ({ taskType }: PhoneCall): 'released' | 'notificationReleased' =>
	taskType === NOTIFICATION ? 'notificationReleased' : 'released';

export interface Written {
	body: object;
	text: string;
	contentType: string;
}

/** A push as it goes out: signed if there is a key, in the format and with the nulls of the settings. */
export function written(parameters: object, key: string | null, settings: CallbackSettings, random: Random): Written {
	const all = key === null ? parameters : signed(parameters, key, random);
	const kept = Object.entries(all).filter(([, value]) => settings.nulls === 'sent' || value !== null);
	const body = Object.fromEntries(kept);
	if (settings.format === 'json') {
		return { body, text: toJson(body), contentType: 'application/json; charset=UTF-8' };
	}
	const text = new URLSearchParams(kept.map(([name, value]) => [name, String(value)])).toString();
	return { body, text, contentType: 'application/x-www-form-urlencoded; charset=UTF-8' };
}
