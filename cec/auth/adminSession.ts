/**
 * The session of section 4.6 (speech recognition): a configuration administrator or the VDN itself signs in at
 * the gateway with a password, and each request carries the `Guid` that came back.
 */
import { createHash } from 'node:crypto';
import type { ICredentialDataDecryptedObject, IHttpRequestOptions } from 'n8n-workflow';

import { isRecord } from '../formats/paths';
import { tlsOptions } from './tls';
import { baseUrl, isRenewed, TokenCache, TokenRefused, type Ask, type Token } from './token';

const SIGN_IN_PATH = '/agentgateway/resource/config/login';
/** Wrong password, unknown account. The gateway locks accounts after some wrong passwords. */
const DO_NOT_TRY_AGAIN = new Set(['107-003', '107-004']);
const PAUSE_MS = 30 * 60_000;
/** VDN accounts sign in as their number plus this. */
const VDN_OFFSET = 100_000;

const sessions = new TokenCache();
const refusals = new Map<string, { error: TokenRefused; until: number }>();

/**
 * The session of a credential. The reference names no lifetime: it is used until the gateway forgets it (`stale`).
 * A refused password is not tried again for half an hour, so that a run over many items does not lock the account.
 */
export async function adminSession(credential: ICredentialDataDecryptedObject, ask: Ask, stale?: string): Promise<Token> {
	const key = keyOf(credential);
	const open = async () => await signIn(credential, ask);
	const isUsable = (token: Token) => stale === undefined || isRenewed(token, stale);
	return await unlessRefused(key, async () => await sessions.get(key, open, isUsable));
}

/** A new session, for a test of the credential: one that is held says nothing of the gateway of now. */
export async function newAdminSession(credential: ICredentialDataDecryptedObject, ask: Ask): Promise<Token> {
	return await unlessRefused(keyOf(credential), async () => await signIn(credential, ask));
}

async function unlessRefused(key: string, open: () => Promise<Token>): Promise<Token> {
	const refused = refusals.get(key);
	if (refused && refused.until > Date.now()) throw refused.error;
	return await open().catch(async (error: unknown) => {
		if (error instanceof TokenRefused && DO_NOT_TRY_AGAIN.has(error.code ?? '')) {
			refusals.set(key, { error, until: Date.now() + PAUSE_MS });
		}
		return await Promise.reject(error);
	});
}

/** Signs in (4.6); throws TokenRefused when the answer holds no session. */
export async function signIn(credential: ICredentialDataDecryptedObject, ask: Ask): Promise<Token> {
	const answer = await ask({
		method: 'POST',
		url: `${baseUrl(credential)}${SIGN_IN_PATH}`,
		headers: { 'Content-Type': 'application/json; charset=UTF-8' },
		body: { agentId: accountNumber(credential), password: credential.password },
		json: true,
		returnFullResponse: true,
		ignoreHttpStatusErrors: true,
		disableFollowRedirect: true,
		...tlsOptions(credential),
	} as IHttpRequestOptions);
	const { body } = answer;
	const { retcode, message, result } = isRecord(body) ? body : {};
	// Table and sample have it in the body, the text in a header of the answer.
	const inHeader = codeOf(retcode) === '0' ? answer.headers?.guid : undefined;
	const guid = (isRecord(result) ? result.guid : undefined) ?? inHeader;
	if (typeof guid !== 'string' || guid === '') {
		const code = codeOf(retcode);
		const said = typeof message === 'string' ? message : undefined;
		const why = [code && `code ${code}`, said].filter(Boolean).join(': ');
		throw new TokenRefused(`The gateway of CEC refused the sign-in${why && ` (${why})`}`, answer, code, said);
	}
	// The table calls it a header value; one edition prints it with the name of its cookie.
	return { value: guid.replace(/^JSESSIONID=/, '').split(';')[0], fetchedAt: Date.now(), expiresAt: Infinity };
}

function codeOf(retcode: unknown): string | undefined {
	return retcode === undefined || retcode === null ? undefined : String(retcode);
}

function accountNumber({ account, agentId, vdnId }: ICredentialDataDecryptedObject): number {
	return account === 'vdn' ? VDN_OFFSET + Number(vdnId) : Number(agentId);
}

function keyOf(credential: ICredentialDataDecryptedObject): string {
	const parts = [baseUrl(credential), accountNumber(credential), credential.password];
	return createHash('sha256').update(JSON.stringify(parts)).digest('hex');
}
