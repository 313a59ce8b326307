import { until } from '../../../scripts/n8n/session';
import type { Bench } from '../../support/bench';
import type { Case } from '../case';
import { ANSWERED, greeted, ID, WATCHED } from './shared';

const silent = { callId: ID, agentId: '10001' };
const REFUSED = /^The bot platform does not accept a value \(code 10000002\)$/;

interface Waiting {
	nodeId: string;
	nodeIndex: number;
}

/** A customer who waits for what somebody says in place of the bot; the place in its flow, as a feed would tell it. */
async function waiting(bench: Bench): Promise<Waiting> {
	const one = await greeted(bench, ANSWERED);
	// Answered only when the silent agent has answered, or when everything begins anew.
	void one.say('Do you sell bread?').catch(() => undefined);
	const { nodeId, nodeIndex } = await until('A customer who waits', async () => waitingIn(bench).at(0));
	return { nodeId, nodeIndex };
}

const waitingIn = (bench: Bench) => (bench.state as unknown as { bots: { waitingForSilentAgents: Waiting[] } }).bots.waitingForSilentAgents;

const transfer = (callTransferType: number, more: object = {}) => async (bench: Bench) => {
	await greeted(bench, WATCHED);
	return { ...silent, workMode: 3, callTransferRequest: { values: { callTransferType, ...more } } };
};

export const silentAgentCases: Record<string, Case> = {
	'silentAgent/changeMode': {
		run: async (bench) => {
			await greeted(bench, WATCHED);
			return { ...silent, workMode: 1 };
		},
		more: {
			'to a transfer': transfer(5, { callTransferRouteValue: '15550180', callTransferTransData: 'order=4711', callTransferNumber: '15550100' }),
			'to a transfer to whom the customer knows': transfer(7),
			'to a transfer by message': transfer(32, { callTransferRouteValue: 'webchat' }),
		},
		refused: { run: () => ({ ...silent, workMode: 1 }), message: REFUSED },
		gives: { success: true },
	},
	'silentAgent/reply': {
		run: async (bench) => {
			const { nodeId } = await waiting(bench);
			return { ...silent, nodeId, replyType: 1, replyIntentContent: 'Not yet.' };
		},
		more: {
			'with an intent': async (bench) => {
				const { nodeId, nodeIndex } = await waiting(bench);
				const intent = { replyIntentCode: 'tariff', replyIntentName: 'Tariffs', replyIntentContent: 'I see.' };
				return { ...silent, nodeId, replyType: 0, ...intent, additionalFields: { nodeIndex } };
			},
		},
		refused: {
			run: async (bench) => {
				await greeted(bench, ANSWERED);
				return { ...silent, nodeId: 'node_x', replyType: 1, replyIntentContent: 'Not yet.' };
			},
			message: REFUSED,
		},
		gives: { success: true },
	},
};
