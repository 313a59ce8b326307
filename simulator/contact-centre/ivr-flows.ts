import { z } from 'zod';
import { AUDIO, auditStatus, FOR_NOTIFICATIONS, TEXT, type VoiceFile } from '../calls/voice-files';
import { envelopes, HttpAnswer, type Interface, Refusal } from '../interface';
import { int, oneOfText, text } from '../schema/fields';
import { tenant } from '../tenant';
import type { World } from '../world';

/** 5.4: IVR flows, what customers thought of a call, voice files and voice templates. */

const BASE = '/apiaccess/rest/cc-management/v1';
const MOST_UPLOADS_A_SECOND = 10;
const MOST_BYTES = 8 * 1024 * 1024;
const AUDIT_MS = 30_000;

const locale = oneOfText('zh_CN', 'en_US', 'pt_BR', 'th_TH');
const plainName = /^[\p{Script=Han}A-Za-z0-9]+$/u;
const callBackUrl = z
	.string()
	.regex(/^https?:\/\//)
	.optional();

const isBase64 = (value: string): boolean => value.length % 4 === 0 && /^[A-Za-z0-9+/]+={0,2}$/.test(value);

/** The audit takes a while, and the outcome goes to the URL that came with the file. Every file passes. */
function audit(world: World, url: string | undefined, file: VoiceFile, extension: string): void {
	world.clock.after(AUDIT_MS, async () => {
		const now = world.clock.now();
		world.voices.pass(file, now);
		if (url === undefined) return;
		file.callbackTimes++;
		await world.callbacks.audit(url, {
			fileUrl: `Y:/IVR/${tenant.vdnId}/voice/0/${world.random.digits(8)}_${Math.floor(now)}.${extension}`,
			fileId: file.voiceId,
			status: String(auditStatus.passed),
			comment: '审核通过',
		});
	});
}

export const ivrFlows: Interface[] = [
	{
		section: '5.4.1',
		method: 'POST',
		path: `${BASE}/ivrFlow/queryIVRFlowList`,
		envelope: envelopes.retMessage,
		bodyOptional: true,
		body: z.object({}).strict(),
		handle: () => ({
			result: tenant.ivrFlows.map((flow) => ({ isLoad: 1, maxCallNum: null, ...flow })),
			retCode: '0',
			message: 'success',
		}),
	},
	{
		section: '5.4.2',
		method: 'POST',
		path: `${BASE}/satisfactionconfig/querySatisfactionConfig`,
		envelope: envelopes.returnDescription,
		bodyOptional: true,
		body: z.object({}).strict(),
		handle: () => ({
			returnCode: '0',
			data: [{ ...tenant.satisfactionFlow, channelType: 'audio', feedbackType: 'IVR' }],
			description: 'success',
			enabled: true,
		}),
	},
	{
		section: '5.4.3',
		method: 'POST',
		path: `${BASE}/satisfaction/query`,
		envelope: envelopes.returnDescription,
		body: z.object({ callId: text(), beginTime: int(0), endTime: int(0) }).strict(),
		handle({ world, body }) {
			const call = world.campaigns.callById(body.callId);
			if (!call?.answered) throw new Refusal('-1', 'No satisfaction evaluation was found.');
			const evaluationTime = call.endTime + 1000;
			if (evaluationTime < body.beginTime || evaluationTime > body.endTime) {
				throw new Refusal('-1', 'No satisfaction evaluation was found.');
			}
			return {
				returnCode: '0',
				satisfactionEvaluations: {
					channel: 'audio',
					evaluationValue: String((Number(call.callId.split('-')[1]) % 5) + 1),
					evaluationTime,
				},
				description: ' query Success',
			};
		},
	},
	{
		section: '5.4.4',
		method: 'POST',
		path: `${BASE}/importVoiceFile/upload`,
		envelope: envelopes.returnDescription,
		body: z
			.object({
				fileInfo: text(20e6).refine(isBase64, 'must be Base64'),
				locale,
				voiceType: oneOfText('0', '1', '2', '3'),
				fileType: text().refine((value) => ['wav', 'mp3'].includes(value.toLowerCase()), 'must be wav or mp3'),
				callBackUrl,
				voiceFileName: z.string().max(50).regex(plainName).optional(),
			})
			.strict(),
		handle({ world, body }) {
			const { uploads } = world.centre;
			const now = world.clock.real();
			while (uploads.length > 0 && uploads[0] <= now - 1000) uploads.shift();
			if (uploads.length >= MOST_UPLOADS_A_SECOND) return new HttpAnswer(429, 'Too many requests');
			uploads.push(now);
			if (Buffer.from(body.fileInfo, 'base64').length > MOST_BYTES)
				throw new Refusal('1', 'The file is larger than 8 MB.');
			const { locale: language, voiceType, voiceFileName } = body;
			const sent = world.clock.now();
			// Without a name of its own a file has that of its time; the reference does not say.
			const name = voiceFileName ?? `voice${Math.floor(sent)}`;
			const file = world.voices.upload({ name, type: AUDIO, scene: Number(voiceType), language }, '1323', sent);
			audit(world, body.callBackUrl, file, body.fileType.toLowerCase());
			return { returnCode: '0', description: 'The file is uploaded successfully.' };
		},
	},
	{
		section: '5.4.5',
		method: 'POST',
		path: `${BASE}/createVoiceTemplate`,
		envelope: envelopes.returnDescription,
		body: z
			.object({
				name: text(50, plainName),
				scene: oneOfText('3').optional(),
				speed: z.number().min(-200).max(500).optional(),
				volume: z.number().min(0).max(100).optional(),
				// The sample's voice is not in the table's list, so the list cannot be the whole of it.
				voicename: z.string().optional(),
				voicecontent: z
					.object({
						textcontent: text()
							.refine((value) => Buffer.byteLength(value) <= 500, 'is longer than 500 bytes')
							.refine((value) => !value.startsWith('${'), 'must not begin with a variable'),
						language: locale,
					})
					.strict(),
				callBackUrl,
			})
			.strict(),
		handle({ world, body }) {
			const { name, voicecontent } = body;
			const file = world.voices.upload(
				{
					name,
					type: TEXT,
					scene: FOR_NOTIFICATIONS,
					language: voicecontent.language,
					text: voicecontent.textcontent,
				},
				'1249',
				world.clock.now(),
			);
			audit(world, body.callBackUrl, file, 'wav');
			return { returnCode: '0', description: 'The file is uploaded successfully.', templateId: file.voiceId };
		},
	},
];
