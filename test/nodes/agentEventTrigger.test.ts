/** The trigger that owns an agent: in both modes, through everything that goes wrong with a session. */
import type { IDataObject } from 'n8n-workflow';

import { realClock } from '../../cec/transport/clock';
import { HuaweiCecAgentEventTrigger } from '../../nodes/HuaweiCecAgentEventTrigger/HuaweiCecAgentEventTrigger.node';
import { HuaweiCecAgentWorkspace } from '../../nodes/HuaweiCecAgentWorkspace/HuaweiCecAgentWorkspace.node';
import type { LoggedRequest, Simulator } from '../../simulator';
import { simulator } from '../simulator/harness';
import { activate, deactivate, execute, run, type Posted, type Running } from '../support/n8n';
import { webhookServer } from '../support/webhookServer';

/** Pauses of the trigger end on the clock of the simulator. */
let mockSleep: (ms: number) => Promise<void>;

jest.mock('n8n-workflow', () => ({
	...jest.requireActual<object>('n8n-workflow'),
	sleep: async (ms: number) => await mockSleep(ms),
}));

const node = new HuaweiCecAgentEventTrigger();
const workspace = new HuaweiCecAgentWorkspace();
const POLL = '6.1.4.1';
const SIGN_IN = '6.1.1.1';
const SIGN_OUT = '6.1.1.18';
const HEARTBEAT = '6.1.1.3';
const SALES = 3;

type Told = { event: { eventType: string } | null };

interface Session {
	workNo: string;
	overlaps: { polls: number; requests: number };
}

let pauses: Array<{ at: number; end: () => void }>;
let sim: Simulator;
let n8n: Awaited<ReturnType<typeof webhookServer>>;
let given: Omit<Posted, 'node' | 'body'> & { parameters: IDataObject; credentials: Record<string, any>; staticData: IDataObject };
let running: Running[];

beforeEach(async () => {
	sim = await simulator();
	n8n = await webhookServer(() => ({ node, ...given }));
	pauses = [];
	mockSleep = async (ms) => await new Promise<void>((end) => pauses.push({ end, at: sim.clock.now() + ms }));
	jest.spyOn(realClock, 'now').mockImplementation(() => sim.clock.now());
	jest.spyOn(realClock, 'sleep').mockImplementation(async (ms) => await mockSleep(ms));
	jest.spyOn(Date, 'now').mockImplementation(() => sim.clock.now());
	running = [];
	given = {
		parameters: { mode: 'poll', events: ['*'], softphoneNumber: '15550105', joinQueues: 'all', simplify: true, options: {} },
		credentials: { huaweiCecAgentApi: credential() },
		staticData: {},
		id: sim.url,
		webhookBaseUrl: n8n.url,
	};
});

afterEach(async () => {
	await Promise.all(running.map(async (one) => await whileTimePasses(one.closeFunction())));
	await pass(2);
	jest.restoreAllMocks();
	await n8n.close();
	await sim.close();
});

const credential = (index = 0) => {
	const { platformPassword } = sim.tenant.agents[index];
	return { baseUrl: sim.url, agentId: 101 + index, password: platformPassword, sessionToken: '', ca: '', ignoreSslIssues: false };
};
const requests = (section: string): LoggedRequest[] => sim.control.log.entries.filter((entry) => entry.section === section);
const sessions = () => (sim.control.state() as { agentSessions: Session[] }).agentSessions;
const eventsOf = ({ items }: Pick<Running, 'items'>) => items.map(({ event }) => event);
const codeOf = ({ response }: LoggedRequest) => (response as { retcode?: string } | undefined)?.retcode;

/** Real time enough for requests that are under way to come and be answered. */
async function settle(): Promise<void> {
	for (let turn = 0; turn < 4; turn += 1) await new Promise((done) => setTimeout(done, 1));
}

/** Moves the clock of the simulator on, in steps short enough for what goes on meanwhile. */
async function pass(seconds: number, step = 0.5): Promise<void> {
	for (let passed = 0; passed < seconds; passed += step) {
		await sim.clock.advance(step * 1000);
		const due = pauses.filter(({ at }) => at <= sim.clock.now());
		pauses = pauses.filter((pause) => !due.includes(pause));
		due.forEach(({ end }) => end());
		await settle();
	}
}

async function whileTimePasses<T>(work: Promise<T>): Promise<T> {
	let isOver = false;
	const done = work.finally(() => (isOver = true));
	done.catch(() => undefined);
	for (let steps = 0; !isOver && steps < 2000; steps += 1) await pass(0.5);
	return await done;
}

async function begin(changes: IDataObject = {}, how: 'activate' | 'init' = 'activate'): Promise<Running> {
	Object.assign(given.parameters, changes);
	await activate(node, given);
	const one = await whileTimePasses(run(node, given, how));
	running.push(one);
	// What signing in tells.
	await pass(1);
	one.items.splice(0);
	n8n.items.splice(0);
	return one;
}

async function stop(one: Running): Promise<void> {
	running = running.filter((other) => other !== one);
	await whileTimePasses(one.closeFunction());
	await deactivate(node, given);
	await pass(1);
}

const happens = (eventType: string, content: unknown = null) => void sim.control.tellAgent(101, { eventType, content });

/** What CEC has told the agent, as far as polls have been answered with it. */
const toldTo = () =>
	requests(POLL).flatMap(({ response, fault }) => {
		const { event } = (response ?? {}) as Partial<Told>;
		return event && !fault ? [event.eventType] : [];
	});

describe('polling', () => {
	test('signs in, joins the queues, gives each event with a session that works, and signs out', async () => {
		const one = await begin();
		expect([requests(SIGN_IN), requests('6.1.1.8')].map(({ length }) => length)).toEqual([1, 1]);
		const { callId } = await sim.control.inbound({ skillId: SALES, caller: '447700900501' });
		await pass(5);
		const arrived = one.items.find(({ event }) => event === 'talkingStarted');
		expect(arrived).toMatchObject({ agentId: '101', callId, callerNumber: '447700900501', eventType: 'AgentEvent_Talking', session: expect.stringMatching(/^cec1\./) });
		const parameters = { resource: 'call', operation: 'hold', session: arrived?.session };
		const held = await whileTimePasses(execute({ node: workspace, credentials: given.credentials, parameters }));
		expect(held[0].json).toMatchObject({ success: true });
		await pass(2);
		expect(eventsOf(one)).toContain('callHeld');
		await whileTimePasses(execute({ node: workspace, credentials: given.credentials, parameters: { ...parameters, operation: 'end', callid: callId, session: one.items.at(-1)?.session } }));
		await pass(2);
		expect(one.items.map(({ eventType }) => eventType)).toEqual(toldTo().slice(-one.items.length));
		await stop(one);
		expect(requests(SIGN_OUT)).toHaveLength(1);
		expect(sessions()).toEqual([]);
	});

	test('polls one after the other, with the pause of the reference between them', async () => {
		const one = await begin();
		for (let times = 0; times < 5; times += 1) happens('AgentState_Ready');
		await pass(30);
		expect(sessions()).toMatchObject([{ overlaps: { polls: 0, requests: 0 } }]);
		expect(eventsOf(one)).toEqual(Array.from({ length: 5 }, () => 'agentIdle'));
		await stop(one);
		const polls = requests(POLL).length;
		await pass(60);
		expect(requests(POLL)).toHaveLength(polls);
	});

	test('gives only the events that are wanted, and tells of its own what is asked for', async () => {
		const one = await begin({ events: ['noteReceived', 'sessionRenewed'] });
		happens('AgentState_Ready');
		happens('AgentOther_Note', { content: 'Lunch' });
		await pass(90);
		expect(eventsOf(one)).toEqual(['noteReceived', 'sessionRenewed']);
	});

	test('without Simplify gives events as CEC tells them', async () => {
		const one = await begin({ simplify: false });
		happens('AgentOther_Note', { content: 'Lunch' });
		await pass(2);
		expect(one.items).toMatchObject([{ eventType: 'AgentOther_Note', workNo: '101', content: { content: 'Lunch' } }]);
	});

	test('joins the chosen queues only, or none', async () => {
		const one = await begin({ joinQueues: 'chosen', queueIds: '3, 2' });
		expect(requests('6.1.1.8')[0]).toMatchObject({ path: expect.stringMatching(/resetskill\/false$/), query: { skillid: '3;2' } });
		await stop(one);
		await begin({ joinQueues: 'none' });
		expect(requests('6.1.1.8')[1].path).toMatch(/resetskill\/false$/);
	});
});

describe('another process', () => {
	/** The node of another process: it knows only what items and the credential hold. */
	async function elsewhere(): Promise<HuaweiCecAgentWorkspace> {
		let other = workspace;
		await jest.isolateModulesAsync(async () => {
			const { HuaweiCecAgentWorkspace: Workspace } = await import('../../nodes/HuaweiCecAgentWorkspace/HuaweiCecAgentWorkspace.node');
			other = new Workspace();
		});
		return other;
	}

	test.each([
		['poll', {}],
		['push', { allowHttpCallback: true }],
	])('goes on with an old item as long as the trigger holds the session (%s)', async (mode, options) => {
		const one = await begin({ mode, options });
		happens('AgentState_Ready');
		await pass(1);
		const [{ session }] = [...one.items, ...n8n.items];
		const worker = await elsewhere();
		const look = async (item: IDataObject[string]) =>
			await whileTimePasses(execute({ node: worker, credentials: given.credentials, parameters: { resource: 'state', operation: 'get', session: item } }));
		const told: unknown[] = [];
		// The first item is older than any Guid that is still good, and so is each that follows it.
		for (let rounds = 0, item = session; rounds < 3; rounds += 1) {
			await pass(200, 1);
			const [{ json }] = await look(item);
			told.push(json.stateName);
			item = json.session;
		}
		expect(told).toEqual(['Idle', 'Idle', 'Idle']);
		expect(requests(SIGN_IN)).toHaveLength(1);
		// One refusal each time, and then the session that the trigger has left in the credential.
		expect(requests('6.1.1.21').map(codeOf)).toEqual(['000-003', '0', '000-003', '0', '000-003', '0']);
		await stop(one);
		await expect(look(session)).rejects.toThrow(/agent/);
	});
});

describe('one owner', () => {
	test('a second workflow on the same agent is refused, and told who has it', async () => {
		await begin();
		given.id = 'another node';
		await expect(whileTimePasses(run(node, given))).rejects.toThrow(
			/^Agent 101 belongs to the trigger "Node" of the workflow "test".*one trigger only/,
		);
		expect(requests(SIGN_IN)).toHaveLength(1);
	});

	test('the next one waits until the last has left', async () => {
		const first = await begin();
		running = [];
		const leaving = first.closeFunction();
		const second = run(node, given);
		await whileTimePasses(Promise.all([leaving, second]));
		running.push(await second);
		await pass(2);
		expect(sessions()).toHaveLength(1);
		expect(requests(SIGN_IN).map(codeOf)).toEqual(['0', '0']);
	});

	test('a session elsewhere stands, unless it is to be taken over', async () => {
		await signInElsewhere();
		await expect(whileTimePasses(run(node, given))).rejects.toThrow(/signed in already|100-002/);
		expect(sessions()).toHaveLength(1);
		await begin({ options: { takeOver: true } });
		expect(requests('6.1.1.2')).toHaveLength(1);
	});

	test('when n8n starts by itself, it waits for its old session to end', async () => {
		await signInElsewhere();
		const one = await begin({}, 'init');
		expect(one.warnings.length).toBeGreaterThan(0);
		await pass(150);
		one.items.splice(0);
		happens('AgentState_Ready');
		await pass(3);
		expect(eventsOf(one)).toEqual(['agentIdle']);
	});
});

describe('what is not tried again', () => {
	test('a wrong password is sent once, also when n8n starts the trigger again', async () => {
		given.credentials.huaweiCecAgentApi.password = 'wrong';
		for (let times = 0; times < 4; times += 1) await expect(whileTimePasses(run(node, given))).rejects.toThrow(/password/i);
		expect(requests(SIGN_IN)).toHaveLength(1);
		given.credentials.huaweiCecAgentApi = credential();
		await begin();
		expect(sessions()).toHaveLength(1);
	});

	test('who has signed in elsewhere by force is left alone', async () => {
		const one = await begin();
		const signOfLife = await signInElsewhere('/forcelogin');
		for (let times = 0; times < 8; times += 1) {
			signOfLife();
			await pass(30, 1);
		}
		expect(requests(SIGN_IN).filter((entry) => codeOf(entry) === '0')).toHaveLength(1);
		expect(one.saved.map(({ message }) => message)).toEqual([expect.stringMatching(/signed in/)]);
	});
});

describe('what passes', () => {
	test.each([
		['a firewall answers 502', { kind: 'status', status: 502, body: '<html>Bad Gateway</html>', match: { path: 'agentevent', times: 4 } }],
		['connections are cut', { kind: 'resetBefore', match: { path: 'agentevent', times: 4 } }],
		['the gateway says later', { kind: 'body', body: { retcode: '105-002', message: 'x' }, match: { path: 'agentevent', times: 4 } }],
	])('%s: waits longer each time, and goes on', async (_what, fault) => {
		const one = await begin();
		await pass(11);
		sim.control.addFault(fault as never);
		await pass(40);
		happens('AgentState_Ready');
		await pass(3);
		expect(eventsOf(one).filter((name) => name === 'agentIdle')).toEqual(['agentIdle']);
		expect(requests(SIGN_IN)).toHaveLength(1);
		expect(one.warnings).toHaveLength(4);
		expect(requests(POLL).filter((entry) => entry.fault)).toHaveLength(4);
	});

	test('a session that is lost is begun anew, and it is told that events may be missing', async () => {
		const one = await begin({ events: ['*', 'eventsMissed', 'signedIn'] });
		sim.control.expireAgents({ agentId: 101 });
		await pass(20);
		happens('AgentState_Ready');
		await pass(3);
		expect(eventsOf(one)).toEqual(['signedIn', 'eventsMissed', 'signInStarted', 'agentIdle', 'agentIdle']);
		expect(sessions()).toHaveLength(1);
	});

	test('a session that is lost stays lost where the user wants that', async () => {
		const one = await begin({ options: { whenSignedOut: 'stop' } });
		sim.control.expireAgents({ agentId: 101 });
		await pass(60);
		expect(requests(SIGN_IN)).toHaveLength(1);
		expect(one.saved[0].message).toMatch(/Agent 101 was signed out/);
	});

	test('an event whose answer was cut off is lost, which is told', async () => {
		const one = await begin({ events: ['*', 'eventsMissed'] });
		sim.control.addFault({ kind: 'truncate', match: { path: 'agentevent', times: 1 } });
		happens('AgentState_Ready');
		await pass(2);
		happens('AgentState_Work');
		await pass(2);
		expect(eventsOf(one)).toEqual(['eventsMissed', 'agentWrappingUp']);
	});

	test('after a failover it goes on with the same session, and tells', async () => {
		const one = await begin({ events: ['*', 'eventsMissed'] });
		sim.control.failOverAgents({ agentId: 101, seconds: 20 });
		await pass(90);
		happens('AgentState_Ready');
		await pass(3);
		expect(eventsOf(one)).toEqual(expect.arrayContaining(['gatewayRecovered', 'eventsMissed', 'agentIdle']));
		expect(requests(SIGN_IN)).toHaveLength(1);
		expect(sessions()).toHaveLength(1);
	});

	test('after a failover it signs in again where the user wants that', async () => {
		const one = await begin({ options: { afterFailover: 'signInAgain' } });
		sim.control.failOverAgents({ agentId: 101 });
		await pass(20);
		happens('AgentState_Ready');
		await pass(3);
		expect(requests(SIGN_IN)).toHaveLength(2);
		expect(eventsOf(one)).toContain('agentIdle');
	});
});

describe('a test in the editor', () => {
	test('of polling signs in, waits for one event that is wanted, and signs out', async () => {
		given.parameters.events = ['noteReceived'];
		const executed = execute({ node, ...given });
		await pass(5);
		happens('AgentState_Ready');
		happens('AgentOther_Note', { content: 'Lunch' });
		const items = await whileTimePasses(executed);
		expect(items).toMatchObject([{ json: { event: 'noteReceived', session: expect.any(String) } }]);
		await pass(2);
		expect(sessions()).toEqual([]);
	});

	test('passes on what came in', async () => {
		const items = [{ json: { event: 'agentIdle', session: 's' } }];
		expect(await execute({ node, ...given, items })).toEqual(items);
		expect(requests(SIGN_IN)).toEqual([]);
	});
});

describe('push', () => {
	const push = { mode: 'push', options: { allowHttpCallback: true } };

	test('gives the gateway an address and a token, and takes what it posts, in order', async () => {
		await begin(push);
		expect(requests(SIGN_IN)[0].body).toMatchObject({ callbackUri: expect.stringContaining(n8n.url), serviceToken: '***' });
		const types = ['AgentState_Ready', 'AgentState_Work', 'AgentState_Busy'];
		types.forEach((type) => happens(type));
		await pass(2);
		expect(n8n.items.map(({ event }) => event)).toEqual(['agentIdle', 'agentWrappingUp', 'agentHandlingCall']);
		expect(n8n.answers.every(({ status, body }) => status === 200 && (body as { retcode: string }).retcode === '0')).toBe(true);
		const [{ session }] = n8n.items;
		const state = await whileTimePasses(execute({ node: workspace, credentials: given.credentials, parameters: { resource: 'state', operation: 'get', session } }));
		expect(state[0].json.stateName).toEqual(expect.any(String));
	});

	test('gives a sign of life every 30 seconds, and one more for each new session', async () => {
		const one = await begin(push);
		await pass(300, 1);
		const beats = requests(HEARTBEAT);
		const newSessions = 5;
		expect(beats.length).toBeGreaterThanOrEqual(9);
		expect(beats.length).toBeLessThanOrEqual(11 + newSessions);
		expect(sessions()).toHaveLength(1);
		const before = n8n.answers.length;
		happens('AgentState_Ready');
		await pass(2);
		expect(n8n.answers.slice(before).map(({ status }) => status)).toEqual([200]);
		await stop(one);
		expect(sessions()).toEqual([]);
	});

	test.each([
		['no token', undefined],
		['a wrong token', 'a'.repeat(40)],
	])('refuses posts with %s', async (_what, token) => {
		await begin(push);
		const before = n8n.items.length;
		const headers = { 'content-type': 'application/json', ...(token && { service_token: token }) };
		const body = JSON.stringify({ workNo: '101', eventList: [{ eventType: 'AgentState_Ready', workNo: '101', content: null }] });
		const { callbackUri } = requests(SIGN_IN)[0].body as { callbackUri: string };
		const response = await fetch(Buffer.from(callbackUri, 'base64').toString().startsWith('http') ? Buffer.from(callbackUri, 'base64').toString() : callbackUri, { method: 'POST', headers, body });
		expect(response.status).toBe(401);
		expect(n8n.items).toHaveLength(before);
	});

	test('events that come again are taken once', async () => {
		await begin(push);
		const { close } = n8n;
		sim.control.setCallbacks({ lose: 1 });
		happens('AgentState_Ready');
		await pass(2);
		happens('AgentState_Work');
		await pass(30);
		expect(n8n.items.map(({ event }) => event)).toEqual(['agentIdle', 'agentWrappingUp']);
		expect(close).toBeDefined();
	});
});

describe('an hour in which everything goes wrong', () => {
	const MINUTES = 60;
	/** One after the other, a few minutes apart. */
	const troubles: Array<() => void> = [
		() => sim.control.addFault({ kind: 'resetBefore', match: { path: WAY, times: 3 } }),
		() => sim.control.addFault({ kind: 'status', status: 502, body: '<html>Bad Gateway</html>', match: { path: WAY, times: 3 } }),
		() => void sim.control.failOverAgents({ agentId: 101, seconds: 15 }),
		() => sim.control.expireAgents({ agentId: 101 }),
		() => sim.control.setCallbacks({ lose: 1 }),
		() => sim.control.addFault({ kind: 'latency', ms: 20, match: { path: WAY, times: 5 } }),
	];
	/** Polls and heartbeats. */
	const WAY = '/agente|handshake/';

	/** Notes with numbers, so that each can be found again. */
	async function anHour(): Promise<void> {
		for (let minute = 0; minute < MINUTES; minute += 1) {
			if (minute % 5 === 4) troubles[Math.floor(minute / 5) % troubles.length]();
			for (let second = 0; second < 60; second += 15) {
				if (sessions().length > 0) happens('AgentOther_Note', `${minute}:${second}`);
				await pass(15, 1);
			}
		}
		await pass(30);
	}

	const notesIn = (items: IDataObject[]) => items.filter(({ event }) => event === 'noteReceived').map(({ note }) => note);

	test('polling gives every event that CEC has told, once and in order', async () => {
		const one = await begin({ events: ['*', 'eventsMissed'] });
		await anHour();
		const told = requests(POLL).flatMap(({ response, fault }) => {
			const { event } = (response ?? {}) as { event?: { eventType: string; content: unknown } | null };
			return event?.eventType === 'AgentOther_Note' && !/reset|status/.test(String(fault)) ? [event.content] : [];
		});
		expect(told.length).toBeGreaterThan(200);
		expect(notesIn(one.items)).toEqual(told);
		expect(one.saved).toEqual([]);
		expect(sessions()).toMatchObject([{ overlaps: { polls: 0, requests: 0 } }]);
	}, 120_000);

	test('push takes every event that CEC has brought, once and in order', async () => {
		const one = await begin({ mode: 'push', options: { allowHttpCallback: true } });
		await anHour();
		const brought = (sim.control.callbacks() as Brought[]).flatMap(({ body, attempts }) =>
			attempts.some(({ status }) => status === 200) ? body.eventList.map(({ eventType, content }) => (eventType === 'AgentOther_Note' ? content : undefined)) : [],
		);
		const notes = [...new Set(brought.filter((text) => text !== undefined))];
		expect(notes.length).toBeGreaterThan(200);
		expect(notesIn(n8n.items)).toEqual(notes);
		expect(one.saved).toEqual([]);
		expect(sessions()).toHaveLength(1);
	}, 120_000);
});

interface Brought {
	body: { eventList: Array<{ eventType: string; content: unknown }> };
	attempts: Array<{ status: number | null }>;
}

/** Somebody else signs the agent in, and stays as long as signs of life come. */
async function signInElsewhere(path = ''): Promise<() => void> {
	const { agentId, password } = credential();
	const body = JSON.stringify({ password, phonenum: '15550106' });
	const headers: Record<string, string> = { 'Content-Type': 'application/json; charset=UTF-8' };
	const url = `${sim.url}/agentgateway/resource/onlineagent/${agentId}`;
	const response = await fetch(`${url}${path}`, { method: 'PUT', headers, body });
	expect(((await response.json()) as { retcode: string }).retcode).toBe('0');
	const follow = (answer: Response) => {
		const told = answer.headers.get('set-guid');
		if (told) headers.Guid = told.replace(/^JSESSIONID=/, '');
	};
	follow(response);
	const events = url.replace('onlineagent', 'agentevent');
	return () => void fetch(events, { headers }).then(follow, () => undefined);
}
