/** Sending, over real connections and n8n's own request code, to a server that misbehaves on demand. */
import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { inspect } from 'node:util';
import type { IDataObject, INodeExecutionData } from 'n8n-workflow';

import { realClock } from '../../../cec/transport/clock';
import { HuaweiCecAgent } from '../../../nodes/HuaweiCecAgent/HuaweiCecAgent.node';
import { HuaweiCecCampaign } from '../../../nodes/HuaweiCecCampaign/HuaweiCecCampaign.node';
import type { Fault } from '../../../simulator';
import { Bench, byId, item, rowsOf } from '../../support/bench';
import { execute, type Credentials } from '../../support/n8n';

const agent = new HuaweiCecAgent();
const campaign = new HuaweiCecCampaign();

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
}

const run = async (node: HuaweiCecAgent, parameters: object, more: More = {}) =>
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
		expect(items).toHaveLength(4);
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
])('no error holds a key, a token or a signature (%s at %s)', async (kind, path) => {
	fault({ kind, match: { path, times: 9 } });
	const error = path === 'callNoType' ? await failure(campaign, WRITE) : await failure(agent, AGENT_WRITE);
	const all = inspect(error, { depth: 12, showHidden: true });
	for (const secret of [bench.tenant.appSecret, bench.tenant.secretKey, 'Bearer ', 'auth-v2/'])
		expect(all).not.toContain(secret);
});
