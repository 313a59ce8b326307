import { byId, type Bench } from '../../support/bench';
import type { Case } from '../case';
import { asQuality, NO_VALUES } from '../sqm';

const GONE = byId('9999999999');
const given = { name: 'Strict', lowestScore: 0, highestScore: 120, initialScore: 80 };

const profile = async (bench: Bench) =>
	byId((await asQuality(bench, 'appraisescore/createAppraiseScore', { name: 'Mild', lower_bound: 10, upper_bound: 100, base: 60 })).id as string);

export const scoringProfileCases: Record<string, Case> = {
	'scoringProfile/apply': {
		run: async (bench) => ({ scoringProfileId: await profile(bench) }),
		refused: { run: () => ({ scoringProfileId: GONE }), message: NO_VALUES },
		gives: { success: true },
	},
	'scoringProfile/create': {
		run: () => given,
		gives: { id: expect.stringMatching(/^\d{10}$/) },
	},
	'scoringProfile/delete': {
		run: async (bench) => ({ scoringProfileId: await profile(bench) }),
		// The one that is applied stays.
		refused: { run: () => ({ scoringProfileId: byId('0') }), message: NO_VALUES },
		gives: { deleted: true },
	},
	'scoringProfile/getMany': {
		run: () => ({ returnAll: true }),
		gives: { id: '0', name: 'default', lower_bound: 1, upper_bound: 100, base: 60, using: '0' },
	},
	'scoringProfile/update': {
		run: async (bench) => ({ scoringProfileId: await profile(bench), ...given }),
		refused: { run: () => ({ scoringProfileId: GONE, ...given }), message: NO_VALUES },
		gives: { success: true },
	},
};
