/** Whole conversations with the simulated bots, in both shapes of their answers and both versions of the interface. */
import type { IDataObject } from 'n8n-workflow';

import { HuaweiCecBotDialog } from '../../nodes/HuaweiCecBotDialog/HuaweiCecBotDialog.node';
import { Bench, byId } from '../support/bench';
import { execute } from '../support/n8n';

const node = new HuaweiCecBotDialog();
const TEXT_BOT = '880000000000000101';
const HOTLINE = '30501';

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

interface Said extends IDataObject {
	output: string;
	messages: IDataObject[];
	action: string;
	state: IDataObject;
}

const execution = async (resource: string, operation: string, parameters: object): Promise<Said> => {
	const given = { resource, operation, ...parameters } as IDataObject;
	const [{ json }] = await execute({ node, credentials: bench.credentials, parameters: given });
	return json as Said;
};

const send = async (sessionId: string, message: string, additionalFields: object = {}, more: object = {}) =>
	await execution('conversation', 'sendMessage', { accessCode: byId(TEXT_BOT), sessionId, message, additionalFields, ...more });

/** What was asked, but for requests that met a platform that had forgotten the token, as a reset makes it. */
const inactions = () =>
	bench.requests
		.filter(({ response }) => !/^90000[12]$/.test(String((response as { ret?: number } | undefined)?.ret)))
		.map(({ body }) => (body as { inaction?: number } | undefined)?.inaction)
		.filter((one) => one !== undefined);

describe.each([
	['sample', 'v1'],
	['table', 'v2'],
] as const)('answers of the %s, version %s', (answers, version) => {
	beforeEach(() => bench.sim.control.setBots({ answers }));
	const talk = async (message: string, additionalFields: object = {}) => await send('chat-1', message, additionalFields, { version });

	/** Up to where the bot asks for a transfer. */
	async function handedOver(): Promise<Said> {
		await talk('person');
		const asked = await talk('my bill is wrong');
		const told = { queueIndex: '3', estimateTime: '40', additionalFields: { state: asked.state } };
		const { state } = await execution('conversation', 'answerQuery', { version, accessCode: byId(TEXT_BOT), sessionId: 'chat-1', ...told });
		return await talk('yes', { state });
	}

	test('greets who says nothing yet', async () => {
		const { output, action, state } = await talk('');
		expect(output).toMatch(/^Welcome/);
		expect({ action, open: state.open }).toEqual({ action: 'reply', open: true });
		expect(inactions()).toEqual([8]);
	});

	test('opens the dialog for a first message, and goes on in it with the next', async () => {
		expect((await talk('tariff')).output).toMatch(/gigabytes/);
		expect((await talk('10')).action).toBe('reply');
		// The first finds out that there is none.
		expect(inactions()).toEqual([9, 8, 9, 9]);
	});

	test('needs no finding out where the state of the last message is given', async () => {
		const { state } = await talk('', { state: { open: false } });
		expect(inactions()).toEqual([8]);
		await talk('tariff', { state });
		expect(inactions()).toEqual([8, 9]);
	});

	test('answers what the bot asks about a queue, and goes on', async () => {
		await talk('agent');
		const { action, query } = (await talk('my bill')) as unknown as { action: string; query: object };
		expect({ action, query }).toMatchObject({ action: 'query', query: { queueId: '5' } });
		const told = { queueIndex: '3', estimateTime: '40' };
		const { output } = await execution('conversation', 'answerQuery', { version, accessCode: byId(TEXT_BOT), sessionId: 'chat-1', ...told });
		expect(output).toBe('Your place in the queue would be 3, about 40 seconds. Will you wait?');
		expect((await talk('yes')).action).toBe('transfer');
	});

	test('tells of a transfer, and that it succeeded', async () => {
		const last = await handedOver();
		expect(last).toMatchObject({ action: 'transfer', transfer: { type: expect.any(String), target: expect.any(String) } });
		const end = await execution('conversation', 'confirmTransfer', {
			accessCode: byId(TEXT_BOT),
			version,
			sessionId: 'chat-1',
			succeeded: true,
			beginTrans: '2026-03-01T10:00:00',
			endTrans: '2026-03-01T10:00:05',
			additionalFields: { state: last.state },
		});
		expect(end).toMatchObject({ action: 'end', state: { open: false } });
		expect(inactions().slice(-2)).toEqual([11, 11]);
	});

	test('a transfer that failed leaves the customer with the bot', async () => {
		const last = await handedOver();
		expect(last.action).toBe('transfer');
		const more = { accessCode: byId(TEXT_BOT), version, sessionId: 'chat-1', succeeded: false, beginTrans: '2026-03-01T10:00:00', endTrans: '2026-03-01T10:00:05' };
		const goesOn = await execution('conversation', 'confirmTransfer', more);
		expect(goesOn).toMatchObject({ action: 'reply', output: expect.stringMatching(/^I am sorry, nobody is free/), state: { open: true } });
	});

	test('ends when it is told to, also twice', async () => {
		await talk('tariff');
		const end = async () => await execution('conversation', 'end', { accessCode: byId(TEXT_BOT), version, sessionId: 'chat-1' });
		expect(await end()).toMatchObject({ action: 'end', state: { open: false } });
		expect(await end()).toMatchObject({ action: 'end' });
		expect((await talk('')).output).toMatch(/^Welcome/);
	});

	test('begins anew where it is told to, or where nothing is said, though a dialog is open', async () => {
		await talk('tariff');
		expect((await talk('bill', { startAnew: true })).output).toMatch(/^Welcome[\s\S]*telephone number/);
		expect((await talk('')).output).toMatch(/^Welcome/);
		expect((await talk('bill')).output).toBe('What is your telephone number?');
	});

	test('the state may be JSON', async () => {
		await talk('tariff', { state: '{ "open": false }' });
		expect(inactions()).toEqual([8, 9]);
		await expect(talk('tariff', { state: '{ open' })).rejects.toThrow(/"State"/);
	});

	test('a token that has expired inside a 200 is fetched anew, and nothing is said twice', async () => {
		const { state } = await talk('');
		bench.sim.control.expireTokens();
		expect((await talk('tariff', { state })).output).toMatch(/gigabytes/);
	});
});

test('plays through prompts of a voice flow, keeps their index and stops where the customer is to speak', async () => {
	const { messages, state, action } = await execution('conversation', 'sendMessage', {
		accessCode: byId(HOTLINE),
		sessionId: 'call-1',
		message: '',
		additionalFields: { userId: '447700900400' },
	});
	expect(messages.length).toBeGreaterThan(1);
	expect(action).toBe('reply');
	expect(state.interactionIndex).toEqual(expect.any(String));
	expect(inactions().filter((one) => one === 9)).toHaveLength(messages.length - 1);
});

describe('a call', () => {
	const call = { accessCode: byId(HOTLINE), sessionId: 'call-1' };
	const dial = async () => await execution('conversation', 'sendMessage', { ...call, message: '', additionalFields: { userId: '447700900400' } });
	const answer = async ({ state }: Said, message: string, more: object = {}) =>
		await execution('conversation', 'sendMessage', { ...call, message, additionalFields: { state, ...more } });
	const inputs = () => bench.requests.filter(({ path }) => path.includes('/crs/')).map(({ body }) => body as { inparams: { flow_result_type: string; input: string } }).map(({ inparams }) => [inparams.flow_result_type, inparams.input]);

	test('is led by keys, where the state tells that the bot takes nothing else', async () => {
		const menu = await dial();
		expect(menu).toMatchObject({ state: { awaits: 'keys' }, messages: [{ type: 'audio' }, {}, {}, { type: 'speech', keys: { most: 1 }, timeoutSeconds: 10 }] });
		const number = await answer(menu, '1');
		expect(number).toMatchObject({ state: { awaits: 'keys' }, messages: [{ keys: { most: 12, hashConfirms: true, starCancels: false } }] });
		const rate = await answer(number, '15550123');
		expect(rate).toMatchObject({ output: expect.stringMatching(/^The balance of 15550123 is 24\.90\./), state: { awaits: 'wordsOrKeys' } });
		const end = await answer(rate, '1', { inputType: 'keys' });
		expect(end).toMatchObject({ action: 'end', output: 'Goodbye.', end: { normal: true, startedAt: expect.stringMatching(/^2026-03-02T/) }, state: { open: false } });
		expect(inputs().slice(-3)).toEqual([['2', '1'], ['3', 'playover'], ['-1', 'hangup']]);
	});

	test('is switched to video where the bot wants that', async () => {
		const asked = await answer(await dial(), '4');
		expect(asked).toMatchObject({ action: 'query', query: { type: 'mediaSwitch', media: 'video' } });
		const more = { callMediaType: '3', state: asked.state };
		const menu = await execution('conversation', 'answerQuery', { ...call, additionalFields: more });
		expect(menu).toMatchObject({ action: 'reply', messages: [{ type: 'video', file: 'Y:/1/video/tariffs.3gp' }, { type: 'speech' }], state: { awaits: 'keys' } });
		expect(bench.requests.map(({ body }) => (body as { inparams: object }).inparams)).toContainEqual(
			expect.objectContaining({ flow_result_type: '3', input: 'playover', call_media_type: '3' }),
		);
	});

	test('is recorded where the bot wants that', async () => {
		const record = await answer(await dial(), '3');
		expect(record).toMatchObject({ action: 'reply', messages: [{ type: 'record', file: expect.any(String), recordTo: expect.any(String) }], state: { awaits: 'recording' } });
		const thanks = await answer(record, '', { inputType: 'recording', recording: 'Y:/1/record/1.wav' });
		expect(thanks.output).toMatch(/^Thank you for your message\./);
		expect(bench.requests.map(({ body }) => (body as { inparams: object }).inparams)).toContainEqual(
			expect.objectContaining({ flow_result_type: '4', input: 'recordend', recordFileName: 'Y:/1/record/1.wav' }),
		);
	});

	test('does not give words to a prompt that only takes keys', async () => {
		const again = await answer(await dial(), 'my balance, please');
		expect(again).toMatchObject({ action: 'reply', state: { awaits: 'keys' } });
		expect(inputs().at(-1)).toEqual(['-1', 'nomatch']);
	});

	test.each(['timeout', 'nomatch'])('tells the bot of a %s, until its patience ends', async (inputType) => {
		let last = await dial();
		for (let times = 0; times < 2; times += 1) {
			last = await answer(last, '', { inputType });
			expect(last).toMatchObject({ action: 'reply', state: { awaits: 'keys' } });
		}
		expect(await answer(last, '', { inputType })).toMatchObject({ action: 'end', end: { normal: false } });
	});

	test('is transferred, and whether the talk was recorded goes back', async () => {
		const speak = await answer(await dial(), '2');
		const asked = await answer(speak, 'technician');
		expect(asked).toMatchObject({
			action: 'transfer',
			transfer: { type: 'externalNumber', target: '15550180', callingNumber: '15550100', recordTo: expect.stringMatching(/^Y:/) },
		});
		const span = { beginTrans: '2026-03-01T10:00:00', endTrans: '2026-03-01T10:00:05' };
		const end = await execution('conversation', 'confirmTransfer', { ...call, ...span, succeeded: true, additionalFields: { recorded: true, state: asked.state } });
		expect(end).toMatchObject({ action: 'end', state: { open: false } });
		expect(bench.requests.at(-1)?.body).toMatchObject({ inaction: 11, inparams: { record_result: '0', input: 'hangup' } });
	});
});

test('hints for agents come with all that is JSON in them', async () => {
	const about = { userid: 'hints', call_dst_id: '880000000000000105', additionalFields: { seat: 'ass' } };
	await execution('dialogStep', 'start', { ...about, call_sor_id: '447700900400' });
	const { turn } = await execution('dialogStep', 'reply', { ...about, flow_result_type: 1, input: 'my bill is a complaint' });
	expect(turn).toMatchObject({ message: { content: { sentiment_analysis: 'negative', call_script: expect.arrayContaining([{ intentcode: 'bill', intentDsp: expect.any(String), status: '1' }]) } } });
});

test('cards are words and their content', async () => {
	const { state } = await send('card', 'tariff');
	const { messages, output } = await send('card', '20', { state });
	expect(messages).toMatchObject([{ type: 'card', content: { items: [{ name: 'Basic', price: '9.90' }, {}, {}] } }]);
	expect(output).toBe('Tariffs for 20 GB a month');
});

test('the greeting of a new conversation can be left out, whatever it is made of', async () => {
	const { output } = await execution('conversation', 'sendMessage', {
		accessCode: byId(HOTLINE),
		sessionId: 'short',
		message: '1',
		additionalFields: { keepGreeting: false, state: { open: false } },
	});
	expect(output).toBe('Key in your telephone number, then the hash key.');
});

describe('what the bot does not wait for is not sent', () => {
	const span = { beginTrans: '2026-03-01T10:00:00', endTrans: '2026-03-01T10:00:05' };

	test.each<[string, string, object, string, RegExp]>([
		['a message', 'sendMessage', { message: 'hi' }, 'transfer', /use Confirm Transfer first/],
		['a message', 'sendMessage', { message: 'hi' }, 'query', /use Answer Query first/],
		['the answer to a query', 'answerQuery', {}, 'reply', /has asked nothing/],
		['the result of a transfer', 'confirmTransfer', { succeeded: true, ...span }, 'reply', /has asked for no transfer/],
	])('%s (%s %j) after %s', async (_what, operation, given, action, message) => {
		for (const state of [{ open: true, action }, JSON.stringify({ open: true, action })]) {
			const parameters = { accessCode: byId(TEXT_BOT), sessionId: 'chat-1', ...given, additionalFields: { state } };
			await expect(execution('conversation', operation, parameters)).rejects.toThrow(message);
		}
		expect(bench.requests).toEqual([]);
	});

	test('but a new conversation can be begun', async () => {
		expect(await send('chat-1', 'bill', { state: { open: true, action: 'transfer' }, startAnew: true })).toMatchObject({ action: 'reply' });
	});
});

describe('that nobody was let in is not taken for an answer of the bot', () => {
	const ways: Array<[string, object]> = [
		['sendMessage', { message: 'hi' }],
		['end', {}],
	];

	test.each(ways)('%s with a wrong password, which is tried once', async (operation, given) => {
		const credentials = { ...bench.credentials, huaweiCecBotApi: { ...bench.credentials.huaweiCecBotApi, appSecret: 'wrong' } };
		const parameters = { resource: 'conversation', operation, accessCode: byId(TEXT_BOT), sessionId: 'chat-1', ...given } as IDataObject;
		await expect(execute({ node, credentials, parameters })).rejects.toThrow(/password/);
		expect(bench.requests.map(({ section }) => section)).toEqual(['4.4']);
	});

	test.each(ways)('%s where the address may not be used', async (operation, given) => {
		await bench.renewBotToken();
		bench.sim.control.clearRequests();
		bench.sim.control.addFault({ kind: 'status', status: 403, match: { path: '/crs/', times: 5 } });
		await expect(execution('conversation', operation, { accessCode: byId(TEXT_BOT), sessionId: 'chat-1', ...given })).rejects.toThrow(/does not let/);
		expect(bench.requests.filter(({ path }) => path.includes('/crs/'))).toHaveLength(1);
	});
});

test('the last words of the bot are not lost where closing the dialog fails', async () => {
	const { state } = await execution('conversation', 'sendMessage', { accessCode: byId('880000000000000102'), sessionId: 'last', message: '', additionalFields: {} });
	bench.sim.control.addFault({ kind: 'status', status: 503, match: { path: '/crs/', skip: 2, times: 5 } });
	const first = { accessCode: byId('880000000000000102'), sessionId: 'last', message: '账单' };
	const told = await execution('conversation', 'sendMessage', { ...first, additionalFields: { state } });
	expect(told.output).toMatch(/100/);
	expect(await execution('conversation', 'sendMessage', { ...first, additionalFields: { state: told.state } })).toMatchObject({ action: 'end', state: { open: false } });
	expect(bench.requests.at(-1)).toMatchObject({ status: 503, body: { inparams: { input: 'hangup' } } });
});

test('an end that the bot has not confirmed is told so', async () => {
	await send('ended', 'tariff');
	const end = async () => await execution('conversation', 'end', { accessCode: byId(TEXT_BOT), sessionId: 'ended' });
	expect(await end()).toMatchObject({ confirmed: true, end: { normal: true } });
	expect(await end()).toMatchObject({ confirmed: false });
});

test.each([
	['no session ID', { sessionId: '' }, /"Session ID" is missing/],
	['no access code', { accessCode: byId('') }, /"Access Code" is missing/],
	['an access code that is too long', { accessCode: byId('x'.repeat(25)) }, /"Access Code"/],
])('with %s nothing is sent, so that no customers share a conversation', async (_what, given, message) => {
	const parameters = { accessCode: byId(TEXT_BOT), sessionId: 'chat-1', message: 'hi', ...given };
	await expect(execution('conversation', 'sendMessage', parameters)).rejects.toThrow(message);
	expect(bench.requests).toEqual([]);
});

test('a long session ID keeps its end', async () => {
	const sessionId = 'x'.repeat(100) + 'end';
	const { sessionId: used } = await send(sessionId, '');
	expect(used).toBe(sessionId.slice(-64));
});

test('an unknown access code is refused with words', async () => {
	await expect(execution('conversation', 'sendMessage', { accessCode: byId('999'), sessionId: 'chat-1', message: 'hi' })).rejects.toMatchObject({
		message: expect.stringMatching(/\S/),
		description: expect.stringMatching(/\S/),
	});
});

test('many customers talk at once, each with a conversation of its own', async () => {
	const sessions = Array.from({ length: 50 }, (_, index) => `many-${index}`);
	const answers = await Promise.all(sessions.map(async (session) => await send(session, 'tariff')));
	expect(answers.map(({ sessionId, output }) => [sessionId, /gigabytes/.test(output)])).toEqual(sessions.map((session) => [session, true]));
}, 30_000);

test('messages of one conversation take turns', async () => {
	const { state } = await send('turns', '');
	const answers = await Promise.all(['tariff', '5', '10'].map(async (message) => await send('turns', message, { state })));
	expect(answers.every(({ action }) => action === 'reply')).toBe(true);
});

describe('step by step', () => {
	const step = async (operation: string, parameters: object) => await execution('dialogStep', operation, { userid: 'step-1', call_dst_id: HOTLINE, ...parameters });

	test('each step tells its turn in one shape', async () => {
		const begun = await step('start', { call_sor_id: '447700900400', additionalFields: { entrance_id: '03', channelType: 'WEB', mediaability: '1' } });
		expect(begun).toMatchObject({ turn: { action: 'reply', message: { type: expect.any(String) }, interactionIndex: '1' } });
		const next = await step('reply', {
			flow_result_type: 3,
			input: 'playover',
			additionalFields: { inter_idx: '1', begin_play: '2026-03-01T10:00:00', end_play: '2026-03-01T10:00:05' },
		});
		expect(next).toMatchObject({ turn: { action: 'reply', interactionIndex: '2' } });
		const sent = bench.requests.at(-1)?.body as { inparams: object };
		expect(sent).toMatchObject({ inaction: 9, inparams: { call_id: 'step-1', begin_play: '2026030110:00:00' } });
		const hungUp = await step('reply', { flow_result_type: -1, input: 'hangup', additionalFields: { release_reason: '2' } });
		expect(hungUp).toMatchObject({ turn: { action: 'end', end: { normal: expect.any(Boolean) } } });
	});

	test('a capture system is asked for results', async () => {
		await step('startCapture', { additionalFields: { call_sor_id: '447700900400' } });
		expect(await step('checkRecognition', {})).toMatchObject({ turn: { action: 'recognition' } });
	});
});

describe('silent agents', () => {
	const ANSWERED = '880000000000000103';
	const talk = async (message: string) =>
		await execution('conversation', 'sendMessage', { accessCode: byId(ANSWERED), sessionId: 'silent-2', message });

	/** What the platform would tell the silent agent, once it waits for one. */
	async function waiting(): Promise<{ nodeId: string; nodeIndex: number }> {
		for (;;) {
			const { bots } = bench.sim.control.state() as unknown as { bots: { waitingForSilentAgents: Array<{ nodeId: string; nodeIndex: number }> } };
			if (bots.waitingForSilentAgents.length > 0) return bots.waitingForSilentAgents[0];
			await new Promise((resolve) => setTimeout(resolve, 5));
		}
	}

	const reply = async (more: object) => await execution('silentAgent', 'reply', { callId: 'silent-2', agentId: '10001', ...more });

	test('answer in words of their own', async () => {
		await talk('');
		const said = talk('Do you sell bread?');
		const { nodeId, nodeIndex } = await waiting();
		const words = { nodeId, replyType: 1, replyIntentCode: 'slientInsertReply', replyIntentContent: 'Not yet.' };
		expect(await reply({ ...words, additionalFields: { nodeIndex } })).toEqual({ success: true });
		const sent = bench.requests.find(({ section }) => section === '10.11.2');
		expect(sent?.body).toMatchObject({ replyType: 1, replyIntentName: 'slientInsertReply', nodeIndex });
		expect(await said).toMatchObject({ output: 'Not yet.', messages: [{ from: 'agent' }] });
		// Nothing waits any more.
		await expect(reply(words)).rejects.toThrow(/code 10000002/);
	});

	test('answer with an intent, by which the bot goes on', async () => {
		await talk('');
		const said = talk('it costs too much');
		const { nodeId } = await waiting();
		const intent = { nodeId, replyType: 0, replyIntentCode: 'tariff', replyIntentName: 'Tariffs', replyIntentContent: 'I see.' };
		expect(await reply(intent)).toEqual({ success: true });
		expect((await said).output).toBe('I see.\nHow many gigabytes do you use in a month?');
	});
});

test('silent agents watch and leave', async () => {
	const watched = '880000000000000104';
	await execution('conversation', 'sendMessage', { accessCode: byId(watched), sessionId: 'silent-1', message: '' });
	const change = async (workMode: number, more: object = {}) =>
		await execution('silentAgent', 'changeMode', { callId: 'silent-1', agentId: '10001', workMode, ...more });
	expect(await change(1)).toEqual({ success: true });
	expect(await change(0)).toEqual({ success: true });
});
