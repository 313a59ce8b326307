/** The tokens of the knowledge base and of tickets. */
import { knowledgeToken } from '../../../cec/auth/knowledgeToken';
import { ticketToken } from '../../../cec/auth/ticketToken';
import type { Ask } from '../../../cec/auth/token';

const NOW = Date.parse('2021-03-04T03:15:57.327Z');
beforeEach(() => void jest.spyOn(Date, 'now').mockReturnValue(NOW));
afterEach(() => jest.restoreAllMocks());

const answering = (body: unknown, statusCode = 200): Ask => jest.fn(async () => ({ statusCode, body }));

test('the knowledge base tells the end of a token with an offset without a colon', async () => {
	const ask = answering({ token: 't1', expiredAt: '2021-03-04T03:25:57.327+0000' });
	const credential = { baseUrl: 'https://kb.example.com', jwt: 'secret', domain: 'service' };
	expect(await knowledgeToken(credential, ask)).toEqual({ value: 't1', fetchedAt: NOW, expiresAt: NOW + 600_000 });
	expect(ask).toHaveBeenCalledWith(expect.objectContaining({ url: 'https://kb.example.com/rest/sia/v1/tokens/jwt/sia', body: { jwt: 'secret', domain: 'service' } }));
});

test('without a time that can be read, a token is used for ten minutes', async () => {
	const credential = { baseUrl: 'https://kb.example.com', jwt: 'other', domain: 'service' };
	expect(await knowledgeToken(credential, answering({ token: 't1' }))).toMatchObject({ expiresAt: NOW + 600_000 });
});

test('a token for tickets is asked for with a form', async () => {
	const ask = answering({ access_token: 't1', expires_in: 7200, token_type: 'Bearer' });
	const credential = { baseUrl: 'https://service.example.com/', clientId: 'id', clientSecret: 'a+b&c' };
	expect(await ticketToken(credential, ask)).toEqual({ value: 't1', fetchedAt: NOW, expiresAt: NOW + 7_200_000 });
	expect(ask).toHaveBeenCalledWith(
		expect.objectContaining({
			url: 'https://service.example.com/baas/auth/v1.0/oauth2/token',
			headers: expect.objectContaining({ 'Content-Type': 'application/x-www-form-urlencoded' }),
			body: 'grant_type=client_credentials&client_id=id&client_secret=a%2Bb%26c',
		}),
	);
});

test('a refused client is told by the code of OAuth2', async () => {
	const ask = answering({ error: 'invalid_client', error_description: 'unknown' }, 401);
	const credential = { baseUrl: 'https://service.example.com', clientId: 'id', clientSecret: 'wrong' };
	await expect(ticketToken(credential, ask)).rejects.toMatchObject({ code: 'invalid_client', said: 'unknown' });
});
