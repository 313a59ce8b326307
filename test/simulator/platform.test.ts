import { type Simulator, tenant } from '../../simulator';
import { type Answer, management, minutes, type Request, simulator } from './harness';

const USERS = '/apiaccess/rest/sum/v1/tenantSpaces/users';
const TRIAL = '/apiaccess/rest/ipccprovision/v1/applyTry';
const CLOUD = '/rest/oma/softwareconsole';
const PHONE = '447700900901';

let sim: Simulator;
beforeEach(async () => {
	sim = await simulator();
});
afterEach(async () => await sim.close());

/** Without any way in, but with these headers. */
async function ask(method: string, path: string, body?: object, headers: Record<string, string> = {}): Promise<Answer> {
	const response = await fetch(`${sim.url}${path}`, {
		method,
		headers: { 'content-type': 'application/json', ...headers },
		...(body && { body: JSON.stringify(body) }),
	});
	const text = await response.text();
	return { status: response.status, text, body: text.startsWith('{') ? JSON.parse(text) : undefined };
}

describe('users (19.4 to 19.6)', () => {
	let request: Request;
	beforeEach(async () => {
		request = await management(sim);
	});

	const given = {
		userAccount: 'userAccount01',
		userName: 'userName01',
		phone: '447700900902',
		email: 'a@example.com',
	};
	const create = async (changes: object = {}) => await request(USERS, { ...given, ...changes });

	it('are created, changed and deleted', async () => {
		const { body } = await create({ password: 'Demo-pw-7!' });
		expect(body).toEqual({ message: '', retcode: '0', result: { userId: expect.stringMatching(/^\d{10}$/) } });
		const { userId } = body.result;
		expect((await request(`${USERS}/${userId}`, { userName: 'Another' }, 'PATCH')).body).toEqual({
			message: '',
			retcode: '0',
		});
		expect(sim.control.state()).toMatchObject({
			platform: { users: [{ userId, userName: 'Another', gender: 9 }] },
		});
		expect(JSON.stringify((sim.control.state() as { platform: object }).platform)).not.toContain('Demo-pw-7!');
		expect((await request(`${USERS}/${userId},1`, undefined, 'DELETE')).body.retcode).toBe('1');
		expect((await request(`${USERS}/${userId}`, undefined, 'DELETE')).body.retcode).toBe('0');
		expect(sim.control.state()).toMatchObject({ platform: { users: [] } });
	});

	it('have accounts of their own', async () => {
		await create();
		expect((await create()).body.retcode).toBe('1');
	});

	it.each([
		['a blank in the account', { userAccount: 'user account' }],
		['a long name', { userName: '李'.repeat(22) }],
		['a sign in the name', { userName: 'A|B' }],
		['other permissions', { profile: 'Owner' }],
		['a status as a text', { status: '1' }],
		['a position as a number', { title: 1 }],
		['a field that is none', { role: 'x' }],
	])('are refused with %s', async (_what, changes) => {
		expect((await create(changes)).status).toBe(400);
	});

	it('need a token', async () => expect((await ask('POST', USERS, given)).status).toBe(401));
});

describe('what is open to all (19.1 to 19.3)', () => {
	it('tells whose token it is', async () => {
		const codeOf = async (token: string) =>
			(await ask('POST', '/apiaccess/rest/service-pub/authentication', { token })).body;
		expect(await codeOf(tenant.mobileTokens.valid)).toMatchObject({
			returnCode: '0',
			data: { tenantId: tenant.tenantId },
		});
		expect(await codeOf('')).toMatchObject({ returnCode: '1' });
		expect(await codeOf('x')).toMatchObject({ returnCode: '2' });
		expect(await codeOf(tenant.mobileTokens.expired)).toMatchObject({ returnCode: '3' });
	});

	it('sends one code at a time, with which a trial is applied for once', async () => {
		const send = async () => (await ask('POST', `${TRIAL}/generateverifycode`, { phone: PHONE })).body.retCode;
		const code = () =>
			(sim.control.state() as { platform: { verificationCodes: Record<string, string> } }).platform
				.verificationCodes[PHONE];
		const apply = async (phoneVerifyCode: string) =>
			(
				await ask('POST', `${TRIAL}/applyTenant`, {
					companyName: 'C',
					phone: PHONE,
					phoneVerifyCode,
					email: 'a@example.com',
				})
			).body.returnCode;
		expect(await apply('1')).toBe('001');
		expect([await send(), await send()]).toEqual(['200', '201']);
		await sim.clock.advance(minutes(5));
		expect(await apply('1')).toBe('001');
		expect(await send()).toBe('200');
		expect(await apply('x')).toBe('002');
		expect(await apply(code())).toBe('000');
		await send();
		expect(await apply(code())).toBe('004');
	});

	it('refuses what is malformed', async () => {
		expect((await ask('POST', `${TRIAL}/generateverifycode`, {})).status).toBe(400);
		expect((await ask('POST', `${TRIAL}/generateverifycode`, { requestBody: { phone: PHONE } })).status).toBe(400);
	});
});

describe('the software cloud (15.1)', () => {
	const token = { 'x-auth-token': tenant.softwareCloudToken };

	it.each([
		['GET', 'tenant/querytenantbasic'],
		['POST', 'tenant/queryresources'],
		['GET', 'trialtenant/querytenantinfo'],
		['GET', 'system/querysoftwaresysparams'],
	])('needs the token of a user: %s %s', async (method, path) => {
		const body = method === 'POST' ? { limit: 10, offset: 0 } : undefined;
		expect((await ask(method, `${CLOUD}/${path}`, body)).status).toBe(401);
		expect((await ask(method, `${CLOUD}/${path}`, body, { 'x-auth-token': 'x' })).status).toBe(401);
		expect((await ask(method, `${CLOUD}/${path}`, body, token)).status).toBe(200);
	});

	it('gives orders in pages, asked for in numbers or, as in the sample, in texts', async () => {
		const orders = async (body: object) => await ask('POST', `${CLOUD}/tenant/queryresources`, body, token);
		const { body } = await orders({ limit: '50', offset: '100' });
		expect(body).toMatchObject({ returnCode: '0', count: 120 });
		expect(body.result).toHaveLength(20);
		expect((await orders({ limit: 100, offset: 0 })).status).toBe(502);
		expect((await orders({ offset: 0 })).status).toBe(502);
		expect((await orders({ limit: 10, offset: 0, endDate: 1 })).body.count).toBe(0);
	});

	it('takes messages of IMC that are signed', async () => {
		const deliver = async (body: object) => await ask('POST', '/apiaccess/rest/oma/v1/imcopenapi/callback', body);
		expect((await deliver({ data: 'x', signature: tenant.imcSignature })).body).toMatchObject({
			code: '200',
			message: 'success',
		});
		expect((await deliver({ data: 'x', signature: 'y' })).status).toBe(401);
		expect((await deliver({ reqBody: {} })).status).toBe(400);
	});
});
