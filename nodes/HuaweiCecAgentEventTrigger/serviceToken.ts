/**
 * The token that the gateway sends with pushed events (6.1.1.1, 6.1.1.3). Every process that may receive them can
 * work it out from the credential, so that nothing has to be handed from the one that signs in to those that receive.
 */
import { createHmac, hkdfSync } from 'node:crypto';
import type { ICredentialDataDecryptedObject } from 'n8n-workflow';

import { isSame } from '../../cec/formats/isSame';

/** The reference advises a new one every minute. */
const CHANGES_EVERY_MS = 60_000;
/** A session without a heartbeat ends after two minutes; clocks of machines differ a little. */
const GOOD_FOR = 4;
const AHEAD = 1;
/** At most 50 characters, none of them special. */
const LENGTH = 40;

/** The token of this minute. `place` is the node whose events it protects; `now` is in milliseconds. */
export function serviceToken(credential: ICredentialDataDecryptedObject, place: string, now: number): string {
	return tokenOf(credential, place, Math.floor(now / CHANGES_EVERY_MS));
}

/** Whether a token is one that the gateway may hold now. */
export function isServiceToken(given: unknown, credential: ICredentialDataDecryptedObject, place: string, now: number): boolean {
	if (typeof given !== 'string' || given.length !== LENGTH) return false;
	const minute = Math.floor(now / CHANGES_EVERY_MS);
	const candidates = Array.from({ length: GOOD_FOR + AHEAD + 1 }, (_, back) => tokenOf(credential, place, minute + AHEAD - back));
	return candidates.map((token) => isSame(token, given)).includes(true);
}

function tokenOf({ baseUrl, agentId, password }: ICredentialDataDecryptedObject, place: string, minute: number): string {
	const key = Buffer.from(hkdfSync('sha256', String(password), `${String(baseUrl)} ${String(agentId)}`, 'agent events', 32));
	return createHmac('sha256', key).update(`${place} ${minute}`).digest('hex').slice(0, LENGTH);
}
