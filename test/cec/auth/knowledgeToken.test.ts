/** The token of the knowledge base. */
import { knowledgeToken } from '../../../cec/auth/knowledgeToken';
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
