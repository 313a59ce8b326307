import { z } from 'zod';
import { envelopes, HttpAnswer, type Interface } from '../interface';
import { oneOfText, text } from '../schema/fields';
import { localDate } from '../time';
import type { World } from '../world';
import { NOTIFICATION, type PhoneCall } from './state';

/**
 * 18.1: calls as they are stored for analysis. Of the kinds there are, only two-party calls and notifications are kept
 * here, when they are over. Times in answers are texts without a format: milliseconds, as in the request.
 */

const WRONG = '业务失败：请依次确认您请求中各参数的取值。';
const OUTGOING = '1';
const TWO_PARTY_CALL = '10';
const AUDIO = '5';
const LEVELS = 5;

const milliseconds = z
	.string()
	.regex(/^(\d{13})?$/)
	.optional();

const moment = (time: number | undefined): string | undefined =>
	time === undefined ? undefined : String(Math.floor(time));

/** Customers who talked are satisfied in one of five ways, by the number of the call. */
const satisfaction = ({ callId, talkingTime }: PhoneCall): string | undefined =>
	talkingTime === undefined ? undefined : String((Number(callId.split('-')[1]) % LEVELS) + 1);

function result(world: World, call: PhoneCall): Record<string, unknown> {
	return {
		logDate: localDate(call.startTime, world.zone),
		callerNo: call.caller,
		calleeNo: call.called,
		callId: call.callId,
		callType: call.taskType === NOTIFICATION ? OUTGOING : TWO_PARTY_CALL,
		mediatype: AUDIO,
		waitBegin: moment(call.startTime),
		ackBegin: moment(call.alertingTime),
		callBegin: moment(call.talkingTime),
		callEnd: moment(call.releaseTime),
		// A text by the table, a number in the sample: a number, as ids of VDNs are elsewhere.
		vdn: world.tenant.vdnId,
		leaveReason: call.reasonCode === undefined ? undefined : String(call.reasonCode),
		evaluationValue: satisfaction(call),
	};
}

/** Keys of the request, and those of the answer that they are about. */
const FILTERS = {
	callId: 'callId',
	callerNo: 'callerNo',
	calleeNo: 'calleeNo',
	callType: 'callType',
	mediaType: 'mediatype',
	evaluationValue: 'evaluationValue',
} as const;

export const callResults: Interface[] = [
	{
		section: '18.1',
		method: 'POST',
		path: '/apiaccess/rest/dataprocess/v1/openapp/queryCallManualDetailInfo',
		envelope: envelopes.retMsg,
		body: z
			.object({
				subCcNo: text(),
				vdn: text(),
				callId: z.string().optional(),
				callerNo: z.string().optional(),
				calleeNo: z.string().optional(),
				beginDate: milliseconds,
				endDate: milliseconds,
				callType: oneOfText('', '0', '1', '2', '3', '4', '10', '11', '12').optional(),
				mediaType: oneOfText('', '2', '5', '18', '19', '53').optional(),
				evaluationValue: z.string().optional(),
			})
			.strict()
			.refine(
				({ callId, beginDate, endDate }) => Boolean(callId || beginDate || endDate),
				'callId, beginDate or endDate is needed',
			),
		handle({ world, body }) {
			if (body.subCcNo !== String(world.tenant.ccId) || body.vdn !== String(world.tenant.vdnId)) {
				return new HttpAnswer(500, WRONG);
			}
			const from = body.beginDate ? Number(body.beginDate) : -Infinity;
			const to = body.endDate ? Number(body.endDate) : Infinity;
			const results = [...world.calls.all.values()]
				.filter(({ state, startTime }) => state === 3 && startTime >= from && startTime <= to)
				.map((call) => result(world, call))
				.filter((row) =>
					Object.entries(FILTERS).every(([asked, key]) => !body[asked] || body[asked] === row[key]),
				);
			return { total: results.length, results };
		},
	},
];
