import { createHash, createHmac } from 'node:crypto';
import { type Simulator, tenant } from '../../simulator';
import { management, minutes, type Request, simulator, START } from './harness';

const V1 = '/apiaccess/CC-Management/v1/mobileAgent';
const SOFTPHONE = '15550105';
const CUSTOMER = '447700900101';
const seconds = (count: number): number => count * 1000;

describe('two-party calls', () => {
	let sim: Simulator;
	let request: Request;
	beforeEach(async () => {
		sim = await simulator();
		request = await management(sim);
	});
	afterEach(async () => await sim.close());

	const create = async (changes: object = {}) =>
		await request(`${V1}/createCall`, { caller: SOFTPHONE, called: CUSTOMER, ...changes });
	/** The number has more digits than JSON.parse keeps. */
	const serialNoOf = (text: string): string => /"callSerialNo":"?(\d+)/.exec(text)?.[1] ?? '';
	const call = async (changes: object = {}): Promise<string> => serialNoOf((await create(changes)).text);
	const state = async (callSerialNo: string) => (await request(`${V1}/queryCallState`, { callSerialNo })).body;
	const records = async (changes: object = {}) =>
		(
			await request(`${V1}/queryCallDetailRecord`, {
				startTime: String(START.getTime()),
				endTime: String(START.getTime() + 7 * 86_400_000),
				...changes,
			})
		).body;
	const recording = async (callSerialNo: string) =>
		(await request(`${V1}/getRecordingAddress`, { callSerialNo })).body;
	/** As long as any call may take. */
	const finish = async (): Promise<void> => await sim.clock.advance(minutes(3));

	it('answers 6.2.1 with a number of nineteen digits, 6.2.2 with a text', async () => {
		const first = await create();
		expect(first.text).toMatch(
			/^\{"retCode":"0","retMsg":"Add CallOutInfo in DB successfully","result":\{"callSerialNo":\d{19}\}\}$/,
		);
		const third = await request('/apiaccess/CC-Management/v3/mobileAgent/createCall', {
			softPhone: SOFTPHONE,
			called: '447700900102',
		});
		expect(third.body).toEqual({
			retCode: '0',
			retMsg: expect.any(String),
			result: { callSerialNo: expect.stringMatching(/^\d{19}$/) },
		});
	});

	it.each([
		['a number with letters', { called: '44x' }, '5'],
		['a number of 33 digits', { called: '4'.repeat(33) }, '5'],
		['an empty number', { caller: '' }, '5'],
		['a presented number that is no access code', { callerPresent: '447700900999' }, '5'],
		['the same of the agent', { agentPresent: '447700900999' }, '5'],
		['call data of 1025 characters', { callData: 'x'.repeat(1025) }, '2'],
		['a softphone that is not allocated', { caller: '15550199' }, '8'],
		['a callBackUrl in plain text', { callBackUrl: 'https://example.com/hook' }, '9'],
		[
			'a callBackUrl with an equals sign',
			{ callBackUrl: Buffer.from('https://example.com/?a=1').toString('base64') },
			'9',
		],
		['a callBackUrl without http', { callBackUrl: Buffer.from('example.com').toString('base64') }, '9'],
	])('refuses %s (6.2.1)', async (_name, changes, code) => {
		const { status, body } = await create(changes);
		expect({ status, retCode: body.retCode, result: body.result }).toEqual({ status: 200, retCode: code });
	});

	it.each([
		['no called number', { called: undefined }],
		['the spelling of the table', { callbackUrl: 'aHR0cA==' }],
		['a number that is one in JSON', { called: 447700900101 }],
		['a work number of six digits', { agentWorkNo: 100_000 }],
	])('answers 400 to %s (6.2.1)', async (_name, changes) => {
		expect((await create(changes)).status).toBe(400);
	});

	it('takes what the samples have: an empty work number, numbers that are none in 6.2.2', async () => {
		expect((await create({ agentWorkNo: '', callerPresent: '15550101', agentPresent: '15550100' })).status).toBe(
			200,
		);
		const v3 = await request('/apiaccess/CC-Management/v3/mobileAgent/createCall', {
			caller: 8888888,
			softPhone: 66666666,
			called: 6666614,
		});
		expect(v3.body).toMatchObject({ retCode: '5' });
	});

	it('does not make a call twice that is not over', async () => {
		sim.control.setCalls({ called: CUSTOMER, outcomes: [{ reason: 1, talkSeconds: 20 }] });
		await create();
		expect((await create()).body.retCode).toBe('1');
		await finish();
		expect((await create()).body.retCode).toBe('0');
	});

	it('goes from waiting to calling, talking and over (6.2.4)', async () => {
		sim.control.setCalls({ called: CUSTOMER, outcomes: [{ reason: 0, talkSeconds: 30 }] });
		const callSerialNo = await call({ callData: 'order 7', agentWorkNo: 101 });
		const seen: Array<[number, number]> = [];
		let last = -1;
		for (let second = 0; second <= 60; second++) {
			const { state: now } = (await state(callSerialNo)).result;
			if (now !== last) seen.push([now, second]);
			last = now;
			await sim.clock.advance(seconds(1));
		}
		expect(seen.map(([now]) => now)).toEqual([0, 1, 2, 3]);
		const [, calling, talking, over] = seen.map(([, second]) => second);
		expect(calling).toBe(1);
		// The agent needs two seconds, the customer five to ten.
		expect(talking - calling).toBeGreaterThanOrEqual(7);
		expect(talking - calling).toBeLessThanOrEqual(12);
		expect(over - talking).toBe(30);
		expect(await state(callSerialNo)).toEqual({
			retCode: '0',
			retMsg: 'Query call state successfully',
			result: {
				state: 3,
				reasonCode: 0,
				callData: 'order 7',
				caller: SOFTPHONE,
				called: CUSTOMER,
				startTime: START.getTime(),
				endTime: START.getTime() + seconds(over),
				callerPresent: '15550100',
				agentPresent: '15550100',
			},
		});
	});

	it('says what is wrong with a serial number (6.2.4)', async () => {
		expect((await state('abc')).retCode).toBe('3');
		expect((await state('1'.repeat(51))).retCode).toBe('3');
		expect((await state('1037058396471308289')).retCode).toBe('1');
	});

	it('records a call with all its times (6.2.3)', async () => {
		sim.control.setCalls({ called: CUSTOMER, outcomes: [{ reason: 1, talkSeconds: 26 }] });
		const callSerialNo = await call();
		await finish();
		const { retCode, result } = await records();
		expect(retCode).toBe('0');
		const at = START.getTime();
		const [one] = result.callInfo;
		expect(result).toEqual({
			total: 1,
			callInfo: [
				{
					callSerialNo,
					caller: SOFTPHONE,
					called: CUSTOMER,
					callerPresent: '15550100',
					agentPresent: '15550100',
					startTime: at,
					agentAlertingTime: at + seconds(1),
					agentTalkingTime: at + seconds(3),
					alertingTime: at + seconds(3),
					talkingTime: one.talkingTime,
					releaseTime: one.talkingTime + seconds(26),
					agentReleaseTime: one.talkingTime + seconds(26),
					endTime: one.talkingTime + seconds(26),
					talkDuration: 26,
					agentTalkDuration: (one.talkingTime - at) / 1000 - 3 + 26,
					state: 3,
					reasonCode: 1,
					taskType: '1',
				},
			],
		});
		expect(one.talkingTime - one.alertingTime).toBeGreaterThanOrEqual(seconds(5));
		expect(one.talkingTime - one.alertingTime).toBeLessThanOrEqual(seconds(10));
	});

	it.each([
		[2, { agentAlertingTime: false, agentTalkingTime: false, alertingTime: false }],
		[3, { agentAlertingTime: true, agentTalkingTime: true, alertingTime: false }],
		[4, { agentAlertingTime: true, agentTalkingTime: false, alertingTime: false }],
		[5, { agentAlertingTime: true, agentTalkingTime: true, alertingTime: true }],
		[6, { agentAlertingTime: false, agentTalkingTime: false, alertingTime: false }],
		[300, { agentAlertingTime: true, agentTalkingTime: true, alertingTime: false }],
	])('fails with reason %i before anybody talks', async (reason, times) => {
		sim.control.setCalls({ called: CUSTOMER, outcomes: [{ reason }] });
		const callSerialNo = await call();
		await finish();
		const [one] = (await records()).result.callInfo;
		expect(one).toMatchObject({ state: 3, reasonCode: reason });
		expect(Object.fromEntries(Object.keys(times).map((name) => [name, one[name] !== undefined]))).toEqual(times);
		expect(one).not.toHaveProperty('talkingTime');
		expect((await recording(callSerialNo)).retCode).toBe('11');
	});

	it('keeps the last scripted outcome of a number, and draws the others by the seed', async () => {
		sim.control.setCalls({ called: CUSTOMER, outcomes: [{ reason: 5 }, { reason: 4 }] });
		for (let i = 0; i < 3; i++) {
			await create();
			await finish();
		}
		expect((await records()).result.callInfo.map((one: any) => one.reasonCode)).toEqual([4, 4, 5]);
		const drawn = async (seed: number) => {
			sim.control.reset({ seed, speed: 0 });
			request = await management(sim);
			sim.control.setCalls({ default: 'random' });
			for (let i = 0; i < 20; i++) await create({ called: `4477009001${String(i).padStart(2, '0')}` });
			await finish();
			return (await records()).result.callInfo.map((one: any) => [one.reasonCode, one.talkDuration]);
		};
		const first = await drawn(5);
		expect(await drawn(5)).toEqual(first);
		expect(await drawn(6)).not.toEqual(first);
		const reasons = first.map(([reason]: [number]) => reason);
		expect(reasons.some((reason: number) => reason <= 1)).toBe(true);
		expect(reasons.some((reason: number) => reason >= 2)).toBe(true);
	});

	describe('records (6.2.3)', () => {
		it('finds nothing with code 1 and no result', async () => {
			expect(await records()).toEqual({ retCode: '1', retMsg: expect.any(String) });
		});

		it.each([
			['a time that is a date', { startTime: '2026-03-02 08:00:00' }, '2'],
			['an end before the start', { endTime: '1' }, '2'],
			['more than seven days', { endTime: String(START.getTime() + 7 * 86_400_000 + 1) }, '2'],
			['a limit that is no number', { limit: 'ten' }, '4'],
			['a limit of none', { limit: '0' }, '4'],
			['an offset below zero', { offset: '-1' }, '4'],
			['a caller that is no number', { caller: 'agent' }, '12'],
		])('refuses %s', async (_name, changes, code) => {
			await create();
			expect((await records(changes)).retCode).toBe(code);
		});

		it('wants limit and offset in texts', async () => {
			const body = { startTime: '1', endTime: '2', limit: 10 };
			expect((await request(`${V1}/queryCallDetailRecord`, body)).status).toBe(400);
		});

		it('pages, newest first, and filters by caller and type', async () => {
			for (let i = 0; i < 5; i++) {
				await create({ called: `44770090020${i}`, caller: i === 2 ? '15550106' : SOFTPHONE });
				await sim.clock.advance(seconds(1));
			}
			const second = await records({ limit: '2', offset: '2' });
			expect(second.result.total).toBe(5);
			expect(second.result.callInfo.map((one: any) => one.called)).toEqual(['447700900202', '447700900201']);
			expect((await records({ caller: '15550106' })).result.total).toBe(1);
			expect((await records({ taskType: '1' })).result.total).toBe(5);
			expect((await records({ taskType: '3' })).retCode).toBe('1');
			expect((await records({ limit: '2', offset: '6' })).retCode).toBe('1');
		});
	});

	describe('recordings (6.2.5)', () => {
		const talk = async (called: string, talkSeconds: number) => {
			sim.control.setCalls({ called, outcomes: [{ reason: 0, talkSeconds }] });
			const callSerialNo = await call({ called });
			await finish();
			return (await recording(callSerialNo)).result.url as string;
		};

		it('are A-law of the length of the talk, no two the same, behind links of at most 200 characters', async () => {
			const [first, second] = [await talk('447700900301', 21), await talk('447700900302', 21)];
			expect(first.length).toBeLessThanOrEqual(200);
			const response = await fetch(first);
			const bytes = Buffer.from(await response.arrayBuffer());
			expect(response.headers.get('content-type')).toBe('audio/wav');
			expect(response.headers.get('content-length')).toBe(String(bytes.length));
			expect(bytes.toString('latin1', 0, 4) + bytes.toString('latin1', 8, 12)).toBe('RIFFWAVE');
			expect(bytes.readUInt32LE(4)).toBe(bytes.length - 8);
			// A-law, mono, 8000 a second.
			expect([bytes.readUInt16LE(20), bytes.readUInt16LE(22), bytes.readUInt32LE(24)]).toEqual([6, 1, 8000]);
			expect(bytes.readUInt32LE(54)).toBe(21 * 8000);
			expect(new Set(bytes.subarray(58)).size).toBeGreaterThan(50);
			const other = Buffer.from(await (await fetch(second)).arrayBuffer());
			expect(other.length).toBe(bytes.length);
			expect(other.equals(bytes)).toBe(false);
		});

		it('are gone when the link has expired, is forged or leads nowhere', async () => {
			const url = await talk('447700900303', 20);
			expect((await fetch(url)).status).toBe(200);
			expect((await fetch(url.replace('Signature=', 'Signature=x'))).status).toBe(403);
			expect((await fetch(url.replace(/\/obs\/\d/, '/obs/2'))).status).toBe(403);
			expect((await fetch(url.split('?')[0])).status).toBe(403);
			await sim.clock.advance(minutes(241));
			expect((await fetch(url)).status).toBe(403);
			sim.control.reset({ speed: 0 });
			expect((await fetch(url)).status).toBe(404);
		});

		it('have codes for calls without one', async () => {
			expect((await recording('679218118865715226')).retCode).toBe('5');
			expect((await recording('1'.repeat(51))).retCode).toBe('12');
			expect((await recording(await call())).retCode).toBe('5');
		});

		it('are as large as asked, and may be cut short', async () => {
			const wanted = 5_000_001;
			sim.control.setRecordings({ bytes: wanted });
			const url = await talk('447700900304', 20);
			expect((await (await fetch(url)).arrayBuffer()).byteLength).toBe(wanted);
			sim.control.addFault({ match: { path: '/obs/' }, kind: 'truncate' });
			const cut = await fetch(url);
			expect(cut.headers.get('content-length')).toBe(String(wanted));
			let received = 0;
			const reading = (async () => {
				for await (const chunk of cut.body as unknown as AsyncIterable<Uint8Array>) received += chunk.length;
			})();
			await expect(reading).rejects.toThrow();
			expect(received).toBeLessThanOrEqual(Math.floor(wanted / 2));
			expect(received).toBeGreaterThan(0);
		});
	});

	it('pages softphones and clamps what is asked for (6.2.6, 6.2.7)', async () => {
		const page = async (body?: object) => (await request(`${V1}/queryPhone`, body)).body;
		expect((await page({ limit: '2', offset: '1' })).result).toEqual({
			total: 3,
			regPort: '5060',
			regIPAddress: '192.0.2.30',
			phone: [
				expect.objectContaining({ phoneNum: '15550106', password: 'Demo-sip2', id: '2', partdbId: '1' }),
				expect.objectContaining({ phoneNum: '15550107', status: 1 }),
			],
		});
		expect((await page({ limit: '0' })).result.phone).toHaveLength(1);
		expect((await page({ limit: '1000', offset: '-5' })).result.phone).toHaveLength(3);
		expect((await page()).result.phone).toHaveLength(3);
		expect((await page({ limit: 'x' })).retCode).toBe('4');
		const v2 = (await request('/apiaccess/CC-Management/v2/mobileAgent/queryPhone', { limit: '1' })).body.result;
		expect(v2).toMatchObject({
			total: 3,
			singleRegServ: [{ regIPAddress: '192.0.2.30', regPort: '5060' }],
			poolRegServ: { node1: [{ regIPAddress: '192.0.2.30' }], node2: [{ regIpAddress: '192.0.2.30' }] },
			phone: [{ phoneNum: '15550105', id: 1, partDbId: '1' }],
		});
	});

	it('tells where a call to the tenant goes (6.2.8)', async () => {
		const where = async (called: string) =>
			(await request(`${V1}/getCalledInfo`, { called, caller: CUSTOMER })).body;
		expect((await where('15550100')).result).toEqual({
			devType: 0,
			called: '15550100',
			skillId: 2,
			skillName: 'defaultAudioSkill',
		});
		expect((await where('155501001')).result).toEqual({ devType: 1, called: '90500' });
		expect((await where('15550102')).retCode).toBe('5');
		expect((await where('15550177')).retCode).toBe('4');
	});

	describe('the workbench (6.2.11, 6.2.12)', () => {
		const ids = { userId: '1652268429538866101', tenantId: tenant.tenantId };
		const contact = async (changes: object) =>
			await request('/apiaccess/rest/workbench/v1/queryUserContactLimit', { ...ids, ...changes });
		const info = async (changes: object) =>
			await request('/apiaccess/rest/workbench/v1/queryCallInfoByCallId', { ...ids, agentId: '101', ...changes });

		it('knows the calls of a user, as bare objects', async () => {
			const callSerialNo = await call({ agentWorkNo: '101', callData: 'order 7' });
			const [{ callId }] = (sim.control.state() as any).calls;
			expect(callId).toMatch(/^1772438400-\d+$/);
			expect((await contact({ callId })).body).toEqual({
				callSerialno: callSerialNo,
				countId: ids.userId,
				callId,
				mediaAbility: 1,
				channelType: 1,
				talkReason: '',
				beginTime: '2026-03-02 08:00:00',
				callType: 1,
			});
			expect((await info({ callId })).body).toEqual({
				caller: 15550105,
				called: 447700900101,
				mediaAbility: 1,
				calldata: 'order 7',
				callId,
				callSkillId: 2,
				callSkill: 'defaultAudioSkill',
				callType: 7,
			});
			expect(await contact({ callId, userId: '1652268429538866102' })).toMatchObject({ status: 200, body: {} });
		});

		it('answers an unknown call with an empty object, unknown users, agents and tenants with 500', async () => {
			for (const ask of [contact, info]) {
				expect(await ask({ callId: '1-1' })).toMatchObject({ status: 200, text: '{}' });
				expect((await ask({ callId: '1-1', userId: '1' })).status).toBe(500);
				expect((await ask({ callId: '1-1', tenantId: '1' })).status).toBe(500);
				expect((await ask({})).status).toBe(400);
			}
			expect((await info({ callId: '1-1', agentId: '102' })).status).toBe(500);
		});
	});

	describe('what ITA reports (6.2.13)', () => {
		const PATH = '/apiaccess/rest/cc-management/v1/ita/twopartiescall/statusnotify';
		const report = {
			appKey: tenant.itaAppKey,
			remark: tenant.tenantId,
			telA: '447700900001',
			telX: '447700900003',
			telB: '447700900002',
			calleeDisplay: '447700900001',
			startTime: '20260302080000',
			callerAnswerTime: '20260302080002',
			calledAnswerTime: '20260302080005',
			finishTime: '20260302080013',
			callID: 'ita-1',
			releaseCause: '16',
			callDuration: 8,
		};
		const sha256 = (data: string): string => createHash('sha256').update(data).digest('hex');

		interface Signing {
			query?: string;
			date?: string;
			headers?: Record<string, string>;
			access?: string;
			secret?: string;
			tamper?: (signature: string) => string;
		}

		/** Signed by hand, so that the check is not checked against itself. */
		const notify = async (body: object, signing: Signing = {}) => {
			const text = JSON.stringify(body);
			const date = signing.date ?? new Date().toISOString().replace(/[-:]|\.\d+/g, '');
			const host = `127.0.0.1:${sim.port}`;
			const canonical =
				`POST\n${PATH}/\n${signing.query ?? ''}\n` +
				`appkey:${tenant.itaAppKey}\ncontent-type:application/json;charset=UTF-8\nhost:${host}\nx-sdk-date:${date}\n\n` +
				`appkey;content-type;host;x-sdk-date\n${sha256(text)}`;
			const toSign = `SDK-HMAC-SHA256\n${date}\n${sha256(canonical)}`;
			const signature = createHmac('sha256', signing.secret ?? tenant.itaSecretKey)
				.update(toSign)
				.digest('hex');
			const access = signing.access ?? tenant.itaAccessKey;
			const response = await fetch(`${sim.url}${PATH}${signing.query ? `?${signing.query}` : ''}`, {
				method: 'POST',
				headers: {
					AppKey: tenant.itaAppKey,
					'X-Sdk-Date': date,
					'Content-Type': 'application/json;charset=UTF-8',
					Authorization: `SDK-HMAC-SHA256 Access=${access}, SignedHeaders=appkey;content-type;host;x-sdk-date, Signature=${signing.tamper?.(signature) ?? signature}`,
					...signing.headers,
				},
				body: text,
			});
			return { status: response.status, text: await response.text() };
		};

		it('is answered {} and found under task type 4 only', async () => {
			expect(await notify(report)).toEqual({ status: 200, text: '{}' });
			expect((await notify(report)).status).toBe(200);
			expect((await records()).retCode).toBe('1');
			const { result } = await records({ taskType: '4' });
			expect(result).toEqual({
				total: 1,
				callInfo: [
					{
						callSerialNo: expect.stringMatching(/^\d{19}$/),
						caller: '447700900001',
						called: '447700900002',
						callerPresent: '447700900001',
						agentPresent: '447700900003',
						startTime: START.getTime(),
						endTime: START.getTime() + seconds(13),
						releaseTime: START.getTime() + seconds(13),
						talkingTime: START.getTime() + seconds(5),
						talkDuration: 8,
						agentTalkingTime: START.getTime() + seconds(2),
						agentReleaseTime: START.getTime() + seconds(13),
						agentTalkDuration: 11,
						state: 3,
						reasonCode: 16,
						taskType: '4',
					},
				],
			});
		});

		const minutesAgo = (count: number): string =>
			new Date(Date.now() - minutes(count)).toISOString().replace(/[-:]|\.\d+/g, '');

		it.each<[string, Signing]>([
			['another secret', { secret: 'x' }],
			['another key', { access: 'x' }],
			['a changed signature', { tamper: (text) => text.replace(/^./, (first) => (first === '0' ? '1' : '0')) }],
			['an old date', { date: minutesAgo(16) }],
			['a date in another format', { date: new Date().toISOString() }],
			['another content type than the signed one', { headers: { 'Content-Type': 'application/json' } }],
			['another AppKey', { headers: { AppKey: 'x' } }],
			['a Bearer token', { headers: { Authorization: 'Bearer x' } }],
		])('is refused with %s', async (_name, signing) => {
			expect((await notify(report, signing)).status).toBe(401);
		});

		it('may have a query, and a date of up to fifteen minutes ago', async () => {
			expect((await notify(report, { query: 'a=1&b=2', date: minutesAgo(14) })).status).not.toBe(401);
		});

		it.each([
			['no callID', { callID: undefined }],
			['the id of another tenant', { remark: '1' }],
			['a time in another format', { startTime: '2026-03-02 08:00:00' }],
			['an unknown field', { colour: 'red' }],
		])('is answered 400 with %s', async (_name, changes) => {
			expect((await notify({ ...report, ...changes })).status).toBe(400);
		});
	});

	it('shows calls to the control', async () => {
		await create();
		const shown = (await (await fetch(`${sim.url}/__simulator/state`)).json()) as any;
		expect(shown.calls).toEqual([expect.objectContaining({ called: CUSTOMER, state: 0 })]);
		expect(shown.notifications).toEqual([]);
	});
});

describe('a hurried clock', () => {
	it('makes calls go by quickly', async () => {
		const sim = await simulator({ start: 'now', speed: 1, hurry: 1000 });
		const request = await management(sim);
		await request(`${V1}/createCall`, { caller: SOFTPHONE, called: CUSTOMER });
		const calls = (): any[] => (sim.control.state() as any).calls;
		for (let look = 0; look < 200 && calls()[0].state !== 3; look++) {
			await new Promise((resolve) => setTimeout(resolve, 20));
		}
		expect(calls()[0].state).toBe(3);
		await sim.close();
	});
});

describe('results of calls (18.1)', () => {
	let sim: Simulator;
	let request: Request;
	beforeEach(async () => {
		sim = await simulator();
		request = await management(sim);
	});
	afterEach(async () => await sim.close());

	const results = async (changes: object = {}) =>
		await request('/apiaccess/rest/dataprocess/v1/openapp/queryCallManualDetailInfo', {
			subCcNo: '1',
			vdn: '1',
			beginDate: String(START.getTime()),
			...changes,
		});

	it('are those of calls that are over, by what is asked for', async () => {
		await request(`${V1}/createCall`, { caller: SOFTPHONE, called: CUSTOMER });
		expect((await results()).body).toEqual({ total: 0, results: [] });
		await sim.clock.advance(minutes(3));
		expect((await results()).body).toMatchObject({
			total: 1,
			results: [
				{
					callerNo: SOFTPHONE,
					calleeNo: CUSTOMER,
					callType: '10',
					mediatype: '5',
					vdn: 1,
					leaveReason: expect.stringMatching(/^[01]$/),
				},
			],
		});
		expect((await results({ callerNo: '', calleeNo: CUSTOMER, callType: '10' })).body.total).toBe(1);
		expect((await results({ callType: '1' })).body.total).toBe(0);
		expect((await results({ beginDate: undefined, endDate: String(START.getTime() - 1) })).body.total).toBe(0);
	});

	it.each([
		['nothing to look for', { beginDate: '' }, 400],
		['a number for a text', { vdn: 1 }, 400],
		['a media type that is none', { mediaType: '10' }, 400],
		['another VDN', { vdn: '2' }, 500],
	])('refuse %s', async (_what, changes, status) => {
		expect((await results(changes)).status).toBe(status);
	});
});
