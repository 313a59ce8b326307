import { z } from 'zod';
import { oneOfText, text } from '../../schema/fields';
import type { BotInterface } from '../bot-interface';
import { authToken, checkTenant, numberText, tenantId } from '../fields';
import { sentencesOf, spoken } from './synthesis';

/** 10.21. It lists HTTP statuses, and says of codes that there are none. */
export const speechRoutes: BotInterface[] = [
	{
		section: '10.21',
		method: 'POST',
		path: '/oifde/rest/api/tts/texttovoice',
		way: 'body',
		refusal: 'status',
		body: z
			.object({
				tenantId,
				authToken,
				// The table has no limit; this is a quarter of an hour.
				text: text(5000),
				config: z
					.object({
						voiceName: oneOfText(
							'cn_chengshuxing_common',
							'cn_kefuman_common',
							'cn_roumeiqian_common',
							'cn_tianmeiru_common',
							'cn_ziranzhen_common',
						),
						pitch: numberText(-500, 500).default('0'),
						volume: numberText(0, 100).default('50'),
						speed: numberText(-500, 500).default('0'),
					})
					.strict(),
			})
			.strict(),
		handle({ world, body }) {
			checkTenant(body.tenantId);
			const { pitch, volume, speed } = body.config;
			const voice = { pitch: Number(pitch), volume: Number(volume), speed: Number(speed) };
			const sentences = sentencesOf(body.text, voice);
			const sampleRate = world.bots.settings.answers === 'table' ? 16000 : '16000';
			const voiceData = spoken(sentences, voice).toString('base64');
			return { data: { sentences, voiceData, format: 'wav', sampleRate }, retCode: '0' };
		},
	},
];
