import type { IDataObject } from 'n8n-workflow';

import { realClock } from '../../cec/transport/clock';
import { HuaweiCecSpeechRecognitionTrigger } from '../../nodes/HuaweiCecSpeechRecognitionTrigger/HuaweiCecSpeechRecognitionTrigger.node';
import type { LoggedRequest, Simulator } from '../../simulator';
import { minutes, simulator } from '../simulator/harness';
import { activate, deactivate, execute, isSetUp, receive, run, type Posted, type Running } from '../support/n8n';
import { webhookServer } from '../support/webhookServer';

/** The pauses of the trigger, each until the test ends it. */
const mockPauses: Array<{ ms: number; end: () => void }> = [];

jest.mock('n8n-workflow', () => ({
	...jest.requireActual<object>('n8n-workflow'),
	sleep: async (ms: number) => await new Promise<void>((end) => mockPauses.push({ ms, end })),
}));

const node = new HuaweiCecSpeechRecognitionTrigger();
const RECEIVED = { message: 'success', retcode: '0' };
const KINDS = ['final', 'partial', 'ended', 'failed', 'started'];

interface Subscription {
	serverId: string;
	serviceCallBackUri: string;
	nlpFlag: boolean;
	flowAccessCode?: string;
	hasServiceToken: boolean;
	alive: boolean;
}

interface Kept extends IDataObject {
	serverId?: string;
	serviceToken?: string;
}

let sim: Simulator;
let n8n: Awaited<ReturnType<typeof webhookServer>>;
let given: Omit<Posted, 'node' | 'body'> & {
	parameters: IDataObject;
	credentials: Record<string, any>;
	staticData: IDataObject;
};

beforeEach(async () => {
	mockPauses.length = 0;
	// Repetitions of the transport take no time here; the pauses of the trigger do.
	jest.spyOn(realClock, 'sleep').mockResolvedValue();
	sim = await simulator();
	n8n = await webhookServer(() => ({ node, ...given }));
	const [{ agentId, password }] = sim.tenant.gateway.administrators;
	const trust = { ca: '', ignoreSslIssues: false };
	given = {
		parameters: { events: KINDS, options: { allowHttpCallback: true } },
		credentials: {
			huaweiCecGatewayAdminApi: {
				baseUrl: sim.url,
				account: 'admin',
				agentId,
				password,
				sessionToken: '',
				...trust,
			},
		},
		staticData: {},
		id: sim.url,
		webhookBaseUrl: n8n.url,
	};
});

afterEach(async () => {
	jest.restoreAllMocks();
	await n8n.close();
	await sim.close();
});

const kept = () => (given.staticData['node:Node'] ?? {}) as Kept;
const subscriptions = () => (sim.control.state() as { subscriptions: Subscription[] }).subscriptions;
const alive = () => subscriptions().filter((one) => one.alive);
const requests = (section: string): LoggedRequest[] =>
	sim.control.log.entries.filter((entry) => entry.section === section);
const set = (changes: IDataObject) => {
	given.parameters = { ...given.parameters, ...changes };
};

async function pause() {
	for (let look = 0; look < 500 && mockPauses.length === 0; look += 1)
		await new Promise((resolve) => setTimeout(resolve, 2));
	const next = mockPauses.shift();
	if (!next) throw new Error('The trigger does not wait');
	return next;
}

/** Lets the trigger's pause pass on the simulated clock, and waits for the next one; how long the first was. */
async function pass(): Promise<number> {
	const { ms, end } = await pause();
	await sim.clock.advance(ms);
	end();
	mockPauses.unshift(await pause());
	return ms;
}

/** The same for a pause after which the trigger does not go on. */
async function passLast(): Promise<void> {
	const { ms, end } = await pause();
	await sim.clock.advance(ms);
	end();
	await new Promise((resolve) => setTimeout(resolve, 200));
	expect(mockPauses).toEqual([]);
}

/** An active workflow, with its address set up and its trigger running. */
async function start(): Promise<Running> {
	await activate(node, given);
	return await run(node, given);
}

describe('activation', () => {
	test('subscribes with the address as far as the suffix that the platform appends', async () => {
		expect(await activate(node, given)).toBe(true);
		expect(subscriptions()).toMatchObject([
			{ serviceCallBackUri: `${n8n.url}/test/node/speech`, nlpFlag: false, hasServiceToken: true, alive: true },
		]);
		expect(requests('6.3.1')[0].body).toMatchObject({ subscribeType: '1', nlpFlag: false });
		expect(requests('6.3.1')[0].body).not.toHaveProperty('flowAccessCode');
		expect(kept()).toMatchObject({
			serverId: subscriptions()[0].serverId,
			serviceToken: expect.stringMatching(/^[0-9a-f]{48}$/),
			callbackUrl: `${n8n.url}/test/node/speech`,
		});
	});

	test('makes a new token each time', async () => {
		await activate(node, given);
		const { serviceToken } = kept();
		await deactivate(node, given);
		await activate(node, given);
		expect(kept().serviceToken).not.toBe(serviceToken);
	});

	test('asks for meaning with the bot that the user names', async () => {
		set({ understandMeaning: true, flowAccessCode: '801166010768953344' });
		await activate(node, given);
		expect(subscriptions()).toMatchObject([{ nlpFlag: true, flowAccessCode: '801166010768953344' }]);
	});

	test('fails without https, unless the user allows it', async () => {
		set({ options: {} });
		await expect(activate(node, given)).rejects.toThrow('"Callback URL" is not protected (http://)');
		expect(subscriptions()).toEqual([]);
		expect(kept()).not.toHaveProperty('serviceToken');
	});

	test('fails with an allow list that cannot be read', async () => {
		set({ options: { allowHttpCallback: true, allowedAddresses: '192.0.2.1, 10.0.0.0/33' } });
		await expect(activate(node, given)).rejects.toThrow('"10.0.0.0/33" is no IP address or network');
		expect(subscriptions()).toEqual([]);
	});

	test('says what the gateway says when it refuses', async () => {
		sim.control.addFault({
			match: { path: 'register' },
			kind: 'body',
			body: { message: 'no', retcode: '107-028' },
		});
		await expect(activate(node, given)).rejects.toThrow(/The platform refused the subscription/);
		expect(kept()).not.toHaveProperty('serverId');
	});

	test('says that the password is wrong, and does not try it again', async () => {
		given.credentials.huaweiCecGatewayAdminApi.password = 'wrong';
		await expect(activate(node, given)).rejects.toThrow(/password of the administrator is wrong/);
		await expect(activate(node, given)).rejects.toThrow(/password of the administrator is wrong/);
		expect(requests('4.6')).toHaveLength(1);
	});
});

describe('when n8n starts anew', () => {
	/** What n8n has saved is all there is. */
	beforeEach(async () => {
		await activate(node, given);
		given.staticData = JSON.parse(JSON.stringify(given.staticData)) as IDataObject;
	});

	test('a subscription that lives is kept', async () => {
		await sim.clock.advance(minutes(4));
		expect(await isSetUp(node, given)).toBe(true);
		expect(await activate(node, given)).toBe(true);
		expect(requests('6.3.1')).toHaveLength(1);
		await sim.clock.advance(minutes(4));
		expect(alive()).toHaveLength(1);
	});

	test('one that is gone is made anew', async () => {
		await sim.clock.advance(minutes(5));
		expect(await isSetUp(node, given)).toBe(false);
		expect(await activate(node, given)).toBe(true);
		expect(alive()).toMatchObject([{ serverId: kept().serverId }]);
	});

	test('one of other settings is made anew', async () => {
		set({ understandMeaning: true, flowAccessCode: '1' });
		expect(await isSetUp(node, given)).toBe(false);
		await activate(node, given);
		expect(await isSetUp(node, given)).toBe(true);
		set({ flowAccessCode: '2' });
		expect(await isSetUp(node, given)).toBe(false);
	});

	test('one at another address is made anew', async () => {
		expect(await isSetUp(node, { ...given, webhookBaseUrl: 'https://n8n.example.com/webhook' })).toBe(false);
	});

	test('what filters here needs no new one', async () => {
		set({
			events: ['final'],
			speaker: 'agent',
			simplify: false,
			options: { allowHttpCallback: true, agentIds: '7' },
		});
		expect(await isSetUp(node, given)).toBe(true);
	});

	test('a gateway that cannot be reached is not taken for a subscription that lives', async () => {
		sim.control.addFault({ match: { times: 20 }, kind: 'resetBefore' });
		expect(await isSetUp(node, given)).toBe(false);
	});

	test('nothing is asked when nothing was saved', async () => {
		sim.control.log.clear();
		expect(await isSetUp(node, { ...given, staticData: {} })).toBe(false);
		expect(sim.control.log.entries).toEqual([]);
	});
});

describe('while the workflow is active', () => {
	const handshakes = () => requests('6.3.5').length;

	test('a sign of life every two minutes keeps the subscription', async () => {
		const running = await start();
		for (let count = 1; count <= 5; count += 1) {
			expect(await pass()).toBe(120_000);
			expect(handshakes()).toBe(count);
		}
		expect(alive()).toMatchObject([{ serverId: kept().serverId }]);
		expect(requests('6.3.1')).toHaveLength(1);
		expect([running.saved, running.emitted]).toEqual([[], []]);
		await running.closeFunction();
	});

	test('or as often as the user likes', async () => {
		set({ options: { allowHttpCallback: true, keepAliveSeconds: 30 } });
		const running = await start();
		expect([await pass(), await pass()]).toEqual([30_000, 30_000]);
		await running.closeFunction();
	});

	test('a session that the gateway forgot is opened again, and nothing is lost', async () => {
		const running = await start();
		sim.control.expireGateway();
		await pass();
		expect(requests('4.6')).toHaveLength(2);
		expect(requests('6.3.1')).toHaveLength(1);
		expect(alive()).toHaveLength(1);
		await running.closeFunction();
	});

	test('a subscription that was lost is made again, with the same address and token', async () => {
		const running = await start();
		const before = { ...kept() };
		await sim.clock.advance(minutes(5));
		await pass();
		expect(subscriptions().map((one) => one.alive)).toEqual([false, true]);
		expect(subscriptions()[1].serviceCallBackUri).toBe(subscriptions()[0].serviceCallBackUri);
		expect(running.memory.serverId).toBe(alive()[0].serverId);
		expect(running.memory.serverId).not.toBe(before.serverId);
		expect(running.memory.serviceToken).toBe(before.serviceToken);
		await pass();
		expect(requests('6.3.1')).toHaveLength(2);
		expect([running.saved, running.emitted, running.warnings]).toEqual([[], [], []]);
		sim.control.speak({ lines: [{ speaker: 'agent', text: 'Hello' }] });
		await sim.clock.advance(minutes(1));
		expect(n8n.items.map(({ event }) => event)).toEqual(['started', 'partial', 'ended']);
		await running.closeFunction();
		expect(alive()).toEqual([]);
	});

	test('a gateway that cannot be reached is told once, and asked every quarter of a minute until it is back', async () => {
		const running = await start();
		// Each sign of life is sent five times.
		sim.control.addFault({ match: { path: 'handshake', times: 15 }, kind: 'resetBefore' });
		expect([await pass(), await pass(), await pass(), await pass(), await pass()]).toEqual([
			...[120_000, 15_000, 15_000, 15_000, 120_000],
		]);
		expect(running.saved).toHaveLength(1);
		expect(running.emitted).toEqual([]);
		expect(running.warnings).toEqual(
			Array(3).fill(expect.stringMatching(/subscription to recognized speech is at risk: .*broke off/)),
		);
		expect(alive()).toMatchObject([{ serverId: kept().serverId }]);
		expect(requests('6.3.1')).toHaveLength(1);
		sim.control.addFault({ match: { path: 'handshake', times: 5 }, kind: 'status', status: 503 });
		await pass();
		expect(running.saved).toHaveLength(2);
		await running.closeFunction();
	});

	test('one that refuses a sign of life of a subscription that lives keeps no second one', async () => {
		const running = await start();
		const body = { message: 'no', retcode: '107-005' };
		sim.control.addFault({ match: { path: 'handshake' }, kind: 'body', body });
		await pass();
		expect(requests('6.3.1')).toHaveLength(2);
		expect(alive()).toMatchObject([{ serverId: running.memory.serverId }]);
		await running.closeFunction();
	});

	test('one that was away for too long finds a new subscription', async () => {
		const running = await start();
		sim.control.addFault({ match: { times: 1000 }, kind: 'resetBefore' });
		await pass();
		await sim.clock.advance(minutes(5));
		await pass();
		sim.control.clearFaults();
		await pass();
		expect(alive()).toMatchObject([{ serverId: running.memory.serverId }]);
		expect(subscriptions()).toHaveLength(2);
		expect(running.saved).toHaveLength(1);
		await running.closeFunction();
	});

	test('one that refuses to subscribe again is told once and asked again', async () => {
		const running = await start();
		await sim.clock.advance(minutes(5));
		const body = { message: 'no', retcode: '107-027' };
		sim.control.addFault({ match: { path: 'register', times: 2 }, kind: 'body', body });
		expect([await pass(), await pass(), await pass()]).toEqual([120_000, 15_000, 15_000]);
		expect(running.saved.map(({ message }) => message)).toEqual([
			expect.stringContaining('could not be registered'),
		]);
		expect(alive()).toHaveLength(1);
		await running.closeFunction();
	});

	test.each<[string, object, RegExp]>([
		['the password', { password: 'another' }, /password of the administrator is wrong/],
		['the account', { agentId: 4242 }, /does not know this administrator/],
	])('a gateway that refuses %s stops the trigger, and is told once', async (_name, changes, message) => {
		const running = await start();
		Object.assign(given.credentials.huaweiCecGatewayAdminApi, changes);
		sim.control.expireGateway();
		sim.control.log.clear();
		await passLast();
		expect(running.emitted.map((error) => error.message)).toEqual([expect.stringMatching(message)]);
		expect(running.saved).toEqual([]);
		expect(requests('4.6')).toHaveLength(1);
		expect(requests('6.3.1')).toEqual([]);
		await running.closeFunction();
	});

	test('nothing is sent once it is closed', async () => {
		const running = await start();
		await pass();
		await running.closeFunction();
		sim.control.log.clear();
		await passLast();
		expect(sim.control.log.entries).toEqual([]);
		// n8n has it cancelled with the address.
		expect(alive()).toHaveLength(1);
	});
});

describe('deactivation', () => {
	test('cancels the subscription and forgets its token', async () => {
		const running = await start();
		await running.closeFunction();
		expect(await deactivate(node, given)).toBe(true);
		expect(subscriptions()).toEqual([]);
		expect(kept()).not.toHaveProperty('serverId');
		expect(kept()).not.toHaveProperty('serviceToken');
	});

	test('does not fail for a gateway that is away, or for a subscription that is gone', async () => {
		await activate(node, given);
		sim.control.addFault({ match: { path: 'unregister', times: 5 }, kind: 'resetBefore' });
		expect(await deactivate(node, given)).toBe(true);
		sim.control.clearFaults();
		await activate(node, given);
		await sim.clock.advance(minutes(5));
		expect(await deactivate(node, given)).toBe(true);
		expect(kept()).not.toHaveProperty('serviceToken');
	});

	test('asks nothing where there is no subscription', async () => {
		expect(await deactivate(node, given)).toBe(true);
		expect(sim.control.log.entries).toEqual([]);
	});
});

const TOKEN = 'a1b2c3';
const message = {
	subscribetype: '1',
	curuserdn: '88880313',
	serverid: '20260302080000-001-00101',
	initialagentid: '184',
	result: { iscontentenc: '0', confidence: '97', content: '<nlresult I have lost my card;time=9460 9850>' },
	ccid: '1',
	createTime: 1772438400513,
	vdnid: '14',
	talkertype: '2',
	talkerid: '88880313',
	asrusercase: '62',
	curcallid: '1595493961-913',
};

/** Posts a message to a workflow that has subscribed with the token above. */
async function post(body: unknown, parameters: IDataObject = {}, more: Partial<Posted> = {}) {
	const { response, answered } = await receive({
		node,
		body,
		parameters: { events: KINDS, ...parameters },
		headers: { 'content-type': 'application/json; charset=UTF-8', service_token: TOKEN },
		staticData: { 'node:Node': { serviceToken: TOKEN, serverId: 'any' } },
		...more,
	});
	return { item: response.workflowData?.[0][0].json, response, answered };
}

describe('one message', () => {
	const refusal = (status: number, because: string) => ({
		status,
		body: { message: because, retcode: String(status) },
	});

	test('becomes an item, and is answered as the platform wants', async () => {
		const { item, response } = await post(message, {}, { timezone: 'Asia/Shanghai' });
		expect(item).toEqual({
			event: 'partial',
			callId: '1595493961-913',
			speaker: 'customer',
			text: 'I have lost my card',
			beginMs: 9460,
			endMs: 9850,
			final: false,
			confidence: 97,
			time: '2026-03-02T16:00:00.513+08:00',
			agentId: '184',
			customerNumber: '88880313',
			speakerId: '88880313',
			subscriptionId: '20260302080000-001-00101',
			vdnId: '14',
			callCenterId: '1',
		});
		expect(response.webhookResponse).toEqual(RECEIVED);
	});

	test('stays as it came where it is not to be simplified', async () => {
		expect((await post(message, { simplify: false })).item).toEqual(message);
	});

	test.each<[string, unknown]>([
		['none', undefined],
		['an empty one', ''],
		['another one', 'a1b2c4'],
		['a part of it', 'a1b2c'],
		['more than it', 'a1b2c3 '],
		['several', [TOKEN, TOKEN]],
	])('is refused with a service_token that is %s', async (_name, service_token) => {
		const { response, answered } = await post(message, {}, { headers: { service_token } });
		expect(answered).toEqual(refusal(401, 'wrong service_token'));
		expect(response).toEqual({ noWebhookResponse: true });
	});

	test.each<[string, IDataObject]>([
		['there is no subscription', {}],
		['its token was forgotten', { 'node:Node': { serverId: 'any' } }],
		['its token is empty', { 'node:Node': { serviceToken: '' } }],
	])('is refused where %s', async (_name, staticData) => {
		for (const service_token of [undefined, '', 'undefined', TOKEN]) {
			const { answered } = await post(message, {}, { staticData, headers: { service_token } });
			expect(answered).toEqual(refusal(401, 'wrong service_token'));
		}
	});

	test('is taken from allowed addresses only', async () => {
		const options = { allowedAddresses: '198.51.100.0/24' };
		expect((await post(message, { options })).answered).toEqual(refusal(403, 'not allowed'));
		expect((await post(message, { options }, { ip: '198.51.100.7' })).item).toBeDefined();
	});

	test.each([
		'',
		'[]',
		'null',
		'hello',
		'{"a"',
		'{}',
		'{"curcallid":"1"}',
		'{"asrusercase":"62"}',
		'{"curcallid":"","asrusercase":"62"}',
	])('is refused when it is %j', async (raw) => {
		expect((await post({}, {}, { raw })).answered).toEqual(refusal(400, 'not a result of speech recognition'));
	});

	test('is refused when it is larger than a megabyte', async () => {
		const content = 'x'.repeat(1024 * 1024);
		const large = { ...message, result: { ...message.result, content } };
		expect((await post(large)).answered).toEqual(refusal(413, 'too large'));
		const fitting = { ...message, result: { ...message.result, content: content.slice(2000) } };
		expect((await post(fitting)).item?.text).toHaveLength(1024 * 1024 - 2000);
	});

	test('that comes again starts nothing', async () => {
		const memory = { id: 'again', staticData: { 'node:Node': { serviceToken: TOKEN } } };
		expect((await post(message, {}, memory)).item).toBeDefined();
		expect((await post(message, {}, memory)).response).toEqual({ webhookResponse: RECEIVED });
		expect((await post({ ...message, createTime: message.createTime + 1 }, {}, memory)).item).toBeDefined();
	});

	test('that has neither time nor words is never taken for one that comes again', async () => {
		const { createTime: _createTime, ...timeless } = message;
		const memory = { id: 'timeless', staticData: { 'node:Node': { serviceToken: TOKEN } } };
		const started = { ...timeless, asrusercase: '61', result: [] };
		expect((await post(started, {}, memory)).item?.event).toBe('started');
		expect((await post(started, {}, memory)).item?.event).toBe('started');
		expect((await post(timeless, {}, memory)).item).toBeDefined();
		expect((await post(timeless, {}, memory)).item).toBeUndefined();
	});

	test.each<[string, unknown, object]>([
		['without times', '<nlresult Hello there>', { text: 'Hello there' }],
		['with signs in it', '<nlresult a;time=1 <b>;time=10 20>', { text: 'a;time=1 <b>', beginMs: 10, endMs: 20 }],
		['over two lines', '<nlresult a\nb;time=10 20>', { text: 'a\nb', beginMs: 10, endMs: 20 }],
		['that is plain', 'Hello', { text: 'Hello' }],
		['that is empty', '', { text: '' }],
		['that is nothing', null, { text: '' }],
	])('content %s', async (_name, content, expected) => {
		const { item } = await post({ ...message, result: [{ ...message.result, content }] });
		expect({ text: item?.text, beginMs: item?.beginMs, endMs: item?.endMs }).toEqual(expected);
	});

	test.each([
		['61', 'started'],
		['62', 'partial'],
		['63', 'ended'],
		['0', 'final'],
		[0, 'final'],
		['7', 'failed'],
		['107', 'failed'],
	])('with case %j is "%s"', async (asrusercase, event) => {
		const { item } = await post({ ...message, asrusercase });
		expect([item?.event, item?.final, item?.failure]).toEqual([
			event,
			event === 'final',
			event === 'failed' ? asrusercase : undefined,
		]);
	});

	test('without result or meaning is an item all the same', async () => {
		const { result: _result, ...rest } = message;
		const { item } = await post({ ...rest, nlpResult: null, createTime: 'soon' });
		expect(item).toMatchObject({ event: 'partial', text: '' });
		expect([item?.time, item?.confidence, item && 'intent' in item]).toEqual([undefined, undefined, false]);
	});
});

describe('filters', () => {
	const told = (changes: object) => ({ ...message, ...changes });
	const agent = { talkertype: '1', talkerid: '184' };

	test('by kind', async () => {
		expect((await post(message, { events: ['final', 'ended'] })).response).toEqual({ webhookResponse: RECEIVED });
		expect((await post(told({ asrusercase: '0' }), { events: ['final', 'ended'] })).item?.event).toBe('final');
	});

	test('are sentences unless chosen otherwise', async () => {
		const events = { events: undefined } as unknown as IDataObject;
		const items = await Promise.all(
			['61', '62', '63', '0', '9'].map(
				async (asrusercase) => (await post(told({ asrusercase }), events)).item?.event,
			),
		);
		expect(items).toEqual([undefined, 'partial', undefined, 'final', undefined]);
	});

	test.each([
		['agent', ['agent']],
		['customer', ['customer']],
		['both', ['agent', 'customer']],
	])('by speaker: %s', async (speaker, expected) => {
		const posts = [await post(told(agent), { speaker }), await post(message, { speaker })];
		expect(posts.flatMap(({ item }) => (item ? [item.speaker] : []))).toEqual(expected);
		expect(posts.map(({ response }) => response.webhookResponse as unknown)).toEqual([RECEIVED, RECEIVED]);
	});

	test('by agent, whose number may be a number', async () => {
		const options = { agentIds: '101, 184' };
		expect((await post(message, { options })).item).toBeDefined();
		expect((await post(told({ initialagentid: 101 }), { options })).item).toBeDefined();
		expect((await post(told({ initialagentid: '102' }), { options })).item).toBeUndefined();
	});
});

describe('what the simulator tells', () => {
	const LINES = [
		{ speaker: 'agent' as const, text: 'Good morning' },
		{
			speaker: 'customer' as const,
			text: 'I have lost my card; it is gone',
			intent: 'Report a loss',
			sensitiveWords: ['lost', 'gone'],
			faq: { group: 'Losses', question: 'What to do?', answer: 'Block the card.' },
		},
	];
	type Told = Parameters<Simulator['control']['speak']>[0];

	async function spoken(told: Told, parameters: IDataObject = {}) {
		set({ understandMeaning: true, flowAccessCode: '8011', ...parameters });
		await activate(node, given);
		const first = n8n.items.length;
		sim.control.speak({ lines: LINES, agentId: 184, customer: '88880313', callId: '1-1', ...told });
		await sim.clock.advance(minutes(1));
		const callbacks = sim.control.callbacks() as Array<{ accepted: boolean }>;
		expect(callbacks.every(({ accepted }) => accepted)).toBe(true);
		return JSON.parse(JSON.stringify(n8n.items.slice(first))) as Array<Record<string, unknown>>;
	}

	test('is one item for each thing that happens', async () => {
		const items = await spoken({});
		const common = { callId: '1-1', agentId: '184', customerNumber: '88880313', vdnId: '1', callCenterId: '1' };
		expect(items.map(({ event, speaker, text }) => [event, speaker, text])).toEqual([
			['started', 'agent', ''],
			['partial', 'agent', 'Good morning'],
			['started', 'customer', ''],
			['partial', 'customer', 'I have lost my card; it is gone'],
			['ended', 'agent', ''],
			['ended', 'customer', ''],
		]);
		for (const item of items)
			expect(item).toMatchObject({ ...common, subscriptionId: kept().serverId, final: false });
		expect(items[3]).toMatchObject({
			beginMs: 4000,
			endMs: 6500,
			time: '2026-03-02T08:00:06.500Z',
			intent: 'Report a loss',
			scriptStep: 'report_a_loss',
			script: [
				{
					code: 'report_a_loss',
					intent: 'Report a loss',
					finished: true,
					steps: [{ code: 'report_a_loss_confirm', intent: 'Confirm: Report a loss', finished: false }],
				},
			],
			sensitiveWords: ['lost', 'gone'],
			answers: [
				{
					question: 'What to do?',
					answers: ['Block the card.'],
					group: 'Losses',
					score: 4.05465109108164,
					faqId: '10011',
					faqGroupId: '10000',
				},
			],
			similarQuestions: [
				{ question: 'What to do?', answers: ['Block the card.'], group: 'Losses', score: 1e-8, faqId: '10012' },
			],
		});
		expect(items[1]).toMatchObject({ intent: '', sensitiveWords: [], answers: [], similarQuestions: [] });
	});

	test.each(['62', '0', '63', '99'])(
		'has one shape, by the sample and by the table, with case %s',
		async (userCase) => {
			// Only the sample has a time, and a confidence in nothing.
			const comparable = (items: Array<Record<string, unknown>>) =>
				items.map(({ time: _time, confidence, subscriptionId: _id, ...item }) => ({
					...item,
					...(item.text !== '' && { confidence }),
				}));
			const bySample = comparable(await spoken({ shape: 'sample', userCase }));
			const byTable = comparable(await spoken({ shape: 'table', userCase }));
			expect(bySample.length).toBeGreaterThan(1);
			expect(byTable).toEqual(bySample);
		},
	);

	test.each(['sample', 'table'] as const)('that is encrypted is passed on as it is, by the %s', async (shape) => {
		const items = await spoken({ shape, encrypted: true }, { events: ['partial'] });
		expect(items).toHaveLength(2);
		for (const item of items) {
			expect(item).toMatchObject({
				text: '',
				encrypted: true,
				encryptedText: expect.stringMatching(/^[A-Za-z0-9+/]+=*$/),
			});
			expect(item).not.toHaveProperty('beginMs');
		}
	});

	test('of errors has the code', async () => {
		const items = await spoken({ userCase: '99' }, { events: ['failed'] });
		expect(items.map(({ event, failure, text }) => [event, failure, text])).toEqual([
			['failed', '99', ''],
			['failed', '99', ''],
		]);
	});

	test('of single results is final', async () => {
		const items = await spoken({ userCase: '0' });
		expect(items.map(({ event, final }) => [event, final])).toEqual([
			['final', true],
			['final', true],
		]);
	});

	test('in a two-party conversation of many lines comes whole', async () => {
		const items = await spoken({ lines: undefined, shape: 'table' }, { events: ['started', 'partial'] });
		expect(items.filter(({ event }) => event === 'partial')).toHaveLength(10);
		expect(items.filter(({ event }) => event === 'started')).toHaveLength(10);
	});

	test('is refused once the token is forgotten', async () => {
		await activate(node, given);
		given.staticData = {};
		sim.control.speak({ lines: LINES });
		await sim.clock.advance(minutes(1));
		expect(new Set(n8n.answers.map(({ status }) => status))).toEqual(new Set([401]));
		expect(n8n.items).toEqual([]);
	});
});

test('in an execution it passes on what came to its address', async () => {
	const items = [{ json: { event: 'partial', text: 'Hello' } }, { json: { event: 'ended' } }];
	expect(await execute({ node, items, parameters: {}, credentials: {} })).toEqual(items);
});
