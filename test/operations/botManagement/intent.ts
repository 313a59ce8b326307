import { byId } from '../../support/bench';
import type { Case } from '../case';
import { DOMAIN } from './shared';

export const intentCases: Record<string, Case> = {
	'intent/getMany': {
		run: () => ({ language: 'en_US' }),
		more: { 'of a domain': () => ({ language: 'en_US', filters: { domainId: byId(DOMAIN) } }) },
		refused: {
			run: () => ({ language: 'en_US', filters: { domainId: byId(999999) } }),
			message: /^The bot platform does not accept a value \(code 10000002\)$/,
		},
		gives: { intentName: 'Tariffs', intentCmd: 'tariff' },
	},
};
