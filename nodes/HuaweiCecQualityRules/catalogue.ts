/** Everything the Quality Rules node offers. */
import type { Resource } from '../../cec/catalogue/operation';
import { scoringProfile } from './resources/scoringProfile';

/** The first one is what a new node starts with. */
export const catalogue: Resource[] = [scoringProfile];
