/**
 * Sign-ins that were refused for the credential's sake. Whatever begins again by itself (a schedule, the next item,
 * "Retry On Fail") must not try them again: a few wrong passwords lock the account.
 */
import { createHash } from 'node:crypto';
import type { ICredentialDataDecryptedObject } from 'n8n-workflow';

const refused = new Map<string, { message: string; execution?: string }>();

/** Why this credential must not be tried unless a person wants it; undefined when it may be. */
export function refusalOf(credential: ICredentialDataDecryptedObject): string | undefined {
	return refused.get(keyOf(credential))?.message;
}

/** Whether the credential was refused in this execution. */
export function wasRefusedIn(credential: ICredentialDataDecryptedObject, execution: string): boolean {
	return refused.get(keyOf(credential))?.execution === execution;
}

/** Remembers that the credential was refused, or that it no longer is; a corrected one is another one. */
export function rememberRefusal(credential: ICredentialDataDecryptedObject, message: string | undefined, execution?: string): void {
	if (message === undefined) refused.delete(keyOf(credential));
	else refused.set(keyOf(credential), { message, execution });
}

function keyOf({ baseUrl, agentId, password }: ICredentialDataDecryptedObject): string {
	return createHash('sha256').update(JSON.stringify([baseUrl, agentId, password])).digest('hex');
}
