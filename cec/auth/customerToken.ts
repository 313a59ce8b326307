/**
 * The token of section 11.1 (web chat): it stands for one customer of one channel, and every request for the customer
 * carries it beside the token of the app. A conversation belongs to the customer and not to the token, which lives for an
 * hour only: every process may ask for one of its own, and items need not carry it.
 */
import type { ICredentialDataDecryptedObject } from 'n8n-workflow';

import { expiringToken } from './expiringToken';
import type { Ask, Token } from './token';

export const CUSTOMER_TOKEN_HEADER = 'ccmessaging-token';

const LIFETIME_S = 3600;

/** What a token for a customer is asked for with: `userId`, `userName`, `channelId` and `locale`. */
export type Customer = Record<string, unknown>;

const messaging = expiringToken({
	path: '/apiaccess/ccmessaging/applyToken',
	request: ({ accessToken, appKey, customer }) => ({
		headers: { Authorization: `Bearer ${String(accessToken)}`, 'x-app-key': String(appKey) },
		body: customer as Record<string, string>,
	}),
	// Name and language are in the token: with that of another name, what the user set would be lost for an hour.
	identity: ({ accessToken: _changes, ...credential }) => credential,
	read: ({ resultCode, token }) => (Number(resultCode ?? 0) === 0 ? { value: token, seconds: LIFETIME_S } : undefined),
	refusal: ({ resultCode, resultDesc }) => ({
		...(resultCode !== undefined && resultCode !== null && { code: String(resultCode) }),
		...(typeof resultDesc === 'string' && { said: resultDesc }),
	}),
	refused: 'CEC gave no token for the customer',
});

/** The token of a customer; `credential` holds a valid token of the app. `stale` is one that CEC has just refused. */
export async function customerToken(credential: ICredentialDataDecryptedObject, customer: Customer, ask: Ask, stale?: string): Promise<Token> {
	return await messaging.get(about(credential, customer), ask, stale);
}

/** During a conversation CEC answers with a new token where the old one has come to its end. */
export function learnCustomerToken(credential: ICredentialDataDecryptedObject, customer: Customer, headers: Record<string, unknown>): void {
	const value = headers[CUSTOMER_TOKEN_HEADER];
	if (typeof value === 'string' && value !== '') messaging.replace(about(credential, customer), value, LIFETIME_S);
}

function about(credential: ICredentialDataDecryptedObject, customer: Customer): ICredentialDataDecryptedObject {
	return { ...credential, customer: customer as Record<string, string> };
}
