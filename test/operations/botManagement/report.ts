import { byId, type Bench } from '../../support/bench';
import type { Case } from '../case';
import { ACCESS_CODE } from './shared';

const TODAY = '2026-03-02T15:00:00';

/** A bot has been asked something. */
const asked = async (bench: Bench, more: object) => {
	await bench.botConversation();
	return { day: TODAY, ...more };
};

const ofBot = { accessCode: byId(ACCESS_CODE) };
const ON_THE_DAY = expect.stringMatching(/^2026-03-02T/);

export const reportCases: Record<string, Case> = {
	'report/getCalls': {
		run: async (bench) => await asked(bench, { ...ofBot, type: 'hour' }),
		more: { 'by day': async (bench) => await asked(bench, { ...ofBot, type: 'day' }) },
		gives: { callCount: 1, selfServiceRate: null, turnsPerCall: 1, calledInterfaceRate: null, recordedAt: ON_THE_DAY },
	},
	'report/getReplies': {
		run: async (bench) => await asked(bench, { ...ofBot, type: 'hour' }),
		more: { 'by day': async (bench) => await asked(bench, { ...ofBot, type: 'day' }) },
		gives: { consultCount: 1, answeredRate: 1, satisfactionRate: null, recordedAt: ON_THE_DAY },
	},
	'report/getKnowledge': {
		run: async (bench) => await asked(bench, { type: 'month' }),
		more: { 'what is set up': () => ({ type: 'day', day: '' }) },
		gives: { qaCount: 2, effectiveIntentCount: 1, intentList: [{ name: 'Bill(bill)', count: 1 }], recordedAt: ON_THE_DAY },
	},
	'report/getTopBots': {
		run: async (bench) => await asked(bench, { type: 'day' }),
		more: { 'of thirty days': async (bench) => await asked(bench, { type: 'month' }) },
		gives: { accessCode: ACCESS_CODE, count: 1 },
	},
};
