import type { Case } from '../case';
import { newSentence } from './shared';

export const trainingCases: Record<string, Case> = {
	'training/getStatus': {
		run: () => ({}),
		gives: { out_of_date: false },
	},
	'training/start': {
		run: () => ({ waitUntilDone: false }),
		more: {
			'until everything is learned': async (bench) => {
				await newSentence(bench);
				return { waitUntilDone: true };
			},
		},
		gives: { success: true },
	},
};
