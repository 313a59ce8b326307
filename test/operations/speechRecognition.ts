import { HOOK, type Case } from './case';

const TOKEN = 'service-token-1';
const GONE = { serverId: '20260301000000-001-00001' };

export const speechRecognitionCases: Record<string, Case> = {
	'subscription/create': {
		run: () => ({ serviceCallBackUri: HOOK, nlpFlag: false }),
		more: {
			'all fields': () => ({
				serviceCallBackUri: HOOK,
				nlpFlag: true,
				flowAccessCode: 'bot-1',
				additionalFields: { serviceToken: TOKEN },
			}),
		},
		spoil: 'serviceCallBackUri',
		gives: { success: true, serverId: expect.stringMatching(/^\d{14}-001-\d{5}$/) },
	},
	'subscription/update': {
		run: async (bench) => ({ serverId: await bench.subscription(), serviceCallBackUri: HOOK, nlpFlag: false }),
		more: {
			'with meaning': async (bench) => ({
				serverId: await bench.subscription(),
				serviceCallBackUri: HOOK,
				nlpFlag: true,
				flowAccessCode: 'bot-1',
			}),
		},
		refused: {
			run: () => ({ ...GONE, serviceCallBackUri: HOOK, nlpFlag: false }),
			message: /^The subscription could not be changed \(code 107-030\)$/,
		},
		gives: { success: true },
	},
	'subscription/cancel': {
		run: async (bench) => ({ serverId: await bench.subscription() }),
		refused: { run: () => GONE, message: /^The subscription could not be cancelled \(code 107-031\)$/ },
		// The second item cancels what the first has cancelled already, were it not spoiled.
		spoil: 'serverId',
		gives: { success: true },
	},
	'subscription/keepAlive': {
		run: async (bench) => ({ serverId: await bench.subscription() }),
		refused: { run: () => GONE, message: /^The subscription is gone \(code 107-032\)$/ },
		gives: { success: true },
	},
	'subscription/keepAliveWithToken': {
		run: async (bench) => ({
			serverId: await bench.subscription({ serviceToken: TOKEN }),
			serviceToken: TOKEN,
		}),
		refused: {
			run: async (bench) => ({ serverId: await bench.subscription({ serviceToken: TOKEN }), serviceToken: 'x' }),
			message: /^The service token is not that of the subscription \(code 107-051\)$/,
		},
		gives: { success: true },
	},
};
