/** Recordings and call records: windows, paths, tokens and files, beyond what the test of every operation looks at. */
import { createHash } from 'node:crypto';
import type { IDataObject, INodeExecutionData, NodeApiError } from 'n8n-workflow';

import { decorate } from '../../cec/request/readAnswer';
import { HuaweiCecRecording } from '../../nodes/HuaweiCecRecording/HuaweiCecRecording.node';
import { callTables } from '../../nodes/HuaweiCecRecording/resources/tables';
import { unzip } from '../simulator/unzip';
import { hello } from '../support/audio';
import { Bench, binary, item } from '../support/bench';
import { execute, searchList } from '../support/n8n';

const node = new HuaweiCecRecording();
const HOOK = 'https://n8n.example.com/webhook/index';
const OTHER = 1;

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

async function run(resource: string, operation: string, parameters: object, more: object = {}): Promise<INodeExecutionData[]> {
	const given = { resource, operation, ...parameters } as IDataObject;
	return await execute({ node, credentials: bench.credentials, parameters: given, ...more });
}

const failure = async (...given: Parameters<typeof run>): Promise<NodeApiError> =>
	await run(...given).then(
		() => {
			throw new Error('It went through');
		},
		(error: NodeApiError) => error,
	);

const sent = () => bench.requests.filter(({ section }) => section?.startsWith('13.2.1'));
const messages = () => sent().map(({ body }) => (body as { msgBody: IDataObject }).msgBody);
const content = ({ binary: files }: INodeExecutionData, field = 'data') => Buffer.from(files?.[field].data ?? '', 'base64');

/** A call that one agent passed on to another, with what each of them recorded. */
async function passedOn(): Promise<string> {
	const { session, callId } = await bench.agentTalking();
	const colleague = await bench.agentSession({}, OTHER);
	await bench.asAgent(0, session, 'POST', 'voicecall/{agentid}/transfer', { devicetype: 2, address: '102', mode: 0 });
	await bench.sim.clock.advance(10_000);
	await bench.asAgent(OTHER, colleague, 'DELETE', 'voicecall/{agentid}/release');
	return callId;
}

describe('generating files', () => {
	test('takes a request for every three days, and returns an item for each file', async () => {
		const span = { beginTime: '2026-02-22T12:00:00', endTime: '2026-03-02T06:30:00', callBackURL: HOOK };
		const items = await run('callRecord', 'generate', span);
		expect(messages()).toEqual([
			expect.objectContaining({ beginTime: '2026-02-22 12:00:00', endTime: '2026-02-25 12:00:00' }),
			expect.objectContaining({ beginTime: '2026-02-25 12:00:00', endTime: '2026-02-28 12:00:00' }),
			expect.objectContaining({ beginTime: '2026-02-28 12:00:00', endTime: '2026-03-02 06:30:00' }),
		]);
		expect(items).toHaveLength(3);
		expect(new Set(items.map(({ json }) => json.responseId)).size).toBe(3);
		expect(items.map(({ pairedItem }) => pairedItem)).toEqual([{ item: 0 }, { item: 0 }, { item: 0 }]);
	});

	describe.each([
		['stops', {}],
		['goes on', { continueOnFail: true }],
	])('a request that fails after others, where the node %s,', (_what, more) => {
		test('does not hide the files that are being made', async () => {
			const span = { beginTime: '2026-02-26T00:00:00', endTime: '2026-03-02T09:00:00', callBackURL: HOOK };
			const outcome = await run('callRecord', 'generate', span, more).catch((error: NodeApiError) => error);
			const isError = outcome instanceof Error;
			const [message, words] = isError ? [outcome.message, outcome.description] : [outcome[0].json.error, outcome[0].json.message];
			expect(message).toBe('The time lies in the future (code 0300016)');
			await bench.sim.clock.advance(10_000);
			const { fileServer } = bench.sim.control.state() as { fileServer: { indexes: Array<{ name: string }> } };
			const [made] = fileServer.indexes.map(({ name }) => name.replace('bill ', ''));
			expect(words).toContain(`"billFileName":"${made}"`);
			if (!isError) expect(outcome[0].json.done).toEqual([expect.objectContaining({ billFileName: made })]);
		});
	});

	test('takes times in the zone that CEC has', async () => {
		const span = { beginTime: '2026-03-02T01:00:00+02:00', endTime: '2026-03-02T07:00:00Z', callBackURL: HOOK };
		await run('agentOperation', 'generate', { ...span, options: { timeZone: 'UTC' } });
		expect(messages()).toEqual([{ beginTime: '2026-03-01 23:00:00', endTime: '2026-03-02 07:00:00', callBackURL: HOOK }]);
	});

	test('tells under which name the file can be fetched, and fetches it', async () => {
		bench.sim.control.setCallbacks({ lose: 1 });
		const { callId } = await bench.agentRecorded();
		const span = { beginTime: '2026-03-02T07:00:00', endTime: '2026-03-02T08:00:10', callBackURL: HOOK };
		const [{ json }] = await run('callRecord', 'generate', { ...span, dataType: 'record', options: { timeZone: 'UTC' } });
		const { billFileName } = json;
		expect(billFileName).toBe(`20260302_${String(json.responseId)}.zip`);
		const early = await failure('callRecord', 'download', { billFileName });
		expect(early.message).toBe('There is no such file (code 0300011)');
		expect(early.description).toContain('An index may not be ready yet');
		await bench.sim.clock.advance(10_000);
		const [file] = await run('callRecord', 'download', { billFileName });
		const [[name, rows]] = unzip(content(file));
		expect(name).toMatch(/_record_1\.csv$/);
		expect(rows.toString()).toContain(`,${callId},`);
	});

	test('refuses addresses that CEC could not call', async () => {
		const span = { beginTime: '2026-03-02T01:00:00', endTime: '2026-03-02T02:00:00', callBackURL: 'http://n8n.example.com/x' };
		expect((await failure('callRecord', 'generate', span)).message).toBe('"Callback URL" is not protected (http://)');
		expect(sent()).toEqual([]);
	});
});

describe('the rows of a file', () => {
	test('are calls and recordings, with names for codes and times with their zone', async () => {
		const { callId, path } = await bench.agentRecorded();
		const billFileName = await bench.index('queryBillData', { endTime: '2026-03-02 08:00:05' });
		const items = await run('callRecord', 'download', { billFileName, asRows: true, options: { timeZone: 'Asia/Shanghai' } });
		expect(items.map(({ json, pairedItem }) => [json.table, json.call_id, pairedItem])).toEqual([
			['call', callId, { item: 0 }],
			['record', callId, { item: 0 }],
		]);
		const [call, recording] = items.map(({ json }) => json);
		expect(call).toMatchObject({ agent_id: '101', call_id_num: '-1', callTypeName: 'Inbound', deviceTypeName: 'Agent', leaveReasonName: expect.any(String) });
		expect(call.beganAt).toMatch(/^2026-03-02T08:00:\d\d\.000\+08:00$/);
		expect(Object.keys(call)).toContain('sub_media_type');
		expect(recording).toMatchObject({ original_file_name: path.replaceAll('/', '\\'), mediaTypeName: 'Voice Call' });
		// What the index names can be fetched by it.
		const [file] = await run('recording', 'downloadFile', { fileName: recording.file_name });
		expect(content(file).toString('latin1', 0, 4)).toBe('RIFF');
	});

	test.each([
		['53', '4', 'WeChat'],
		['20', '1', 'Web'],
		['5', '1', undefined],
	])('of media type %s with channel %s name it: %s', (media, channel, name) => {
		const row = decorate({ media_type: media, sub_media_type: channel }, callTables.files.call.adds, { zone: 'UTC', now: 0 });
		expect(row.subMediaTypeName).toBe(name);
	});

	test('are what agents did', async () => {
		await bench.agentRecorded();
		const agentOprInfoFileName = await bench.index('queryAgentOprInfoData', { endTime: '2026-03-02 08:00:05' });
		const [{ json }] = await run('agentOperation', 'download', { agentOprInfoFileName, asRows: true });
		expect(json).toMatchObject({ table: 'agentOprInfo', agent_id: '101', op_type: '1', operationName: 'Sign In' });
	});

	test('are none where there is no such file, and that is said', async () => {
		const { message } = await failure('callRecord', 'download', { billFileName: '20260302_1.zip', asRows: true });
		expect(message).toBe('There is no such file (code 0300011)');
	});

	test('are not made of what is no ZIP file', async () => {
		bench.sim.control.addFault({ kind: 'body', body: 'PK, but nothing more', headers: { 'content-type': 'application/octet-stream' } });
		const { message, description } = await failure('callRecord', 'download', { billFileName: '20260302_1.zip', asRows: true });
		expect(message).toBe('The file is too large for items, or no ZIP file');
		expect(description).toContain('Switch "Return Rows" off');
	});
});

describe('a download', () => {
	test('is a ZIP file where a call has several recordings', async () => {
		const callId = await passedOn();
		const [file] = await run('recording', 'download', { callId });
		expect(file.json).toMatchObject({ callId, fileName: `${callId}.zip`, mimeType: 'application/zip' });
		expect([...unzip(content(file)).values()].map((one) => one.toString('latin1', 0, 4))).toEqual(['RIFF', 'RIFF']);
	});

	test('needs a call or a file', async () => {
		expect((await failure('recording', 'download', {})).message).toBe('Give a "Call ID" or an "Original File"');
		expect(sent()).toEqual([]);
	});

	test('takes paths as the index has them, and none that lead out of their folder', async () => {
		const { path } = await bench.agentRecorded();
		await run('recording', 'download', { fileName: path.replaceAll('/', '\\') });
		expect(messages()).toEqual([{ fileName: path }]);
		bench.sim.control.clearRequests();
		for (const [resource, operation, name] of [
			['recording', 'download', 'fileName'],
			['recording', 'downloadFile', 'fileName'],
			['recording', 'getPlaybackToken', 'fileName'],
			['voicemail', 'download', 'fileName'],
			['ivrFile', 'download', 'filePath'],
		]) {
			const { message } = await failure(resource, operation, { [name]: 'Y:/1/../2/x.wav' });
			expect(message).toContain('may hold only a path without ".."');
		}
		const index = await failure('callRecord', 'download', { billFileName: '../20260302_1.zip' });
		expect(index.message).toContain('"File Name" may hold only a day and an ID');
		expect(sent()).toEqual([]);
	});

	test('waits when CEC has too many of them', async () => {
		const { callId } = await bench.agentRecorded();
		bench.sim.control.clearRequests();
		const busy = JSON.stringify({ resultCode: '0300008', resultDesc: 'Reached the download flow control threshold.', resultData: '' });
		bench.sim.control.addFault({ kind: 'body', body: busy, match: { times: 2 } });
		const [file] = await run('recording', 'download', { callId });
		expect(content(file).toString('latin1', 0, 4)).toBe('RIFF');
		expect(bench.requests).toHaveLength(3);
	});

	test('is not repeated with a wrong key, which would lock the address', async () => {
		const credentials = { ...bench.credentials, huaweiCecSignatureApi: { ...bench.credentials.huaweiCecSignatureApi, secretKey: 'wrong' } };
		const refused = await failure('recording', 'download', { callId: '1-1' }, { credentials });
		expect(refused.message).toBe('CEC does not accept the signature (HTTP 401)');
		expect(bench.requests).toHaveLength(1);
		for (let attempt = 0; attempt < 4; attempt++) await failure('recording', 'download', { callId: '1-1' }, { credentials });
		const locked = await failure('recording', 'download', { callId: '1-1' });
		expect(locked.message).toBe('CEC does not let this server in (HTTP 403)');
		expect(locked.description).toContain('After several wrong signatures it locks the address for a while');
		expect(bench.requests).toHaveLength(6);
	});
});

describe('playing a recording', () => {
	test('asks for a token and fetches the recording with it, which nobody is told', async () => {
		const { path } = await bench.agentRecorded();
		bench.sim.control.clearRequests();
		const before = bench.sim.clock.now();
		const [played] = await run('recording', 'play', { fileName: path });
		expect(sent().map(({ section }) => section)).toEqual(['13.2.1.8', '13.2.1.9']);
		const [, { query, headers }] = sent();
		expect(Object.keys(query)).toEqual(['t', 'version', 'st']);
		expect(Number(query.t)).toBeGreaterThanOrEqual(before);
		expect(headers).not.toHaveProperty('authorization');
		expect(Object.keys(played.json).sort()).toEqual(['fileName', 'fileSize', 'mimeType']);
		expect(JSON.stringify(played.json)).not.toContain(query.st);
	});

	test('works with the path that a token comes with, until the token is too old', async () => {
		const { path } = await bench.agentRecorded();
		const [{ json }] = await run('recording', 'getPlaybackToken', { fileName: path });
		const [{ json: same }] = await run('recording', 'playWithToken', { playbackToken: json.token });
		const player = await fetch(`${bench.sim.url}${String(json.path)}`);
		expect((await player.arrayBuffer()).byteLength).toBeGreaterThan(1000);
		expect(same.mimeType).toBe('audio/wav');
		await bench.sim.clock.advance(30 * 60_000);
		const late = await failure('recording', 'playWithToken', { playbackToken: json.token });
		expect(late.message).toBe('CEC does not accept a value (code 0300028)');
	});
});

test('a call with several recordings has several links, which need no key', async () => {
	const callId = await passedOn();
	await bench.sim.clock.advance(1000);
	const given = { callId, beginTime: '2026-03-01T00:00:00', endTime: '2026-03-02T08:00:12', options: { timeZone: 'UTC' } };
	const [{ json }] = await run('recording', 'getLinks', given);
	const links = json.links as string[];
	expect(links).toHaveLength(2);
	for (const link of links) {
		const answer = await fetch(link);
		expect([answer.status, answer.headers.get('content-type')]).toEqual([200, 'audio/wav']);
	}
	expect(sent()[0].body).toEqual({ callId, beginTime: '2026-03-01 00:00:00', endTime: '2026-03-02 08:00:12', version: '2.0' });
});

test('an uploaded file has the hash of the own one', async () => {
	const [{ json }] = await run('ivrFile', 'upload', { binaryProperty: 'data' }, { items: [item({}, { data: binary(hello, 'hello.wav') })] });
	const [hashed] = await run('ivrFile', 'getHash', { fileName: json.fileName });
	expect(hashed.json).toEqual({ hashValue: createHash('sha256').update(hello).digest('hex') });
	const wrong = await failure('ivrFile', 'upload', { binaryProperty: 'data' }, { items: [item({}, { data: binary(hello, 'hello.mp3') })] });
	expect(wrong.message).toBe('"Input Binary Field" is a .mp3 file');
});

test('tenant spaces are picked by name', async () => {
	const { results } = await searchList(node, 'tenants', { credentials: bench.credentials, parameters: {} });
	expect(results).toEqual([{ name: `Example Ltd · ${bench.tenant.tenantId}`, value: bench.tenant.tenantId }]);
});

test('agents are picked by name, with the credential of the app', async () => {
	const { results } = await searchList(node, 'agents', { credentials: bench.credentials, parameters: {} }, 'agent one');
	expect(results).toEqual([{ name: 'Agent One · agent.one · 101', value: '101' }]);
});
