import type { Interface } from '../interface';
import { inspectionInterfaces } from './inspection/interfaces';
import { qualityRules } from './rules/interfaces';

/** 12.2. */
export const qualityInterfaces: Interface[] = [...qualityRules, ...inspectionInterfaces];
