/** Signs the request options that n8n hands to a credential, be it for this package or for n8n's HTTP Request node. */
import type { ICredentialDataDecryptedObject, IHttpRequestOptions } from 'n8n-workflow';

import { authorization } from './signature';
import { wholeRequest, withSignature, type AnyOptions } from './wholeRequest';

const JSON_TYPE = 'application/json; charset=UTF-8';

/** Returns new options with the `Authorization` of section 4.3. */
export function signOptions(
	credential: ICredentialDataDecryptedObject,
	options: AnyOptions,
	now = new Date(),
): IHttpRequestOptions {
	const whole = wholeRequest(options, JSON_TYPE);
	const { method, url, body, contentType } = whole;
	const header = authorization(
		{
			method,
			path: signedPath(credential, url),
			query: [...url.searchParams.entries()],
			headers: { host: url.host, 'content-type': contentType },
			body,
		},
		{ accessKey: String(credential.accessKey), secretKey: String(credential.secretKey) },
		now,
	);
	return withSignature(options, whole, { Authorization: header }, credential);
}

/** The path that CEC signs: a gateway in front may add a prefix that CEC itself never sees. */
function signedPath(credential: ICredentialDataDecryptedObject, url: URL): string {
	if (credential.signPathPrefix !== false) return url.pathname;
	const prefix = new URL(String(credential.baseUrl)).pathname.replace(/\/+$/, '');
	return prefix !== '' && url.pathname.startsWith(`${prefix}/`) ? url.pathname.slice(prefix.length) : url.pathname;
}
