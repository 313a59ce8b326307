import type { Case } from '../case';

export const domainCases: Record<string, Case> = {
	'domain/getMany': {
		run: () => ({}),
		more: { 'one language': () => ({ filters: { language: 'zh_CN' } }) },
	},
};
