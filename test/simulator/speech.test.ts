import type { Simulator } from '../../simulator';
import { tenant } from '../../simulator';
import { type Answer, hours, minutes, simulator } from './harness';

const CONFIG = '/agentgateway/resource/config';
const SUBSCRIBE = `${CONFIG}/subscribe`;
const [ADMIN] = tenant.gateway.administrators;
const TOKEN = '3320EA1E5E7112A68E336ED638';
const ANYWHERE = 'https://127.0.0.1:1/rest/cc-ai/nlrresult';
const SUCCESS = { message: 'success', retcode: '0' };

interface Sent extends Answer {
	headers: Headers;
}

async function send(
	sim: Simulator,
	path: string,
	method: string,
	content?: unknown,
	headers: Record<string, string> = {},
): Promise<Sent> {
	const response = await fetch(`${sim.url}${path}`, {
		method,
		headers: { 'content-type': 'application/json; charset=UTF-8', ...headers },
		body: content === undefined || typeof content === 'string' ? content : JSON.stringify(content),
	});
	const text = await response.text();
	// What no interface answers is told so in plain text.
	const body = response.headers.get('content-type')?.includes('json') ? JSON.parse(text) : undefined;
	return { status: response.status, text, body, headers: response.headers };
}

const signIn = async (sim: Simulator, body: unknown = ADMIN, headers?: Record<string, string>): Promise<Sent> =>
	await send(sim, `${CONFIG}/login`, 'POST', body, headers);

type Gateway = (path: string, method: string, body?: unknown, headers?: Record<string, string>) => Promise<Answer>;

async function signedIn(sim: Simulator): Promise<Gateway> {
	const Guid: string = (await signIn(sim)).body.result.guid;
	return async (path, method, body, headers = {}) =>
		await send(sim, `${SUBSCRIBE}${path}`, method, body, { Guid, ...headers });
}

const wishes = (changes: object = {}): object => ({
	subscribeType: '1',
	serviceToken: TOKEN,
	serviceCallBackUri: ANYWHERE,
	nlpFlag: false,
	...changes,
});

async function subscribed(gateway: Gateway, changes: object = {}): Promise<string> {
	const { body } = await gateway('/register', 'POST', wishes(changes));
	expect(body).toEqual({ result: { serverId: expect.any(String) }, ...SUCCESS });
	return body.result.serverId;
}

const refusal = (retcode: string): object => ({ status: 200, body: { retcode, message: expect.any(String) } });

describe('signing in to the gateway (4.6)', () => {
	let sim: Simulator;
	beforeEach(async () => {
		sim = await simulator();
	});
	afterEach(async () => await sim.close());

	it.each([
		['an administrator', ADMIN],
		['the VDN', { agentId: 100_000 + tenant.vdnId, password: tenant.gateway.vdnPassword }],
	])('lets %s in, and gives the Guid in header and body', async (_who, account) => {
		const { status, body, headers } = await signIn(sim, account);
		expect(status).toBe(200);
		expect(body).toEqual({
			result: { guid: expect.stringMatching(/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}\.AgentGateway1$/) },
			...SUCCESS,
		});
		expect(headers.get('guid')).toBe(body.result.guid);
		expect(headers.get('set-guid')).toBeNull();
		expect((await signIn(sim, account)).body.result.guid).not.toBe(body.result.guid);
	});

	it.each([
		['a wrong password', { ...ADMIN, password: 'wrong' }, '107-003'],
		['a work number without an account', { ...ADMIN, agentId: 102 }, '107-004'],
		['another VDN', { ...ADMIN, agentId: 100_002 }, '107-004'],
		['a number that nobody can have', { ...ADMIN, agentId: 60_000 }, '107-002'],
		['a number written as text', { ...ADMIN, agentId: '101' }, '107-002'],
		['no password', { agentId: 101 }, '107-002'],
		['an empty password', { agentId: 101, password: '' }, '107-002'],
		['a field too many', { ...ADMIN, vdnId: 1 }, '107-002'],
		['what is not JSON', 'agentId=101', '107-002'],
	])('refuses %s', async (_what, body, code) => {
		const answer = await signIn(sim, body);
		expect(answer).toMatchObject(refusal(code));
		expect(answer.headers.get('guid')).toBeNull();
	});

	it('wants to be told that the body is JSON', async () => {
		expect(await signIn(sim, ADMIN, { 'content-type': 'text/plain' })).toMatchObject(refusal('107-002'));
		expect((await signIn(sim, ADMIN, { 'content-type': 'application/json' })).body.retcode).toBe('0');
	});

	it('locks an account for half an hour after five wrong passwords in a row, and no other account', async () => {
		const wrong = async (times: number) => {
			for (let i = 0; i < times; i++) await signIn(sim, { ...ADMIN, password: 'wrong' });
		};
		await wrong(4);
		expect((await signIn(sim)).body.retcode).toBe('0');
		await wrong(4);
		await wrong(1);
		expect(await signIn(sim)).toMatchObject(refusal('107-003'));
		const vdn = { agentId: 100_000 + tenant.vdnId, password: tenant.gateway.vdnPassword };
		expect((await signIn(sim, vdn)).body.retcode).toBe('0');
		await sim.clock.advance(minutes(30) - 1);
		expect(await signIn(sim)).toMatchObject(refusal('107-003'));
		await sim.clock.advance(1);
		expect((await signIn(sim)).body.retcode).toBe('0');
	});

	it('keeps passwords, Guids and service tokens out of the log', async () => {
		const gateway = await signedIn(sim);
		const serverId = await subscribed(gateway);
		await gateway(`/handshake/${serverId}`, 'POST', undefined, { service_token: TOKEN });
		const guid = (await signIn(sim)).body.result.guid;
		const log = JSON.stringify(sim.control.requests());
		for (const secret of [ADMIN.password, TOKEN, guid, '.AgentGateway1']) expect(log).not.toContain(secret);
		const { requests } = sim.control.requests() as { requests: any[] };
		expect(requests[0]).toMatchObject({ section: '4.6', body: { agentId: 101, password: '***' } });
		expect(requests[0].response).toEqual({ result: { guid: '***' }, ...SUCCESS });
		expect(requests[1]).toMatchObject({ section: '6.3.1', headers: { guid: '***' }, body: { serviceToken: '***' } });
		expect(requests[2]).toMatchObject({ section: '6.3.5', headers: { service_token: '***' } });
	});
});

describe('subscriptions (6.3.1 to 6.3.5)', () => {
	let sim: Simulator;
	let gateway: Gateway;
	beforeEach(async () => {
		sim = await simulator();
		gateway = await signedIn(sim);
	});
	afterEach(async () => await sim.close());

	const subscriptions = (): any[] => (sim.control.state() as { subscriptions: any[] }).subscriptions;
	const sessions = (): number => (sim.control.state() as { gatewaySessions: number }).gatewaySessions;

	it('asks for a session, which ends two hours after it was used last, or when the control says so', async () => {
		const register = async (headers: Record<string, string>) =>
			await send(sim, `${SUBSCRIBE}/register`, 'POST', wishes(), headers);
		expect(await register({})).toMatchObject(refusal('107-000'));
		expect(await register({ guid: 'made-up.AgentGateway1' })).toMatchObject(refusal('107-000'));
		const guid: string = (await signIn(sim)).body.result.guid;
		expect((await register({ GUID: guid })).body.retcode).toBe('0');
		for (let i = 0; i < 3; i++) {
			await sim.clock.advance(hours(2) - 1);
			expect((await register({ guid })).body.retcode).toBe('0');
		}
		expect(sessions()).toBe(1);
		await sim.clock.advance(hours(2));
		expect(await register({ guid })).toMatchObject(refusal('107-000'));
		expect(sessions()).toBe(0);
		const again = await signedIn(sim);
		await fetch(`${sim.url}/__simulator/gateway/expire`, { method: 'POST' });
		expect(await again('/register', 'POST', wishes())).toMatchObject(refusal('107-000'));
	});

	it('numbers subscriptions as printed, and takes nlpFlag as boolean and as text', async () => {
		const first = await subscribed(gateway, { nlpFlag: 'true', flowAccessCode: '801166010768953344' });
		const second = await subscribed(gateway, { nlpFlag: true, serviceToken: undefined });
		const third = await subscribed(gateway, { nlpFlag: 'false', serviceToken: '' });
		expect(first).toMatch(/^20260302080000-001-\d{5}$/);
		expect(new Set([first, second, third]).size).toBe(3);
		expect(subscriptions()).toMatchObject([
			{ serverId: first, nlpFlag: true, flowAccessCode: '801166010768953344', hasServiceToken: true },
			{ serverId: second, nlpFlag: true, hasServiceToken: false },
			{ serverId: third, nlpFlag: false, hasServiceToken: false },
		]);
		expect(JSON.stringify(subscriptions())).not.toContain(TOKEN);
	});

	it.each([
		['another type', { subscribeType: '2' }],
		['a type that is a number', { subscribeType: 1 }],
		['no type', { subscribeType: undefined }],
		['no address', { serviceCallBackUri: undefined }],
		['what is no address', { serviceCallBackUri: 'somewhere' }],
		['a long address', { serviceCallBackUri: `https://127.0.0.1/${'x'.repeat(183)}` }],
		['no nlpFlag', { nlpFlag: undefined }],
		['an nlpFlag of another kind', { nlpFlag: 'yes' }],
		['a long token', { serviceToken: 'x'.repeat(257) }],
		['a flow without analysis', { nlpFlag: false, flowAccessCode: '801166010768953344' }],
		['a field too many', { vdnId: 1 }],
	])('refuses %s', async (_what, changes) => {
		expect(await gateway('/register', 'POST', wishes(changes))).toMatchObject(refusal('107-002'));
		expect(subscriptions()).toEqual([]);
	});

	it('takes the longest address and the longest token', async () => {
		const serviceCallBackUri = `https://127.0.0.1/${'x'.repeat(182)}`;
		expect(serviceCallBackUri).toHaveLength(200);
		await subscribed(gateway, { serviceCallBackUri, serviceToken: 'x'.repeat(256) });
	});

	it('changes a subscription as a whole', async () => {
		const serverId = await subscribed(gateway, { nlpFlag: true, flowAccessCode: '801166010768953344' });
		const body = { serviceCallBackUri: `${ANYWHERE}/2`, nlpFlag: 'false' };
		const modify = async (query: string, changes: object = {}) =>
			await gateway(`/modify${query}`, 'POST', { ...body, ...changes });
		expect((await modify(`?serverId=${serverId}`)).body).toEqual(SUCCESS);
		expect(subscriptions()).toMatchObject([{ serverId, serviceCallBackUri: `${ANYWHERE}/2`, nlpFlag: false }]);
		expect(subscriptions()[0].flowAccessCode).toBeUndefined();
		expect(await modify('')).toMatchObject(refusal('107-002'));
		expect(await modify('?serverId=%20')).toMatchObject(refusal('107-002'));
		expect(await modify('?serverId=20140414172508-001-00101')).toMatchObject(refusal('107-030'));
		expect(await modify(`?serverId=${serverId}`, { serviceToken: TOKEN })).toMatchObject(refusal('107-002'));
		expect(await modify(`?serverId=${serverId}`, { nlpFlag: undefined })).toMatchObject(refusal('107-002'));
	});

	it('ends a subscription once', async () => {
		const serverId = await subscribed(gateway);
		expect((await gateway('/unregister', 'POST', { serverId })).status).toBe(404);
		expect((await gateway('/unregister', 'PUT', { serverId })).body).toEqual(SUCCESS);
		expect(await gateway('/unregister', 'PUT', { serverId })).toMatchObject(refusal('107-031'));
		expect(await gateway('/unregister', 'PUT', { serverId: ' ' })).toMatchObject(refusal('107-002'));
		expect(await gateway(`/handshake/${serverId}`, 'GET')).toMatchObject(refusal('107-032'));
	});

	it('drops a subscription after five minutes without a handshake, whichever of the two', async () => {
		const serverId = await subscribed(gateway);
		const almost = minutes(5) - 1;
		await sim.clock.advance(almost);
		expect((await gateway(`/handshake/${serverId}`, 'GET')).body).toEqual(SUCCESS);
		await sim.clock.advance(almost);
		const token = { service_token: TOKEN };
		expect((await gateway(`/handshake/${serverId}`, 'POST', undefined, token)).body).toEqual(SUCCESS);
		await sim.clock.advance(almost);
		const change = { serviceCallBackUri: ANYWHERE, nlpFlag: true };
		expect((await gateway(`/modify?serverId=${serverId}`, 'POST', change)).body).toEqual(SUCCESS);
		expect(subscriptions()).toMatchObject([{ serverId, alive: true }]);
		await sim.clock.advance(1);
		expect(await gateway(`/handshake/${serverId}`, 'GET')).toMatchObject(refusal('107-032'));
		expect(await gateway(`/handshake/${serverId}`, 'POST', undefined, token)).toMatchObject(refusal('107-032'));
		expect(await gateway(`/modify?serverId=${serverId}`, 'POST', change)).toMatchObject(refusal('107-030'));
		expect(await gateway('/unregister', 'PUT', { serverId })).toMatchObject(refusal('107-031'));
		expect(subscriptions()).toMatchObject([{ serverId, alive: false }]);
	});

	it('takes the token that was registered at the extended handshake, and no other', async () => {
		const serverId = await subscribed(gateway);
		const open = await subscribed(gateway, { serviceToken: undefined });
		const shake = async (id: string, headers?: Record<string, string>, body?: unknown) =>
			await gateway(`/handshake/${id}`, 'POST', body, headers);
		expect(await shake(serverId)).toMatchObject(refusal('107-002'));
		expect(await shake(serverId, { service_token: 'other' })).toMatchObject(refusal('107-051'));
		expect(await shake(serverId, { service_token: 'x'.repeat(257) })).toMatchObject(refusal('107-002'));
		expect(await shake(open, { service_token: TOKEN })).toMatchObject(refusal('107-050'));
		expect(await shake(serverId, { service_token: TOKEN }, { serverId })).toMatchObject(refusal('107-002'));
		await sim.clock.advance(minutes(5));
		expect(await shake(serverId, { service_token: TOKEN })).toMatchObject(refusal('107-032'));
	});
});
