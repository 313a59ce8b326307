/** Everything the Quality Inspection node offers. */
import type { Resource } from '../../cec/catalogue/operation';
import { inspectedCall } from './resources/inspectedCall';
import { inspectionItem } from './resources/inspectionItem';
import { recording } from './resources/recording';
import { reviewTask } from './resources/reviewTask';
import { reviewTaskCall } from './resources/reviewTaskCall';
import { spotCheckPlan } from './resources/spotCheckPlan';

/** The first one is what a new node starts with. */
export const catalogue: Resource[] = [inspectedCall, inspectionItem, recording, reviewTask, reviewTaskCall, spotCheckPlan];
