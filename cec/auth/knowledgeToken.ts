/** The token of section 9.1.1 (knowledge base): a password of SIA is exchanged for it, and it is sent as `X-Access-Token`. */
import { expiringToken } from './expiringToken';

/** Where the answer does not tell a time that can be read. */
const DEFAULT_LIFETIME_S = 600;

const sia = expiringToken({
	path: '/rest/sia/v1/tokens/jwt/sia',
	request: ({ jwt, domain }) => ({ body: { jwt, domain } }),
	read: ({ token, expiredAt }) => ({ value: token, seconds: secondsUntil(expiredAt) }),
	refused: 'SIA refused the password or the service name',
});

export const knowledgeToken = sia.get;
export const fetchKnowledgeToken = sia.fetch;

/** `2021-03-04T03:25:57.327+0000`, whose offset has no colon. */
function secondsUntil(expiredAt: unknown): number {
	const end = Date.parse(String(expiredAt).replace(/([+-]\d\d)(\d\d)$/, '$1:$2'));
	return Number.isNaN(end) ? DEFAULT_LIFETIME_S : (end - Date.now()) / 1000;
}
