import { byId, rowsOf } from '../../support/bench';
import type { Case, Parameters } from '../case';
import { NO_VALUES, OPERATOR } from '../sqm';
import { aTask, anActiveTask, anAssignedTask, COLLEAGUE, GONE } from './shared';

const role = { actingRole: 'qualityDirector' };
const sampling = { media: 0, sample: 1, sampleSize: 5, reviewState: 0 };
const moreSampling = {
	mostCalls: 3,
	shortestDuration: 10,
	longestDuration: 1000,
	lowestScore: 10,
	highestScore: 120,
	agentUserIds: ['1652268429538866101'],
};
const called = { calledFrom: '2026-03-01T00:00:00', calledTo: '2026-03-03T00:00:00' };
const created: Parameters = { ...role, ...sampling, name: 'Week 10' };

const refused = (parameters: Parameters = {}): Case['refused'] => ({
	run: () => ({ reviewTaskId: byId(GONE), ...parameters }),
	message: NO_VALUES,
});

const assigned = { inspectorsInput: 'fields', inspectors: rowsOf({ userId: OPERATOR, count: 1 }, { userId: COLLEAGUE, count: 1 }), activate: true };

export const reviewTaskCases: Record<string, Case> = {
	'reviewTask/activate': {
		run: async (bench) => ({ reviewTaskId: byId(await anAssignedTask(bench)), when: 1 }),
		more: { 'at a time': async (bench) => ({ reviewTaskId: byId(await anAssignedTask(bench)), when: 2, time: '2026-03-03T08:00:00' }) },
		refused: refused({ when: 1 }),
		gives: { success: true },
	},
	'reviewTask/assign': {
		run: async (bench) => ({ reviewTaskId: byId(await aTask(bench)), ...assigned }),
		more: {
			'to a list as JSON': async (bench) => ({
				reviewTaskId: byId(await aTask(bench)),
				inspectorsInput: 'json',
				inspectorsJson: JSON.stringify([{ userId: OPERATOR, count: 2 }]),
				activate: false,
			}),
		},
		refused: refused(assigned),
		gives: { success: true },
	},
	'reviewTask/create': {
		run: () => created,
		more: { 'with all fields': () => ({ ...created, additionalFields: { ...called, ...moreSampling } }) },
		gives: { qualityTaskId: expect.stringMatching(/^\d{20}$/) as unknown as string },
	},
	'reviewTask/delete': {
		run: async (bench) => ({ reviewTaskId: byId(await aTask(bench)) }),
		refused: refused(),
		gives: { deleted: true },
	},
	'reviewTask/getMany': {
		run: async (bench) => {
			await aTask(bench);
			return { ...role, from: '2026-03-01T00:00:00', to: '2026-03-03T00:00:00' };
		},
		more: {
			'all filters': async (bench) => {
				await anActiveTask(bench);
				return {
					...role,
					from: '2026-03-01T00:00:00',
					to: '2026-03-03T00:00:00',
					filters: {
						userId: OPERATOR,
						calledFrom: '1970-01-01T00:00:00Z',
						calledTo: '2026-03-03T00:00:00',
						name: 'Week 9',
						status: 1,
						fileName: '0951044.V3',
						createdBy: 'inspector.one',
						reviewer: 'inspector.one',
					},
				};
			},
		},
		gives: { planName: 'Week 9', inspectTotalCount: 2, mediaName: 'Voice', createdAt: '2026-03-02T08:00:00.000Z' },
	},
	'reviewTask/terminate': {
		run: async (bench) => ({ reviewTaskId: byId(await anActiveTask(bench)) }),
		refused: refused(),
		gives: { success: true },
	},
	'reviewTask/update': {
		run: async (bench) => ({ ...role, reviewTaskId: byId(await aTask(bench)), name: 'Week 11' }),
		more: {
			'with all fields': async (bench) => ({
				...role,
				reviewTaskId: byId(await aTask(bench)),
				name: 'Week 11',
				drawAnew: true,
				...sampling,
				updateFields: { ...called, ...moreSampling },
			}),
		},
		refused: refused({ ...role, name: 'Week 11' }),
		gives: { success: true },
	},
};
