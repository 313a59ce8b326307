import { canonicalRequest, normalize } from '../../simulator/auth/signature';
import { tenant } from '../../simulator';
import type { Simulator } from '../../simulator';
import { management, minutes, sales, simulator, token } from './harness';

const SKILLS = '/apiaccess/rest/cc-management/v1/skill/querySkills';

describe('token by key and secret (4.2)', () => {
	let sim: Simulator;
	beforeAll(async () => {
		sim = await simulator();
	});
	afterAll(async () => await sim.close());

	it('answers as printed, the lifetime as text', async () => {
		const { status, body } = await token(sim);
		expect(status).toBe(200);
		expect(body).toMatchObject({ ApplyType: 'Bearer', Expires: '600', AppKey: tenant.appKey });
		expect(body.AccessToken).toMatch(/^\w{20,}$/);
		expect((await token(sim, {}, { 'x-token-expire': '1200' })).body.Expires).toBe('1200');
		expect((await token(sim, {}, { 'x-token-expire': '99999' })).body.Expires).toBe('3600');
	});

	it.each([{ app_key: 'other' }, { app_secret: 'other' }])('refuses %j', async (wrong) => {
		const { status, body } = await token(sim, wrong);
		expect(status).toBe(401);
		expect(body.error).toBe('invalid_client');
	});

	it('opens cc-management until the token expires on the simulated clock', async () => {
		const request = await management(sim);
		expect((await request(SKILLS, {})).status).toBe(200);
		await sim.clock.advance(minutes(10) - 1);
		expect((await request(SKILLS, {})).status).toBe(200);
		await sim.clock.advance(1);
		const expired = await request(SKILLS, {});
		expect(expired.status).toBe(401);
		expect(expired.text).toContain('expired');
	});

	it('refuses no token, a wrong scheme, an unknown token and an unknown x-app-key', async () => {
		for (const authorization of ['', 'Bearer nonsense', 'Basic abc']) {
			const request = await management(sim, { authorization });
			expect((await request(SKILLS, {})).status).toBe(401);
		}
		expect((await (await management(sim, { 'x-app-key': 'other' }))(SKILLS, {})).status).toBe(401);
		expect((await (await management(sim, { 'x-app-key': tenant.appKey }))(SKILLS, {})).status).toBe(200);
	});

	it('expires tokens when the control says so', async () => {
		const request = await management(sim);
		sim.control.expireTokens();
		expect((await request(SKILLS, {})).status).toBe(401);
	});
});

describe('signature (4.3)', () => {
	let sim: Simulator;
	beforeAll(async () => {
		sim = await simulator();
	});
	afterAll(async () => await sim.close());

	it('builds the canonical request of the worked example', () => {
		const body = Buffer.from('{"say": "Hello world!"}');
		const text = canonicalRequest(
			{
				method: 'post',
				target: '/rest/cmsapp/v1/ping',
				headers: {
					host: '10.22.26.181:28080',
					'content-length': '22',
					'content-type': 'application/json;charset=UTF-8',
				},
				body,
			},
			['content-length', 'content-type', 'host'],
		);
		expect(text.split('\n')).toEqual([
			'POST',
			'/rest/cmsapp/v1/ping',
			'content-length;content-type;host',
			'content-length:22',
			'content-type:application%2Fjson%3Bcharset%3DUTF-8',
			'host:10.22.26.181%3A28080',
			'%7B%22say%22%3A%20%22Hello%20world%21%22%7D',
		]);
		expect(normalize('a-b._~ é')).toBe('a-b._~%20%C3%A9');
	});

	it('sorts the header records, not only the names', () => {
		const headers = { host: 'h', 'x-a': '1', 'x-a-b': '2' };
		const lines = canonicalRequest({ method: 'GET', target: '/', headers, body: Buffer.alloc(0) }, [
			'host',
			'x-a',
			'x-a-b',
		]).split('\n');
		expect(lines.slice(2)).toEqual(['host;x-a;x-a-b', 'host:h', 'x-a-b:2', 'x-a:1', '']);
	});

	it('lets a signed request through, with a query and with a body', async () => {
		const request = sales(sim);
		const list = await request('?status=0&deviceType=0&name=a%20b%2Bc&curPage=1&rowsPerPage=10');
		expect(list).toMatchObject({ status: 200, body: { resultCode: '0200000', totalSize: 0 } });
		const query = await request('/blocklist/query', { limit: 10, offset: 0 });
		expect(query).toMatchObject({ status: 200, body: { resultCode: '0200000', data: [] } });
	});

	it('covers further signed headers', async () => {
		const headers = { 'content-type': 'application/json;charset=UTF-8', 'x-trace': 'a b/c' };
		const { status } = await sales(sim, { headers })('/callNoType/query');
		expect(status).toBe(200);
	});

	it.each([
		['an unknown access key', { accessKey: 'other' }, 'unknown access key'],
		['another secret key', { secretKey: 'other' }, 'does not match'],
		['a body other than the signed one', { signedBody: '{"limit":11,"offset":0}' }, 'does not match'],
		['a stale timestamp', { timestamp: new Date(Date.now() - minutes(16)).toISOString() }, 'not fresh'],
		['a timestamp from the future', { timestamp: new Date(Date.now() + minutes(16)).toISOString() }, 'not fresh'],
		['a timestamp in another format', { timestamp: '20260302T080000Z' }, 'format'],
		['host left out', { headers: { 'x-trace': '1' }, signedHeaders: ['x-trace'] }, 'host is not among'],
		['a signed header that was not sent', { signedHeaders: ['host', 'x-gone'] }, 'x-gone was not received'],
		['authorization signed', { signedHeaders: ['authorization', 'host'] }, 'must not be among'],
	])('refuses %s', async (_name, signing, reason) => {
		const { status, text } = await sales(sim, signing)('/blocklist/query', { limit: 10, offset: 0 });
		expect(status).toBe(401);
		expect(text).toContain(reason);
	});

	it('takes the timestamp of the worked example too, which has no milliseconds', async () => {
		const timestamp = new Date().toISOString().replace(/\.\d+Z$/, 'Z');
		expect((await sales(sim, { timestamp })('/callNoType/query')).status).toBe(200);
	});

	it('judges freshness by real time, however far the simulated clock has gone', async () => {
		await sim.clock.advance(minutes(60 * 24));
		expect((await sales(sim)('/callNoType/query')).status).toBe(200);
	});
});
