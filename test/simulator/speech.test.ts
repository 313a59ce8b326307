import http from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Simulator } from '../../simulator';
import { tenant } from '../../simulator';
import { type Answer, hours, management, minutes, simulator } from './harness';

const CONFIG = '/agentgateway/resource/config';
const SUBSCRIBE = `${CONFIG}/subscribe`;
const [ADMIN] = tenant.gateway.administrators;
const TOKEN = '3320EA1E5E7112A68E336ED638';
const ANYWHERE = 'https://127.0.0.1:1/rest/cc-ai/nlrresult';
/** Table 6-366. */
const CALLED_HUNG_UP = 0;
const SUCCESS = { message: 'success', retcode: '0' };

interface Sent extends Answer {
	headers: Headers;
}

async function send(
	sim: Simulator,
	path: string,
	method: string,
	content?: unknown,
	headers: Record<string, string> = {},
): Promise<Sent> {
	const response = await fetch(`${sim.url}${path}`, {
		method,
		headers: { 'content-type': 'application/json; charset=UTF-8', ...headers },
		body: content === undefined || typeof content === 'string' ? content : JSON.stringify(content),
	});
	const text = await response.text();
	// What no interface answers is told so in plain text.
	const body = response.headers.get('content-type')?.includes('json') ? JSON.parse(text) : undefined;
	return { status: response.status, text, body, headers: response.headers };
}

const signIn = async (sim: Simulator, body: unknown = ADMIN, headers?: Record<string, string>): Promise<Sent> =>
	await send(sim, `${CONFIG}/login`, 'POST', body, headers);

type Gateway = (path: string, method: string, body?: unknown, headers?: Record<string, string>) => Promise<Answer>;

async function signedIn(sim: Simulator): Promise<Gateway> {
	const Guid: string = (await signIn(sim)).body.result.guid;
	return async (path, method, body, headers = {}) =>
		await send(sim, `${SUBSCRIBE}${path}`, method, body, { Guid, ...headers });
}

const wishes = (changes: object = {}): object => ({
	subscribeType: '1',
	serviceToken: TOKEN,
	serviceCallBackUri: ANYWHERE,
	nlpFlag: false,
	...changes,
});

async function subscribed(gateway: Gateway, changes: object = {}): Promise<string> {
	const { body } = await gateway('/register', 'POST', wishes(changes));
	expect(body).toEqual({ result: { serverId: expect.any(String) }, ...SUCCESS });
	return body.result.serverId;
}

const refusal = (retcode: string): object => ({ status: 200, body: { retcode, message: expect.any(String) } });

describe('signing in to the gateway (4.6)', () => {
	let sim: Simulator;
	beforeEach(async () => {
		sim = await simulator();
	});
	afterEach(async () => await sim.close());

	it.each([
		['an administrator', ADMIN],
		['the VDN', { agentId: 100_000 + tenant.vdnId, password: tenant.gateway.vdnPassword }],
	])('lets %s in, and gives the Guid in header and body', async (_who, account) => {
		const { status, body, headers } = await signIn(sim, account);
		expect(status).toBe(200);
		expect(body).toEqual({
			result: { guid: expect.stringMatching(/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}\.AgentGateway1$/) },
			...SUCCESS,
		});
		expect(headers.get('guid')).toBe(body.result.guid);
		expect(headers.get('set-guid')).toBeNull();
		expect((await signIn(sim, account)).body.result.guid).not.toBe(body.result.guid);
	});

	it.each([
		['a wrong password', { ...ADMIN, password: 'wrong' }, '107-003'],
		['a work number without an account', { ...ADMIN, agentId: 102 }, '107-004'],
		['another VDN', { ...ADMIN, agentId: 100_002 }, '107-004'],
		['a number that nobody can have', { ...ADMIN, agentId: 60_000 }, '107-002'],
		['a number written as text', { ...ADMIN, agentId: '101' }, '107-002'],
		['no password', { agentId: 101 }, '107-002'],
		['an empty password', { agentId: 101, password: '' }, '107-002'],
		['a field too many', { ...ADMIN, vdnId: 1 }, '107-002'],
		['what is not JSON', 'agentId=101', '107-002'],
	])('refuses %s', async (_what, body, code) => {
		const answer = await signIn(sim, body);
		expect(answer).toMatchObject(refusal(code));
		expect(answer.headers.get('guid')).toBeNull();
	});

	it('wants to be told that the body is JSON', async () => {
		expect(await signIn(sim, ADMIN, { 'content-type': 'text/plain' })).toMatchObject(refusal('107-002'));
		expect((await signIn(sim, ADMIN, { 'content-type': 'application/json' })).body.retcode).toBe('0');
	});

	it('locks an account for half an hour after five wrong passwords in a row, and no other account', async () => {
		const wrong = async (times: number) => {
			for (let i = 0; i < times; i++) await signIn(sim, { ...ADMIN, password: 'wrong' });
		};
		await wrong(4);
		expect((await signIn(sim)).body.retcode).toBe('0');
		await wrong(4);
		await wrong(1);
		expect(await signIn(sim)).toMatchObject(refusal('107-003'));
		const vdn = { agentId: 100_000 + tenant.vdnId, password: tenant.gateway.vdnPassword };
		expect((await signIn(sim, vdn)).body.retcode).toBe('0');
		await sim.clock.advance(minutes(30) - 1);
		expect(await signIn(sim)).toMatchObject(refusal('107-003'));
		await sim.clock.advance(1);
		expect((await signIn(sim)).body.retcode).toBe('0');
	});

	it('keeps passwords, Guids and service tokens out of the log', async () => {
		const gateway = await signedIn(sim);
		const serverId = await subscribed(gateway);
		await gateway(`/handshake/${serverId}`, 'POST', undefined, { service_token: TOKEN });
		const guid = (await signIn(sim)).body.result.guid;
		const log = JSON.stringify(sim.control.requests());
		for (const secret of [ADMIN.password, TOKEN, guid, '.AgentGateway1']) expect(log).not.toContain(secret);
		const { requests } = sim.control.requests() as { requests: any[] };
		expect(requests[0]).toMatchObject({ section: '4.6', body: { agentId: 101, password: '***' } });
		expect(requests[0].response).toEqual({ result: { guid: '***' }, ...SUCCESS });
		expect(requests[1]).toMatchObject({
			section: '6.3.1',
			headers: { guid: '***' },
			body: { serviceToken: '***' },
		});
		expect(requests[2]).toMatchObject({ section: '6.3.5', headers: { service_token: '***' } });
	});
});

describe('subscriptions (6.3.1 to 6.3.5)', () => {
	let sim: Simulator;
	let gateway: Gateway;
	beforeEach(async () => {
		sim = await simulator();
		gateway = await signedIn(sim);
	});
	afterEach(async () => await sim.close());

	const subscriptions = (): any[] => (sim.control.state() as { subscriptions: any[] }).subscriptions;
	const sessions = (): number => (sim.control.state() as { gatewaySessions: number }).gatewaySessions;

	it('asks for a session, which ends two hours after it was used last, or when the control says so', async () => {
		const register = async (headers: Record<string, string>) =>
			await send(sim, `${SUBSCRIBE}/register`, 'POST', wishes(), headers);
		expect(await register({})).toMatchObject(refusal('107-000'));
		expect(await register({ guid: 'made-up.AgentGateway1' })).toMatchObject(refusal('107-000'));
		const guid: string = (await signIn(sim)).body.result.guid;
		expect((await register({ GUID: guid })).body.retcode).toBe('0');
		for (let i = 0; i < 3; i++) {
			await sim.clock.advance(hours(2) - 1);
			expect((await register({ guid })).body.retcode).toBe('0');
		}
		expect(sessions()).toBe(1);
		await sim.clock.advance(hours(2));
		expect(await register({ guid })).toMatchObject(refusal('107-000'));
		expect(sessions()).toBe(0);
		const again = await signedIn(sim);
		await fetch(`${sim.url}/__simulator/gateway/expire`, { method: 'POST' });
		expect(await again('/register', 'POST', wishes())).toMatchObject(refusal('107-000'));
	});

	it('numbers subscriptions as printed, and takes nlpFlag as boolean and as text', async () => {
		const first = await subscribed(gateway, { nlpFlag: 'true', flowAccessCode: '801166010768953344' });
		const second = await subscribed(gateway, { nlpFlag: true, serviceToken: undefined });
		const third = await subscribed(gateway, { nlpFlag: 'false', serviceToken: '' });
		expect(first).toMatch(/^20260302080000-001-\d{5}$/);
		expect(new Set([first, second, third]).size).toBe(3);
		expect(subscriptions()).toMatchObject([
			{ serverId: first, nlpFlag: true, flowAccessCode: '801166010768953344', hasServiceToken: true },
			{ serverId: second, nlpFlag: true, hasServiceToken: false },
			{ serverId: third, nlpFlag: false, hasServiceToken: false },
		]);
		expect(JSON.stringify(subscriptions())).not.toContain(TOKEN);
	});

	it.each([
		['another type', { subscribeType: '2' }],
		['a type that is a number', { subscribeType: 1 }],
		['no type', { subscribeType: undefined }],
		['no address', { serviceCallBackUri: undefined }],
		['what is no address', { serviceCallBackUri: 'somewhere' }],
		['a long address', { serviceCallBackUri: `https://127.0.0.1/${'x'.repeat(183)}` }],
		['no nlpFlag', { nlpFlag: undefined }],
		['an nlpFlag of another kind', { nlpFlag: 'yes' }],
		['a long token', { serviceToken: 'x'.repeat(257) }],
		['a flow without analysis', { nlpFlag: false, flowAccessCode: '801166010768953344' }],
		['a field too many', { vdnId: 1 }],
	])('refuses %s', async (_what, changes) => {
		expect(await gateway('/register', 'POST', wishes(changes))).toMatchObject(refusal('107-002'));
		expect(subscriptions()).toEqual([]);
	});

	it('takes the longest address and the longest token', async () => {
		const serviceCallBackUri = `https://127.0.0.1/${'x'.repeat(182)}`;
		expect(serviceCallBackUri).toHaveLength(200);
		await subscribed(gateway, { serviceCallBackUri, serviceToken: 'x'.repeat(256) });
	});

	it('changes a subscription as a whole', async () => {
		const serverId = await subscribed(gateway, { nlpFlag: true, flowAccessCode: '801166010768953344' });
		const body = { serviceCallBackUri: `${ANYWHERE}/2`, nlpFlag: 'false' };
		const modify = async (query: string, changes: object = {}) =>
			await gateway(`/modify${query}`, 'POST', { ...body, ...changes });
		expect((await modify(`?serverId=${serverId}`)).body).toEqual(SUCCESS);
		expect(subscriptions()).toMatchObject([{ serverId, serviceCallBackUri: `${ANYWHERE}/2`, nlpFlag: false }]);
		expect(subscriptions()[0].flowAccessCode).toBeUndefined();
		expect(await modify('')).toMatchObject(refusal('107-002'));
		expect(await modify('?serverId=%20')).toMatchObject(refusal('107-002'));
		expect(await modify('?serverId=20140414172508-001-00101')).toMatchObject(refusal('107-030'));
		expect(await modify(`?serverId=${serverId}`, { serviceToken: TOKEN })).toMatchObject(refusal('107-002'));
		expect(await modify(`?serverId=${serverId}`, { nlpFlag: undefined })).toMatchObject(refusal('107-002'));
	});

	it('ends a subscription once', async () => {
		const serverId = await subscribed(gateway);
		expect((await gateway('/unregister', 'POST', { serverId })).status).toBe(404);
		expect((await gateway('/unregister', 'PUT', { serverId })).body).toEqual(SUCCESS);
		expect(await gateway('/unregister', 'PUT', { serverId })).toMatchObject(refusal('107-031'));
		expect(await gateway('/unregister', 'PUT', { serverId: ' ' })).toMatchObject(refusal('107-002'));
		expect(await gateway(`/handshake/${serverId}`, 'GET')).toMatchObject(refusal('107-032'));
	});

	it('drops a subscription after five minutes without a handshake, whichever of the two', async () => {
		const serverId = await subscribed(gateway);
		const almost = minutes(5) - 1;
		await sim.clock.advance(almost);
		expect((await gateway(`/handshake/${serverId}`, 'GET')).body).toEqual(SUCCESS);
		await sim.clock.advance(almost);
		const token = { service_token: TOKEN };
		expect((await gateway(`/handshake/${serverId}`, 'POST', undefined, token)).body).toEqual(SUCCESS);
		await sim.clock.advance(almost);
		const change = { serviceCallBackUri: ANYWHERE, nlpFlag: true };
		expect((await gateway(`/modify?serverId=${serverId}`, 'POST', change)).body).toEqual(SUCCESS);
		expect(subscriptions()).toMatchObject([{ serverId, alive: true }]);
		await sim.clock.advance(1);
		expect(await gateway(`/handshake/${serverId}`, 'GET')).toMatchObject(refusal('107-032'));
		expect(await gateway(`/handshake/${serverId}`, 'POST', undefined, token)).toMatchObject(refusal('107-032'));
		expect(await gateway(`/modify?serverId=${serverId}`, 'POST', change)).toMatchObject(refusal('107-030'));
		expect(await gateway('/unregister', 'PUT', { serverId })).toMatchObject(refusal('107-031'));
		expect(subscriptions()).toMatchObject([{ serverId, alive: false }]);
	});

	it('takes the token that was registered at the extended handshake, and no other', async () => {
		const serverId = await subscribed(gateway);
		const open = await subscribed(gateway, { serviceToken: undefined });
		const shake = async (id: string, headers?: Record<string, string>, body?: unknown) =>
			await gateway(`/handshake/${id}`, 'POST', body, headers);
		expect(await shake(serverId)).toMatchObject(refusal('107-002'));
		expect(await shake(serverId, { service_token: 'other' })).toMatchObject(refusal('107-051'));
		expect(await shake(serverId, { service_token: 'x'.repeat(257) })).toMatchObject(refusal('107-002'));
		expect(await shake(open, { service_token: TOKEN })).toMatchObject(refusal('107-050'));
		expect(await shake(serverId, { service_token: TOKEN }, { serverId })).toMatchObject(refusal('107-002'));
		await sim.clock.advance(minutes(5));
		expect(await shake(serverId, { service_token: TOKEN })).toMatchObject(refusal('107-032'));
	});
});

describe('what is spoken (6.3.6)', () => {
	let sim: Simulator;
	let gateway: Gateway;
	let phone: Awaited<ReturnType<typeof listener>>;
	beforeEach(async () => {
		sim = await simulator();
		gateway = await signedIn(sim);
		phone = await listener();
	});
	afterEach(async () => {
		await phone.close();
		await sim.close();
	});

	const LINES = [
		{ speaker: 'agent' as const, text: 'Hello' },
		{
			speaker: 'customer' as const,
			text: 'I want to report a loss',
			intent: 'Report a loss',
			sensitiveWords: ['loss', 'want'],
			faq: { group: 'Losses', question: 'How to report a loss?', answer: 'At the counter.' },
		},
	];
	const callbacks = (): any[] => sim.control.callbacks();
	const bodies = (): any[] => phone.received.map(({ body }) => body);
	const withText = (): any[] => bodies().filter(({ asrusercase }) => asrusercase === '62');

	it('tells it as the sample has it, to the address and with the token that were registered', async () => {
		const serverid = await subscribed(gateway, { serviceCallBackUri: phone.url });
		const { callId } = sim.control.speak({ lines: LINES, agentId: 184, customer: '88880313' });
		expect(callId).toMatch(/^1772438400-\d+$/);
		await sim.clock.advance(minutes(1));
		const common = {
			subscribetype: '1',
			serverid,
			initialagentid: '184',
			ccid: '1',
			vdnid: '1',
			curuserdn: '88880313',
			curcallid: callId,
			createTime: expect.any(Number),
		};
		const agent = { ...common, talkertype: '1', talkerid: '184' };
		const customer = { ...common, talkertype: '2', talkerid: '88880313' };
		const nothing = { iscontentenc: '0', confidence: '0', content: '' };
		const heard = (content: string) => ({
			iscontentenc: '0',
			confidence: expect.stringMatching(/^\d+$/),
			content,
		});
		expect(bodies()).toEqual([
			{ ...agent, asrusercase: '61', result: nothing },
			{ ...agent, asrusercase: '62', result: heard('<nlresult Hello;time=1000 3500>') },
			{ ...customer, asrusercase: '61', result: nothing },
			{ ...customer, asrusercase: '62', result: heard('<nlresult I want to report a loss;time=4000 6500>') },
			{ ...agent, asrusercase: '63', result: nothing },
			{ ...customer, asrusercase: '63', result: nothing },
		]);
		const start = Date.parse('2026-03-02T08:00:00Z');
		expect(bodies().map(({ createTime }) => createTime - start)).toEqual([1000, 3500, 4000, 6500, 7000, 7000]);
		for (const { path, headers } of phone.received) {
			expect(path).toBe('/asr/v100/subscribe/asrevent/asrresult');
			expect(headers).toMatchObject({ 'content-type': 'application/json; charset=UTF-8', service_token: TOKEN });
			expect(headers.guid).toBeUndefined();
		}
		expect(callbacks()).toHaveLength(6);
		expect(callbacks()[0]).toMatchObject({ kind: 'speech', accepted: true, attempts: [{ status: 200 }] });
		expect(JSON.stringify(callbacks())).not.toContain(TOKEN);
	});

	it('analyses it for those who asked for that, in the shapes of the sample', async () => {
		await subscribed(gateway, { serviceCallBackUri: phone.url, nlpFlag: true });
		sim.control.speak({ lines: LINES });
		await sim.clock.advance(minutes(1));
		const [hello, loss] = withText();
		expect(bodies().filter((body) => 'nlpResult' in body)).toEqual([hello, loss]);
		const childintent = [{ intentcode: 'report_a_loss_confirm', intentDsp: 'Confirm: Report a loss', status: '' }];
		const step = { intentcode: 'report_a_loss', intentDsp: 'Report a loss', childintent };
		expect(hello.nlpResult).toEqual({
			call_script: [{ ...step, status: '' }],
			call_script_matchedstep: '',
			Intend: '',
			sensitive_word: '',
			recomand_KP: { similarFaqs: [], answer: {} },
		});
		const faq = { faqGroupName: 'Losses', question: 'How to report a loss?', answers: ['At the counter.'] };
		expect(loss.nlpResult).toEqual({
			call_script: [{ ...step, status: 'finished' }],
			call_script_matchedstep: 'report_a_loss',
			Intend: 'Report a loss',
			sensitive_word: 'loss,want',
			recomand_KP: {
				similarFaqs: [{ ...faq, prob: '1E-08', faqId: 10012, faqGroupId: 10000 }],
				answer: { ...faq, prob: 4.05465109108164, faqId: 10011, faqGroupId: 10000 },
			},
		});
	});

	it('tells it in the types of the tables when asked to', async () => {
		await subscribed(gateway, { serviceCallBackUri: phone.url, nlpFlag: true, flowAccessCode: '8011' });
		sim.control.speak({ lines: LINES, shape: 'table' });
		await sim.clock.advance(minutes(1));
		expect(bodies()[0].result).toEqual([]);
		const [hello, loss] = withText();
		expect(loss).not.toHaveProperty('createTime');
		expect(JSON.parse(loss.calldata)).toEqual({ nlpFlag: true, flowAccessCode: '8011', callBackUrl: phone.url });
		expect(loss.result).toEqual([
			{
				iscontentenc: '0',
				confidence: expect.any(String),
				content: '<nlresult I want to report a loss;time=4000 6500>',
			},
		]);
		const faq = { faqGroupName: ['Losses'], question: 'How to report a loss?', faqGroupId: '10000' };
		expect(loss.nlpResult).toMatchObject({
			sensitive_word: { words: ['loss', 'want'] },
			recomand_KP: {
				similarFaqs: [{ ...faq, prob: '1E-08', faqId: '10012', answers: ['At the counter.'] }],
				answer: [{ ...faq, prob: '4.05465109108164', faqId: '10011', answers: 'At the counter.' }],
			},
		});
		expect(hello.nlpResult).toMatchObject({
			sensitive_word: { words: [] },
			recomand_KP: { similarFaqs: [], answer: [] },
		});
	});

	it.each([
		['0', ['0', '0'], true],
		['63', ['61', '63', '61', '63'], true],
		['99', ['61', '99', '61', '99'], false],
	])('tells lines with asrusercase %s', async (userCase, cases, isRecognised) => {
		await subscribed(gateway, { serviceCallBackUri: phone.url, nlpFlag: true });
		sim.control.speak({ lines: LINES, userCase });
		await sim.clock.advance(minutes(1));
		expect(bodies().map(({ asrusercase }) => asrusercase)).toEqual(cases);
		const told = bodies().filter(({ asrusercase }) => asrusercase === userCase);
		expect(told.map(({ result }) => result.content !== '')).toEqual([isRecognised, isRecognised]);
		expect(told.map((body) => 'nlpResult' in body)).toEqual([isRecognised, isRecognised]);
	});

	it('hides the content when asked to', async () => {
		await subscribed(gateway, { serviceCallBackUri: phone.url });
		sim.control.speak({ lines: LINES, encrypted: true });
		await sim.clock.advance(minutes(1));
		for (const { result } of withText()) {
			expect(result.iscontentenc).toBe('1');
			expect(result.content).toMatch(/^[A-Za-z0-9+/]+=*$/);
		}
	});

	it('has a conversation of its own, which the control starts', async () => {
		await subscribed(gateway, { serviceCallBackUri: phone.url, nlpFlag: true });
		const response = await fetch(`${sim.url}/__simulator/speech`, { method: 'POST', body: '{"callId":"1-2"}' });
		expect(await response.json()).toEqual({ callId: '1-2' });
		await sim.clock.advance(minutes(1));
		expect(withText()).toHaveLength(10);
		const complaints = withText().filter(({ nlpResult }) => nlpResult.sensitive_word !== '');
		expect(complaints).toHaveLength(1);
		expect(complaints[0].result.content).toMatch(/complaint.*cancel my contract/);
		const wrong = await fetch(`${sim.url}/__simulator/speech`, { method: 'POST', body: '{"line":[]}' });
		expect(wrong.status).toBe(400);
	});

	it('tells every living subscription, each in its own way, and none that has become void', async () => {
		const first = await subscribed(gateway, { serviceCallBackUri: phone.url });
		await sim.clock.advance(minutes(5));
		const second = await subscribed(gateway, { serviceCallBackUri: phone.url, nlpFlag: true });
		const third = await subscribed(gateway, { serviceCallBackUri: phone.url, serviceToken: undefined });
		sim.control.speak({ lines: LINES });
		await sim.clock.advance(3600);
		await gateway('/unregister', 'PUT', { serverId: third });
		await sim.clock.advance(minutes(1));
		const of = (id: string) => phone.received.filter(({ body }) => body.serverid === id);
		expect([of(first).length, of(second).length, of(third).length]).toEqual([0, 6, 2]);
		expect(of(second)[1].body).toHaveProperty('nlpResult');
		expect(of(third)[1].body).not.toHaveProperty('nlpResult');
		expect(of(third)[1].headers).not.toHaveProperty('service_token');
	});

	it('hears two-party calls too, as long as they last, and nobody in a notification', async () => {
		const request = await management(sim);
		const called = '447700900777';
		sim.control.setCalls({ called, outcomes: [{ reason: CALLED_HUNG_UP, talkSeconds: 10 }] });
		const caller = tenant.softphones[0].phoneNum;
		const created = await request('/apiaccess/CC-Management/v1/mobileAgent/createCall', {
			caller,
			called,
			agentWorkNo: 102,
		});
		expect(created.body.retCode).toBe('0');
		const played = await request('/apiaccess/rest/voiceNotification/v2/createVoiceNotification', {
			called: '447700900778',
			playList: [{ voiceFileName: 'welcome' }],
		});
		expect(played.body.retCode).toBe('0');
		await subscribed(gateway, { serviceCallBackUri: phone.url });
		await sim.clock.advance(minutes(4));
		expect((sim.control.state() as { notifications: any[] }).notifications).toMatchObject([{ state: 3 }]);
		const [call] = (sim.control.state() as { calls: any[] }).calls;
		expect(withText()).toHaveLength(3);
		expect(bodies().map(({ asrusercase }) => asrusercase)).toEqual([
			'61',
			'62',
			'61',
			'62',
			'61',
			'62',
			'63',
			'63',
		]);
		for (const told of bodies()) {
			expect(told).toMatchObject({ initialagentid: '102', curuserdn: called, curcallid: call.callId });
			expect(told.createTime).toBeGreaterThan(call.talkingTime);
			expect(told.createTime).toBeLessThanOrEqual(call.releaseTime);
		}
	});

	it('says nothing twice, whatever the answer', async () => {
		await subscribed(gateway, { serviceCallBackUri: phone.url });
		phone.answer = { status: 200, body: { message: 'no', retcode: '107-052' } };
		sim.control.speak({ lines: LINES });
		await sim.clock.advance(3600);
		phone.answer = { status: 500 };
		await sim.clock.advance(hours(1));
		expect(callbacks().map(({ accepted, attempts }) => [accepted, attempts.length])).toEqual(
			Array.from({ length: 6 }, () => [false, 1]),
		);
		expect(phone.received).toHaveLength(6);
	});

	it('keeps the order on a clock that runs by itself, and hurries while somebody talks', async () => {
		await sim.close();
		sim = await simulator({ start: 'now', speed: 1, hurry: 1000 });
		await subscribed(await signedIn(sim), { serviceCallBackUri: phone.url });
		sim.control.speak();
		await until(() => phone.received.length === 22);
		const times = bodies().map(({ createTime }) => createTime);
		expect(times).toEqual([...times].sort((a, b) => a - b));
		await until(() => sim.control.time().speed === 1);
		expect(Math.abs(sim.clock.now() - Date.now())).toBeLessThan(1000);
	});
});

async function until(isSo: () => boolean): Promise<void> {
	for (let look = 0; look < 100 && !isSo(); look++) await sleep(50);
	expect(isSo()).toBe(true);
}

/** A receiver of pushes that keeps their headers too. */
async function listener() {
	const made = {
		received: [] as Array<{ path?: string; headers: http.IncomingHttpHeaders; body: any }>,
		answer: { status: 200, body: SUCCESS } as { status: number; body?: object },
		url: '',
		close: async () => await new Promise<void>((resolve) => server.close(() => resolve())),
	};
	const server = http.createServer((request, response) => {
		const chunks: Buffer[] = [];
		request.on('data', (chunk: Buffer) => chunks.push(chunk));
		request.on('end', () => {
			const body: unknown = JSON.parse(Buffer.concat(chunks).toString());
			made.received.push({ path: request.url, headers: request.headers, body });
			response.writeHead(made.answer.status, { 'content-type': 'application/json' });
			response.end(JSON.stringify(made.answer.body ?? {}));
		});
	});
	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
	server.unref();
	made.url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/asr`;
	return made;
}
