/**
 * Sign-ins that were refused for the credential's sake. Whatever begins again by itself (a trigger that n8n restarts, a
 * schedule, the next item, "Retry On Fail") must not try them again: a few wrong passwords lock the account.
 */
import { createHash } from 'node:crypto';
import type { ICredentialDataDecryptedObject } from 'n8n-workflow';

const PAUSE_MS = 30 * 60_000;

export const NOT_TRIED_AGAIN = 'It is not tried again for half an hour, or until the credential is changed.';

interface Refusal {
	message: string;
	until: number;
	/** In which execution it happened. */
	execution?: string;
}

const refused = new Map<string, Refusal>();

/** Why this credential is not tried now; undefined when it may be. */
export function refusalOf(credential: ICredentialDataDecryptedObject, now: number): Refusal | undefined {
	const known = refused.get(keyOf(credential));
	return known && known.until > now ? known : undefined;
}

/** Remembers for half an hour that the credential was refused; a corrected one is another one. */
export function rememberRefusal(credential: ICredentialDataDecryptedObject, message: string, now: number, execution?: string): void {
	refused.set(keyOf(credential), { message, until: now + PAUSE_MS, execution });
}

/** Somebody had the account unlocked. */
export function forgetRefusal(credential: ICredentialDataDecryptedObject): void {
	refused.delete(keyOf(credential));
}

function keyOf({ baseUrl, agentId, password }: ICredentialDataDecryptedObject): string {
	return createHash('sha256').update(JSON.stringify([baseUrl, agentId, password])).digest('hex');
}
