import type { Random } from '../../random';

export interface ScoringProfile {
	id: string;
	name: string;
	lowerBound: number;
	upperBound: number;
	base: number;
}

/** What inspection looks for in calls, and how it scores them (12.2.1 to 12.2.11). */
export class QualityRules {
	readonly scoringProfiles = new Map<string, ScoringProfile>();
	/** The one by which calls are scored. */
	appliedProfile = '0';

	constructor(private readonly random: Random) {
		this.scoringProfiles.set('0', { id: '0', name: 'default', lowerBound: 1, upperBound: 100, base: 60 });
	}

	/** Ids are texts of digits, as long as those of the samples. */
	newId(digits: number): string {
		return this.random.digits(digits);
	}
}
