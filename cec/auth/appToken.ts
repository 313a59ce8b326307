/**
 * The token of section 4.2 (agents, queues, numbers, flows and everything else behind "apiaccess"): fetched
 * with the app key and secret, sent as `Authorization: Bearer`.
 */
import type { ICredentialDataDecryptedObject } from 'n8n-workflow';

import { expiringToken } from './expiringToken';

const DEFAULT_LIFETIME_S = 600;
const LONGEST_LIFETIME_S = 3600;

const app = expiringToken({
	path: '/apigovernance/api/oauth/tokenByAkSk',
	request: (credential) => ({
		headers: { 'Content-Type': 'application/json', 'X-Token-Expire': String(lifetime(credential)) },
		body: { app_key: credential.appKey, app_secret: credential.appSecret },
	}),
	read: ({ AccessToken, Expires }, credential) => ({ value: AccessToken, seconds: Number(Expires) || lifetime(credential) }),
	refused: 'CEC refused the app key or secret',
});

export const appToken = app.get;
export const fetchAppToken = app.fetch;

function lifetime(credential: ICredentialDataDecryptedObject): number {
	return Math.min(Number(credential.lifetime) || DEFAULT_LIFETIME_S, LONGEST_LIFETIME_S);
}
