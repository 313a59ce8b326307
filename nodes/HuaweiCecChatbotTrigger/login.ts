/**
 * The challenge of 10.14.1: CEC proves that it knows the key by signing a text of ours, and gets a token for what follows.
 * Each text is taken once by a process, and wrong answers are counted.
 */
import { createHmac } from 'node:crypto';
import type { ICredentialDataDecryptedObject } from 'n8n-workflow';

import { holds, isSame, makeSigned } from './signedText';

const NONCE_MS = 60_000;
const MOST_FAILURES = 10;
const FAILURES_COUNT_FOR_MS = 10 * 60_000;
const MOST_REMEMBERED = 10_000;

const used = new Map<string, number>();
const failures = new Map<string, number[]>();

export type LoginAnswer = { token: string; duration: number } | { error: string; nonce?: string };

/** A text to be signed. */
export function newNonce(credential: ICredentialDataDecryptedObject, place: string, now: number): string {
	return makeSigned('nonce', credential, place, now + NONCE_MS);
}

/** Judges a sign-in; `caller` is its address, `seconds` the life of a token. */
export function login(
	body: Record<string, unknown>,
	credential: ICredentialDataDecryptedObject,
	{ place, caller, now, seconds }: { place: string; caller: string; now: number; seconds: number },
): LoginAnswer {
	const from = `${place} ${caller}`;
	if (failedOf(from, now).length >= MOST_FAILURES) return { error: 'Too many failed sign-ins; try again later' };
	const nonce = String(body.nonce ?? '');
	const isRight =
		isSame(String(body.account ?? ''), String(credential.account)) &&
		holds('nonce', nonce, credential, place, now) &&
		isSigned(nonce, body.checksum, String(credential.key)) &&
		isFirstUse(nonce, now);
	if (isRight) {
		failures.delete(from);
		return { token: makeSigned('token', credential, place, now + seconds * 1000), duration: seconds };
	}
	failures.set(from, [...failedOf(from, now), now]);
	return { error: 'Account, nonce or checksum is wrong', nonce: newNonce(credential, place, now) };
}

/** The reference does not tell in which letters the checksum is written. */
function isSigned(nonce: string, checksum: unknown, key: string): boolean {
	const given = String(checksum ?? '');
	const right = createHmac('sha256', key).update(nonce).digest();
	return [isSame(given.toLowerCase(), right.toString('hex')), isSame(given, right.toString('base64'))].includes(true);
}

function isFirstUse(nonce: string, now: number): boolean {
	for (const [old, until] of used) if (until <= now || used.size > MOST_REMEMBERED) used.delete(old);
	if (used.has(nonce)) return false;
	used.set(nonce, now + NONCE_MS);
	return true;
}

function failedOf(from: string, now: number): number[] {
	if (failures.size > MOST_REMEMBERED) failures.clear();
	return (failures.get(from) ?? []).filter((at) => at > now - FAILURES_COUNT_FOR_MS);
}
