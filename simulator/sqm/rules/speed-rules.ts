import { z } from 'zod';
import type { Interface } from '../../interface';
import { int, text } from '../../schema/fields';
import { CCSQM, find, pageOf, quality, type QualityInterface, wrong } from '../serve';
import { cost, ids, knownSentences, named, period, ruleList, sentenceViews } from './shared';
import type { QualityRules, SpeedRule } from './state';

/** 12.2.10. Samples have an x-TenantSpaceId that no table knows. */

const BASE = `${CCSQM}/speedrule`;
const shared = { code: '0405000', userOptional: true };

const setting = {
	name: text(),
	score: int(0, 100),
	min: int(1, 220),
	max: int(1, 2_147_483_647),
	other: period.default({}),
};
const exception = z
	.object({ under: z.object({ customer: ids }).strict(), over: z.object({ customer: ids }).strict() })
	.strict();
const one = z.object({ speed_id: text() }).strict();

function ruleFrom(rules: QualityRules, { setting: given, exception: { under, over } }: Record<string, any>): Omit<SpeedRule, 'id'> {
	const { name, score, min, max, other } = given;
	if (min > max) wrong('min is above max.');
	knownSentences(rules, under.customer, over.customer);
	return { name, score, min, max, other, under, over };
}

/** Numbers in the tables, texts in the samples. */
const numbers = ({ score, min, max }: SpeedRule) => ({ score: cost(score), min: String(min), max: String(max) });

const interfaces: QualityInterface[] = [
	{
		...shared,
		section: '12.2.10.1',
		path: `${BASE}/addSpeedRule`,
		body: z.object({ setting: z.object(setting).strict(), exception }).strict(),
		handle({ world: { qualityRules }, body }) {
			const id = qualityRules.newId();
			qualityRules.speedRules.set(id, { id, ...ruleFrom(qualityRules, body) });
			return { speed_id: id };
		},
	},
	{
		...shared,
		section: '12.2.10.5',
		path: `${BASE}/updateSpeedRule`,
		body: z.object({ setting: z.object({ ...setting, speed_id: text() }).strict(), exception }).strict(),
		handle({ world: { qualityRules }, body }) {
			const rule = find(qualityRules.speedRules, body.setting.speed_id, 'rule');
			Object.assign(rule, ruleFrom(qualityRules, body));
		},
	},
	{
		...shared,
		section: '12.2.10.2',
		path: `${BASE}/querySpeedRuleById`,
		body: one,
		handle({ world: { qualityRules }, body }) {
			const rule = find(qualityRules.speedRules, body.speed_id, 'rule');
			const { call_from = 0, call_end = 0 } = rule.other;
			return {
				exception: {
					over: { customer: sentenceViews(qualityRules, rule.over.customer) },
					under: { customer: sentenceViews(qualityRules, rule.under.customer) },
				},
				setting: { ...numbers(rule), other: { call_end, call_from }, name: rule.name, speed_id: rule.id },
			};
		},
	},
	{
		...shared,
		section: '12.2.10.4',
		path: `${BASE}/querySpeedRules`,
		body: ruleList(10_000),
		handle({ world: { qualityRules }, body }) {
			const found = [...qualityRules.speedRules.values()].filter(named(body.keyword));
			const data = pageOf(found, body).map((rule) => ({ ...numbers(rule), name: rule.name, speed_id: rule.id }));
			return { data, paging: { total: found.length } };
		},
	},
	{
		...shared,
		section: '12.2.10.3',
		path: `${BASE}/deleteSpeedRule`,
		body: one,
		handle({ world: { qualityRules }, body }) {
			const { id } = find(qualityRules.speedRules, body.speed_id, 'rule');
			qualityRules.speedRules.delete(id);
			qualityRules.dropFromScenarios(id);
		},
	},
];

export const speedRules: Interface[] = interfaces.map(quality);
