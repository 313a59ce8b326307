import { rowsOf, type Bench } from '../../support/bench';
import type { Case } from '../case';

const said = { text: 'A technician, s’il vous plaît', isFinal: true, confidence: 0.9, start: 0, end: 900 };
const piece = { lid: 0, begin: 0, end: 900, onebest: 'The phone you called is switched off.', spk: 0 };

const captured = async (bench: Bench, more: object = {}) => {
	const { callId, serviceToken } = await bench.capturedCall();
	return { serviceToken, taskID: callId, respType: 'NormalResult', ...said, ...more };
};

/** Only the account for recognizers may hand in transcripts. */
const recognized = async (bench: Bench, more: object) => {
	await bench.actAsBotAccount('recognizer');
	return { success: true, code: '0', recordingId: 'recording-of-900402', latticesInput: 'fields', ...more };
};

export const speechCases: Record<string, Case> = {
	'speech/synthesize': {
		run: () => ({ text: 'Good morning. 你好。', voiceName: 'cn_tianmeiru_common' }),
		more: {
			'higher, louder and faster': () => ({
				text: 'Good morning.',
				voiceName: 'cn_kefuman_common',
				additionalFields: { pitch: 100, volume: 80, speed: 250 },
			}),
		},
		file: { begins: /^RIFF.{4}WAVE/s, type: 'audio/wav' },
		gives: { fileName: 'speech.wav', mimeType: 'audio/wav', format: 'wav', sentences: [{ st: 0, offset: 0, len: 13 }, { offset: 13, len: 10 }] },
	},
	'speech/handInSentence': {
		run: async (bench) => await captured(bench),
		more: {
			'all fields': async (bench) =>
				await captured(bench, {
					additionalFields: {
						subCCID: '1',
						speakerID: '0',
						emotions: [{ st: 0, et: 900, c: 0.5, e: 'ANGRY' }],
						avgVol: 40,
						maxVol: 70,
						speakingSpeed: 200,
					},
				}),
		},
		refused: {
			run: async (bench) => await captured(bench, { serviceToken: 'another' }),
			message: /\(code 900002\)$/,
		},
		gives: { success: true },
	},
	'speech/handInTranscript': {
		run: async (bench) => await recognized(bench, { lattices: rowsOf(piece) }),
		more: {
			'as JSON': async (bench) => await recognized(bench, { latticesInput: 'json', latticesJson: [piece] }),
			'that there is none': async (bench) => await recognized(bench, { success: false, code: '11' }),
		},
		refused: {
			run: async (bench) => await recognized(bench, { recordingId: 'gone', lattices: rowsOf(piece) }),
			message: /HTTP 500/,
		},
		gives: { success: true },
	},
};
