/** The trigger that owns an agent: in both modes, through everything that goes wrong with a session. */
import { setImmediate as nextTurn } from 'node:timers/promises';

import axios, { type AxiosResponse } from 'axios';
import type { IDataObject } from 'n8n-workflow';

import { AgentSession } from '../../cec/auth/agentSession';
import { realClock } from '../../cec/transport/clock';
import { HuaweiCecAgentEventTrigger } from '../../nodes/HuaweiCecAgentEventTrigger/HuaweiCecAgentEventTrigger.node';
import { HuaweiCecAgentWorkspace } from '../../nodes/HuaweiCecAgentWorkspace/HuaweiCecAgentWorkspace.node';
import type { LoggedRequest, Simulator } from '../../simulator';
import { simulator } from '../simulator/harness';
import { activate, deactivate, execute, run, type Posted, type Running } from '../support/n8n';
import { countRequests } from '../support/traffic';
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
	waitingPolls: number;
	overlaps: { polls: number; requests: number };
}

// Machines that build other things meanwhile are slow.
jest.setTimeout(60_000);

let pauses: Array<{ at: number; end: () => void }>;
let sim: Simulator;
let n8n: Awaited<ReturnType<typeof webhookServer>>;
let given: Omit<Posted, 'node' | 'body'> & { parameters: IDataObject; credentials: Record<string, any>; staticData: IDataObject };
let running: Running[];
let traffic: ReturnType<typeof countRequests>;

beforeEach(async () => {
	sim = await simulator();
	n8n = await webhookServer(() => ({ node, ...given }));
	traffic = countRequests();
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
const sessions = () => sim.control.agentSessions() as Session[];
const eventsOf = ({ items }: Pick<Running, 'items'>) => items.map(({ event }) => event);
const codeOf = ({ response }: LoggedRequest) => (response as { retcode?: string } | undefined)?.retcode;

/** Until every request is answered but the polls that wait for something to happen. */
async function settle(): Promise<void> {
	const since = performance.now();
	for (let quiet = 0; quiet < 5; ) {
		if (performance.now() - since > 10_000) throw new Error(`${traffic.underWay} requests are under way, ${waitingPolls()} of them polls that wait`);
		await nextTurn();
		quiet = traffic.underWay === waitingPolls() ? quiet + 1 : 0;
	}
}

const waitingPolls = () => sessions().reduce((polls, { waitingPolls: some }) => polls + some, 0);

/** Moves the clock on, from one thing that falls due to the next. */
async function pass(seconds: number): Promise<void> {
	await settle();
	for (const end = sim.clock.now() + seconds * 1000; sim.clock.now() < end; ) {
		const next = Math.min(end, sim.clock.due() ?? end, ...pauses.map(({ at }) => at));
		await sim.clock.advance(Math.max(0, next - sim.clock.now()));
		const due = pauses.filter(({ at }) => at <= sim.clock.now());
		pauses = pauses.filter((pause) => !due.includes(pause));
		due.forEach((pause) => pause.end());
		await settle();
	}
}

async function whileTimePasses<T>(work: Promise<T>): Promise<T> {
	let isOver = false;
	const done = work.finally(() => (isOver = true));
	done.catch(() => undefined);
	for (let steps = 0; !isOver && steps < 2000; steps += 1) await pass(0.1);
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

/** What CEC answers to the next sign-ins. */
const refuseSignIn = (retcode: string, times = 1) =>
	sim.control.addFault({ kind: 'body', body: { retcode, message: 'x' }, match: { method: 'PUT', path: 'onlineagent', times } });

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
		await whileTimePasses(execute({ node: workspace, credentials: given.credentials, parameters: { ...parameters, operation: 'end', confirm: true, callid: callId, session: one.items.at(-1)?.session } }));
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
			await pass(200);
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

describe('signing in', () => {
	test('at the platform alone needs no media server', async () => {
		await begin({ options: { platformOnly: true } });
		expect(requests('6.1.1.23')).toHaveLength(1);
		expect(requests('6.1.1.23')[0].body).not.toHaveProperty('checkInWebm');
		expect(sessions()).toHaveLength(1);
	});

	test.each([
		[{ isForceChange: 'true', mediatype: 'TTF' }, /new password/],
		[{ isForceChange: 'false', mediatype: 'TFF' }, /no chats/],
	])('tells what %j means for the agent', async (result, told) => {
		// The gateway lets the agent in, and joins no queues since it knows of none.
		sim.control.addFault({ kind: 'body', headers: { 'set-guid': 'JSESSIONID=g.AgentGateway1' }, body: { retcode: '0', message: '', result }, match: { method: 'PUT' } });
		sim.control.addFault({ kind: 'body', body: { retcode: '0', message: '' }, match: { path: 'resetskill' } });
		const one = await begin();
		expect(one.warnings[0]).toMatch(told);
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

	test('one that n8n starts again without having ended it takes the place of the first', async () => {
		const first = await begin();
		const second = await begin();
		happens('AgentState_Ready');
		await pass(30);
		expect([first, second].map(eventsOf)).toEqual([[], ['agentIdle']]);
		expect(sessions()).toMatchObject([{ overlaps: { polls: 0, requests: 0 } }]);
		await stop(first);
		expect(sessions()).toHaveLength(1);
	});

	test.each([
		['/', '//'],
		['', '/'],
	])('knows a gateway again that is written with "%s" and "%s" at the end', async (one, other) => {
		given.credentials.huaweiCecAgentApi.baseUrl = `${sim.url}${one}`;
		await begin();
		given.id = 'another node';
		given.credentials.huaweiCecAgentApi.baseUrl = `${sim.url}${other}`;
		await expect(whileTimePasses(run(node, given))).rejects.toThrow(/^Agent 101 belongs/);
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
	test.each([
		['a wrong password', '100-004', /password is wrong/],
		['a locked account', '110-016', /locked/],
		['a lack of licences', '999-003', /No more agents/],
	])('%s is met once, however often n8n starts the trigger again', async (_what, retcode, told) => {
		refuseSignIn(retcode);
		await expect(whileTimePasses(run(node, given))).rejects.toThrow(told);
		for (let times = 0; times < 3; times += 1) await expect(whileTimePasses(run(node, given, 'update'))).rejects.toThrow(told);
		const one = await begin({}, 'init');
		await pass(7200);
		expect(requests(SIGN_IN)).toHaveLength(1);
		expect(one.saved.map(({ message }) => message)).toEqual([expect.stringMatching(told)]);
		await stop(one);
		// A person may try again.
		await begin();
		expect(sessions()).toHaveLength(1);
	});

	test('a corrected password is tried', async () => {
		given.credentials.huaweiCecAgentApi.password = 'wrong';
		await expect(whileTimePasses(run(node, given))).rejects.toThrow(/password is wrong/);
		given.credentials.huaweiCecAgentApi = credential();
		running.push(await whileTimePasses(run(node, given, 'update')));
		expect(sessions()).toHaveLength(1);
	});

	test('who has signed in elsewhere by force is left alone', async () => {
		const one = await begin();
		const signOfLife = await signInElsewhere('/forcelogin');
		for (let times = 0; times < 8; times += 1) {
			signOfLife();
			await pass(30);
		}
		expect(requests(SIGN_IN).filter((entry) => codeOf(entry) === '0')).toHaveLength(1);
		expect(one.saved.map(({ message }) => message)).toEqual([expect.stringMatching(/signed in/)]);
	});
});

describe('a call', () => {
	let callId: string;

	async function inACall(): Promise<Running> {
		const one = await begin();
		({ callId } = await sim.control.inbound({ skillId: SALES, caller: '447700900501' }));
		await pass(5);
		expect(eventsOf(one)).toContain('talkingStarted');
		return one;
	}

	const hangUp = async () => {
		const session = await sealedSession();
		await whileTimePasses(execute({ node: workspace, credentials: given.credentials, parameters: { resource: 'call', operation: 'end', confirm: true, callid: callId, session } }));
	};

	/** As other workflows of this process know it. */
	const sealedSession = async () => AgentSession.ofThisProcess(given.credentials.huaweiCecAgentApi)?.seal();

	test('goes on when the workflow is published anew, and none of its events is lost', async () => {
		const first = await inACall();
		await stop(first);
		happens('AgentOther_Note', 'while nobody listened');
		const second = await whileTimePasses(run(node, given));
		running.push(second);
		expect(requests(SIGN_IN)).toHaveLength(1);
		await pass(240);
		await hangUp();
		await pass(5);
		expect(eventsOf(second)).toEqual(expect.arrayContaining(['noteReceived', 'callReleased']));
		expect(sessions()).toMatchObject([{ overlaps: { polls: 0 } }]);
	});

	test('goes on when the workflow is unpublished, and the agent is signed out after it', async () => {
		const one = await inACall();
		await stop(one);
		const told = one.items.length;
		await pass(300);
		expect(sessions()).toMatchObject([{ state: 'talking', overlaps: { polls: 0 } }]);
		await hangUp();
		await pass(15);
		expect(sessions()).toEqual([]);
		expect(one.items).toHaveLength(told);
		const asked = sim.control.log.entries.length;
		await pass(300);
		expect(sim.control.log.entries).toHaveLength(asked);
	});

	test('is not ended by a test in the editor', async () => {
		const one = await inACall();
		await stop(one);
		given.parameters.events = ['noteReceived'];
		const executed = execute({ node, ...given });
		await pass(25);
		happens('AgentOther_Note', 'Lunch');
		expect(await whileTimePasses(executed)).toMatchObject([{ json: { event: 'noteReceived' } }]);
		await pass(240);
		expect(sessions()).toMatchObject([{ state: 'talking' }]);
	});
});

describe('a gateway that is down', () => {
	const isDown = (times = 10_000) => sim.control.addFault({ kind: 'resetBefore', match: { path: 'agentgateway', times } });

	test('does not keep n8n from ending, and the agent is signed out once it is back', async () => {
		const one = await begin();
		await pass(11);
		isDown(8);
		running = [];
		const since = sim.clock.now();
		await whileTimePasses(one.closeFunction());
		expect(sim.clock.now() - since).toBeLessThanOrEqual(15_000);
		await pass(110);
		expect(sessions()).toEqual([]);
		expect(requests(SIGN_OUT).some((entry) => codeOf(entry) === '0')).toBe(true);
	});

	test('or refuses to sign the agent out is given no signs of life', async () => {
		const one = await begin();
		sim.control.addFault({ kind: 'body', body: { retcode: '100-005', message: 'x' }, match: { method: 'DELETE', times: 100 } });
		running = [];
		await whileTimePasses(one.closeFunction());
		await pass(150);
		expect(sessions()).toEqual([]);
		expect(requests(SIGN_OUT)).toHaveLength(1);
	});

	test('is not asked for ever', async () => {
		const one = await begin();
		isDown();
		running = [];
		await whileTimePasses(one.closeFunction());
		await pass(300);
		const asked = sim.control.log.entries.length;
		await pass(600);
		expect(sim.control.log.entries).toHaveLength(asked);
		sim.control.faultList.clear();
		await begin();
		expect(sessions()).toHaveLength(1);
	});

	test('is waited for when n8n starts by itself, and when it ends meanwhile nobody is signed in', async () => {
		isDown();
		const one = await begin({}, 'init');
		await pass(600);
		expect(one.saved.map(({ message }) => message)).toEqual([expect.stringMatching(/^The agent cannot be signed in, which is tried again: /)]);
		sim.control.faultList.clear();
		await pass(20);
		expect(sessions()).toHaveLength(1);
		await stop(one);
		isDown();
		const other = await begin({}, 'init');
		await stop(other);
		sim.control.faultList.clear();
		await pass(60);
		expect(sessions()).toEqual([]);
	});

	test('is another thing than a setting that is wrong, which is told at once', async () => {
		const one = await begin({ softphoneNumber: '1'.repeat(25) }, 'init');
		await pass(60);
		expect(one.saved.map(({ message }) => message)).toEqual([expect.stringMatching(/24 characters/)]);
		expect(sim.control.log.entries).toEqual([]);
	});

	test('fails a person who publishes the workflow, at once', async () => {
		isDown();
		await expect(whileTimePasses(run(node, given))).rejects.toThrow(/the connection to CEC broke off/);
		expect(sim.control.log.entries).toHaveLength(1);
	});
});

describe('what passes', () => {
	test.each(['000-004', '100-003', '100-007', '105-002', '999-002'])('a sign-in that is refused with %s is tried again when n8n starts by itself', async (retcode) => {
		refuseSignIn(retcode, 3);
		const one = await begin({}, 'init');
		await pass(30);
		expect(sessions()).toHaveLength(1);
		expect(one.saved).toEqual([]);
	});

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
		// It happens to the poll after the one that is under way.
		sim.control.addFault({ kind: 'truncate', match: { path: 'agentevent', times: 1 } });
		for (const type of ['AgentState_Ready', 'AgentState_Work', 'AgentState_Busy']) {
			happens(type);
			await pass(2);
		}
		expect(eventsOf(one)).toEqual(['agentIdle', 'eventsMissed', 'agentHandlingCall']);
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

	test.each([
		['this workflow', {}, /^Agent 101 belongs to the trigger "Node" of the workflow "test"\. This workflow is published: unpublish it while you test/],
		['another node', { id: 'another node' }, /^Agent 101 belongs to the trigger "Node" of the workflow "test"/],
	])('is refused while %s is published', async (_which, changes, told) => {
		const one = await begin();
		Object.assign(given, changes);
		await expect(whileTimePasses(execute({ node, ...given }))).rejects.toThrow(told);
		happens('AgentState_Ready');
		await pass(2);
		expect(eventsOf(one)).toEqual(['agentIdle']);
		expect(requests(SIGN_IN)).toHaveLength(1);
	});

	test('keeps others from the agent until it is over', async () => {
		const cancel = new AbortController();
		const executed = execute({ node, ...given, signal: cancel.signal, parameters: { ...given.parameters, events: ['noteReceived'] } });
		await pass(5);
		await expect(whileTimePasses(run(node, given))).rejects.toThrow(/^Agent 101 is being tested by "Node" of the workflow "test"/);
		cancel.abort();
		expect(await whileTimePasses(executed)).toEqual([]);
		expect(sessions()).toEqual([]);
	});

	test('that is cancelled while the agent is being signed in leaves nobody behind', async () => {
		const cancel = new AbortController();
		const executed = execute({ node, ...given, signal: cancel.signal });
		cancel.abort();
		expect(await whileTimePasses(executed)).toEqual([]);
		await pass(5);
		expect(sessions()).toEqual([]);
		expect(requests(SIGN_IN)).toHaveLength(1);
	});

	test('of pushed events signs in with the address of the test, and out when it is over', async () => {
		Object.assign(given.parameters, { mode: 'push', options: { allowHttpCallback: true } });
		await whileTimePasses(activate(node, given, 'manual'));
		expect(requests(SIGN_IN)[0].body).toMatchObject({ callbackUri: expect.stringContaining('/webhook-test/') });
		await pass(300);
		expect(sessions()).toHaveLength(1);
		await whileTimePasses(deactivate(node, given));
		await pass(2);
		expect(sessions()).toEqual([]);
	});

	test('of pushed events is refused while the workflow is published, which goes on', async () => {
		await begin({ mode: 'push', options: { allowHttpCallback: true } });
		await expect(whileTimePasses(activate(node, given, 'manual'))).rejects.toThrow(/This workflow is published: unpublish it while you test/);
		await whileTimePasses(deactivate(node, given));
		await pass(60);
		happens('AgentState_Ready');
		await pass(2);
		expect(n8n.items.map(({ event }) => event)).toEqual(['agentIdle']);
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
		await pass(300);
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

	test.each([
		['were lost on their way', { lose: 1 }],
		['come again', { repeat: 2 }],
	])('events that %s are taken once, in order', async (_what, trouble) => {
		await begin(push);
		sim.control.setCallbacks(trouble);
		happens('AgentState_Ready');
		await pass(2);
		happens('AgentState_Work');
		await pass(30);
		expect(n8n.items.map(({ event }) => event)).toEqual(['agentIdle', 'agentWrappingUp']);
	});

	test('what is the same much later has happened again', async () => {
		await begin(push);
		for (let times = 0; times < 2; times += 1) {
			happens('AgentOther_Note');
			await pass(90);
		}
		expect(n8n.items.map(({ event }) => event)).toEqual(['noteReceived', 'noteReceived']);
	});

	test('a failover is told, and what may be missing', async () => {
		await begin({ ...push, events: ['gatewayRecovered', 'eventsMissed'] });
		sim.control.failOverAgents({ agentId: 101, seconds: 20 });
		await pass(60);
		expect(n8n.items.map(({ event }) => event)).toEqual(['gatewayRecovered', 'eventsMissed']);
		expect(requests(SIGN_IN)).toHaveLength(1);
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
		// Answers that never arrive, among them some with the next Guid.
		() => sim.control.addFault({ kind: 'resetAfter', match: { path: WAY, times: 3 } }),
		() => sim.control.addFault({ kind: 'truncate', match: { path: WAY, times: 3 } }),
		() => sim.control.addFault({ kind: 'body', body: { retcode: '105-002', message: 'x' }, match: { path: WAY, times: 3 } }),
		// The Guid is lost: the session has to end before the agent can be signed in again.
		() => sim.control.addFault({ kind: 'body', body: { retcode: '000-003', message: 'x' }, match: { path: WAY } }),
		() => sim.control.setCallbacks({ repeat: 3 }),
	];
	/** Polls and heartbeats. */
	const WAY = '/agente|handshake/';

	/** Notes with numbers, so that each can be found again. */
	async function anHour(): Promise<void> {
		for (let minute = 0; minute < MINUTES; minute += 1) {
			if (minute % 5 === 4) troubles[Math.floor(minute / 5) % troubles.length]();
			for (let second = 0; second < 60; second += 15) {
				if (sessions().length > 0) happens('AgentOther_Note', `${minute}:${second}`);
				await pass(15);
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
			return event?.eventType === 'AgentOther_Note' && (!fault || fault === 'latency') ? [event.content] : [];
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
	const url = `${sim.url}/agentgateway/resource/onlineagent/${agentId}`;
	const headers: Record<string, string> = { 'Content-Type': 'application/json; charset=UTF-8' };
	const signedIn = await axios.put(`${url}${path}`, JSON.stringify({ password, phonenum: '15550106' }), { headers });
	expect(signedIn.data).toMatchObject({ retcode: '0' });
	const follow = ({ headers: told }: AxiosResponse) => {
		const guid = told['set-guid'] as string | undefined;
		if (guid) headers.Guid = guid.replace(/^JSESSIONID=/, '');
	};
	follow(signedIn);
	return () => void axios.get(url.replace('onlineagent', 'agentevent'), { headers }).then(follow, () => undefined);
}
