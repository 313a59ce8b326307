import type { Interface } from '../../interface';
import { inspectedCalls } from './call-routes';
import { inspectionItems } from './item-routes';
import { spotCheckPlans } from './plan-routes';
import { recordingInspection } from './recording-routes';
import { reviewTasks } from './task-routes';

/** 12.2.12 to 12.2.17. */
export const inspectionInterfaces: Interface[] = [
	...inspectedCalls,
	...spotCheckPlans,
	...reviewTasks,
	...inspectionItems,
	...recordingInspection,
];
