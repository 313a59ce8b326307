/** What came of the rules in the inspection of a call, wherever an answer has it. */
import { isRecord } from '../../../cec/formats/paths';
import { RULE_TYPES } from './shared';

type Row = Record<string, unknown>;

/** Key of the results of each type of rule. */
const TYPES = { rules: 10, silence_rule: 11, speed_rule: 12, interposal_rule: 13 } as const;
const SENSITIVE_WORD = 60;

const rowsIn = (value: unknown): Row[] => (Array.isArray(value) ? value : [value]).filter(isRecord);
const settingOf = ({ setting }: Row): Row => (isRecord(setting) ? setting : {});

/** The scenarios by which a call was inspected. */
export const scenariosOf = ({ credit }: Row): Row[] => rowsIn(credit);

export const scenarioIdOf = (scenario: Row) => settingOf(scenario).group_id;
export const scenarioNameOf = (scenario: Row) => settingOf(scenario).group_name;

/** All rules of a row with a score, one after the other, with their verdict as it stands. */
export function rulesOf(row: Row): Row[] {
	const ofScenarios = scenariosOf(row).flatMap((scenario) =>
		Object.entries(TYPES).flatMap(([key, type]) =>
			rowsIn(scenario[key]).map((rule) => ({ scenarioId: scenarioIdOf(scenario), scenario: scenarioNameOf(scenario), ...inWords(rule, type) })),
		),
	);
	return [...ofScenarios, ...rowsIn(row.sensitive_words).map((rule) => inWords(rule, SENSITIVE_WORD))];
}

function inWords(rule: Row, ruleType: keyof typeof RULE_TYPES): Row {
	const { rule_name, name, sw_name } = settingOf(rule);
	return {
		ruleType,
		ruleTypeName: RULE_TYPES[ruleType],
		name: rule_name ?? sw_name ?? name ?? rule.name,
		reviseId: rule.revise_id,
		isCompliant: isCorrected(rule) ? Number(rule.revise) === 1 : rule.valid,
		isCorrected: isCorrected(rule),
		score: rule.score,
		invalidSegments: rule.invalid_segment,
	};
}

const isCorrected = ({ revise }: Row): boolean => ['0', '1'].includes(String(revise));
