/** Sign-ins that were refused for the credential's sake: n8n starts a failed trigger again and again, which would lock the account. */
import { createHash } from 'node:crypto';
import type { ICredentialDataDecryptedObject } from 'n8n-workflow';

const refused = new Map<string, string>();

/** Why this credential must not be tried unless a person wants it; undefined when it may be. */
export function refusalOf(credential: ICredentialDataDecryptedObject): string | undefined {
	return refused.get(keyOf(credential));
}

/** Remembers that the credential was refused, or that it no longer is; a corrected one is another one. */
export function rememberRefusal(credential: ICredentialDataDecryptedObject, message: string | undefined): void {
	if (message === undefined) refused.delete(keyOf(credential));
	else refused.set(keyOf(credential), message);
}

function keyOf({ baseUrl, agentId, password }: ICredentialDataDecryptedObject): string {
	return createHash('sha256').update(JSON.stringify([baseUrl, agentId, password])).digest('hex');
}
