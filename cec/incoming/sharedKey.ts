/**
 * The shared-key signature of callbacks (6.2.14.1 and 14.4.1). The text there says SHA-256; the code beside it,
 * which is followed here, computes
 *
 *     BASE64(HMAC-SHA256(key, key_timestamp_nonce_params))
 *
 * where params is `TreeMap.toString()` of all other fields, without its braces and without any space, those inside
 * values included.
 */
import { createHmac } from 'node:crypto';

import { isSame } from '../formats/isSame';
import type { Verdict } from './verdict';

export interface SharedKeyCheck {
	key: string;
	/** Milliseconds since 1970. */
	now: number;
	/** How far the timestamp may be from now, either way. */
	toleranceMs: number;
	/** Fields that CEC may have signed as null and not sent. */
	documented: string[];
}

const OF_THE_SIGNATURE = new Set(['timestamp', 'nonce', 'signature']);

/** Judges a callback; `fields` are its keys with their values as Java prints them. */
export function verifySharedKey(fields: Map<string, string>, { key, now, toleranceMs, documented }: SharedKeyCheck): Verdict {
	const [timestamp, nonce, signature] = ['timestamp', 'nonce', 'signature'].map((name) => fields.get(name) ?? '');
	if (signature === '' || timestamp === '' || nonce === '') return 'unsigned';
	const signed = new Map([...fields].filter(([name]) => !OF_THE_SIGNATURE.has(name)));
	const missing = documented.filter((name) => !signed.has(name)).map((name) => [name, 'null'] as const);
	const isGenuine = [signed, new Map([...signed, ...missing])].some((candidate) =>
		isSameBase64(signature, sharedKeySignature(key, timestamp, nonce, candidate)),
	);
	if (!isGenuine) return 'wrong';
	const age = now - Number(timestamp);
	return Math.abs(age) <= toleranceMs ? 'genuine' : 'stale';
}

/** The signature over `fields`, whose values are as Java prints them. */
export function sharedKeySignature(key: string, timestamp: string, nonce: string, fields: Map<string, string>): string {
	const params = [...fields.keys()]
		.sort()
		.map((name) => `${name}=${fields.get(name)}`)
		.join(',')
		.replaceAll(' ', '');
	return createHmac('sha256', key).update(`${key}_${timestamp}_${nonce}_${params}`, 'utf8').digest('base64');
}

function isSameBase64(given: string, computed: string): boolean {
	// In a form that was not escaped, "+" arrives as a space.
	return isSame(Buffer.from(given.replaceAll(' ', '+'), 'base64'), Buffer.from(computed, 'base64'));
}
