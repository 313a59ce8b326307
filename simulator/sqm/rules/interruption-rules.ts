import { z } from 'zod';
import type { Interface } from '../../interface';
import { int, text } from '../../schema/fields';
import { CCSQM, find, pageOf, quality, type QualityInterface } from '../serve';
import { cost, named, period, ruleList } from './shared';

/** 12.2.8. Requests have interposal_id, lists interposals_id; interposale_id in the sample of 12.2.8.1 stands alone. */

const BASE = `${CCSQM}/interposal-rules`;
const code = '0405000';

const values = { name: text(64), score: z.number(), seconds: int(0), times: int(0), other: period };
const one = z.object({ interposal_id: text() }).strict();

const interfaces: QualityInterface[] = [
	{
		section: '12.2.8.4',
		path: `${BASE}/addInterposalRule`,
		code,
		body: z.object(values).strict(),
		// The table says interposals_id.
		handle({ world: { qualityRules }, body }) {
			const id = qualityRules.newId();
			qualityRules.interruptionRules.set(id, { id, ...body });
			return { interposal_id: id };
		},
	},
	{
		section: '12.2.8.5',
		path: `${BASE}/updateInterposalRule`,
		code,
		body: z.object({ ...values, interposal_id: text() }).strict(),
		handle({ world: { qualityRules }, body: { interposal_id: id, ...changes } }) {
			Object.assign(find(qualityRules.interruptionRules, id, 'rule'), changes);
		},
	},
	{
		section: '12.2.8.1',
		path: `${BASE}/getInterposalRuleById`,
		code,
		body: one,
		handle({ world: { qualityRules }, body }) {
			const { id, name, score, seconds, times, other } = find(qualityRules.interruptionRules, body.interposal_id, 'rule');
			return {
				setting: {
					score: cost(score),
					seconds: String(seconds),
					times: String(times),
					other,
					interposal_id: id,
					name,
				},
			};
		},
	},
	{
		section: '12.2.8.2',
		path: `${BASE}/queryInterposalRules`,
		code,
		body: ruleList(64),
		handle({ world: { qualityRules }, body }) {
			const found = [...qualityRules.interruptionRules.values()].filter(named(body.keyword));
			const data = pageOf(found, body).map(({ id, name, score, seconds, times }) => ({
				score: cost(score),
				seconds: String(seconds),
				times: String(times),
				interposals_id: id,
				name,
			}));
			return { data, paging: { total: found.length } };
		},
	},
	{
		section: '12.2.8.3',
		path: `${BASE}/deleteInterposalRule`,
		code,
		body: one,
		handle({ world: { qualityRules }, body }) {
			const { id } = find(qualityRules.interruptionRules, body.interposal_id, 'rule');
			qualityRules.interruptionRules.delete(id);
			qualityRules.dropFromScenarios(id);
		},
	},
];

export const interruptionRules: Interface[] = interfaces.map(quality);
