import { z } from 'zod';
import type { Interface } from '../../interface';
import { int, text } from '../../schema/fields';
import { CCSQM, find, pageOf, quality, type QualityInterface, taken } from '../serve';
import { cost, ids, knownSentences, named, period, ruleList, sentenceViews } from './shared';
import type { QualityRules, SilenceRule } from './state';

/** 12.2.9. */

const BASE = `${CCSQM}/silencerule`;
const MOST = 2_147_483_647;
const shared = { code: '0405000', userOptional: true };

const setting = {
	name: text(),
	score: int(1, 100),
	seconds: int(1, MOST),
	times: int(1, MOST),
	other: period.default({}),
};
const exception = z
	.object({
		before: z.object({ staff: ids, customer: ids }).strict().default({}),
		after: z.object({ staff: ids }).strict().default({}),
	})
	.strict()
	.default({});
const one = z.object({ silence_id: text() }).strict();

function ruleFrom(rules: QualityRules, { setting: given, exception: { before, after } }: Record<string, any>): Omit<SilenceRule, 'id'> {
	knownSentences(rules, before.staff, before.customer, after.staff);
	const { name, score, seconds, times, other } = given;
	return { name, score, seconds, times, other, before, after };
}

const numbers = ({ score, seconds, times }: SilenceRule) => ({
	score: cost(score),
	seconds: String(seconds),
	times: String(times),
});

const interfaces: QualityInterface[] = [
	{
		...shared,
		section: '12.2.9.2',
		path: `${BASE}/createSilenceRule`,
		body: z.object({ setting: z.object(setting).strict(), exception }).strict(),
		handle({ world: { qualityRules }, body }) {
			const { name } = body.setting;
			if ([...qualityRules.silenceRules.values()].some((rule) => rule.name === name)) taken(`There is one with the name ${name} already.`);
			const id = qualityRules.newId();
			qualityRules.silenceRules.set(id, { id, ...ruleFrom(qualityRules, body) });
			return { silence_id: id };
		},
	},
	{
		...shared,
		section: '12.2.9.4',
		path: `${BASE}/updateSilenceRule`,
		body: z.object({ setting: z.object({ ...setting, silence_id: text() }).strict(), exception }).strict(),
		handle({ world: { qualityRules }, body }) {
			const rule = find(qualityRules.silenceRules, body.setting.silence_id, 'rule');
			Object.assign(rule, ruleFrom(qualityRules, body));
		},
	},
	{
		...shared,
		section: '12.2.9.1',
		path: `${BASE}/querySilenceRule`,
		body: one,
		handle({ world: { qualityRules }, body }) {
			const rule = find(qualityRules.silenceRules, body.silence_id, 'rule');
			const views = (list: string[]) => sentenceViews(qualityRules, list);
			return {
				exception: {
					before: { staff: views(rule.before.staff), customer: views(rule.before.customer) },
					after: { staff: views(rule.after.staff) },
				},
				setting: { ...numbers(rule), silence_id: rule.id, other: rule.other, name: rule.name },
			};
		},
	},
	{
		...shared,
		section: '12.2.9.3',
		path: `${BASE}/querySilenceRules`,
		body: ruleList(64),
		handle({ world: { qualityRules }, body }) {
			const found = [...qualityRules.silenceRules.values()].filter(named(body.keyword));
			const data = pageOf(found, body).map((rule) => ({
				...numbers(rule),
				silence_id: rule.id,
				name: rule.name,
			}));
			return { data, paging: { total: found.length } };
		},
	},
	{
		...shared,
		section: '12.2.9.5',
		path: `${BASE}/deleteSilenceRule`,
		body: one,
		handle({ world: { qualityRules }, body }) {
			const { id } = find(qualityRules.silenceRules, body.silence_id, 'rule');
			qualityRules.silenceRules.delete(id);
			qualityRules.dropFromScenarios(id);
		},
	},
];

export const silenceRules: Interface[] = interfaces.map(quality);
