import { byId, type Bench } from '../../support/bench';
import type { Case, Parameters, Prepare } from '../case';
import { NO_VALUES, OPERATOR } from '../sqm';
import { anAppeal, COLLEAGUE, GONE, rudeCall } from './shared';

const ofItem =
	(parameters: Parameters = {}): Prepare =>
	async (bench) => ({ itemId: byId(await anAppeal(bench)), ...parameters });
const refused = (message: RegExp, parameters: Parameters = {}): Case['refused'] => ({
	run: () => ({ itemId: byId(GONE), ...parameters }),
	message,
});

const corrected = async (bench: Bench) => ({
	itemId: byId(await anAppeal(bench)),
	kind: 2,
	callUuid: byId(rudeCall(bench).uuid),
	ruleType: 10,
	resultId: byId(rudeCall(bench).scenarios[0].results[0].reviseId),
	verdict: 1,
	comment: 'Was greeted',
});

export const inspectionItemCases: Record<string, Case> = {
	'inspectionItem/correct': {
		run: corrected,
		more: { 'of a single call': async (bench) => ({ ...(await corrected(bench)), additionalFields: { isGrouped: false } }) },
		refused: { run: async (bench) => ({ ...(await corrected(bench)), kind: 1 }), message: NO_VALUES },
		gives: { success: true },
	},
	'inspectionItem/get': {
		run: ofItem(),
		refused: refused(NO_VALUES),
		gives: {
			kindName: 'Appeal',
			qualityItemRuleHit: [{ ruleName: 'Greeting', ruleTypeName: 'Dialog Rule', validName: 'Violation', reviseName: 'None', id: '16233929967205038091' }],
		},
	},
	'inspectionItem/getHistory': {
		run: ofItem(),
		refused: refused(NO_VALUES),
		gives: {
			canHandle: true,
			workflowNodeList: [
				{ stepName: 'Appeal Made', handler: 'manager.one', remark: 'The line was bad' },
				{ stepName: 'Review', handler: 'inspector.one', createdAt: '2026-03-02T08:00:00.000Z' },
			],
		},
	},
	'inspectionItem/getMany': {
		run: async (bench) => {
			await anAppeal(bench);
			return {};
		},
		more: {
			'all filters': async (bench) => {
				await anAppeal(bench);
				return {
					filters: {
						from: '2026-03-01T00:00:00',
						to: '2026-03-03T00:00:00',
						kind: 2,
						status: 21,
						agentUserIds: ['1652268429538866101', '1652268429538866102'],
						inspectorUserIds: [OPERATOR],
					},
				};
			},
		},
		gives: { kindName: 'Appeal', statusName: 'Under Review', createdAt: '2026-03-02T08:00:00.000Z', initiatorName: 'manager.one' },
	},
	'inspectionItem/getScores': {
		run: ofItem(),
		more: {
			'naming the call': async (bench) => ({ ...(await ofItem()(bench)), filters: { callUuid: byId(rudeCall(bench).uuid) } }),
		},
		refused: refused(NO_VALUES),
		gives: { ruleGroupName: 'Hotline', automaticScore: 62, manuallyScore: 62, rules: [{ name: 'Greeting', isCompliant: false }, { name: 'Silence' }] },
	},
	'inspectionItem/reassign': {
		run: ofItem({ handlerId: COLLEAGUE, role: 'qualityInspector' }),
		refused: refused(NO_VALUES, { handlerId: COLLEAGUE, role: 'qualityInspector' }),
		gives: { success: true },
	},
	'inspectionItem/review': {
		run: ofItem({ decision: 'pass' }),
		more: {
			'with all fields': async (bench) => ({
				...(await ofItem({ decision: 'assign', handlerId: COLLEAGUE })(bench)),
				additionalFields: { callUuid: byId(rudeCall(bench).uuid), comment: 'Please decide', role: 'qualityInspector' },
			}),
		},
		refused: refused(NO_VALUES, { decision: 'back' }),
		gives: { success: true },
	},
};
