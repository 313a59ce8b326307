/** The simulated web chat: chapter 11, read once more from the reference. */
import type { Simulator } from '../../simulator';
import { management, simulator, type Answer } from './harness';
import { BASE, serviceOf, shopOf, webCustomer } from './web-chat-desk';

let sim: Simulator;

beforeAll(async () => {
	sim = await simulator();
});
afterAll(async () => await sim.close());
beforeEach(() => sim.control.reset());

const JANE = 'jane-1';
const code = ({ body }: Answer): unknown => body.resultCode ?? body.returnCode;
const contents = ({ body }: Answer): string[] => body.downlinkMessages.map((one: { content: string }) => one.content);
const answer = (messages: string[], more: object = {}) =>
	sim.control.answerWebChat({ userId: JANE, messages, ...more });

describe('tokens', () => {
	test('are given for channels that exist, and wanted by whatever belongs to a customer', async () => {
		const { status, body } = await (
			await management(sim)
		)(`${BASE}/applyToken`, { userId: JANE, userName: 'Jane', channelId: 'none', locale: 'en' });
		expect([status, body]).toEqual([200, { resultCode: '1', resultDesc: 'none channel config found' }]);
		const jane = await webCustomer(sim, JANE);
		expect((await jane.poll()).status).toBe(200);
		jane.token = 'another';
		expect((await jane.poll()).status).toBe(401);
	});

	test.each([
		['a user of more than 32 characters', { userId: 'x'.repeat(33) }],
		['a language with a country', { locale: 'en_US' }],
		['no name', { userName: '' }],
		['an unknown field', { tenantId: '1' }],
	])('are not given for %s', async (_what, changes) => {
		const { status } = await (
			await management(sim)
		)(`${BASE}/applyToken`, { userId: JANE, userName: 'Jane', channelId: shopOf(sim), locale: 'en', ...changes });
		expect(status).toBe(400);
	});

	test('last an hour, and are replaced by the way in a conversation only', async () => {
		sim.control.setWebChat({ silenceSeconds: 100_000 });
		const jane = await webCustomer(sim, JANE);
		const john = await webCustomer(sim, 'john-1');
		await jane.send('CONNECT');
		answer([]);
		await sim.clock.advance(3_600_000);
		expect((await john.poll()).status).toBe(401);
		const polled = await jane.poll();
		expect([polled.status, polled.newToken]).toEqual([200, expect.any(String)]);
		jane.token = String(polled.newToken);
		expect((await jane.poll()).newToken).toBeNull();
	});
});

describe('conversations with agents', () => {
	test('queue, are taken, go to and fro, and end', async () => {
		const jane = await webCustomer(sim, JANE);
		expect(code(await jane.send('CHAT', { content: 'Hello' }))).toBe('13');
		expect((await jane.send('CONNECT')).body).toEqual({ resultCode: '11', resultDesc: 'Queuing...' });
		await sim.clock.advance(7000);
		const queue = await jane.ask('queryQueueInfo', { userId: JANE, channelConfigId: shopOf(sim), channel: 'WEB' });
		expect(queue.body).toMatchObject({ position: 1, totalWaitTime: 7, resultCode: '0' });
		answer(['Hi Jane']);
		expect(contents(await jane.poll())).toEqual(['An agent has joined.', 'Hi Jane']);
		expect(contents(await jane.poll())).toEqual([]);
		expect(
			(await jane.ask('queryQueueInfo', { userId: JANE, channelConfigId: shopOf(sim), channel: 'WEB' })).body,
		).toEqual({ resultCode: '160021' });
		expect(code(await jane.send('CHAT', { content: 'Where is my order?' }))).toBe('0');
		expect(code(await jane.send('INPUT'))).toBe('0');
		answer([], { read: true });
		expect(contents(await jane.poll())).toEqual([]);
		answer([], { read: true });
		expect((await jane.poll('&isNeedRead=true')).body.downlinkMessages[0].controlType).toBe('READ');
		expect(code(await jane.send('DISCONNECT'))).toBe('0');
		expect(code(await jane.send('DISCONNECT'))).toBe('13');
		const history = await jane.ask('queryHistoryChatMessage', {
			channelId: shopOf(sim),
			userId: JANE,
			limit: '2',
			offset: '0',
		});
		expect(history.body.messageList.map((one: { content: string }) => one.content)).toEqual([
			'Where is my order?',
			'Hi Jane',
		]);
	});

	test('reach agents who are signed in to the gateway, and come back from them', async () => {
		const { agents } = sim.tenant;
		const agentId = 101 + agents.findIndex(({ userAccount }) => userAccount === 'agent.chat');
		const gateway = `${sim.url}/agentgateway/resource`;
		const headers = { 'content-type': 'application/json; charset=UTF-8' };
		const signedIn = await fetch(`${gateway}/onlineagent/${agentId}`, {
			method: 'PUT',
			headers,
			body: JSON.stringify({ password: agents[agentId - 101].platformPassword, phonenum: '15550109', status: 4 }),
		});
		const guid = String(signedIn.headers.get('set-guid')).replace('JSESSIONID=', '');
		await fetch(`${gateway}/onlineagent/${agentId}/resetskill/true`, {
			method: 'POST',
			headers: { ...headers, guid },
		});
		const jane = await webCustomer(sim, JANE);
		expect(code(await jane.send('CONNECT'))).toMatch(/^(0|11)$/);
		await sim.clock.advance(2000);
		expect(code(await jane.send('CHAT', { content: 'Hello' }))).toBe('0');
		const { conversations } = (sim.control.state() as { webChats: { conversations: Array<{ callId: string }> } })
			.webChats;
		const [{ callId }] = conversations;
		const data = {
			from: shopOf(sim),
			to: JANE,
			channel: 'WEB',
			controlType: 'CHAT',
			mediaType: 'TEXT',
			messageCode: 'm1',
			senderNickname: 'Agent',
			senderAvatar: 'a',
			sendTime: '1772438400000',
			content: 'Hello Jane',
			userId: JANE,
		};
		const sent = await fetch(`${gateway}/mediacall/${agentId}/sendMessage`, {
			method: 'POST',
			headers: { ...headers, guid },
			body: JSON.stringify({ callid: callId, data: JSON.stringify(data) }),
		});
		expect(await sent.json()).toMatchObject({ retcode: '0' });
		expect(contents(await jane.poll())).toEqual(['Hello Jane']);
		const user = await (
			await management(sim)
		)('/apiaccess/rest/workbench/v1/getUserInfoBycallId', { callId, userId: JANE, tenantId: sim.tenant.tenantId });
		expect(user.body).toMatchObject({ userNickname: 'Jane Doe', channelConfigId: shopOf(sim) });
		await fetch(`${gateway}/voicecall/${agentId}/dropcall/${callId}`, {
			method: 'POST',
			headers: { ...headers, guid },
		});
		expect((await jane.poll()).body.downlinkMessages[0]).toMatchObject({ controlType: 'DISCONNECT' });
	});

	test('end when nobody polls', async () => {
		const jane = await webCustomer(sim, JANE);
		await jane.send('CONNECT');
		answer(['Hi']);
		await sim.clock.advance(299_000);
		await jane.poll();
		await sim.clock.advance(299_000);
		expect(code(await jane.send('CHAT', { content: 'Still there?' }))).toBe('0');
		await sim.clock.advance(2000);
		expect(code(await jane.send('CHAT', { content: 'Still there?' }))).toBe('13');
	});

	test('are refused out of hours, or kept for later', async () => {
		sim.control.setWebChat({ isOpen: false });
		const jane = await webCustomer(sim, JANE);
		expect((await jane.send('CONNECT')).body).toEqual({
			resultCode: '12',
			resultDesc: expect.stringMatching(/working time/),
		});
		sim.control.setWebChat({ keepsMessages: true });
		expect((await jane.send('CONNECT')).body).toMatchObject({
			resultCode: '12',
			offlineMsg: { isOfflineStatus: true },
		});
		expect((await jane.send('CHAT', { content: 'Call me' })).body).toMatchObject({
			resultCode: '13',
			offlineMsg: { isOfflineStatus: true },
		});
	});
});

describe('conversations with a bot', () => {
	test('are answered, rated, and handed over', async () => {
		const jane = await webCustomer(sim, JANE, serviceOf(sim));
		expect((await jane.send('CONNECT')).body.resultDesc).toMatch(/robot/);
		await jane.send('CHAT', { content: 'When are the shops open?' });
		const { downlinkMessages } = (await jane.poll()).body;
		expect(downlinkMessages.at(-1)).toMatchObject({
			sourceType: 'ROBOT',
			content: 'From nine to six, Monday to Saturday.',
			interIdx: '1',
		});
		expect(code(await jane.ask('v1/robot/feedbacksatisfaction', { feedback: 0, from: JANE, interIdx: '1' }))).toBe(
			'30000000008',
		);
		expect(
			code(
				await jane.ask('v1/robot/feedbacksatisfaction', {
					feedback: 0,
					feedbackContent: 'Wrong',
					from: JANE,
					interIdx: '1',
				}),
			),
		).toBe('0');
		expect((await jane.send('INPUT')).body.resultDesc).toMatch(/robot service/);
		expect(code(await jane.send('TRANS2AGENT'))).toBe('11');
		expect((await jane.send('TRANS2AGENT')).body.resultDesc).toMatch(/it has been agent service/);
		expect(code(await jane.ask('v1/robot/feedbacksatisfaction', { feedback: 1, from: JANE, interIdx: '1' }))).toBe(
			'30000000019',
		);
	});

	test('know at most five phrases', async () => {
		const jane = await webCustomer(sim, JANE, serviceOf(sim));
		const found = await jane.ask('queryPhraseByKeyword', { strContent: 'order', locale: 'en', channel: 'WEB' });
		expect(found.body.question).toHaveLength(5);
		expect(
			code(await jane.ask('queryPhraseByKeyword', { strContent: 'order', locale: 'xx', channel: 'WEB' })),
		).toBe('1');
		expect(
			code(
				await (
					await webCustomer(sim, JANE)
				).ask('queryPhraseByKeyword', { strContent: 'order', locale: 'en', channel: 'WEB' }),
			),
		).toBe('1');
	});
});

test.each<[string, object, string]>([
	['no JSON', { content: 'x' }, '3'],
	['no title', { content: JSON.stringify({ redirectUrl: 'https://www.example.com' }) }, '3'],
	['neither link nor picture', { content: JSON.stringify({ title: 'x' }) }, '3'],
	[
		'a picture of another type',
		{ content: JSON.stringify({ title: 'x', mediaFileId: 'y', mediaFileType: 'gif' }) },
		'3',
	],
	['a link', { content: JSON.stringify({ title: 'x', redirectUrl: 'https://www.example.com/a' }) }, '0'],
])('a card with %s', async (_what, changes, expected) => {
	const jane = await webCustomer(sim, JANE);
	await jane.send('CONNECT');
	answer([]);
	expect(code(await jane.send('CHAT', { mediaType: 'WEBCARD', ...changes }))).toBe(expected);
});

test('a card whose link is not trusted is sent all the same', async () => {
	const jane = await webCustomer(sim, JANE);
	await jane.send('CONNECT');
	answer([]);
	const content = JSON.stringify({ title: 'x', redirectUrl: 'https://www.example.org' });
	expect((await jane.send('CHAT', { mediaType: 'WEBCARD', content })).body).toMatchObject({
		resultCode: '3',
		resultDesc: expect.stringMatching(/trust list/),
	});
	const history = await jane.ask('queryHistoryChatMessage', {
		channelId: shopOf(sim),
		userId: JANE,
		limit: '1',
		offset: '0',
	});
	expect(history.body.messageList[0]).toMatchObject({ mediaType: 'WEBCARD', content });
});

test.each<[string, object]>([
	['an unknown control type', { controlType: 'SHOUT' }],
	['another source', { sourceType: 'AGENT' }],
	['an unknown field', { tenantId: '1' }],
	['a comma in the message ID', { messageId: 'a,b' }],
	['data for the bot that are no JSON', { transData: 'x' }],
])('%s is malformed', async (_what, changes) => {
	expect((await (await webCustomer(sim, JANE)).send('CONNECT', changes)).status).toBe(400);
});

test('files go up and down, and lie where they were put', async () => {
	const jane = await webCustomer(sim, JANE);
	await jane.send('CONNECT');
	const fileStream = Buffer.from('hello').toString('base64');
	const { body } = await jane.ask('uploadFileStream', { fileType: 'txt', fileStream, channel: 'WEB' });
	expect(body).toEqual({ returnCode: '0', objectKey: expect.stringMatching(/^\w+$/) });
	expect(code(await jane.send('CHAT', { mediaType: 'FILE', content: `${body.objectKey},txt` }))).toBe('11');
	expect(code(await jane.send('CHAT', { mediaType: 'FILE', content: `${body.objectKey},jpg` }))).toBe('13');
	expect(code(await jane.ask('uploadFileStream', { fileType: 'exe', fileStream, channel: 'WEB' }))).toBe('3');
	const { files } = answer([], {
		files: [
			{ type: 'pdf', base64: fileStream },
			{ type: 'pdf', base64: fileStream, fromLibrary: true },
		],
	});
	const [local, library] = files;
	const down = async (changes: object) =>
		await jane.ask('downloadFileStream', { channel: 'WEB', fileType: 'pdf', ...changes });
	expect((await down({ fileId: local })).body).toEqual({ resultCode: '0', fileStream });
	expect((await down({ fileId: library, multiMedia: 'multiMedia' })).body.fileStream).toBe(fileStream);
	expect(code(await down({ fileId: library }))).toBe('13');
	expect(code(await down({ fileId: local, fileType: 'exe' }))).toBe('13');
});

test('calls are made, queue, connect and are dropped', async () => {
	const jane = await webCustomer(sim, JANE);
	const event = async () => (await jane.ask('v1/getClickToCallEvents?channel=WEB', undefined, 'GET')).body;
	expect((await event()).resultDesc).toMatch(/without any events/);
	expect(code(await jane.ask('v1/createClickToCall', { channel: 'WEB', mediaAbility: '0' }))).toBe('0');
	expect((await event()).resultDesc).toBe('Call in queue');
	await sim.clock.advance(5000);
	expect(await event()).toMatchObject({ resultDesc: 'Call connected', eventId: 168101 });
	expect(code(await jane.ask('v1/dropClickToCall', { channel: 'WEB' }))).toBe('0');
	expect(code(await jane.ask('v1/dropClickToCall', { channel: 'WEB' }))).toBe('13');
	sim.control.setWebChat({ callsFind: 'nobody' });
	expect(code(await jane.ask('v1/createClickToCall', { channel: 'WEB', mediaAbility: '0' }))).toBe('13');
});

test('ratings need a conversation; messages are left by whoever asks', async () => {
	const jane = await webCustomer(sim, JANE);
	const rating = { channel: 'WEB', userId: JANE, evaluation: '5', comment: 'Good', channelConfigId: shopOf(sim) };
	expect(code(await jane.ask('saveSatisfaction', rating))).toBe('13');
	await jane.send('CONNECT');
	expect(code(await jane.ask('saveSatisfaction', rating))).toBe('0');
	expect((await jane.ask('saveSatisfaction', { ...rating, evaluation: '6' })).status).toBe(400);
	expect((await jane.ask('getsatisfactionsurveymode')).body.satisfactionSurvey.satisfactionLevel).toHaveLength(5);
	expect((await jane.ask('getsatisfactionssurveymode')).status).toBe(404);
	const left = { callId: JANE, caller: '447700900123', leaveMessage: 'Call me', channel: 'WEB' };
	expect(code(await jane.ask('doLeaveMessage', left))).toBe('0');
	expect(code(await jane.ask('doLeaveMessage', { ...left, caller: 'me' }))).toBe('3');
});

test('emails are dropped once, and WhatsApp messages sent', async () => {
	const ask = await management(sim);
	const [emailId] = sim.tenant.webChat.emails;
	const drop = '/apiaccess/rest/ccmessaging/v1/emailchannel/dropMail';
	expect((await ask(drop, { emailId })).body).toEqual({ returnCode: '0', description: 'dropMail success' });
	expect((await ask(drop, { emailId })).body.returnCode).toBe('3');
	const send = async (changes: object) =>
		await ask('/apiaccess/rest/ccmessaging/omni/1/advanced', {
			bulkId: 'b1',
			destinations: [{ messageId: 'm1', to: { phoneNumber: '447700900123' } }],
			whatsApp: { text: 'Hello' },
			...changes,
		});
	expect((await send({})).body).toMatchObject({
		bulkId: 'b1',
		messages: [{ messageId: 'm1', to: { phoneNumber: '447700900123' } }],
	});
	expect((await send({ destinations: [{ messageId: 'm1', to: { phoneNumber: '+447700900123' } }] })).status).toBe(
		400,
	);
	expect((await send({ sendAt: 'tomorrow' })).status).toBe(400);
	expect((await send({ whatsApp: { latitude: 91 } })).status).toBe(400);
});
