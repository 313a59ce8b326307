import { z } from 'zod';
import { envelopes, type Interface } from '../interface';
import { CALL_RECORDINGS } from '../recordings/recordings';
import { signedLink } from '../recordings/links';
import { oneOfText } from '../schema/fields';
import { isNumber, page, refuse, textPage } from './fields';
import { ITA, type PhoneCall } from './state';

/** 6.2.3 to 6.2.5: what became of calls, and their recordings. Notifications are found here as well. */

const BASE = '/apiaccess/CC-Management/v1/mobileAgent';
const MOST_MS = 7 * 24 * 3600 * 1000;
const MOST_ON_A_PAGE = 100;
const LONGEST_SERIAL_NO = 50;
const ALL_BUT_ITA = '0';

/** Times are whole seconds in all samples, while durations agree with the exact times. */
const seconds = (time: number | undefined): number | undefined =>
	time === undefined ? undefined : Math.floor(time / 1000) * 1000;

const duration = (from: number | undefined, to: number | undefined): number | undefined =>
	from === undefined || to === undefined ? undefined : Math.floor((to - from) / 1000);

/** What 6.2.3 and 6.2.4 share. What there is not is left out, as in the samples. */
const summary = (call: PhoneCall): object => ({
	caller: call.caller,
	called: call.called,
	callData: call.callData,
	callerPresent: call.callerPresent,
	agentPresent: call.agentPresent,
	startTime: seconds(call.startTime),
	endTime: seconds(call.releaseTime),
	state: call.state,
	reasonCode: call.reasonCode,
});

/** Texts by the table, numbers in the sample: numbers. The serial number is a text in both. */
const record = (call: PhoneCall): object => ({
	...summary(call),
	callSerialNo: call.callSerialNo,
	alertingTime: seconds(call.alertingTime),
	talkingTime: seconds(call.talkingTime),
	releaseTime: seconds(call.releaseTime),
	talkDuration: duration(call.talkingTime, call.releaseTime),
	agentAlertingTime: seconds(call.agentAlertingTime),
	agentTalkingTime: seconds(call.agentTalkingTime),
	agentReleaseTime: seconds(call.agentReleaseTime),
	agentTalkDuration: duration(call.agentTalkingTime, call.agentReleaseTime),
	taskType: call.taskType,
});

function period(startTime: string, endTime: string): [start: number, end: number] {
	if (![startTime, endTime].every((time) => /^\d{1,15}$/.test(time))) {
		refuse('2', 'The start time or end time is in an incorrect format.');
	}
	const [start, end] = [Number(startTime), Number(endTime)];
	// The table has no code of its own for this.
	if (end < start || end - start > MOST_MS) refuse('2', 'The end time must be within 7 days of the start time.');
	return [start, end];
}

export const callRecords: Interface[] = [
	{
		section: '6.2.3',
		method: 'POST',
		path: `${BASE}/queryCallDetailRecord`,
		envelope: envelopes.retMsg,
		body: z
			.object({
				startTime: z.string(),
				endTime: z.string(),
				...page,
				caller: z.string().optional(),
				taskType: oneOfText('', '0', '1', '2', '3', '4').optional(),
			})
			.strict(),
		handle({ world, body }) {
			const { caller } = body;
			const taskType = body.taskType || ALL_BUT_ITA;
			const [start, end] = period(body.startTime, body.endTime);
			const asked = textPage(body.limit, body.offset);
			if (!asked || asked.limit < 1 || asked.offset < 0) return refuse('4', 'limit or offset is incorrect.');
			if (caller && !isNumber(caller)) refuse('12', 'The calling number is unavailable.');
			const found = [...world.calls.all.values()].filter(
				(call) =>
					(taskType === ALL_BUT_ITA ? call.taskType !== ITA : call.taskType === taskType) &&
					(!caller || call.caller === caller) &&
					call.startTime >= start &&
					call.startTime <= end,
			);
			const { limit, offset } = asked;
			// The newest first: the reference does not say.
			const shown = found.reverse().slice(offset, offset + Math.min(limit, MOST_ON_A_PAGE));
			if (shown.length === 0) refuse('1', 'No data is found.');
			return {
				retCode: '0',
				retMsg: 'Query call detail record successfully',
				result: { total: found.length, callInfo: shown.map(record) },
			};
		},
	},
	{
		section: '6.2.4',
		method: 'POST',
		path: `${BASE}/queryCallState`,
		envelope: envelopes.retMsg,
		body: z.object({ callSerialNo: z.string() }).strict(),
		handle({ world, body }) {
			if (!/^\d{1,50}$/.test(body.callSerialNo)) refuse('3', 'callSerialNo is in an incorrect format.');
			const call = world.calls.all.get(body.callSerialNo) ?? refuse('1', 'Query call state failed');
			return { retCode: '0', retMsg: 'Query call state successfully', result: summary(call) };
		},
	},
	{
		section: '6.2.5',
		method: 'POST',
		path: `${BASE}/getRecordingAddress`,
		// A number by the table, a text in the sample: a text, as everywhere else.
		envelope: envelopes.retMsg,
		body: z.object({ callSerialNo: z.string() }).strict(),
		handle({ world, body }) {
			const { callSerialNo } = body;
			if (callSerialNo.length > LONGEST_SERIAL_NO) refuse('12', 'callSerialNo is longer than 50 characters.');
			const call = world.calls.all.get(callSerialNo);
			if (call?.state !== 3) return refuse('5', 'There is no history record of the call.');
			if (call.talkingTime === undefined || call.taskType === ITA) {
				refuse('11', 'The recording file could not be downloaded.');
			}
			const url = signedLink(world, `${CALL_RECORDINGS}/${callSerialNo}`, 'AWSAccessKeyId');
			return { retCode: '0', retMsg: 'success', result: { url } };
		},
	},
];
