import type { Case } from '../case';
import { DOMAIN, groups } from './shared';

export const textCases: Record<string, Case> = {
	'text/recognizeIntents': {
		run: () => ({ userId: 'n8n', text: 'My bill, please', language: 'en_US' }),
		more: {
			'all fields': (bench) => ({
				userId: 'n8n',
				text: 'My bill and my tariff',
				language: 'en_US',
				additionalFields: {
					targetIntentCount: 3,
					confidence2Top: 0.5,
					context: 'bill',
					domainList: [String(DOMAIN)],
					faqGroupList: [String(groups(bench)[0].id)],
				},
			}),
		},
		refused: {
			run: () => ({ userId: 'n8n', text: 'My bill', language: 'en_US', additionalFields: { domainList: ['999999'] } }),
			message: /^The bot platform does not accept a value \(code 10000002\)$/,
		},
		gives: { scenarioName: 'Bill', reply: 'Your bill of this month is 24.90.', commandList: ['bill'] },
	},
	'text/checkSpelling': {
		run: () => ({ text: 'My adress has changed', language: 'en_US', checkerType: 'nonWordSpellChecker' }),
		gives: { hasMistake: true, corrections: [{ word: 'adress', correctWord: 'address', startIndex: 3, endIndex: 9 }] },
	},
	'text/classify': {
		run: () => ({ text: 'My sim card is stolen', language: 'en_US' }),
		gives: { label: 'Mobile - SIM card - Lost or stolen', probability: expect.any(Number) },
	},
	'text/findEntities': {
		run: () => ({ text: 'I want the tariff Plus', language: 'en_US' }),
		gives: { citation: '@system.any', typeName: 'System or Surroundings', value: 'I want the tariff Plus' },
	},
};
