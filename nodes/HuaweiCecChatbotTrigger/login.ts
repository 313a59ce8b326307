/**
 * The challenge of 10.14.1: CEC proves that it knows the key by signing a text of ours, and gets a token for what follows.
 * Each text is taken once, which n8n remembers for all its processes; wrong answers are counted by each process.
 */
import { createHmac } from 'node:crypto';
import type { ICredentialDataDecryptedObject, IDataObject } from 'n8n-workflow';

import { isSame } from '../../cec/formats/isSame';
import { dropDuplicates } from '../../cec/incoming/duplicates';
import { holds, makeSigned } from './signedText';

const NONCE_MS = 60_000;
const MOST_FAILURES = 10;
const FAILURES_COUNT_FOR_MS = 10 * 60_000;
const MOST_REMEMBERED = 10_000;

const failures = new Map<string, number[]>();

export type LoginAnswer = { token: string; duration: number } | { error: string; nonce: string };

interface SignIn {
	/** Where the caller wants to get in: a node of a workflow. */
	place: string;
	/** Its address. */
	caller: string;
	now: number;
	/** The life of a token. */
	seconds: number;
	/** What n8n keeps for the node. */
	memory: IDataObject;
}

/** A text to be signed. */
export function newNonce(credential: ICredentialDataDecryptedObject, place: string, now: number): string {
	return makeSigned('nonce', credential, place, now + NONCE_MS);
}

export function login(body: Record<string, unknown>, credential: ICredentialDataDecryptedObject, signIn: SignIn): LoginAnswer {
	const { place, caller, now, seconds, memory } = signIn;
	const from = `${place} ${caller}`;
	const refuse = (error: string) => ({ error, nonce: newNonce(credential, place, now) });
	if (failedOf(from, now).length >= MOST_FAILURES) return refuse('Too many failed sign-ins; try again later');
	const nonce = String(body.nonce ?? '');
	const isRight =
		isSame(String(body.account ?? ''), String(credential.account)) &&
		holds('nonce', nonce, credential, place, now) &&
		isSigned(nonce, body.checksum, String(credential.key)) &&
		dropDuplicates([nonce], memory, String, now, place).length > 0;
	if (isRight) {
		failures.delete(from);
		return { token: makeSigned('token', credential, place, now + seconds * 1000), duration: seconds };
	}
	failures.set(from, [...failedOf(from, now), now]);
	return refuse('Account, nonce or checksum is wrong');
}

/** The reference does not tell in which letters the checksum is written. */
function isSigned(nonce: string, checksum: unknown, key: string): boolean {
	const given = String(checksum ?? '');
	const right = createHmac('sha256', key).update(nonce).digest();
	return [isSame(given.toLowerCase(), right.toString('hex')), isSame(given, right.toString('base64'))].includes(true);
}

function failedOf(from: string, now: number): number[] {
	if (failures.size > MOST_REMEMBERED) failures.clear();
	return (failures.get(from) ?? []).filter((at) => at > now - FAILURES_COUNT_FOR_MS);
}
