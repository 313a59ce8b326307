/** Texts that prove by themselves who made them and until when they hold, so that any process can check them. */
import { createHmac, hkdfSync, randomBytes } from 'node:crypto';
import type { ICredentialDataDecryptedObject } from 'n8n-workflow';

import { isSame } from '../../cec/formats/isSame';

export type Purpose = 'nonce' | 'token';

const RANDOM_BYTES = 12;

/** A new text, at most 128 characters long; `place` is the node for which it holds, `until` in milliseconds. */
export function makeSigned(purpose: Purpose, credential: ICredentialDataDecryptedObject, place: string, until: number): string {
	const content = `${until.toString(36)}.${randomBytes(RANDOM_BYTES).toString('base64url')}`;
	return `${content}.${sealOf(purpose, content, credential, place)}`;
}

/** Whether it was made for this purpose and place with the same credential, and still holds. */
export function holds(purpose: Purpose, given: unknown, credential: ICredentialDataDecryptedObject, place: string, now: number): boolean {
	if (typeof given !== 'string') return false;
	const [until = '', random = '', seal = ''] = given.split('.');
	const isGenuine = isSame(seal, sealOf(purpose, `${until}.${random}`, credential, place));
	return isGenuine && Number.parseInt(until, 36) > now;
}

function sealOf(purpose: Purpose, content: string, { account, key }: ICredentialDataDecryptedObject, place: string): string {
	const secret = Buffer.from(hkdfSync('sha256', String(key), String(account), `chatbot ${purpose}`, 32));
	return createHmac('sha256', secret).update(`${place} ${content}`).digest('base64url');
}
