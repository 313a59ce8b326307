/** What is special about the chats of agents: what the customer is sent, what is refused before it is sent, and who chats afterwards. */
import type { IDataObject } from 'n8n-workflow';

import { HuaweiCecAgentWorkspace } from '../../nodes/HuaweiCecAgentWorkspace/HuaweiCecAgentWorkspace.node';
import { Bench, item } from '../support/bench';
import { execute } from '../support/n8n';

const node = new HuaweiCecAgentWorkspace();

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

const run = async (operation: string, parameters: object, items = [item()]): Promise<IDataObject[]> => {
	const given = { resource: 'chat', operation, ...parameters } as IDataObject;
	return (await execute({ node, credentials: bench.credentials, parameters: given, items })).map(({ json }) => json);
};

interface Chat {
	callId: string;
	callData: string;
	agents: Array<{ workNo: string }>;
	chat: { sent: Array<Record<string, unknown>> };
}

const chatNow = (callId: string): Chat => {
	const { agentCalls } = bench.sim.control.state() as { agentCalls: Chat[] };
	return agentCalls.find((one) => one.callId === callId) as Chat;
};

const message = {
	channelId: 'channel-1',
	receiver: 'user-1',
	channel: 'WEB',
	messageType: 'TEXT',
	messageCode: 'message-1',
	senderName: 'Agent One',
	senderPicture: 'DefaultAvatar',
	sentAt: '2026-03-02T09:00:00+01:00',
	content: 'How can I "help"?\n你好',
	userId: 'user-1',
};

describe('a message', () => {
	test('comes as it was written, with everything that the table asks for', async () => {
		const chat = await bench.agentChatting();
		await run('sendMessage', { ...message, ...chat });
		expect(chatNow(chat.callId).chat.sent).toEqual([
			{
				from: 'channel-1',
				to: 'user-1',
				channel: 'WEB',
				controlType: 'CHAT',
				mediaType: 'TEXT',
				messageCode: 'message-1',
				senderNickname: 'Agent One',
				senderAvatar: 'DefaultAvatar',
				sendTime: String(Date.UTC(2026, 2, 2, 8)),
				content: 'How can I "help"?\n你好',
				userId: 'user-1',
			},
		]);
	});

	test('is sent once for each item', async () => {
		const chat = await bench.agentChatting();
		const items = ['one', 'two', 'three'].map((content) => item({ content }));
		await run('sendMessage', { ...message, ...chat, content: '={{ $json.content }}' }, items);
		expect(chatNow(chat.callId).chat.sent.map(({ content }) => content)).toEqual(['one', 'two', 'three']);
	});

	test('names the file only where its type has one', async () => {
		const chat = await bench.agentChatting();
		const withFile = { ...message, ...chat, additionalFields: { fileType: 'gif', fileFrom: '0' } };
		await run('sendMessage', { ...withFile, messageType: 'EMOTICONS' });
		await run('sendMessage', withFile);
		const [emoticon, text] = chatNow(chat.callId).chat.sent;
		expect(emoticon).toMatchObject({ mediaFileType: 'gif', contentType: '0' });
		expect(Object.keys(text)).not.toContain('mediaFileType');
		expect(Object.keys(text)).not.toContain('contentType');
	});

	test('of another file type than the table allows is not sent', async () => {
		const chat = await bench.agentChatting();
		const wrong = { ...message, ...chat, messageType: 'IMAGE', additionalFields: { fileType: 'gif' } };
		await expect(run('sendMessage', wrong)).rejects.toThrow(/"File Type" can be jpg, png, jpeg/);
		expect(chatNow(chat.callId).chat.sent).toEqual([]);
	});

	test('of more than 2048 bytes is not sent', async () => {
		const chat = await bench.agentChatting();
		await expect(run('sendMessage', { ...message, ...chat, content: '你'.repeat(683) })).rejects.toThrow(/2048/);
		expect(chatNow(chat.callId).chat.sent).toEqual([]);
		await run('sendMessage', { ...message, ...chat, content: '你'.repeat(500) });
		expect(chatNow(chat.callId).chat.sent).toHaveLength(1);
	});
});

describe('a transfer', () => {
	test('hands the chat and its data over to another agent', async () => {
		await bench.letChat(1);
		await bench.agentSession({}, 1);
		const chat = await bench.agentChatting();
		const additionalFields = { callData: 'Order 4711', skillId: 5 };
		await run('transfer', { ...chat, targetType: 2, transferMode: 2, target: '102', additionalFields });
		await bench.sim.clock.advance(5000);
		expect(chatNow(chat.callId)).toMatchObject({ callData: 'Order 4711', agents: [{ workNo: '102' }] });
	});

	test('leaves the chat where it was when the other agent does not answer', async () => {
		await bench.agentSession({ autoanswer: false }, 1);
		const chat = await bench.agentChatting();
		await run('transfer', { ...chat, targetType: 2, transferMode: 2, target: '102' });
		expect(chatNow(chat.callId).agents.map(({ workNo }) => workNo)).toEqual(['101', '102']);
		await bench.sim.clock.advance(60_000);
		expect(chatNow(chat.callId).agents.map(({ workNo }) => workNo)).toEqual(['101']);
	});
});

test('what joins a video call again is masked unless it is asked for', async () => {
	bench.actAs(2);
	const { session, callId } = await bench.agentTalking(2);
	const [masked] = await run('getConnection', { session, callId });
	expect(masked.signature).toBe('••••••••');
	const [plain] = await run('getConnection', { session, callId, options: { includeSecrets: true } });
	expect(plain.signature).toMatch(/^\d{32}$/);
});
