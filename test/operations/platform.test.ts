/** What is special about the platform: what is open to all, what only the software cloud may ask, pages, and secrets that stay where they are. */
import type { IDataObject } from 'n8n-workflow';

import { HuaweiCecPlatform } from '../../nodes/HuaweiCecPlatform/HuaweiCecPlatform.node';
import { Bench } from '../support/bench';
import { execute } from '../support/n8n';

const node = new HuaweiCecPlatform();
const PHONE = '447700900901';

let bench: Bench;

beforeAll(async () => {
	bench = await Bench.start();
	bench.moveClock();
});
afterAll(async () => {
	jest.restoreAllMocks();
	await bench.close();
});
beforeEach(() => bench.reset());

const run = async (operation: string, parameters: object = {}): Promise<IDataObject[]> => {
	const [resource, name] = operation.split('/');
	const given = { resource, operation: name, ...parameters } as IDataObject;
	return (await execute({ node, credentials: bench.credentials, parameters: given })).map(({ json }) => json);
};

const failure = async (work: Promise<unknown>): Promise<{ message: string; description: string }> =>
	await work.then(
		() => {
			throw new Error('It went through');
		},
		(error: { message: string; description: string }) => error,
	);

interface Platform {
	users: Array<{ userId: string; userName: string; phone?: string }>;
	verificationCodes: Record<string, string>;
	trials: object[];
}
const platform = () => (bench.state as unknown as { platform: Platform }).platform;
const sent = (section: string) => bench.requests.filter((request) => request.section === section);

describe('users of the tenant space', () => {
	test('are changed where something is given, by PATCH', async () => {
		const userId = await bench.platformUser('alex');
		await run('user/update', { userId, updateFields: { phone: PHONE, position: 7, status: 2 } });
		expect(sent('19.5')).toMatchObject([{ method: 'PATCH', body: { phone: PHONE, title: '7', status: 2 } }]);
		expect(platform().users).toMatchObject([{ userName: 'Alex', phone: PHONE }]);
	});

	test('are deleted together, with commas in one part of the path', async () => {
		const ids = [await bench.platformUser('alex'), await bench.platformUser('kim')];
		await bench.platformUser('robin');
		expect(await run('user/delete', { userIds: ids, confirm: true })).toEqual([{ deleted: true }]);
		expect(sent('19.6').map(({ path }) => decodeURIComponent(path.split('/').pop() ?? ''))).toEqual([ids.join(',')]);
		expect(platform().users).toHaveLength(1);
	});

	test('are not deleted where none is named', async () => {
		await bench.platformUser('alex');
		const error = await failure(run('user/delete', { userIds: ' , ', confirm: true }));
		expect(sent('19.6')).toEqual([]);
		expect(error.message).toBe('"User IDs" is missing');
	});

	test.each([
		['a sign that names may not have', 'Alex, Jr.', /"Name" may hold only letters, digits and signs other than/],
		['a name of more than 64 bytes', '李'.repeat(22), /"Name" may have at most 64 bytes, not 66/],
	])('are not created with %s', async (_what, userName, message) => {
		expect((await failure(run('user/create', { userAccount: 'alex', userName }))).message).toMatch(message);
		expect(sent('19.4')).toEqual([]);
	});

	test.each([true, false])('leave no password in the item (Simplify: %s)', async (simplify) => {
		const additionalFields = { password: 'Demo-pw-7!', salt: 'c2FsdA==' };
		const items = await run('user/create', { userAccount: 'alex', userName: 'Alex', additionalFields, simplify });
		expect(JSON.stringify(items)).not.toMatch(/Demo-pw-7!|c2FsdA/);
	});
});

test.each([
	['authenticationToken/getUser', '19.1', { token: 'demo-mobile-token' }],
	['trialTenant/sendCode', '19.2', { phone: PHONE }],
	['imcMessage/deliver', '15.1.3', { data: 'U2VjcmV0', signature: 'demo-imc-signature' }],
])('%s sends nothing of the credential', async (operation, section, parameters) => {
	await run(operation, parameters);
	const [{ headers }] = sent(section);
	expect(Object.keys(headers)).not.toEqual(expect.arrayContaining([expect.stringMatching(/^(authorization|x-app-key|x-auth-token)$/)]));
	expect(bench.sim.control.log.tokenRequests).toBe(0);
});

test('the software cloud is shown the token of its user and nothing else', async () => {
	await run('softwareCloudParameter/get');
	const [{ headers }] = sent('15.1.5');
	expect(headers).toMatchObject({ 'x-auth-token': '***' });
	expect(headers).not.toHaveProperty('authorization');
});

test('a token that has expired is not tried twice', async () => {
	const credentials = { ...bench.credentials, huaweiCecSoftwareCloudApi: { ...bench.credentials.huaweiCecSoftwareCloudApi, authToken: 'old' } };
	const parameters = { resource: 'softwareCloudCustomer', operation: 'get' };
	const error = await failure(execute({ node, credentials, parameters }));
	expect(error.message).toBe('CEC does not accept the access token of the software cloud (HTTP 401)');
	expect(error.description).toMatch(/may have expired/);
	expect(`${error.message} ${error.description}`).not.toMatch(/\bold\b/);
	expect(sent('15.1.1')).toHaveLength(1);
});

describe('orders', () => {
	test('come in pages of at most 99', async () => {
		const orders = await run('softwareCloudOrder/getMany', { returnAll: true });
		expect(orders).toHaveLength(120);
		expect(new Set(orders.map(({ orderId }) => orderId)).size).toBe(120);
		expect(sent('15.1.2').map(({ body }) => body)).toEqual([
			{ limit: 99, offset: 0 },
			{ limit: 99, offset: 99 },
		]);
	});

	test('of a span of time travel as milliseconds', async () => {
		const filters = { from: '2026-02-28T00:00:00', to: '2026-03-01T23:59:59' };
		const orders = await run('softwareCloudOrder/getMany', { filters, limit: 10 });
		expect(sent('15.1.2').map(({ body }) => body)).toEqual([{ limit: 10, offset: 0, startDate: 1772236800000, endDate: 1772409599000 }]);
		expect(orders.map(({ orderedAt }) => orderedAt)).toEqual(['2026-03-01T08:00:00.000Z', '2026-02-28T08:00:00.000Z']);
	});
});

describe('a trial tenant', () => {
	const application = { company: 'Example Ltd', phone: PHONE, email: 'alex@example.com' };

	test('is applied for with the code that was sent', async () => {
		await run('trialTenant/sendCode', { phone: PHONE });
		const wrong = await failure(run('trialTenant/apply', { ...application, verificationCode: '0' }));
		expect(wrong.message).toBe('The verification code is wrong (code 002)');
		const items = await run('trialTenant/apply', { ...application, verificationCode: platform().verificationCodes[PHONE] });
		expect(items).toEqual([{ success: true }]);
		expect(platform().trials).toEqual([{ companyName: 'Example Ltd', phone: PHONE, email: 'alex@example.com' }]);
	});

	test('sends no second text message when no answer came', async () => {
		bench.sim.control.addFault({ kind: 'resetBefore', match: { path: 'generateverifycode' } });
		const error = await failure(run('trialTenant/sendCode', { phone: PHONE }));
		expect(error.message).toMatch(/^It is not known whether CEC did this/);
		expect(error.description).toMatch(/Ask whether a text message has come/);
		expect(platform().verificationCodes).toEqual({});
	});
});
