/** What is special about calls: what travels in texts, spans of time, why calls ended, and what is refused before it is sent. */
import type { IDataObject, INodeExecutionData } from 'n8n-workflow';

import { HuaweiCecCall } from '../../nodes/HuaweiCecCall/HuaweiCecCall.node';
import { AGENT_PHONE, Bench, byId, rowsOf } from '../support/bench';
import { execute } from '../support/n8n';

const node = new HuaweiCecCall();
const CUSTOMER = '447700900101';
const VOICE = '1133790000000000001';
const PARCEL = '1226170000000000001';

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

const run = async (
	resource: string,
	operation: string,
	parameters: object,
	timezone = 'UTC',
): Promise<INodeExecutionData[]> =>
	await execute({
		node,
		credentials: bench.credentials,
		parameters: { resource, operation, ...parameters } as IDataObject,
		timezone,
	});

const failure = async (...args: Parameters<typeof run>): Promise<string> =>
	await run(...args).then(
		() => {
			throw new Error('It went through');
		},
		(error: Error) => error.message,
	);

const sent = (section: string) =>
	bench.requests.filter((request) => request.section === section).map(({ body }) => body as IDataObject);
const decoded = (text: unknown) => Buffer.from(String(text), 'base64').toString();

describe('on the wire', () => {
	test('a two-party call: the agent as a number, the address in BASE64, the rest as texts', async () => {
		const callBackUrl = 'https://n8n.example.com/webhook/a-b_c?x&y#z';
		const additionalFields = { agentWorkNo: byId('101'), callBackUrl, callData: '{"a": "你好"}' };
		await run('twoPartyCall', 'create', { caller: AGENT_PHONE, called: CUSTOMER, additionalFields });
		const [body] = sent('6.2.1');
		expect(body).toEqual({
			caller: AGENT_PHONE,
			called: CUSTOMER,
			agentWorkNo: 101,
			callData: '{"a": "你好"}',
			callBackUrl: expect.any(String),
		});
		expect(decoded(body.callBackUrl)).toBe(callBackUrl);
		expect(bench.state.calls[0]).toMatchObject({ callBackUrl, callData: '{"a": "你好"}' });
	});

	test('numbers that begin with zeros keep them', async () => {
		const additionalFields = { caller: '00447700900001' };
		await run('twoPartyCall', 'createWithSoftphone', {
			softPhone: byId(AGENT_PHONE),
			called: '0044770',
			additionalFields,
		});
		expect(sent('6.2.2')).toEqual([{ softPhone: AGENT_PHONE, called: '0044770', caller: '00447700900001' }]);
	});

	test('a play list: rows and JSON are sent alike, values with commas are one value each', async () => {
		const given = [
			{ voiceId: VOICE },
			{ voiceFileName: 'goodbye' },
			{ templateId: PARCEL, templateParams: ['3', 'Gate 1, left, 东门'] },
		];
		const playList = rowsOf(
			{ part: 'voice', voiceId: byId(VOICE) },
			{ part: 'name', voiceFileName: 'goodbye' },
			{
				part: 'template',
				templateId: byId(PARCEL),
				templateParams: rowsOf({ value: 3 }, { value: 'Gate 1, left, 东门' }),
			},
		);
		await run('voiceNotification', 'create', { called: CUSTOMER, playList });
		const playListJson = JSON.stringify(given);
		await run('voiceNotification', 'create', { called: '447700900102', playListInput: 'json', playListJson });
		expect(sent('14.3').map((body) => body.playList)).toEqual([given, given]);
		expect(sent('14.3')[0]).toEqual({ called: CUSTOMER, playList: given });
	});

	test('what is left over from another kind of part is not sent', async () => {
		const part = {
			part: 'voice',
			voiceId: byId(VOICE),
			voiceFileName: 'goodbye',
			templateId: byId(PARCEL),
			templateParams: {},
		};
		await run('voiceNotification', 'create', { called: CUSTOMER, playList: rowsOf(part) });
		expect(sent('14.3')[0].playList).toEqual([{ voiceId: VOICE }]);
	});

	test('text between voice files is one text, and its address is in BASE64', async () => {
		const voiceContent = rowsOf(
			{ part: 'text', text: '您有3件快递, gate 1-left' },
			{ part: 'voice', voiceId: byId(VOICE) },
			{ part: 'text', text: 'Bye' },
		);
		const additionalFields = { callBackUrl: 'https://n8n.example.com/a', priority: 1 };
		await run('voiceNotification', 'createFromText', { called: CUSTOMER, voiceContent, additionalFields });
		expect(sent('14.2')).toEqual([
			{
				called: CUSTOMER,
				voiceContent: `$您有3件快递, gate 1-left$~${VOICE}~$Bye$`,
				callBackUrl: Buffer.from('https://n8n.example.com/a').toString('base64'),
				priority: '1',
			},
		]);
	});
});

describe('refused before anything is sent', () => {
	const json = (list: unknown) => ({ called: CUSTOMER, playListInput: 'json', playListJson: JSON.stringify(list) });
	const template = (...values: string[]) => ({
		called: CUSTOMER,
		playList: rowsOf({
			part: 'template',
			templateId: byId(PARCEL),
			templateParams: rowsOf(...values.map((value) => ({ value }))),
		}),
	});
	const say = (...texts: string[]) => ({
		called: CUSTOMER,
		voiceContent: rowsOf(...texts.map((text) => ({ part: 'text', text }))),
	});
	const calling = (additionalFields: object) => ({ caller: AGENT_PHONE, called: CUSTOMER, additionalFields });
	const address = (length: number) => `https://n8n.example.com/${'a'.repeat(length - 24)}`;

	test.each<[string, string, string, object, string | RegExp]>([
		[
			'a part with nothing to play',
			'voiceNotification',
			'create',
			json([{ voiceId: VOICE }, {}]),
			/part 2 must have exactly one of voiceId, voiceFileName and templateId$/,
		],
		[
			'a part with two things to play',
			'voiceNotification',
			'create',
			json([{ voiceId: VOICE, templateId: PARCEL }]),
			/part 1 must have exactly one/,
		],
		[
			'six parts',
			'voiceNotification',
			'create',
			json(new Array(6).fill({ voiceId: VOICE })),
			'"Play List (JSON)" may have at most 5 entries, not 6',
		],
		['no parts', 'voiceNotification', 'create', json([]), '"Play List (JSON)" is missing'],
		[
			'a broken list',
			'voiceNotification',
			'create',
			{ ...json([]), playListJson: '[{' },
			'"Play List (JSON)" is not valid JSON',
		],
		[
			'a value of 33 bytes',
			'voiceNotification',
			'create',
			template('3', '东'.repeat(11)),
			'"Value" may have at most 32 bytes, not 33',
		],
		[
			'a value with ${',
			'voiceNotification',
			'create',
			template('3', '${a'),
			'"Value" may hold only characters other than $ { }',
		],
		['an empty value', 'voiceNotification', 'create', template('3', ''), '"Value" is missing'],
		[
			'eleven values',
			'voiceNotification',
			'create',
			template(...new Array<string>(11).fill('1')),
			'"Values" may have at most 10 entries, not 11',
		],
		[
			'six times',
			'voiceNotification',
			'create',
			{ ...json([{ voiceId: VOICE }]), additionalFields: { playTimes: 6 } },
			'"Times" must be at most 5, not 6',
		],
		[
			'text with $',
			'voiceNotification',
			'createFromText',
			say('5 $'),
			'"Text" may hold only characters other than $ and ~',
		],
		[
			'text with ~',
			'voiceNotification',
			'createFromText',
			say('a~b'),
			'"Text" may hold only characters other than $ and ~',
		],
		[
			'1001 characters in all',
			'voiceNotification',
			'createFromText',
			say('a'.repeat(500), 'b'.repeat(496)),
			'"Play List" may have at most 1000 characters in all, not 1001',
		],
		[
			'an address of a notification that is too long',
			'voiceNotification',
			'createFromText',
			{ ...say('a'), additionalFields: { callBackUrl: address(193) } },
			'"Release Callback URL" is too long: at most 192 characters',
		],
		[
			'an address with =',
			'twoPartyCall',
			'create',
			calling({ callBackUrl: 'https://n8n.example.com/?a=1' }),
			'"Release Callback URL" holds characters that CEC does not allow',
		],
		[
			'call data of 1025 characters',
			'twoPartyCall',
			'create',
			calling({ callData: 'x'.repeat(1025) }),
			'"Call Data" may have at most 1024 characters, not 1025',
		],
		[
			'a number of 33 digits',
			'twoPartyCall',
			'create',
			{ caller: AGENT_PHONE, called: '4'.repeat(33) },
			'"Customer Phone" may have at most 32 characters, not 33',
		],
		[
			'an agent that is no number',
			'twoPartyCall',
			'create',
			calling({ agentWorkNo: byId('agent.one') }),
			'"Agent" must be a whole number, not "agent.one"',
		],
	])('%s', async (_name, resource, operation, parameters, message) => {
		expect(await failure(resource, operation, parameters)).toMatch(message);
		expect(bench.requests).toEqual([]);
	});

	test('and what is just short enough is taken', async () => {
		await run('voiceNotification', 'createFromText', {
			...say('a'.repeat(500), 'b'.repeat(495)),
			additionalFields: { callBackUrl: address(192) },
		});
		await run('voiceNotification', 'create', {
			...template('3', '东'.repeat(10)),
			called: '447700900102',
		});
		expect((sent('14.2')[0].voiceContent as string).length).toBe(1000);
		expect((sent('14.2')[0].callBackUrl as string).length).toBe(256);
		expect(bench.state.notifications).toHaveLength(2);
	});
});

describe('records of calls', () => {
	const span = { startTime: '2026-02-10T00:00:00', endTime: '2026-03-10T00:00:00' };
	const list = async (parameters: object, timezone?: string) =>
		(await run('call', 'getMany', { ...span, ...parameters }, timezone)).map(({ json }) => json);

	test('four weeks are asked for in pieces of seven days, in milliseconds as texts', async () => {
		await bench.phoneCall();
		await bench.sim.clock.advance(5 * 24 * 3600_000);
		await bench.phoneCall();
		bench.sim.control.clearRequests();
		expect(await list({ returnAll: true })).toHaveLength(2);
		const week = 7 * 24 * 3600_000;
		const from = Date.parse('2026-02-10T00:00:00Z');
		expect(sent('6.2.3').map(({ startTime, endTime }) => [startTime, endTime])).toEqual(
			[0, 1, 2, 3].map((index) => [String(from + index * week), String(from + (index + 1) * week)]),
		);
	});

	test('times are read in the zone of the workflow', async () => {
		await list({ endTime: '2026-02-11T00:00:00' }, 'Asia/Shanghai');
		expect(sent('6.2.3')).toMatchObject([{ startTime: '1770652800000', endTime: '1770739200000' }]);
	});

	test('none are no failure', async () => {
		expect(await list({})).toEqual([]);
	});

	test('pages go on until all are there', async () => {
		for (let index = 0; index < 5; index += 1) await bench.phoneCall();
		bench.sim.control.clearRequests();
		expect(await list({ limit: 3, startTime: '2026-03-02T00:00:00', endTime: '2026-03-03T00:00:00' })).toHaveLength(
			3,
		);
		expect(sent('6.2.3')).toMatchObject([{ limit: '3', offset: '0' }]);
	});

	test('a reason is told by the type of its call: the same number means three things', async () => {
		const reason = 4;
		bench.sim.control.setCalls({ called: CUSTOMER, outcomes: [{ reason }] });
		await bench.phoneCall({ called: CUSTOMER });
		await bench.notification({ called: CUSTOMER });
		const reported = { telA: '1', telB: CUSTOMER, releaseCause: String(reason), startTime: '2026-03-02T08:00:00' };
		await run('itaCall', 'report', { callID: 'ita-1', remark: bench.tenant.tenantId, additionalFields: reported });
		const named = (rows: IDataObject[]) =>
			rows.map(({ taskTypeName, reasonCode, reason: words }) => [taskTypeName, reasonCode, words]);
		expect(named(await list({}))).toEqual([
			['Voice Notification', 4, 'Rejected or not answered'],
			['Two-Party Call', 4, 'Agent did not answer'],
		]);
		expect(named(await list({ filters: { taskType: 4 } }))).toEqual([
			['Partner Network (ITA)', 4, 'Special message sent'],
		]);
	});

	test('a reason that no list has is left as it came', async () => {
		bench.sim.control.setCalls({ called: CUSTOMER, outcomes: [{ reason: 300 }] });
		await bench.phoneCall({ called: CUSTOMER });
		const [row] = await list({});
		expect(row.reasonCode).toBe(300);
		expect(row).not.toHaveProperty('reason');
	});

	test('durations that come as texts or not at all', async () => {
		const callInfo = [
			{ callSerialNo: '1', talkDuration: '26', agentTalkDuration: '' },
			{ callSerialNo: '2', talkDuration: null },
		];
		const body = { retCode: '0', result: { total: 2, callInfo } };
		bench.sim.control.addFault({ kind: 'body', body, match: { path: 'queryCallDetailRecord' } });
		const [first, second] = await list({ endTime: '2026-02-11T00:00:00' });
		expect(first).toMatchObject({ talkDuration: '26', talkSeconds: 26 });
		expect(first).not.toHaveProperty('agentTalkSeconds');
		expect(second).not.toHaveProperty('talkSeconds');
	});
});

test('a voice file that comes alone is a list of one', async () => {
	const voiceInfo = {
		voice_id: VOICE,
		type: 2,
		voicecontent: '{"0":{"textcontent":"Hi"}}',
		uploaddate: 1772438400000,
	};
	bench.sim.control.addFault({
		kind: 'body',
		body: { returnCode: '0', voiceInfo },
		match: { path: 'queryVoiceNotification' },
	});
	const items = await run('voiceFile', 'getMany', { limit: 1 });
	expect(items.map(({ json }) => json)).toEqual([
		{
			...voiceInfo,
			typeName: 'Text',
			content: { 0: { textcontent: 'Hi' } },
			uploadedAt: '2026-03-02T08:00:00.000Z',
		},
	]);
});

test('a link that tells no end has none', async () => {
	const body = { retCode: 0, result: { url: 'https://storage.example.com/a.wav' } };
	bench.sim.control.addFault({ kind: 'body', body, match: { path: 'getRecordingAddress' } });
	const [{ json }] = await run('recording', 'getAddress', { callSerialNo: '1' });
	expect(json).toEqual(body.result);
});

test('passwords of softphones are shown only to whoever asks for them', async () => {
	const shown = async (more: object) => JSON.stringify(await run('softphone', 'getMany', more));
	expect(await shown({})).not.toContain('Demo-sip');
	expect(await shown({ simplify: false })).not.toContain('Demo-sip');
	expect(await shown({ options: { includeSecrets: true } })).toContain('Demo-sip1');
});

test('a plain callback address needs the consent of the user', async () => {
	const call = {
		caller: AGENT_PHONE,
		called: CUSTOMER,
		additionalFields: { callBackUrl: 'http://n8n.example.com/a' },
	};
	expect(await failure('twoPartyCall', 'create', call)).toBe('"Release Callback URL" is not protected (http://)');
	await run('twoPartyCall', 'create', { ...call, options: { allowHttpCallback: true } });
	expect(bench.state.calls[0].callBackUrl).toBe('http://n8n.example.com/a');
});

describe('call results', () => {
	const ofTenant = { callCenterId: '1', vdnId: '1' };

	test('ask for milliseconds in texts, and add times with an offset to those of the answer', async () => {
		await bench.phoneCall();
		const [{ json }] = await run('callResult', 'getMany', { ...ofTenant, startTime: '2026-03-02T09:00:00' }, 'Europe/Berlin');
		expect(sent('18.1')).toEqual([{ subCcNo: '1', vdn: '1', beginDate: '1772438400000' }]);
		expect(json).toMatchObject({ callEnd: expect.stringMatching(/^\d{13}$/), endedAt: expect.stringMatching(/^2026-03-02T09:0.*\+01:00$/) });
	});

	test('a call ID is enough; with nothing at all nothing is sent', async () => {
		const { callId } = await bench.phoneCall();
		expect(await run('callResult', 'getMany', { ...ofTenant, filters: { callId } })).toHaveLength(1);
		expect(await failure('callResult', 'getMany', ofTenant)).toMatch(/^Give "From", "To" or the filter "Call ID"/);
		expect(sent('18.1')).toEqual([{ subCcNo: '1', vdn: '1', callId }]);
	});
});
