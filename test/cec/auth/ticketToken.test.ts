/** The token of tickets. */
import { ticketToken } from '../../../cec/auth/ticketToken';
import type { Ask } from '../../../cec/auth/token';

const NOW = Date.parse('2021-03-04T03:15:57.327Z');
beforeEach(() => void jest.spyOn(Date, 'now').mockReturnValue(NOW));
afterEach(() => jest.restoreAllMocks());

const answering = (body: unknown, statusCode = 200): Ask => jest.fn(async () => ({ statusCode, body }));

test('is asked for with a form', async () => {
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

test('is good for two hours where no time is told', async () => {
	const credential = { baseUrl: 'https://service.example.com', clientId: 'other', clientSecret: 'secret' };
	expect(await ticketToken(credential, answering({ access_token: 't2' }))).toMatchObject({ expiresAt: NOW + 7_200_000 });
});

test('is refused with the code of OAuth2', async () => {
	const ask = answering({ error: 'invalid_client', error_description: 'unknown' }, 401);
	const credential = { baseUrl: 'https://service.example.com', clientId: 'id', clientSecret: 'wrong' };
	await expect(ticketToken(credential, ask)).rejects.toMatchObject({ code: 'invalid_client', said: 'unknown' });
});
