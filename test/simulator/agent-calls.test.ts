import type { Simulator } from '../../simulator';
import { Desk, DONE, refusal } from './agent-desk';
import { simulator } from './harness';

const CUSTOMER = '447700900001';
const OTHER = '447700900002';
const CALL_ID = /^1772438\d{3}-\d+$/;
/** Table 6-366, as the control has it. */
const CUSTOMER_HANGS_UP = 0;
const AGENT_HANGS_UP = 1;
const NO_ANSWER = 5;

let sim: Simulator;
let one: Desk;

/** The clock stands still between these steps, however long they are. */
const pass = async (seconds: number): Promise<void> => await sim.clock.advance(seconds * 1000);
const turnsOut = (called: string, reason: number, talkSeconds?: number): void =>
	sim.control.setCalls({ called, outcomes: [{ reason, talkSeconds }] });
const callsNow = (): any[] => (sim.control.state() as any).agentCalls.filter((call: any) => call.ended === undefined);

async function callOut(desk: Desk, called = CUSTOMER, fields: object = {}): Promise<string> {
	const answer = await desk.order('PUT', '/callout', { called, ...fields });
	expect(answer).toEqual({ message: '', retcode: '0', result: expect.stringMatching(CALL_ID) });
	return answer.result;
}

/** The agent talks with this customer, and has been told everything. */
async function talking(desk: Desk, called = CUSTOMER): Promise<string> {
	turnsOut(called, AGENT_HANGS_UP);
	const callId = await callOut(desk, called);
	await pass(15);
	expect(await desk.heard()).toContain('Talking');
	return callId;
}

const open = async (workNo: string, wishes: object = {}): Promise<Desk> => await Desk.open(sim, workNo, wishes);
const manual = { autoanswer: false };

beforeEach(async () => {
	sim = await simulator();
	one = await open('101', manual);
});
afterEach(async () => await sim.close());

describe('calling out (6.1.2.1)', () => {
	it('tells every step, and comes to an end when the customer hangs up', async () => {
		turnsOut(CUSTOMER, CUSTOMER_HANGS_UP, 20);
		const callId = await callOut(one, CUSTOMER, { caller: '15550102', skillid: 3, callappdata: 'a=1' });
		expect(await one.told()).toEqual(['AgentOther_PhoneAlerting']);
		await pass(1);
		expect(await one.told()).toEqual([['AgentOther_PhoneOffhook', { type: 'main' }], 'AgentState_Busy']);
		expect(one.state).toBe('occupied');
		await pass(1);
		expect(await one.told()).toEqual([
			[
				'AgentEvent_Customer_Alerting',
				{ callid: callId, otherPhoneWorkno: '', otherPhone: CUSTOMER, type: 'main' },
			],
		]);
		await pass(10);
		const recording = {
			taskId: expect.stringMatching(/^\d+$/),
			caller: '15550102',
			recordID: expect.stringMatching(/^Yc1v1a101d20260302t0800\d{3}$/),
			called: CUSTOMER,
			locationId: '256',
			fileName: expect.stringMatching(/^Y:\/1\/0\/20260302\/101\/0800\d{3}\.V3$/),
			fileMediaType: '1',
			callId,
		};
		expect(await one.told()).toEqual([
			[
				'AgentEvent_Talking',
				{
					caller: '15550102',
					callid: callId,
					called: CUSTOMER,
					feature: '7',
					type: 'main',
					mediaAbility: '1',
				},
			],
			['AgentMediaEvent_Record', recording],
		]);
		expect(one.state).toBe('talking');
		await pass(20);
		expect(await one.told()).toEqual([
			['AgentEvent_Customer_Release', { callid: callId, number: CUSTOMER }],
			['AgentEvent_Call_Release', callId],
			[
				'AgentMediaEvent_StopRecordDone',
				{
					beginTime: expect.any(Number),
					endTime: expect.any(Number),
					fileMediaType: '1',
					taskId: expect.any(Number),
					jsonKey: ['beginTime', 'endTime', 'taskId'],
				},
			],
			['AgentOther_PhoneRelease', { phoneState: 3 }],
			'AgentState_Ready',
		]);
		expect(one.state).toBe('idle');
		expect(callsNow()).toEqual([]);
	});

	it.each([
		['who does not answer', NO_ANSWER, 50, true, { detect: 1040, desc: 'Ringing timed out.' }],
		['who does not exist', 3, 5, false, { detect: 538, desc: 'The number is vacant or wrong.' }],
		['with a reason of table 6-451', 145, 5, false, { detect: 145, desc: 'The user is busy.' }],
	])('tells of a customer %s', async (_who, reason, seconds, rings, failure) => {
		turnsOut(CUSTOMER, reason);
		const callid = await callOut(one);
		await pass(seconds);
		const told = await one.told();
		expect(told.some((event) => event[0] === 'AgentEvent_Customer_Alerting')).toBe(rings);
		expect(told.slice(-5)).toEqual([
			['AgentEvent_Call_Out_Fail', callid],
			['OUTBOUND_DETECT_EVENT', { callid, ...failure }],
			['AgentEvent_Call_Release', callid],
			['AgentOther_PhoneRelease', { phoneState: 3 }],
			'AgentState_Ready',
		]);
	});

	it.each([
		['letters for a number', { called: 'abc' }, '200-001'],
		['no number', { called: '' }, '200-001'],
		['nothing at all', {}, '000-002'],
		['a field too many', { called: CUSTOMER, foo: 1 }, '000-002'],
		['a queue that is none', { called: CUSTOMER, skillid: 99 }, '100-007'],
		['too much data', { called: CUSTOMER, callappdata: 'é'.repeat(8193) }, '000-002'],
		['an unknown kind of media', { called: CUSTOMER, mediaability: 3 }, '000-002'],
		['a caller with letters', { called: CUSTOMER, caller: 'me' }, '000-002'],
	])('refuses %s', async (_what, body, code) => {
		expect(await one.order('PUT', '/callout', body)).toEqual(refusal(code));
		expect(await one.told()).toEqual([]);
	});

	it('is only for agents who talk with nobody, or hold whom they talk with', async () => {
		const first = await talking(one);
		expect(await one.order('PUT', '/callout', { called: OTHER })).toEqual(refusal('100-007'));
		await one.done('POST', '/hold');
		expect(await one.told()).toEqual([['AgentEvent_Hold', first]]);
		turnsOut(OTHER, AGENT_HANGS_UP);
		const second = await callOut(one, OTHER);
		await pass(15);
		// The telephone is off the hook already.
		expect(await one.heard()).toEqual(['Customer_Alerting', 'Talking', 'Record']);
		expect(callsNow().map(({ callId }) => callId)).toEqual([first, second]);
	});

	it('leaves an agent in wrap-up who wants that, and the telephone off the hook', async () => {
		const two = await open('102', { autoenteridle: false, releasephone: false });
		await talking(two);
		await two.done('DELETE', '/release');
		expect(await two.heard()).toEqual(['Call_Release', 'Customer_Release', 'StopRecordDone', 'Work']);
		expect(two.state).toBe('work');
		await callOut(two);
		await pass(3);
		expect(await two.heard()).toEqual(['Busy', 'Customer_Alerting']);
	});

	it('calls numbers that were offered, under their control block (6.1.2.2)', async () => {
		turnsOut('447700900055', AGENT_HANGS_UP);
		const { controlId } = await sim.control.preview({
			agentId: 101,
			numbers: ['447700900055', OTHER],
			callData: 'x',
		});
		expect(await one.told()).toEqual([
			[
				'AgentEvent_Preview_CallOut_Ex',
				{ controlid: String(controlId), dialeddigits: `447700900055,${OTHER}`, callData: 'x' },
			],
		]);
		const call = async (called: string, callcontrolid: unknown): Promise<any> =>
			await one.order('PUT', '/previewCallout', { called, callcontrolid });
		expect(await call(CUSTOMER, controlId)).toEqual(refusal('200-036'));
		expect(await call(OTHER, controlId + 1)).toEqual(refusal('200-036'));
		expect(await call('447700900055', String(controlId))).toMatchObject({ retcode: '0' });
		await pass(15);
		expect(await one.told()).toContainEqual(['AgentEvent_Talking', expect.objectContaining({ feature: '44' })]);
		expect((await one.get('/calldata/{}/appdata')).result).toBe('x');
	});
});

describe('customers who call in', () => {
	it('ring at an agent who is free, until answered', async () => {
		const { callId } = await sim.control.inbound({ accessCode: '15550100', caller: CUSTOMER, talkSeconds: 30 });
		const who = { caller: CUSTOMER, called: '15550100' };
		const call = { ...who, callid: callId, type: 'main', feature: '0', mediaAbility: '1' };
		expect(await one.told()).toEqual([
			'AgentState_Busy',
			['AgentEvent_Ringing', { ...call, transfer: 'no', transfrom: '' }],
			[
				'AgentEvent_Incoming_CallInfo',
				{
					...who,
					callId,
					skillName: 'defaultAudioSkill',
					skillId: 2,
					lastReleaseAgentId: 65535,
					mediaType: 5,
					releaseAndReQueueCount: 0,
					releaseAndReQueueCallFlag: 0,
				},
			],
		]);
		expect(one.state).toBe('answering');
		expect(await one.order('PUT', '/answer?callid=1-1')).toEqual(refusal('200-002'));
		await one.done('PUT', `/answer?callid=${callId}`);
		await pass(1);
		expect(await one.told()).toEqual([
			'AgentOther_PhoneAlerting',
			['AgentOther_PhoneOffhook', { type: 'main' }],
			['AgentEvent_Talking', call],
			['AgentMediaEvent_Record', expect.anything()],
		]);
		expect(await one.order('PUT', '/answer')).toEqual(refusal('200-002'));
		await pass(30);
		expect(await one.heard()).toEqual([
			'Customer_Release',
			'Call_Release',
			'StopRecordDone',
			'PhoneRelease',
			'Ready',
		]);
	});

	it('wait until somebody is free, first come, first served, and are counted', async () => {
		await talking(one);
		const first = await sim.control.inbound({ skillId: 2, caller: '447700900011' });
		await pass(3);
		const second = await sim.control.inbound({ skillId: 2, caller: '447700900012' });
		const waiting = await one.get('/calldata/{}/waitcallinfo/2');
		expect(waiting.result).toEqual([
			{
				callfeature: 0,
				callid: first.callId,
				caller: '447700900011',
				called: '15550100',
				callskill: 'defaultAudioSkill',
				callskillid: 2,
				orgcallednum: '15550100',
				calldata: '',
				begintime: expect.any(Number),
				endtime: null,
				userPriority: 0,
				trunkNo: 65535,
				logontimes: 0,
				mediaType: 5,
				mediaAbility: 1,
				waitTime: 3,
				trace: null,
			},
			expect.objectContaining({ callid: second.callId, waitTime: 0 }),
		]);
		expect((await one.get('/queuedevice/{}/skillwaitnum/2')).result).toBe(2);
		const two = await open('102');
		// Answered automatically, and one at a time.
		expect(callsNow().filter(({ waiting: still }) => still)).toHaveLength(1);
		await pass(1);
		expect(callsNow().find(({ callId }) => callId === first.callId).agents).toMatchObject([
			{ workNo: '102', state: 'talking' },
		]);
		expect(await two.heard()).toContain('Talking');
		await one.done('DELETE', '/release');
		expect(await one.told()).toContainEqual([
			'AgentEvent_Ringing',
			expect.objectContaining({ callid: second.callId }),
		]);
		expect((await one.get('/queuedevice/{}/skillwaitnum/2')).result).toBe(0);
	});

	it('leave after the time that the queue lets them wait', async () => {
		await talking(one);
		await sim.control.inbound({ skillId: 3 });
		await pass(59);
		expect(callsNow()).toHaveLength(2);
		await pass(1);
		expect(callsNow()).toHaveLength(1);
	});

	it('are answered automatically by whoever wants that', async () => {
		const two = await open('102');
		await one.post('/onlineagent/{}/saybusy');
		const { callId } = await sim.control.inbound({ skillId: 2, caller: CUSTOMER });
		await pass(1);
		expect((await two.told()).slice(1, 3)).toEqual([
			['AgentEvent_Auto_Answer', expect.objectContaining({ callid: callId, caller: CUSTOMER, feature: '0' })],
			['AgentEvent_Incoming_CallInfo', expect.anything()],
		]);
		expect(two.state).toBe('talking');
	});

	it('go to somebody else when nobody answers, or the agent says so (6.1.2.22)', async () => {
		const { callId } = await sim.control.inbound({ skillId: 2 });
		await one.told();
		await pass(30);
		expect(await one.told()).toEqual([
			['AgentEvent_No_Answer', callId],
			['AgentOther_PhoneRelease', { phoneState: 3 }],
			['AgentState_SetNotReady_Success', { reason: '0' }],
		]);
		const two = await open('102', manual);
		await two.told();
		expect(await two.order('POST', '/reject', { callid: '1-1', mode: 1 })).toEqual(refusal('200-037'));
		expect(await two.order('POST', '/reject', { mode: 3 })).toEqual(refusal('000-002'));
		expect(await one.order('POST', '/reject', { mode: 1 })).toEqual(refusal('200-002'));
		await two.done('POST', '/reject', { callid: callId, mode: '1' });
		expect(await two.heard()).toEqual(['No_Answer', 'PhoneRelease', 'SetNotReady_Success']);
		await one.post('/onlineagent/{}/sayfree');
		expect(await one.told()).toContainEqual([
			'AgentEvent_Incoming_CallInfo',
			expect.objectContaining({
				lastReleaseAgentId: 102,
				releaseAndReQueueCount: 2,
				releaseAndReQueueCallFlag: 1,
			}),
		]);
		await one.done('POST', '/reject', { mode: 2 });
		expect(await one.heard()).toEqual(['No_Answer', 'PhoneRelease', 'Ready']);
		expect(callsNow()).toEqual([]);
	});

	it('are picked up by a colleague, or taken from the queue', async () => {
		const two = await open('102', manual);
		const { callId } = await sim.control.inbound({ skillId: 3 });
		await one.told();
		expect(await two.order('PUT', '/snatchpickup?destWorkNo=103')).toEqual(refusal('100-007'));
		expect(await two.order('PUT', '/snatchpickup?destWorkNo=1')).toEqual(refusal('000-002'));
		await two.done('PUT', '/snatchpickup?destWorkNo=101');
		await pass(1);
		expect(await one.heard()).toEqual(['No_Answer', 'PhoneRelease', 'Ready']);
		expect(await two.heard()).toEqual([
			'Busy',
			'PhoneAlerting',
			'PhoneOffhook',
			'Talking',
			'Record',
			'Incoming_CallInfo',
		]);
		await one.post('/onlineagent/{}/saybusy');
		await one.told();
		const { callId: waiting } = await sim.control.inbound({ skillId: 3 });
		for (const path of [`${callId}/0?skillid=3`, `${waiting}/0?skillid=2`, `${waiting}/1?skillid=3`]) {
			expect(await one.order('POST', `/requestcall/${path}`)).toEqual(refusal('100-007'));
		}
		await one.done('POST', `/requestcall/${waiting}/0?skillid=3`);
		await pass(1);
		expect(await one.heard()).toEqual([
			'Busy',
			'PhoneAlerting',
			'PhoneOffhook',
			'Talking',
			'Record',
			'Incoming_CallInfo',
		]);
	});

	it('are refused by a control that knows no such queue', async () => {
		await expect(sim.control.inbound({ skillId: 99 })).rejects.toThrow('no such queue');
		await expect(sim.control.inbound({})).rejects.toThrow('Either skillId or accessCode');
	});
});

describe('talking (6.1.2.6 to 6.1.2.10)', () => {
	it('can be muted, held and taken back, in this order of things only', async () => {
		const orders: Array<[string, string]> = [
			['/beginmute', '200-003'],
			['/endmute', '200-007'],
			['/hold', '200-013'],
			['/gethold', '200-015'],
			['/connecthold/1-1', '200-005'],
			['/seconddialex?number=1', '100-007'],
			['/canceltransfer', '200-012'],
			['/thirdPartyConfTransmitNum', '10001'],
			['/disconnect/1', '200-023'],
			['/dropcall/1-1', '200-025'],
			['/mediaswitch?mediaType=3', '200-027'],
		];
		for (const [path, code] of orders) expect([path, await one.order('POST', path)]).toEqual([path, refusal(code)]);
		expect(await one.order('DELETE', '/release')).toEqual(refusal('200-017'));
		expect(await one.order('DELETE', '')).toEqual(refusal('200-017'));
		const callId = await talking(one);
		await one.done('POST', '/beginmute');
		expect(await one.order('POST', '/beginmute')).toEqual(refusal('200-004'));
		await one.done('POST', '/endmute');
		expect(await one.order('POST', '/endmute')).toEqual(refusal('200-008'));
		expect(await one.order('POST', '/gethold')).toEqual(refusal('200-015'));
		await one.done('POST', '/hold');
		expect(await one.order('POST', '/hold')).toEqual(refusal('200-014'));
		expect(await one.order('POST', '/gethold?callid=1-1')).toEqual(refusal('200-015'));
		await one.done('POST', `/gethold?callid=${callId}`);
		expect(await one.told()).toEqual([
			['AgentEvent_Hold', callId],
			['AgentEvent_Talking', expect.objectContaining({ callid: callId })],
		]);
		await one.done('POST', '/seconddialex?number=12%23');
		expect(await one.order('POST', '/seconddialex?number=12a')).toEqual(refusal('000-002'));
		await one.done('DELETE', '');
		expect(one.state).toBe('idle');
	});

	it('switches between sound and picture where there is any (6.1.2.18, 6.1.2.19)', async () => {
		await talking(one);
		expect(await one.order('POST', '/mediaswitch?mediaType=2')).toEqual(refusal('200-028'));
		expect(await one.order('POST', '/mediaswitch')).toEqual(refusal('200-030'));
		expect(await one.order('POST', '/adjustvideomode', { mode: '4' })).toEqual(refusal('200-031'));
		expect(await one.order('POST', '/adjustvideomode', { mode: '0' })).toEqual(refusal('200-033'));
		const three = await open('103', { agenttype: 11 });
		const callid = await talking(three, OTHER);
		await three.done('POST', '/mediaswitch?mediaType=3');
		expect((await three.told())[1]).toEqual([
			'AgentEvent_MediaSwith',
			expect.objectContaining({ callid, reason: 0, mediaType: 3, called: OTHER }),
		]);
		expect(await three.order('POST', '/adjustvideomode', { mode: 1 })).toEqual(refusal('200-034'));
	});
});

describe('agents among themselves', () => {
	let two: Desk;
	beforeEach(async () => {
		two = await open('102', manual);
	});

	it('call each other (6.1.2.4)', async () => {
		expect(await one.order('PUT', '/callinner', { called: '101' })).toEqual(refusal('100-007'));
		const { result: callid } = await one.order('PUT', '/callinner', { called: '102' });
		await pass(1);
		expect((await one.told()).slice(-1)).toEqual([
			['AgentEvent_Customer_Alerting', { callid, otherPhoneWorkno: '102', otherPhone: '8800102', type: 'main' }],
		]);
		expect(await two.told()).toEqual([
			'AgentState_Busy',
			[
				'AgentEvent_Ringing',
				{
					caller: '101',
					called: '102',
					callid,
					transfer: 'no',
					transfrom: '',
					type: 'main',
					mediaAbility: '1',
					feature: '6',
				},
			],
		]);
		await two.done('PUT', '/answer');
		await pass(1);
		expect(await one.heard()).toEqual(['Talking', 'Record']);
		expect(await two.heard()).toEqual(['PhoneAlerting', 'PhoneOffhook', 'Talking', 'Record']);
		await two.done('DELETE', '/release');
		expect((await one.told())[0]).toEqual(['AgentEvent_Customer_Release', { callid, number: '102' }]);
		expect([one.state, two.state]).toEqual(['idle', 'idle']);
	});

	it('are told when a colleague cannot be reached', async () => {
		await two.post('/onlineagent/{}/saybusy');
		const { result } = await one.order('PUT', '/callinner', { called: '102' });
		await pass(1);
		expect(await one.told()).toContainEqual(['AgentEvent_Inside_Call_Fail', result]);
		expect(one.state).toBe('idle');
	});

	it('ask for help, two at a time, and join all three or step out (6.1.2.5, 6.1.2.9, 6.1.2.14)', async () => {
		expect(await one.order('POST', '/innerhelp', { dstaddress: 102 })).toEqual(refusal('200-018'));
		const main = await talking(one);
		expect(await one.order('POST', '/innerhelp', { dstaddress: 199 })).toEqual(refusal('100-007'));
		const help = async (fields: object = {}): Promise<string> =>
			(await one.order('POST', '/innerhelp', { dstaddress: 102, mode: 1, holdflag: 'true', ...fields })).result;
		const second = await help();
		expect(second).toMatch(CALL_ID);
		expect(await one.told()).toEqual([
			['AgentEvent_Hold', main],
			[
				'AgentEvent_Customer_Alerting',
				{ callid: second, otherPhoneWorkno: '102', otherPhone: '8800102', type: 'assistant' },
			],
		]);
		await two.done('PUT', '/answer');
		await pass(1);
		expect(await one.told()).toContainEqual([
			'AgentEvent_Talking',
			expect.objectContaining({ callid: second, feature: '51', type: 'assistant' }),
		]);
		await two.told();
		// The customer is not in the last call.
		expect(await one.order('POST', `/disconnect/${CUSTOMER}`)).toEqual(refusal('200-024'));
		expect(await two.order('POST', '/disconnect/101')).toEqual(refusal('100-007'));
		expect(await one.order('POST', '/confjoin', { callid: second })).toEqual(refusal('200-011'));
		await one.done('POST', '/confjoin', { callid: main, callappdata: 'joined' });
		expect((await one.told())[1]).toEqual(['AgentEvent_Conference', { callid: main, partner: `102, ${CUSTOMER}` }]);
		expect(await two.told()).toEqual([['AgentEvent_Conference', { callid: main, partner: `101, ${CUSTOMER}` }]]);
		// Whoever was asked may leave, and the two others go on.
		await two.done('POST', '/disconnect/8800102');
		expect(await one.told()).toEqual([
			['AgentEvent_Customer_Release', { callid: main, number: '102' }],
			['AgentEvent_Talking', expect.objectContaining({ callid: main })],
		]);
		expect(two.state).toBe('idle');
		await two.told();
		await help();
		await two.done('PUT', '/answer');
		await pass(1);
		await one.told();
		await two.told();
		expect(await one.order('POST', '/connecthold/1-1')).toEqual(refusal('200-006'));
		await one.done('POST', `/connecthold/${main}`);
		expect(one.state).toBe('idle');
		expect(await two.told()).toEqual([
			['AgentEvent_Customer_Release', { callid: main, number: '101' }],
			['AgentEvent_Talking', expect.objectContaining({ callid: main })],
		]);
		await two.done('DELETE', '/release');
		expect(callsNow()).toEqual([]);
	});

	it('ask for help with the customer listening, and are told when nobody comes', async () => {
		const main = await talking(one);
		const { result: callId } = await one.order('POST', '/innerhelp', { dstaddress: '102', mode: 2 });
		await two.done('POST', '/reject', { mode: 2 });
		expect(await one.told()).toEqual([
			['AgentEvent_Customer_Alerting', expect.anything()],
			['AgentEvent_Consult_Fail', callId],
			['AgentEvent_Talking', expect.objectContaining({ callid: main })],
		]);
		await two.told();
		await one.order('POST', '/innerhelp', { dstaddress: 2, devicetype: 1, mode: 2 });
		expect(await two.told()).toContainEqual(['AgentEvent_Ringing', expect.objectContaining({ feature: '52' })]);
		await two.done('PUT', '/answer');
		await pass(1);
		expect(await two.told()).toContainEqual([
			'AgentEvent_Conference',
			{ callid: main, partner: `101, ${CUSTOMER}` },
		]);
	});
});

describe('transfers (6.1.2.11, 6.1.2.12)', () => {
	let two: Desk;
	beforeEach(async () => {
		two = await open('102', manual);
	});
	const move = (devicetype: number, address: string, mode: number, more: object = {}): [string, string, object] => [
		'POST',
		'/transfer',
		{ devicetype, address, mode, ...more },
	];

	it.each([
		[1, '2', 1],
		[2, '102', 1],
		[2, '102', 3],
		[3, '90500', 2],
		[4, '15550100', 1],
		[5, OTHER, 0],
		[6, '102', 0],
	])('refuse device type %i, address %s and mode %i, which do not go together', async (...given) => {
		await talking(one);
		expect(await one.order(...move(...given))).toEqual(refusal('000-002'));
	});

	it('refuse what does not exist, and calls that do not', async () => {
		expect(await one.order(...move(2, '102', 0))).toEqual(refusal('200-012'));
		await talking(one);
		for (const [type, address] of [
			[1, '99'],
			[2, '199'],
			[2, '101'],
			[3, '1'],
			[4, '1'],
		] as const) {
			expect(await one.order(...move(type, address, 0))).toEqual(refusal('100-007'));
		}
		// Calls that went out are not released to numbers.
		expect(await one.order(...move(5, OTHER, 1))).toEqual(refusal('100-007'));
	});

	it('release the call to a colleague at once', async () => {
		const callid = await talking(one);
		await one.done(...move(2, '102', 0, { callappdata: 'see file 7' }));
		expect(await one.heard()).toEqual(['Call_Release', 'StopRecordDone', 'PhoneRelease', 'Ready']);
		expect(await two.told()).toContainEqual([
			'AgentEvent_Ringing',
			expect.objectContaining({ callid, transfer: 'yes', transfrom: '101', feature: '7' }),
		]);
		await two.done('PUT', '/answer');
		await pass(1);
		expect((await two.get('/calldata/{}/appdata')).result).toBe('see file 7');
	});

	it.each([
		['a colleague', 2, '102'],
		['a queue', 1, '2'],
		['an access code', 4, '15550100'],
	])('wait for success with %s', async (_who, type, address) => {
		const callId = await talking(one);
		await one.done(...move(type, address, 2));
		expect(await one.told()).toEqual([]);
		await two.done('PUT', '/answer');
		await pass(1);
		const told = await one.told();
		expect(told.slice(0, 2)).toEqual([
			['AgentEvent_SuccTransResult', { result: 0, callId }],
			['AgentEvent_Call_Release', callId],
		]);
		expect(await two.heard()).toContain('Talking');
		expect([one.state, two.state]).toEqual(['idle', 'talking']);
	});

	it('bring the call back when success does not come', async () => {
		const callId = await talking(one);
		await one.done(...move(2, '102', 2));
		await two.done('POST', '/reject', { mode: 2 });
		expect(await one.told()).toEqual([
			['AgentEvent_Connect_Fail', callId],
			['AgentEvent_SuccTransResult', { result: 1, callId }],
			['AgentEvent_Talking', expect.objectContaining({ callid: callId })],
		]);
	});

	it('send customers to a flow, and have them back from it', async () => {
		const callId = await talking(one);
		await one.done(...move(3, '90500', 1));
		await pass(10);
		expect(await one.told()).toEqual([
			['AgentEvent_ReturnFromIvr', callId],
			['AgentEvent_Talking', expect.objectContaining({ callid: callId })],
		]);
		await one.done(...move(3, '90500', 0));
		expect(one.state).toBe('idle');
		await pass(10);
		expect(callsNow()).toEqual([]);
	});

	it('talk with a number first, and take it back or let it have the customer', async () => {
		const callid = await talking(one);
		turnsOut(OTHER, CUSTOMER_HANGS_UP, 20);
		const toOther = async (): Promise<void> => {
			await one.done(...move(5, OTHER, 3));
			await pass(15);
			expect(await one.heard()).toEqual(['Talking']);
		};
		await toOther();
		await one.done('POST', '/canceltransfer');
		expect(await one.told()).toEqual([
			['AgentEvent_Customer_Release', { callid, number: OTHER }],
			['AgentEvent_Talking', expect.objectContaining({ callid })],
		]);
		await toOther();
		await one.done('DELETE', '/release');
		expect(one.state).toBe('idle');
		expect(callsNow()).toHaveLength(1);
		await pass(20);
		expect(callsNow()).toEqual([]);
	});

	it('bring a number into the talk, and out of it again', async () => {
		const callid = await talking(one);
		turnsOut(OTHER, AGENT_HANGS_UP);
		await one.done(...move(5, OTHER, 4, { holdflag: 'false' }));
		await pass(15);
		expect(await one.told()).toEqual([['AgentEvent_Conference', { callid, partner: `${CUSTOMER}, ${OTHER}` }]]);
		await one.done('POST', '/thirdPartyConfTransmitNum');
		await one.done('POST', `/disconnect/${OTHER}`);
		expect(await one.told()).toEqual([
			['AgentEvent_Customer_Release', { callid, number: OTHER }],
			['AgentEvent_Talking', expect.objectContaining({ callid })],
		]);
	});

	it('fail when the number does not answer', async () => {
		const callid = await talking(one);
		turnsOut(OTHER, NO_ANSWER);
		await one.done(...move(5, OTHER, 2));
		await pass(50);
		expect(await one.heard()).toEqual(['Connect_Fail', 'SuccTransResult', 'Talking']);
		sim.control.setCalls({ called: OTHER, outcomes: [{ reason: AGENT_HANGS_UP }] });
		await one.done(...move(5, OTHER, 2));
		await pass(15);
		expect(await one.told()).toContainEqual(['AgentEvent_SuccTransResult', { result: 0, callId: callid }]);
	});
});

describe('telephones that are linked (6.1.2.23, 6.1.2.24)', () => {
	it('are lifted and put down by order', async () => {
		expect(await one.order('POST', '/phonepickup')).toEqual(refusal('100-007'));
		const two = await open('102', { phonelinkage: true });
		turnsOut(CUSTOMER, AGENT_HANGS_UP);
		await callOut(two);
		await pass(60);
		expect(await two.told()).toEqual(['AgentOther_PhoneAlerting']);
		await two.done('POST', '/phonepickup');
		expect(await two.heard()).toEqual(['PhoneOffhook', 'Busy']);
		await two.done('DELETE', '/release');
		await two.told();
		await sim.control.inbound({ skillId: 2 });
		await one.done('POST', '/reject', { mode: 1 });
		expect(await two.heard()).toContain('PhoneAlerting');
		await two.done('POST', '/phonehangup');
		expect(await two.told()).toEqual([
			['AgentOther_PhoneRelease', { phoneState: 2 }],
			['AgentEvent_No_Answer', expect.any(String)],
			['AgentState_SetNotReady_Success', { reason: '0' }],
		]);
	});
});

describe('call data (6.1.3)', () => {
	const data = async (path: string, desk = one): Promise<any> => await desk.get(`/calldata/{}${path}`);

	it('tells about the call, and about the last one when asked to', async () => {
		expect(await data('/callinfo')).toEqual({ message: '', retcode: '0', result: null });
		const callId = await talking(one);
		const { result } = await data('/callinfo?isNoContainLastCall=true');
		expect(Object.keys(result)).toEqual([
			'callfeature',
			'callid',
			'caller',
			'called',
			'callskill',
			'callskillid',
			'orgicallednum',
			'calldata',
			'begintime',
			'endtime',
			'userPriority',
			'trunkNo',
			'logontimes',
			'mediaType',
			'mediaAbility',
			'waitTime',
			'trace',
		]);
		expect(result).toMatchObject({ callfeature: 7, callid: callId, endtime: null, trace: { deviceNo: 101 } });
		await one.done('DELETE', '/release');
		await pass(2);
		expect((await data('/callinfo')).result).toBeNull();
		const last = (await data('/callinfo?isNoContainLastCall=true')).result;
		expect(last).toMatchObject({ callid: callId, endtime: expect.any(Number), trace: { leaveReason: null } });
		expect(await data('/callinfo?isNoContainLastCall=1')).toEqual(refusal('000-002'));
	});

	it('keeps data, as text or as BASE64 in either direction', async () => {
		const set = async (body: object): Promise<any> => await one.put('/calldata/{}/setcalldataex', body);
		expect(await set({ calldata: 'x' })).toEqual(refusal('400-001'));
		expect(await data('/appdata')).toEqual(refusal('100-007'));
		const callid = await talking(one);
		expect(await set({ callid, calldata: '数据' })).toEqual(DONE);
		expect((await data(`/appdata?callId=${callid}`)).result).toBe('数据');
		expect((await data('/appdata?isEncodeResult=true')).result).toBe(Buffer.from('数据').toString('base64'));
		await pass(2);
		const encoded = Buffer.from('secret').toString('base64');
		expect(await set({ calldata: encoded, isDataEncoded: 'true' })).toEqual(DONE);
		expect((await data('/appdata?isEncodeResult=yes')).result).toBe('secret');
		expect(await set({ calldata: 'no!', isDataEncoded: true })).toEqual(refusal('000-002'));
		await pass(2);
		expect(await set({ calldata: 'é'.repeat(8192) })).toEqual(DONE);
		expect(await set({ calldata: `${'é'.repeat(8192)}e` })).toEqual(refusal('000-002'));
		expect(await set({ callid: '1-1', calldata: 'x' })).toEqual(refusal('400-001'));
	});

	it('lists held calls, for the agent and for inspectors', async () => {
		expect(await data('/holdlist')).toEqual(refusal('400-003'));
		const callid = await talking(one);
		await one.done('POST', '/hold');
		const short = { callfeature: 7, callid, caller: '8800101', called: CUSTOMER, callskill: '' };
		expect((await data('/holdlist')).result).toEqual([
			{ ...short, callskillid: 0, orgcallednum: '', calldata: null, begintime: null, endtime: null },
		]);
		expect(await data('/holdlistex/101')).toEqual(refusal('300-001'));
		const inspector = await open('104');
		expect((await data('/holdlistex/101', inspector)).result).toEqual([short]);
		expect(await data('/holdlistex/104', inspector)).toEqual(refusal('400-003'));
		expect((await data('/allcallinfoEx/101', inspector)).result).toEqual([callid]);
		expect(await data('/allcallinfoEx/1', inspector)).toEqual(refusal('100-011'));
	});

	it('tells about calls by their id', async () => {
		const { callId } = await sim.control.inbound({ skillId: 2, caller: CUSTOMER });
		expect((await data(`/callinfobycallid/${callId}`)).result).toMatchObject({
			callid: callId,
			orgcallednum: '15550100',
		});
		expect((await data('/callinbeforeanswer')).result).toMatchObject({ callid: callId, trace: null });
		expect(await data('/callinfobycallid/1-1')).toEqual(refusal('100-007'));
		expect(await data('/callnums')).toEqual({ message: '', retcode: '0', result: 1 });
	});

	it('counts the day', async () => {
		turnsOut(CUSTOMER, CUSTOMER_HANGS_UP, 20);
		await callOut(one);
		await pass(40);
		const { result } = await data('/statistics');
		expect(result).toEqual({
			talktime: 20,
			answernums: 0,
			noanswernums: 0,
			calloutnums: 1,
			intercallnums: 0,
			interhelpnums: 0,
			transferrnums: 0,
			transferoutnums: 0,
			transferivrnums: 0,
			redirectnums: 0,
			keepnums: 0,
			busynums: 0,
			restnums: 0,
			restoutnums: 0,
			resttime: 0,
			restouttime: 0,
			agentrelease: 0,
			busytime: 0,
		});
		expect((await data('/statisticsEx')).result).toEqual({ talktime: 20, answernums: 0, calloutnums: 1 });
	});

	it('counts how often and how long the agent was busy or at rest, over all sessions of the day', async () => {
		const onAgent = (path: string, method = 'POST') => one.ask(method, `/onlineagent/{}${path}`);
		await onAgent('/saybusy');
		await pass(30);
		await onAgent('/cancelbusy');
		await pass(10);
		await onAgent('/rest/20/0');
		await pass(50);
		await onAgent('/cancelrest');
		await onAgent('/rest/20/0');
		await pass(5);
		await onAgent('/logout', 'DELETE');
		await pass(60);
		one = await open('101', { status: 3 });
		await pass(7);
		expect((await data('/statistics', one)).result).toMatchObject({
			busynums: 2,
			busytime: 37,
			restnums: 2,
			resttime: 55,
			restoutnums: 1,
			restouttime: 30,
		});
	});

	it('is asked five times in two seconds at most', async () => {
		for (let at = 0; at < 5; at++) expect((await data('/callnums')).retcode).toBe('0');
		expect(await data('/callnums')).toEqual(refusal('999-002'));
		await pass(2);
		expect((await data('/callnums')).retcode).toBe('0');
	});
});

describe('a clock that hurries', () => {
	it('does so only while nobody has to do anything', async () => {
		const isDialling = (): boolean => sim.control['world']().agentCalls.isDialling;
		expect(isDialling()).toBe(false);
		turnsOut(CUSTOMER, AGENT_HANGS_UP);
		await callOut(one);
		expect(isDialling()).toBe(true);
		await pass(3);
		expect(isDialling()).toBe(true);
		await pass(12);
		expect(isDialling()).toBe(false);
		await one.done('POST', '/hold');
		expect(isDialling()).toBe(false);
		await one.done('POST', '/gethold');
		await one.done('POST', '/transfer', { devicetype: 3, address: '90500', mode: 1 });
		expect(isDialling()).toBe(true);
		await pass(10);
		await one.done('DELETE', '/release');
		await sim.control.inbound({ skillId: 2 });
		expect(isDialling()).toBe(false);
	});
});

describe('signing out', () => {
	it('ends the calls of an agent who is forced out, and sends on what only rang', async () => {
		await talking(one);
		const two = await open('102', manual);
		const { callId } = await sim.control.inbound({ skillId: 2 });
		await two.ask('DELETE', '/onlineagent/{}/forcelogout');
		expect(callsNow().find((call) => call.callId === callId).waiting).toMatchObject({ skillId: 2 });
		await one.ask('DELETE', '/onlineagent/{}/forcelogout');
		expect(callsNow().map((call) => call.callId)).toEqual([callId]);
	});
});
