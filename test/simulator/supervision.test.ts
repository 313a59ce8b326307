import type { Simulator } from '../../simulator';
import { Desk, DONE, refusal } from './agent-desk';
import { management, simulator } from './harness';

/** Inspectors beside agents (12.1): what both are told, who is in a call, and what is refused. */

const CUSTOMER = '447700900001';
const STAYS = 1;
const AUDIO = 2;

let sim: Simulator;
let agent: Desk;
let inspector: Desk;

const pass = async (seconds: number): Promise<void> => await sim.clock.advance(seconds * 1000);
const state = (): any => sim.control.state();
const callsNow = (): any[] => state().agentCalls.filter((call: any) => call.ended === undefined);
const open = async (workNo: string, wishes: object = {}): Promise<Desk> => await Desk.open(sim, workNo, wishes);

/** Below qualitycontrol. */
const inspect = async (method: string, path: string, body?: unknown, desk = inspector): Promise<any> =>
	await desk.ask(method, `/qualitycontrol/{}${path}`, body);
const whisper = async (what: string, query: string): Promise<any> => await inspect('POST', `/${what}?${query}`);

/** The agent talks with a customer, and has been told everything. */
async function talking(desk = agent): Promise<string> {
	sim.control.setCalls({ called: CUSTOMER, outcomes: [{ reason: STAYS }] });
	const { result } = await desk.order('PUT', '/callout', { called: CUSTOMER });
	await pass(15);
	expect(await desk.heard()).toContain('Talking');
	return result;
}

async function begun(mode: 'addsupervise' | 'addinsert' = 'addsupervise'): Promise<void> {
	expect(await inspect('PUT', `/${mode}/101`)).toEqual(DONE);
	await pass(1);
	expect(await inspector.told()).toEqual([
		'AgentOther_PhoneAlerting',
		['AgentOther_PhoneOffhook', { type: 'unknown' }],
		'AgentState_Busy',
	]);
}

const synchronised = async (desk = inspector): Promise<any> =>
	(await desk.post('/onlineagent/{}/syncagentinfo')).result.agentStateInfo;

beforeEach(async () => {
	sim = await simulator();
	agent = await open('101');
	inspector = await open('104');
});
afterEach(async () => await sim.close());

describe('listening (12.1.2)', () => {
	it('makes the inspector busy and a third party of the call, and tells the agent nothing', async () => {
		const callId = await talking();
		await begun();
		expect(callsNow()).toMatchObject([{ callId, inspectors: [{ inspector: '104', mode: 'listen' }] }]);
		expect(await synchronised()).toMatchObject({ state: 16, curCommand: 21, qcWorkNo: '101' });
		expect(await agent.told()).toEqual([]);
		expect(inspector.state).toBe('occupied');
		expect((await inspector.get('/onlineagent/{}/agentstatus')).result.agentState).toBe(7);
	});

	it('goes on from one call to the next', async () => {
		await talking();
		await begun();
		await agent.done('DELETE', '/release');
		expect(callsNow()).toEqual([]);
		await agent.told();
		await talking();
		expect(callsNow()).toMatchObject([{ inspectors: [{ inspector: '104', mode: 'listen' }] }]);
	});

	it('ends with the telephone down and the inspector idle (12.1.4)', async () => {
		await begun();
		expect(await inspect('DELETE', '/101')).toEqual(DONE);
		expect(await inspector.told()).toEqual([['AgentOther_PhoneRelease', { phoneState: 3 }], 'AgentState_Ready']);
		expect(inspector.state).toBe('idle');
		expect(await inspect('DELETE', '/101')).toEqual(refusal('900-003'));
	});

	it('gives the inspector no calls, from the request on', async () => {
		expect(await inspect('PUT', '/addsupervise/101')).toEqual(DONE);
		expect(await inspector.order('PUT', '/callout', { called: CUSTOMER })).toEqual(refusal('100-007'));
		expect(await inspect('PUT', '/addinsert/101')).toEqual(refusal('900-005'));
		await pass(1);
		expect(await inspector.order('PUT', '/callout', { called: CUSTOMER })).toEqual(refusal('100-007'));
		const two = await open('102');
		expect((await two.order('PUT', '/callinner', { called: '104' })).retcode).toBe('0');
		await pass(5);
		expect(await two.heard()).toContain('Inside_Call_Fail');
	});

	it('ends when the agent signs out, and when the inspector does', async () => {
		await begun();
		expect((await agent.ask('DELETE', '/onlineagent/{}/forcelogout')).retcode).toBe('0');
		expect(await inspector.heard()).toEqual(['PhoneRelease', 'Ready']);
		agent = await open('101');
		await begun();
		expect((await inspector.ask('DELETE', '/onlineagent/{}/forcelogout')).retcode).toBe('0');
		expect(state().inspections).toEqual([]);
	});

	it('does not begin when the inspector does not lift a linked telephone', async () => {
		await inspector.ask('DELETE', '/onlineagent/{}/logout');
		inspector = await open('104', { phonelinkage: true });
		expect(await inspect('PUT', '/addsupervise/101')).toEqual(DONE);
		await pass(60);
		expect(await inspector.told()).toEqual(['AgentOther_PhoneAlerting']);
		expect(state().inspections).toMatchObject([{ inspector: '104', isOn: false }]);
		expect(await inspect('POST', '/switch/101')).toEqual(refusal('900-003'));
	});

	it.each([
		['oneself', '104', '000-005'],
		['nobody', '103', '900-003'],
		['a number that no agent has', '999', '900-003'],
		['what is no number', 'abc', '000-002'],
		['a number that is too small', '100', '000-002'],
	])('is refused for %s', async (_whom, workNo, code) => {
		expect(await inspect('PUT', `/addsupervise/${workNo}`)).toEqual(refusal(code));
		expect(await inspector.told()).toEqual([]);
	});

	it('is refused during a video call', async () => {
		const three = await open('103', { agenttype: 11 });
		const { result } = await three.order('PUT', '/callout', { called: CUSTOMER, mediaability: 1 });
		await pass(15);
		expect(callsNow()).toMatchObject([{ callId: result, mediaAbility: 3 }]);
		expect(await inspect('PUT', '/addsupervise/103')).toEqual(refusal('900-003'));
	});

	it.each([
		['busy', async () => await inspector.post('/onlineagent/{}/saybusy')],
		['at rest', async () => await inspector.post('/onlineagent/{}/rest/60/0')],
	])('is refused while the inspector is %s', async (_state, make) => {
		await make();
		expect(await inspect('PUT', '/addsupervise/101')).toEqual(refusal('900-005'));
		expect(await inspect('PUT', '/addinsert/101')).toEqual(refusal('900-005'));
		expect(await whisper('requestwhisperagent', 'whisperagentid=101')).toEqual(refusal('900-003'));
	});

	it('is refused to an inspector without a telephone', async () => {
		await inspector.ask('DELETE', '/onlineagent/{}/logout');
		const { guid } = await signInToPlatform('104');
		const response = await fetch(`${sim.url}/agentgateway/resource/qualitycontrol/104/addsupervise/101`, {
			method: 'PUT',
			headers: { Guid: guid },
		});
		expect(await response.json()).toEqual(refusal('900-005'));
	});
});

async function signInToPlatform(workNo: string): Promise<{ guid: string }> {
	const { platformPassword } = sim.tenant.agents[Number(workNo) - 101];
	const response = await fetch(`${sim.url}/agentgateway/resource/onlineagent/${workNo}/loginex`, {
		method: 'PUT',
		headers: { 'content-type': 'application/json' },
		body: JSON.stringify({ password: platformPassword }),
	});
	return { guid: /JSESSIONID=(\S+)/.exec(response.headers.get('set-guid') ?? '')?.[1] ?? '' };
}

describe('inserting and switching (12.1.1, 12.1.10, 12.1.14)', () => {
	it('changes what the inspector does in the call', async () => {
		await talking();
		await begun('addinsert');
		const mode = (): string => callsNow()[0].inspectors[0].mode;
		expect(mode()).toBe('insert');
		expect(await synchronised()).toMatchObject({ state: 15, curCommand: 20 });
		expect(await inspect('POST', '/switch/101')).toEqual(DONE);
		expect(mode()).toBe('listen');
		expect(await inspect('POST', '/switch/101')).toEqual(DONE);
		expect(mode()).toBe('insert');
		const switchTo = async (type: unknown): Promise<any> =>
			await whisper('requestswitchinsertwhisperagent', `whisperagentid=101&switchtype=${String(type)}`);
		expect(await switchTo(2)).toEqual(DONE);
		expect(mode()).toBe('whisper');
		expect(await synchronised()).toMatchObject({ state: 17, curCommand: 24 });
		// Out of whispering leads only 12.1.14.
		expect(await inspect('POST', '/switch/101')).toEqual(refusal('900-003'));
		expect(await inspect('DELETE', '/101')).toEqual(refusal('900-003'));
		expect(await switchTo(0)).toEqual(DONE);
		expect(mode()).toBe('listen');
		expect(await switchTo(3)).toEqual(refusal('000-002'));
		expect(await whisper('requestswitchinsertwhisperagent', 'whisperagentid=101')).toEqual(refusal('000-002'));
		expect(await inspector.told()).toEqual([]);
		expect(await agent.told()).toEqual([]);
	});

	it('needs the agent who is inspected', async () => {
		await open('102');
		await begun();
		expect(await inspect('POST', '/switch/102')).toEqual(refusal('900-003'));
		expect(await inspect('DELETE', '/102')).toEqual(refusal('900-003'));
		expect(await inspect('PUT', '/intercept/102')).toEqual(refusal('900-003'));
	});
});

describe('whispering (12.1.12, 12.1.13)', () => {
	it('names the agent in the query', async () => {
		await talking();
		expect(await whisper('requestwhisperagent', 'whisperagentid=101')).toEqual(DONE);
		await pass(1);
		expect(await inspector.heard()).toEqual(['PhoneAlerting', 'PhoneOffhook', 'Busy']);
		expect(callsNow()).toMatchObject([{ inspectors: [{ inspector: '104', mode: 'whisper' }] }]);
		expect(await whisper('requeststopwhisperagent', 'whisperagentid=101')).toEqual(DONE);
		expect(await inspector.heard()).toEqual(['PhoneRelease', 'Ready']);
		expect(callsNow()).toMatchObject([{ inspectors: [] }]);
		expect(await whisper('requeststopwhisperagent', 'whisperagentid=101')).toEqual(refusal('900-003'));
	});

	it.each([
		['without an agent', '', '900-004'],
		['with one who is not there', 'whisperagentid=102', '900-004'],
		['with what is no number', 'whisperagentid=x', '000-002'],
		['with a parameter too many', 'whisperagentid=101&agentid=104', '000-002'],
	])('is refused %s', async (_how, query, code) => {
		expect(await whisper('requestwhisperagent', query)).toEqual(refusal(code));
		expect(await whisper('requeststopwhisperagent', query)).toEqual(refusal(code));
	});

	it('takes no body', async () => {
		const answer = await inspect('POST', '/requestwhisperagent', { whisperagentid: '101' });
		expect(answer).toEqual(refusal('000-002'));
	});
});

describe('intercepting (12.1.3)', () => {
	it.each(['listen', 'insert', 'whisper'])('moves the customer to an inspector who came to %s', async (how) => {
		const callId = await talking();
		if (how === 'whisper') expect(await whisper('requestwhisperagent', 'whisperagentid=101')).toEqual(DONE);
		else expect(await inspect('PUT', `/${how === 'listen' ? 'addsupervise' : 'addinsert'}/101`)).toEqual(DONE);
		await pass(1);
		await inspector.told();
		expect(await inspect('PUT', '/intercept/101')).toEqual(DONE);
		expect(await inspector.told()).toMatchObject([
			['AgentEvent_Talking', { callid: callId, called: CUSTOMER }],
			['AgentMediaEvent_Record', { callId, fileName: expect.stringMatching(/^Y:\/1\/0\/20260302\/104\//) }],
		]);
		expect(await agent.heard()).toEqual(['Call_Release', 'StopRecordDone', 'PhoneRelease', 'Ready']);
		expect(agent.state).toBe('idle');
		expect(inspector.state).toBe('talking');
		const [call] = callsNow();
		expect(call).toMatchObject({ callId, inspectors: [], phones: [{ number: CUSTOMER }] });
		expect(call.agents.map(({ workNo }: any) => workNo)).toEqual(['104']);
		await inspector.done('DELETE', '/release');
		expect(await inspector.heard()).toEqual([
			'Call_Release',
			'Customer_Release',
			'StopRecordDone',
			'PhoneRelease',
			'Ready',
		]);
		expect(callsNow()).toEqual([]);
	});

	it('needs an inspector who is beside the agent, and a call', async () => {
		expect(await inspect('PUT', '/intercept/101')).toEqual(refusal('900-003'));
		await begun();
		expect(await inspect('PUT', '/intercept/101')).toEqual(refusal('900-003'));
		await talking();
		await agent.done('POST', '/hold');
		expect(await inspect('PUT', '/intercept/101')).toEqual(refusal('900-003'));
	});
});

describe('what agents are made to do', () => {
	const force = async (path: string): Promise<any> => await inspect('POST', path);

	it('is busy, idle and resting, and they are told (12.1.5, 12.1.6, 12.1.11)', async () => {
		expect(await force('/forcebusy/101')).toEqual(DONE);
		expect(await agent.told()).toEqual([['AgentState_SetNotReady_Success', { reason: '0' }]]);
		expect(agent.state).toBe('busy');
		expect(await force('/forcebusy/101')).toEqual(DONE);
		expect(await agent.told()).toEqual([]);
		expect(await force('/forceidle/101')).toEqual(DONE);
		expect(await agent.told()).toEqual(['AgentState_CancelNotReady_Success']);
		expect(await force('/forcerest/101/60/7')).toEqual(DONE);
		expect(await agent.told()).toEqual([['AgentState_SetRest_Success', { reason: '7' }]]);
		await pass(60);
		expect(await agent.told()).toEqual(['AgentState_Rest_Timeout']);
		expect(await force('/forceidle/101')).toEqual(DONE);
		expect(await agent.told()).toEqual(['AgentState_CancelRest_Success']);
		expect(agent.state).toBe('idle');
		expect(await inspector.told()).toEqual([]);
	});

	it('waits for the end of a call, but for being idle', async () => {
		await talking();
		expect(await force('/forceidle/101')).toEqual(refusal('900-003'));
		expect(await force('/forcebusy/101')).toEqual(DONE);
		expect(await force('/forcerest/101/60/7')).toEqual(DONE);
		expect(agent.state).toBe('talking');
		await agent.done('DELETE', '/release');
		expect((await agent.told()).pop()).toEqual(['AgentState_SetRest_Success', { reason: '7' }]);
		expect(agent.state).toBe('rest');
	});

	it.each(['/0/1', '/86400/1', '/60/0', '/60/256', '/x/1'])('is no rest of %s', async (path) => {
		expect(await force(`/forcerest/101${path}`)).toEqual(refusal('000-002'));
	});

	it('is signing out, which ends the call (12.1.7)', async () => {
		await inspector.ask('DELETE', '/onlineagent/{}/logout');
		inspector = await open('104', { listenStatus: true });
		await talking();
		expect(await force('/forcelogout/101')).toEqual(DONE);
		expect(await agent.get('/agentevent/{}')).toEqual(refusal('100-006'));
		expect(callsNow()).toEqual([]);
		expect(await inspector.told()).toMatchObject([
			['QC_AgentState_Notify', { subtype: 'QC_AgentState_Logout', monitoredagent: '101' }],
		]);
		expect(await force('/forcelogout/101')).toEqual(refusal('900-003'));
	});

	it('is taking calls of other queues (12.1.9)', async () => {
		const adjust = async (body: unknown): Promise<any> => await inspect('POST', '/adjustskill', body);
		const queues = (): number[] => state().agentSessions.find((one: any) => one.workNo === '101').queues;
		expect(await adjust({ workNo: '101', skills: [4, AUDIO] })).toEqual(DONE);
		expect(queues()).toEqual([4, AUDIO]);
		const { callId } = await sim.control.inbound({ skillId: 4, caller: CUSTOMER });
		await pass(2);
		expect(callsNow()).toMatchObject([{ callId, agents: [{ workNo: '101' }] }]);
		expect(await adjust({ workNo: '101', skills: [99] })).toEqual(refusal('900-003'));
		expect(await adjust({ workNo: '102', skills: [4] })).toEqual(refusal('900-003'));
		for (const body of [
			{ workNo: '101' },
			{ skills: [4] },
			{ workNo: '101', skills: [] },
			{ workNo: '101', skills: ['4'] },
			{ workNo: '101', skills: Array.from({ length: 1001 }, () => 4) },
			{ workNo: 101, skills: [4] },
			{ workNo: '101', skills: [4], more: 1 },
		]) {
			expect(await adjust(body)).toEqual(refusal('100-001'));
		}
		expect(queues()).toEqual([4, AUDIO]);
	});

	it('is the end of a call for all who are in it (12.1.8)', async () => {
		const callId = await talking();
		expect(await force(`/forcedropcall/${callId}`)).toEqual(DONE);
		expect(await agent.heard()).toContain('Call_Release');
		expect(agent.state).toBe('idle');
		expect(callsNow()).toEqual([]);
		expect(await force(`/forcedropcall/${callId}`)).toEqual(refusal('900-003'));
	});

	it('is the end of a conference, too', async () => {
		expect((await agent.post('/agentconf/{}/requestagentconf', { memberNum: 3 })).retcode).toBe('0');
		await pass(5);
		const [{ callId }] = state().conferences;
		expect(await force(`/forcedropcall/${callId}`)).toEqual(DONE);
		expect(state().conferences).toEqual([]);
	});
});

describe('who may', () => {
	const all: Array<[string, string]> = [
		['PUT', '/addinsert/102'],
		['PUT', '/addsupervise/102'],
		['PUT', '/intercept/102'],
		['DELETE', '/102'],
		['POST', '/forcebusy/102'],
		['POST', '/forceidle/102'],
		['POST', '/forcelogout/102'],
		['POST', '/forcedropcall/1-1'],
		['POST', '/switch/102'],
		['POST', '/forcerest/102/60/1'],
		['POST', '/requestwhisperagent?whisperagentid=102'],
		['POST', '/requeststopwhisperagent?whisperagentid=102'],
		['POST', '/requestswitchinsertwhisperagent?whisperagentid=102&switchtype=0'],
	];

	it('is not an agent who is no inspector', async () => {
		const two = await open('102');
		for (const [method, path] of all) {
			expect(await inspect(method, path, undefined, agent)).toEqual(refusal('900-002'));
		}
		expect(await inspect('POST', '/adjustskill', { workNo: '102', skills: [2] }, agent)).toEqual(
			refusal('900-002'),
		);
		expect(two.state).toBe('idle');
		expect(await two.told()).toEqual([]);
	});

	it('is nobody towards another inspector', async () => {
		const update = { userAccount: 'agent.two', ccRoleId: 3 };
		const { status } = await (
			await management(sim)
		)('/apiaccess/rest/cc-management/v1/agentAccount/update', update);
		expect(status).toBe(200);
		await open('102');
		for (const [method, path] of all.filter(([, one]) => one.includes('102'))) {
			expect((await inspect(method, path)).retcode).toBe('900-010');
		}
	});

	it('uses the method of each section', async () => {
		const status = async (method: string, path: string): Promise<number> =>
			(await fetch(`${sim.url}/agentgateway/resource/qualitycontrol/104${path}`, { method })).status;
		for (const [method, path] of [
			['POST', '/addsupervise/101'],
			['POST', '/addinsert/101'],
			['POST', '/intercept/101'],
			['PUT', '/forcebusy/101'],
			['PUT', '/requestwhisperagent?whisperagentid=101'],
		]) {
			expect(await status(method, path)).toBe(404);
		}
	});
});
