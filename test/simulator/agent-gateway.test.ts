import { setTimeout as sleep } from 'node:timers/promises';
import type { Simulator } from '../../simulator';
import { tenant } from '../../simulator';
import type { World } from '../../simulator/world';
import { receiver, simulator, START } from './harness';

const RESOURCE = '/agentgateway/resource';
const SECOND = 1000;
const MINUTE = 60 * SECOND;
const GUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}\.AgentGateway1$/;
const SUCCESS = { message: 'success', retcode: '0' };
const DONE = { result: {}, ...SUCCESS };
/** Skill queues are those of the tenant: agent 101 has 2 and 3, agent 102 has 2, agent 103 has video and 1. */
const PASSWORDS: Record<string, string> = Object.fromEntries(
	tenant.agents.map(({ platformPassword }, at) => [String(101 + at), platformPassword]),
);

interface Sent {
	status: number;
	body: any;
	headers: Headers;
}

type Headed = Record<string, string>;

async function send(sim: Simulator, method: string, path: string, body?: unknown, headers: Headed = {}): Promise<Sent> {
	const response = await fetch(`${sim.url}${RESOURCE}${path}`, {
		method,
		headers: { 'content-type': 'application/json; charset=UTF-8', ...headers },
		body: body === undefined || typeof body === 'string' ? body : JSON.stringify(body),
	});
	const text = await response.text();
	const isJson = response.headers.get('content-type')?.includes('json');
	return { status: response.status, body: isJson ? JSON.parse(text) : undefined, headers: response.headers };
}

const wishes = (workNo: string, changes: object = {}): object => ({
	password: PASSWORDS[workNo],
	phonenum: `4003${workNo}`,
	status: 4,
	...changes,
});

const signIn = async (sim: Simulator, workNo = '101', changes: object = {}, way = ''): Promise<Sent> =>
	await send(sim, 'PUT', `/onlineagent/${workNo}${way}`, wishes(workNo, changes));

const guidIn = ({ headers }: Sent): string | undefined => headers.get('set-guid')?.replace(/^JSESSIONID=/, '');

/** An agent who has signed in, with the Guid to use. */
class Desk {
	guid = '';

	constructor(
		readonly sim: Simulator,
		readonly workNo = '101',
	) {}

	static async open(sim: Simulator, workNo = '101', changes: object = {}, way = ''): Promise<Desk> {
		const desk = new Desk(sim, workNo);
		const answer = await signIn(sim, workNo, changes, way);
		expect(answer).toMatchObject({ status: 200, body: { retcode: '0' } });
		desk.guid = guidIn(answer) ?? '';
		return desk;
	}

	/** Below /onlineagent/{agentid}. */
	async do(path: string, method = 'POST', body?: unknown, headers: Headed = {}): Promise<Sent> {
		return await this.ask(method, `/onlineagent/${this.workNo}${path}`, body, headers);
	}

	async ask(method: string, path: string, body?: unknown, headers: Headed = {}): Promise<Sent> {
		return await send(this.sim, method, path, body, { Guid: this.guid, ...headers });
	}

	async poll(): Promise<Sent> {
		return await this.ask('GET', `/agentevent/${this.workNo}`);
	}

	/** The types of everything waiting, which there has to be something of. */
	async told(count: number): Promise<any[]> {
		const events = [];
		for (let at = 0; at < count; at++) {
			const { body } = await this.poll();
			expect(body).toEqual({ message: '', retcode: '0', event: expect.anything() });
			expect(body.event.workNo).toBe(this.workNo);
			events.push(
				body.event.content === null ? body.event.eventType : [body.event.eventType, body.event.content],
			);
		}
		expect(session(this.sim, this.workNo).waitingEvents).toBe(0);
		return events;
	}
}

const session = (sim: Simulator, workNo: string): any =>
	(sim.control.state() as any).agentSessions.find((one: any) => one.workNo === workNo);

const refusal = (retcode: string): object => ({ status: 200, body: { retcode, message: expect.any(String) } });

async function until(isSo: () => boolean): Promise<void> {
	for (let tries = 0; !isSo(); tries++) {
		if (tries > 600) throw new Error('It never happened.');
		await sleep(5);
	}
}

/** A poll that waits for an event, once the simulator has it. */
async function waitingPoll(desk: Desk): Promise<{ answer: Promise<Sent>; isOver: () => boolean }> {
	const before: number = session(sim, desk.workNo).waitingPolls;
	let over = false;
	const answer = desk.poll().finally(() => (over = true));
	await until(() => session(sim, desk.workNo).waitingPolls > before);
	return { answer, isOver: () => over };
}

/** What calls are built on, in process. */
const world = (simulated: Simulator): World => simulated.control['world']();

let sim: Simulator;
beforeEach(async () => {
	sim = await simulator();
});
afterEach(async () => await sim.close());

describe('signing in (6.1.1.1, 6.1.1.2, 6.1.1.23)', () => {
	const result = (changes: object = {}): object => ({
		vdnid: 1,
		workno: '101',
		mediatype: 'TTF',
		loginTime: String(START.getTime()),
		isForceChange: 'false',
		serverName: 'AgentGateway1',
		timeRemaining: '90',
		...changes,
	});

	it('answers with the session and its Guid in both headers', async () => {
		const answer = await signIn(sim);
		expect(answer).toMatchObject({ status: 200, body: { message: '', retcode: '0', result: result() } });
		expect(guidIn(answer)).toMatch(GUID);
		expect(answer.headers.get('set-guid')).toBe(`JSESSIONID=${answer.headers.get('guid')}`);
	});

	it('takes numbers and flags as texts, as the samples have them', async () => {
		const given = { status: '3', releasephone: 'true', agenttype: '4', checkInWebm: 'false', serviceworkid: 'a1' };
		const { body } = await signIn(sim, '101', given);
		expect(body.result).toEqual(result({ mediatype: 'TFF' }));
		expect(session(sim, '101')).toMatchObject({ state: 'busy', mode: 'poll', phoneNumber: '4003101' });
	});

	it.each([
		['no password', { password: undefined }, '100-001'],
		['a long password', { password: 'x'.repeat(33) }, '100-001'],
		['no phone', { phonenum: undefined }, '100-001'],
		['a phone of letters', { phonenum: 'abc' }, '100-001'],
		['a wrong status', { status: 7 }, '100-001'],
		['an unknown field', { callbackUrl: 'https://127.0.0.1:1' }, '100-001'],
		['a flag that is none', { autoanswer: 'yes' }, '100-001'],
		['special characters in the token', { callbackUri: 'https://127.0.0.1:1', serviceToken: 'a-b' }, '100-001'],
		['a long token', { callbackUri: 'https://127.0.0.1:1', serviceToken: 'x'.repeat(51) }, '100-001'],
		['a long callback', { callbackUri: `https://127.0.0.1/${'x'.repeat(200)}`, serviceToken: 'x' }, '100-001'],
		['a wrong password', { password: 'wrong' }, '100-004'],
		['a type that is none', { agenttype: 5 }, '100-012'],
		['video without having it', { agenttype: 11 }, '100-012'],
		['an address that is none', { ip: '300.1.1.1' }, '100-016'],
	])('refuses %s', async (_what, changes, code) => {
		expect(await signIn(sim, '101', changes)).toMatchObject(refusal(code));
		expect(session(sim, '101')).toBeUndefined();
	});

	it.each([
		['an unknown number', '999', '100-004'],
		['a number below the range', '100', '100-001'],
		['a number above it', '60000', '100-001'],
	])('refuses %s', async (_what, workNo, code) => {
		expect(await signIn(sim, workNo, { password: 'x' })).toMatchObject(refusal(code));
	});

	it('wants to be told that the body is JSON', async () => {
		const plain = { 'content-type': 'text/plain' };
		expect(await send(sim, 'PUT', '/onlineagent/101', wishes('101'), plain)).toMatchObject(refusal('100-001'));
	});

	it('locks an account after five wrong passwords in a row, for half an hour', async () => {
		for (let at = 0; at < 5; at++) {
			expect((await signIn(sim, '101', { password: 'wrong' })).body.retcode).toBe('100-004');
		}
		expect(await signIn(sim)).toMatchObject(refusal('110-016'));
		expect((await signIn(sim, '102')).body.retcode).toBe('0');
		await sim.clock.advance(30 * MINUTE - 1);
		expect(await signIn(sim)).toMatchObject(refusal('110-016'));
		await sim.clock.advance(1);
		expect((await signIn(sim)).body.retcode).toBe('0');
	});

	it('refuses a second session, unless it is forced, which ends the first', async () => {
		const first = await Desk.open(sim);
		expect(await signIn(sim)).toMatchObject(refusal('100-002'));
		expect(await signIn(sim, '101', {}, '/loginex')).toMatchObject(refusal('100-002'));
		await first.told(2);
		const waiting = await waitingPoll(first);
		await sim.clock.advance(SECOND);
		const forced = await signIn(sim, '101', {}, '/forcelogin');
		const loginTime = String(START.getTime() + SECOND);
		expect(forced.body).toEqual({ result: result({ loginTime }), ...SUCCESS });
		expect((await waiting.answer).body.event).toEqual({
			eventType: 'AgentOther_ShutdownService',
			workNo: '101',
			content: { loginTime: String(START.getTime()) },
		});
		expect(await first.poll()).toMatchObject(refusal('000-003'));
		const second = new Desk(sim);
		second.guid = guidIn(forced) ?? '';
		expect(await second.told(2)).toEqual(['AgentOther_InService', 'AgentState_Ready']);
	});

	it('forces nobody out of a call', async () => {
		await Desk.open(sim);
		world(sim).agents.occupy(world(sim).agents.get('101'), 'talking');
		expect(await signIn(sim, '101', {}, '/forcelogin')).toMatchObject(refusal('100-015'));
	});

	it('forces without a first session as well, but takes no serviceworkid then', async () => {
		expect((await signIn(sim, '101', { serviceworkid: 'a' }, '/forcelogin')).body.retcode).toBe('100-001');
		expect((await signIn(sim, '101', {}, '/forcelogin')).body.retcode).toBe('0');
	});

	it('lets agents sign in to the platform alone, without media servers, a phone or pushed events', async () => {
		const pushed = { callbackUri: 'https://127.0.0.1:1', serviceToken: 'abc' };
		expect((await signIn(sim, '101', pushed, '/loginex')).body.retcode).toBe('100-001');
		expect((await signIn(sim, '101', { password: '' }, '/loginex')).body.retcode).toBe('100-004');
		const answer = await signIn(sim, '101', { phonenum: undefined, checkInWebm: true }, '/loginex');
		expect(answer.body).toEqual({ message: '', retcode: '0', result: result({ mediatype: 'TFF' }) });
		expect(guidIn(answer)).toMatch(GUID);
		expect(answer.headers.get('guid')).toBeNull();
		const desk = new Desk(sim);
		desk.guid = guidIn(answer) ?? '';
		expect((await desk.do('/resetskill/true')).body.retcode).toBe('100-007');
	});

	it.each([
		[3, ['AgentOther_InService', 'AgentState_Ready', ['AgentState_SetNotReady_Success', { reason: '0' }]]],
		[4, ['AgentOther_InService', 'AgentState_Ready']],
		[5, ['AgentOther_InService', 'AgentState_Ready', 'AgentState_Work']],
	])('tells of signing in with status %s', async (status, events) => {
		const desk = await Desk.open(sim, '101', { status });
		expect(await desk.told(events.length)).toEqual(events);
		expect((await desk.do('/agentstatus', 'GET')).body).toEqual({
			message: '',
			retcode: '0',
			result: { agentState: status, isWorking: false },
		});
	});

	it('tells of linked phones, and inspectors of everybody', async () => {
		const inspector = await Desk.open(sim, '104', { listenStatus: true });
		await inspector.told(2);
		const desk = await Desk.open(sim, '101', { phonelinkage: true });
		expect((await desk.told(3))[2]).toEqual(['AgentEvent_linkageCapability', { result: 0 }]);
		await desk.do('/logout', 'DELETE');
		const content = {
			monitoredagent: '101',
			agentname: '101',
			mediaserver: 'CtiServer',
			jsonKey: ['subtype', 'monitoredagent', 'agentname', 'mediaserver'],
		};
		expect(await inspector.told(2)).toEqual([
			['QC_AgentState_Notify', { ...content, subtype: 'QC_AgentState_Login' }],
			['QC_AgentState_Notify', { ...content, subtype: 'QC_AgentState_Logout' }],
		]);
	});
});

describe('the Guid (4.5, 6.1.1.24)', () => {
	it('opens nothing without a session, and nothing of another', async () => {
		expect(await send(sim, 'GET', '/agentevent/101')).toMatchObject(refusal('100-006'));
		const one = await Desk.open(sim, '101');
		const other = await Desk.open(sim, '102');
		expect(await send(sim, 'GET', '/agentevent/101')).toMatchObject(refusal('000-003'));
		expect(await one.ask('GET', '/agentevent/102')).toMatchObject(refusal('000-003'));
		other.guid = `JSESSIONID=${other.guid}`;
		expect(await other.poll()).toMatchObject(refusal('000-003'));
		expect(await one.ask('POST', '/onlineagent/99/sayfree')).toMatchObject(refusal('000-002'));
	});

	it('changes every minute, is told by the poll alone, and stays good for two minutes', async () => {
		const desk = await Desk.open(sim, '101', { status: 3 });
		await sim.clock.advance(MINUTE - 1);
		expect(guidIn(await desk.poll())).toBeUndefined();
		await sim.clock.advance(1);
		expect(guidIn(await desk.do('/querycustomstate', 'GET'))).toBeUndefined();
		expect(guidIn(await desk.do('/handshake'))).toBeUndefined();
		const fresh = guidIn(await desk.poll());
		expect(fresh).toMatch(GUID);
		expect(fresh).not.toBe(desk.guid);
		// Whoever has missed it is told again.
		expect(guidIn(await desk.poll())).toBe(fresh);
		await sim.clock.advance(MINUTE - 1);
		expect((await desk.do('/querycustomstate', 'GET')).body.retcode).toBe('0');
		await sim.clock.advance(1);
		expect(await desk.do('/querycustomstate', 'GET')).toMatchObject(refusal('000-003'));
		desk.guid = fresh ?? '';
		expect((await desk.do('/querycustomstate', 'GET')).body.retcode).toBe('0');
	});

	it('changes when asked for, and the old one stays good', async () => {
		const desk = await Desk.open(sim);
		const { body } = await desk.do('/updateGuid', 'PUT');
		expect(body).toEqual({ result: { guid: expect.stringMatching(GUID) }, ...SUCCESS });
		expect(guidIn(await desk.poll())).toBe(body.result.guid);
		desk.guid = body.result.guid;
		expect(guidIn(await desk.poll())).toBeUndefined();
	});
});

describe('polling for events (6.1.4.1)', () => {
	it('gives one event at a time, and waits ten seconds when there is none', async () => {
		const desk = await Desk.open(sim);
		await desk.told(2);
		const empty = await waitingPoll(desk);
		await sim.clock.advance(10 * SECOND - 1);
		await sleep(30);
		expect(empty.isOver()).toBe(false);
		await sim.clock.advance(1);
		expect((await empty.answer).body).toEqual({ message: '', retcode: '0', event: null });

		const waiting = await waitingPoll(desk);
		await desk.do('/saybusy');
		expect((await waiting.answer).body.event.eventType).toBe('AgentState_SetNotReady_Success');
		await desk.do('/cancelbusy');
		expect((await desk.ask('GET', '/agentevent/101?calldata=abc')).body.retcode).toBe('0');
		expect(await desk.ask('GET', '/agentevent/101?since=1')).toMatchObject(refusal('000-002'));
	});

	it('gives each event to one of two who poll', async () => {
		const desk = await Desk.open(sim);
		await desk.told(2);
		const one = await waitingPoll(desk);
		const other = await waitingPoll(desk);
		await desk.do('/work');
		await desk.do('/cancelwork');
		expect((await one.answer).body.event.eventType).toBe('AgentState_SetWork_Success');
		expect((await other.answer).body.event.eventType).toBe('AgentState_CancelWork_Success');
		expect(session(sim, '101').overlaps).toEqual({ polls: 1, requests: 0 });
	});

	it('signs out after two minutes without a poll, whatever else is asked', async () => {
		const desk = await Desk.open(sim);
		await sim.clock.advance(MINUTE);
		const { headers } = await desk.poll();
		desk.guid = headers.get('set-guid')?.replace('JSESSIONID=', '') ?? '';
		await sim.clock.advance(MINUTE);
		await desk.do('/sayfree');
		await desk.do('/handshake');
		await sim.clock.advance(MINUTE - 1);
		expect(session(sim, '101')).toMatchObject({ guidAge: MINUTE - 1, waitingEvents: 1 });
		await sim.clock.advance(1);
		expect(session(sim, '101')).toBeUndefined();
		expect(await desk.poll()).toMatchObject(refusal('100-006'));
		expect((await signIn(sim)).body.retcode).toBe('0');
	});

	it('counts requests of one agent that overlap, but not polling beside them', async () => {
		const desk = await Desk.open(sim);
		await desk.told(2);
		const poll = await waitingPoll(desk);
		await desk.do('/sayfree');
		await desk.do('/sayfree');
		expect(session(sim, '101').overlaps).toEqual({ polls: 0, requests: 0 });
		sim.control.addFault({ kind: 'latency', ms: 50, match: { path: '/sayfree' } });
		await Promise.all([desk.do('/sayfree'), desk.do('/querycustomstate', 'GET')]);
		expect(session(sim, '101').overlaps).toEqual({ polls: 0, requests: 1 });
		await sim.clock.advance(10 * SECOND);
		await poll.answer;
	});
});

describe('pushed events (6.1.4.2, 6.1.1.3)', () => {
	const accepting = { status: 200, body: { message: 'success', retcode: '0' } };

	/** So many pushes have been made, and the simulator has had the answer to each. */
	const pushed = async (count: number): Promise<void> =>
		await until(() => {
			const pushes = sim.control.callbacks() as Array<{ attempts: unknown[] }>;
			return pushes.length === count && pushes.every(({ attempts }) => attempts.length === 1);
		});

	async function pushedTo(answer: () => { status: number; body?: unknown } = () => accepting) {
		const receiving = await receiver(answer);
		const desk = await Desk.open(sim, '101', { callbackUri: receiving.url, serviceToken: 'first1' });
		await pushed(1);
		return { desk, ...receiving };
	}

	const types = ({ eventList }: any): string[] => eventList.map(({ eventType }: any) => eventType);

	it('come in lists, oldest first, with the token and the Guid', async () => {
		const { desk, received, raw, close } = await pushedTo();
		expect(received).toEqual([
			{
				workNo: '101',
				eventList: [
					{ eventType: 'AgentOther_InService', workNo: '101', content: null },
					{ eventType: 'AgentState_Ready', workNo: '101', content: null },
				],
			},
		]);
		expect(raw[0].headers).toMatchObject({ service_token: 'first1', guid: desk.guid });
		expect(session(sim, '101')).toMatchObject({ mode: 'push', waitingEvents: 0 });
		expect(await desk.poll()).toMatchObject(refusal('000-001'));
		await desk.do('/logout', 'DELETE');
		await pushed(2);
		expect(received[1].eventList).toEqual([
			{
				eventType: 'AgentOther_ShutdownService',
				workNo: '101',
				content: { loginTime: String(START.getTime()) },
			},
		]);
		await close();
	});

	it('need both callback and token', async () => {
		await Desk.open(sim, '101', { callbackUri: 'https://127.0.0.1:1/x' });
		await Desk.open(sim, '102', { serviceToken: 'abc' });
		await Desk.open(sim, '103', { callbackUri: '', serviceToken: '' });
		expect(['101', '102', '103'].map((workNo) => session(sim, workNo).mode)).toEqual(['poll', 'poll', 'poll']);
	});

	it('take a new token and tell a new Guid with heartbeats, without which the agent is signed out', async () => {
		const { desk, raw, received, close } = await pushedTo();
		await sim.clock.advance(MINUTE);
		expect(await desk.do('/handshake', 'POST', undefined, { service_token: 'a b' })).toMatchObject(
			refusal('100-001'),
		);
		const beat = await desk.do('/handshake', 'POST', undefined, { service_token: 'second2' });
		expect(beat.body).toEqual(SUCCESS);
		expect(guidIn(beat)).toMatch(GUID);
		expect(beat.headers.get('guid')).toBe(guidIn(beat));
		desk.guid = guidIn(beat) ?? '';
		expect(guidIn(await desk.do('/handshake'))).toBeUndefined();
		await desk.do('/saybusy?reason=201');
		await pushed(2);
		expect(raw[1].headers).toMatchObject({ service_token: 'second2', guid: desk.guid });
		await sim.clock.advance(2 * MINUTE - 1);
		expect(session(sim, '101')).toBeDefined();
		await sim.clock.advance(1);
		expect(session(sim, '101')).toBeUndefined();
		expect(types(received[2])).toEqual(['AgentOther_ShutdownService']);
		await close();
	});

	it('are sent again every ten seconds, and the agent is signed out after two minutes of that', async () => {
		let answer: { status: number; body?: unknown } = { status: 500 };
		const { desk, received, close } = await pushedTo(() => answer);
		expect(received).toHaveLength(1);
		await desk.do('/work');
		await sleep(30);
		expect(received).toHaveLength(1);
		await sim.clock.advance(10 * SECOND);
		expect(types(received[1])).toEqual(['AgentOther_InService', 'AgentState_Ready', 'AgentState_SetWork_Success']);
		answer = { status: 200, body: { message: 'no', retcode: '1' } };
		await sim.clock.advance(10 * SECOND);
		expect(received).toHaveLength(3);
		answer = accepting;
		await sim.clock.advance(10 * SECOND);
		await sim.clock.advance(30 * SECOND);
		expect(received).toHaveLength(4);
		expect(session(sim, '101').waitingEvents).toBe(0);

		answer = { status: 500 };
		desk.guid = guidIn(await desk.do('/handshake')) ?? desk.guid;
		await desk.do('/cancelwork');
		await pushed(5);
		await sim.clock.advance(MINUTE);
		desk.guid = guidIn(await desk.do('/handshake')) ?? desk.guid;
		await sim.clock.advance(MINUTE - 1);
		expect(session(sim, '101')).toBeDefined();
		await sim.clock.advance(1);
		expect(session(sim, '101')).toBeUndefined();
		expect(await desk.do('/handshake')).toMatchObject(refusal('100-006'));
		await close();
	});
});

describe('states of an agent (6.1.1.9 to 6.1.1.15, 6.1.1.21)', () => {
	let desk: Desk;
	beforeEach(async () => {
		desk = await Desk.open(sim);
		await desk.told(2);
	});

	const state = async (): Promise<number> => (await desk.do('/agentstatus', 'GET')).body.result.agentState;

	it('become busy, with a reason, and idle again', async () => {
		expect((await desk.do('/saybusy')).body).toEqual(DONE);
		expect(await state()).toBe(3);
		expect(await desk.do('/saybusy')).toMatchObject(refusal('100-009'));
		expect(await desk.do('/saybusy?reason=201&prolong=false')).toMatchObject(refusal('100-009'));
		expect(await desk.do('/saybusy?prolong=true')).toMatchObject(refusal('000-002'));
		expect((await desk.do('/saybusy?reason=201&prolong=true')).body).toEqual(DONE);
		expect((await desk.do('/cancelbusy')).body).toEqual(DONE);
		expect(await desk.do('/cancelbusy')).toMatchObject(refusal('100-009'));
		expect((await desk.do('/saybusy?reason=0&prolong=')).body).toEqual(DONE);
		expect((await desk.do('/sayfree')).body).toEqual(DONE);
		expect(await desk.told(5)).toEqual([
			['AgentState_SetNotReady_Success', { reason: '0' }],
			['AgentState_SetNotReady_Success', { reason: '201' }],
			'AgentState_CancelNotReady_Success',
			['AgentState_SetNotReady_Success', { reason: '0' }],
			'AgentState_CancelNotReady_Success',
		]);
		expect(await state()).toBe(4);
	});

	it.each(['/saybusy?reason=199', '/saybusy?reason=251', '/saybusy?reason=a', '/saybusy?prolong=1', '/saybusy?x=1'])(
		'refuse %s',
		async (path) => {
			expect(await desk.do(path)).toMatchObject(refusal('000-002'));
			expect(await state()).toBe(4);
		},
	);

	it('rest, are reminded, and go on resting', async () => {
		expect((await desk.do('/rest/60/5')).body).toEqual(DONE);
		expect(await state()).toBe(8);
		expect(await desk.do('/rest/60/6')).toMatchObject(refusal('100-009'));
		for (const path of ['/saybusy', '/sayfree', '/work', '/cancelbusy', '/cancelwork']) {
			expect(await desk.do(path)).toMatchObject(refusal('100-009'));
		}
		await sim.clock.advance(59 * SECOND);
		expect((await desk.do('/rest/30/0?prolong=true')).body).toEqual(DONE);
		await sim.clock.advance(29 * SECOND);
		expect(await desk.told(2)).toEqual([
			['AgentState_SetRest_Success', { reason: '5' }],
			['AgentState_SetRest_Success', { reason: '0' }],
		]);
		await sim.clock.advance(SECOND);
		expect(await desk.told(1)).toEqual(['AgentState_Rest_Timeout']);
		expect(await state()).toBe(8);
		expect((await desk.do('/cancelrest')).body).toEqual(DONE);
		expect(await desk.do('/cancelrest')).toMatchObject(refusal('100-009'));
		expect(await desk.told(1)).toEqual(['AgentState_CancelRest_Success']);
	});

	it.each(['/rest/0/0', '/rest/86400/0', '/rest/60/256', '/rest/60/x', '/rest/60/0?prolong=yes'])(
		'refuse %s',
		async (path) => expect(await desk.do(path)).toMatchObject(refusal('000-002')),
	);

	it('wrap up', async () => {
		expect(await desk.do('/cancelwork')).toMatchObject(refusal('100-009'));
		expect((await desk.do('/work')).body).toEqual(DONE);
		expect(await state()).toBe(5);
		await desk.do('/cancelwork');
		await desk.do('/work');
		await desk.do('/sayfree');
		await desk.do('/work');
		await desk.do('/saybusy');
		expect(await desk.told(6)).toEqual([
			'AgentState_SetWork_Success',
			'AgentState_CancelWork_Success',
			'AgentState_SetWork_Success',
			'AgentState_CancelWork_Success',
			'AgentState_SetWork_Success',
			['AgentState_SetNotReady_Success', { reason: '0' }],
		]);
	});

	it('take no body', async () => {
		expect((await desk.do('/work', 'POST', {})).body).toEqual(DONE);
		expect(await desk.do('/cancelwork', 'POST', { a: 1 })).toMatchObject(refusal('000-002'));
	});
});

describe('calls, from the side of an agent', () => {
	let desk: Desk;
	beforeEach(async () => {
		desk = await Desk.open(sim);
		await desk.told(2);
	});

	const agents = () => world(sim).agents;
	const status = async (): Promise<object> => (await desk.do('/agentstatus', 'GET')).body.result;

	it('come to an end in idle or wrap-up, as the agent likes', async () => {
		const idle: string[] = [];
		agents().onIdle(({ workNo }) => idle.push(workNo));
		const agent = agents().get('101');
		agents().occupy(agent, 'answering');
		expect(await status()).toEqual({ agentState: 7, isWorking: false });
		agents().occupy(agent, 'talking');
		expect(await status()).toEqual({ agentState: 7, isWorking: true });
		expect(await desk.do('/work')).toMatchObject(refusal('100-009'));
		expect(await desk.do('/sayfree')).toMatchObject(refusal('100-009'));
		expect(agents().release(agent)).toBe('idle');
		expect(idle).toEqual(['101']);
		expect((await desk.do('/autoenteridle/false')).body).toEqual(DONE);
		expect(await desk.do('/autoenteridle/falsch')).toMatchObject(refusal('000-002'));
		agents().occupy(agent, 'talking');
		expect(agents().release(agent)).toBe('work');
		agents().occupy(agent, 'talking');
		expect(agents().release(agent, 'busy')).toBe('busy');
		expect(await desk.told(3)).toEqual([
			'AgentState_Ready',
			'AgentState_Work',
			['AgentState_SetNotReady_Success', { reason: '0' }],
		]);
		expect(idle).toEqual(['101']);
	});

	it('are followed by what was asked for during them', async () => {
		const agent = agents().get('101');
		agents().occupy(agent, 'talking');
		expect((await desk.do('/saybusy?reason=202')).body).toEqual(DONE);
		expect(agents().release(agent)).toBe('busy');
		agents().occupy(agent, 'talking');
		await desk.do('/rest/60/3');
		expect(await status()).toEqual({ agentState: 9, isWorking: true });
		expect(await desk.do('/cancelbusy')).toMatchObject(refusal('100-009'));
		expect(agents().release(agent)).toBe('rest');
		agents().occupy(agent, 'talking');
		await desk.do('/rest/60/3');
		expect((await desk.do('/cancelrest')).body).toEqual(DONE);
		expect(agents().release(agent)).toBe('idle');
		expect(await desk.told(3)).toEqual([
			['AgentState_SetNotReady_Success', { reason: '202' }],
			['AgentState_SetRest_Success', { reason: '3' }],
			'AgentState_Ready',
		]);
	});

	it('keep an agent from signing out, but not from being signed out', async () => {
		const gone: string[] = [];
		agents().onSignedOut(({ workNo, over }) => gone.push(`${workNo} ${over}`));
		agents().occupy(agents().get('101'), 'talking');
		expect((await desk.do('/logout', 'DELETE')).body).toEqual(DONE);
		expect(session(sim, '101')).toBeDefined();
		expect((await desk.do('/forcelogout', 'DELETE')).body).toEqual(SUCCESS);
		expect(session(sim, '101')).toBeUndefined();
		expect(gone).toEqual(['101 true']);
	});

	it('are offered to an agent who joins queues or takes calls again', async () => {
		const idle: number[][] = [];
		agents().onIdle(({ queues }) => idle.push([...queues]));
		await desk.do('/settalkright?flag=0');
		await desk.do('/resetskill/true');
		await desk.do('/saybusy');
		await desk.do('/settalkright?flag=1');
		expect(idle).toEqual([]);
		await desk.do('/sayfree');
		await desk.do('/resetskill/false?skillid=3');
		expect(idle).toEqual([[2, 3], [3]]);
	});
});

describe('signing out (6.1.1.18 to 6.1.1.20)', () => {
	it('ends the session, tells whoever polls, and then there is none', async () => {
		const desk = await Desk.open(sim);
		await desk.told(2);
		const one = await waitingPoll(desk);
		const other = await waitingPoll(desk);
		expect((await desk.do('/logout', 'DELETE')).body).toEqual(DONE);
		expect((await one.answer).body.event).toMatchObject({
			eventType: 'AgentOther_ShutdownService',
			content: { loginTime: String(START.getTime()) },
		});
		expect(await other.answer).toMatchObject(refusal('100-006'));
		expect(await desk.do('/logout', 'DELETE')).toMatchObject(refusal('100-008'));
		expect(await desk.do('/sayfree')).toMatchObject(refusal('100-006'));
		expect(await send(sim, 'DELETE', '/onlineagent/102/logout')).toMatchObject(refusal('100-006'));
	});

	it('takes a reason of 1 to 255', async () => {
		const desk = await Desk.open(sim);
		for (const reason of ['0', '256', 'x']) {
			expect(await desk.do(`/forcelogoutwithreason/${reason}`, 'DELETE')).toMatchObject(refusal('100-005'));
		}
		expect((await desk.do('/forcelogoutwithreason/255', 'DELETE')).body).toEqual(SUCCESS);
		expect(session(sim, '101')).toBeUndefined();
	});
});

describe('settings and what else an agent may do (6.1.1)', () => {
	let desk: Desk;
	beforeEach(async () => {
		desk = await Desk.open(sim);
	});

	it('answers by itself, or not', async () => {
		expect((await desk.do('/autoanswer/no')).body).toEqual(DONE);
		expect(session(sim, '101').autoAnswer).toBe(false);
		await desk.do('/autoanswer/true');
		expect(session(sim, '101').autoAnswer).toBe(true);
		expect(await desk.do('/autoanswer/falsch')).toMatchObject(refusal('000-002'));
	});

	it('joins queues, out of those configured', async () => {
		const joined = async (path: string): Promise<number[]> => {
			expect((await desk.do(`/resetskill/${path}`)).body).toEqual(DONE);
			return session(sim, '101').queues;
		};
		expect(session(sim, '101').queues).toEqual([]);
		expect(await joined('true')).toEqual([2, 3]);
		expect(await joined('false?skillid=3;4&phonelinkage=0')).toEqual([3]);
		expect(await joined('false?skillid=')).toEqual([]);
		expect(await desk.do('/resetskill/false?skillid=2,3')).toMatchObject(refusal('000-002'));
		expect(await desk.do('/resetskill/false?phonelinkage=true')).toMatchObject(refusal('000-002'));
	});

	it('sends notes to those who are there, without what they say', async () => {
		await desk.told(2);
		const other = await Desk.open(sim, '102');
		await other.told(2);
		const note = { agentIds: [102, 103, 999], content: 'Bonjour' };
		expect((await desk.do('/sendnoteletex', 'POST', note)).body).toEqual({ result: null, ...SUCCESS });
		expect(await other.told(1)).toEqual(['AgentOther_Note']);
		const full = { agentIds: [102], content: 'é'.repeat(511) };
		expect((await desk.do('/sendnoteletex', 'POST', full)).body.retcode).toBe('0');
		for (const wrong of [
			{ agentIds: 102, content: '' },
			{ agentIds: [], content: '' },
			{ agentIds: Array.from({ length: 101 }, (_, at) => 101 + at), content: '' },
			{ agentIds: [102] },
			{ agentIds: [102], content: 'é'.repeat(512) },
		]) {
			expect(await desk.do('/sendnoteletex', 'POST', wrong)).toMatchObject(refusal('100-001'));
		}
	});

	it('changes the password, by the rules', async () => {
		const change = async (oldPassword: string, newPassword: string): Promise<string> =>
			(await desk.do('/modifyaccountpwdex', 'POST', { oldPassword, newPassword })).body.retcode;
		const old = PASSWORDS['101'];
		expect(await change('Wrong-pw1', 'Other-pw1')).toBe('100-007');
		expect(await change(old, 'Short-1')).toBe('000-002');
		expect(await change(old, 'alllower1')).toBe('000-002');
		expect(await change(old, 'Baaa-pass1')).toBe('000-002');
		expect(await change(old, old)).toBe('000-002');
		expect(await change(old, 'Other-pw1')).toBe('0');
		expect(await change('Other-pw1', old)).toBe('000-002');
		await desk.do('/logout', 'DELETE');
		expect((await signIn(sim)).body.retcode).toBe('100-004');
		expect((await signIn(sim, '101', { password: 'Other-pw1' })).body.retcode).toBe('0');
		const log = JSON.stringify(sim.control.requests());
		for (const secret of [old, 'Other-pw1', desk.guid]) expect(log).not.toContain(secret);
	});

	it('has a state of its own making', async () => {
		const custom = async (): Promise<Sent> => await desk.do('/querycustomstate', 'GET');
		expect((await custom()).body).toEqual({ result: { agentcustomstate: '65535' }, ...SUCCESS });
		expect(await desk.do('/cancelsetcustomstate')).toMatchObject(refusal('100-009'));
		expect((await desk.do('/setcustomstate?customstate=65534')).body).toEqual(DONE);
		expect((await custom()).body.result).toEqual({ agentcustomstate: '65534' });
		expect(await desk.do('/setcustomstate?customstate=65535')).toMatchObject(refusal('000-002'));
		expect(await desk.do('/setcustomstate')).toMatchObject(refusal('000-002'));
		expect((await desk.do('/cancelsetcustomstate')).body).toEqual(DONE);
		expect((await custom()).body.result).toEqual({ agentcustomstate: '65535' });
	});

	it('is given a password for the phone', async () => {
		const { body } = await desk.do('/logininfo');
		expect(body).toEqual({
			result: { phonenum: '4003101', phonetoken: expect.stringMatching(/^\d{16}$/) },
			...SUCCESS,
		});
		expect(JSON.stringify(sim.control.requests())).not.toContain(body.result.phonetoken);
	});

	it('sees which queues are configured', async () => {
		const audio = { name: 'defaultAudioSkill', id: 2, mediatype: 5 };
		expect((await desk.do('/agentskills', 'GET')).body).toEqual({
			result: [audio, { name: 'sales', id: 3, mediatype: 5 }],
			...SUCCESS,
		});
		expect((await desk.do('/agentskillsbyworkno/102', 'GET')).body.result).toEqual([audio]);
		expect(await desk.do('/agentskillsbyworkno/104', 'GET')).toMatchObject(refusal('600-001'));
		expect(await desk.do('/agentskillsbyworkno/999', 'GET')).toMatchObject(refusal('600-001'));
		expect(await desk.do('/agentskillsbyworkno/1', 'GET')).toMatchObject(refusal('000-002'));
	});

	it('is brought up to date, and loses the events not told yet', async () => {
		await sim.clock.advance(5 * SECOND);
		await desk.do('/saybusy');
		await sim.clock.advance(SECOND);
		const { body } = await desk.do('/syncagentinfo');
		expect(body).toMatchObject({ ...SUCCESS, result: { callinfo: null } });
		expect(body.result.agentStateInfo).toEqual({
			callFeature: 0,
			callData: '',
			lastState: 1,
			preBusy: false,
			firsttalkingFlag: false,
			workNo: '101',
			qcWorkNo: '',
			callerNo: '',
			beginHoldTime: null,
			state: 4,
			talkingCallfeature: 0,
			releaseFlag: 0,
			calledNo: '',
			mainCallId: '',
			secondTalkingTime: null,
			preRest: false,
			recordID: '',
			currentTime: String(START.getTime() + 6 * SECOND),
			beginTalkingTime: null,
			partner: '',
			holdCallId: '',
			agentStateBeginTime: START.getTime() + 5 * SECOND,
			curCommand: 0,
			curCallId: '',
			cmdBeginTime: '',
		});
		expect(session(sim, '101').waitingEvents).toBe(0);
	});
});

describe('queries (5.2.5 to 5.2.13)', () => {
	let desk: Desk;
	beforeEach(async () => {
		desk = await Desk.open(sim);
		await desk.do('/resetskill/false?skillid=2');
	});

	const queue = async (path: string): Promise<Sent> => await desk.ask('GET', `/queuedevice/101/${path}`);
	const group = async (path: string): Promise<Sent> => await desk.ask('GET', `/agentgroup/101/${path}`);

	it('count who waits', async () => {
		const since = sim.clock.now();
		const { waiting } = world(sim).agents;
		waiting.add({ callId: '1772438400-16908801', skillId: 2, since });
		waiting.add({ callId: '1772438400-16908802', skillId: 3, since });
		waiting.add({ callId: '1772438400-16908803', skillId: 4, since });
		expect((await queue('waitnum')).body).toEqual({ result: 2, ...SUCCESS });
		expect((await queue('waitnumbyagent')).body).toEqual({ result: 1, ...SUCCESS });
		expect((await queue('skillwaitnum/4')).body).toEqual({ result: 1, ...SUCCESS });
		waiting.remove('1772438400-16908803');
		expect((await queue('skillwaitnum/4')).body.result).toBe(0);
		expect(await queue('skillwaitnum/99')).toMatchObject(refusal('100-007'));
	});

	it('list queues and flows', async () => {
		const { body } = await queue('agentvdnskill');
		expect(body).toMatchObject({ message: '', retcode: '0' });
		expect(body.result).toHaveLength(5);
		expect(body.result[4]).toEqual({ name: 'webchat', id: 5, mediatype: 53, serviceType: 1, realFlag: 1 });
		const flows = (await queue('ivrinfo')).body;
		expect(flows).toEqual({ result: expect.any(Array), ...SUCCESS });
		expect(flows.result[0]).toEqual({ access: '90500', id: 1, description: 'Fault handling', serviceNo: 1 });
	});

	it('describe queues, with the id of the oldest call taken apart', async () => {
		const since = sim.clock.now();
		world(sim).agents.waiting.add({ callId: '1772438400-16908801', skillId: 2, since });
		await sim.clock.advance(7 * SECOND);
		const ask = async (skills: unknown): Promise<Sent> =>
			await desk.ask('POST', '/queuedevice/101/queryacdstat', { skills });
		const { body } = await ask([2, 4]);
		const common = {
			loadFactor: 65535,
			estWaitTime: 0,
			transferFlg: 0,
			transferDeviceType: 255,
			transferDeviceNo: 65535,
			resourceIdleRate: 100,
			serviceLevel: 100,
			maxQueueSize: 100,
		};
		expect(body).toEqual({
			message: '',
			retcode: '0',
			result: [
				{
					...common,
					pilotNbr: '15550100',
					deviceNo: 2,
					queueSize: 1,
					queueTime: 7,
					loggedOnAgents: 1,
					availAgents: 1,
					skillDescrip: 'Audio',
					// 16908801 is 1 << 24, 2 << 16 and 513.
					oldCallIdEx: { dateTime: 1772438400000, dsn: 513, server: 1, handle: 2 },
				},
				{
					...common,
					pilotNbr: '',
					deviceNo: 4,
					queueSize: 0,
					queueTime: 0,
					loggedOnAgents: 0,
					availAgents: 0,
					skillDescrip: 'Support',
					oldCallIdEx: { dateTime: 4294967295000, dsn: 65535, server: 255, handle: 255 },
				},
			],
		});
		expect(await ask([99])).toMatchObject(refusal('100-007'));
		expect(await ask([])).toMatchObject(refusal('000-002'));
		expect(await ask(Array.from({ length: 101 }, () => 2))).toMatchObject(refusal('000-002'));
		const plain = { 'content-type': 'text/plain' };
		expect(await desk.ask('POST', '/queuedevice/101/queryacdstat', { skills: [2] }, plain)).toMatchObject(
			refusal('000-002'),
		);
	});

	it('describe agents', async () => {
		await sim.clock.advance(1500);
		await desk.do('/saybusy?reason=205');
		await sim.clock.advance(90 * SECOND);
		const other = await Desk.open(sim, '102');
		const described = {
			workno: '101',
			name: 'Agent One',
			status: '3',
			ctiStatus: '7',
			groupid: 0,
			groupname: null,
			skilllist: [],
			mediatype: 'TTF',
			vdnid: 1,
			currentstatetime: 90,
			logindate: START.getTime(),
			callids: [],
			inMultimediaConf: 0,
			currentStateReason: 205,
		};
		const listed = { ...described, phonenumber: '4003101' };
		desk.guid = guidIn(await desk.poll()) ?? desk.guid;
		expect((await group('agentbyskill/2')).body).toEqual({ message: '', retcode: '0', result: [listed] });
		expect(await group('agentbyskill/3')).toMatchObject(refusal('300-002'));
		expect((await group('allonlineagents')).body).toEqual({
			result: [{ skillId: 2, agent: [listed], skillMediaType: 5 }],
			...SUCCESS,
		});
		expect((await other.ask('GET', '/agentgroup/102/agentbyworkno/101')).body).toEqual({
			message: '',
			retcode: '0',
			result: {
				...described,
				phonenum: '4003101',
				groupid: 1,
				groupname: 'default',
				skilllist: [
					{ name: 'defaultAudioSkill', id: 2, mediatype: 5 },
					{ name: 'sales', id: 3, mediatype: 5 },
				],
			},
		});
		expect((await group('agentbyworkno/103')).body.result).toMatchObject({
			workno: '103',
			status: '2',
			ctiStatus: '0',
			mediatype: 'FFF',
			phonenum: '',
		});
		expect(await group('agentbyworkno/999')).toMatchObject(refusal('300-002'));
		await desk.do('/settalkright?flag=0');
		await sim.clock.advance(2 * SECOND);
		expect(await group('agentbyskill/2')).toMatchObject(refusal('300-002'));
	});

	it('are counted together, for each agent, on either clock', async () => {
		const asked = [
			['GET', '/queuedevice/101/waitnum'],
			['GET', '/agentgroup/101/agentbyworkno/102'],
			['GET', '/onlineagent/101/agentskills'],
			['GET', '/onlineagent/101/agentstatus'],
			['PUT', '/onlineagent/101/updateGuid'],
		];
		for (const [method, path] of asked) expect((await desk.ask(method, path)).body.retcode).toBe('0');
		for (const [method, path] of asked) expect(await desk.ask(method, path)).toMatchObject(refusal('999-002'));
		expect(await desk.do('/agentskillsbyworkno/102', 'GET')).toMatchObject(refusal('999-002'));
		expect(await desk.do('/syncagentinfo')).toMatchObject(refusal('999-002'));
		expect((await desk.do('/saybusy')).body.retcode).toBe('0');
		const other = await Desk.open(sim, '102');
		expect((await other.do('/agentstatus', 'GET')).body.retcode).toBe('0');
		await sim.clock.advance(2 * SECOND);
		expect((await queue('waitnum')).body.retcode).toBe('0');
	});
});

describe('the control', () => {
	const control = async (path: string, body: unknown): Promise<number> => {
		const response = await fetch(`${sim.url}/__simulator${path}`, {
			method: 'POST',
			headers: { 'content-type': 'application/json' },
			body: JSON.stringify(body),
		});
		return response.status;
	};

	it('tells an agent any event', async () => {
		const desk = await Desk.open(sim);
		await desk.told(2);
		expect(
			await control('/agents', { agentId: 101, event: { eventType: 'AgentEvent_Hold', content: '1-2' } }),
		).toBe(200);
		expect(await control('/agents', { agentId: '101', event: { eventType: 'AgentOther_PhoneBusy' } })).toBe(200);
		expect(await desk.told(2)).toEqual([['AgentEvent_Hold', '1-2'], 'AgentOther_PhoneBusy']);
		expect(await control('/agents', { agentId: 102, event: { eventType: 'X' } })).toBe(400);
	});

	it('lets the other node take over, with the same Guid and without what happened before', async () => {
		const desk = await Desk.open(sim, '101', { status: 3 });
		expect(await control('/agents/failover', {})).toBe(200);
		expect(await desk.told(1)).toEqual([['Agent_Recover', { agentStatus: '3' }]]);
		expect(session(sim, '101').node).toBe('AgentGateway2');
		expect((await desk.do('/cancelbusy')).body).toEqual(DONE);
		await sim.clock.advance(MINUTE);
		expect(guidIn(await desk.poll())).toMatch(/\.AgentGateway2$/);
	});

	it('keeps the gateway away for a while', async () => {
		const desk = await Desk.open(sim);
		await desk.told(2);
		const waiting = await waitingPoll(desk);
		expect(await control('/agents/failover', { agentId: '101', seconds: 5 })).toBe(200);
		expect(await waiting.answer).toMatchObject(refusal('105-002'));
		expect(await desk.do('/saybusy')).toMatchObject(refusal('105-002'));
		await control('/agents', { agentId: 101, event: { eventType: 'AgentOther_PhoneBusy' } });
		await sim.clock.advance(5 * SECOND);
		expect(await desk.told(1)).toEqual([['Agent_Recover', { agentStatus: '4' }]]);
	});

	it('forgets sessions, of one agent or of all', async () => {
		const [one, two] = [await Desk.open(sim, '101'), await Desk.open(sim, '102')];
		await two.told(2);
		expect(await control('/agents/expire', { agentId: '101' })).toBe(200);
		expect(await one.poll()).toMatchObject(refusal('100-006'));
		const waiting = await waitingPoll(two);
		expect(await control('/agents/expire', {})).toBe(200);
		expect(await waiting.answer).toMatchObject(refusal('100-006'));
		expect((await signIn(sim)).body.retcode).toBe('0');
	});

	it('leaves nobody waiting when everything starts anew', async () => {
		const desk = await Desk.open(sim);
		await desk.told(2);
		const waiting = await waitingPoll(desk);
		sim.control.reset();
		expect(await waiting.answer).toMatchObject(refusal('100-006'));
	});
});
