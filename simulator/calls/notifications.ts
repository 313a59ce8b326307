import { z } from 'zod';
import { envelopes, type Interface } from '../interface';
import type { World } from '../world';
import { callbackUrl, isNumber, presented, refuse } from './fields';
import { NOTIFICATION } from './state';
import { checkAgainst, checkValues } from './templates';
import { AUDIO, auditStatus, FOR_NOTIFICATIONS, TEXT, type VoiceFile } from './voice-files';

/** 14.2 and 14.3, which 6.2.9 and 6.2.10 describe once more: voice notifications. */

const BASE = '/apiaccess/rest/voiceNotification';
/** The longer tables of chapter 14 say 1000, 6.2.9 says 1024. */
const MOST_CONTENT = 1000;
/** Of the parameter, by 6.2.9. */
const LONGEST_CALLBACK_URL = 256;
const MOST_ITEMS = 5;
const MOST_TIMES = 5;

/** What both have. That a number is missing has a code, so the schema lets it pass. */
const shared = {
	called: z.string().optional(),
	callerPresent: z.string().optional(),
	callBackUrl: z.string().optional(),
	priority: z.string().optional(),
};

interface Shared {
	called?: string;
	callerPresent?: string;
	callBackUrl?: string;
	priority?: string;
}

function checked(world: World, body: Shared): { called: string; callerPresent: string; callBackUrl?: string } {
	const { called } = body;
	if (!isNumber(called)) return refuse('5', 'called is not transferred or is in an incorrect format.');
	const callerPresent = presented(body.callerPresent, '7');
	if ((body.callBackUrl ?? '').length > LONGEST_CALLBACK_URL) refuse('9', 'callBackUrl is too long.');
	return { called, callerPresent, callBackUrl: callbackUrl(world, body.callBackUrl) };
}

function create(world: World, body: Shared, fields: ReturnType<typeof checked>, play: unknown): object {
	if (body.priority && !/^[1-9]$/.test(body.priority)) refuse('36', 'priority is in an incorrect format.');
	if (world.calls.unfinished(NOTIFICATION, fields.called)) {
		refuse('1', 'There are unfinished tasks. Please try again later.');
	}
	const { callSerialNo } = world.calls.create({ taskType: NOTIFICATION, ...fields, play });
	return { result: { callSerialNo }, retCode: '0', retMsg: 'Created successfully.' };
}

const isUsable = (file: VoiceFile | undefined): boolean =>
	file?.status === auditStatus.passed && file.scene === FOR_NOTIFICATIONS;

/** Ids of recordings and texts between dollar signs, joined by "~" (the sample's "-" is a misprint). */
function isContent(world: World, content: string | undefined): boolean {
	if (!content || content.length > MOST_CONTENT) return false;
	return content.split('~').every((part) => /^\$[^$]+\$$/.test(part) || isUsable(world.voices.all.get(part)));
}

const item = z
	.object({
		voiceId: z.string().optional(),
		voiceFileName: z.string().optional(),
		templateId: z.string().optional(),
		templateParams: z.array(z.string()).optional(),
	})
	.strict()
	.refine(
		({ voiceId, voiceFileName, templateId }) => [voiceId, voiceFileName, templateId].filter(Boolean).length <= 1,
		'must have one of voiceId, voiceFileName and templateId',
	);

/** Codes 18 to 21: for notifications, and audited. */
function checkAudited(file: VoiceFile): void {
	if (file.scene !== FOR_NOTIFICATIONS) refuse('18', 'The file is not for voice notifications.');
	if (file.status === auditStatus.draft) refuse('19', 'The file is not submitted.');
	if (file.status === auditStatus.submitted) refuse('20', 'The file is submitted but not audited.');
	if (file.status === auditStatus.rejected) refuse('21', 'The file did not pass the audit.');
}

/** Codes 17 and 24 say the same of an id that is not there: 17. */
function fileOf(world: World, id: string): VoiceFile {
	return world.voices.all.get(id) ?? refuse('17', `The voice or TTS file ${id} does not exist.`);
}

function checkItem(world: World, { voiceId, voiceFileName, templateId, templateParams }: z.infer<typeof item>): void {
	if (!voiceId && !voiceFileName && !templateId) refuse('12', 'voiceId and templateId are both empty.');
	checkValues(templateParams);
	if (templateId) {
		const file = fileOf(world, templateId);
		if (file.type !== TEXT) refuse('22', 'templateId is not that of a text.');
		checkAudited(file);
		checkAgainst(file.text ?? '', templateParams ?? []);
		return;
	}
	// A sample of 6.2.10 has values beside a recording, so they are let pass.
	if (voiceId) {
		const file = fileOf(world, voiceId);
		if (file.type !== AUDIO) refuse('23', 'voiceId is not that of a recording.');
		checkAudited(file);
		return;
	}
	const file = world.voices.byName(voiceFileName ?? '') ?? refuse('33', 'voiceFileName does not exist.');
	if (file.type !== AUDIO) refuse('34', 'voiceFileName is not that of a recording.');
	checkAudited(file);
}

export const notifications: Interface[] = [
	{
		section: '14.2',
		method: 'POST',
		path: `${BASE}/v1/createVoiceNotification`,
		envelope: envelopes.retMsg,
		body: z.object({ ...shared, voiceContent: z.string().optional() }).strict(),
		handle({ world, body }) {
			const fields = checked(world, body);
			if (!isContent(world, body.voiceContent)) refuse('8', 'voiceContent is empty, too long or does not exist.');
			return create(world, body, fields, body.voiceContent);
		},
	},
	{
		section: '14.3',
		method: 'POST',
		path: `${BASE}/v2/createVoiceNotification`,
		envelope: envelopes.retMsg,
		body: z
			.object({ ...shared, playList: z.array(item).optional(), playTimes: z.number().int().optional() })
			.strict(),
		handle({ world, body }) {
			const { playList = [], playTimes = 1 } = body;
			const fields = checked(world, body);
			if (playTimes < 1 || playTimes > MOST_TIMES) refuse('10', 'playTimes must be 1 to 5.');
			if (playList.length === 0 || playList.length > MOST_ITEMS) refuse('11', 'playList must have 1 to 5 items.');
			for (const one of playList) checkItem(world, one);
			return create(world, body, fields, { playList, playTimes });
		},
	},
];
