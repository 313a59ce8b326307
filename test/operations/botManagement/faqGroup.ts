import { byId } from '../../support/bench';
import type { Case } from '../case';
import { groups } from './shared';

const GONE = 999999;
const REFUSED = /^The bot platform does not accept a value \(code 10000002\)$/;
const QUESTION = { sentence: 'When are the shops open?', user: 'n8n' };
const ANSWERED = { reply: 'Our shops are open from 9 to 18 on working days.', answer: { faqGroupName: 'Opening hours and payment' } };

export const faqGroupCases: Record<string, Case> = {
	'faqGroup/getMany': {
		run: () => ({}),
		more: { 'all filters': () => ({ filters: { language: 'en_US', name: 'Opening' } }) },
		gives: { name: 'Opening hours and payment', languageName: 'English', faqCount: 2, changedAt: expect.stringMatching(/^2026-03-02T/) },
	},
	'faqGroup/create': {
		run: () => ({ name: 'Travel', description: '', language: 'en_US' }),
		more: { 'all fields': () => ({ name: 'Roaming', description: 'Abroad', language: 'pt_BR', additionalFields: { on: true } }) },
		refused: {
			run: () => ({ name: 'Insurance', description: '', language: 'en_US' }),
			message: /^There is one with this value already \(code 10000004\)$/,
		},
		gives: { success: true },
	},
	'faqGroup/update': {
		run: (bench) => ({ faqGroupId: byId(groups(bench)[0].id), name: 'Shops', description: '' }),
		more: {
			'all fields': (bench) => ({
				faqGroupId: byId(groups(bench)[0].id),
				name: 'Shops',
				description: 'Hours and payment',
				updateFields: { on: false },
			}),
		},
		refused: { run: () => ({ faqGroupId: byId(GONE), name: 'Shops', description: '' }), message: REFUSED },
		gives: { success: true },
	},
	'faqGroup/delete': {
		run: (bench) => ({ faqGroupIds: [groups(bench)[1].id] }),
		refused: { run: () => ({ faqGroupIds: [GONE] }), message: REFUSED },
		gives: { deleted: true },
	},
	'faqGroup/changeStatus': {
		run: (bench) => ({ faqGroupId: byId(groups(bench)[1].id), on: true }),
		refused: { run: () => ({ faqGroupId: byId(GONE), on: true }), message: REFUSED },
		gives: { success: true },
	},
	'faqGroup/test': {
		run: (bench) => ({ faqGroupId: byId(groups(bench)[0].id), ...QUESTION }),
		refused: { run: () => ({ faqGroupId: byId(GONE), ...QUESTION }), message: REFUSED },
		gives: ANSWERED,
	},
	'faqGroup/testActive': {
		run: () => ({ ...QUESTION, language: 'en_US' }),
		gives: ANSWERED,
	},
};
