import type { Case } from '../case';
import { domainCases } from './domain';

export const botManagementCases: Record<string, Case> = {
	...domainCases,
};
