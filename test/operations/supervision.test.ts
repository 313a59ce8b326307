/** Supervising agents and their recordings: what happens in the contact centre, beyond what the test of every operation looks at. */
import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { BinaryDataService } from 'n8n-core';
import type { IBinaryData, IDataObject, INodeExecutionData, NodeApiError } from 'n8n-workflow';

import { HuaweiCecSupervision } from '../../nodes/HuaweiCecSupervision/HuaweiCecSupervision.node';
import { melody } from '../../simulator/recordings/audio';
import { Bench, byId, CUSTOMER } from '../support/bench';
import { mostHeldBy } from '../support/memory';
import { execute } from '../support/n8n';

const node = new HuaweiCecSupervision();
const AGENT = 0;
const INSPECTOR = 3;
const FIRST = byId(101);
const MB = 1024 * 1024;

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

async function items(resource: string, operation: string, parameters: object, more: object = {}): Promise<INodeExecutionData[]> {
	const given = { resource, operation, ...parameters } as IDataObject;
	return await execute({ node, credentials: bench.credentials, parameters: given, ...more });
}

async function run(resource: string, operation: string, parameters: object): Promise<IDataObject> {
	const [{ json }] = await items(resource, operation, parameters);
	await bench.sim.clock.advance(2000);
	return json;
}

const failure = async (...given: Parameters<typeof items>): Promise<NodeApiError> =>
	await items(...given).then(
		() => {
			throw new Error('It went through');
		},
		(error: NodeApiError) => error,
	);

/** The inspector signs in, and the node acts as that agent from now on. */
async function inspector(changes: object = {}): Promise<string> {
	bench.actAs(INSPECTOR);
	return await bench.agentSession(changes, INSPECTOR);
}

interface Call {
	callId: string;
	ended?: number;
	agents: Array<{ workNo: string; recording?: object }>;
	phones: Array<{ number: string }>;
	inspectors: Array<{ inspector: string; mode: string }>;
}

const state = () => bench.state as unknown as { agentCalls: Call[]; agentSessions: Array<{ workNo: string; state: string; queues: number[] }> };
const call = () => state().agentCalls.at(-1) as Call;
const stateOf = (workNo: string) => state().agentSessions.find((one) => one.workNo === workNo)?.state;
const sent = () => bench.requests.filter(({ path }) => /qualitycontrol|recordplay|recordfile/.test(path));

describe('a live call', () => {
	test('gets a third party, who changes what it does, takes the customer over and hangs up', async () => {
		const { callId } = await bench.agentTalking(AGENT);
		let session: unknown = await inspector();
		const step = async (operation: string, parameters: object = {}) => {
			({ session } = await run('liveCall', operation, { session, workNo: FIRST, ...parameters }));
		};
		await step('listen');
		expect(call()).toMatchObject({ callId, inspectors: [{ inspector: '104', mode: 'listen' }] });
		await step('toggle');
		expect(call().inspectors).toMatchObject([{ mode: 'insert' }]);
		await step('switchTo', { switchtype: 2 });
		expect(call().inspectors).toMatchObject([{ mode: 'whisper' }]);
		await step('intercept', { confirm: true });
		expect(call()).toMatchObject({ callId, inspectors: [], phones: [{ number: CUSTOMER }] });
		expect(call().agents.map(({ workNo }) => workNo)).toEqual(['104']);
		expect([stateOf('101'), stateOf('104')]).toEqual(['idle', 'talking']);
		await step('end', { callid: callId, workNo: undefined, confirm: true });
		expect(call().ended).toBeDefined();
		expect(stateOf('104')).toBe('idle');
	});

	test.each([
		['liveCall', 'listen', 'stop'],
		['liveCall', 'insert', 'stop'],
		['liveCall', 'whisper', 'stopWhispering'],
	])('%s: %s is ended by %s, and the call goes on', async (resource, begin, stop) => {
		await bench.agentTalking(AGENT);
		const { session } = await run(resource, begin, { session: await inspector(), workNo: FIRST });
		expect(stateOf('104')).toBe('occupied');
		await run(resource, stop, { session, workNo: FIRST });
		expect([stateOf('101'), stateOf('104')]).toEqual(['talking', 'idle']);
		expect(call().inspectors).toEqual([]);
	});

	test('is whispered into by parameters of the query, and by no body', async () => {
		await bench.agentTalking(AGENT);
		let { session } = await run('liveCall', 'whisper', { session: await inspector(), workNo: FIRST });
		({ session } = await run('liveCall', 'switchTo', { session, workNo: FIRST, switchtype: 2 }));
		await run('liveCall', 'stopWhispering', { session, workNo: FIRST });
		expect(sent().map(({ query, body }) => [query, body])).toEqual([
			[{ whisperagentid: '101' }, ''],
			[{ whisperagentid: '101', switchtype: '2' }, ''],
			[{ whisperagentid: '101' }, ''],
		]);
	});

	test.each([
		['liveCall', 'intercept', { workNo: FIRST }],
		['liveCall', 'end', {}],
		['agent', 'signOut', { workNo: FIRST }],
	])('%s: %s does nothing unless it is confirmed', async (resource, operation, parameters) => {
		const { callId } = await bench.agentTalking(AGENT);
		const { session } = await run('liveCall', 'listen', { session: await inspector(), workNo: FIRST });
		const { message } = await failure(resource, operation, { session, callid: callId, ...parameters, confirm: false });
		expect(message).toMatch(/was not confirmed$/);
		expect(stateOf('101')).toBe('talking');
		expect(sent()).toHaveLength(1);
	});

	test('tells an inspector who cannot begin what is the matter', async () => {
		await bench.agentTalking(AGENT);
		const busy = await inspector({ status: 3 });
		const { message, description } = await failure('liveCall', 'listen', { session: busy, workNo: FIRST });
		expect(message).toBe('The state of an agent does not allow this (code 900-005)');
		expect(description).toContain('idle');
		const self = await failure('liveCall', 'listen', { session: busy, workNo: byId(104) });
		expect(self.message).toBe('Inspectors cannot supervise themselves (code 000-005)');
	});
});

describe('another agent', () => {
	test('is signed out, and its call ends', async () => {
		await bench.agentTalking(AGENT);
		await run('agent', 'signOut', { session: await inspector(), workNo: FIRST, confirm: true });
		expect(stateOf('101')).toBeUndefined();
		expect(call().ended).toBeDefined();
	});

	test('rests when the call is over, with the reason that was given', async () => {
		const { session: own } = await bench.agentTalking(AGENT);
		await run('agent', 'startRest', { session: await inspector(), workNo: FIRST, time: 60, reason: 7 });
		expect(stateOf('101')).toBe('talking');
		await bench.asAgent(AGENT, own, 'DELETE', 'voicecall/{agentid}/release');
		expect(state().agentSessions.find(({ workNo }) => workNo === '101')).toMatchObject({ state: 'rest', reason: 7 });
	});

	test('takes calls from the queues that were chosen, and an empty choice is not sent', async () => {
		await bench.agentSession();
		const session = await inspector();
		await run('agent', 'setQueues', { session, workNo: FIRST, skills: ['4', '2'] });
		expect(sent().at(-1)?.body).toEqual({ workNo: '101', skills: [4, 2] });
		expect(state().agentSessions.find(({ workNo }) => workNo === '101')?.queues).toEqual([4, 2]);
		const { message } = await failure('agent', 'setQueues', { session, workNo: FIRST, skills: [] });
		expect(message).toContain('Skill Queue');
		expect(sent()).toHaveLength(1);
	});

	test('is set busy by an inspector who signs in for that alone', async () => {
		await bench.agentSession();
		bench.actAs(INSPECTOR);
		const json = await run('agent', 'setBusy', { sessionFrom: 'run', workNo: FIRST });
		expect(json).toEqual({ success: true });
		expect([stateOf('101'), stateOf('104')]).toEqual(['busy', undefined]);
	});
});

describe('recordings', () => {
	test('are made, named by their task, and can be fetched and played', async () => {
		bench.sim.control.setOperator({ recordsCalls: false });
		let session: unknown = (await bench.agentTalking(AGENT)).session;
		const started = await run('recording', 'start', { session });
		expect(started).toEqual({ taskId: expect.stringMatching(/^\d+$/), session: expect.any(String) });
		expect(call().agents[0].recording).toBeDefined();
		({ session } = started);
		await bench.sim.clock.advance(8000);
		({ session } = await run('recording', 'stop', { session }));
		const [{ path }] = bench.state.agentRecordings.slice(-1);
		const fetched = await run('recording', 'download', { session, recordId: path });
		expect(fetched).toMatchObject({ recordId: path, mimeType: 'audio/wav' });
		await bench.asAgent(AGENT, String(fetched.session), 'DELETE', 'voicecall/{agentid}/release');
		({ session } = await run('playback', 'start', { session: fetched.session, voicepath: path }));
		({ session } = await run('playback', 'pause', { session }));
		expect(bench.state.playbacks).toMatchObject([{ path, isPaused: true }]);
		({ session } = await run('playback', 'skipForward', { session, time: 5 }));
		const { position } = bench.state.playbacks[0];
		({ session } = await run('playback', 'skipBack', { session, time: 5 }));
		expect(bench.state.playbacks[0].position).toBeCloseTo(position - 5);
		({ session } = await run('playback', 'resume', { session }));
		expect(bench.state.playbacks).toMatchObject([{ isPaused: false }]);
		await run('playback', 'stop', { session });
		expect(bench.state.playbacks).toEqual([]);
	});

	test('refuse paths that lead out of their folders before anything is sent', async () => {
		const session = await bench.agentSession();
		const wrong = { session, recordId: 'Y:/1/../../secret.V3', voicepath: 'Y:/../x.V3', ccId: 1 };
		for (const [resource, operation] of [
			['recording', 'download'],
			['video', 'download'],
			['playback', 'start'],
			['playback', 'startForNetworkCall'],
		]) {
			expect((await failure(resource, operation, wrong)).message).toContain('without ".."');
		}
		expect(sent()).toEqual([]);
	});

	test.each([
		['recording', 'download', { isPool: true }, { recordId: 'Y:/1/0/20260302/101/none.V3' }, '104-010', /Location ID/],
		['recording', 'download', { givesRecordings: false }, { recordId: 'Y:/1/0/20260302/101/none.V3' }, '104-001', /operator/],
		['recording', 'downloadByCall', { hasRecordingServer: false }, { callid: '1-1' }, '108-014', /operator/],
		['video', 'download', {}, { recordId: 'Y:/2/0/20260302/103/none.mp4' }, '108-002', /VDN/],
		['video', 'downloadFromConference', { givesVideos: false }, { conferenceId: 'x', fileType: 0 }, '108-001', /operator/],
	])('%s: %s, refused in JSON where a file is expected (%j)', async (resource, operation, settings, parameters, code, remedy) => {
		bench.sim.control.setOperator(settings);
		const { message, description } = await failure(resource, operation, { session: await bench.agentSession(), ...parameters });
		expect(message).toContain(`(code ${code})`);
		expect(description).toMatch(remedy);
	});

	test('leave nothing of an item that failed, and the session to those that follow', async () => {
		const { session, path } = await bench.agentRecorded();
		const paths = [path, 'Y:/1/0/20260302/101/none.V3', path];
		const found = await items(
			'recording',
			'download',
			{ session, recordId: '={{ $json.path }}' },
			{ items: paths.map((one) => ({ json: { path: one } })), continueOnFail: true },
		);
		expect(found.map(({ json }) => json.cecCode)).toEqual([undefined, '104-005', undefined]);
		expect(found.map(({ binary }) => Object.keys(binary ?? {}))).toEqual([['data'], [], ['data']]);
		expect(found.map(({ pairedItem }) => pairedItem)).toEqual([{ item: 0 }, { item: 1 }, { item: 2 }]);
	});

	describe('of any size', () => {
		let folder: string;

		beforeAll(async () => {
			folder = await mkdtemp(join(tmpdir(), 'recordings-'));
			type Needs = ConstructorParameters<typeof BinaryDataService>;
			const config = { mode: 'filesystem', localStoragePath: folder } as Needs[0];
			const onDisk = new BinaryDataService(config, { error: jest.fn() } as unknown as Needs[1], {} as Needs[2]);
			await onDisk.init();
			const { store } = BinaryDataService.prototype;
			jest.spyOn(BinaryDataService.prototype, 'store').mockImplementation(async (...args) => await store.apply(onDisk, args));
		});
		afterAll(async () => {
			jest.mocked(BinaryDataService.prototype.store).mockRestore();
			await rm(folder, { recursive: true });
		});

		test('are stored to the last byte and not held in memory', async () => {
			const bytes = 150 * MB;
			bench.sim.control.setRecordings({ bytes });
			const { session, path } = await bench.agentRecorded();
			const { result: [{ json, binary }], most } = await mostHeldBy(64 * MB, async () => await items('recording', 'download', { session, recordId: path }));
			const { id = '', mimeType } = binary?.data as IBinaryData;
			expect([json.fileSize, mimeType]).toEqual(['157 MB', 'audio/wav']);
			const stored = createReadStream(join(folder, id.split(':')[1]));
			expect(await digest(stored)).toBe(await digest(melody(path, { bytes }).stream()));
			// Simulator and node share this process; what one writes and the other reads is on its way.
			expect(most).toBeGreaterThan(0);
			expect(most).toBeLessThan(64 * MB);
		}, 60_000);
	});
});

async function digest(chunks: AsyncIterable<Buffer>): Promise<string> {
	const hash = createHash('sha256');
	for await (const chunk of chunks) hash.update(chunk);
	return hash.digest('hex');
}
