/**
 * The signature SDK-HMAC-SHA256 with which a partner network (ITA) reports calls to CEC (6.2.13). The reference
 * shows the headers and leaves the rest to the partner; it is the scheme of Huawei's public API gateway.
 */
import { createHash, createHmac } from 'node:crypto';
import type { ICredentialDataDecryptedObject, IHttpRequestOptions } from 'n8n-workflow';

import { percentEncode } from '../formats/percent';
import { wholeRequest, withSignature, type AnyOptions, type WholeRequest } from './wholeRequest';

const ALGORITHM = 'SDK-HMAC-SHA256';
const JSON_TYPE = 'application/json;charset=UTF-8';

/** Returns new options with `AppKey`, `X-Sdk-Date` and `Authorization`. */
export function signForIta(
	credential: ICredentialDataDecryptedObject,
	options: AnyOptions,
	now = new Date(),
): IHttpRequestOptions {
	const whole = wholeRequest(options, JSON_TYPE);
	const date = now.toISOString().replace(/[-:]|\.\d+/g, '');
	const appKey = String(credential.appKey);
	const headers = { appkey: appKey, 'content-type': whole.contentType, host: whole.url.host, 'x-sdk-date': date };
	const toSign = [ALGORITHM, date, sha256(canonicalRequest(whole, headers))].join('\n');
	const signature = createHmac('sha256', String(credential.secretKey)).update(toSign, 'utf8').digest('hex');
	const authorization = [
		`${ALGORITHM} Access=${String(credential.accessKey)}`,
		`SignedHeaders=${Object.keys(headers).join(';')}`,
		`Signature=${signature}`,
	].join(', ');
	return withSignature(options, whole, { AppKey: appKey, 'X-Sdk-Date': date, Authorization: authorization }, credential);
}

/** `headers` by lower-case name, in alphabetical order. */
function canonicalRequest({ method, url, body }: WholeRequest, headers: Record<string, string>): string {
	const path = url.pathname.split('/').map((part) => percentEncode(decodeURIComponent(part))).join('/');
	const query = [...url.searchParams.entries()].map(([key, value]) => `${percentEncode(key)}=${percentEncode(value)}`).sort();
	return [
		method.toUpperCase(),
		path.endsWith('/') ? path : `${path}/`,
		query.join('&'),
		...Object.entries(headers).map(([name, value]) => `${name}:${value.trim()}`),
		'',
		Object.keys(headers).join(';'),
		sha256(body),
	].join('\n');
}

function sha256(text: string): string {
	return createHash('sha256').update(text, 'utf8').digest('hex');
}
