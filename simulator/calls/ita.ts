import { DateTime } from 'luxon';
import { z } from 'zod';
import { envelopes, HttpAnswer, type Interface } from '../interface';
import { text } from '../schema/fields';
import { ITA } from './state';

/** 6.2.13: ITA tells of a two-party call that it has made, which 6.2.3 then finds under task type 4. */

const FORMAT = 'yyyyMMddHHmmss';

/** In UTC: in the sample the call ends at the very second of X-Sdk-Date. */
const parsed = (value: string): number => DateTime.fromFormat(value, FORMAT, { zone: 'utc' }).toMillis();
const time = text()
	.refine((value) => /^\d{14}$/.test(value) && DateTime.fromFormat(value, FORMAT).isValid, 'must be YYYYMMDDHHmmss')
	.transform(parsed)
	.optional();
const wholeNumber = text(5, /^\d+$/);

export const itaReports: Interface[] = [
	{
		section: '6.2.13',
		method: 'POST',
		path: '/apiaccess/rest/cc-management/v1/ita/twopartiescall/statusnotify',
		envelope: envelopes.retMsg,
		body: z
			.object({
				callID: text(),
				remark: text(),
				startTime: time,
				finishTime: time,
				callerAnswerTime: time,
				calledAnswerTime: time,
				// A text by the table, a number in the sample.
				callDuration: z.union([wholeNumber, z.number().int().min(0)]).optional(),
				releaseCause: wholeNumber.optional(),
				appKey: z.string().optional(),
				telA: z.string().optional(),
				telX: z.string().optional(),
				telB: z.string().optional(),
				// The table's name, and the sample's.
				calledDisplay: z.string().optional(),
				calleeDisplay: z.string().optional(),
			})
			.strict(),
		handle({ world, body }) {
			// "Reserved, at present the id of the tenant": there is one tenant here.
			if (body.remark !== world.tenant.tenantId) return new HttpAnswer(400, 'remark is not the id of a tenant');
			const answered = body.calledAnswerTime !== undefined;
			const { calls } = world;
			const known = calls.byCallId(body.callID);
			const fields = {
				callId: body.callID,
				taskType: ITA,
				caller: body.telA,
				called: body.telB ?? '',
				callerPresent: body.calledDisplay ?? body.calleeDisplay,
				agentPresent: body.telX,
				state: 3 as const,
				reasonCode: Number(body.releaseCause ?? 0),
				startTime: body.startTime ?? body.finishTime ?? world.clock.now(),
				agentTalkingTime: body.callerAnswerTime,
				agentReleaseTime: body.callerAnswerTime === undefined ? undefined : body.finishTime,
				talkingTime: body.calledAnswerTime,
				releaseTime: body.finishTime ?? (answered ? body.calledAnswerTime : body.startTime),
			};
			// Told twice it is still one call.
			if (known) Object.assign(known, fields);
			else calls.add(fields);
			return {};
		},
	},
];
