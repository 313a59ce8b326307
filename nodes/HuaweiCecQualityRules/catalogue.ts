/** Everything the Quality Rules node offers. */
import type { Resource } from '../../cec/catalogue/operation';
import { dialogLogic } from './resources/dialogLogic';
import { dialogRule } from './resources/dialogRule';
import { interruptionRule } from './resources/interruptionRule';
import { scenario } from './resources/scenario';
import { scoringProfile } from './resources/scoringProfile';
import { scripts } from './resources/script';
import { sensitiveWord } from './resources/sensitiveWord';
import { sensitiveWordCategories } from './resources/sensitiveWordCategory';
import { sentence } from './resources/sentence';
import { sentenceCategories } from './resources/sentenceCategory';
import { silenceRule } from './resources/silenceRule';
import { speedRule } from './resources/speedRule';
import { training } from './resources/training';

/** The first one is what a new node starts with. */
export const catalogue: Resource[] = [
	scenario,
	dialogRule,
	dialogLogic,
	scripts,
	interruptionRule,
	silenceRule,
	speedRule,
	sentence,
	sentenceCategories,
	sensitiveWord,
	sensitiveWordCategories,
	training,
	scoringProfile,
];
