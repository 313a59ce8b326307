import type { Case } from '../case';
import { asOperator } from '../sqm';
import { callRuleCases } from './callRule';
import { dialogRuleCases } from './dialogRule';
import { scenarioCases } from './scenario';
import { scoringProfileCases } from './scoringProfile';
import { sensitiveWordCases } from './sensitiveWord';
import { sentenceCases } from './sentence';
import { trainingCases } from './training';

export const qualityRulesCases: Record<string, Case> = asOperator({
	...scoringProfileCases,
	...sentenceCases,
	...sensitiveWordCases,
	...trainingCases,
	...dialogRuleCases,
	...callRuleCases,
	...scenarioCases,
});
