import { z } from 'zod';
import type { Interface } from '../../interface';
import { text } from '../../schema/fields';
import { anyPaging, CCSQM, find, pageOf, quality, type QualityInterface, wrong } from '../serve';
import type { ScoringProfile } from './state';

/** 12.2.1. Ids are texts, as in the samples; the tables call those of answers numbers. */

const BASE = `${CCSQM}/appraisescore`;
const code = '0412000';

const values = { name: text(), lower_bound: z.number(), upper_bound: z.number(), base: z.number() };
const one = z.object({ id: text() }).strict();

const view = ({ id, name, lowerBound, upperBound, base }: ScoringProfile): object => ({
	lower_bound: lowerBound,
	name,
	upper_bound: upperBound,
	id,
	base,
});

const interfaces: QualityInterface[] = [
	{
		section: '12.2.1.1',
		path: `${BASE}/createAppraiseScore`,
		code,
		body: z.object(values).strict(),
		handle({ world: { qualityRules }, body: { name, lower_bound: lowerBound, upper_bound: upperBound, base } }) {
			const id = qualityRules.newProfileId();
			qualityRules.scoringProfiles.set(id, { id, name, lowerBound, upperBound, base });
			return { id };
		},
	},
	{
		section: '12.2.1.2',
		path: `${BASE}/applyAppraiseScore`,
		code,
		body: one,
		handle({ world: { qualityRules }, body }) {
			qualityRules.appliedProfile = find(qualityRules.scoringProfiles, body.id, 'profile').id;
		},
	},
	{
		section: '12.2.1.3',
		path: `${BASE}/removeAppraiseScore`,
		code,
		body: one,
		// Calls must be scored by some profile: the one that is applied stays.
		handle({ world: { qualityRules }, body }) {
			const { id } = find(qualityRules.scoringProfiles, body.id, 'profile');
			if (id === qualityRules.appliedProfile) wrong('The profile is applied.');
			qualityRules.scoringProfiles.delete(id);
		},
	},
	{
		section: '12.2.1.4',
		path: `${BASE}/queryAppraiseScore`,
		code,
		body: z.object(anyPaging).strict(),
		handle({ world: { qualityRules }, body }) {
			const rows = pageOf([...qualityRules.scoringProfiles.values()], body);
			return { fundamental_score: rows.map(view), using: qualityRules.appliedProfile };
		},
	},
	{
		section: '12.2.1.5',
		path: `${BASE}/modifyAppraiseScore`,
		code,
		body: z.object({ id: text(), ...values }).strict(),
		handle({ world: { qualityRules }, body: { id, name, lower_bound: lowerBound, upper_bound: upperBound, base } }) {
			Object.assign(find(qualityRules.scoringProfiles, id, 'profile'), { name, lowerBound, upperBound, base });
		},
	},
];

export const scoringProfiles: Interface[] = interfaces.map(quality);
