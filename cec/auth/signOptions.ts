/** Signs the request options that n8n hands to a credential, be it for this package or for n8n's HTTP Request node. */
import type { ICredentialDataDecryptedObject, IDataObject, IHttpRequestOptions } from 'n8n-workflow';

import { queryText } from '../formats/percent';
import { authorization } from './signature';
import { tlsOptions } from './tls';

/** n8n's HTTP Request node says `uri`; everyone else says `url`. */
type AnyOptions = IHttpRequestOptions & { uri?: string };

const JSON_TYPE = 'application/json; charset=UTF-8';

/**
 * Returns new options with `Authorization`. What is signed is what is sent: the query becomes part of the
 * URL, the body is written once, and the same text is signed and sent. Signing twice gives the same kind of
 * result, since n8n signs the already signed options again when it repeats a request.
 */
export function signOptions(
	credential: ICredentialDataDecryptedObject,
	options: AnyOptions,
	now = new Date(),
): IHttpRequestOptions {
	const url = fullUrl(options);
	const body = bodyText(options.body);
	const contentType = headerOf(options, 'content-type') ?? JSON_TYPE;
	const signed = { host: url.host, 'content-type': contentType };
	const header = authorization(
		{
			method: options.method ?? 'GET',
			path: signedPath(credential, url),
			query: [...url.searchParams.entries()],
			headers: signed,
			body,
		},
		{ accessKey: String(credential.accessKey), secretKey: String(credential.secretKey) },
		now,
	);
	const { uri, qs: _query, json: _json, body: _body, ...others } = options;
	return {
		...others,
		...(uri === undefined ? { url: url.href } : { uri: url.href, url: url.href }),
		headers: { ...withoutHeaders(options, ['authorization', 'content-type']), 'Content-Type': contentType, Authorization: header },
		...(body !== '' && { body }),
		...(options.json !== undefined && { json: options.json }),
		...tlsOptions(credential),
	} as IHttpRequestOptions;
}

/** The path that CEC signs: a gateway in front may add a prefix that CEC itself never sees. */
function signedPath(credential: ICredentialDataDecryptedObject, url: URL): string {
	if (credential.signPathPrefix !== false) return url.pathname;
	const prefix = new URL(String(credential.baseUrl)).pathname.replace(/\/+$/, '');
	return prefix !== '' && url.pathname.startsWith(`${prefix}/`) ? url.pathname.slice(prefix.length) : url.pathname;
}

function fullUrl(options: AnyOptions): URL {
	const url = new URL(options.url ?? options.uri ?? '', options.baseURL);
	const known = [...url.searchParams.entries()];
	const added = Object.entries((options.qs ?? {}) as IDataObject).filter(
		([key, value]) => !known.some(([other, present]) => other === key && present === String(value)),
	);
	url.search = queryText([...known, ...added]);
	return url;
}

function bodyText(body: unknown): string {
	if (body === undefined || body === null) return '';
	if (typeof body === 'string') return body.trim();
	return Object.keys(body).length > 0 ? JSON.stringify(body) : '';
}

function headerOf(options: AnyOptions, wanted: string): string | undefined {
	const entry = Object.entries(options.headers ?? {}).find(([name]) => name.toLowerCase() === wanted);
	return entry && String(entry[1]);
}

function withoutHeaders(options: AnyOptions, unwanted: string[]): IDataObject {
	return Object.fromEntries(
		Object.entries(options.headers ?? {}).filter(([name]) => !unwanted.includes(name.toLowerCase())),
	) as IDataObject;
}
