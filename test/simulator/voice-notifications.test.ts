import type { Simulator } from '../../simulator';
import { management, minutes, type Request, receiver, simulator, START } from './harness';

const CC = '/apiaccess/rest/cc-management/v1';
const NOTIFY = '/apiaccess/rest/voiceNotification';
const CUSTOMER = '447700900101';
const WELCOME = '1133790000000000001';
const PARCEL = '1226170000000000001';
const DEADLINE = '1226170000000000002';
const GREETING = '1226170000000000003';
const ACCOUNT = '1226170000000000004';

describe('voice notifications', () => {
	let sim: Simulator;
	let request: Request;
	beforeEach(async () => {
		sim = await simulator();
		request = await management(sim);
	});
	afterEach(async () => await sim.close());

	const first = async (changes: object = {}) =>
		await request(`${NOTIFY}/v1/createVoiceNotification`, { called: CUSTOMER, voiceContent: WELCOME, ...changes });
	const second = async (changes: object = {}) =>
		await request(`${NOTIFY}/v2/createVoiceNotification`, {
			called: CUSTOMER,
			playList: [{ voiceId: WELCOME }],
			...changes,
		});
	const template = async (templateId: string, templateParams?: string[]): Promise<string> =>
		(await second({ playList: [{ templateId, templateParams }] })).body.retCode;
	const files = async (body: object = {}) =>
		(await request(`${NOTIFY}/v1/queryVoiceNotificationRecording`, body)).body;
	const finish = async (): Promise<void> => await sim.clock.advance(minutes(3));

	it('are created and show up under task type 3 (14.2, 14.3, 6.2.3)', async () => {
		const created = await first({ priority: '1', callerPresent: '15550101' });
		expect(created.body).toEqual({
			result: { callSerialNo: expect.stringMatching(/^\d{19}$/) },
			retCode: '0',
			retMsg: 'Created successfully.',
		});
		await finish();
		expect((await second({ playTimes: 5, callerPresent: '' })).body.retCode).toBe('0');
		await finish();
		const { result } = (
			await request('/apiaccess/CC-Management/v1/mobileAgent/queryCallDetailRecord', {
				startTime: String(START.getTime()),
				endTime: String(START.getTime() + 86_400_000),
				taskType: '3',
			})
		).body;
		expect(result.total).toBe(2);
		expect(result.callInfo[1]).toMatchObject({
			callSerialNo: created.body.result.callSerialNo,
			called: CUSTOMER,
			callerPresent: '15550101',
			taskType: '3',
			state: 3,
			reasonCode: 1,
		});
		expect(result.callInfo[1]).not.toHaveProperty('caller');
		expect(result.callInfo[1]).not.toHaveProperty('agentAlertingTime');
	});

	it('wait for each other at the same number (code 1)', async () => {
		expect((await first()).body.retCode).toBe('0');
		expect((await second()).body.retCode).toBe('1');
		expect((await first({ called: '447700900102' })).body.retCode).toBe('0');
		await finish();
		expect((await first()).body.retCode).toBe('0');
	});

	it.each([4, 6, 8, 9, 10, 999])('end with reason %i without having been heard', async (reason) => {
		sim.control.setCalls({ called: CUSTOMER, outcomes: [{ reason }] });
		await first();
		await finish();
		const { notifications } = sim.control.state() as any;
		expect(notifications[0]).toMatchObject({ state: 3, reasonCode: reason });
		expect(notifications[0].talkingTime).toBeUndefined();
		// Only somebody who was called can refuse.
		expect(notifications[0].alertingTime !== undefined).toBe(reason === 4);
	});

	it.each([
		['no called number', { called: undefined }, '5'],
		['letters in the number', { called: 'abc' }, '5'],
		['a presented number that is no access code', { callerPresent: '447700900999' }, '7'],
		['no content', { voiceContent: undefined }, '8'],
		['empty content', { voiceContent: '' }, '8'],
		['more than a thousand characters', { voiceContent: `$${'x'.repeat(999)}$` }, '8'],
		['a recording that does not exist', { voiceContent: '42' }, '8'],
		['the separator of the sample', { voiceContent: `${WELCOME}-$Mr Li$` }, '8'],
		['a recording that is not audited', { voiceContent: '1133790000000000005' }, '8'],
		['a plain callBackUrl', { callBackUrl: 'http://127.0.0.1:8800/callbackTest' }, '9'],
		[
			'a callBackUrl of more than 256 characters',
			{ callBackUrl: Buffer.from(`http://a/${'b'.repeat(200)}`).toString('base64') },
			'9',
		],
		['a priority of ten', { priority: '10' }, '36'],
		['a priority of none', { priority: '0' }, '36'],
	])('refuse %s (14.2)', async (_name, changes, code) => {
		const { status, body } = await first(changes);
		expect({ status, ...body }).toEqual({ status: 200, retCode: code, retMsg: expect.any(String) });
	});

	it('take texts and recordings in any order (14.2)', async () => {
		const voiceContent = `${WELCOME}~$李先生$~1133790000000000002`;
		expect((await first({ voiceContent })).body.retCode).toBe('0');
		expect((await first({ called: '447700900102', voiceContent: '$李先生$~$王先生$' })).body.retCode).toBe('0');
		expect((await first({ called: '447700900103', voiceContent: `$${'x'.repeat(998)}$` })).body.retCode).toBe('0');
	});

	it.each([
		['no called number', { called: undefined }, '5'],
		['a presented number that is no access code', { callerPresent: '1' }, '7'],
		['no playing at all', { playTimes: 0 }, '10'],
		['six times', { playTimes: 6 }, '10'],
		['no list', { playList: undefined }, '11'],
		['an empty list', { playList: [] }, '11'],
		['a list of six', { playList: Array(6).fill({ voiceId: WELCOME }) }, '11'],
		['an item of nothing', { playList: [{}] }, '12'],
		['values alone', { playList: [{ templateParams: ['1'] }] }, '12'],
		['a recording that does not exist', { playList: [{ voiceId: '42' }] }, '17'],
		['a template that does not exist', { playList: [{ templateId: '42' }] }, '17'],
		['one for another use', { playList: [{ voiceId: '1133790000000000003' }] }, '18'],
		['a draft', { playList: [{ voiceId: '1133790000000000004' }] }, '19'],
		['one not audited yet', { playList: [{ voiceId: '1133790000000000005' }] }, '20'],
		['one rejected', { playList: [{ voiceId: '1133790000000000006' }] }, '21'],
		['a recording for a template', { playList: [{ templateId: WELCOME }] }, '22'],
		['a template for a recording', { playList: [{ voiceId: GREETING }] }, '23'],
		['a name that does not exist', { playList: [{ voiceFileName: 'nobody' }] }, '33'],
		['the name of a template', { playList: [{ voiceFileName: 'greeting' }] }, '34'],
		['a priority in words', { priority: 'high' }, '36'],
		['the second item', { playList: [{ voiceId: WELCOME }, { voiceId: '42' }] }, '17'],
	])('refuse %s (14.3)', async (_name, changes, code) => {
		const { status, body } = await second(changes);
		expect({ status, retCode: body.retCode }).toEqual({ status: 200, retCode: code });
	});

	it.each([
		['two ids in one item', { playList: [{ voiceId: WELCOME, templateId: GREETING }] }],
		['an unknown field', { playList: [{ templated: GREETING }] }],
		['a priority that is a number', { priority: 1 }],
		['times that are no whole number', { playTimes: 1.5 }],
	])('answer 400 to %s (14.3)', async (_name, changes) => {
		expect((await second(changes)).status).toBe(400);
	});

	it.each<[string, string, string[] | undefined, string]>([
		['the example of the reference', PARCEL, ['3', '人民公园正门'], '0'],
		['no values for two variables', PARCEL, undefined, '25'],
		['one value for two variables', PARCEL, ['3'], '25'],
		['a value for no variable', GREETING, ['3'], '25'],
		['no values for no variables', GREETING, undefined, '0'],
		['an empty list', PARCEL, [], '15'],
		['eleven values', PARCEL, Array<string>(11).fill('1'), '15'],
		['an empty value', PARCEL, ['', 'x'], '35'],
		['33 bytes in eleven characters', PARCEL, ['3', '人'.repeat(11)], '13'],
		['30 bytes in ten characters', PARCEL, ['3', '人'.repeat(10)], '0'],
		['a dollar sign', PARCEL, ['3', 'US$'], '14'],
		['a brace', PARCEL, ['3', 'a}'], '14'],
		['letters for a number', PARCEL, ['x', 'gate'], '31'],
		['three digits for two', PARCEL, ['123', 'gate'], '29'],
		['ten digits for twelve', ACCOUNT, ['1234567890', 'Li'], '32'],
		['nine digits for twelve', ACCOUNT, ['123456789', 'Li'], '0'],
		['ten bytes for nine', ACCOUNT, ['1', 'abcdefghij'], '30'],
		['twelve bytes in four characters for nine', ACCOUNT, ['1', '人民公园'], '30'],
		['a date and a time', DEADLINE, ['2022/07/16', '14:30'], '0'],
		['a time with seconds', DEADLINE, ['2022/07/16', '14:30:30'], '0'],
		['a date with hyphens', DEADLINE, ['2022-07-16', '14:30'], '26'],
		['a day that is none', DEADLINE, ['2022/02/30', '14:30'], '26'],
		['an hour that is none', DEADLINE, ['2022/07/16', '24:30'], '27'],
		['a short time', DEADLINE, ['2022/07/16', '9:30'], '27'],
		['a template that is none', '1226170000000000005', ['x'], '28'],
	])('check the values of a template: %s', async (_name, id, values, code) => {
		expect(await template(id, values)).toBe(code);
	});

	describe('voice files (14.1)', () => {
		it('are the audited ones for notifications, by type and page', async () => {
			const all = await files();
			expect(all).toMatchObject({ returnCode: '0', description: 'query success' });
			expect(all.voiceInfo.map(({ name }: any) => name)).toEqual([
				'welcome',
				'goodbye',
				'parcel',
				'deadline',
				'greeting',
				'account',
				'malformed',
				'appointment',
				'queue',
			]);
			expect((await files({ type: 0 })).voiceInfo).toHaveLength(2);
			const texts = (await files({ type: 2, offset: 2, limit: 2 })).voiceInfo;
			expect(texts.map(({ name }: any) => name)).toEqual(['greeting', 'account']);
			expect(texts[0]).toMatchObject({
				tenant_id: '202211228274',
				voice_id: GREETING,
				type: 2,
				scene: 3,
				status: 2,
			});
			expect(JSON.parse(texts[0].voicecontent)).toEqual({
				0: { languageId: '0', textcontent: 'Thank you for calling.' },
			});
			expect((await files({ limit: 1000 })).voiceInfo).toHaveLength(9);
			expect(await files({ type: 1 })).toEqual({ returnCode: '1', description: expect.any(String) });
		});

		it('come from uploads once they are audited, under the id of the audit callback (5.4.4, 5.4.5)', async () => {
			const hook = await receiver(() => ({ status: 200, body: { returnCode: '0' } }));
			const upload = { locale: 'en_US', voiceType: '3', fileType: 'wav', callBackUrl: hook.url };
			const fileInfo = Buffer.from('RIFF').toString('base64');
			await request(`${CC}/importVoiceFile/upload`, { ...upload, fileInfo, voiceFileName: 'news' });
			await request(`${CC}/importVoiceFile/upload`, {
				...upload,
				fileInfo,
				voiceFileName: 'ivr',
				voiceType: '0',
			});
			const made = await request(`${CC}/createVoiceTemplate`, {
				name: 'reminder',
				voicecontent: { textcontent: 'Pay ${NUM_4} please', language: 'en_US' },
				callBackUrl: hook.url,
			});
			const { templateId } = made.body;
			expect(await template(templateId, ['12'])).toBe('20');
			expect((await second({ playList: [{ voiceFileName: 'news' }] })).body.retCode).toBe('20');
			expect((await files()).voiceInfo).toHaveLength(9);
			await sim.clock.advance(minutes(1));
			const added = (await files()).voiceInfo.slice(9);
			expect(added.map(({ name, type }: any) => [name, type])).toEqual([
				['news', 0],
				['reminder', 2],
			]);
			const told = hook.received.map(({ fileId, status }) => [fileId, status]);
			expect(told).toEqual(
				expect.arrayContaining([
					[added[0].voice_id, '2'],
					[templateId, '2'],
				]),
			);
			expect(added[1].voice_id).toBe(templateId);
			expect(JSON.parse(added[1].voicecontent)[0].languageId).toBe('1');
			expect(await template(templateId, ['12'])).toBe('0');
			expect((await second({ called: '447700900102', playList: [{ voiceFileName: 'news' }] })).body.retCode).toBe(
				'0',
			);
			await hook.close();
		});
	});
});
