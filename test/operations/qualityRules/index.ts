import type { Case } from '../case';
import { asOperator } from '../sqm';
import { scoringProfileCases } from './scoringProfile';

export const qualityRulesCases: Record<string, Case> = asOperator({
	...scoringProfileCases,
});
