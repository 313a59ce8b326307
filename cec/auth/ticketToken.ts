/** The token of section 17.1.1 (tickets): OAuth2 client credentials, but sent as `access-token`. */
import { formText } from '../formats/percent';
import { expiringToken } from './expiringToken';

const DEFAULT_LIFETIME_S = 7200;

const oauth = expiringToken({
	path: '/baas/auth/v1.0/oauth2/token',
	request: ({ clientId, clientSecret }) => ({
		headers: { 'Content-Type': 'application/x-www-form-urlencoded' },
		body: formText({ grant_type: 'client_credentials', client_id: String(clientId), client_secret: String(clientSecret) }),
	}),
	read: ({ access_token: value, expires_in: seconds }) => ({ value, seconds: Number(seconds) || DEFAULT_LIFETIME_S }),
	refusal: ({ error, error_description: said }) => ({
		...(typeof error === 'string' && { code: error }),
		...(typeof said === 'string' && { said }),
	}),
	refused: 'CEC refused the client ID or secret',
});

export const ticketToken = oauth.get;
export const fetchTicketToken = oauth.fetch;
