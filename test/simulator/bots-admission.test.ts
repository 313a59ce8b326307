import type { Simulator } from '../../simulator';
import { tenant } from '../../simulator';
import { type Ask, botDesk, botToken, post, talk } from './bot-desk';
import { hours, minutes, simulator } from './harness';

let sim: Simulator;
let ask: Ask;

beforeEach(async () => {
	sim = await simulator();
	ask = await botDesk(sim);
});
afterEach(async () => await sim.close());

const domains = async (authToken?: string) =>
	await post(sim, 'api/querydomaininfo', {
		tenantId: tenant.tenantId,
		...(authToken !== undefined && { authToken }),
	});

describe('tokens (4.4)', () => {
	it('are given for the id of the tenant and its password', async () => {
		const { status, body } = await post(sim, 'api/gettoken', {
			appKey: tenant.tenantId,
			appSecret: tenant.bots.apiPassword,
		});
		expect(status).toBe(200);
		expect(body).toEqual({
			errorCode: 0,
			errorMsg: '',
			authToken: expect.stringMatching(/^\w{32}$/),
			expireTime: 3600,
		});
	});

	it.each([
		['an unknown key', { appKey: 'nobody' }, 200800001],
		['a wrong password', { appSecret: 'wrong' }, 200800002],
		['a field of its own', { more: 1 }, 10000002],
		['nothing at all', { appKey: undefined }, 10000003],
	])('are refused for %s', async (_, given, errorCode) => {
		const keys = { appKey: tenant.tenantId, appSecret: tenant.bots.apiPassword };
		const { body } = await post(sim, 'api/gettoken', { ...keys, ...given });
		expect(body).toEqual({ errorCode, errorMsg: expect.any(String) });
	});

	it('lock an account after five wrong passwords, for half an hour', async () => {
		const get = async (appSecret: string) =>
			(await post(sim, 'api/gettoken', { appKey: tenant.tenantId, appSecret })).body.errorCode;
		for (let i = 0; i < 5; i++) expect(await get('wrong')).toBe(200800002);
		expect(await get(tenant.bots.apiPassword)).toBe(200800003);
		await sim.clock.advance(minutes(30));
		expect(await get(tenant.bots.apiPassword)).toBe(0);
	});

	it('expire after an hour, which is told under HTTP 200', async () => {
		await sim.clock.advance(hours(1) - 1000);
		expect((await ask('querydomaininfo')).body.errorCode).toBe(0);
		await sim.clock.advance(1000);
		const { status, body } = await ask('querydomaininfo');
		expect([status, body.errorCode]).toEqual([200, 900001]);
	});

	it('expire when the control says so', async () => {
		sim.control.expireTokens();
		expect((await ask('querydomaininfo')).body.errorCode).toBe(900001);
	});

	it('are wanted before anybody looks at the rest', async () => {
		expect((await domains()).body.errorCode).toBe(900001);
		expect((await domains('no-such-token')).body.errorCode).toBe(900002);
		const { body } = await post(sim, 'api/querydomaininfo', { anything: 1 });
		expect(body.errorCode).toBe(900001);
	});

	it('are told in dialogs as ret', async () => {
		const one = await talk(sim);
		sim.control.expireTokens();
		const { status, body } = await one.send(8, { call_sor_id: '447700900500' });
		expect([status, body]).toEqual([200, { ret: 900001, userid: 'call-1', outparams: {} }]);
	});

	it('do not serve for another tenant', async () => {
		expect((await ask('querydomaininfo', { tenantId: 'somebody' })).body.errorCode).toBe(900002);
	});

	it('are masked in the log', async () => {
		const token = await botToken(sim);
		await post(sim, 'sysapi/asrcallback', {}, { userName: 'ipcc', token });
		await (await talk(sim)).begin();
		const written = JSON.stringify(sim.control.requests());
		expect(written).not.toContain(token);
		expect(written).not.toContain(tenant.bots.apiPassword);
		expect(written).toContain('"auth_token":"***"');
	});
});

describe('the other accounts', () => {
	const { internal, system } = tenant.bots;
	const body = { tenantId: 'ipcc', sentence: 'my tarif', language: 'en_US', checkerType: 'nonWordSpellChecker' };
	const internalToken = async () => await botToken(sim, { appKey: internal.userName, appSecret: internal.password });

	it('internal systems come with headers', async () => {
		const headers = { userName: internal.userName, token: await internalToken() };
		expect((await post(sim, 'api/spellcheck', body, headers)).body.hasMistake).toBe(true);
		const other = { userName: 'somebody', token: headers.token };
		expect((await post(sim, 'api/spellcheck', body, other)).body.errorCode).toBe(900002);
	});

	it('internal systems do so in three sections only', async () => {
		const token = await internalToken();
		const headers = { userName: internal.userName, token };
		const asked = await post(sim, 'api/querydomaininfo', { tenantId: tenant.tenantId }, headers);
		expect(asked.body.errorCode).toBe(900001);
		expect((await domains(token)).body.errorCode).toBe(900002);
	});

	it('the tenant comes with a body there as well', async () => {
		expect((await ask('spellcheck', { ...body, tenantId: tenant.tenantId })).body.hasMistake).toBe(true);
	});

	it('the account for machines opens nothing but 10.22', async () => {
		const token = await botToken(sim, { appKey: system.userName, appSecret: system.password });
		const given = {
			body: { state: { code: 0, success: true }, body: { aid: 'recording-of-900402', lattices: [] } },
		};
		const headers = { userName: system.userName, token };
		expect((await post(sim, 'sysapi/asrcallback', given, headers)).body).toEqual({
			retCode: '0',
			retMsg: 'success',
		});
		expect((await domains(token)).body.errorCode).toBe(900002);
		expect((await post(sim, 'sysapi/asrcallback', given, { ...headers, token: await botToken(sim) })).status).toBe(
			401,
		);
		expect((await post(sim, 'sysapi/asrcallback', given)).status).toBe(401);
	});
});

describe('health (10.23)', () => {
	it.each(['GET', 'POST'])('answers anybody with nothing (%s)', async (method) => {
		const response = await fetch(`${sim.url}/oifde/rest/api/servicemonitor`, { method });
		expect([response.status, await response.text()]).toEqual([200, '']);
	});
});

it('refuses under another status when the control says so', async () => {
	sim.control.setBots({ refusalStatus: 500 });
	const { status, body } = await ask('faq/query', { faqGroupId: 1, pageNum: 1, pageSize: 10 });
	expect([status, body.errorCode]).toEqual([500, 10000002]);
});

it('is told so over HTTP', async () => {
	const set = async (body: object): Promise<Response> =>
		await fetch(`${sim.url}/__simulator/bots`, {
			method: 'POST',
			headers: { 'content-type': 'application/json' },
			body: JSON.stringify(body),
		});
	expect(await (await set({ answers: 'table' })).json()).toEqual({
		answers: 'table',
		refusalStatus: 200,
		chatbot: null,
	});
	expect((await set({ answers: 'neither' })).status).toBe(400);
});

it('wants JSON', async () => {
	const response = await fetch(`${sim.url}/oifde/rest/api/gettoken`, { method: 'POST', body: '{}' });
	expect(await response.json()).toMatchObject({ errorCode: 10000002 });
});
