/**
 * The `auth-v2` signature of the reference's section 4.3 (campaigns, monitoring, CDR, knowledge base).
 *
 * The listings there settle what the formulas leave open: headers are joined by ":" (the formula's ";" is a
 * misprint), a request without query contributes no line for it, and the whole body is percent-encoded.
 */
import { createHmac } from 'node:crypto';

import { percentEncode } from '../formats/percent';

export const VERSION = 'auth-v2';

export interface SigningKeys {
	accessKey: string;
	secretKey: string;
}

export interface SignedRequest {
	method: string;
	/** Path as sent, starting with a slash. */
	path: string;
	/** Decoded query pairs. */
	query: Array<[key: string, value: string]>;
	/** Headers to sign; `host` must be among them. */
	headers: Record<string, string>;
	/** The body exactly as sent; empty when there is none. */
	body: string;
}

/** The value of the header `Authorization` for a request made at `now`. */
export function authorization(request: SignedRequest, keys: SigningKeys, now: Date): string {
	const names = Object.keys(request.headers)
		.map((name) => name.toLowerCase())
		.sort();
	const prefix = `${VERSION}/${keys.accessKey}/${now.toISOString()}/${names.join(';')}`;
	return `${prefix}/${signatureOf(request, prefix, keys.secretKey)}`;
}

/** The last part of that value; `prefix` is all that stands before it. */
export function signatureOf(request: SignedRequest, prefix: string, secretKey: string): string {
	return hmacHex(hmacHex(secretKey, prefix), canonicalRequest(request));
}

/** The text that is signed. */
export function canonicalRequest(request: SignedRequest): string {
	const headers = Object.entries(request.headers).map(([name, value]) => [name.toLowerCase(), value.trim()]);
	const names = headers.map(([name]) => name).sort();
	const query = request.query.map(([key, value]) => `${percentEncode(key)}=${percentEncode(value)}`).sort();
	return [
		request.method.toUpperCase(),
		request.path,
		...(query.length > 0 ? [query.join('&')] : []),
		names.join(';'),
		...headers.map(([name, value]) => `${percentEncode(name)}:${percentEncode(value)}`).sort(),
		percentEncode(request.body),
	].join('\n');
}

function hmacHex(key: string, text: string): string {
	return createHmac('sha256', key).update(text, 'utf8').digest('hex');
}
