import { adminSession, newAdminSession } from '../../../cec/auth/adminSession';
import { TokenRefused, type Ask, type TokenAnswer } from '../../../cec/auth/token';

const guid = (given: unknown): TokenAnswer => ({
	statusCode: 200,
	body: { message: 'success', retcode: '0', result: { guid: given } },
});
const refusal = (retcode: unknown): TokenAnswer => ({ statusCode: 200, body: { retcode, message: 'no' } });
const WRONG_PASSWORD = refusal('107-003');

/** A gateway that gives sessions g1, g2, … to each test's own password, or what it is told to. */
function gateway(password: string, account: object = { account: 'admin', agentId: 101 }) {
	let given = 0;
	const answer = jest.fn((): TokenAnswer => guid(`g${++given}`));
	const asked = jest.fn();
	const ask: Ask = async (options) => {
		asked(options);
		return await Promise.resolve(answer());
	};
	const credential = { baseUrl: 'https://gateway.example.com:8043/', password, ...account };
	return {
		answer,
		asked,
		get: async (stale?: string) => (await adminSession(credential, ask, stale)).value,
		test: async () => (await newAdminSession(credential, ask)).value,
	};
}

const minutes = (count: number) => count * 60_000;
let now = Date.parse('2026-03-02T08:00:00Z');
beforeEach(() => void jest.spyOn(Date, 'now').mockImplementation(() => now));
afterEach(() => jest.restoreAllMocks());

test('a session is used until the gateway has forgotten it', async () => {
	const { get, asked } = gateway('kept');
	expect(await Promise.all([get(), get(), get()])).toEqual(['g1', 'g1', 'g1']);
	now += minutes(24 * 60);
	expect(await get()).toBe('g1');
	expect(await get('g1')).toBe('g2');
	expect(await get()).toBe('g2');
	expect(asked).toHaveBeenCalledTimes(2);
});

test('requests that were turned away together share the new session', async () => {
	const { get, asked } = gateway('together');
	await get();
	expect(await Promise.all([get('g1'), get('g1'), get('g1')])).toEqual(['g2', 'g2', 'g2']);
	now += 1000;
	expect(await get('g1')).toBe('g2');
	expect(asked).toHaveBeenCalledTimes(2);
});

test.each([
	['an administrator', { account: 'admin', agentId: 101, vdnId: 7 }, 101],
	['an administrator, whose number came as a text', { account: 'admin', agentId: '59999' }, 59999],
	['the VDN', { account: 'vdn', agentId: 101, vdnId: 7 }, 100_007],
	['the VDN, whose number came as a text', { account: 'vdn', vdnId: '9999' }, 109_999],
])('%s signs in by number', async (_who, account, number) => {
	const password = `number ${number}`;
	const { get, asked } = gateway(password, account);
	await get();
	expect(asked).toHaveBeenCalledWith(
		expect.objectContaining({
			method: 'POST',
			url: 'https://gateway.example.com:8043/agentgateway/resource/config/login',
			body: { agentId: number, password },
		}),
	);
});

test.each([
	['abc.AgentGateway1', 'abc.AgentGateway1'],
	['JSESSIONID=abc.AgentGateway1', 'abc.AgentGateway1'],
	['JSESSIONID=abc.AgentGateway1;Path=/agentgateway;HttpOnly', 'abc.AgentGateway1'],
])('the session is read from %s', async (given, value) => {
	const { get, answer } = gateway(`read ${given}`);
	answer.mockReturnValue(guid(given));
	expect(await get()).toBe(value);
});

test('the session is read from the header, where the body has none', async () => {
	const { get, answer } = gateway('header');
	answer.mockReturnValueOnce({
		statusCode: 200,
		headers: { guid: 'abc' },
		body: { retcode: '0', message: 'success' },
	});
	expect(await get()).toBe('abc');
	answer.mockReturnValueOnce({ statusCode: 200, headers: { guid: 'def' }, body: { retcode: '107-001' } });
	await expect(get('abc')).rejects.toBeInstanceOf(TokenRefused);
});

describe.each([
	['a wrong password', '107-003'],
	['an unknown administrator', '107-004'],
])('%s', (_name, code) => {
	test('is sent once, and again after half an hour at the earliest', async () => {
		const { get, test: testIt, answer, asked } = gateway(`wrong ${code}`);
		answer.mockReturnValueOnce(refusal(code));
		const refused = expect.objectContaining({ code, said: 'no' });
		for (let count = 0; count < 20; count += 1) await expect(get()).rejects.toEqual(refused);
		await expect(testIt()).rejects.toEqual(refused);
		now += minutes(30) - 1;
		await expect(get('stale')).rejects.toBeInstanceOf(TokenRefused);
		expect(asked).toHaveBeenCalledTimes(1);
		now += 1;
		expect(await get()).toMatch(/^g\d$/);
		expect(asked).toHaveBeenCalledTimes(2);
	});

	test('is sent once by many who ask at the same time', async () => {
		const { get, answer, asked } = gateway(`at once ${code}`);
		answer.mockReturnValue(refusal(code));
		const results = await Promise.allSettled(Array.from({ length: 8 }, async () => await get()));
		expect(results.map(({ status }) => status)).toEqual(new Array(8).fill('rejected'));
		expect(asked).toHaveBeenCalledTimes(1);
	});

	test('does not keep the corrected one waiting', async () => {
		const wrong = gateway(`typo ${code}`);
		wrong.answer.mockReturnValue(refusal(code));
		await expect(wrong.get()).rejects.toBeInstanceOf(TokenRefused);
		expect(await gateway(`right ${code}`).get()).toBe('g1');
	});
});

test.each([
	['a failure of the gateway', refusal('107-001')],
	['a platform that is away', refusal('107-005')],
	['a page', { statusCode: 200, body: '<html>' }],
	['HTTP 500', { statusCode: 500, body: '' }],
	['no session in the answer', guid('')],
	['another type of session', guid(7)],
	['no result', { statusCode: 200, body: { retcode: '0' } }],
])('%s is no session, and may be asked again at once', async (name, given) => {
	const { get, answer } = gateway(name);
	answer.mockReturnValueOnce(given);
	await expect(get()).rejects.toBeInstanceOf(TokenRefused);
	expect(await get()).toMatch(/^g\d$/);
});

test('a connection that fails is no refusal', async () => {
	const { get, answer } = gateway('connection');
	answer.mockImplementationOnce(() => {
		throw new Error('socket hang up');
	});
	await expect(get()).rejects.toThrow('socket hang up');
	expect(await get()).toBe('g1');
});

test('a test of the credential signs in anew, whatever session is held', async () => {
	const { get, test: testIt, answer, asked } = gateway('tested');
	await get();
	expect(await testIt()).toBe('g2');
	expect(asked).toHaveBeenCalledTimes(2);
	answer.mockReturnValueOnce(WRONG_PASSWORD);
	await expect(testIt()).rejects.toMatchObject({ code: '107-003' });
	// What the test has found out holds for the nodes too.
	await expect(get()).rejects.toMatchObject({ code: '107-003' });
	expect(asked).toHaveBeenCalledTimes(3);
});
