import type { Simulator } from '../../simulator';
import { Desk, DONE, refusal } from './agent-desk';
import { simulator } from './harness';

/** Recordings at the desks of agents (13.1): made, played and fetched. */

const CUSTOMER = '447700900001';
const STAYS = 1;
const NO_PATH = 'Y:/1/0/20260302/101/0000000.V3';

let sim: Simulator;
let agent: Desk;

const pass = async (seconds: number): Promise<void> => await sim.clock.advance(seconds * 1000);
const open = async (workNo: string, wishes: object = {}): Promise<Desk> => await Desk.open(sim, workNo, wishes);
const state = (): any => sim.control.state();
const record = async (body: object = {}): Promise<any> =>
	await agent.put('/recordplay/{}/record', { mediaType: 5, ...body });
const stopRecord = async (): Promise<any> => await agent.ask('DELETE', '/recordplay/{}/stoprecord');
const play = async (body: object): Promise<any> => await agent.put('/recordplay/{}/play', body);
const during = async (what: string, method = 'POST'): Promise<any> => await agent.ask(method, `/recordplay/{}/${what}`);

/** The content of an event that the agent is told next. */
async function toldOf(type: string, desk = agent): Promise<any> {
	const found = (await desk.told()).find((one) => one[0] === type);
	return found?.[1];
}

/** A call of so many seconds that was recorded; where. */
async function recordedCall(seconds = 20): Promise<{ callId: string; fileName: string }> {
	sim.control.setCalls({ called: CUSTOMER, outcomes: [{ reason: STAYS }] });
	await agent.order('PUT', '/callout', { called: CUSTOMER });
	await pass(15);
	const { callId, fileName } = await toldOf('AgentMediaEvent_Record');
	const { began } = state().agentCalls.at(-1).agents[0].recording;
	await pass(seconds - (sim.clock.now() - began) / 1000);
	await agent.done('DELETE', '/release');
	await agent.told();
	return { callId, fileName };
}

interface Fetched {
	type: string;
	bytes: Buffer;
	json?: any;
}

/** Whatever is behind recordfile; with the Guid of the desk. */
async function fetched(path: string, query: object = {}, desk = agent): Promise<Fetched> {
	const response = await desk.fetch(`/recordfile/{}${path}?${new URLSearchParams(query as any).toString()}`);
	const bytes = Buffer.from(await response.arrayBuffer());
	const type = response.headers.get('content-type') ?? '';
	return { type, bytes, ...(type.startsWith('application/json') && { json: JSON.parse(bytes.toString()) }) };
}

const wavSeconds = (bytes: Buffer): number => bytes.readUInt32LE(54) / 8000;

function expectWav({ type, bytes }: Fetched, seconds: number): void {
	expect(type).toBe('application/octet-stream;charset=utf-8');
	expect([bytes.subarray(0, 4).toString(), bytes.subarray(8, 12).toString()]).toEqual(['RIFF', 'WAVE']);
	expect(wavSeconds(bytes)).toBeCloseTo(seconds, 1);
}

/** The boxes of an MP4 file at its top. */
function boxesOf(bytes: Buffer): string[] {
	const boxes: string[] = [];
	for (let at = 0; at < bytes.length; at += bytes.readUInt32BE(at)) {
		boxes.push(bytes.subarray(at + 4, at + 8).toString());
	}
	return boxes;
}

beforeEach(async () => {
	sim = await simulator();
	agent = await open('101');
});
afterEach(async () => await sim.close());

describe('downloading a recording (13.1.2.1)', () => {
	it('gives what an event has named, as long as the talk was', async () => {
		const { fileName } = await recordedCall(20);
		expectWav(await fetched('', { recordId: fileName }), 20);
		expectWav(await fetched('', { recordId: fileName.replaceAll('/', '\\').toLowerCase(), filetype: '1' }), 20);
	});

	it('gives it to other agents, too, and not before it is complete', async () => {
		await agent.order('PUT', '/callout', { called: CUSTOMER });
		await pass(15);
		const { fileName } = await toldOf('AgentMediaEvent_Record');
		const two = await open('102');
		expect((await fetched('', { recordId: fileName }, two)).json).toEqual(refusal('104-005'));
		await agent.done('DELETE', '/release');
		expect((await fetched('', { recordId: fileName }, two)).bytes.subarray(0, 4).toString()).toBe('RIFF');
	});

	it('gives files of a size that a test wants', async () => {
		sim.control.setRecordings({ bytes: 1_000_000 });
		const { fileName } = await recordedCall();
		const { bytes } = await fetched('', { recordId: fileName });
		expect(bytes.length).toBe(1_000_000);
		expect(bytes.readUInt32LE(4)).toBe(1_000_000 - 8);
	});

	it('gives messages that callers have left', async () => {
		const [message, foreign] = sim.tenant.voiceMessages;
		expectWav(await fetched('', { recordId: message.path, filetype: '2' }), message.seconds);
		expectWav(await fetched('', { recordId: foreign.path, filetype: '2' }), foreign.seconds);
		expect((await fetched('', { recordId: message.path })).json).toEqual(refusal('104-005'));
	});

	it.each([
		['a path that leads away', { recordId: 'Y:/1/../secret.V3' }, '104-003'],
		['a drive that is not mapped', { recordId: 'C:/1/0/20260302/101/1.V3' }, '104-004'],
		['what there is not', { recordId: NO_PATH }, '104-005'],
		['an unknown type', { recordId: NO_PATH, filetype: '3' }, '000-002'],
		['no path', {}, '000-002'],
		['a location that is no number', { recordId: NO_PATH, locationId: 'x' }, '000-002'],
		['a parameter too many', { recordId: NO_PATH, callId: '1-1' }, '000-002'],
	])('refuses %s, in JSON', async (_what, query, code) => {
		const { json, type } = await fetched('', query);
		expect(json).toEqual(refusal(code));
		expect(type).toBe('application/json;charset=UTF-8');
	});

	it('is what the operator allows, and names the node where there are several', async () => {
		const { fileName } = await recordedCall();
		sim.control.setOperator({ isPool: true });
		const code = async (query: object): Promise<string> => (await fetched('', query)).json?.retcode;
		expect(await code({ recordId: fileName })).toBe('104-010');
		expect(await code({ recordId: fileName, locationId: '255' })).toBe('104-005');
		expect(await code({ recordId: fileName, locationId: '256' })).toBeUndefined();
		sim.control.setOperator({ givesRecordings: false });
		expect(await code({ recordId: fileName, locationId: '256' })).toBe('104-001');
	});
});

describe('downloading by call (13.1.2.2)', () => {
	it('gives agents what was recorded at their desks', async () => {
		const { callId } = await recordedCall(20);
		expectWav(await fetched('/recordfiledownloadEx', { callId }), 20);
		const two = await open('102');
		expect((await fetched('/recordfiledownloadEx', { callId }, two)).json).toEqual(refusal('108-015'));
		expect((await fetched('/recordfiledownloadEx', { callId: '1-1' })).json).toEqual(refusal('108-015'));
		expect((await fetched('/recordfiledownloadEx', { callid: callId })).json).toEqual(refusal('000-002'));
	});

	it('wants inspectors to say whose recording', async () => {
		const { callId } = await recordedCall(20);
		const inspector = await open('104');
		expect((await fetched('/recordfiledownloadEx', { callId }, inspector)).json).toEqual(refusal('000-002'));
		expectWav(await fetched('/recordfiledownloadEx', { callId, workNo: '101' }, inspector), 20);
		expect((await fetched('/recordfiledownloadEx', { callId, workNo: '102' }, inspector)).json).toEqual(
			refusal('108-015'),
		);
	});

	it('is what the operator allows', async () => {
		const { callId } = await recordedCall();
		sim.control.setOperator({ hasRecordingServer: false });
		expect((await fetched('/recordfiledownloadEx', { callId })).json).toEqual(refusal('108-014'));
		sim.control.setOperator({ givesVideos: false });
		expect((await fetched('/recordfiledownloadEx', { callId })).json).toEqual(refusal('108-001'));
	});
});

describe('videos (13.1.3)', () => {
	beforeEach(async () => {
		agent = await open('103', { agenttype: 11 });
		sim.control.setCalls({ called: CUSTOMER, outcomes: [{ reason: STAYS }] });
	});

	async function recordedVideo(): Promise<any> {
		await agent.order('PUT', '/callout', { called: CUSTOMER, mediaability: 1 });
		await pass(15);
		const told = await toldOf('AgentMediaEvent_Record');
		await agent.done('DELETE', '/release');
		return told;
	}

	it('are MP4 files, fetched by path (13.1.3.2), or by path and call (13.1.2.2)', async () => {
		const { fileName: recordId, callId } = await recordedVideo();
		expect(recordId).toMatch(/^Y:\/1\/0\/20260302\/103\/\d{7}\.mp4$/);
		const { bytes, type } = await fetched('/videofiledownloadEx', { recordId });
		expect(type).toBe('application/octet-stream;charset=utf-8');
		expect(boxesOf(bytes)).toEqual(['ftyp', 'mdat', 'moov']);
		const again = await fetched('/recordfiledownloadEx', { callId, hwFileName: recordId });
		expect(again.bytes.equals(bytes)).toBe(true);
		const code = async (query: object): Promise<string> =>
			(await fetched('/recordfiledownloadEx', query)).json?.retcode;
		expect(await code({ callId: '1-1', hwFileName: recordId })).toBe('108-018');
		expect(await code({ callId, hwFileName: 'Y:/1/0/x.mp4' })).toBe('108-015');
		expect(await code({ callId })).toBe('108-015');
		expect((await fetched('', { recordId })).json).toEqual(refusal('104-007'));
	});

	it('have the size that a test wants', async () => {
		sim.control.setRecordings({ bytes: 500_000 });
		const { fileName: recordId } = await recordedVideo();
		const { bytes } = await fetched('/videofiledownloadEx', { recordId });
		expect(bytes.length).toBe(500_000);
		expect(boxesOf(bytes)).toEqual(['ftyp', 'mdat', 'moov', 'free']);
	});

	it.each([
		['a path that leads away', 'Y:/1/../x.mp4', '104-003'],
		['a drive that is not mapped', 'C:/1/x.mp4', '108-011'],
		['another VDN', 'Y:/2/0/20260302/103/1.mp4', '108-002'],
		['what there is not', 'Y:/1/0/20260302/103/1.mp4', '108-012'],
		['nothing', '', '000-002'],
	])('are refused for %s', async (_what, recordId, code) => {
		expect((await fetched('/videofiledownloadEx', { recordId })).json).toEqual(refusal(code));
	});

	it('are not what a recording of sound is', async () => {
		agent = await open('102');
		const { fileName: recordId } = await recordedCall();
		expect((await fetched('/videofiledownloadEx', { recordId })).json).toEqual(refusal('108-009'));
	});

	it('lie on a conference server where there is one (13.1.3.1)', async () => {
		sim.control.setOperator({ videos: 'conferenceServer' });
		const { fileName, recordID: recordId, jsonKey, fileMediaType } = await recordedVideo();
		expect([fileMediaType, jsonKey]).toEqual([2, expect.arrayContaining(['recordID', 'fileName'])]);
		const [, conferenceId, first] = /^conferecId=([0-9a-f-]{36});recordId0=([0-9a-f-]{36});$/.exec(fileName) ?? [];
		expect(first).toBe(recordId);
		const video = async (query: object): Promise<Fetched> => await fetched('/videofiledownload', query);
		const high = await video({ conferenceId, fileType: '0' });
		expect(boxesOf(high.bytes)).toEqual(['ftyp', 'mdat', 'moov']);
		expect((await video({ conferenceId, recordId, fileType: '0' })).bytes.equals(high.bytes)).toBe(true);
		expect((await video({ conferenceId, recordId, fileType: '1' })).bytes.equals(high.bytes)).toBe(false);
		const code = async (query: object): Promise<string> => (await video(query)).json?.retcode;
		expect(await code({ conferenceId, fileType: '2' })).toBe('108-009');
		expect(await code({ conferenceId, recordId: conferenceId, fileType: '0' })).toBe('108-003');
		expect(await code({ conferenceId: recordId, fileType: '0' })).toBe('108-006');
		expect(await code({ conferenceId })).toBe('000-002');
		sim.control.setOperator({ givesVideos: false });
		expect(await code({ conferenceId, fileType: '0' })).toBe('108-001');
		expect((await fetched('/videofiledownloadEx', { recordId: 'Y:/1/x.mp4' })).json).toEqual(refusal('108-001'));
	});
});

describe('recording of one’s own (13.1.1.9, 13.1.1.10)', () => {
	it('rings an agent who is in no call, and leaves a file', async () => {
		const answer = await record();
		expect(answer).toEqual({ ...DONE, result: { taskId: expect.stringMatching(/^\d+$/) } });
		await pass(1);
		const told = await agent.told();
		expect(told.slice(0, 2)).toEqual([
			'AgentOther_PhoneAlerting',
			['AgentOther_PhoneOffhook', { type: 'unknown' }],
		]);
		expect(told[2]).toEqual([
			'AgentMediaEvent_Record',
			{
				taskId: answer.result.taskId,
				caller: '8800101',
				recordID: 'Yc1v1a101d20260302t0800010',
				called: '8800101',
				locationId: '256',
				fileName: 'Y:/1/0/20260302/101/0800010.V3',
				fileMediaType: '1',
				callId: expect.stringMatching(/^\d+-\d+$/),
			},
		]);
		expect(told).toHaveLength(3);
		await pass(30);
		expect(await record()).toEqual(refusal('500-008'));
		expect(await stopRecord()).toEqual(DONE);
		expect(await agent.heard()).toEqual(['StopRecordDone', 'PhoneRelease']);
		expect(await stopRecord()).toEqual(refusal('500-010'));
		expectWav(await fetched('', { recordId: 'Y:/1/0/20260302/101/0800010.V3' }), 30);
	});

	it('is for calls that are not recorded anyway', async () => {
		await agent.order('PUT', '/callout', { called: CUSTOMER });
		await pass(15);
		await agent.told();
		expect(await record()).toEqual(refusal('500-008'));
		expect(await stopRecord()).toEqual(DONE);
		expect(await agent.heard()).toEqual(['StopRecordDone']);
		expect((await record()).retcode).toBe('0');
		expect(await agent.heard()).toEqual(['Record']);
		await agent.done('DELETE', '/release');
		expect(await agent.heard()).toEqual([
			'Call_Release',
			'Customer_Release',
			'StopRecordDone',
			'PhoneRelease',
			'Ready',
		]);
	});

	it('is the only one where the operator does not record every call', async () => {
		sim.control.setOperator({ recordsCalls: false });
		await agent.order('PUT', '/callout', { called: CUSTOMER });
		await pass(15);
		expect(await agent.heard()).not.toContain('Record');
		expect(await stopRecord()).toEqual(refusal('500-010'));
		expect((await record()).retcode).toBe('0');
		expect(await agent.heard()).toEqual(['Record']);
	});

	it('goes where the agent wants it, in place of what is there or behind it', async () => {
		const fileName = 'Y:/15/0/20260302/101/own.V3';
		const seconds = async (): Promise<number> => wavSeconds((await fetched('', { recordId: fileName })).bytes);
		const take = async (recordMode: number): Promise<void> => {
			expect((await record({ fileName, recordMode, recordFormat: 3 })).retcode).toBe('0');
			await pass(11);
			await stopRecord();
		};
		await take(0);
		expect(await seconds()).toBeCloseTo(10, 1);
		await take(1);
		expect(await seconds()).toBeCloseTo(20, 1);
		await take(7);
		expect(await seconds()).toBeCloseTo(10, 1);
	});

	it('fails on a drive that is not mapped, which an event tells', async () => {
		expect((await record({ fileName: 'C:/1/0/20260302/101/own.V3' })).retcode).toBe('0');
		await pass(1);
		const told = await agent.told();
		expect(told[2]).toMatchObject([
			'AgentMediaEvent_Record_Fail',
			{
				fileName: 'C:/1/0/20260302/101/own.V3',
				taskId: expect.any(Number),
				recordID: expect.stringMatching(/^Cc1v1a101/),
			},
		]);
		expect(told[3]).toEqual(['AgentOther_PhoneRelease', { phoneState: 3 }]);
		expect((await record()).retcode).toBe('0');
	});

	it('is not for calls with an inspector or a picture', async () => {
		sim.control.setOperator({ recordsCalls: false });
		const inspector = await open('104');
		await agent.order('PUT', '/callout', { called: CUSTOMER });
		await pass(15);
		await inspector.put('/qualitycontrol/{}/addsupervise/101');
		await pass(1);
		expect(await record()).toEqual(refusal('500-008'));
		agent = await open('103', { agenttype: 11 });
		await agent.order('PUT', '/callout', { called: CUSTOMER, mediaability: 1 });
		await pass(15);
		expect(await record()).toEqual(refusal('500-008'));
	});

	it.each([
		['another kind of media', { mediaType: 1 }, '000-002'],
		['a text for it', { mediaType: '5' }, '000-002'],
		['an unknown format', { recordFormat: 4 }, '000-002'],
		['a path of 101 characters', { fileName: `Y:/${'x'.repeat(98)}` }, '000-002'],
		['a path that leads away', { fileName: 'Y:/1/../x.V3' }, '000-002'],
		['a field too many', { voicepath: NO_PATH }, '000-002'],
	])('refuses %s', async (_what, body, code) => {
		expect(await record(body)).toEqual(refusal(code));
	});

	it('is what the operator allows', async () => {
		sim.control.setOperator({ agentsNameFiles: false });
		expect(await record({ fileName: NO_PATH })).toEqual(refusal('500-011'));
		expect((await record({ fileName: '' })).retcode).toBe('0');
		await pass(1);
		await stopRecord();
		sim.control.setOperator({ agentsRecord: false });
		expect(await record()).toEqual(refusal('000-002'));
	});

	it('ends with the session', async () => {
		await record();
		await pass(11);
		const { fileName } = await toldOf('AgentMediaEvent_Record');
		await agent.ask('DELETE', '/onlineagent/{}/forcelogout');
		agent = await open('101');
		expectWav(await fetched('', { recordId: fileName }), 10);
		expect(await stopRecord()).toEqual(refusal('500-010'));
	});
});

describe('playing (13.1.1.1 to 13.1.1.6)', () => {
	let voicepath: string;

	beforeEach(async () => {
		({ fileName: voicepath } = await recordedCall(20));
	});

	it('rings the agent and plays to the end', async () => {
		expect(
			await play({
				voicepath,
				startpostion: 5,
				volumechange: '20',
				speedchange: 20,
				times: 3,
				codeformat: 0,
				locationId: -1,
			}),
		).toEqual(DONE);
		await pass(1);
		expect(await agent.told()).toEqual([
			'AgentOther_PhoneAlerting',
			['AgentOther_PhoneOffhook', { type: 'unknown' }],
			'AgentMediaEvent_Play',
			'AgentMediaEvent_Play_Succ',
		]);
		expect((await agent.post('/onlineagent/{}/syncagentinfo')).result.agentStateInfo).toMatchObject({
			state: 5,
			curCommand: 19,
		});
		await pass(14.9);
		expect(await agent.told()).toEqual([]);
		await pass(0.2);
		expect(await agent.told()).toEqual([
			['AgentMediaEvent_StopPlayDone', { cause: 0 }],
			['AgentOther_PhoneRelease', { phoneState: 3 }],
		]);
		expect(agent.state).toBe('idle');
	});

	it('is paused, goes on, skips and is stopped', async () => {
		await play({ voicepath });
		await pass(6);
		await agent.told();
		expect(await during('pauseplay')).toEqual(DONE);
		expect(await agent.told()).toEqual(['AgentMediaEvent_PausePlayDone']);
		expect(await during('pauseplay')).toEqual(refusal('500-003'));
		await pass(60);
		expect(await during('resumeplay')).toEqual(DONE);
		expect(await agent.told()).toEqual(['AgentMediaEvent_ResumePlayDone']);
		expect(await during('resumeplay')).toEqual(refusal('500-005'));
		expect(state().playbacks).toMatchObject([{ position: 5 }]);
		expect(await during('forefast/10')).toEqual(DONE);
		expect(state().playbacks).toMatchObject([{ position: 15 }]);
		expect(await during('backfast/12')).toEqual(DONE);
		expect(state().playbacks).toMatchObject([{ position: 3 }]);
		expect(await during('backfast/2147483647')).toEqual(DONE);
		expect(state().playbacks).toMatchObject([{ position: 0 }]);
		expect(await agent.heard()).toEqual(['JumpPlayDone', 'JumpPlayDone', 'JumpPlayDone']);
		expect(await during('stopplay', 'DELETE')).toEqual(DONE);
		expect(await agent.told()).toEqual([
			['AgentMediaEvent_StopPlayDone', { cause: 1 }],
			['AgentOther_PhoneRelease', { phoneState: 3 }],
		]);
		await pass(60);
		expect(await agent.told()).toEqual([]);
	});

	it('ends when it skips beyond the end', async () => {
		await play({ voicepath });
		await pass(2);
		await agent.told();
		await during('forefast/100');
		await pass(0);
		expect(await agent.heard()).toEqual(['JumpPlayDone', 'StopPlayDone', 'PhoneRelease']);
	});

	it('fails without a file, or behind its end, which events tell', async () => {
		for (const wrong of [{ voicepath: NO_PATH }, { voicepath, startpostion: 21 }]) {
			expect(await play(wrong)).toEqual(DONE);
			await pass(1);
			expect((await agent.told()).slice(2)).toEqual([
				'AgentMediaEvent_Play',
				'AgentMediaEvent_Play_Fail',
				['AgentMediaEvent_StopPlayDone', { cause: 2 }],
				['AgentOther_PhoneRelease', { phoneState: 3 }],
			]);
		}
	});

	it.each([
		['pauseplay', 'POST', '500-003'],
		['resumeplay', 'POST', '500-005'],
		['forefast/5', 'POST', '500-002'],
		['backfast/5', 'POST', '500-001'],
		['stopplay', 'DELETE', '500-009'],
	])('is needed for %s', async (what, method, code) => {
		expect(await during(what, method)).toEqual(refusal(code));
		await play({ voicepath });
		// It rings, and nothing is heard yet.
		expect(await during(what, method)).toEqual(refusal(code));
	});

	it.each(['forefast/2147483648', 'backfast/-1', 'forefast/x'])('takes no %s', async (what) => {
		await play({ voicepath });
		await pass(1);
		expect(await during(what)).toEqual(refusal('000-002'));
	});

	it('is not for who is in a call, hears something already, or supervises', async () => {
		await play({ voicepath });
		expect(await play({ voicepath })).toEqual(refusal('500-007'));
		await pass(30);
		await agent.told();
		await agent.order('PUT', '/callout', { called: CUSTOMER });
		await pass(15);
		expect(await play({ voicepath })).toEqual(refusal('500-007'));
		const inspector = await open('104');
		await inspector.put('/qualitycontrol/{}/addsupervise/101');
		expect(await inspector.put('/recordplay/{}/play', { voicepath })).toEqual(refusal('500-007'));
	});

	it('keeps calls away from the agent until it is over', async () => {
		await play({ voicepath });
		const { callId } = await sim.control.inbound({ skillId: 3, caller: CUSTOMER });
		await pass(10);
		expect(state().agentCalls.at(-1)).toMatchObject({ callId, agents: [] });
		await pass(15);
		expect(state().agentCalls.at(-1)).toMatchObject({ callId, agents: [{ workNo: '101' }] });
	});

	it('ends with the session', async () => {
		await play({ voicepath });
		await pass(2);
		await agent.ask('DELETE', '/onlineagent/{}/forcelogout');
		expect(state().playbacks).toEqual([]);
		agent = await open('101');
		await pass(60);
		expect(await agent.told()).toEqual([]);
	});

	it.each([
		['no path', {}],
		['a path of 101 characters', { voicepath: 'x'.repeat(101) }],
		['six digits of volume', { voicepath: 'x', volumechange: '100000' }],
		['another format', { voicepath: 'x', codeformat: 1 }],
		['the key of the other interface', { fileName: 'x' }],
		['the right spelling of a misspelled key', { voicepath: 'x', startposition: 1 }],
	])('refuses %s', async (_what, body) => {
		expect(await play(body)).toEqual(refusal('000-002'));
	});
});

describe('playing in a network (13.1.1.11)', () => {
	const netplay = async (body: object): Promise<any> =>
		await agent.post('/recordplay/{}/netplay', { ccId: 1, ...body });

	it('plays once, or for ever', async () => {
		const { fileName } = await recordedCall(20);
		expect(await netplay({ fileName, position: '5', playTime: '1', fileFormat: '0', locationId: '-1' })).toEqual(
			DONE,
		);
		await pass(17);
		expect(await agent.heard()).toEqual([
			'PhoneAlerting',
			'PhoneOffhook',
			'Play',
			'Play_Succ',
			'StopPlayDone',
			'PhoneRelease',
		]);
		await netplay({ fileName, playTime: 0 });
		await pass(50);
		expect(await agent.heard()).toEqual(['PhoneAlerting', 'PhoneOffhook', 'Play', 'Play_Succ']);
		expect(await during('stopplay', 'DELETE')).toEqual(DONE);
		expect(await agent.heard()).toEqual(['StopPlayDone', 'PhoneRelease']);
	});

	it('plays into a call of two, which goes on', async () => {
		const { fileName } = await recordedCall(20);
		await agent.order('PUT', '/callout', { called: CUSTOMER });
		await pass(15);
		await agent.told();
		expect(await netplay({ fileName })).toEqual(DONE);
		await pass(21);
		expect(await agent.heard()).toEqual(['Play', 'Play_Succ', 'StopPlayDone']);
		expect(agent.state).toBe('talking');
	});

	it('refuses calls of three, other VDNs and other call centres', async () => {
		const { fileName } = await recordedCall(20);
		expect(await netplay({ fileName: fileName.replace('Y:/1/', 'Y:/2/') })).toEqual(refusal('100-018'));
		expect(await netplay({ fileName, ccId: 7 })).toEqual(refusal('100-007'));
		for (const wrong of [{ fileName, ccId: undefined }, { fileName, cclid: 1 }, { fileName, fileFormat: 3 }, {}]) {
			expect(await netplay(wrong)).toEqual(refusal('000-002'));
		}
		await agent.order('PUT', '/callout', { called: CUSTOMER });
		await pass(15);
		await agent.done('POST', '/hold');
		const { retcode } = await agent.order('PUT', '/callout', { called: '447700900002' });
		expect(retcode).toBe('0');
		sim.control.setCalls({ called: '447700900002', outcomes: [{ reason: STAYS }] });
		await pass(15);
		const [held] = state().agentCalls.filter(
			({ agents, ended }: any) => ended === undefined && agents[0]?.state === 'held',
		);
		await agent.done('POST', '/confjoin', { callid: held.callId });
		expect(await netplay({ fileName })).toEqual(refusal('500-007'));
	});
});

describe('what the operator has set up', () => {
	const set = async (body: object): Promise<Response> =>
		await fetch(`${sim.url}/__simulator/operator`, {
			method: 'POST',
			headers: { 'content-type': 'application/json' },
			body: JSON.stringify(body),
		});

	it('is changed over HTTP, stays where it is not named, and goes with a reset', async () => {
		expect(await (await set({ givesVideos: false })).json()).toMatchObject({
			givesVideos: false,
			recordsCalls: true,
		});
		expect(await (await set({ isPool: true })).json()).toMatchObject({ givesVideos: false, isPool: true });
		expect((await set({ unknown: true })).status).toBe(400);
		sim.control.reset();
		expect(await (await set({})).json()).toMatchObject({ givesVideos: true, isPool: false, videos: 'files' });
	});
});

describe('screens (13.1.1.7, 13.1.1.8)', () => {
	it('are recorded until that is stopped, and events alone say whether it works', async () => {
		expect(await agent.put('/recordplay/{}/startrecordscreen')).toEqual(DONE);
		expect(await agent.told()).toEqual(['AgentMediaEvent_StartRecordScreen_Succ']);
		expect(await agent.put('/recordplay/{}/startrecordscreen')).toEqual(DONE);
		expect(await agent.told()).toEqual(['AgentMediaEvent_StartRecordScreen_Fail']);
		expect(await agent.ask('DELETE', '/recordplay/{}/stoprecordscreen')).toEqual(DONE);
		expect(await agent.told()).toEqual(['AgentMediaEvent_StopRecordScreen_Succ']);
		expect(await agent.ask('DELETE', '/recordplay/{}/stoprecordscreen')).toEqual(DONE);
		expect(await agent.told()).toEqual(['AgentMediaEvent_StopRecordScreen_Fail']);
	});

	it('are not, where the component is missing', async () => {
		sim.control.setOperator({ recordsScreens: false });
		expect(await agent.put('/recordplay/{}/startrecordscreen')).toEqual(DONE);
		expect(await agent.told()).toEqual(['AgentMediaEvent_StartRecordScreen_Fail']);
		expect(state().screenRecordings).toEqual([]);
	});
});
