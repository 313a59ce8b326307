import { byId, type Bench } from '../../support/bench';
import type { Case } from '../case';
import { NO_VALUES, OPERATOR } from '../sqm';
import { asInspection, CCISQM, FILE, rudeCall } from './shared';

const NO_CALL = byId('00000000-0000-4000-8000-000000000000');

const recorded = (bench: Bench) => ({
	filePath: FILE,
	agentId: byId(bench.state.agents[0].workNo),
	callStart: '2026-03-01T09:51:07',
	callEnd: '2026-03-01T09:57:57',
	language: 'zh_CN',
});

async function transcribed(bench: Bench) {
	const body = {
		voiceFilePath: FILE,
		agentId: bench.state.agents[0].workNo,
		beginTime: '2026-03-01 09:51:07',
		endTime: '2026-03-01 09:57:57',
		language: 'zh_CN',
	};
	const { taskId } = await asInspection(bench, `${CCISQM}/openapi/voice2Text`, body);
	await bench.sim.clock.advance(30_000);
	return { taskId, language: 'zh_CN' };
}

const ofRudeCall = (bench: Bench) => ({ callUuid: byId(rudeCall(bench).uuid), actingUserId: OPERATOR });

export const recordingCases: Record<string, Case> = {
	'recording/getResult': {
		run: ofRudeCall,
		refused: { run: () => ({ callUuid: NO_CALL }), message: NO_VALUES },
		gives: { statusName: 'Inspected', mediaName: 'Voice' },
	},
	'recording/getScores': {
		run: ofRudeCall,
		refused: { run: () => ({ callUuid: NO_CALL }), message: NO_VALUES },
		gives: {
			createdAt: '2026-03-02T03:10:00.000Z',
			rules: [
				{ scenario: 'Hotline', ruleTypeName: 'Dialog Rule', name: 'Greeting', isCompliant: false, isCorrected: false, score: -3 },
				{ ruleTypeName: 'Silence Rule', name: 'Silence', isCompliant: false },
				{ scenario: 'Sales', ruleTypeName: 'Speed Rule', name: 'Speed', isCompliant: true },
				{ ruleTypeName: 'Interruption Rule', isCompliant: true },
				{ ruleTypeName: 'Sensitive Word', name: 'nonsense', isCompliant: false, invalidSegments: [3] },
			],
		},
	},
	'recording/getTranscript': {
		run: transcribed,
		refused: { run: () => ({ taskId: '605d5aff00000927', language: 'zh_CN' }), message: /^CEC has no text for this task \(code 1010404\)$/ },
		gives: {
			text: expect.stringContaining('Agent: Good morning, Example Ltd, how can I help?\nCustomer: I would like') as unknown as string,
			sentences: expect.arrayContaining([expect.objectContaining({ speakerName: 'Agent', e: 'HAPPY' })]) as unknown as string[],
		},
	},
	'recording/inspect': {
		run: (bench) => ({ ...recorded(bench), waitUntilDone: false }),
		more: { 'and waits': (bench) => ({ ...recorded(bench), waitUntilDone: true, waitMinutes: 5 }) },
		refused: { run: (bench) => ({ ...recorded(bench), agentId: byId(9) }), message: NO_VALUES },
		gives: { call_uuid: expect.stringMatching(/^[0-9a-f-]{36}$/) as unknown as string },
	},
	'recording/transcribe': {
		run: (bench) => ({ ...recorded(bench), waitUntilDone: false }),
		more: { 'and waits': (bench) => ({ ...recorded(bench), waitUntilDone: true, waitMinutes: 5 }) },
		refused: { run: (bench) => ({ ...recorded(bench), agentId: byId(9) }), message: NO_VALUES },
		gives: { taskId: expect.stringMatching(/^608ba63d/) as unknown as string, duration: '410' },
	},
};
