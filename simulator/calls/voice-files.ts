import { z } from 'zod';
import { envelopes, type Interface, Refusal } from '../interface';
import type { Random } from '../random';
import { int } from '../schema/fields';
import { tenant, type VoiceFileSeed } from '../tenant';

/** Recordings and texts that notifications play: their audit, and 14.1. */

export const AUDIO = 0;
export const TEXT = 2;
/** The use "voice notification" among those of 5.4.4. */
export const FOR_NOTIFICATIONS = 3;
const MOST = 100;

/** 2 and 3 are those of the audit callback (5.4.4); the others stand for what codes 19 and 20 of table 14-10 tell apart. */
export const auditStatus = { draft: 0, submitted: 1, passed: 2, rejected: 3 } as const;

export interface VoiceFile extends VoiceFileSeed {
	uploadDate: number;
	auditDate?: number;
	callbackTimes: number;
}

const LANGUAGES = ['zh_CN', 'en_US', 'pt_BR', 'th_TH'];

export class VoiceFiles {
	readonly all = new Map<string, VoiceFile>();

	constructor(
		private readonly random: Random,
		now: number,
	) {
		for (const seed of tenant.voiceFiles) {
			const audited = seed.status === auditStatus.passed || seed.status === auditStatus.rejected;
			this.all.set(seed.voiceId, {
				...seed,
				uploadDate: now,
				...(audited ? { auditDate: now } : {}),
				callbackTimes: 0,
			});
		}
	}

	/** Waits for its audit from now on. */
	upload(file: Omit<VoiceFileSeed, 'voiceId' | 'status'>, prefix: string, now: number): VoiceFile {
		const voiceId = `${prefix}${this.random.digits(15)}`;
		const added = { ...file, voiceId, status: auditStatus.submitted, uploadDate: now, callbackTimes: 0 };
		this.all.set(voiceId, added);
		return added;
	}

	pass(file: VoiceFile, now: number): void {
		file.status = auditStatus.passed;
		file.auditDate = now;
	}

	byName(name: string): VoiceFile | undefined {
		return [...this.all.values()].find((file) => file.name === name);
	}
}

const shown = (file: VoiceFile): object => ({
	tenant_id: tenant.tenantId,
	uploaddate: file.uploadDate,
	voice_id: file.voiceId,
	name: file.name,
	voicecontent:
		file.text === undefined
			? null
			: JSON.stringify({
					'0': { languageId: String(LANGUAGES.indexOf(file.language)), textcontent: file.text },
				}),
	type: file.type,
	tenantSpaceName: tenant.tenantName,
	auditaccount: 'auditor',
	noReference: true,
	auditcomments: '审核通过',
	auditdate: file.auditDate,
	scene: file.scene,
	uploadaccount: 'admin',
	isUpdateRec: 0,
	status: file.status,
	callbackTimes: file.callbackTimes,
});

export const voiceFiles: Interface[] = [
	{
		section: '14.1',
		method: 'POST',
		path: '/apiaccess/rest/voiceNotification/v1/queryVoiceNotificationRecording',
		envelope: envelopes.returnDescription,
		body: z.object({ offset: int(0).optional(), limit: int(1).optional(), type: int().optional() }).strict(),
		handle({ world, body }) {
			const { offset = 0, limit = MOST, type } = body;
			if (type !== undefined && type !== AUDIO && type !== TEXT) throw new Refusal('1', 'type is incorrect');
			const found = [...world.voices.all.values()].filter(
				(file) =>
					file.status === auditStatus.passed &&
					file.scene === FOR_NOTIFICATIONS &&
					(type === undefined || file.type === type),
			);
			const voiceInfo = found.slice(offset, offset + Math.min(MOST, limit)).map(shown);
			return { returnCode: '0', description: 'query success', voiceInfo };
		},
	},
];
