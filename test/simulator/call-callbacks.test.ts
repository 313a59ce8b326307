import { createHmac } from 'node:crypto';
import type { Simulator } from '../../simulator';
import { signatureOf } from '../../simulator/callbacks/signature';
import { management, minutes, type Request, receiver, simulator } from './harness';

const MOBILE = '/apiaccess/CC-Management/v1/mobileAgent';
const NOTIFY = '/apiaccess/rest/voiceNotification/v1/createVoiceNotification';
const SOFTPHONE = '15550105';
const CUSTOMER = '447700900101';
const KEY = 'shared key';

const hmac = (text: string): string => createHmac('sha256', KEY).update(text).digest('base64');
const base64 = (text: string): string => Buffer.from(text).toString('base64');
const lexeme = (text: string, name: string): string | undefined =>
	new RegExp(`"${name}":(-?\\d+|"[^"]*")`).exec(text)?.[1];

describe('signatures (6.2.14.1)', () => {
	it.each([
		['the example of the reference', { b: '2', a: 1, d: 'null', c: '' }, 'a=1,b=2,c=,d=null'],
		['a null, which prints like the text', { d: null, a: true }, 'a=true,d=null'],
		['capitals before small letters', { a: 1, B: 2, _: 3 }, 'B=2,_=3,a=1'],
		['spaces everywhere, but not other blanks', { callData: ' one two\tthree ' }, 'callData=onetwo\tthree'],
		['what is nested', { m: { y: [1, 'b c'], x: null }, l: [] }, 'l=[],m={x=null,y=[1,bc]}'],
		['commas and equals signs as they are', { t: '2022/02/22,10:04', u: 'a=b' }, 't=2022/02/22,10:04,u=a=b'],
	])('cover %s', (_name, parameters, printed) => {
		const expected = hmac(`${KEY}_1645524163326_-1482421808053124529_${printed}`);
		expect(signatureOf(parameters, KEY, 1645524163326, -1482421808053124529n)).toBe(expected);
	});
});

describe('callbacks of calls', () => {
	let sim: Simulator;
	let request: Request;
	let hook: Awaited<ReturnType<typeof receiver>>;
	beforeEach(async () => {
		sim = await simulator();
		request = await management(sim);
		hook = await receiver();
	});
	afterEach(async () => {
		await hook.close();
		await sim.close();
	});

	const control = async (path: string, body?: unknown): Promise<any> => {
		const response = await fetch(`${sim.url}/__simulator${path}`, {
			method: body === undefined ? 'GET' : 'POST',
			body: body === undefined ? undefined : JSON.stringify(body),
		});
		return await response.json();
	};
	const call = async (changes: object = {}): Promise<string> => {
		const { text } = await request(`${MOBILE}/createCall`, { caller: SOFTPHONE, called: CUSTOMER, ...changes });
		const serialNo = /"callSerialNo":(\d+)/.exec(text)?.[1];
		if (serialNo === undefined) throw new Error(text);
		return serialNo;
	};
	const finish = async (): Promise<void> => await sim.clock.advance(minutes(3));
	const script = (reason: number, talkSeconds?: number): void =>
		sim.control.setCalls({ called: CUSTOMER, outcomes: [{ reason, talkSeconds }] });

	it('tell the URL of the settings about an answer, unsigned even with a key (6.2.14.2)', async () => {
		sim.control.setCallbackSettings({ connectedUrl: hook.url, sharedKey: KEY });
		const callSerialNo = await call();
		await finish();
		expect(hook.received).toEqual([{ callSerialNo, serviceNo: '', called: CUSTOMER, callData: '' }]);
		sim.control.setCalls({ called: CUSTOMER, outcomes: [{ reason: 5 }] });
		await call();
		await finish();
		expect(hook.received).toHaveLength(1);
		await call({ called: '447700900102', agentWorkNo: 101, callData: 'order 7' });
		await finish();
		expect(hook.received[1]).toMatchObject({ serviceNo: '101', callData: 'order 7' });
	});

	it('tell of the end with the fields of the sample, unsigned at the URL of the settings (6.2.14.3)', async () => {
		sim.control.setCallbackSettings({ releasedUrl: hook.url, sharedKey: KEY });
		script(0, 20);
		const callSerialNo = await call();
		await finish();
		const [body] = hook.received;
		const time = expect.stringMatching(/^2026\/03\/02,08:00:\d\d:000$/);
		expect(body).toEqual({
			callSerialNo,
			serviceNo: null,
			called: CUSTOMER,
			caller: SOFTPHONE,
			callerPresent: '15550100',
			callData: null,
			createCallTime: '2026/03/02,08:00:00:000',
			alertingTime: '2026/03/02,08:00:03:000',
			talkingTime: time,
			releaseTime: time,
			talkDuration: '20',
			recordfile: expect.stringMatching(/^Y:\/mobileAgent\/20260302\/1772438400-\d+\.wav$/),
			locationId: '0',
			releaseReason: '0',
			agentAlertingTime: '2026/03/02,08:00:01:000',
			agentTalkingTime: '2026/03/02,08:00:03:000',
			agentReleaseTime: body.releaseTime,
			agentTalkDuration: expect.stringMatching(/^2\d|30$/),
		});
		expect(hook.raw[0].headers['content-type']).toBe('application/json; charset=UTF-8');
	});

	it('leave null what there was not', async () => {
		sim.control.setCallbackSettings({ releasedUrl: hook.url });
		script(2);
		await call();
		await finish();
		expect(hook.received[0]).toMatchObject({
			releaseReason: '2',
			alertingTime: null,
			talkingTime: null,
			agentAlertingTime: null,
			agentReleaseTime: null,
			recordfile: null,
			talkDuration: '0',
		});
	});

	it('go to the URL of the request rather than that of the settings, signed if there is a key', async () => {
		const configured = await receiver();
		sim.control.setCallbackSettings({ releasedUrl: configured.url, sharedKey: KEY });
		await call({ callBackUrl: base64(hook.url), callData: 'a b' });
		await finish();
		expect(configured.received).toEqual([]);
		const { text } = hook.raw[0];
		const { signature, nonce: _nonce, timestamp: _timestamp, ...rest } = hook.received[0];
		const [nonce, timestamp] = [lexeme(text, 'nonce'), lexeme(text, 'timestamp')];
		// Numbers, the nonce with more digits than a double keeps.
		expect(nonce).toMatch(/^-?\d{10,19}$/);
		expect(timestamp).toMatch(/^\d{13}$/);
		expect(Math.abs(Number(timestamp) - Date.now())).toBeLessThan(60_000);
		const printed = Object.keys(rest)
			.sort()
			.map((name) => `${name}=${rest[name]}`.replaceAll(' ', ''))
			.join(',');
		expect(printed).toContain('callData=ab,');
		expect(printed).toContain('serviceNo=null');
		expect(signature).toBe(hmac(`${KEY}_${timestamp}_${nonce}_${printed}`));

		sim.control.setCallbackSettings({ sharedKey: null });
		await call({ callBackUrl: base64(hook.url) });
		await finish();
		expect(hook.received[1]).not.toHaveProperty('signature');
		expect(hook.received[1]).not.toHaveProperty('nonce');
		await configured.close();
	});

	it('sign fields that are dropped all the same', async () => {
		sim.control.setCallbackSettings({ sharedKey: KEY, nulls: 'dropped' });
		await call({ callBackUrl: base64(hook.url) });
		await finish();
		const { signature, nonce: _nonce, timestamp: _timestamp, ...rest } = hook.received[0];
		expect(rest).not.toHaveProperty('serviceNo');
		const { text } = hook.raw[0];
		const all: Record<string, unknown> = { ...rest, serviceNo: null, callData: null };
		const printed = Object.keys(all)
			.sort()
			.map((name) => `${name}=${String(all[name])}`);
		expect(signature).toBe(
			hmac(`${KEY}_${lexeme(text, 'timestamp')}_${lexeme(text, 'nonce')}_${printed.join(',')}`),
		);
	});

	it('come as a form when asked to', async () => {
		sim.control.setCallbackSettings({ sharedKey: KEY, format: 'form' });
		const callSerialNo = await call({ callBackUrl: base64(hook.url) });
		await finish();
		const [{ headers, text }] = hook.raw;
		expect(headers['content-type']).toBe('application/x-www-form-urlencoded; charset=UTF-8');
		const fields = Object.fromEntries(new URLSearchParams(text));
		expect(fields).toMatchObject({ callSerialNo, serviceNo: 'null' });
		const { signature, nonce, timestamp, ...rest } = fields;
		const printed = Object.keys(rest)
			.sort()
			.map((name) => `${name}=${rest[name]}`);
		expect(signature).toBe(hmac(`${KEY}_${timestamp}_${nonce}_${printed.join(',')}`));
	});

	it('are not sent again when refused, but are lost and repeated when asked to', async () => {
		const refusing = await receiver(() => ({ status: 200, body: { retCode: '1', retMsg: 'no' } }));
		sim.control.setCallbackSettings({ releasedUrl: refusing.url });
		await call();
		await sim.clock.advance(minutes(60));
		expect(refusing.received).toHaveLength(1);
		expect(sim.control.callbacks()).toMatchObject([
			{ kind: 'released', accepted: false, attempts: [{ status: 200, accepted: false }] },
		]);
		request = await management(sim);
		sim.control.setCallbackSettings({ releasedUrl: hook.url });
		sim.control.setCallbacks({ lose: 1 });
		await call();
		await finish();
		expect(hook.received).toHaveLength(0);
		sim.control.setCallbacks({ repeat: 1 });
		await call();
		await finish();
		expect(hook.received).toHaveLength(2);
		expect(hook.raw[0].text).toBe(hook.raw[1].text);
		await refusing.close();
	});

	it('go to trusted hosts only (code 9)', async () => {
		const create = async (url: string) =>
			(
				await request(`${MOBILE}/createCall`, {
					caller: SOFTPHONE,
					called: CUSTOMER,
					callBackUrl: base64(url),
				})
			).body.retCode;
		const set = await control('/callback-settings', { trustlist: ['hooks.example.com', '127.0.0.1:9000'] });
		expect(set).toMatchObject({ trustlist: ['hooks.example.com', '127.0.0.1:9000'], sharedKey: null });
		expect(await create('https://example.com/a')).toBe('9');
		expect(await create('http://127.0.0.1:9001/a')).toBe('9');
		expect(await create('https://hooks.example.com:8443/a')).toBe('0');
		expect(await control('/callback-settings')).toMatchObject({
			trustlist: ['hooks.example.com', '127.0.0.1:9000'],
		});
		await control('/callback-settings', { trustlist: null });
		await finish();
		expect(await create('https://example.com/a')).toBe('0');
	});

	it('tell of the end of notifications, to the one URL or the other (14.4.2)', async () => {
		const configured = await receiver();
		sim.control.setCallbackSettings({
			notificationReleasedUrl: configured.url,
			releasedUrl: 'http://127.0.0.1:1/',
			connectedUrl: 'http://127.0.0.1:1/',
			sharedKey: KEY,
		});
		const notify = async (changes: object = {}): Promise<string> =>
			(await request(NOTIFY, { called: CUSTOMER, voiceContent: '1133790000000000001', ...changes })).body.result
				.callSerialNo;
		script(1, 15);
		const callSerialNo = await notify();
		await finish();
		expect(configured.received).toEqual([
			{
				callSerialNo,
				called: CUSTOMER,
				callerPresent: '15550100',
				createCallTime: '2026/03/02,08:00:00:000',
				alertingTime: '2026/03/02,08:00:01:000',
				talkingTime: expect.any(String),
				releaseTime: expect.any(String),
				talkDuration: '15',
				recordfile: expect.stringMatching(/^Y:\/1\/mobileAgent\/20260302\/1772438400-\d+\.wav$/),
				locationId: '0',
				releaseReason: '1',
			},
		]);
		await notify({ callBackUrl: base64(hook.url) });
		await finish();
		expect(configured.received).toHaveLength(1);
		expect(hook.received[0]).toMatchObject({ signature: expect.any(String), releaseReason: '1' });
		expect(sim.control.callbacks()).toHaveLength(2);
		await configured.close();
	});

	it('come in a burst, signed, over a few connections', async () => {
		sim.control.setCallbackSettings({ sharedKey: KEY });
		let answers = 0;
		const half = await receiver(() => ({ status: ++answers % 2 === 0 ? 200 : 503 }));
		const report = await control('/burst', { kind: 'released', url: half.url, count: 200, concurrency: 4 });
		expect(report).toEqual({
			count: 200,
			statuses: { 200: 100, 503: 100 },
			accepted: 100,
			elapsedMs: expect.any(Number),
		});
		const serials = half.received.map(({ callSerialNo }) => callSerialNo);
		expect(new Set(serials).size).toBe(200);
		expect(half.received.every(({ signature }) => typeof signature === 'string')).toBe(true);
		expect(new Set(half.raw.map(({ port }) => port)).size).toBeLessThanOrEqual(4);
		// The calls are there to be asked about.
		const { body } = await request(`${MOBILE}/getRecordingAddress`, { callSerialNo: serials[7] });
		expect((await fetch(body.result.url)).status).toBe(200);
		const down = await sim.control.burst({ kind: 'connected', url: 'http://127.0.0.1:1/', count: 3 });
		expect(down.statuses).toEqual({ error: 3 });
		await sim.control.burst({
			kind: 'notificationReleased',
			url: hook.url,
			count: 1,
			body: { called: '1', more: [1] },
		});
		expect(hook.received[0]).toMatchObject({ called: '1', more: [1], signature: expect.any(String) });
		await half.close();
	});

	it('has no settings but its own', async () => {
		expect(await control('/callback-settings', { colour: 'red' })).toHaveProperty('error');
		expect(await control('/calls', { called: '1', outcomes: [{ reason: 'busy' }] })).toHaveProperty('error');
		expect(await control('/recordings', { bytes: 5 })).toHaveProperty('error');
		expect(await control('/burst', { kind: 'voiceAudit', url: hook.url, count: 1 })).toHaveProperty('error');
	});
});
