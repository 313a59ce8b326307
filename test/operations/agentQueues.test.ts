/** What is special about the queues and colleagues of agents: who has joined what, who gets a note, and lists without entries. */
import type { IDataObject } from 'n8n-workflow';

import { HuaweiCecAgentWorkspace } from '../../nodes/HuaweiCecAgentWorkspace/HuaweiCecAgentWorkspace.node';
import { Bench } from '../support/bench';
import { execute } from '../support/n8n';

const node = new HuaweiCecAgentWorkspace();

let bench: Bench;

beforeAll(async () => {
	bench = await Bench.start();
	bench.moveClock();
});
afterAll(async () => {
	jest.restoreAllMocks();
	await bench.close();
});
beforeEach(() => bench.reset());

const run = async (resource: string, operation: string, parameters: object): Promise<IDataObject[]> => {
	const given = { resource, operation, ...parameters } as IDataObject;
	return (await execute({ node, credentials: bench.credentials, parameters: given })).map(({ json }) => json);
};

interface Session {
	workNo: string;
	queues: number[];
	waitingEvents: number;
}

const sessionOf = (workNo: string): Session => {
	const { agentSessions } = bench.sim.control.state() as { agentSessions: Session[] };
	return agentSessions.find((one) => one.workNo === workNo) as Session;
};

describe('an agent', () => {
	test('joins the queues that are named, in place of those joined before', async () => {
		const session = await bench.agentSession();
		await run('queue', 'join', { session, autoflag: true });
		expect(sessionOf('101').queues).toEqual([2, 3]);
		await run('queue', 'join', { session, autoflag: false, skillid: [3, 4] });
		expect(sessionOf('101').queues).toEqual([3]);
		await run('queue', 'join', { session, autoflag: false, skillid: '' });
		expect(sessionOf('101').queues).toEqual([]);
	});

	test('is told that a queue ID has digits only, before anything is sent', async () => {
		const session = await bench.agentSession();
		await expect(run('queue', 'join', { session, autoflag: false, skillid: 'sales' })).rejects.toThrow(
			/Skill Queue Names or IDs.*digits/,
		);
		expect(sessionOf('101').queues).toEqual([]);
	});

	test('sends a note to colleagues, who have it once each', async () => {
		const session = await bench.agentSession();
		await bench.agentSession({}, 1);
		const { waitingEvents } = sessionOf('102');
		await run('colleague', 'sendNote', { session, agentIds: '102, 102, 103', content: 'Lunch at noon' });
		expect(sessionOf('102').waitingEvents).toBe(waitingEvents + 1);
	});

	test('sends no note that is too long', async () => {
		const session = await bench.agentSession();
		const note = { session, agentIds: '102' };
		await run('colleague', 'sendNote', { ...note, content: 'ü'.repeat(511) });
		await expect(run('colleague', 'sendNote', { ...note, content: 'ü'.repeat(512) })).rejects.toThrow(/1023/);
	});
});

describe('an answer without entries', () => {
	test('is no failure where nobody has joined a queue', async () => {
		const session = await bench.agentSession();
		const [first, ...others] = await run('colleague', 'getManyOfQueue', { session, skillid: 4 });
		expect(others).toEqual([]);
		expect(Object.keys(first ?? {})).toEqual(first ? ['session'] : []);
	});

	test('is no failure where no queue is configured for the agent', async () => {
		const session = await bench.agentSession();
		bench.sim.control.addFault({ kind: 'body', match: { path: '/agentskills' }, body: { message: 'No skills.', retcode: '600-001' } });
		expect(await run('queue', 'getConfigured', { session })).toEqual([]);
	});

	test('has neither time nor call ID where nobody waits', async () => {
		const session = await bench.agentSession();
		const [statistics] = await run('queue', 'getStatistics', { session, skills: [4] });
		expect(statistics).toMatchObject({ deviceNo: 4, queueSize: 0 });
		expect(statistics.longestWaitingCallId ?? null).toBeNull();
		expect(statistics.longestWaitingSince ?? null).toBeNull();
		expect(statistics.transferDeviceTypeName ?? null).toBeNull();
	});
});

test('the call that waits longest is named as its own events name it', async () => {
	const session = await bench.agentSession({ status: 3 });
	const callId = await bench.customerWaiting();
	await bench.sim.clock.advance(5000);
	await bench.customerWaiting();
	const [statistics] = await run('queue', 'getStatistics', { session, skills: [3] });
	expect(statistics).toMatchObject({ queueSize: 2, longestWaitingCallId: callId });
});

test('the state of an agent is read in a list as well as alone', async () => {
	const session = await bench.agentSession();
	const result = [{ agentState: 8, isWorking: false }];
	bench.sim.control.addFault({ kind: 'body', match: { path: '/agentstatus' }, body: { message: '', retcode: '0', result } });
	expect(await run('state', 'get', { session })).toMatchObject([{ agentState: 8, stateName: 'Rest', isWorking: false }]);
	expect(await run('state', 'get', { session })).toMatchObject([{ agentState: 4, stateName: 'Idle' }]);
});

test('what the gateway knows of agent and call comes in words', async () => {
	const { session, callId } = await bench.agentHolding();
	expect(await run('session', 'synchronize', { session })).toMatchObject([
		{
			stateName: 'Hold',
			callTypeName: 'Incoming',
			commandName: 'None',
			stateBeganAt: expect.stringMatching(/^2026-03-02T/),
			agentStateInfo: { holdCallId: callId },
		},
	]);
});

test('whoever signs in is told for what, and whether the password must be changed', async () => {
	const [signedIn] = await run('session', 'signIn', { phonenum: '15550105', additionalFields: { checkInWebm: false } });
	expect(signedIn).toMatchObject({ signedInForCalls: true, signedInForChats: false, mustChangePassword: false });
	bench.reset();
	const result = { workno: '101', mediatype: 'TTF', loginTime: '1772442000000', isForceChange: 'true' };
	bench.sim.control.addFault({ kind: 'body', match: { path: '/onlineagent/101' }, body: { message: '', retcode: '0', result } });
	expect(await run('session', 'signIn', { phonenum: '15550105' })).toMatchObject([{ signedInForChats: true, mustChangePassword: true }]);
});

test('a colleague of several queues comes with each of them', async () => {
	const session = await bench.agentSession();
	await run('queue', 'join', { session, autoflag: true });
	const online = await run('colleague', 'getOnline', { session });
	expect(online.map(({ skillId }) => skillId)).toEqual([2, 3]);
	for (const { agents } of online) expect(agents).toMatchObject([{ workno: '101', stateName: 'Idle' }]);
});
