/**
 * The token of section 4.2 (agents, queues, numbers, flows and everything else behind "apiaccess"): fetched
 * with the app key and secret, sent as `Authorization: Bearer`.
 */
import { createHash } from 'node:crypto';
import type { ICredentialDataDecryptedObject, IHttpRequestOptions } from 'n8n-workflow';

import { isRecord } from '../formats/paths';
import { tlsOptions } from './tls';
import { baseUrl, isRenewed, TokenCache, TokenRefused, type Ask, type Token } from './token';

const SIGN_IN_PATH = '/apigovernance/api/oauth/tokenByAkSk';
const DEFAULT_LIFETIME_S = 600;
const LONGEST_LIFETIME_S = 3600;
/** A token is renewed this long before it expires, so that it outlives the request that carries it. */
const RENEW_AHEAD_MS = 30_000;
const tokens = new TokenCache();

/** The token for a credential. `stale` is one that CEC has just refused. */
export async function appToken(credential: ICredentialDataDecryptedObject, ask: Ask, stale?: string): Promise<Token> {
	const margin = Math.min(RENEW_AHEAD_MS, (lifetime(credential) * 1000) / 10);
	return await tokens.get(
		keyOf(credential),
		async () => await fetchAppToken(credential, ask),
		(token) => token.expiresAt - margin > Date.now() && (stale === undefined || isRenewed(token, stale)),
	);
}

/** Asks CEC for a new token (4.2); throws TokenRefused when the answer holds none. */
export async function fetchAppToken(credential: ICredentialDataDecryptedObject, ask: Ask): Promise<Token> {
	const answer = await ask({
		method: 'POST',
		url: `${baseUrl(credential)}${SIGN_IN_PATH}`,
		headers: { 'Content-Type': 'application/json', 'X-Token-Expire': String(lifetime(credential)) },
		body: { app_key: credential.appKey, app_secret: credential.appSecret },
		json: true,
		returnFullResponse: true,
		ignoreHttpStatusErrors: true,
		disableFollowRedirect: true,
		...tlsOptions(credential),
	} as IHttpRequestOptions);
	const { body } = answer;
	if (!isRecord(body) || typeof body.AccessToken !== 'string' || body.AccessToken === '') {
		throw new TokenRefused('CEC refused the app key or secret', answer);
	}
	const seconds = Number(body.Expires) || lifetime(credential);
	const fetchedAt = Date.now();
	return { value: body.AccessToken, fetchedAt, expiresAt: fetchedAt + seconds * 1000 };
}

function lifetime(credential: ICredentialDataDecryptedObject): number {
	return Math.min(Number(credential.lifetime) || DEFAULT_LIFETIME_S, LONGEST_LIFETIME_S);
}

function keyOf(credential: ICredentialDataDecryptedObject): string {
	const parts = [baseUrl(credential), credential.appKey, credential.appSecret, lifetime(credential)];
	return createHash('sha256').update(JSON.stringify(parts)).digest('hex');
}
