/** The request options that n8n hands to a credential, made whole, so that what is signed is what is sent. */
import type { ICredentialDataDecryptedObject, IDataObject, IHttpRequestOptions } from 'n8n-workflow';

import { queryText } from '../formats/percent';
import { tlsOptions } from './tls';

/** n8n's HTTP Request node says `uri`; everyone else says `url`. */
export type AnyOptions = IHttpRequestOptions & { uri?: string };

export interface WholeRequest {
	method: string;
	/** With the query in it. */
	url: URL;
	/** As it will be sent; empty when there is none. */
	body: string;
	contentType: string;
}

export function wholeRequest(options: AnyOptions, defaultType: string): WholeRequest {
	return {
		method: options.method ?? 'GET',
		url: fullUrl(options),
		body: bodyText(options.body),
		contentType: headerOf(options, 'content-type') ?? defaultType,
	};
}

/**
 * New options that send this request with the headers of its signature. Doing so twice gives the same kind of
 * result, since n8n signs the already signed options again when it repeats a request.
 */
export function withSignature(
	options: AnyOptions,
	{ url, body, contentType }: WholeRequest,
	signature: Record<string, string>,
	credential: ICredentialDataDecryptedObject,
): IHttpRequestOptions {
	const { uri, qs: _query, json: _json, body: _body, ...others } = options;
	const replaced = ['content-type', ...Object.keys(signature).map((name) => name.toLowerCase())];
	return {
		...others,
		...(uri === undefined ? { url: url.href } : { uri: url.href, url: url.href }),
		headers: { ...withoutHeaders(options, replaced), 'Content-Type': contentType, ...signature },
		...(body !== '' && { body }),
		...(options.json !== undefined && { json: options.json }),
		...tlsOptions(credential),
	} as IHttpRequestOptions;
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
