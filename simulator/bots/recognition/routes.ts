import { z } from 'zod';
import { int, oneOfText, text } from '../../schema/fields';
import { type BotInterface, shapes } from '../bot-interface';
import { codes, refuse, unknown } from '../codes';
import { authToken, checkTenant, page, pageNum, pageSize, tenantId } from '../fields';
import { shownFailure } from './failures';

/** 10.12, 10.16 and 10.22: what others recognised, and what came out of it. */

const share = z.number().min(0).max(1);

/** As URLEncoder leaves it: nothing but ASCII, no spaces. */
const encoded = z
	.string()
	.regex(/^[A-Za-z0-9.*_+-]*(%[0-9A-Fa-f]{2}[A-Za-z0-9.*_+-]*)*$/, 'is not URL-encoded')
	.transform((value) => decodeURIComponent(value.replace(/\+/g, ' ')));

const pushed = z
	.object({
		serviceToken: text(),
		subCCID: z.string().optional(),
		// taskId in the sample; the vendor's later editions have taskID as well.
		taskID: text(),
		respType: oneOfText('NormalResult', 'StartSpeech'),
		sentence: z.object({ st: int(0), et: int(0), isFinal: z.boolean(), text: encoded, confidence: share }).strict(),
		analysis: z
			.object({
				emotions: z
					.array(z.object({ st: int(0), et: int(0), c: share, e: z.string().optional() }).strict())
					.optional(),
				avgVol: int().optional(),
				maxVol: int().optional(),
				speed: int().optional(),
			})
			.strict()
			.optional(),
		speakerID: oneOfText('0', '1', '2').default('0'),
	})
	.strict();

const lattice = z.object({ lid: int(0), begin: int(0), end: int(0), onebest: z.string(), spk: int(0) }).strict();

const transcribed = z
	.object({
		body: z
			.object({
				// A text in the table, 0 in the sample.
				state: z.object({ code: z.union([text(), int()]), success: z.boolean() }).strict(),
				body: z.object({ aid: text(), lattices: z.array(lattice) }).strict(),
			})
			.strict(),
	})
	.strict();

export const recognitionRoutes: BotInterface[] = [
	{
		section: '10.12',
		method: 'POST',
		path: '/oifde/rest/api/flow/asrrecognizeresult',
		way: 'itself',
		refusal: shapes.retMsg,
		body: pushed,
		handle({ world, body }) {
			const { sentence, speakerID } = body as z.infer<typeof pushed>;
			const capture = world.bots.captures.admit(body.taskID, body.serviceToken);
			const { isFinal, confidence, text: said } = sentence;
			capture.results.push({ text: said, isFinal, confidence, speaker: speakerID });
			return { retCode: '0', retMsg: 'asr recognize success' };
		},
	},
	{
		section: '10.16',
		method: 'POST',
		path: '/oifde/rest/api/queryRbtRecognitionResult',
		way: 'body',
		refusal: shapes.errorMsg,
		body: z
			.object({
				beginTime: int(0),
				endTime: int(0),
				tenantId,
				pageNum: pageNum.default(1),
				pageSize: pageSize.default(1000),
				authToken,
			})
			.strict(),
		handle({ world, body }) {
			checkTenant(body.tenantId);
			if (body.endTime < body.beginTime) refuse(codes.wrongParameter, 'endTime is before beginTime');
			const found = world.bots.failures.between(body.beginTime, body.endTime);
			return {
				rbtRecognitions: page(found, body.pageNum, body.pageSize).map(shownFailure),
				total: found.length,
				pageSize: body.pageSize,
				pageNum: body.pageNum,
			};
		},
	},
	{
		section: '10.22',
		method: 'POST',
		path: '/oifde/rest/sysapi/asrcallback',
		way: 'system',
		refusal: 'status',
		body: transcribed,
		handle({ world, body }) {
			const { state, body: result } = body.body as z.infer<typeof transcribed>['body'];
			const said = result.lattices.map(({ onebest }) => onebest).join('');
			if (!world.bots.failures.transcribed(result.aid, state.success, said)) unknown('aid');
			return { retCode: '0', retMsg: 'success' };
		},
	},
];
