import type { Simulator } from '../../simulator';
import { tenant } from '../../simulator';
import { type Ask, botDesk, botToken, CHAT, HOTLINE, post, type Talk, talk } from './bot-desk';
import { hours, simulator, START } from './harness';

let sim: Simulator;
let ask: Ask;
beforeEach(async () => {
	sim = await simulator();
	ask = await botDesk(sim);
});
afterEach(async () => await sim.close());

describe('captured speech', () => {
	let one: Talk;
	const serviceToken = (): string => (sim.control.state() as any).bots.captures[0].serviceToken;
	const asked = { call_sor_id: '447700900500' };
	const isRecognized = async (): Promise<any> => (await one.send(13, asked)).body;
	const push = async (text: string, more: object = {}, sentence: object = {}): Promise<any> =>
		await post(sim, 'api/flow/asrrecognizeresult', {
			serviceToken: serviceToken(),
			taskID: 'call-1',
			respType: 'NormalResult',
			sentence: { st: 0, et: 900, isFinal: true, text: encodeURIComponent(text), confidence: 0.9, ...sentence },
			...more,
		});

	beforeEach(async () => {
		one = await talk(sim, HOTLINE);
		// Texts where the tables have numbers.
		expect((await one.send(7, asked)).body).toEqual({ ret: '0', userid: 'call-1', outaction: '7', outparams: {} });
	});

	it('is there once it was pushed, and is what the customer has said', async () => {
		await one.begin();
		for (let i = 0; i < 3; i++) await one.played();
		await one.keys('2');
		const none = { call_id: 'call-1', recognize_type: '0' };
		expect(await isRecognized()).toEqual({ ret: '0', userid: 'call-1', outaction: '13', outparams: none });
		await push('a tech', { respType: 'StartSpeech' }, { isFinal: false, confidence: 0 });
		expect((await isRecognized()).outparams.recognize_type).toBe('0');
		const analysis = { emotions: [{ st: 0, et: 900, c: 0.5, e: 'ANGRY' }], speed: 200 };
		const pushed = await push('a technician, s’il vous plaît', { analysis, speakerID: '0', subCCID: '1' });
		expect(pushed.body).toEqual({ retCode: '0', retMsg: 'asr recognize success' });
		expect((await isRecognized()).outparams.recognize_type).toBe('1');
		expect((await one.hear('1', 'call-1@1')).outaction).toBe(11);
		expect((await isRecognized()).outparams.recognize_type).toBe('0');
	});

	it.each([
		['a wrong token', { serviceToken: 'wrong' }, {}, '900002'],
		['an unknown task', { taskID: 'call-2' }, {}, '900002'],
		['the key of the sample', { taskId: 'call-1' }, {}, '10000002'],
		['a text that is not encoded', {}, { text: 'a b' }, '10000002'],
		['no text', {}, { text: undefined }, '10000003'],
		['too much confidence', {}, { confidence: 2 }, '10000002'],
		['another kind', { respType: 'Other' }, {}, '10000002'],
	])('is refused with %s', async (_, more, sentence, retCode) => {
		expect((await push('yes', more, sentence)).body).toMatchObject({ retCode });
	});

	it('is not captured where the binding does not say so', async () => {
		const other = await talk(sim, CHAT, 'call-2');
		expect((await other.send(7, {})).body.ret).toBe('1');
		expect((await other.send(7, { call_dst_id: '1' })).status).toBe(500);
	});
});

describe('failed calls (10.16) and the texts of their recordings (10.22)', () => {
	const around = { beginTime: START.getTime() - 1000, endTime: START.getTime() + hours(24 * 60) };
	const find = async (more: object = {}) => await ask('queryRbtRecognitionResult', { ...around, ...more });
	const transcribed = async (aid: string, onebest: string[], success = true) => {
		const { userName, password } = tenant.bots.system;
		const token = await botToken(sim, { appKey: userName, appSecret: password });
		const lattices = onebest.map((text, lid) => ({ lid, begin: 0, end: 900, onebest: text, spk: 0 }));
		const body = { body: { state: { code: '0', success }, body: { aid, lattices } } };
		return await post(sim, 'sysapi/asrcallback', body, { userName, token });
	};

	it('are listed with the reason that was found', async () => {
		const { text, body } = await find();
		expect(body).toMatchObject({ total: 2, pageSize: 1000, pageNum: 1 });
		// More digits than a double holds.
		expect(text).toContain('"rbtRecognitionId":953730645354352641');
		expect(body.rbtRecognitions[0]).toMatchObject({
			calleeNo: '447700900401',
			callType: 7,
			mediaType: 5,
			vdnId: 1,
			result: 101,
			beginTime: START.getTime(),
		});
		expect(body.rbtRecognitions[1].result).toBeNull();
		const second = await find({ pageNum: 2, pageSize: 1 });
		expect(second.body).toMatchObject({ total: 2, rbtRecognitions: [{ calleeNo: '447700900402' }] });
	});

	it('get their reason from the text', async () => {
		const aid = 'recording-of-900402';
		const result = async (): Promise<number> => (await find()).body.rbtRecognitions[1].result;
		expect((await transcribed(aid, ['The phone you called ', 'is switched off.'])).body.retCode).toBe('0');
		expect(await result()).toBe(102);
		await transcribed(aid, ['您拨打的号码是空号']);
		expect(await result()).toBe(101);
		await transcribed(aid, ['la la la']);
		expect(await result()).toBe(-5);
		await transcribed(aid, [], false);
		expect(await result()).toBe(-4);
	});

	it('answers HTTP statuses to what is malformed or unknown', async () => {
		expect((await transcribed('no-such-recording', [])).status).toBe(500);
		const { userName, password } = tenant.bots.system;
		const token = await botToken(sim, { appKey: userName, appSecret: password });
		expect((await post(sim, 'sysapi/asrcallback', { body: {} }, { userName, token })).status).toBe(400);
	});

	it('are in what the control tells, however large their numbers', async () => {
		const state = await (await fetch(`${sim.url}/__simulator/state`)).text();
		expect(state).toContain('"id":953730645354352641');
		const added = await fetch(`${sim.url}/__simulator/bots/failed-calls`, {
			method: 'POST',
			headers: { 'content-type': 'application/json' },
			body: JSON.stringify({ callee: '447700900404' }),
		});
		expect(await added.json()).toEqual({ aid: 'recording-3' });
	});

	it('are those of the month of the beginning alone', async () => {
		await sim.clock.advance(hours(24 * 31));
		ask = await botDesk(sim);
		expect(sim.control.addFailedCall({ callee: '447700900403' })).toEqual({ aid: 'recording-3' });
		expect((await find()).body.total).toBe(2);
		expect((await find({ beginTime: sim.clock.now() - hours(1) })).body.total).toBe(1);
	});

	it('are asked for within limits', async () => {
		expect((await find({ pageSize: 1001 })).body.errorCode).toBe(10000002);
		expect((await find({ endTime: 0 })).body.errorCode).toBe(10000002);
		expect((await find({ beginTime: undefined })).body.errorCode).toBe(10000003);
	});
});

describe('spoken texts (10.21)', () => {
	const config = { voiceName: 'cn_tianmeiru_common' };
	const speak = async (text: string, more: object = {}) =>
		await ask('tts/texttovoice', { text, config: { ...config, ...more } });
	const seconds = (voiceData: string): number => (Buffer.from(voiceData, 'base64').length - 44) / 32_000;

	it('are WAV files with a sentence after the other', async () => {
		const { status, body } = await speak('你好，测试一下文本合成语音接口。Goodbye.');
		expect(status).toBe(200);
		expect(body).toMatchObject({ retCode: '0', data: { format: 'wav', sampleRate: '16000' } });
		const { sentences, voiceData } = body.data;
		expect(sentences).toEqual([
			{ st: 0, et: 2784, offset: 0, len: 48 },
			{ st: 2784, et: 3248, offset: 48, len: 8 },
		]);
		const file = Buffer.from(voiceData, 'base64');
		expect(file.toString('latin1', 0, 16)).toMatch(/^RIFF[^]{4}WAVEfmt $/);
		expect(file.readUInt32LE(4)).toBe(file.length - 8);
		expect(seconds(voiceData)).toBeCloseTo(3.248, 2);
	});

	it('are spoken faster, higher or louder', async () => {
		const { body } = await speak('Good morning.', { speed: '500', pitch: '-100', volume: '100' });
		expect(seconds(body.data.voiceData)).toBeCloseTo(0.377, 2);
		const plain = (await speak('Good morning.')).body.data.voiceData;
		expect((await speak('Good morning.', { pitch: '0' })).body.data.voiceData).toBe(plain);
		expect((await speak('Good morning.', { pitch: '1' })).body.data.voiceData).not.toBe(plain);
		expect((await speak('Good morning.', { volume: '1' })).body.data.voiceData).not.toBe(plain);
	});

	it.each([
		[400, { voiceName: 'cn_nobody' }],
		[400, { voiceName: undefined }],
		[400, { volume: '101' }],
		[400, { volume: 50 }],
		[400, { more: 1 }],
		[400, { voiceName: 1 }],
	])('are refused with HTTP %s (%j)', async (status, more) => {
		expect((await speak('Good morning.', more)).status).toBe(status);
	});

	it('are refused with HTTP 401 without a token', async () => {
		sim.control.expireTokens();
		expect((await speak('Good morning.')).status).toBe(401);
	});
});
