import { byId, type Bench } from '../../support/bench';
import type { Case } from '../case';
import { NO_VALUES } from '../sqm';
import { GONE, newDialogRule, newLogic, newScript, newSentence, PERIOD } from './shared';

const rule = { severity: 'critical', scoreType: 'valid', score: 10, method: 'negative', minimumLogics: 2 };

const logic = { name: 'Begin', expression: 'must', occurrences: 1 };

const script = { operator: 'must_not_say', role: 'customer', position: 'any' };
const atDistance = async (bench: Bench) => ({ ...script, position: 'set', distance: 3, sentenceIds: [await newSentence(bench)] });

/** A script and its logic. */
async function scriptOf(bench: Bench) {
	const dialogLogicId = await newLogic(bench);
	return { dialogLogicId: byId(dialogLogicId), scriptId: byId(await newScript(bench, dialogLogicId)) };
}

/** A logic and what it is updated with. */
async function changedLogic(bench: Bench) {
	const dialogRuleId = await newDialogRule(bench);
	const dialogLogicId = await newLogic(bench, dialogRuleId);
	const id = await newScript(bench, dialogLogicId);
	return { dialogLogicId: byId(dialogLogicId), dialogRuleId: byId(dialogRuleId), ...logic, expression: `must ${id}`, scriptIds: [id] };
}

export const dialogRuleCases: Record<string, Case> = {
	'dialogRule/create': {
		run: () => ({ name: 'Say goodbye', ...rule }),
		more: { 'all fields': () => ({ name: 'Say goodbye', ...rule, additionalFields: { description: 'At the end', ...PERIOD } }) },
		gives: { rule_id: expect.stringMatching(/^\d{18}$/) },
	},
	'dialogRule/delete': {
		run: async (bench) => ({ dialogRuleId: byId(await newDialogRule(bench)) }),
		refused: { run: () => ({ dialogRuleId: GONE }), message: NO_VALUES },
		gives: { deleted: true },
	},
	'dialogRule/get': {
		run: async (bench) => ({ dialogRuleId: byId(await newDialogRule(bench)) }),
		refused: { run: () => ({ dialogRuleId: GONE }), message: NO_VALUES },
		gives: { rule_name: 'Greet', score: '5', severityName: 'Normal', methodName: 'Positive', flows: [], callsFrom: expect.stringMatching(/^2026-03-01T/) },
	},
	'dialogRule/getMany': {
		run: async (bench) => {
			await newLogic(bench);
			return {};
		},
		more: {
			'all filters': async (bench) => {
				await newDialogRule(bench);
				return { filters: { keyword: 'Gr', incompleteOnly: true } };
			},
		},
		gives: { rule_name: 'Greet', flows: [expect.objectContaining({ name: 'Begin', expression: 'must' })] },
	},
	'dialogRule/update': {
		run: async (bench) => ({ dialogRuleId: byId(await newDialogRule(bench)), name: 'Greet well', ...rule }),
		more: {
			'all fields': async (bench) => ({
				dialogRuleId: byId(await newDialogRule(bench)),
				name: 'Greet well',
				description: 'Kindly',
				...rule,
				...PERIOD,
			}),
		},
		refused: { run: () => ({ dialogRuleId: GONE, ...rule }), message: NO_VALUES },
		gives: { success: true },
	},
	'dialogLogic/create': {
		run: async (bench) => ({ dialogRuleId: byId(await newDialogRule(bench)), ...logic }),
		refused: { run: () => ({ dialogRuleId: GONE, ...logic }), message: NO_VALUES },
		gives: { flow_id: expect.stringMatching(/^\d{18}$/) },
	},
	'dialogLogic/delete': {
		run: async (bench) => ({ dialogLogicId: byId(await newLogic(bench)) }),
		refused: { run: () => ({ dialogLogicId: GONE }), message: NO_VALUES },
		gives: { deleted: true },
	},
	'dialogLogic/get': {
		run: async (bench) => {
			const dialogLogicId = await newLogic(bench);
			await newScript(bench, dialogLogicId);
			return { dialogLogicId: byId(dialogLogicId) };
		},
		refused: { run: () => ({ dialogLogicId: GONE }), message: NO_VALUES },
		gives: { flow_name: 'Begin', expression: 'must', sentence_groups: [{ sg_id: expect.any(String) }] },
	},
	'dialogLogic/update': {
		run: changedLogic,
		refused: { run: async (bench) => ({ ...(await changedLogic(bench)), scriptIds: [await newScript(bench)] }), message: NO_VALUES },
		gives: { success: true },
	},
	'script/create': {
		run: async (bench) => ({ dialogLogicId: byId(await newLogic(bench)), ...script }),
		more: {
			'all fields': async (bench) => ({
				dialogLogicId: byId(await newLogic(bench)),
				...(await atDistance(bench)),
				additionalFields: { name: 'No promises' },
			}),
		},
		refused: { run: () => ({ dialogLogicId: GONE, ...script }), message: NO_VALUES },
		gives: { sg_id: expect.stringMatching(/^\d{18}$/) },
	},
	'script/delete': {
		run: scriptOf,
		refused: { run: () => ({ scriptId: GONE }), message: NO_VALUES },
		gives: { deleted: true },
	},
	'script/get': {
		run: scriptOf,
		refused: { run: () => ({ scriptId: GONE }), message: NO_VALUES },
		gives: { role: 'staff', roleName: 'Agent', positionName: 'At the Beginning', operatorName: 'Must Be Said' },
	},
	'script/update': {
		run: async (bench) => ({ ...(await scriptOf(bench)), ...script }),
		more: { 'all fields': async (bench) => ({ ...(await scriptOf(bench)), ...(await atDistance(bench)), name: 'No promises' }) },
		refused: { run: async (bench) => ({ dialogLogicId: byId(await newLogic(bench)), scriptId: GONE, ...script }), message: NO_VALUES },
		gives: { success: true },
	},
};
