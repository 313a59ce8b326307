import { createHmac, timingSafeEqual } from 'node:crypto';

/**
 * The server's side of `auth-v2` (4.3), read from the Java listings there and nothing else:
 * - SignedHeaders: names in lower case, sorted, joined by ';'.
 * - CanonicalHeaders: records `normalize(name) + ':' + normalize(trimmed value)`, the *records* sorted, one a line.
 *   (The formula further up prints ';' between name and value; the listing and the worked example have ':'.)
 * - A request without a query contributes no line at all (listing and worked example, against the formula).
 * - normalize: UTF-8 bytes, A-Z a-z 0-9 - . _ ~ as they are, everything else %XX in upper case, the body included.
 */

/** The reference names no window. This much either side of real time, since signing has nothing to do with the contact centre's clock. */
export const FRESH_FOR_MS = 15 * 60 * 1000;

const VERSION = 'auth-v2';
/** The listing formats milliseconds, the worked example prints none: both are read. */
const TIMESTAMP = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d{3})?Z$/;

export interface SignedRequest {
	method: string;
	/** The request target as it came over the wire: path and query. */
	target: string;
	headers: Record<string, string | string[] | undefined>;
	body: Buffer;
}

function isUnreserved(byte: number): boolean {
	return (
		(byte >= 0x61 && byte <= 0x7a) ||
		(byte >= 0x41 && byte <= 0x5a) ||
		(byte >= 0x30 && byte <= 0x39) ||
		byte === 0x2d ||
		byte === 0x2e ||
		byte === 0x5f ||
		byte === 0x7e
	);
}

export function normalize(value: string | Buffer): string {
	const bytes = typeof value === 'string' ? Buffer.from(value, 'utf8') : value;
	let text = '';
	for (const byte of bytes) {
		text += isUnreserved(byte) ? String.fromCharCode(byte) : `%${byte.toString(16).toUpperCase().padStart(2, '0')}`;
	}
	return text;
}

/** Java sorts strings by UTF-16 unit, and so does a plain comparison here; localeCompare would not. */
const byCodeUnit = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

export function canonicalRequest(request: SignedRequest, signedHeaders: string[]): string {
	const [path, query = ''] = splitTarget(request.target);
	const lines = [request.method.toUpperCase(), path === '' ? '/' : path];
	const parameters = [...new URLSearchParams(query)].map(([k, v]) => `${normalize(k)}=${normalize(v)}`);
	if (parameters.length > 0) lines.push([...new Set(parameters)].sort(byCodeUnit).join('&'));
	lines.push(signedHeaders.join(';'));
	const records = signedHeaders.map((name) => {
		const value = request.headers[name];
		const text = (Array.isArray(value) ? value.join(', ') : (value ?? '')).trim();
		// Node hands header bytes over as latin1.
		return `${normalize(name)}:${normalize(Buffer.from(text, 'latin1'))}`;
	});
	lines.push(...records.sort(byCodeUnit));
	lines.push(request.body.length > 0 ? normalize(request.body) : '');
	return lines.join('\n');
}

function splitTarget(target: string): [string, string?] {
	const mark = target.indexOf('?');
	return mark < 0 ? [target] : [target.slice(0, mark), target.slice(mark + 1)];
}

const hmacHex = (key: string, text: string): string =>
	createHmac('sha256', Buffer.from(key, 'utf8')).update(Buffer.from(text, 'utf8')).digest('hex');

/** The Authorization value this request ought to carry. */
export function expectedAuthorization(
	request: SignedRequest,
	accessKey: string,
	secretKey: string,
	timestamp: string,
	names: string[],
): string {
	const signedHeaders = [...new Set(names.map((name) => name.toLowerCase()))].sort(byCodeUnit);
	const prefix = `${VERSION}/${accessKey}/${timestamp}/${signedHeaders.join(';')}`;
	const signature = hmacHex(hmacHex(secretKey, prefix), canonicalRequest(request, signedHeaders));
	return `${prefix}/${signature}`;
}

/** Undefined when the signature holds, otherwise the reason why not. */
export function rejectSignature(
	request: SignedRequest,
	keys: { accessKey: string; secretKey: string },
	realTime: number,
): string | undefined {
	const { authorization } = request.headers;
	if (typeof authorization !== 'string') return 'Authorization is missing';
	const parts = authorization.split('/');
	if (parts.length !== 5) return `Authorization has ${parts.length} parts instead of 5`;
	const [version, accessKey, timestamp, signedHeaders] = parts;
	if (version !== VERSION) return `unknown version ${version}`;
	if (accessKey !== keys.accessKey) return 'unknown access key';
	if (!TIMESTAMP.test(timestamp)) return 'the timestamp is not in the format yyyy-MM-ddTHH:mm:ss.SSSZ';
	if (!(Math.abs(Date.parse(timestamp) - realTime) <= FRESH_FOR_MS)) return 'the timestamp is not fresh';
	const names = signedHeaders.split(';');
	if (!names.includes('host')) return 'host is not among the signed headers';
	if (names.includes('authorization')) return 'authorization must not be among the signed headers';
	const missing = names.find((name) => request.headers[name] === undefined);
	if (missing !== undefined) return `the signed header ${missing} was not received`;
	const expected = Buffer.from(expectedAuthorization(request, accessKey, keys.secretKey, timestamp, names));
	const received = Buffer.from(authorization);
	const same = expected.length === received.length && timingSafeEqual(expected, received);
	return same ? undefined : 'the signature does not match the request';
}
