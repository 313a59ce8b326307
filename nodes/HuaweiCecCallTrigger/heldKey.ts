/**
 * The shared key of each trigger, held for a minute: reading a credential costs n8n several times as much as all the
 * rest of a callback, and a broadcast brings thousands of them.
 */
import type { IWebhookFunctions } from 'n8n-workflow';

const HOLD_MS = 60_000;
/** Wrong signatures must not make n8n read the credential at the pace of whoever sends them. */
const READ_AGAIN_MS = 1_000;

const held = new Map<string, { key: Promise<string>; readAt: number }>();

/** The key as it was at most a minute ago; empty when the credential has none. */
export async function heldKey(context: IWebhookFunctions): Promise<string> {
	return await keyOf(context, HOLD_MS);
}

/** The key as it is now, give or take a second. */
export async function readKey(context: IWebhookFunctions): Promise<string> {
	return await keyOf(context, READ_AGAIN_MS);
}

async function keyOf(context: IWebhookFunctions, maxAgeMs: number): Promise<string> {
	const { credentials, id } = context.getNode();
	const place = [context.getWorkflow().id, id, credentials?.huaweiCecCallbackSecretApi?.id].join(' ');
	const known = held.get(place);
	if (known && Date.now() - known.readAt < maxAgeMs) return await known.key;
	const key = context
		.getCredentials<{ sharedSecret?: string }>('huaweiCecCallbackSecretApi')
		.then(({ sharedSecret }) => sharedSecret ?? '');
	held.set(place, { key, readAt: Date.now() });
	key.catch(() => held.delete(place));
	return await key;
}
