import type { Interface } from '../interface';
import { scoringProfiles } from './rules/scoring-profiles';

/** 12.2. */
export const qualityInterfaces: Interface[] = [...scoringProfiles];
