import type { Interface } from '../../interface';
import { dialogRules } from './dialog-rules';
import { interruptionRules } from './interruption-rules';
import { scenarios } from './scenarios';
import { scoringProfiles } from './scoring-profiles';
import { sensitiveWords } from './sensitive-words';
import { sentences } from './sentences';
import { silenceRules } from './silence-rules';
import { speedRules } from './speed-rules';
import { training } from './training';

/** 12.2.1 to 12.2.11. */
export const qualityRules: Interface[] = [
	...scoringProfiles,
	...sentences,
	...sensitiveWords,
	...training,
	...dialogRules,
	...interruptionRules,
	...silenceRules,
	...speedRules,
	...scenarios,
];
