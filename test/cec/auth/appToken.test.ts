import { appToken } from '../../../cec/auth/appToken';
import type { Ask } from '../../../cec/auth/token';

/** CEC that gives tokens t1, t2, … to each test's own app key. */
function tenant(appKey: string) {
	let given = 0;
	const ask: Ask = jest.fn(async () => ({ statusCode: 200, body: { AccessToken: `t${++given}`, Expires: '600' } }));
	const credential = { baseUrl: 'https://cec.example.com', appKey, appSecret: 'secret' };
	return { ask, get: async (stale?: string) => (await appToken(credential, ask, stale)).value };
}

let now = Date.parse('2026-03-02T08:00:00Z');
beforeEach(() => void jest.spyOn(Date, 'now').mockImplementation(() => now));
afterEach(() => jest.restoreAllMocks());

test('a token is used until shortly before it expires', async () => {
	const { ask, get } = tenant('expiry');
	expect(await get()).toBe('t1');
	now += 569_000;
	expect(await get()).toBe('t1');
	now += 2_000;
	expect(await get()).toBe('t2');
	expect(ask).toHaveBeenCalledTimes(2);
});

test('requests that were refused together share the token that replaces the refused one', async () => {
	const { ask, get } = tenant('together');
	await get();
	expect(await Promise.all([get('t1'), get('t1')])).toEqual(['t2', 't2']);
	now += 1_000;
	expect(await get('t1')).toBe('t2');
	expect(ask).toHaveBeenCalledTimes(2);
});

test('an older token does not replace a refused one: what made CEC forget the one has made it forget the other', async () => {
	const { get } = tenant('restart');
	expect(await get()).toBe('t1');
	now += 60_000;
	expect(await get('from the database')).toBe('t2');
});
