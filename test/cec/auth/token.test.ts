import { TokenCache, type Token } from '../../../cec/auth/token';

const always = () => true;

/** Tokens a, b, c … that are given when the test lets them. */
function source() {
	let given = 0;
	const waiting: Array<() => void> = [];
	const fetchToken = jest.fn(async (): Promise<Token> => {
		await new Promise<void>((resolve) => waiting.push(resolve));
		return { value: 'abc'[given++], fetchedAt: 0, expiresAt: 0 };
	});
	return { fetchToken, give: () => waiting.splice(0).forEach((resolve) => resolve()) };
}

test('whoever asks while a token is being fetched gets that one', async () => {
	const { fetchToken, give } = source();
	const cache = new TokenCache();
	const asked = [1, 2, 3].map(async () => await cache.get('key', fetchToken, always));
	give();
	expect((await Promise.all(asked)).map(({ value }) => value)).toEqual(['a', 'a', 'a']);
	expect((await cache.get('key', fetchToken, always)).value).toBe('a');
	expect(fetchToken).toHaveBeenCalledTimes(1);
});

test('another key has another token', async () => {
	const { fetchToken, give } = source();
	const cache = new TokenCache();
	const asked = ['one', 'other'].map(async (key) => await cache.get(key, fetchToken, always));
	give();
	expect((await Promise.all(asked)).map(({ value }) => value).sort()).toEqual(['a', 'b']);
});

test('a token that is of no use is fetched anew, once for all that find it so', async () => {
	const { fetchToken, give } = source();
	const cache = new TokenCache();
	const first = cache.get('key', fetchToken, always);
	give();
	await first;
	const isFresh = ({ value }: Token) => value !== 'a';
	const asked = [1, 2, 3].map(async () => await cache.get('key', fetchToken, isFresh));
	give();
	expect((await Promise.all(asked)).map(({ value }) => value)).toEqual(['b', 'b', 'b']);
	expect((await cache.get('key', fetchToken, isFresh)).value).toBe('b');
	expect(fetchToken).toHaveBeenCalledTimes(2);
});

test('a failure is told to all that wait for it, and forgotten', async () => {
	const cache = new TokenCache();
	const failing = jest.fn(async (): Promise<Token> => {
		throw new Error('refused');
	});
	const asked = [1, 2].map(async () => await cache.get('key', failing, always));
	const results = await Promise.allSettled(asked);
	expect(results.map(({ status }) => status)).toEqual(['rejected', 'rejected']);
	expect(failing).toHaveBeenCalledTimes(1);
	expect((await cache.get('key', async () => ({ value: 'x', fetchedAt: 0, expiresAt: 0 }), always)).value).toBe('x');
});
