import type { Interface } from '../interface';
import { inspectionInterfaces } from './inspection/interfaces';
import { scoringProfiles } from './rules/scoring-profiles';

/** 12.2. */
export const qualityInterfaces: Interface[] = [...scoringProfiles, ...inspectionInterfaces];
