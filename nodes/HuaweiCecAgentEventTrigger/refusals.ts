/** Sign-ins that were refused for the credential's sake: n8n starts a failed trigger again by itself, which would lock the account. */
import { createHash } from 'node:crypto';
import type { ICredentialDataDecryptedObject } from 'n8n-workflow';

const PAUSE_MS = 30 * 60_000;

const refused = new Map<string, { message: string; until: number }>();

/** Why this credential is not tried now; undefined when it may be. */
export function refusalOf(credential: ICredentialDataDecryptedObject, now: number): string | undefined {
	const known = refused.get(keyOf(credential));
	return known && known.until > now ? known.message : undefined;
}

/** Remembers for half an hour that the credential was refused; a corrected one is another one. */
export function rememberRefusal(credential: ICredentialDataDecryptedObject, message: string, now: number): void {
	refused.set(keyOf(credential), { message, until: now + PAUSE_MS });
}

function keyOf({ baseUrl, agentId, password }: ICredentialDataDecryptedObject): string {
	return createHash('sha256').update(JSON.stringify([baseUrl, agentId, password])).digest('hex');
}
