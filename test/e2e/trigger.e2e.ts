/** Results of calls reach a workflow: pushed by the simulated CEC, one item a call, none twice and none from strangers. */
import type { IDataObject, INode, INodeParameters } from 'n8n-workflow';

import type { N8nApi, StoredWorkflow } from '../../scripts/n8n/api';
import { until } from '../../scripts/n8n/session';
import { askCec, base, n8n, newCampaign, OwnN8n, resultTrigger, simulator, workflow } from './support';

const secret = 'Zb4_nP7-qR2xT9kLm3';
const received = { retCode: '0', retMsg: 'success' };

interface Callback {
	url: string;
	body: IDataObject[];
	accepted: boolean;
	attempts: Array<{ status: number | null; answer?: unknown; lost?: boolean; repeated?: boolean }>;
}

interface Listening {
	api: N8nApi;
	stored: StoredWorkflow;
	url: string;
}

beforeEach(async () => {
	await simulator().reset({ speed: 0 });
	await simulator().outcomes({ default: 'answer' });
});

describe('a campaign that reports to a workflow', () => {
	it('starts it with one item for each call, in words and with the raw values', async () => {
		const listening = await listen({});
		await simulator().outcomes({ called: '447700900002', outcomes: [{ failCode: '00537' }] });
		const campaignId = await calledCampaign(listening.url, 3);
		const callbacks = await sent();
		expect(callbacks.flatMap(({ body }) => body)).toHaveLength(3);
		for (const { accepted, attempts, url } of callbacks) {
			expect(url).toBe(listening.url);
			expect(accepted).toBe(true);
			expect(attempts).toMatchObject([{ status: 200, answer: received }]);
		}
		const items = await itemsOf(listening, callbacks.length);
		expect(items.map(({ called }) => called).sort()).toEqual(['447700900001', '447700900002', '447700900003']);
		const answered = items.find(({ called }) => called === '447700900001');
		expect(answered).toMatchObject({
			campaignId: String(campaignId),
			sessionId: 'contact-1',
			callStatus: 6,
			answered: true,
			outcome: 'Answered',
			reason: 'Answered',
		});
		expect(answered?.callTime).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.000(Z|\+00:00)$/);
		expect(items.find(({ called }) => called === '447700900002')).toMatchObject({
			callStatus: 5,
			failCode: '00537',
			answered: false,
			outcome: 'Failed',
			reason: 'Busy',
		});
		await n8n().deactivate(listening.stored);
	});

	it('hands each item on to the nodes behind it, paired', async () => {
		const then = base('Then', 'set', { assignments: { assignments: [] }, includeOtherFields: true }, { typeVersion: 3.4 });
		const listening = await listen({}, n8n(), [then]);
		await calledCampaign(listening.url, 2);
		const executions = await n8n().waitForExecutions(listening.stored, (await sent()).length);
		for (const execution of executions) {
			expect(execution.status).toBe('success');
			const pairs = execution.output('Then').map(({ pairedItem }) => pairedItem);
			expect(pairs).toEqual(pairs.map((_, item) => ({ item })));
		}
		expect(executions.flatMap((execution) => execution.items('Then'))).toHaveLength(2);
		await n8n().deactivate(listening.stored);
	});

	it('may repeat itself and lose answers: no call comes twice', async () => {
		const listening = await listen({});
		await simulator().callbacks({ repeat: 2, lose: 1 });
		await calledCampaign(listening.url, 5);
		const callbacks = await sent();
		const attempts = callbacks.flatMap((callback) => callback.attempts);
		expect(attempts.filter(({ lost }) => lost)).toHaveLength(1);
		expect(attempts.filter(({ repeated }) => repeated).length).toBeGreaterThan(0);
		for (const { lost, answer } of attempts) if (!lost) expect(answer).toEqual(received);
		const items = await itemsOf(listening, callbacks.length);
		expect(items.map(({ called }) => called).sort()).toEqual(contacts(5).map(({ called }) => called[0].calledNo));
		await n8n().deactivate(listening.stored);
	});

	it('takes only the results and campaigns that are asked for', async () => {
		const failed = await listen({ results: 'failed' });
		await simulator().outcomes({ called: '447700900001', outcomes: [{ failCode: '00603' }] });
		await calledCampaign(failed.url, 4);
		const items = await itemsOf(failed, 1);
		expect(items).toMatchObject([{ called: '447700900001', outcome: 'Failed' }]);
		await n8n().deactivate(failed.stored);

		const other = await listen({ options: { campaignIds: '1, 2' } });
		await calledCampaign(other.url, 1);
		const [callback] = (await sent()).filter(({ url }) => url === other.url);
		expect(callback.attempts).toMatchObject([{ status: 200, answer: received }]);
		expect(await n8n().executionIds(other.stored)).toEqual([]);
		await n8n().deactivate(other.stored);
	});

	it('writes times in the zone of CEC', async () => {
		const listening = await listen({ options: { timeZone: 'Asia/Shanghai' } });
		await post(listening.url, [callResult({ callTimeStr: '2026-03-02 10:00:00' })]);
		const [item] = await itemsOf(listening, 1);
		expect(item.callTime).toMatch(/^2026-03-02T10:00:00\.000\+08:00$/);
		await n8n().deactivate(listening.stored);
	});
});

describe('repeats after n8n was restarted', () => {
	let own: OwnN8n;

	beforeAll(async () => {
		own = await OwnN8n.start();
	});

	afterAll(async () => await own.remove());

	it('are dropped, and what is new is taken', async () => {
		const before = await listen({}, await own.api());
		await calledCampaign(before.url, 3);
		const [{ body }] = await sent();
		const known = (await itemsOf(before, (await sent()).length)).length;
		expect(known).toBe(3);

		await own.restart();
		const after = { ...before, api: await own.api() };
		const repeat = await post(after.url, body);
		expect(repeat).toEqual({ status: 200, body: received });
		const mixed = await post(after.url, [...body, callResult({ callId: '1-after-restart', called: '447700900099' })]);
		expect(mixed).toEqual({ status: 200, body: received });
		const items = await itemsOf(after, (await sent()).length + 1);
		expect(items).toHaveLength(known + 1);
		expect(items[0]).toMatchObject({ callId: '1-after-restart', called: '447700900099' });
	});
});

describe('strangers', () => {
	it('do not find the address without the secret', async () => {
		const listening = await listen({});
		const wrong = listening.url.replace(secret, 'Wrong-wrong-wrong1');
		const short = listening.url.replace(`/${secret}`, '');
		expect(await status(wrong)).toBe(404);
		expect(await status(short)).toBe(404);
		expect(await status(listening.url, 'GET')).toBe(404);
		expect(await n8n().executionIds(listening.stored)).toEqual([]);
		expect((await post(listening.url, [callResult()])).status).toBe(200);
		expect(await itemsOf(listening, 1)).toHaveLength(1);
		await n8n().deactivate(listening.stored);
	});

	it('are refused by their address', async () => {
		const listening = await listen({ options: { allowedAddresses: '192.0.2.10, 198.51.100.0/24' } });
		expect(await post(listening.url, [callResult()])).toEqual({ status: 403, body: { retCode: '403', retMsg: 'not allowed' } });
		await calledCampaign(listening.url, 1);
		const [{ accepted, attempts }] = await sent();
		expect(accepted).toBe(false);
		expect(attempts.map((attempt) => attempt.status)).toEqual(attempts.map(() => 403));
		expect(await n8n().executionIds(listening.stored)).toEqual([]);
		await n8n().deactivate(listening.stored);

		const allowed = await listen({ options: { allowedAddresses: '192.0.2.10, 127.0.0.0/8, ::1' } });
		expect(await post(allowed.url, [callResult()])).toEqual({ status: 200, body: received });
		expect(await itemsOf(allowed, 1)).toHaveLength(1);
		await n8n().deactivate(allowed.stored);
	});

	it('start nothing with what is no list of results', async () => {
		const listening = await listen({});
		for (const body of [[], ['text'], 'text', 7]) {
			expect(await post(listening.url, body)).toEqual({
				status: 400,
				body: { retCode: '400', retMsg: 'not a list of call results' },
			});
		}
		expect(await status(listening.url, 'POST', '[{"callId": ')).toBeGreaterThanOrEqual(400);
		expect(await n8n().executionIds(listening.stored)).toEqual([]);
		await n8n().deactivate(listening.stored);
	});
});

describe('activation', () => {
	it('is refused with a secret that is none, and says why', async () => {
		expect(await activationFailure({ secret: '' })).toMatch(/required parameters: secret/);
		const bad = ['short', 'fifteen-letters', 'with blanks in it, long', 'secret/with/slashes/0'];
		// n8n tries again for a while before it says so.
		const failures = await Promise.all(bad.map(async (one) => await activationFailure({ secret: one })));
		const words = 'The secret is too short or holds other characters than letters, digits, - and _';
		expect(failures).toEqual(bad.map(() => expect.stringContaining(words)));
	});

	it('is refused with an address that is none', async () => {
		const failure = await activationFailure({ options: { allowedAddresses: '192.0.2.10, nowhere' } });
		expect(failure).toMatch(/"nowhere\\?" is no IP address or network/);
	});

	it('works without a secret when that was chosen', async () => {
		const listening = await listen({ protection: 'none', secret: '' });
		expect(listening.url).toMatch(/\/campaign-results$/);
		expect(await post(listening.url, [callResult()])).toEqual({ status: 200, body: received });
		expect(await itemsOf(listening, 1)).toHaveLength(1);
		await n8n().deactivate(listening.stored);
	});

	it('ends with the workflow', async () => {
		const listening = await listen({});
		expect(await status(listening.url)).toBe(400);
		await n8n().deactivate(listening.stored);
		const gone = async () => ((await status(listening.url)) === 404 ? true : undefined);
		expect(await until('The end of the address', gone)).toBe(true);
	});
});

/** An active workflow that begins with the trigger. */
async function listen(parameters: INodeParameters, api: N8nApi = n8n(), then: INode[] = []): Promise<Listening> {
	const given: INodeParameters = { protection: 'secret', secret, results: 'all', options: {}, ...parameters };
	const trigger = resultTrigger('Results', given);
	const stored = await api.createWorkflow(workflow('Results', [trigger, ...then]));
	await api.activate(stored);
	const end = given.protection === 'none' ? '' : `/${given.secret}`;
	const url = `${api.session.url}/webhook/${trigger.webhookId}/campaign-results${end}`;
	await ready(url);
	return { api, stored, url };
}

/** Why a workflow could not be activated: n8n 2.8 says so at once, n8n 2.41 in the status that its editor shows. */
async function activationFailure(parameters: INodeParameters): Promise<string> {
	const trigger = resultTrigger('Results', { protection: 'secret', secret, results: 'all', options: {}, ...parameters });
	const stored = await n8n().createWorkflow(workflow('Refused', [trigger]));
	const atOnce = await n8n().activate(stored).then(() => undefined, (error: Error) => error.message);
	const later = async () => {
		const status = await n8n().session.get<object>(`/rest/workflows/${stored.id}/publication-status`);
		return JSON.stringify(status).includes('rror') ? JSON.stringify(status) : undefined;
	};
	return atOnce ?? (await until('The failure of the activation', later));
}

/** n8n knows the address a moment after the activation; only POST is answered by the node, so this starts nothing. */
async function ready(url: string): Promise<void> {
	for (let attempt = 0; attempt < 100; attempt += 1) {
		const response = await fetch(url, { method: 'GET' });
		const text = await response.text();
		if (text.includes('not registered for GET requests')) return;
		await new Promise((resolve) => setTimeout(resolve, 50));
	}
	throw new Error(`${url} was not registered`);
}

/** The id of a campaign whose calls have all ended, and been reported. */
async function calledCampaign(callBackUrl: string, count: number): Promise<number> {
	const id = await newCampaign({ callBackUrl });
	await askCec('POST', `/rest/isales/v2/openapi/campaigns/{vdn}/calldata/${id}`, { callDataList: contacts(count) });
	await askCec('PUT', `/rest/isales/v1/openapi/campaigns/{vdn}/${id}/resume`);
	await simulator().advance(120);
	return id;
}

function contacts(count: number) {
	return Array.from({ length: count }, (_, index) => ({
		sessionId: `contact-${index + 1}`,
		called: [{ calledNo: `44770090000${index + 1}` }],
	}));
}

async function sent(): Promise<Callback[]> {
	return (await simulator().sentCallbacks()) as unknown as Callback[];
}

/** The items of all executions, the newest first, once so many executions are there. */
async function itemsOf({ api, stored }: Listening, executions: number): Promise<IDataObject[]> {
	const ended = await api.waitForExecutions(stored, executions);
	expect(ended).toHaveLength(executions);
	for (const execution of ended) expect(execution.status).toBe('success');
	return ended.flatMap((execution) => execution.items('Results'));
}

function callResult(change: IDataObject = {}): IDataObject {
	return {
		campaignId: '46',
		sessionId: 'contact-1',
		called: '447700900001',
		callTimeStr: '2026-03-02 10:00:00',
		callStatus: 6,
		failCode: '0',
		callId: '1646215200-1',
		...change,
	};
}

async function post(url: string, body: unknown): Promise<{ status: number; body: unknown }> {
	const response = await fetch(url, {
		method: 'POST',
		headers: { 'content-type': 'application/json; charset=UTF-8' },
		body: JSON.stringify(body),
	});
	return { status: response.status, body: await response.json() };
}

async function status(url: string, method = 'POST', body = '[]'): Promise<number> {
	const init = method === 'GET' ? { method } : { method, headers: { 'content-type': 'application/json' }, body };
	return (await fetch(url, init)).status;
}
