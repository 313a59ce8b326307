import { createHash, createHmac, timingSafeEqual } from 'node:crypto';
import { normalize, type SignedRequest } from './signature';

/**
 * SDK-HMAC-SHA256, with which ITA signs what it reports (6.2.13). The reference prints one header of it and points to
 * documents of ITA; the rest is that of Huawei's public API gateway:
 * - canonical request: method, path with a slash at its end, sorted query, `name:value` lines of the signed headers in
 *   lower case and a blank line, their names, SHA-256 of the body in hex;
 * - string to sign: the algorithm, X-Sdk-Date, SHA-256 of the canonical request in hex.
 */

const ALGORITHM = 'SDK-HMAC-SHA256';
const HEADER = /^SDK-HMAC-SHA256 Access=([^,\s]+), ?SignedHeaders=([^,\s]+), ?Signature=([0-9a-f]{64})$/;
const DATE = /^(\d{4})(\d{2})(\d{2})T(\d{2})(\d{2})(\d{2})Z$/;
const FRESH_FOR_MS = 15 * 60 * 1000;

const sha256 = (data: string | Buffer): string => createHash('sha256').update(data).digest('hex');
const byCodeUnit = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

function canonical({ method, target, headers, body }: SignedRequest, names: string[]): string {
	const [path, query = ''] = target.split(/\?(.*)/s);
	const parameters = [...new URLSearchParams(query)].map(([k, v]) => `${normalize(k)}=${normalize(v)}`);
	const records = names.map((name) => `${name}:${String(headers[name]).trim()}\n`);
	return [
		method.toUpperCase(),
		path.endsWith('/') ? path : `${path}/`,
		parameters.sort(byCodeUnit).join('&'),
		records.join(''),
		names.join(';'),
		sha256(body),
	].join('\n');
}

/** Undefined when the signature holds, otherwise the reason why not. The time is the real one, as for `auth-v2`. */
export function rejectSdkSignature(
	request: SignedRequest,
	keys: { itaAppKey: string; itaAccessKey: string; itaSecretKey: string },
	realTime: number,
): string | undefined {
	const { headers } = request;
	const { appkey, authorization = '' } = headers;
	if (appkey !== undefined && appkey !== keys.itaAppKey) return 'unknown AppKey';
	const [, access, signedHeaders, signature] = HEADER.exec(String(authorization)) ?? [];
	if (signature === undefined) return `Authorization is not "${ALGORITHM} Access=…, SignedHeaders=…, Signature=…"`;
	if (access !== keys.itaAccessKey) return 'unknown access key';
	const date = String(headers['x-sdk-date'] ?? '');
	const time = Date.parse(date.replace(DATE, '$1-$2-$3T$4:$5:$6Z'));
	if (!DATE.test(date) || !(Math.abs(time - realTime) <= FRESH_FOR_MS)) return 'X-Sdk-Date is not a fresh time';
	const names = signedHeaders.split(';');
	if (names.join(';') !== [...names].sort(byCodeUnit).join(';')) return 'the signed headers are not sorted';
	if (!names.includes('host') || !names.includes('x-sdk-date')) return 'host and x-sdk-date must be signed';
	const missing = names.find((name) => name !== name.toLowerCase() || headers[name] === undefined);
	if (missing !== undefined) return `the signed header ${missing} was not received`;
	const toSign = `${ALGORITHM}\n${date}\n${sha256(canonical(request, names))}`;
	const expected = createHmac('sha256', keys.itaSecretKey).update(toSign).digest();
	return timingSafeEqual(expected, Buffer.from(signature, 'hex')) ? undefined : 'the signature does not match';
}
