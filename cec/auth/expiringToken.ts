/** What ways in have in common whose token is asked for with a secret and is good for a known time. */
import { createHash } from 'node:crypto';
import type { ICredentialDataDecryptedObject, IDataObject, IHttpRequestOptions } from 'n8n-workflow';

import { isRecord } from '../formats/paths';
import { tlsOptions } from './tls';
import { baseUrl, isRenewed, TokenCache, TokenRefused, type Ask, type Token } from './token';

/** A token is renewed this long before it expires, so that it outlives the request that carries it. */
const RENEW_AHEAD_MS = 30_000;

export interface TokenSource {
	path: string;
	/** What is sent to get a token. */
	request(credential: ICredentialDataDecryptedObject): { headers?: IDataObject; body: string | IDataObject };
	/** What tells tokens apart, where what is sent for one changes with time. */
	identity?(credential: ICredentialDataDecryptedObject): unknown;
	/** The token in an answer with its life in seconds; undefined when there is none. */
	read(body: Record<string, unknown>, credential: ICredentialDataDecryptedObject): { value: unknown; seconds: number } | undefined;
	/** CEC's own code and text of a refusal. */
	refusal?(body: Record<string, unknown>): { code?: string; said?: string };
	/** What n8n's own HTTP Request node shows. */
	refused: string;
}

export interface ExpiringToken {
	/** The token for a credential, fetched once per process and lifetime. `stale` is one that CEC has just refused. */
	get(credential: ICredentialDataDecryptedObject, ask: Ask, stale?: string): Promise<Token>;
	/** Asks for a new token, whatever is held; throws TokenRefused when the answer holds none. */
	fetch(credential: ICredentialDataDecryptedObject, ask: Ask): Promise<Token>;
	/** Holds a token that CEC has given unasked in place of the one before. */
	replace(credential: ICredentialDataDecryptedObject, value: string, seconds: number): void;
}

export function expiringToken(source: TokenSource): ExpiringToken {
	const tokens = new TokenCache();
	const fetch = async (credential: ICredentialDataDecryptedObject, ask: Ask) => await fetchToken(source, credential, ask);
	return {
		fetch,
		get: async (credential, ask, stale) =>
			await tokens.get(
				keyOf(source, credential),
				async () => await fetch(credential, ask),
				(token) => !isNearItsEnd(token) && (stale === undefined || isRenewed(token, stale)),
			),
		replace: (credential, value, seconds) => tokens.put(keyOf(source, credential), lasting(value, seconds)),
	};
}

async function fetchToken(source: TokenSource, credential: ICredentialDataDecryptedObject, ask: Ask): Promise<Token> {
	const { headers, body } = source.request(credential);
	const answer = await ask({
		method: 'POST',
		url: `${baseUrl(credential)}${source.path}`,
		headers: { 'Content-Type': 'application/json; charset=UTF-8', Accept: 'application/json', ...headers },
		body,
		json: true,
		returnFullResponse: true,
		ignoreHttpStatusErrors: true,
		disableFollowRedirect: true,
		...tlsOptions(credential),
	} as IHttpRequestOptions);
	const content = isRecord(answer.body) ? answer.body : {};
	const found = source.read(content, credential);
	if (typeof found?.value !== 'string' || found.value === '') {
		const { code, said } = source.refusal?.(content) ?? {};
		throw new TokenRefused(source.refused, answer, code, said);
	}
	return lasting(found.value, found.seconds);
}

function lasting(value: string, seconds: number): Token {
	const fetchedAt = Date.now();
	return { value, fetchedAt, expiresAt: fetchedAt + seconds * 1000 };
}

function isNearItsEnd({ fetchedAt, expiresAt }: Token): boolean {
	return Date.now() >= expiresAt - Math.min(RENEW_AHEAD_MS, (expiresAt - fetchedAt) / 10);
}

/** Another secret is another token. */
function keyOf(source: TokenSource, credential: ICredentialDataDecryptedObject): string {
	return createHash('sha256').update(JSON.stringify([baseUrl(credential), (source.identity ?? source.request)(credential)])).digest('hex');
}
