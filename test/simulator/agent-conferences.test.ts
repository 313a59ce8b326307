import type { Simulator } from '../../simulator';
import { Desk, DONE, refusal } from './agent-desk';
import { minutes, simulator } from './harness';

const CUSTOMER = '447700900001';
const VOICE = 'y:/conf/120/1136287.V3';
/** Table 6-366, as the control has it. */
const CUSTOMER_HANGS_UP = 0;
const AGENT_HANGS_UP = 1;

let sim: Simulator;
let one: Desk;
let two: Desk;

const pass = async (seconds: number): Promise<void> => await sim.clock.advance(seconds * 1000);
const conf = async (desk: Desk, path: string, body?: object): Promise<any> =>
	await desk.post(`/agentconf/{}/${path}`, body);
const done = async (desk: Desk, path: string, body?: object): Promise<void> =>
	expect(await conf(desk, path, body)).toEqual(DONE);
const refused = (code: number): object => ({ retcode: '100-007', message: `Unknown ERROR_${code}` });
const conferences = (): any[] => (sim.control.state() as any).conferences;
const agent = (workNo: string, more: object = {}): object => ({ addressType: '9', address: workNo, ...more });
const phone = (number: string): object => ({ addressType: '6', address: number });

const changed = (fields: object): [string, object] => [
	'AgentConf_ParticipantChanged',
	{
		result: 0,
		changeReason: 255,
		confId: conferences()[0].confId,
		deviceCallType: 0,
		deviceType: 0,
		...fields,
	},
];

/** Time in which the agents give signs of life, too often for a new Guid. */
async function stay(count: number): Promise<void> {
	for (let half = 0; half < 2 * count; half++) {
		sim.control['world']().agents.stayAlive();
		await sim.clock.advance(minutes(0.5));
	}
}

/** The first agent has a conference, and has been told so. */
async function begun(fields: object = {}): Promise<number> {
	await done(one, 'requestagentconf', { memberNum: 4, ...fields });
	await pass(2);
	expect(await one.heard()).toContain('RequestSuccess');
	return conferences()[0].confId;
}

/** The second agent has joined. */
async function joined(): Promise<void> {
	await done(one, 'batchaddparticipant', { addresses: [agent('102')] });
	await done(two, 'answeragentconf');
	await pass(1);
	expect(await two.heard()).toContain('SelfJoinResult');
	await one.told();
}

beforeEach(async () => {
	sim = await simulator();
	one = await Desk.open(sim, '101', { autoanswer: false });
	two = await Desk.open(sim, '102', { autoanswer: false });
});
afterEach(async () => await sim.close());

describe('asking for a conference (6.1.6.1)', () => {
	it('makes a chair of an idle agent, once it is ready', async () => {
		await done(one, 'requestagentconf', {
			memberNum: 4,
			confCallerNo: '10000',
			time: 50,
			promptTime: 5,
			beepTone: true,
			playMode: 2,
			voicePath: VOICE,
		});
		await pass(1);
		const [{ confId }] = conferences();
		expect(await one.told()).toEqual([
			'AgentState_Busy',
			'AgentOther_PhoneAlerting',
			['AgentOther_PhoneOffhook', { type: 'main' }],
			['AgentConf_SelfJoinResult', { confId }],
			['AgentMediaEvent_Record', expect.anything()],
		]);
		expect(await conf(one, 'releaseagentconf')).toEqual(refused(21225));
		await pass(1);
		expect(await one.told()).toEqual([['AgentConf_RequestSuccess', { confId: String(confId) }]]);
		expect(await conf(one, 'requestagentconf', { memberNum: 4 })).toEqual(refusal('101-003'));
		expect(await one.order('PUT', '/callout', { called: CUSTOMER })).toEqual(refusal('100-007'));
	});

	it.each([
		['nobody', { memberNum: 0 }],
		['too many', { memberNum: 121 }],
		['three minutes', { memberNum: 2, time: 3 }],
		['more than a day', { memberNum: 2, time: 1441 }],
		['a tone without a file', { memberNum: 2, beepTone: true }],
		['a file of any name', { memberNum: 2, voicePath: 'a.wav' }],
		['another way of playing', { memberNum: 2, playMode: 1 }],
		['a key too many', { memberNum: 2, foo: 1 }],
	])('refuses %s', async (_what, body) => {
		expect(await conf(one, 'requestagentconf', body)).toEqual(refusal('000-002'));
	});

	it('takes along whom the agent talks with, but nobody from an unsteady call', async () => {
		sim.control.setCalls({ called: CUSTOMER, outcomes: [{ reason: AGENT_HANGS_UP }] });
		await one.order('PUT', '/callout', { called: CUSTOMER });
		await pass(15);
		await one.done('POST', '/hold');
		expect(await conf(one, 'requestagentconf', { memberNum: 4 })).toEqual(refused(21205));
		await one.done('POST', '/gethold');
		const confId = await begun();
		const { result } = await conf(one, 'queryconfinfos', { confIds: [confId] });
		expect(result.confs[0].addresses).toMatchObject([
			{ address: '101', role: 1 },
			{ address: CUSTOMER, role: 0 },
		]);
		await two.post('/onlineagent/{}/saybusy');
		expect(await conf(two, 'requestagentconf', { memberNum: 4 })).toEqual(refused(21205));
	});
});

describe('participants (6.1.6.2 to 6.1.6.5, 6.1.6.9 to 6.1.6.11)', () => {
	it('ring, join or do not, and leave', async () => {
		const confId = await begun();
		sim.control.setCalls({ called: CUSTOMER, outcomes: [{ reason: CUSTOMER_HANGS_UP, talkSeconds: 30 }] });
		sim.control.setCalls({ called: '447700900002', outcomes: [{ reason: 145 }] });
		await done(one, 'batchaddparticipant', {
			addresses: [agent('102', { deviceType: 6 }), phone(CUSTOMER), phone('447700900002')],
			beepTone: false,
			caller: '1111',
		});
		expect(await two.told()).toEqual(['AgentState_Busy', ['AgentConf_Ringing', { confId }]]);
		await done(two, 'answeragentconf');
		await pass(1);
		expect(await two.heard()).toEqual(['PhoneAlerting', 'PhoneOffhook', 'SelfJoinResult', 'Record']);
		const busy = changed({ result: 145, changeType: 0, participant: '447700900002', participantType: 6 });
		const came = changed({ changeType: 0, participant: '102', participantType: 9, deviceType: 6 });
		expect(await one.told()).toEqual([busy, came]);
		await pass(15);
		expect(await one.told()).toEqual([changed({ changeType: 0, participant: CUSTOMER, participantType: 6 })]);
		await pass(30);
		const left = { changeType: 1, changeReason: 2, participant: CUSTOMER, participantType: 6 };
		expect(await one.told()).toEqual([changed(left)]);
		expect(await conf(one, 'requestleaveagentconf')).toEqual(refusal('101-007'));
		expect(await conf(two, 'releaseagentconf')).toEqual(refusal('101-002'));
		await two.told();
		await done(two, 'requestleaveagentconf');
		expect(await two.heard()).toEqual(['StopRecordDone', 'PhoneRelease', 'SelfLeaveResult', 'Ready']);
		expect((await one.told())[0]).toEqual(
			changed({ changeType: 1, changeReason: 0, participant: '102', participantType: 9, deviceType: 6 }),
		);
		await done(one, 'releaseagentconf');
		expect(await one.heard()).toEqual(['StopRecordDone', 'PhoneRelease', 'SelfLeaveResult', 'Ready']);
		expect(conferences()).toEqual([]);
		expect(await conf(one, 'releaseagentconf')).toEqual(refusal('101-001'));
	});

	it('may not want to come, or not be there', async () => {
		await begun();
		const ask = async (...addresses: object[]): Promise<any> =>
			await conf(one, 'batchaddparticipant', { addresses });
		expect(await ask()).toEqual(refused(21228));
		expect(await ask(agent('101'))).toEqual(refused(21221));
		expect(await ask(...[1, 2, 3, 4].map((at) => phone(`44770090000${at}`)))).toEqual(refused(21224));
		expect(await ask({ addressType: '7', address: '1' })).toEqual(refusal('000-002'));
		const absent = (participant: string): any =>
			changed({ result: 21213, changeType: 0, participant, participantType: 9 });
		await ask(agent('102'));
		await done(two, 'rejectagentconf');
		expect(await two.heard()).toEqual(['Busy', 'Ringing', 'PhoneRelease', 'Ready']);
		expect(await one.told()).toEqual([absent('102')]);
		await ask(agent('103'));
		await pass(1);
		expect(await one.told()).toEqual([absent('103')]);
		await ask(agent('102'));
		await pass(30);
		expect(await one.told()).toEqual([absent('102')]);
		expect(await conf(two, 'answeragentconf')).toEqual(refusal('101-001'));
	});

	it('are removed by the chair, who hands over its chair but does not remove itself', async () => {
		await begun();
		await joined();
		const remove = async (...addresses: object[]): Promise<any> =>
			await conf(one, 'batchremoveparticipant', { addresses });
		expect(await remove()).toEqual(refused(21229));
		expect(await remove(agent('101'))).toEqual(refusal('101-006'));
		expect(await conf(one, 'applytoshiftpresident', { destAgentNo: 101 })).toEqual(refusal('101-005'));
		expect(await conf(one, 'applytoshiftpresident', { destAgentNo: 103 })).toEqual(refused(21237));
		await done(one, 'applytoshiftpresident', { destAgentNo: 102 });
		const chair = changed({ changeType: 2, participant: '102', participantType: 9 });
		expect(await one.told()).toEqual([chair]);
		const [{ confId }] = conferences();
		expect(await two.told()).toEqual([chair, ['AgentConf_PresidentChanged', { confId }]]);
		expect(await remove(agent('102'))).toEqual(refusal('101-002'));
		const gone = await conf(two, 'batchremoveparticipant', { addresses: [agent('101'), phone('1')] });
		expect(gone).toEqual({ message: '', retcode: '0', result: { noExistParticipants: [phone('1')] } });
		expect(await one.heard()).toEqual(['StopRecordDone', 'PhoneRelease', 'SelfLeaveResult', 'Ready']);
		await two.ask('DELETE', '/onlineagent/{}/forcelogout');
		expect(conferences()).toEqual([]);
	});
});

describe('what a chair does (6.1.6.6, 6.1.6.7, 6.1.6.12 to 6.1.6.17)', () => {
	beforeEach(async () => {
		await begun();
		await joined();
	});

	it('holds and silences participants', async () => {
		const who = { participant: '102', participantType: 9 };
		await done(one, 'holdparticipant', { ...agent('102'), voicePath: VOICE });
		expect(await two.told()).toEqual([changed({ ...who, changeType: 5 })]);
		expect(await conf(one, 'holdparticipant', { ...agent('102'), voicePath: VOICE })).toEqual(refused(21251));
		expect(await conf(one, 'holdparticipant', agent('102'))).toEqual(refusal('000-002'));
		await done(one, 'unholdparticipant', agent('102'));
		expect(await conf(one, 'unholdparticipant', agent('102'))).toEqual(refused(21252));
		expect(await conf(one, 'unholdparticipant', agent('103'))).toEqual(refused(21237));
		for (const attribute of [1, 2, 3]) await done(one, 'changeparticipantmode', { ...agent('102'), attribute });
		expect(await conf(one, 'changeparticipantmode', { ...agent('102'), attribute: 3 })).toEqual(refused(21216));
		expect(await one.told()).toEqual([5, 6, 3, 4].map((changeType) => changed({ ...who, changeType })));
	});

	it('plays to all or to one, and stops', async () => {
		const nothing = { ...refused(21248), result: { errorReason: 21248 } };
		expect(await conf(one, 'stopvoicetoconf')).toEqual(nothing);
		await done(one, 'playvoicetoconf', { playType: 0, playMode: 2, voicePath: VOICE });
		expect(await conf(one, 'playvoicetoconf', { voicePath: VOICE })).toEqual(refused(21247));
		await pass(10);
		expect(await one.told()).toEqual([['AgentConf_StopVoice', { result: 0 }]]);
		await done(one, 'playvoicetoconf', { voicePath: VOICE });
		await done(one, 'stopvoicetoconf');
		const to = { ...agent('102'), voicePath: VOICE };
		await done(one, 'playvoicetoparticipant', to);
		expect((await conf(one, 'playvoicetoparticipant', to)).result).toEqual({ errorReason: 21249 });
		await pass(10);
		expect(await one.told()).toEqual([['AgentConf_StopParticipantVoice', { result: 0 }]]);
		await done(one, 'playvoicetoparticipant', to);
		await done(one, 'stopvoicetoparticipant', agent('102'));
		expect((await conf(one, 'stopvoicetoparticipant', agent('102'))).result).toEqual({ errorReason: 21250 });
		await pass(20);
		expect(await one.told()).toEqual([]);
	});

	it('changes how many may come', async () => {
		const modify = async (modifyType: number, modifyNum: number): Promise<any> =>
			await conf(one, 'modifyconfresource', { modifyType, modifyNum });
		expect(await modify(0, 1)).toEqual(refusal('000-002'));
		expect(await modify(0, 118)).toEqual(refused(21238));
		expect(await modify(1, 3)).toEqual(refused(21239));
		expect(await modify(0, 3)).toEqual(DONE);
		expect(conferences()[0].capacity).toBe(7);
	});
});

describe('time (6.1.6.8)', () => {
	it('is reminded of before it is over, and prolonged', async () => {
		const confId = await begun({ time: 10, promptTime: 20 });
		await sim.clock.advance(minutes(1) - 2000);
		expect(await one.told()).toEqual([['AgentConf_Timeout', { confId }]]);
		const { result } = await conf(one, 'prolongtime', { prolongTime: '5' });
		expect(result).toEqual({ appliedTime: 5 });
		expect((await conf(one, 'prolongtime', { prolongTime: 1440 })).result).toEqual({ appliedTime: 1425 });
		expect(await conf(one, 'prolongtime', { prolongTime: 1 })).toEqual(refused(21246));
		await stay(60);
		expect(conferences()).toHaveLength(1);
	});

	it('ends the conference', async () => {
		await begun({ time: 4 });
		await joined();
		await stay(4);
		expect(conferences()).toEqual([]);
		expect(await two.heard()).toEqual(['StopRecordDone', 'PhoneRelease', 'SelfLeaveResult', 'Ready']);
	});
});

describe('questions (6.1.6.18, 6.1.6.19)', () => {
	it('are answered to who is in it, and to inspectors', async () => {
		const confId = await begun();
		const confs = [
			{
				confId,
				confState: 0,
				startTime: expect.any(Number),
				applyConfTime: 60,
				confHaveBeenTime: 1,
				addresses: [
					{
						addressType: '9',
						address: '101',
						deviceCallType: 0,
						deviceType: 6,
						channelAttrib: 3,
						channelState: 0,
						role: 1,
						enterTime: expect.any(Number),
					},
				],
			},
		];
		await pass(60);
		const ask = async (desk: Desk): Promise<any> =>
			(await conf(desk, 'queryconfinfos', { confIds: [confId, 1] })).result;
		expect(await ask(one)).toEqual({ confs });
		expect(await ask(two)).toEqual({ confs: [] });
		const inspector = await Desk.open(sim, '104');
		expect(await ask(inspector)).toEqual({ confs });
		expect((await inspector.get('/agentconf/{}/queryvdnconfid')).result).toEqual({ confIds: [confId] });
		expect(await two.get('/agentconf/{}/queryvdnconfid')).toEqual(refusal('101-004'));
	});
});
