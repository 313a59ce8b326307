import type { Case } from '../case';

export const platformCases: Record<string, Case> = {
	'platform/checkHealth': { run: () => ({}), gives: { success: true } },
};
