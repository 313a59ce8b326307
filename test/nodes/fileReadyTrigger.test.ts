import type { IDataObject } from 'n8n-workflow';

import { HuaweiCecFileReadyTrigger } from '../../nodes/HuaweiCecFileReadyTrigger/HuaweiCecFileReadyTrigger.node';
import type { Simulator } from '../../simulator';
import { minutes, sign, simulator, type Signing } from '../simulator/harness';
import { activate, receive, type Posted } from '../support/n8n';
import { webhookServer } from '../support/webhookServer';

const node = new HuaweiCecFileReadyTrigger();
const RECEIVED = { resultCode: '0', resultDesc: 'success' };
const NOW = Date.parse('2018-07-02T02:43:03Z');
const PATH = '/webhook/0a1b/file-ready';
const HOST = 'n8n.example.com:8000';
const TYPE = 'application/json;charset=UTF-8';

const keys = { accessKey: 'demo-access-key', secretKey: 'demo-secret-key' };
const credentials = { huaweiCecSignatureApi: keys };

const ID = '9239cb50a8384bb0ab503441bf089446';
const FILE = `20180702_${ID}.zip`;
const HEAD = { request: { version: '2.0' } };

/** The samples of the reference. */
const bill = { ...HEAD, msgBody: { responseId: ID, billFileName: FILE, accountId: '' } };
const operations = { ...HEAD, msgBody: { responseId: ID, agentOprInfoFileName: FILE } };

interface Changes {
	signing?: Signing & { path?: string; host?: string };
	headers?: Record<string, string | undefined>;
	parameters?: IDataObject;
	raw?: string;
	posted?: Partial<Posted>;
}

/** A callback as CC-FS signs it: method, path, length, type and host, and the bytes of the body. */
async function post(body: object, { signing = {}, headers = {}, parameters = {}, raw = JSON.stringify(body), posted = {} }: Changes = {}) {
	const { path = PATH, host = HOST, ...more } = signing;
	const signed = { host, 'content-type': TYPE, 'content-length': String(Buffer.byteLength(raw)) };
	const authorization = sign({ port: 0 } as Simulator, 'POST', path, raw, { timestamp: '2018-07-02T02:43:03Z', headers: signed, ...keys, ...more });
	return await receive({
		node,
		credentials,
		parameters: { files: ['callRecord', 'agentOperation'], ...parameters },
		body,
		raw,
		path: PATH,
		headers: { host: HOST, 'content-type': TYPE, authorization, ...headers },
		...posted,
	});
}

const itemOf = async (...given: Parameters<typeof post>) => {
	const { response } = await post(...given);
	expect(response.webhookResponse).toEqual(RECEIVED);
	return response.workflowData?.flat().map(({ json }) => json);
};

async function expectRefused(status: number, because: string, ...given: Parameters<typeof post>): Promise<void> {
	const { response, answered } = await post(...given);
	expect(answered).toEqual({ status, body: { resultCode: String(status), resultDesc: because } });
	expect(response).toEqual({ noWebhookResponse: true });
}

beforeEach(() => jest.spyOn(Date, 'now').mockImplementation(() => NOW));
afterEach(() => jest.restoreAllMocks());

describe('what becomes an item', () => {
	test('a file of call records, under the names that the Recording node has for it', async () => {
		expect(await itemOf(bill)).toEqual([{ kind: 'callRecord', responseId: ID, fileName: FILE, billFileName: FILE, accountId: '' }]);
	});

	test('a file of agent operations, as the sample and as the table has it', async () => {
		const item = { kind: 'agentOperation', responseId: ID, fileName: FILE, agentOprInfoFileName: FILE };
		expect(await itemOf(operations)).toEqual([item]);
		expect(await itemOf({ ...HEAD, msgBody: { responseId: ID, fileName: FILE } })).toEqual([item]);
	});

	test('only files that are wanted; the others are answered all the same', async () => {
		const parameters = { files: ['callRecord'] };
		expect(await itemOf(operations, { parameters })).toBeUndefined();
		expect(await itemOf(bill, { parameters })).toHaveLength(1);
	});

	test('each file once, however often CEC tells of it', async () => {
		const staticData = {};
		const posted = { staticData, id: 'one' };
		expect(await itemOf(bill, { posted })).toHaveLength(1);
		expect(await itemOf(bill, { posted, signing: { timestamp: '2018-07-02T02:53:03Z' } })).toBeUndefined();
	});
});

describe('what is not believed', () => {
	test('a callback without a signature, or with one of another kind', async () => {
		await expectRefused(401, 'signature: unsigned', bill, { headers: { authorization: undefined } });
		await expectRefused(401, 'signature: unsigned', bill, { headers: { authorization: 'Bearer x' } });
	});

	test.each<[string, Changes]>([
		['another secret key', { signing: { secretKey: 'other' } }],
		['another access key', { signing: { accessKey: 'other' } }],
		['another body', { signing: { signedBody: JSON.stringify(operations) } }],
		['another path', { signing: { path: '/webhook/other' } }],
		['another host', { signing: { host: 'evil.example.com' } }],
		['another type of content', { headers: { 'content-type': 'application/json' } }],
		['no host at all', { signing: { signedHeaders: ['content-length', 'content-type'] } }],
	])('a signature with %s', async (_, changes) => await expectRefused(401, 'signature: wrong', bill, changes));

	test('anything while the credential has no keys', async () => {
		const empty = { huaweiCecSignatureApi: { accessKey: '', secretKey: '' } };
		await expectRefused(401, 'signature: wrong', bill, { signing: { accessKey: '', secretKey: '' }, posted: { credentials: empty } });
	});

	test('a signature that is older or newer than is tolerated', async () => {
		const at = (timestamp: string): Changes => ({ signing: { timestamp } });
		await expectRefused(401, 'signature: stale', bill, at('2018-07-02T02:28:02Z'));
		await expectRefused(401, 'signature: stale', bill, at('2018-07-02T02:58:04Z'));
		expect(await itemOf(bill, at('2018-07-02T02:28:04.000Z'))).toHaveLength(1);
		await expectRefused(401, 'signature: stale', bill, { ...at('2018-07-02T02:37:00Z'), parameters: { options: { tolerance: 5 } } });
	});

	test('a caller who is not on the list', async () => {
		const parameters = { options: { allowedAddresses: '198.51.100.0/24' } };
		await expectRefused(403, 'not allowed', bill, { parameters });
		expect(await itemOf(bill, { parameters, posted: { ip: '198.51.100.7' } })).toHaveLength(1);
	});

	test.each([
		['a path', { billFileName: '../../etc/passwd' }],
		['another ending', { billFileName: '20180702_1.exe' }],
		['nothing', {}],
		['a number', { billFileName: 7 }],
	])('a name that is %s', async (_, msgBody) => await expectRefused(400, 'not the name of a file', { ...HEAD, msgBody }));

	test('what is no JSON, or too much of it', async () => {
		await expectRefused(400, 'not the name of a file', {}, { raw: 'no JSON' });
		await expectRefused(413, 'too large', {}, { raw: `"${'x'.repeat(64 * 1024)}"` });
	});
});

describe('the address that is signed', () => {
	test('may lack the port, as in the samples', async () => {
		expect(await itemOf(bill, { signing: { host: 'n8n.example.com' } })).toHaveLength(1);
	});

	test('is the one that n8n knows, where a proxy has called it by another', async () => {
		const posted = { webhookBaseUrl: 'https://cec-callbacks.example.com/hooks' };
		const signing = { host: 'cec-callbacks.example.com', path: '/hooks/test/node/file-ready' };
		expect(await itemOf(bill, { signing, posted })).toHaveLength(1);
		await expectRefused(401, 'signature: wrong', bill, { signing: { ...signing, path: '/hooks/file-ready' }, posted });
	});

	test('is the one that the user gave, and no other then', async () => {
		const parameters = { options: { callbackUrl: 'https://cec-callbacks.example.com/file-ready' } };
		const signing = { host: 'cec-callbacks.example.com', path: '/file-ready' };
		expect(await itemOf(bill, { signing, parameters })).toHaveLength(1);
		await expectRefused(401, 'signature: wrong', bill, { parameters });
	});

	test('has to be one', async () => {
		const parameters = { files: ['callRecord'], options: { callbackUrl: 'file-ready' } };
		await expect(activate(node, { parameters, credentials })).rejects.toThrow('"file-ready" is no address. Write "Callback URL" as it was given to CEC');
		await expectRefused(403, 'not allowed', bill, { parameters });
		expect(await activate(node, { parameters: { files: ['callRecord'] }, credentials })).toBe(true);
	});
});

describe('with the simulator', () => {
	let sim: Simulator;
	beforeEach(async () => {
		jest.mocked(Date.now).mockRestore();
		sim = await simulator();
	});
	afterEach(async () => await sim.close());

	async function generate(kind: string, callBackURL: string, more: object = {}): Promise<string> {
		const path = `/CCFS/resource/ccfs/${kind}`;
		const span = { beginTime: '2026-03-02 07:00:00', endTime: '2026-03-02 08:00:00' };
		const body = JSON.stringify({ ...HEAD, msgBody: { ...span, callBackURL, ...more } });
		const headers = { 'content-type': TYPE, authorization: sign(sim, 'POST', path, body) };
		const answer = await fetch(`${sim.url}${path}`, { method: 'POST', headers, body });
		const { resultData } = (await answer.json()) as { resultData: { responseId: string } };
		await sim.clock.advance(10_000);
		return `20260302_${resultData.responseId}.zip`;
	}

	test('each file that is made starts the workflow once, also when it is told of twice or late', async () => {
		const { accessKey, secretKey } = sim.tenant;
		const hook = await webhookServer(() => ({
			node,
			id: 'simulated',
			credentials: { huaweiCecSignatureApi: { accessKey, secretKey } },
			parameters: { files: ['callRecord', 'agentOperation'] },
		}));
		sim.control.setCallbacks({ repeat: 1 });
		const calls = await generate('queryBillData', `${hook.url}/file-ready`, { dataType: 'call' });
		sim.control.setCallbacks({ lose: 1 });
		const agents = await generate('queryAgentOprInfoData', `${hook.url}/file-ready`, { accountId: sim.tenant.tenantId });
		expect(hook.items.map(({ fileName }) => fileName)).toEqual([calls]);
		await sim.clock.advance(minutes(10));
		expect(hook.items).toEqual([
			expect.objectContaining({ kind: 'callRecord', billFileName: calls }),
			expect.objectContaining({ kind: 'agentOperation', agentOprInfoFileName: agents, accountId: sim.tenant.tenantId }),
		]);
		expect(hook.answers.map(({ status, body }) => [status, body])).toEqual([
			[200, RECEIVED],
			[200, RECEIVED],
			[200, RECEIVED],
		]);
		await hook.close();
	});

	test('who has other keys is not believed', async () => {
		const hook = await webhookServer(() => ({ node, credentials, parameters: { files: ['callRecord'] } }));
		const other = { huaweiCecSignatureApi: { ...keys, secretKey: 'other' } };
		const closed = await webhookServer(() => ({ node, credentials: other, parameters: { files: ['callRecord'] } }));
		await generate('queryBillData', `${hook.url}/file-ready`, { dataType: 'call' });
		await generate('queryBillData', `${closed.url}/file-ready`, { dataType: 'call' });
		expect([hook.items.length, closed.items.length]).toEqual([1, 0]);
		expect(closed.answers[0]).toMatchObject({ status: 401 });
		await Promise.all([hook.close(), closed.close()]);
	});
});
