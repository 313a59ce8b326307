import { byId, rowsOf } from '../../support/bench';
import type { Case, Parameters } from '../case';
import { NO_VALUES, OPERATOR } from '../sqm';
import { aPlan, COLLEAGUE, GONE } from './shared';

const content: Parameters = {
	name: 'Every day',
	actingRole: 'qualityDirector',
	repeat: 1,
	start: '2026-03-02T09:00:00',
	end: 1,
	runs: 3,
	shareCalls: 0,
	inspectorsInput: 'fields',
	inspectors: rowsOf({ userId: OPERATOR, count: 0 }),
	media: 0,
	sample: 1,
	sampleSize: 10,
	reviewState: 0,
	mostCalls: 5,
};
const byPercentage: Parameters = {
	...content,
	repeat: 2,
	end: 2,
	endTime: '2026-04-01T00:00:00',
	shareCalls: 2,
	inspectorsInput: 'json',
	inspectorsJson: JSON.stringify([
		{ userId: OPERATOR, count: 60 },
		{ userId: COLLEAGUE, count: 40 },
	]),
};
const more: Parameters = {
	shortestDuration: 1000,
	longestDuration: 600_000,
	lowestScore: 0,
	highestScore: 100,
	agentUserIds: ['1652268429538866101'],
};

const refused = (parameters: Parameters = {}): Case['refused'] => ({
	run: () => ({ planId: byId(GONE), ...parameters }),
	message: NO_VALUES,
});

export const spotCheckPlanCases: Record<string, Case> = {
	'spotCheckPlan/create': {
		run: () => content,
		more: {
			'with all fields': () => ({ ...byPercentage, additionalFields: more }),
			'so many of each agent': () => ({ ...content, sample: 2, additionalFields: { mostCalls: 20 } }),
		},
		gives: { planId: expect.stringMatching(/^\d{20}$/) as unknown as string },
	},
	'spotCheckPlan/delete': {
		run: async (bench) => ({ planId: byId(await aPlan(bench)) }),
		refused: refused(),
		gives: { deleted: true },
	},
	'spotCheckPlan/getMany': {
		run: async (bench) => {
			await aPlan(bench, true);
			return {};
		},
		gives: {
			qiqtName: 'Every day',
			statusName: 'Running',
			repeatName: 'Daily',
			endName: 'After a Number of Runs',
			mediaName: 'Voice',
			nextRunAt: '2026-03-02T09:00:00.000Z',
		},
	},
	'spotCheckPlan/start': {
		run: async (bench) => ({ planId: byId(await aPlan(bench)) }),
		refused: refused(),
		gives: { success: true },
	},
	'spotCheckPlan/stop': {
		run: async (bench) => ({ planId: byId(await aPlan(bench, true)) }),
		refused: refused(),
		gives: { success: true },
	},
	'spotCheckPlan/update': {
		run: async (bench) => ({ ...content, planId: byId(await aPlan(bench)) }),
		more: {
			'with all fields': async (bench) => ({ ...byPercentage, planId: byId(await aPlan(bench)), updateFields: more }),
			'so many of each agent': async (bench) => ({ ...content, sample: 2, planId: byId(await aPlan(bench)), updateFields: { mostCalls: 20 } }),
		},
		refused: refused(content),
		gives: { planId: expect.stringMatching(/^\d{20}$/) as unknown as string },
	},
};
