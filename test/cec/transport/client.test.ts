/** Sending, over real connections and n8n's own request code, to a server that misbehaves on demand. */
import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { inspect } from 'node:util';
import type { ICredentialDataDecryptedObject, IDataObject, INodeExecutionData, INodeType } from 'n8n-workflow';

import { realClock } from '../../../cec/transport/clock';
import { HuaweiCecAgent } from '../../../nodes/HuaweiCecAgent/HuaweiCecAgent.node';
import { HuaweiCecCall } from '../../../nodes/HuaweiCecCall/HuaweiCecCall.node';
import { HuaweiCecCampaign } from '../../../nodes/HuaweiCecCampaign/HuaweiCecCampaign.node';
import { HuaweiCecSpeechRecognition } from '../../../nodes/HuaweiCecSpeechRecognition/HuaweiCecSpeechRecognition.node';
import type { Fault } from '../../../simulator';
import { AGENT_PHONE, Bench, byId, item, rowsOf } from '../../support/bench';
import { execute, type Credentials } from '../../support/n8n';

const agent = new HuaweiCecAgent();
const call = new HuaweiCecCall();
const campaign = new HuaweiCecCampaign();
const speech = new HuaweiCecSpeechRecognition();

let bench: Bench;

beforeAll(async () => {
	bench = await Bench.start();
});
afterAll(async () => await bench.close());
beforeEach(() => {
	bench.reset();
	bench.moveClock();
});
afterEach(() => jest.restoreAllMocks());

const waits = () => jest.mocked(realClock.sleep).mock.calls.map(([ms]) => ms);
const sent = (path: string) => bench.requests.filter((request) => request.path.includes(path));
const fault = (one: Fault) => bench.sim.control.addFault(one);

interface More {
	items?: INodeExecutionData[];
	credentials?: Credentials;
	signal?: AbortSignal;
	continueOnFail?: boolean;
}

const run = async (node: INodeType, parameters: object, more: More = {}) =>
	await execute({ node, credentials: bench.credentials, parameters: parameters as IDataObject, ...more });

const failure = async (...args: Parameters<typeof run>): Promise<Error & { description?: string }> =>
	await run(...args).then(
		() => {
			throw new Error('It went through');
		},
		(error: Error) => error,
	);

const READ = { resource: 'numberType', operation: 'getMany' };
const WRITE = { resource: 'numberType', operation: 'create', numberTypes: 'VIP' };
const DIAL = { resource: 'businessResult', operation: 'writeBack', dataId: '1', busiResult: byId('100100') };
const AGENT_WRITE = {
	resource: 'agent',
	operation: 'update',
	userAccount: byId('agent.one'),
	updateFields: { phone: '1' },
};

describe('signing in', () => {
	test('is done once for a run over many items', async () => {
		const items = Array.from({ length: 20 }, () => item({}));
		await run(agent, { resource: 'agent', operation: 'get', userAccount: byId('agent.one') }, { items });
		expect(sent('tokenByAkSk')).toHaveLength(1);
		expect(sent('agentAccount/query')).toHaveLength(20);
	});

	test('is done again when CEC refuses the token, and the request is repeated once', async () => {
		await run(agent, AGENT_WRITE);
		bench.sim.control.expireTokens();
		bench.sim.control.clearRequests();
		await run(agent, AGENT_WRITE);
		expect(bench.requests.map(({ path, status }) => `${path.split('/').pop()} ${status}`)).toEqual([
			'update 401',
			'tokenByAkSk 200',
			'update 200',
		]);
	});

	test('once for all items that find the token refused', async () => {
		const credentials = bench.credentials;
		const items = Array.from({ length: 8 }, () => item({}));
		const get = { resource: 'agent', operation: 'get', userAccount: byId('agent.one') };
		await run(agent, get, { credentials });
		bench.sim.control.expireTokens();
		bench.sim.control.clearRequests();
		expect(await run(agent, get, { items, credentials })).toHaveLength(8);
		expect(sent('tokenByAkSk')).toHaveLength(1);
	});

	test('is not tried for ever', async () => {
		fault({ kind: 'status', status: 401, match: { path: 'agentAccount', times: 9 } });
		const { message } = await failure(agent, AGENT_WRITE);
		expect(message).toBe('CEC does not accept the app key or secret (HTTP 401)');
		expect(sent('agentAccount')).toHaveLength(2);
	});

	test('that fails says so, and the request is not sent', async () => {
		const credentials = { huaweiCecAppApi: { ...bench.credentials.huaweiCecAppApi, appSecret: 'wrong-secret' } };
		const error = await failure(agent, AGENT_WRITE, { credentials });
		expect(error.message).toBe('CEC does not accept the app key or secret (HTTP 401)');
		expect(sent('agentAccount')).toEqual([]);
	});

	test('is not done for what is signed', async () => {
		fault({ kind: 'status', status: 401, match: { path: 'callNoType' } });
		const { message } = await failure(campaign, READ);
		expect(message).toBe('CEC does not accept the signature (HTTP 401)');
		expect(sent('callNoType')).toHaveLength(1);
	});
});

describe('signing in at the gateway', () => {
	const KEEP_ALIVE = { resource: 'subscription', operation: 'keepAlive', serverId: '={{ $json.serverId }}' };
	const many = (serverId: string) => Array.from({ length: 20 }, () => item({ serverId }));
	const logins = () => sent('config/login');
	const gateway = (changes: ICredentialDataDecryptedObject): Credentials => ({
		huaweiCecGatewayAdminApi: { ...bench.credentials.huaweiCecGatewayAdminApi, ...changes },
	});
	/** A subscription, and a gateway that knows none of the sessions that the package may hold. */
	const subscribed = async () => {
		const serverId = await bench.subscription();
		bench.sim.control.expireGateway();
		bench.sim.control.clearRequests();
		return serverId;
	};

	test('is done once for many items', async () => {
		const serverId = await subscribed();
		expect(await run(speech, KEEP_ALIVE, { items: many(serverId) })).toHaveLength(20);
		expect(logins()).toHaveLength(1);
		bench.sim.control.clearRequests();
		await run(speech, KEEP_ALIVE, { items: many(serverId) });
		expect(logins()).toEqual([]);
		expect(sent('handshake')).toHaveLength(20);
	});

	test('is done again when the session is gone, and the request is repeated once', async () => {
		const serverId = await subscribed();
		const items = [item({ serverId })];
		await run(speech, KEEP_ALIVE, { items });
		bench.sim.control.expireGateway();
		bench.sim.control.clearRequests();
		expect((await run(speech, KEEP_ALIVE, { items }))[0].json).toEqual({ success: true });
		const codeOf = ({ response }: (typeof bench.requests)[number]) => (response as { retcode: string }).retcode;
		expect(bench.requests.map((one) => `${one.path.split('/')[4]} ${codeOf(one)}`)).toEqual([
			'subscribe 107-000',
			'login 0',
			'subscribe 0',
		]);
	});

	test('also for a change: a session that is gone has changed nothing', async () => {
		const serverId = await subscribed();
		await run(speech, KEEP_ALIVE, { items: [item({ serverId })] });
		bench.sim.control.expireGateway();
		await run(speech, { resource: 'subscription', operation: 'cancel', serverId });
		expect(bench.state.subscriptions).toEqual([]);
		expect(sent('unregister')).toHaveLength(2);
	});

	test('is not tried for ever', async () => {
		const serverId = await subscribed();
		fault({ kind: 'body', body: { retcode: '107-000', message: 'login' }, match: { path: 'handshake', times: 9 } });
		const { message } = await failure(speech, KEEP_ALIVE, { items: [item({ serverId })] });
		expect(message).toBe('The session of the administrator is gone (code 107-000)');
		expect(sent('handshake')).toHaveLength(2);
	});

	test('with a wrong password is done once in a run over many items, and not again for half an hour', async () => {
		const serverId = await subscribed();
		const credentials = gateway({ password: 'wrong-for-many' });
		const items = await run(speech, KEEP_ALIVE, { items: many(serverId), credentials, continueOnFail: true });
		expect(items).toHaveLength(20);
		for (const { json } of items) {
			expect(json).toMatchObject({
				error: 'The password of the administrator is wrong (code 107-003)',
				message: expect.stringContaining('this one is not sent again for half an hour'),
				cecCode: '107-003',
			});
		}
		expect(logins()).toHaveLength(1);
		expect(sent('handshake')).toEqual([]);

		const now = Date.now();
		jest.spyOn(Date, 'now').mockImplementation(() => now + 29 * 60_000);
		await failure(speech, KEEP_ALIVE, { items: many(serverId), credentials });
		expect(logins()).toHaveLength(1);
		jest.mocked(Date.now).mockImplementation(() => now + 31 * 60_000);
		await failure(speech, KEEP_ALIVE, { items: many(serverId), credentials });
		expect(logins()).toHaveLength(2);
		jest.mocked(Date.now).mockRestore();

		// The account has not been locked by all this.
		expect(await run(speech, KEEP_ALIVE, { items: [item({ serverId })] })).toHaveLength(1);
	});

	test('with an unknown account says so', async () => {
		const error = await failure(speech, KEEP_ALIVE, {
			items: [item({ serverId: await subscribed() })],
			credentials: gateway({ agentId: 999 }),
		});
		expect(error.message).toBe('The gateway does not know this administrator (code 107-004)');
	});

	test('the VDN signs in with its number and the password of its own', async () => {
		const serverId = await subscribed();
		const credentials = gateway({ account: 'vdn', agentId: 101, password: bench.tenant.gateway.vdnPassword });
		expect(await run(speech, KEEP_ALIVE, { items: [item({ serverId })], credentials })).toHaveLength(1);
		expect(logins().map(({ body }) => (body as { agentId: number }).agentId)).toEqual([100_001]);
	});

	test('that fails on the way says so, and the request is not sent', async () => {
		const serverId = await subscribed();
		const credentials = gateway({ password: 'never arrives' });
		fault({ kind: 'status', status: 404, match: { path: 'config/login' } });
		const { message } = await failure(speech, KEEP_ALIVE, { items: [item({ serverId })], credentials });
		expect(message).toBe('CEC does not know this address (HTTP 404)');
		fault({ kind: 'body', body: '<html>', match: { path: 'config/login' } });
		const other = await failure(speech, KEEP_ALIVE, { items: [item({ serverId })], credentials });
		expect(other.message).toBe('Something other than CEC answered');
		expect(sent('handshake')).toEqual([]);
	});
});

describe('what a partner network reports', () => {
	const REPORT = { resource: 'itaCall', operation: 'report', callID: 'ita-1', remark: '202211228274' };
	const ita = (changes: ICredentialDataDecryptedObject): Credentials => ({
		huaweiCecItaApi: { ...bench.credentials.huaweiCecItaApi, ...changes },
	});

	test('is signed, and needs no token', async () => {
		const additionalFields = { telA: '447700900001', telB: '447700900002', startTime: '2026-03-02T08:00:00Z' };
		await run(call, { ...REPORT, remark: '202211228274', additionalFields });
		expect(bench.requests.map(({ section, status }) => [section, status])).toEqual([['6.2.13', 200]]);
		expect(bench.requests[0].body).toEqual({
			callID: 'ita-1',
			remark: '202211228274',
			appKey: 'demo-ita-app-key',
			telA: '447700900001',
			telB: '447700900002',
			startTime: '20260302080000',
		});
	});

	test.each([[{ secretKey: 'wrong' }], [{ accessKey: 'wrong' }], [{ appKey: 'wrong' }]])(
		'with wrong keys is refused (%j)',
		async (changes) => {
			const { message } = await failure(call, REPORT, { credentials: ita(changes) });
			expect(message).toBe('CEC does not accept the signature (HTTP 401)');
			expect(bench.requests).toHaveLength(1);
		},
	);

	test('is in doubt when the connection breaks, and not repeated', async () => {
		fault({ kind: 'resetAfter', match: { path: 'statusnotify', times: 9 } });
		const { message, description } = await failure(call, REPORT);
		expect(message).toMatch(/^It is not known whether CEC did this/);
		expect(description).toMatch(/Reporting a call again does no harm/);
		expect(bench.requests).toHaveLength(1);
	});
});

describe('a connection that breaks', () => {
	const breaks: Array<Fault['kind']> = ['resetBefore', 'resetAfter'];

	test.each(breaks)('is made again for a read (%s)', async (kind) => {
		fault({ kind, match: { path: 'callNoType/query', times: 2 } });
		expect(await run(campaign, READ)).toHaveLength(3);
		expect(sent('callNoType/query')).toHaveLength(3);
		expect(waits()).toHaveLength(2);
	});

	test.each(breaks)('leaves a change in doubt, which is said and not repeated (%s)', async (kind) => {
		fault({ kind, match: { path: 'callNoType/add', times: 9 } });
		const { message, description } = await failure(campaign, WRITE);
		expect(message).toBe('It is not known whether CEC did this: the connection to CEC broke off');
		expect(description).toMatch(/was not repeated\. Look whether it was done/);
		expect(sent('callNoType/add')).toHaveLength(1);
	});

	test.each<Fault>([
		{ kind: 'resetBefore', match: { path: 'callBusiResult', times: 9 } },
		{ kind: 'throttle', match: { path: 'callBusiResult', times: 9 } },
		{ kind: 'status', status: 503, headers: { 'retry-after': '1' }, match: { path: 'callBusiResult', times: 9 } },
	])('and any other failure never lets a phone ring twice ($kind)', async (one) => {
		fault(one);
		await failure(campaign, DIAL);
		expect(sent('callBusiResult')).toHaveLength(1);
	});

	test('in the middle of an answer leaves a change in doubt, too', async () => {
		fault({ kind: 'truncate', match: { path: 'callNoType/add', times: 9 } });
		expect((await failure(campaign, WRITE)).message).toMatch(/^It is not known whether CEC did this/);
		expect(sent('callNoType/add')).toHaveLength(1);
	});
});

describe('a server that is not there', () => {
	let server: Server | undefined;
	let port = 0;

	const listen = async (at: number, listener: RequestListener): Promise<Server> =>
		await new Promise((resolve) => {
			const started = createServer(listener).listen(at, '127.0.0.1', () => resolve(started));
		});

	beforeEach(async () => {
		const taken = await listen(0, () => undefined);
		({ port } = taken.address() as AddressInfo);
		await new Promise((resolve) => taken.close(resolve));
	});
	afterEach(async () => {
		await new Promise((resolve) => (server ? server.close(resolve) : resolve(undefined)));
		server = undefined;
	});

	const elsewhere = (): Credentials => ({
		huaweiCecSignatureApi: { ...bench.credentials.huaweiCecSignatureApi, baseUrl: `http://127.0.0.1:${port}` },
	});

	test('is tried again also for a change, since it cannot have seen it', async () => {
		const seen: string[] = [];
		jest.spyOn(realClock, 'sleep').mockImplementation(async () => {
			server ??= await listen(port, (request, response) => {
				seen.push(`${request.method} ${request.url}`);
				response.end('{"resultCode":"0200000"}');
			});
		});
		const items = await run(campaign, WRITE, { credentials: elsewhere() });
		expect(items[0].json).toEqual({ numberType: 'VIP', success: true });
		expect(seen).toEqual(['POST /rest/isales/v1/openapi/campaigns/1/callNoType/add']);
	});

	test('is given up in the end', async () => {
		const { message, description } = await failure(campaign, WRITE, { credentials: elsewhere() });
		expect(message).toBe('Nothing answers at the address of CEC');
		expect(description).toMatch(/Check host and port/);
		expect(waits()).toHaveLength(4);
	});
});

describe('a busy server', () => {
	test('says when to come back', async () => {
		fault({ kind: 'throttle', headers: { 'retry-after': '7' }, match: { path: 'callNoType' } });
		await run(campaign, READ);
		expect(waits()).toEqual([7000]);
	});

	test('may say it by a date', async () => {
		const date = new Date(bench.sim.clock.now() + 9000).toUTCString();
		fault({ kind: 'status', status: 503, headers: { 'retry-after': date }, match: { path: 'callNoType/add' } });
		await run(campaign, WRITE);
		expect(waits()[0]).toBeGreaterThan(8000);
		expect(waits()[0]).toBeLessThanOrEqual(9000);
	});

	test('that wants too much patience is reported', async () => {
		fault({ kind: 'throttle', headers: { 'retry-after': '3600' }, match: { path: 'callNoType', times: 9 } });
		const { message } = await failure(campaign, READ);
		expect(message).toBe('CEC asks for fewer requests (HTTP 429)');
		expect(waits()).toEqual([]);
	});

	test('is not pressed where CEC allows a query only now and then', async () => {
		const progress = { resource: 'statistics', operation: 'getProgress' };
		await run(campaign, { ...progress, limit: 1 });
		const { message } = await failure(campaign, progress);
		expect(message).toBe('CEC gives the progress only once in five minutes (HTTP 429)');
		expect(waits()).toEqual([]);
	});

	test('gets the numbers of a campaign not faster than one request a second', async () => {
		const id = await bench.campaign();
		const items = Array.from({ length: 45 }, (_, index) => item({ number: `4477009${index}` }));
		const add = {
			resource: 'number',
			operation: 'add',
			campaignId: byId(id),
			called: rowsOf({ calledNo: '={{ $json.number }}' }),
		};
		expect(await run(campaign, add, { items })).toHaveLength(45);
		expect(
			sent('calldata').map(({ status, body }) => [
				status,
				(body as { callDataList: unknown[] }).callDataList.length,
			]),
		).toEqual([
			[200, 20],
			[200, 20],
			[200, 5],
		]);
		expect(bench.campaignState(id).contacts).toHaveLength(45);
	});

	test('is asked not more often than the user wants', async () => {
		const items = Array.from({ length: 5 }, () => item({}));
		await run(campaign, { ...READ, options: { requestsPerSecond: 2, itemsAtOnce: 1 } }, { items });
		const times = sent('callNoType').map(({ simulatedTime }) => Date.parse(simulatedTime));
		times.slice(1).forEach((time, index) => expect(time - times[index]).toBeGreaterThanOrEqual(499));
	});
});

describe('other answers', () => {
	test('a page of something else', async () => {
		fault({
			kind: 'body',
			body: '<html><head><title>Sign in</title></head>…</html>',
			match: { path: 'callNoType' },
		});
		const { message, description } = await failure(campaign, READ);
		expect(message).toBe('Something other than CEC answered');
		expect(description).toContain('"Sign in …"');
	});

	test.each([
		[403, /allow list/],
		[404, /Check the base URL/],
		[400, /malformed/],
		[302, /redirect/],
	])('HTTP %i', async (status, words) => {
		fault({ kind: 'status', status, headers: { location: '/login' }, body: 'no', match: { path: 'callNoType' } });
		const { message, description } = await failure(campaign, READ);
		expect(`${message} ${description}`).toMatch(words);
		expect(sent('callNoType')).toHaveLength(1);
	});

	test('another spelling of the path is tried where CEC does not know the first', async () => {
		fault({ kind: 'status', status: 404, match: { path: 'CC-Management/v1/querySysInfo' } });
		const items = await run(agent, { resource: 'softphone', operation: 'getMany' });
		expect(items).toHaveLength(5);
		expect(sent('querySysInfo').map(({ path }) => path.split('/')[2])).toEqual(['CC-Management', 'CC-Mangemant']);
	});

	test('ids of twenty digits arrive exactly', async () => {
		const id = await bench.campaign();
		await bench.sales(`v2:/calldata/${id}`, { callDataList: [{ called: [{ calledNo: '447700900010' }] }] });
		const [{ dataId }] = bench.campaignState(id).contacts;
		expect(dataId).toMatch(/^\d{20}$/);
		const [{ json }] = await run(campaign, { resource: 'number', operation: 'get', campaignId: byId(id), dataId });
		expect(json.dataId).toBe(dataId);
		expect(sent('calldata').at(-1)?.path.endsWith(`/${dataId}`)).toBe(true);
	});
});

test('an execution that is stopped says so', async () => {
	const stop = new AbortController();
	fault({ kind: 'latency', ms: 500, match: { path: 'callNoType' } });
	setTimeout(() => stop.abort(), 50);
	const { message } = await failure(campaign, READ, { signal: stop.signal });
	expect(message).toBe('The execution was stopped');
});

test.each<[Fault['kind'], string]>([
	['status', 'agentAccount'],
	['status', 'tokenByAkSk'],
	['resetBefore', 'agentAccount'],
	['resetBefore', 'tokenByAkSk'],
	['body', 'tokenByAkSk'],
	['truncate', 'agentAccount'],
	['status', 'callNoType'],
	['resetBefore', 'callNoType'],
	['status', 'createCall'],
	['resetAfter', 'createCall'],
	['status', 'handshake'],
	['resetBefore', 'handshake'],
	['status', 'config/login'],
	['resetBefore', 'config/login'],
	['body', 'config/login'],
	['status', 'statusnotify'],
	['resetBefore', 'statusnotify'],
])('no error holds a key, a token or a signature (%s at %s)', async (kind, path) => {
	const keepAlive = { resource: 'subscription', operation: 'keepAlive', serverId: '1' };
	const report = { resource: 'itaCall', operation: 'report', callID: '1', remark: '1' };
	const dial = { resource: 'twoPartyCall', operation: 'create', caller: AGENT_PHONE, called: '447700900001' };
	const ways: Record<string, () => Promise<Error>> = {
		callNoType: async () => await failure(campaign, WRITE),
		createCall: async () => await failure(call, dial),
		handshake: async () => await failure(speech, keepAlive),
		'config/login': async () => await failure(speech, keepAlive),
		statusnotify: async () => await failure(call, report),
	};
	// A session that is held would hide what happens to the sign-in.
	await run(speech, { ...keepAlive, serverId: await bench.subscription() });
	bench.sim.control.expireGateway();
	fault({ kind, match: { path, times: 9 } });
	const error = await (ways[path] ?? (async () => await failure(agent, AGENT_WRITE)))();
	const all = inspect(error, { depth: 12, showHidden: true });
	const { appSecret, secretKey, itaSecretKey, gateway } = bench.tenant;
	const secrets = [appSecret, secretKey, itaSecretKey, gateway.administrators[0].password];
	for (const secret of [...secrets, 'Bearer ', 'auth-v2/', 'Signature=', 'AgentGateway1']) {
		expect(all).not.toContain(secret);
	}
});
