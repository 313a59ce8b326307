import { z } from 'zod';
import { oneOf, oneOfText, text } from '../../schema/fields';

/** What a dialog is sent (10.5, 10.6). */

/** 2018090407:16:24, where the samples once lose a digit of the second. */
const time = z.string().regex(/^\d{10}:\d{2}:\d{1,2}$/);
const token = z.string().optional();
const callId = text(64);
const accessCode = text(20);

const channels = {
	mediaType: z.string().optional(),
	channelType: oneOfText(
		'WEB',
		'INSTAGRAM',
		'TELEGRAM',
		'WECHAT',
		'FACEBOOK',
		'TWITTER',
		'EMAIL',
		'LINE',
		'WHATSAPP',
		'5G',
		'SMS',
	).optional(),
};

const begin = z
	.object({
		call_id: callId,
		call_sor_id: text(64),
		call_dst_id: accessCode,
		auth_token: token,
		real_callee: z.string().max(32).optional(),
		cti_callid: z.string().max(32).optional(),
		suilu_region_id: z.string().max(64).optional(),
		entrance_id: oneOfText('01', '02', '03', '04', '05', '06', '07', '08', '09', '10', '11', '98', '99').optional(),
		responseStyle: z.string().optional(),
		...channels,
	})
	.strict();

const literals = ['timeout', 'nomatch', 'sys_err', 'hangup'];

/** What the input is, by the type of the result; who hangs up may do so whatever the type. */
const inputs: Record<string, (input: string) => boolean> = {
	1: () => true,
	2: (input) => /^[0-9*#]+$/.test(input),
	3: (input) => input === 'playover',
	4: (input) => input === 'recordend',
	'-1': (input) => literals.includes(input),
};

const answered = z
	.object({
		call_id: callId,
		call_dst_id: accessCode,
		flow_result_type: oneOfText('1', '2', '3', '4', '-1'),
		input: text(1024),
		auth_token: token,
		recordFileName: z.string().optional(),
		inter_idx: z.string().optional(),
		begin_play: time.optional(),
		end_play: time.optional(),
		result_time: time.optional(),
		inter_no: z.string().optional(),
		IACmd: oneOfText('match', 'rematch', 'confirm').optional(),
		TextSource: z.string().optional(),
		feedback: oneOf(0, 1).optional(),
		feedbackContent: z.string().optional(),
		call_media_type: oneOfText('1', '3').optional(),
		...channels,
	})
	.strict()
	.refine(({ flow_result_type: type, input }) => input === 'hangup' || inputs[type](input), {
		path: ['input'],
		message: 'does not go with flow_result_type',
	});

const transferred = z
	.object({
		call_id: callId,
		call_dst_id: accessCode,
		begin_trans: time,
		end_trans: time,
		trans_result: text(),
		auth_token: token,
		record_result: z.string().optional(),
		input: z.enum(['', 'hangup']).optional(),
		inter_idx: z.string().optional(),
		...channels,
	})
	.strict();

const captured = z
	.object({
		call_id: callId.optional(),
		call_sor_id: text(64).optional(),
		call_dst_id: accessCode,
		auth_token: token,
		real_callee: z.string().max(32).optional(),
		cti_callid: z.string().max(32).optional(),
	})
	.strict();

const withData = { transin_data: z.string().optional() };
const beginExtra = z
	.object({
		...withData,
		locationid: z.string().optional(),
		mediaability: oneOfText('1', '2', '3').optional(),
		ieValue: z.string().optional(),
	})
	.strict();
const answeredExtra = z
	.object({
		...withData,
		release_reason: oneOfText('0', '1', '2').optional(),
		queueIndex: z.string().optional(),
		agentCount: z.string().optional(),
		estimateTime: z.string().optional(),
		idleAgentCount: z.string().optional(),
	})
	.strict();

const request = <I extends number, P extends z.ZodTypeAny, E extends z.ZodTypeAny>(
	inaction: I,
	inparams: P,
	extra: E,
) =>
	z
		.object({
			userid: text(64),
			inaction: z.literal(inaction),
			seat: oneOfText('vir', 'ass').optional(),
			inparams,
			extparams: extra.optional(),
		})
		.strict();

export const dialogRequest = z
	.discriminatedUnion('inaction', [
		request(8, begin, beginExtra),
		request(9, answered, answeredExtra),
		request(11, transferred, z.object(withData).strict()),
		request(7, captured, z.object({}).strict()),
		request(13, captured, z.object({}).strict()),
	])
	.refine(({ userid, inparams }) => inparams.call_id === undefined || inparams.call_id === userid, {
		path: ['inparams', 'call_id'],
		message: 'is not the userid',
	});

export type DialogRequest = z.infer<typeof dialogRequest>;
export type Begin = z.infer<typeof begin>;
export type Answered = z.infer<typeof answered>;
export type AnsweredExtra = z.infer<typeof answeredExtra>;
export type Transferred = z.infer<typeof transferred>;
