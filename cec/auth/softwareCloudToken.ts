/** The token of a user of the Huawei software cloud (15.1), which that cloud gives out and nobody here can renew. */
import type { ICredentialDataDecryptedObject, IHttpRequestOptions } from 'n8n-workflow';

import { tlsOptions } from './tls';

/** Returns new options that carry the token. */
export function withSoftwareCloudToken(credential: ICredentialDataDecryptedObject, options: IHttpRequestOptions): IHttpRequestOptions {
	return {
		...options,
		headers: { ...options.headers, 'X-Auth-Token': String(credential.authToken) },
		...tlsOptions(credential),
	};
}
