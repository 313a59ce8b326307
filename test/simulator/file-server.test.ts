import { createHash } from 'node:crypto';
import { type Simulator, tenant } from '../../simulator';
import { hello, wav } from '../support/audio';
import { Desk } from './agent-desk';
import { hours, minutes, receiver, sign, simulator, type Signing } from './harness';
import { unzip } from './unzip';

/** The file server CC-FS (13.2.1): who may ask, what it makes and tells of, and every way to a recording. */

const CCFS = '/CCFS/resource/ccfs';
const CUSTOMER = '447700900001';
const STAYS = 1;
const HEAD = { request: { version: '2.0' } };
const SPAN = { beginTime: '2026-03-02 07:00:00', endTime: '2026-03-02 08:00:00' };

let sim: Simulator;

interface Got {
	status: number;
	type: string;
	bytes: Buffer;
	json: any;
}

async function send(
	path: string,
	body: unknown,
	signing: Signing = {},
	contentType = 'application/json;charset=UTF-8',
): Promise<Got> {
	const text = JSON.stringify(body);
	const response = await fetch(`${sim.url}${path}`, {
		method: 'POST',
		headers: { 'content-type': contentType, authorization: sign(sim, 'POST', path, text, signing) },
		body: text,
	});
	return await got(response);
}

async function got(response: Response): Promise<Got> {
	const bytes = Buffer.from(await response.arrayBuffer());
	const isJson = bytes.toString('latin1', 0, 1) === '{';
	return {
		status: response.status,
		type: response.headers.get('content-type') ?? '',
		bytes,
		json: isJson ? JSON.parse(bytes.toString()) : undefined,
	};
}

const ask = async (path: string, msgBody: object): Promise<Got> => await send(`${CCFS}/${path}`, { ...HEAD, msgBody });
const refusal = (resultCode: string): object => ({ resultData: '', resultCode, resultDesc: expect.any(String) });
const codeOf = async (path: string, msgBody: object): Promise<string> => (await ask(path, msgBody)).json.resultCode;
const pass = async (seconds: number): Promise<void> => await sim.clock.advance(seconds * 1000);

function expectFile({ status, type }: Got): void {
	expect([status, type]).toEqual([200, 'Application/Octet-stream;charset=UTF-8']);
}

/** A call of an agent that was recorded, perhaps passed on to a colleague. */
async function recordedCall(isPassedOn = false): Promise<{ callId: string; path: string }> {
	const agent = await Desk.open(sim, '101');
	const colleague = isPassedOn ? await Desk.open(sim, '102') : undefined;
	sim.control.setCalls({ called: CUSTOMER, outcomes: [{ reason: STAYS }] });
	const { result: callId } = await agent.order('PUT', '/callout', { called: CUSTOMER });
	await pass(20);
	if (colleague) {
		await agent.done('POST', '/transfer', { devicetype: 2, address: '102', mode: 0 });
		await pass(20);
	}
	await (colleague ?? agent).done('DELETE', '/release');
	const { path } = (sim.control.state() as any).agentRecordings.at(-1);
	await pass(2);
	return { callId, path };
}

/** The copy of a recording, from what the index says. */
async function indexed(dataType: string, changes: object = {}): Promise<{ name: string; rows: string[][] }[]> {
	const hook = await receiver();
	const { json } = await ask('queryBillData', {
		...SPAN,
		endTime: '2026-03-02 08:00:01',
		callBackURL: hook.url,
		dataType,
		...changes,
	});
	expect(json).toMatchObject({ resultCode: '0' });
	await pass(10);
	await hook.close();
	const { billFileName } = hook.received[0].msgBody;
	const file = await ask('downloadBillFile', { billFileName });
	expectFile(file);
	return [...unzip(file.bytes)].map(([name, bytes]) => ({
		name,
		rows: bytes
			.toString()
			.split('\r\n')
			.filter(Boolean)
			.map((row) => row.split(',')),
	}));
}

beforeEach(async () => {
	sim = await simulator();
});
afterEach(async () => await sim.close());

describe('who may ask', () => {
	const body = { ...HEAD, msgBody: { fileName: 'Y:/none.V3' } };
	const path = `${CCFS}/requestPlayVoice`;

	it('signs what is sent, and is told what is wrong as table 13-127 has it', async () => {
		const { status, json } = await send(path, body, { secretKey: 'wrong' });
		expect(status).toBe(401);
		expect(json).toMatchObject({ status: 401, error: 'Unauthorized', path, timestamp: expect.any(Number) });
		expect((await send(path, body)).json).toEqual(refusal('0300029'));
	});

	it('is locked out for a while after too many wrong signatures', async () => {
		for (let attempt = 0; attempt < 5; attempt++) await send(path, body, { secretKey: 'wrong' });
		const { status, json } = await send(path, body);
		expect([status, json.error]).toEqual([403, 'Forbidden']);
		await sim.clock.advance(minutes(10));
		expect((await send(path, body)).status).toBe(200);
	});

	it('sends what the tables have, and nothing else', async () => {
		const codes = async (given: unknown, type?: string): Promise<string> =>
			(await send(path, given, {}, type)).json.resultCode;
		expect(await codes({ msgBody: body.msgBody })).toBe('0300001');
		expect(await codes({ ...HEAD, msgBody: {} })).toBe('0300001');
		expect(await codes({ ...HEAD, msgBody: { fileName: '' } })).toBe('0300002');
		expect(await codes({ ...HEAD, msgBody: { fileName: 7 } })).toBe('0300004');
		expect(await codes({ ...HEAD, msgBody: { ...body.msgBody, more: 'x' } })).toBe('0300028');
		expect(await codes({ request: { version: '1.0' }, msgBody: body.msgBody })).toBe('0300006');
		expect(await codes(body, 'text/plain')).toBe('0300028');
		expect(await codeOf('downloadRecordFile', { fileName: 'x'.repeat(226) })).toBe('0300003');
	});
});

describe('index files', () => {
	it('are made behind the scenes, told of with a signature, and fetched then', async () => {
		const hook = await receiver();
		const asked = { ...SPAN, callBackURL: hook.url, dataType: 'call', accountId: tenant.tenantId, agentId: '' };
		const { json } = await ask('queryBillData', asked);
		const { responseId } = json.resultData;
		expect(responseId).toMatch(/^[0-9a-f]{32}$/);
		const billFileName = `20260302_${responseId}.zip`;
		expect(await codeOf('downloadBillFile', { billFileName })).toBe('0300011');
		await pass(10);
		expect(hook.received).toEqual([{ ...HEAD, msgBody: { responseId, billFileName, accountId: tenant.tenantId } }]);
		const [{ headers, text }] = hook.raw;
		const { authorization = '' } = headers;
		const [, accessKey, timestamp, names] = authorization.split('/');
		expect([accessKey, names]).toEqual([tenant.accessKey, 'content-length;content-type;host']);
		const signed = {
			host: headers.host as string,
			'content-type': headers['content-type'] as string,
			'content-length': headers['content-length'] as string,
		};
		expect(authorization).toBe(sign(sim, 'POST', '/results', text, { timestamp, headers: signed }));
		expectFile(await ask('downloadBillFile', { billFileName }));
		// A file of the one kind is none of the other.
		expect(await codeOf('downloadAgentOprInfoFile', { agentOprInfoFileName: billFileName })).toBe('0300011');
		expect(await codeOf('downloadBillFile', { billFileName: '../x.zip' })).toBe('0300022');
		await hook.close();
	});

	it('are told of again every ten minutes until there is an answer with a body', async () => {
		let status = 500;
		const hook = await receiver(() => ({ status, body: { resultCode: '0' } }));
		await ask('queryAgentOprInfoData', { ...SPAN, callBackURL: hook.url });
		await pass(10);
		expect(hook.received).toHaveLength(1);
		status = 200;
		await sim.clock.advance(minutes(10));
		await sim.clock.advance(hours(2));
		expect(hook.received).toHaveLength(2);
		// The same again, signed anew.
		expect(hook.received[0]).toEqual(hook.received[1]);
		expect(hook.received[0].msgBody).toEqual({
			responseId: expect.any(String),
			agentOprInfoFileName: expect.stringMatching(/^20260302_[0-9a-f]{32}\.zip$/),
		});
		await hook.close();
	});

	it('span three days at most, none of them to come', async () => {
		const code = async (beginTime: string, endTime: string): Promise<string> =>
			await codeOf('queryAgentOprInfoData', { beginTime, endTime, callBackURL: 'http://127.0.0.1:1/' });
		expect(await code('2026-02-27 08:00:00', '2026-03-02 08:00:00')).toBe('0');
		expect(await code('2026-02-27 07:59:59', '2026-03-02 08:00:00')).toBe('0300014');
		expect(await code('2026-03-02 07:00:00', '2026-03-02 08:00:01')).toBe('0300016');
		expect(await code('2026-03-02 07:00:00', '2026-03-01 07:00:00')).toBe('0300013');
		expect(await code('2026-03-02T07:00:00', '2026-03-02 08:00:00')).toBe('0300004');
	});

	it('hold a row of 29 columns for a call, and one of 18 for a recording', async () => {
		const { callId, path } = await recordedCall();
		const [calls, recordings] = await indexed('call_record');
		expect(calls.name).toMatch(/^\d{20}_call_1\.csv$/);
		expect(recordings.name).toMatch(/^\d{20}_record_1\.csv$/);
		const [call] = calls.rows;
		expect([calls.rows.length, call.length]).toEqual([1, 29]);
		expect([call[3], call[4], call[17], call[18]]).toEqual(['101', callId, '-1', '1']);
		const [recording] = recordings.rows;
		expect([recordings.rows.length, recording.length]).toEqual([1, 18]);
		expect(recording[9]).toMatch(/^\/256\/1\/record\/1\/20260302\/101\/\d{7}\.wav$/);
		expect(recording[12]).toBe(path.replaceAll('/', '\\'));
	});

	it('hold what was asked for alone', async () => {
		const { callId } = await recordedCall();
		const rows = async (changes: object): Promise<number> => (await indexed('record', changes))[0].rows.length;
		const caller = (await indexed('record'))[0].rows[0][5];
		expect(await rows({ callId })).toBe(1);
		expect(await rows({ callId: '1-1' })).toBe(0);
		expect(await rows({ agentId: '102' })).toBe(0);
		expect(await rows({ calleeNo: CUSTOMER })).toBe(1);
		expect(await rows({ calleeNo: caller, calleeNo2: CUSTOMER })).toBe(1);
		expect(await rows({ calleeNo: CUSTOMER, calleeNo2: CUSTOMER })).toBe(0);
		expect(await rows({ endTime: '2026-03-02 07:59:59' })).toBe(0);
	});

	it('hold what agents did, in 21 columns', async () => {
		const agent = await Desk.open(sim, '101');
		await pass(50);
		expect((await agent.post('/onlineagent/{}/saybusy')).retcode).toBe('0');
		await pass(50);
		expect((await agent.ask('DELETE', '/onlineagent/{}/logout')).retcode).toBe('0');
		const hook = await receiver();
		await ask('queryAgentOprInfoData', { ...SPAN, endTime: '2026-03-02 08:01:40', callBackURL: hook.url });
		await pass(10);
		const { agentOprInfoFileName } = hook.received[0].msgBody;
		const [[name, bytes]] = unzip((await ask('downloadAgentOprInfoFile', { agentOprInfoFileName })).bytes);
		await hook.close();
		expect(name).toMatch(/^\d{20}_agentOprInfo_1\.csv$/);
		const rows = bytes
			.toString()
			.trim()
			.split('\r\n')
			.map((row) => row.split(','));
		expect(rows.map((row) => row.length)).toEqual([21, 21, 21, 21]);
		// Signing in, being idle, being busy, signing out.
		expect(rows.map((row) => row[9]).sort()).toEqual(['0', '1', '2', '3']);
		expect(rows.find((row) => row[9] === '3')?.slice(7, 9)).toEqual(['2026-03-02 08:00:50', '2026-03-02 08:01:40']);
	});
});

describe('a recording', () => {
	it('is the same by each of its names, its links and its tokens', async () => {
		const { callId, path } = await recordedCall();
		const [{ rows }] = await indexed('record');
		const found = [
			await ask('downloadRecord', { callId }),
			await ask('downloadRecord', { fileName: path, callId, ccId: '1' }),
			await ask('downloadRecordFile', { fileName: rows[0][9] }),
		];
		found.forEach(expectFile);
		const { token } = (await ask('requestPlayVoice', { fileName: path })).json.resultData;
		const player = `${sim.url}${CCFS}/playVoice?t=1&version=2.0&st=${token}`;
		const flat = { callId, beginTime: '2026-03-02 08:00:00', endTime: '2026-03-02 08:00:30', version: '2.0' };
		const { url } = (await send(`${CCFS}/getRecordFileUrlFromObs`, flat)).json.resultData;
		for (const one of [player, url]) found.push(await got(await fetch(one)));
		expect(new Set(found.map(({ bytes }) => createHash('sha256').update(bytes).digest('hex'))).size).toBe(1);
		expect(found[0].bytes.toString('latin1', 0, 4)).toBe('RIFF');

		await sim.clock.advance(minutes(30));
		const late = await got(await fetch(player));
		expect([late.status, late.type, late.json.resultCode]).toEqual([
			200,
			'application/octet-stream;charset=UTF-8',
			'0300028',
		]);
		expect((await fetch(url)).status).toBe(200);
		await sim.clock.advance(hours(8));
		expect((await fetch(url)).status).toBe(403);
	});

	it('comes with the others of its call in a ZIP file', async () => {
		const { callId } = await recordedCall(true);
		const file = await ask('downloadRecord', { callId });
		expectFile(file);
		const names = [...unzip(file.bytes)].map(([name, bytes]) => [name, bytes.toString('latin1', 0, 4)]);
		expect(names).toEqual([
			[expect.stringMatching(/^\d{7}\.wav$/), 'RIFF'],
			[expect.stringMatching(/^\d{7}\.wav$/), 'RIFF'],
		]);
	});

	it('has to be named rightly', async () => {
		expect(await codeOf('downloadRecord', {})).toBe('0300019');
		expect(await codeOf('downloadRecord', { callId: '1-1' })).toBe('0300012');
		expect(await codeOf('downloadRecord', { fileName: 'Y:\\1\\0\\x.V3' })).toBe('0300022');
		expect(await codeOf('requestPlayVoice', { fileName: 'Y:/1/../x.V3' })).toBe('0300024');
		expect(await codeOf('downloadRecordFile', { fileName: '/256/1/record/1/today/101/x.wav' })).toBe('0300010');
		expect(await codeOf('downloadRecordFile', { fileName: '/256/1/record/2/20260302/101/x.wav' })).toBe('0300021');
		const empty = await got(await fetch(`${sim.url}${CCFS}/playVoice?t=1&version=2.0&st=`));
		expect(empty.json).toEqual({ resultData: null, resultCode: '010106', resultDesc: 'Parameter token is empty.' });
	});

	it('of a caller lies in its folder, on the drive and the node it is asked for at', async () => {
		const [{ path }] = tenant.voiceMessages;
		expectFile(await ask('downloadIVRRecordFile', { fileName: path }));
		expect(await codeOf('downloadIVRRecordFile', { fileName: path.replace('/1/', '/2/') })).toBe('0300026');
		expect(await codeOf('downloadIVRRecordFile', { fileName: path.replace('Y:', 'X:') })).toBe('0300046');
		sim.control.setOperator({ isPool: true });
		expect(await codeOf('downloadIVRRecordFile', { fileName: path })).toBe('0300033');
		expectFile(await ask('downloadIVRRecordFile?locationId=256', { fileName: path }));
		// The misprint of the reference is no address.
		expect((await ask('downloadIVRRRecordFile', { fileName: path })).status).toBe(404);
	});
});

describe('files of bots of other makers', () => {
	const upload = async (bytes: Buffer, query = '?vdnId=1'): Promise<any> =>
		(await ask(`ivr/uploadFile${query}`, { data: bytes.toString('base64') })).json;
	const hash = async (fileName: string, more: object = {}): Promise<any> =>
		(await ask('ivr/getFileHash', { fileName, ...more })).json;

	it('are uploaded, compared, fetched and deleted', async () => {
		const { fileName } = (await upload(hello)).resultData;
		const hashValue = createHash('sha256').update(hello).digest('hex');
		expect(await hash(fileName)).toEqual({ resultData: { hashValue }, resultCode: '0', resultDesc: 'success' });
		expect((await ask('ivr/downloadFile', { filePath: fileName })).bytes.equals(hello)).toBe(true);
		const folder = fileName.slice(0, fileName.lastIndexOf('/'));
		expect((await ask('ivr/downloadFile', { filePath: folder, mode: '1' })).bytes.equals(hello)).toBe(true);
		await upload(hello);
		expect(await codeOf('ivr/downloadFile', { filePath: folder, mode: 1 })).toBe('0300044');
		expect((await ask('ivr/deleteFile', { fileName })).json).toEqual({
			resultData: null,
			resultCode: '0',
			resultDesc: 'success',
		});
		expect(await hash(fileName)).toEqual(refusal('0300011'));
	});

	it('are copies on each node of a pool', async () => {
		sim.control.setOperator({ isPool: true });
		const { fileName, locationId } = (await upload(hello)).resultData;
		expect(locationId).toEqual(['0', '256']);
		await ask('ivr/deleteFile', { fileName, locationId: '0' });
		expect(await hash(fileName, { locationId: '0' })).toEqual(refusal('0300011'));
		expect((await hash(fileName, { locationId: '256' })).resultCode).toBe('0');
		await ask('ivr/deleteFile', { fileName });
		expect(await hash(fileName)).toEqual(refusal('0300011'));
	});

	it('are WAV of one kind only, for the own VDN', async () => {
		const good = { bits: 8, rate: 8000, channels: 1 };
		const code = async (bytes: Buffer, query?: string): Promise<string> => (await upload(bytes, query)).resultCode;
		expect(await code(Buffer.from('no audio at all'))).toBe('0300035');
		expect(await code(Buffer.from('RIFF....WAVE'))).toBe('0300039');
		expect(await code(wav({ ...good, channels: 2 }))).toBe('0300036');
		expect(await code(wav({ ...good, bits: 16 }))).toBe('0300037');
		expect(await code(wav({ ...good, rate: 16_000 }))).toBe('0300038');
		expect(await code(Buffer.concat([hello, Buffer.alloc(5 * 1024 * 1024)]))).toBe('0300041');
		expect(await code(hello, '?vdnId=2')).toBe('0300026');
		expect(await code(hello, '')).toBe('0300001');
		expect(await codeOf('ivr/deleteFile', { fileName: 'Y:/voice/1/IVRrecordFile/1772352000000.wav' })).toBe(
			'0300032',
		);
	});
});
