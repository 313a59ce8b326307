/** The token of section 4.4 (bots): fetched with a tenant's or a system's secret, sent in the body or in headers. */
import type { ICredentialDataDecryptedObject, IHttpRequestOptions } from 'n8n-workflow';

import { isRecord } from '../formats/paths';
import { expiringToken } from './expiringToken';

const DEFAULT_LIFETIME_S = 3600;
/** The dialog (10.5, 10.6) has the token among its own parameters. */
const DIALOG = /\/crs\/process(\/|\?|$)/;

const bot = expiringToken({
	path: '/oifde/rest/api/gettoken',
	request: (credential) => ({ body: { appKey: accountOf(credential), appSecret: credential.appSecret } }),
	read: ({ errorCode, authToken, expireTime }) =>
		Number(errorCode ?? 0) === 0 ? { value: authToken, seconds: Number(expireTime) || DEFAULT_LIFETIME_S } : undefined,
	refusal: ({ errorCode, errorMsg }) => ({
		...(errorCode !== undefined && errorCode !== null && { code: String(errorCode) }),
		...(typeof errorMsg === 'string' && { said: errorMsg }),
	}),
	refused: 'CEC refused the account or password of the bot platform',
});

export const botToken = bot.get;
export const fetchBotToken = bot.fetch;

/** A tenant has the token in the body, other systems have it in headers beside their user name. */
export function signForBots(credential: ICredentialDataDecryptedObject, options: IHttpRequestOptions): IHttpRequestOptions {
	const token = String(credential.authToken ?? '');
	if (token === '') return options;
	if (credential.account !== 'tenant') return { ...options, headers: { ...options.headers, userName: accountOf(credential), token } };
	const { body } = options;
	const isDialog = DIALOG.test(options.url);
	// Text goes in as text: numbers in it may be longer than JavaScript can read.
	if (typeof body === 'string') return { ...options, body: isDialog ? intoText(body, /"inparams"\s*:\s*\{/, { auth_token: token }) : intoText(body, /^\s*\{/, { authToken: token }) };
	const content = isRecord(body) ? body : {};
	const inparams = isRecord(content.inparams) ? content.inparams : {};
	const signed = isDialog ? { ...content, inparams: { ...inparams, auth_token: token } } : { ...content, authToken: token };
	return { ...options, body: signed as IHttpRequestOptions['body'] };
}

/** Puts a pair at the begin of the object that `opening` finds. */
function intoText(body: string, opening: RegExp, pair: object): string {
	return body.replace(opening, (found, ...[at, whole]: [number, string]) => {
		const isEmpty = /^\s*\}/.test(whole.slice(at + found.length));
		return `${found}${JSON.stringify(pair).slice(1, -1)}${isEmpty ? '' : ','}`;
	});
}

function accountOf({ account, tenantId, userName }: ICredentialDataDecryptedObject): string {
	return String((account === 'tenant' ? tenantId : userName) ?? '');
}
