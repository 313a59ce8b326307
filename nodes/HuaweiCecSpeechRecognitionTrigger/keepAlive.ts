import { sleep, type ITriggerFunctions, type ITriggerResponse } from 'n8n-workflow';

import type { Asked } from '../../cec/run/askDirectly';
import { keepAlive, subscribeAgain, unsubscribe, type Kept } from './subscription';

const AFTER_A_FAILURE_MS = 15_000;
/** Trying again would not help, and might lock the account. */
const SIGN_IN_REFUSED = new Set(['107-003', '107-004']);

/**
 * Keeps the subscription alive until the trigger is closed. One that was lost is made anew; while the gateway cannot
 * be reached the trigger goes on trying, and tells so once.
 */
export function keepSubscribed(context: ITriggerFunctions, kept: Kept, everyMs: number): ITriggerResponse {
	const first = kept.serverId;
	let closed = false;
	void beat();
	return {
		closeFunction: async () => {
			closed = true;
			// The one that n8n has saved is cancelled with the node's address; only this process knows of another.
			if (kept.serverId && kept.serverId !== first) await unsubscribe(context, kept.serverId);
		},
	};

	async function beat(): Promise<void> {
		let wait = everyMs;
		let told = false;
		for (;;) {
			await sleep(wait);
			if (closed) return;
			const asked = await giveSign(context, kept);
			if ('answer' in asked) {
				told = false;
				wait = everyMs;
				continue;
			}
			context.logger.warn(`The subscription to recognized speech is at risk: ${asked.error.message}`, { node: context.getNode().name });
			if (SIGN_IN_REFUSED.has(asked.code ?? '')) return context.emitError(asked.error);
			if (!told) context.saveFailedExecution(asked.error);
			told = true;
			wait = Math.min(everyMs, AFTER_A_FAILURE_MS);
		}
	}
}

/** A sign of life; when the gateway answers that it does not know the subscription, a new one. */
async function giveSign(context: ITriggerFunctions, kept: Kept): Promise<Asked> {
	const asked = await keepAlive(context, kept);
	if ('answer' in asked || asked.code === undefined || SIGN_IN_REFUSED.has(asked.code)) return asked;
	return await subscribeAgain(context, kept);
}
