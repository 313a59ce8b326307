import { byId } from '../../support/bench';
import type { Case } from '../case';
import { NO_VALUES } from '../sqm';
import { completeScenario, GONE, newDialogRule, newInterruptionRule, newScenario, newSilenceRule, newSpeedRule, PERIOD } from './shared';

const more = { description: 'Calls of customers', ignoreSensitiveWords: true, interactionType: 2, ...PERIOD };

export const scenarioCases: Record<string, Case> = {
	'scenario/create': {
		run: () => ({ name: 'Support' }),
		more: { 'all fields': () => ({ name: 'Support', additionalFields: more }) },
		gives: { group_id: expect.stringMatching(/^groupid_[0-9a-f-]{36}$/) },
	},
	'scenario/delete': {
		run: async (bench) => ({ scenarioId: byId(await newScenario(bench)) }),
		refused: { run: () => ({ scenarioId: GONE }), message: NO_VALUES },
		gives: { deleted: true },
	},
	'scenario/get': {
		run: async (bench) => ({ scenarioId: byId(await completeScenario(bench, 'Hotline', { interposals_rules: [await newInterruptionRule(bench)] })) }),
		refused: { run: () => ({ scenarioId: GONE }), message: NO_VALUES },
		gives: {
			group_name: 'Hotline',
			statusName: 'Enabled',
			interposals_rules: [{ rule_id: expect.any(String), rule_name: 'Butts in' }],
			callsFrom: expect.stringMatching(/^2026-03-01T/),
			createdAt: expect.stringMatching(/^2026-03-02T/),
		},
	},
	'scenario/getMany': {
		run: async (bench) => {
			await newScenario(bench);
			return {};
		},
		more: {
			'all filters': async (bench) => {
				await completeScenario(bench);
				return { filters: { name: 'Hot', status: 1, createdFrom: '2026-03-01T00:00:00Z', createdTo: '2026-03-04T00:00:00Z' } };
			},
		},
		gives: { group_name: 'Hotline', statusName: 'Disabled', interactionTypeName: 'Voice', callsFrom: expect.stringMatching(/^2026-03-01T/) },
	},
	'scenario/setStatus': {
		run: async (bench) => ({ scenarioId: byId(await completeScenario(bench)), enabled: false }),
		// It has not been updated.
		refused: { run: async (bench) => ({ scenarioId: byId(await newScenario(bench)), enabled: true }), message: NO_VALUES },
		gives: { success: true },
	},
	'scenario/update': {
		run: async (bench) => ({ scenarioId: byId(await newScenario(bench)), enabled: true, name: 'Hotline' }),
		more: {
			'all fields': async (bench) => ({
				scenarioId: byId(await newScenario(bench)),
				enabled: true,
				name: 'Hotline',
				...more,
				dialogRuleIds: [await newDialogRule(bench)],
				silenceRuleIds: [await newSilenceRule(bench)],
				speedRuleIds: [await newSpeedRule(bench)],
				interruptionRuleIds: [await newInterruptionRule(bench)],
			}),
		},
		refused: { run: async (bench) => ({ scenarioId: byId(await newScenario(bench)), enabled: true, name: 'H', speedRuleIds: ['1'] }), message: NO_VALUES },
		gives: { success: true },
	},
};
