import { byId, type Bench } from '../../support/bench';
import type { Case } from '../case';
import { NO_VALUES } from '../sqm';
import { anActiveTask, aTaskCall, GONE, rudeCall } from './shared';

const role = { actingRole: 'qualityDirector' };

const corrected = async (bench: Bench) => ({
	...(await aTaskCall(bench)),
	ruleType: 10,
	resultId: byId(rudeCall(bench).scenarios[0].results[0].reviseId),
	verdict: 1,
	comment: 'Was greeted',
	isGrouped: false,
});

export const reviewTaskCallCases: Record<string, Case> = {
	'reviewTaskCall/getMany': {
		run: async (bench) => ({ ...role, reviewTaskId: byId(await anActiveTask(bench)) }),
		more: {
			'all filters': async (bench) => ({
				...role,
				reviewTaskId: byId(await anActiveTask(bench)),
				filters: {
					assignedOnly: true,
					inspectionStatus: '0',
					reviewStatus: '-1',
					inspector: 'inspector.one',
					reviewer: 'inspector.one',
					agent: 'agent.one',
					fileName: '0951044.V3',
					shortestDuration: 10,
					longestDuration: 1000,
				},
			}),
		},
		refused: { run: () => ({ ...role, reviewTaskId: byId(GONE) }), message: NO_VALUES },
		gives: { inspectorName: 'inspector.one', calls: [{ mediaName: 'Voice', calledAt: '2026-03-02T03:00:00.000Z' }] },
	},
	'reviewTaskCall/complete': {
		run: async (bench) => ({ ...(await aTaskCall(bench)), isGrouped: false }),
		more: { 'of a group': async (bench) => ({ ...(await aTaskCall(bench)), isGrouped: true, callGroupId: '951849808525254658' }) },
		refused: { run: async (bench) => ({ ...(await aTaskCall(bench)), callId: byId(GONE), isGrouped: false }), message: NO_VALUES },
		gives: { success: true },
	},
	'reviewTaskCall/correct': {
		run: corrected,
		refused: { run: async (bench) => ({ ...(await corrected(bench)), ruleType: 11 }), message: NO_VALUES },
		gives: { success: true },
	},
};
