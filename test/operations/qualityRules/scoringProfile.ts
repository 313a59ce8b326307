import { byId } from '../../support/bench';
import type { Case } from '../case';
import { NO_VALUES } from '../sqm';
import { GONE, newProfile } from './shared';

const given = { name: 'Strict', lowestScore: 0, highestScore: 120, initialScore: 80 };

export const scoringProfileCases: Record<string, Case> = {
	'scoringProfile/apply': {
		run: async (bench) => ({ scoringProfileId: byId(await newProfile(bench)) }),
		refused: { run: () => ({ scoringProfileId: GONE }), message: NO_VALUES },
		gives: { success: true },
	},
	'scoringProfile/create': {
		run: () => given,
		gives: { id: expect.stringMatching(/^\d{10}$/) },
	},
	'scoringProfile/delete': {
		run: async (bench) => ({ scoringProfileId: byId(await newProfile(bench)) }),
		// The one that is applied stays.
		refused: { run: () => ({ scoringProfileId: byId('0') }), message: NO_VALUES },
		gives: { deleted: true },
	},
	'scoringProfile/getMany': {
		run: () => ({ returnAll: true }),
		gives: { id: '0', name: 'default', lower_bound: 1, upper_bound: 100, base: 60, using: '0', isApplied: true },
	},
	'scoringProfile/update': {
		run: async (bench) => ({ scoringProfileId: byId(await newProfile(bench)), ...given }),
		refused: { run: () => ({ scoringProfileId: GONE, ...given }), message: NO_VALUES },
		gives: { success: true },
	},
};
