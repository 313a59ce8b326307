/** The receiving side of the `auth-v2` signature (4.3): CEC signs its callbacks as it wants requests to be signed. */
import { signatureOf, VERSION, type SignedRequest, type SigningKeys } from '../auth/signature';
import { isSame } from '../formats/isSame';
import type { Verdict } from './verdict';

export interface ReceivedRequest {
	method: string;
	/** The addresses that CEC may have called: a proxy in between changes host and path. */
	addresses: URL[];
	headers: Record<string, unknown>;
	/** The bytes as they came. */
	body: Buffer;
	/** The header `Authorization`. */
	authorization: unknown;
}

export interface SignatureCheck {
	keys: SigningKeys;
	/** Milliseconds since 1970. */
	now: number;
	/** How far the time of the signature may be from now, either way. */
	toleranceMs: number;
}

/** Judges a request. Its host has to be among what is signed, and its body always is. */
export function verifySignature(request: ReceivedRequest, { keys, now, toleranceMs }: SignatureCheck): Verdict {
	const parts = typeof request.authorization === 'string' ? request.authorization.split('/') : [];
	if (parts.length !== 5 || parts[0] !== VERSION) return 'unsigned';
	const [, accessKey, timestamp, names, signature] = parts;
	if (keys.secretKey === '' || accessKey !== keys.accessKey || !names.split(';').includes('host')) return 'wrong';
	const prefix = parts.slice(0, 4).join('/');
	const isGenuine = signedForms(request, names.split(';')).some((form) => isSame(signature.toLowerCase(), signatureOf(form, prefix, keys.secretKey)));
	if (!isGenuine) return 'wrong';
	return Math.abs(now - Date.parse(timestamp)) <= toleranceMs ? 'genuine' : 'stale';
}

/** What may have been signed: the samples of the reference have the host without its port. */
function signedForms({ method, addresses, headers, body }: ReceivedRequest, names: string[]): SignedRequest[] {
	return addresses.flatMap(({ host, hostname, pathname, searchParams }) =>
		[...new Set([host, hostname])].map((name) => ({
			method,
			path: pathname,
			query: [...searchParams.entries()],
			headers: Object.fromEntries(names.map((header) => [header, valueOf(header, { ...headers, host: name }, body)])),
			body: body.toString('utf8'),
		})),
	);
}

/** A proxy may have dropped the length, which the body tells anyway. */
function valueOf(header: string, headers: Record<string, unknown>, body: Buffer): string {
	return header === 'content-length' ? String(body.length) : String(headers[header] ?? '');
}
