/** Web chat beyond single operations: tokens of customers, whole conversations, files, levels to pick, and what is doubtful. */
import type { IDataObject, INodeExecutionData, NodeApiError } from 'n8n-workflow';

import { HuaweiCecWebChat } from '../../nodes/HuaweiCecWebChat/HuaweiCecWebChat.node';
import { Bench, binary, byId, item } from '../support/bench';
import { execute, searchList } from '../support/n8n';
import { webCustomer } from '../simulator/web-chat-desk';
import { inService, inShop } from './webChat';

const node = new HuaweiCecWebChat();
const JANE = 'jane-1';

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

interface More {
	items?: INodeExecutionData[];
	continueOnFail?: boolean;
}

async function run(resource: string, operation: string, parameters: object, more: More = {}): Promise<INodeExecutionData[]> {
	return await execute({ node, credentials: bench.credentials, parameters: { resource, operation, ...parameters } as IDataObject, ...more });
}

const shop = () => inShop(bench);
const service = () => inService(bench);
const sectionsOf = () => bench.requests.map(({ section }) => section);
const controls = () => bench.requests.filter(({ section }) => section === '11.5').map(({ body }) => (body as { controlType: string }).controlType);
const answer = (messages: string[], more: object = {}) => bench.sim.control.answerWebChat({ userId: JANE, messages, ...more });
const send = async (more: object = {}) => (await run('conversation', 'sendMessage', { ...shop(), text: 'Hello', ...more }))[0].json;
const messagesOf = (json: IDataObject) => (json.messages as IDataObject[]).map(({ content }) => content);
const chats = () => (bench.sim.control.state() as unknown as { webChats: { conversations: IDataObject[]; history: IDataObject[] } }).webChats;

describe('the token of a customer', () => {
	test('is fetched once for all items, and for each customer', async () => {
		const items = ['a', 'a', 'b', 'a', 'b'].map((id) => item({ id }));
		await run('clickToCall', 'checkSupport', { ...shop(), userId: '={{ $json.id }}' }, { items });
		expect(sectionsOf().filter((section) => section === '11.1')).toHaveLength(2);
		await run('clickToCall', 'checkSupport', { ...shop(), userId: 'a', filters: { userName: 'a', locale: 'en' } });
		expect(sectionsOf().filter((section) => section === '11.1')).toHaveLength(2);
	});

	test('is another one for another name or language, which it holds', async () => {
		await run('clickToCall', 'checkSupport', shop());
		await send({ additionalFields: { userName: 'Jane Doe', locale: 'zh' } });
		expect(chats().conversations).toMatchObject([{ userId: JANE, userName: 'Jane Doe', locale: 'zh' }]);
	});

	test('is fetched anew when CEC refuses it, after that of the app', async () => {
		await run('clickToCall', 'checkSupport', shop());
		bench.sim.control.expireTokens();
		bench.sim.control.clearRequests();
		await run('clickToCall', 'checkSupport', shop());
		expect(bench.requests.map(({ section, status }) => [section, status])).toEqual([
			['11.9', 401],
			['4.2', 200],
			['11.1', 200],
			['11.9', 200],
		]);
	});

	test('is fetched with another token of the app where that one has expired meanwhile', async () => {
		await run('clickToCall', 'checkSupport', shop());
		bench.sim.control.expireTokens();
		bench.sim.control.clearRequests();
		await run('clickToCall', 'checkSupport', { ...shop(), userId: 'john-1' });
		expect(bench.requests.map(({ section, status }) => [section, status])).toEqual([
			['11.1', 401],
			['4.2', 200],
			['11.1', 200],
			['11.9', 200],
		]);
	});

	test('is replaced by the one that CEC gives in a conversation', async () => {
		bench.sim.control.setWebChat({ silenceSeconds: 100_000 });
		await bench.webChat(JANE);
		await run('chatStep', 'poll', shop());
		// Only the simulator sees an hour pass: the package takes its tokens for good, until that of the app is refused.
		await bench.sim.clock.advance(3_600_000);
		await run('clickToCall', 'createAnonymous', { numberToCall: '447700900123' });
		bench.sim.control.clearRequests();
		await run('chatStep', 'showTyping', shop());
		// After the conversation the old token would be refused.
		await run('chatStep', 'disconnect', shop());
		await run('clickToCall', 'checkSupport', shop());
		expect(bench.requests.map(({ section, status }) => [section, status])).toEqual([
			['11.5', 200],
			['11.5', 200],
			['11.9', 200],
		]);
	});

	test('stands in no item and no error', async () => {
		const [{ json }] = await run('customer', 'getToken', shop());
		expect(json.token).toBe('••••••••');
		const [shown] = await run('customer', 'getToken', { ...shop(), options: { includeSecrets: true } });
		expect(String(shown.json.token)).toMatch(/^ey/);
		bench.sim.control.addFault({ kind: 'status', status: 401, match: { path: '/checkClickToCallSupport', times: 5 } });
		const error = (await run('clickToCall', 'checkSupport', shop()).catch((thrown: unknown) => thrown)) as NodeApiError;
		expect(error.message).toMatch(/does not accept the app key, its secret or the customer/);
		expect(JSON.stringify(error) + error.stack).not.toMatch(/eyJ/);
	});
});

describe('Send Message', () => {
	test('connects a customer who is not connected, and nobody else', async () => {
		expect(await send()).toMatchObject({ outcome: 'queueing', sent: true });
		expect(controls()).toEqual(['CHAT', 'CONNECT', 'CHAT']);
		answer([]);
		expect(await send({ text: 'Are you there?' })).toMatchObject({ outcome: 'sent', sent: true });
		expect(controls().slice(3)).toEqual(['CHAT']);
		expect(chats().history.filter(({ sourceType }) => sourceType === 'USER').map(({ content }) => content)).toEqual(['Hello', 'Are you there?']);
		expect(chats().conversations).toMatchObject([{ userId: JANE, userName: JANE, stage: 'agent' }]);
	});

	test('connects first where it is told to', async () => {
		await send({ additionalFields: { connect: 'first', userName: 'Jane Doe', transData: '{"page":"shop"}' } });
		expect(controls()).toEqual(['CONNECT', 'CHAT']);
		expect(bench.requests.find(({ section }) => section === '11.5')?.body).toMatchObject({ transData: '{"page":"shop"}', senderNickname: 'Jane Doe', timestamp: expect.stringMatching(/^\d{13}$/) });
	});

	test('never connects where it is told not to', async () => {
		await expect(send({ additionalFields: { connect: 'never' } })).rejects.toThrow(/could not do this in the conversation/);
		expect(controls()).toEqual(['CHAT']);
	});

	test('tells that nobody is there, or that the message is kept', async () => {
		bench.sim.control.setWebChat({ isOpen: false });
		expect(await send()).toEqual({ ...shop(), outcome: 'outOfHours', sent: false });
		bench.sim.control.setWebChat({ keepsMessages: true });
		expect(await send()).toMatchObject({ outcome: 'savedForLater', sent: false });
		expect(controls()).toEqual(['CHAT', 'CONNECT', 'CHAT']);
	});

	test('waits for the answer of a bot', async () => {
		const [{ json }] = await run('conversation', 'sendMessage', { ...service(), text: 'When are the shops open?', waitSeconds: 10 });
		expect(json).toMatchObject({ outcome: 'sent', ended: false, files: [] });
		expect(String(json.output)).toMatch(/Monday to Saturday\.$/);
		expect(json).not.toHaveProperty('incomplete');
	});

	test('takes the greeting of a bot for no answer', async () => {
		bench.sim.control.setWebChat({ botMs: 3000 });
		const [{ json }] = await run('conversation', 'sendMessage', { ...service(), text: 'When are the shops open?', waitSeconds: 10 });
		expect(messagesOf(json)).toEqual(['Welcome! What can I do for you?', 'From nine to six, Monday to Saturday.']);
	});

	test('waits no longer than it is told to', async () => {
		await bench.webChat(JANE);
		const began = bench.sim.clock.now();
		expect(await send({ waitSeconds: 5 })).toMatchObject({ outcome: 'sent', output: '', messages: [] });
		expect(bench.sim.clock.now() - began).toBe(5000);
	});

	test('is no error when the answer cannot be had, since the message is sent', async () => {
		await bench.webChat(JANE);
		bench.sim.control.addFault({ kind: 'status', status: 500, match: { path: '/ccmessaging/poll' } });
		expect(await send({ waitSeconds: 5 })).toMatchObject({ sent: true, incomplete: true });
	});

	test('sends nothing twice when it is not known whether the first one arrived', async () => {
		await bench.webChat(JANE);
		bench.sim.control.clearRequests();
		bench.sim.control.addFault({ kind: 'resetAfter', match: { path: '/ccmessaging/send' } });
		await expect(send()).rejects.toThrow(/It is not known whether CEC did this/);
		bench.sim.control.addFault({ kind: 'status', status: 500, match: { path: '/ccmessaging/send' } });
		await expect(send()).rejects.toThrow(/It is not known whether CEC did this/);
		expect(controls()).toEqual(['CHAT', 'CHAT']);
	});

	test.each([
		['photo.JPEG', 'jpg', 'IMAGE'],
		['scan.bmp', 'bpm', 'IMAGE'],
		['talk.mp3', 'mp3', 'AUDIO'],
		['list.csv', 'csv', 'FILE'],
	])('sends the file %s as %s', async (name, fileType, mediaType) => {
		await bench.webChat(JANE);
		const items = [item({}, { data: binary(Buffer.from('content'), name) })];
		const [{ json }] = await run('conversation', 'sendMessage', { ...shop(), kind: 'file', binaryField: 'data' }, { items });
		expect(json).toMatchObject({ sent: true });
		expect(bench.requests.find(({ section }) => section === '11.6')?.body).toMatchObject({ fileType, fileStream: Buffer.from('content').toString('base64') });
		expect(bench.requests.at(-1)?.body).toMatchObject({ mediaType, content: expect.stringMatching(new RegExp(`^\\w+,${fileType}$`)) });
	});

	test('takes no file that CEC would not', async () => {
		const items = [item({}, { data: binary(Buffer.from('content'), 'virus.exe') })];
		await expect(run('conversation', 'sendMessage', { ...shop(), kind: 'file', binaryField: 'data' }, { items })).rejects.toThrow(/CEC does not take such a file/);
		expect(bench.requests).toEqual([]);
	});
});

test('what Upload gives is what Send File sends', async () => {
	await bench.webChat(JANE);
	const uploaded = await run('file', 'upload', { ...shop(), binaryField: 'data', fileType: 'csv' }, { items: [item({}, { data: binary(Buffer.from('a,b'), 'list.csv') })] });
	expect(uploaded[0].json).toMatchObject({ fileType: 'csv', file: `${String(uploaded[0].json.objectKey)},csv` });
	await run('chatStep', 'sendFile', { ...shop(), mediaType: 'FILE' }, { items: uploaded });
	expect(bench.requests.at(-1)).toMatchObject({ body: { content: uploaded[0].json.file }, response: { resultCode: '0' } });
});

test('a conversation goes from node to node to its end, with what each of them gives', async () => {
	const who = { userId: '={{ $json.userId }}', channelId: '={{ $json.channelId }}' };
	const next = async (resource: string, operation: string, items: INodeExecutionData[], more: object = {}) => await run(resource, operation, { ...who, ...more }, { items });
	const asked = await run('conversation', 'sendMessage', { ...service(), text: 'When are the shops open?', waitSeconds: 5 });
	expect(asked[0].json.output).toMatch(/Saturday/);
	const transferred = await next('chatStep', 'transferToAgent', asked);
	expect((await next('chatStep', 'getQueuePosition', transferred))[0].json).toMatchObject({ ...service(), queueing: true });
	bench.sim.control.answerWebChat({ ...service(), userId: JANE, messages: ['Hi Jane'] });
	const polled = await next('chatStep', 'poll', transferred);
	expect(polled.at(-1)?.json).toMatchObject({ ...service(), content: 'Hi Jane' });
	const thanked = await next('conversation', 'sendMessage', polled.slice(-1), { text: 'Thank you' });
	await next('satisfaction', 'submit', thanked, { evaluation: byId('5'), comment: 'Good' });
	expect((await next('conversation', 'end', thanked))[0].json).toMatchObject({ ...service(), wasConnected: true });
});

describe('Get Messages', () => {
	test('gets each message once, with files of agents and of the library', async () => {
		await bench.webChat(JANE);
		const base64 = Buffer.from('PK\u0003\u0004').toString('base64');
		answer(['Look at this', 'and that'], { files: [{ type: 'zip', base64 }, { type: 'png', base64: Buffer.from('png').toString('base64'), fromLibrary: true }] });
		const [first] = await run('conversation', 'getMessages', { ...shop(), downloadAttachments: true });
		expect(first.json).toMatchObject({ output: 'Look at this\n\nand that', ended: false });
		expect(messagesOf(first.json)).toHaveLength(4);
		expect(first.json.messages).toMatchObject([{ sourceName: 'Agent', mediaName: 'Text', sentAt: expect.stringMatching(/^2026-/) }, {}, {}, {}]);
		expect(first.json.files).toMatchObject([
			{ fileType: 'zip', fromLibrary: false, fileId: expect.stringMatching(/^local\//) },
			{ fileType: 'png', fromLibrary: true },
		]);
		expect(Object.values(first.binary ?? {}).map(({ fileName, bytes }) => [fileName?.split('.').pop(), bytes])).toEqual([
			['zip', 4],
			['png', 3],
		]);
		const [second] = await run('conversation', 'getMessages', shop());
		expect(second.json).toMatchObject({ output: '', messages: [], ended: false });
	});

	test('takes a message for one though CEC does not say of which kind it is', async () => {
		const message = { from: shop().channelId, to: JANE, channel: 'WEB', mediaType: 'TEXT', content: 'Hello Jane', sourceType: 'AGENT' };
		const body = JSON.stringify({ resultCode: '0', downlinkMessages: [message] });
		bench.sim.control.addFault({ kind: 'body', body, match: { path: '/ccmessaging/poll' } });
		expect((await run('conversation', 'getMessages', shop()))[0].json).toMatchObject({ output: 'Hello Jane', ended: false });
	});

	test('keeps the messages when one of their files cannot be had', async () => {
		await bench.webChat(JANE);
		const base64 = Buffer.from('PK\u0003\u0004').toString('base64');
		answer(['Look at this'], { files: [{ type: 'zip', base64 }, { type: 'zip', base64 }] });
		bench.sim.control.addFault({ kind: 'body', body: '{"resultCode":"13","resultDesc":"empty file!"}', match: { path: '/downloadFileStream' } });
		const [{ json, binary: files }] = await run('conversation', 'getMessages', { ...shop(), downloadAttachments: true });
		expect(json).toMatchObject({ output: 'Look at this', files: [{ error: expect.stringMatching(/could not give the file/) }, { fileType: 'zip' }] });
		expect((json.files as IDataObject[])[1]).not.toHaveProperty('error');
		expect(Object.keys(files ?? {})).toEqual(['data1']);
	});

	test('waits until something comes', async () => {
		await bench.webChat(JANE);
		const began = bench.sim.clock.now();
		const waiting = run('conversation', 'getMessages', { ...shop(), waitSeconds: 30 });
		while (bench.requests.filter(({ section }) => section === '11.3').length < 4) await new Promise((resolve) => setImmediate(resolve));
		answer(['Here I am']);
		expect(messagesOf((await waiting)[0].json)).toEqual(['Here I am']);
		expect(bench.sim.clock.now() - began).toBeLessThan(30_000);
	});

	test('tells that the agent has ended the conversation', async () => {
		await bench.webChat(JANE);
		answer(['Goodbye'], { end: true });
		const [{ json }] = await run('conversation', 'getMessages', { ...shop(), waitSeconds: 30 });
		expect(json).toMatchObject({ output: 'Goodbye', ended: true });
	});
});

test('a conversation that is over can be ended once more; one of an unknown channel cannot', async () => {
	await bench.webChat(JANE);
	expect((await run('conversation', 'end', shop()))[0].json).toMatchObject({ ended: true, wasConnected: true });
	expect((await run('conversation', 'end', shop()))[0].json).toMatchObject({ ended: true, wasConnected: false });
	await expect(run('conversation', 'end', { ...shop(), channelId: '1' })).rejects.toThrow(/none channel config found/);
});

test('a poll gives all that came, however much that is', async () => {
	await bench.webChat(JANE);
	answer(Array.from({ length: 80 }, (_one, index) => `Message ${index}`));
	const items = await run('chatStep', 'poll', shop());
	expect(items).toHaveLength(80);
	expect(items[79].json).toMatchObject({ content: 'Message 79', sourceName: 'Agent' });
});

test('the queue is no error for whoever is in none', async () => {
	expect((await run('chatStep', 'getQueuePosition', shop()))[0].json).toMatchObject({ state: 'Conversation Over', queueing: false });
	await run('chatStep', 'connect', shop());
	expect((await run('chatStep', 'getQueuePosition', shop()))[0].json).toMatchObject({ state: 'Queueing', queueing: true, position: 1 });
});

test('history is read page by page, and by time', async () => {
	await bench.webChat(JANE);
	answer(Array.from({ length: 130 }, (_one, index) => `Message ${index}`));
	await bench.sim.clock.advance(60_000);
	const later = new Date(bench.sim.clock.now()).toISOString();
	answer(['Late']);
	bench.sim.control.clearRequests();
	const all = await run('chatMessage', 'getMany', { ...shop(), returnAll: true });
	expect(new Set(all.map(({ json }) => json.id)).size).toBe(132);
	const pages = bench.requests.filter(({ section }) => section === '11.16').map(({ body }) => body as IDataObject);
	expect(pages.map(({ limit, offset }) => [limit, offset])).toEqual([
		['100', '0'],
		['100', '100'],
	]);
	const found = await run('chatMessage', 'getMany', { ...shop(), filters: { startTime: later } });
	expect(found.map(({ json }) => json.content)).toEqual(['Late']);
});

test('typing while the customer queues is no error, whichever code CEC has for it', async () => {
	await bench.webChat(JANE, { waits: true });
	expect((await run('chatStep', 'showTyping', shop()))[0].json).toMatchObject({ resultCode: '11', outcome: 'Queueing' });
	bench.sim.control.addFault({ kind: 'body', body: '{"resultCode":"13","resultDesc":"Queuing..."}', match: { path: '/ccmessaging/send' } });
	expect((await run('chatStep', 'showTyping', shop()))[0].json).toMatchObject({ resultCode: '13', outcome: 'Queueing' });
});

test('a card whose link agents cannot open is sent all the same', async () => {
	await bench.webChat(JANE);
	const [{ json }] = await run('chatStep', 'sendCard', { ...shop(), title: 'Offer', additionalFields: { redirectUrl: 'https://www.example.org' } });
	expect(json).toMatchObject({ resultCode: '3', outcome: 'Sent, but Agents Cannot Open the Link' });
	await expect(run('chatStep', 'sendCard', { ...shop(), title: 'Offer' })).rejects.toThrow(/needs a "Link" or a "Picture"/);
});

test('a satisfaction that CEC says to have kept with an exception is in doubt', async () => {
	await bench.webChat(JANE);
	bench.sim.control.addFault({ kind: 'body', body: '{"resultCode":"0","resultDesc":"Exception appeared!"}', match: { path: '/saveSatisfaction' } });
	await expect(run('satisfaction', 'submit', { ...shop(), evaluation: byId('5'), comment: 'Good' })).rejects.toThrow(/It is not known whether CEC did this/);
});

test('levels of satisfaction are picked by name, under whichever path CEC has', async () => {
	const pick = async () => await searchList(node, 'satisfactionLevels', { credentials: bench.credentials, parameters: shop() as IDataObject });
	const { results } = await pick();
	expect(results[0]).toEqual({ name: 'Very dissatisfied · 1', value: '1' });
	expect(results).toHaveLength(5);
	bench.sim.control.setWebChat({ printedPaths: true });
	expect((await pick()).results).toHaveLength(5);
	bench.sim.control.setWebChat({ surveys: false });
	expect((await pick()).results).toEqual([]);
});

test('a call that nobody takes is told, not made again', async () => {
	bench.sim.control.setWebChat({ callsFind: 'queue' });
	await expect(run('clickToCall', 'create', { ...shop(), media: 0, waitUntilDone: true })).rejects.toThrow(/The call failed: Call queued timeout/);
	expect(sectionsOf().filter((section) => section === '11.10')).toHaveLength(1);
});

test('customers of the node and of anybody else are the same', async () => {
	const jane = await webCustomer(bench.sim, JANE);
	await jane.send('CONNECT');
	answer([]);
	await jane.poll();
	expect(await send()).toMatchObject({ outcome: 'sent' });
	expect(controls()).toEqual(['CONNECT', 'CHAT']);
});

describe('a media template', () => {
	const sent = () => (bench.requests.find(({ section }) => section === '11.18')?.body as { whatsApp: { mediaTemplateData: object } }).whatsApp.mediaTemplateData;
	/** The numbers as n8n fills them in. */
	const filledIn = { headerLatitude: -90, headerLongitude: -180, placeholders: '' };

	test.each([
		['an image', { headerKind: 'image', headerImageUrl: 'https://www.example.com/a.png' }, { imageUrl: 'https://www.example.com/a.png' }],
		['a place', { headerKind: 'location', headerLatitude: 51.5, headerLongitude: -0.12 }, { latitude: 51.5, longitude: -0.12 }],
		['nothing', { headerKind: 'none' }, undefined],
	])('has %s above it, and nothing else that the editor filled in', async (_what, values, header) => {
		await run('whatsAppMessage', 'send', {
			destinations: { values: [{ phoneNumber: '447700900123', messageId: 'm-1' }] },
			messageKind: 'mediaTemplate',
			templateName: 'offer',
			templateLanguage: 'en',
			mediaTemplateData: { values: { ...filledIn, ...values } },
			bulkId: 'b-1',
		});
		expect(sent()).toEqual({ ...(header && { header }), body: { placeholders: [] } });
	});
});
