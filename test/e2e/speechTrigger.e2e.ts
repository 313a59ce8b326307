/** Sentences of calls reach a workflow: subscribed for as long as it is active, kept alive, from CEC alone. */
import { setTimeout as sleep } from 'node:timers/promises';
import type { IDataObject, INode, INodeParameters } from 'n8n-workflow';

import type { N8nApi, StoredCredential, StoredWorkflow } from '../../scripts/n8n/api';
import { until } from '../../scripts/n8n/session';
import { askCec, base, credentialData, forgetToken, n8n, OwnN8n, runtime, simulator, speechTrigger, using, workflow } from './support';

const type = 'huaweiCecGatewayAdminApi';
const suffix = '/v100/subscribe/asrevent/asrresult';
const received = { message: 'success', retcode: '0' };
const lines = [
	{ speaker: 'agent' as const, text: 'Good morning, how can I help you?' },
	{
		speaker: 'customer' as const,
		text: 'Ich möchte kündigen – 取消 "now".',
		intent: 'Cancel',
		sensitiveWords: ['cancel', 'complaint'],
		faq: { question: 'How is it cancelled?', answer: 'In writing.', group: 'Contracts' },
	},
];

interface Subscription {
	serverId: string;
	serviceCallBackUri: string;
	nlpFlag: boolean;
	flowAccessCode?: string;
	hasServiceToken: boolean;
	lastHandshake: string;
	alive: boolean;
}

interface Listening {
	api: N8nApi;
	stored: StoredWorkflow;
	/** Where CEC posts sentences. */
	url: string;
}

beforeEach(async () => await simulator().reset({ speed: 0 }));

describe('an active workflow', () => {
	let listening: Listening;

	afterEach(async () => await n8n().deactivate(listening.stored));

	it('is subscribed with its address and a token, and no longer when it is deactivated', async () => {
		listening = await listen();
		expect(await subscriptions()).toMatchObject([
			{ serviceCallBackUri: listening.url.replace(suffix, ''), nlpFlag: false, hasServiceToken: true, alive: true },
		]);
		await n8n().deactivate(listening.stored);
		await until('The end of the subscription', async () => ((await subscriptions()).length === 0 ? true : undefined));
		const cancelled = (await simulator().requests()).requests.filter(({ section }) => section === '6.3.3');
		// n8n tells the node that its address is gone, and ends its trigger; which of them cancels does not matter.
		expect(cancelled.map(({ response }) => (response as IDataObject).retcode)).toContain('0');
		const gone = async () => ((await post(listening.url, sentence())).status === 404 ? true : undefined);
		expect(await until('The end of the address', gone)).toBe(true);
	});

	it.each(['sample', 'table'] as const)('gets sentences in one shape when CEC sends that of the %s', async (shape) => {
		listening = await listen({ understandMeaning: true, flowAccessCode: 'bot-1' });
		expect(await subscriptions()).toMatchObject([{ nlpFlag: true, flowAccessCode: 'bot-1' }]);
		const callId = await simulator().speak({ lines, shape, customer: '447700900313' });
		await simulator().advance(10);
		const items = await itemsOf(listening, 2);
		expect(items[0]).toMatchObject({
			event: 'partial',
			callId,
			speaker: 'customer',
			text: lines[1].text,
			final: false,
			beginMs: 4000,
			endMs: 6500,
			confidence: expect.any(Number),
			agentId: '101',
			customerNumber: '447700900313',
			intent: 'Cancel',
			sensitiveWords: ['cancel', 'complaint'],
			answers: [{ question: 'How is it cancelled?', answers: ['In writing.'], group: 'Contracts', score: expect.any(Number) }],
			script: [{ intent: 'Cancel', finished: true }],
		});
		expect(items[1]).toMatchObject({ speaker: 'agent', text: lines[0].text, callId });
		for (const { accepted, attempts } of await spoken()) {
			expect(accepted).toBe(true);
			expect(attempts).toMatchObject([{ status: 200, answer: received }]);
		}
	});

	it('gets the events, speaker and agents that it asks for', async () => {
		listening = await listen({ events: ['started', 'ended'], speaker: 'customer', options: { agentIds: '101, 102' } });
		await simulator().speak({ lines, agentId: '103' });
		await simulator().speak({ lines, agentId: '102' });
		await simulator().advance(10);
		const items = await itemsOf(listening, 2);
		expect(items.map(({ event }) => event)).toEqual(['ended', 'started']);
		for (const item of items) expect(item).toMatchObject({ speaker: 'customer', agentId: '102', text: '' });
	});

	it('gets final sentences, failures, and contents that nobody can read', async () => {
		listening = await listen({ events: ['final', 'failed'] });
		await simulator().speak({ lines: [lines[0]], userCase: '0', encrypted: true });
		await simulator().speak({ lines: [lines[1]], userCase: '7' });
		await simulator().advance(10);
		const items = await until('Both', async () => {
			const found = (await n8n().waitForExecutions(listening.stored, 2)).flatMap((one) => one.items('Speech'));
			return found.some(({ event }) => event === 'failed') ? found : undefined;
		});
		expect(items.filter(({ event }) => event === 'final')).toMatchObject([{ final: true, text: '', encrypted: true }]);
		expect(items.find(({ event }) => event === 'failed')).toMatchObject({ failure: '7', text: '' });
	});

	it('hears a two-party call', async () => {
		listening = await listen();
		await simulator().calls({ called: '447700900101', outcomes: [{ reason: 0, talkSeconds: 12 }] });
		forgetToken();
		await askCec('POST', '/apiaccess/CC-Management/v1/mobileAgent/createCall', {
			caller: '15550105',
			called: '447700900101',
			agentWorkNo: 101,
		});
		await simulator().advance(60);
		const items = await itemsOf(listening, (await spoken()).filter(({ body }) => body.asrusercase === '62').length);
		expect(items.length).toBeGreaterThan(1);
		for (const item of items) expect(item).toMatchObject({ event: 'partial', agentId: '101', customerNumber: '447700900101' });
	});

	it('refuses what does not bring its token, and starts nothing by it', async () => {
		listening = await listen();
		const token = { service_token: 'guessed' };
		for (const headers of [{}, { service_token: '' }, token] as Array<Record<string, string>>) {
			expect(await post(listening.url, sentence(), headers)).toEqual({
				status: 401,
				body: { retcode: '401', message: 'wrong service_token' },
			});
		}
		expect((await post(listening.url, '{"curcallid":', token)).status).toBe(422);
		const parts = { 'content-type': 'multipart/form-data; boundary=b', ...token };
		expect((await post(listening.url, '--b--\r\n', parts)).status).toBe(401);
		expect((await post(listening.url.replace(suffix, ''), sentence(), token)).status).toBe(404);
		expect(await n8n().executionIds(listening.stored)).toEqual([]);
	});
});

describe('the subscription', () => {
	const often = { options: { allowHttpCallback: true, keepAliveSeconds: 10 } };
	const seconds = (count: number) => count * 1000;
	const handshakes = async () => (await simulator().requests()).requests.filter(({ section }) => section === '6.3.5');
	let listening: Listening;

	afterEach(async () => await n8n().deactivate(listening.stored));

	it('is kept alive, made again when it was lost, and signed in for again when the session is gone', async () => {
		listening = await listen(often);
		const [first] = await subscriptions();
		await until('A sign of life', async () => ((await handshakes()).length > 0 ? true : undefined));
		expect(await handshakes()).toMatchObject([{ response: { retcode: '0' } }]);

		await simulator().clearRequests();
		await simulator().expireGateway();
		await until('A sign of life of a new session', async () => ((await handshakes()).length > 1 ? true : undefined));
		const codes = (await handshakes()).map(({ response }) => (response as IDataObject).retcode);
		expect(codes).toEqual(['107-000', '0']);
		expect((await subscriptions()).map(({ serverId, alive }) => [serverId, alive])).toEqual([[first.serverId, true]]);

		await simulator().advance(310); // five minutes without a sign of life
		expect(await subscriptions()).toMatchObject([{ serverId: first.serverId, alive: false }]);
		await until('A new subscription', async () => ((await subscriptions()).some(({ alive }) => alive) ? true : undefined));
		const [second] = (await subscriptions()).filter(({ alive }) => alive);
		expect(second).toMatchObject({ serviceCallBackUri: first.serviceCallBackUri, hasServiceToken: true });
		await simulator().speak({ lines: [lines[0]] });
		await simulator().advance(10);
		expect(await itemsOf(listening, 1)).toMatchObject([{ text: lines[0].text, subscriptionId: second.serverId }]);

		await n8n().deactivate(listening.stored);
		await until('Its end', async () => ((await subscriptions()).some(({ alive }) => alive) ? undefined : true));
		await simulator().clearRequests();
		await sleep(seconds(12));
		expect(await handshakes()).toEqual([]);
	}, 120_000);

	it('is tried for again while the gateway is gone', async () => {
		listening = await listen(often);
		await simulator().fault({ kind: 'status', status: 502, match: { path: '/handshake/', times: 50 } });
		await until('A failed sign of life', async () => ((await handshakes()).length > 0 ? true : undefined));
		await simulator().reset({ speed: 0 }); // the gateway comes back, and has forgotten everything
		await until('A new subscription', async () => ((await subscriptions()).some(({ alive }) => alive) ? true : undefined), 60_000);
		await simulator().speak({ lines: [lines[0]] });
		await simulator().advance(10);
		const heard = async () => {
			const executions = await n8n().waitForExecutions(listening.stored, 1);
			return executions.flatMap((one) => (one.status === 'success' ? one.items('Speech') : []))[0];
		};
		expect(await until('The sentence', heard)).toMatchObject({ text: lines[0].text });
	}, 120_000);

	it('is not made over plain HTTP unless that is allowed', async () => {
		const trigger = speechTrigger('Speech', { events: ['partial'], speaker: 'both', options: {} });
		const stored = await n8n().createWorkflow(workflow('Refused', [trigger]));
		const atOnce = await n8n().activate(stored).then(() => undefined, (error: Error) => error.message);
		const later = async () => {
			const status = await n8n().session.get<object>(`/rest/workflows/${stored.id}/publication-status`);
			return JSON.stringify(status).includes('rror') ? JSON.stringify(status) : undefined;
		};
		expect(atOnce ?? (await until('The failure of the activation', later))).toMatch(/Callback URL.+ is not protected \(http:\/\/\)/);
		expect(await subscriptions()).toEqual([]);
		listening = { api: n8n(), stored, url: '' };
	});
});

describe('n8n restarted', () => {
	let own: OwnN8n;
	let credential: StoredCredential;

	beforeAll(async () => {
		own = await OwnN8n.start();
		credential = await (await own.api()).createCredential(type, 'Own', credentialData(runtime().simulatorUrl)[type]);
	});

	afterAll(async () => await own.remove());

	it('goes on listening, and is still let in', async () => {
		const before = await listen({}, await own.api(), [], using(credential));
		await simulator().speak({ lines: [lines[0]] });
		await simulator().advance(10);
		expect(await itemsOf(before, 1)).toHaveLength(1);

		await own.restart();
		const after = { ...before, api: await own.api() };
		await registered(after.url);
		const alive = async () => (await subscriptions()).filter((one) => one.alive);
		// Ending, n8n has cancelled the one; starting, it makes another.
		await until('A subscription', async () => ((await alive()).length > 0 ? true : undefined));
		await simulator().speak({ lines: [lines[1]] });
		await simulator().advance(10);
		const items = await itemsOf(after, 2);
		expect(items[0]).toMatchObject({ text: lines[1].text });
		await after.api.deactivate(after.stored);
		await until('The end of the subscription', async () => ((await alive()).length === 0 ? true : undefined));
	});
});

describe('a test from the editor', () => {
	it('runs to its end with the first sentence, and is subscribed no longer than that', async () => {
		const trigger = speechTrigger('Speech', given({}));
		const stored = await n8n().createWorkflow(workflow('By hand', [trigger, then()]));
		const answer = await n8n().session.post<{ waitingForWebhook?: boolean }>(`/rest/workflows/${stored.id}/run`, {
			workflowData: stored,
			triggerToStartFrom: { name: trigger.name },
		});
		expect(answer.waitingForWebhook).toBe(true);
		const [subscribed] = await subscriptions();
		expect(subscribed.serviceCallBackUri).toMatch(new RegExp(`/webhook-test/${trigger.webhookId}/speech$`));
		await simulator().speak({ lines: [lines[0]] });
		await simulator().advance(10);
		const [execution] = await n8n().waitForExecutions(stored, 1);
		expect(execution.error?.message).toBeUndefined();
		expect(execution.status).toBe('success');
		expect(execution.mode).toBe('manual');
		expect(execution.items('Speech')).toMatchObject([{ event: 'partial', text: lines[0].text }]);
		expect(execution.items('Then')).toMatchObject([{ text: lines[0].text }]);
		await until('The end of the subscription', async () => ((await subscriptions()).length === 0 ? true : undefined));
		await simulator().speak({ lines });
		await simulator().advance(10);
		expect(await n8n().executionIds(stored)).toEqual([execution.id]);
	});
});

function given(parameters: INodeParameters): INodeParameters {
	const options = { allowHttpCallback: true, ...(parameters.options as INodeParameters) };
	return { events: ['final', 'partial'], speaker: 'both', ...parameters, options };
}

function then(): INode {
	return base('Then', 'set', { assignments: { assignments: [] }, includeOtherFields: true }, { typeVersion: 3.4 });
}

/** An active workflow that begins with the trigger. */
async function listen(parameters: INodeParameters = {}, api = n8n(), more: INode[] = [], extra = {}): Promise<Listening> {
	const trigger = speechTrigger('Speech', given(parameters), extra);
	const stored = await api.createWorkflow(workflow('Speech', [trigger, ...more]));
	await api.activate(stored);
	const url = `${api.session.url}/webhook/${trigger.webhookId}/speech${suffix}`;
	await registered(url);
	await until('The subscription', async () => ((await subscriptions()).length > 0 ? true : undefined));
	return { api, stored, url };
}

async function registered(url: string): Promise<void> {
	await until(url, async () => {
		const text = await (await fetch(url)).text();
		return text.includes('not registered for GET requests') ? true : undefined;
	});
}

async function subscriptions(): Promise<Subscription[]> {
	return (await simulator().state<{ subscriptions: Subscription[] }>()).subscriptions;
}

async function spoken() {
	return (await simulator().sentCallbacks()).filter(({ kind }) => kind === 'speech');
}

/** The items of all executions, the newest first, once so many executions are there. */
async function itemsOf({ api, stored }: Listening, executions: number): Promise<IDataObject[]> {
	const ended = await api.waitForExecutions(stored, executions);
	expect(ended).toHaveLength(executions);
	for (const execution of ended) expect(execution.status).toBe('success');
	return ended.flatMap((execution) => execution.items('Speech'));
}

function sentence(): string {
	const result = { content: '<nlresult Hello;time=0 100>', confidence: '99', iscontentenc: '0' };
	return JSON.stringify({ curcallid: '1-1', asrusercase: '62', talkertype: '1', initialagentid: '101', result });
}

async function post(url: string, body: string, headers: Record<string, string> = {}): Promise<{ status: number; body: unknown }> {
	const response = await fetch(url, { method: 'POST', headers: { 'content-type': 'application/json', ...headers }, body });
	const text = await response.text();
	return { status: response.status, body: text.startsWith('{') ? JSON.parse(text) : text };
}
