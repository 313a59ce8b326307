import { byId, rowsOf, type Bench } from '../../support/bench';
import type { Case } from '../case';
import { botState, groups } from './shared';

const GONE = 999999;
const REFUSED = /^The bot platform does not accept a value \(code 10000002\)$/;

const group = (bench: Bench) => byId(groups(bench)[0].id);
const first = (bench: Bench) => botState(bench).faqs[0].id;

const plain = { question: 'Do you repair phones?', answer: 'Yes, in all shops.', variantsInput: 'fields' };

const inRows = {
	simQuestions: rowsOf({ statement: 'Can you mend my phone?' }),
	simAnswers: rowsOf({ statement: 'In every shop.' }),
	keywords: rowsOf({ w: 'repair' }),
};

const asJson = {
	simQuestionsJson: '[{ "statement": "Can you mend my phone?" }]',
	simAnswersJson: '[{ "statement": "In every shop." }]',
	keywordsJson: '[{ "w": "repair" }]',
};

export const faqCases: Record<string, Case> = {
	'faq/getMany': {
		run: (bench) => ({ faqGroupId: group(bench) }),
		more: { 'all filters': (bench) => ({ faqGroupId: group(bench), filters: { name: 'open' } }) },
		refused: { run: () => ({ faqGroupId: byId(GONE) }), message: REFUSED },
		gives: { question: 'When are the shops open?', groupId: 10001 },
	},
	'faq/create': {
		run: (bench) => ({ faqGroupId: group(bench), ...plain }),
		more: {
			'with variants': (bench) => ({ faqGroupId: group(bench), ...plain, additionalFields: inRows }),
			'with variants as JSON': (bench) => ({ faqGroupId: group(bench), ...plain, variantsInput: 'json', additionalFields: asJson }),
		},
		refused: {
			run: (bench) => ({ faqGroupId: group(bench), ...plain, question: 'When are the shops open?' }),
			message: /^There is one with this value already \(code 10000004\)$/,
		},
		gives: { success: true },
	},
	'faq/update': {
		run: (bench) => ({ faqGroupId: group(bench), faqId: byId(first(bench)), ...plain }),
		more: {
			'with variants': (bench) => ({ faqGroupId: group(bench), faqId: byId(first(bench)), ...plain, updateFields: inRows }),
			'with variants as JSON': (bench) => ({
				faqGroupId: group(bench),
				faqId: byId(first(bench)),
				...plain,
				variantsInput: 'json',
				updateFields: asJson,
			}),
		},
		refused: { run: (bench) => ({ faqGroupId: group(bench), faqId: byId(GONE), ...plain }), message: REFUSED },
		gives: { success: true },
	},
	'faq/delete': {
		run: (bench) => ({ faqGroupId: group(bench), faqIds: [first(bench)] }),
		refused: { run: (bench) => ({ faqGroupId: group(bench), faqIds: [GONE] }), message: REFUSED },
		gives: { deleted: true },
	},
};
