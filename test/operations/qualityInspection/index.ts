import type { Case } from '../case';
import { asOperator } from '../sqm';
import { inspectedCallCases } from './inspectedCall';
import { inspectionItemCases } from './inspectionItem';
import { recordingCases } from './recording';
import { reviewTaskCases } from './reviewTask';
import { reviewTaskCallCases } from './reviewTaskCall';
import { spotCheckPlanCases } from './spotCheckPlan';

export const qualityInspectionCases: Record<string, Case> = {
	...asOperator({
		...inspectedCallCases,
		...inspectionItemCases,
		...reviewTaskCases,
		...reviewTaskCallCases,
		...spotCheckPlanCases,
	}),
	...recordingCases,
};
