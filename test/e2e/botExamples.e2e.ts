/** The examples with bots and chats do what they say, in the real n8n and against the simulated contact centre. */
import { randomUUID } from 'node:crypto';

import { startModel } from '../../scripts/demo/model';
import type { StoredWorkflow } from '../../scripts/n8n/api';
import { until } from '../../scripts/n8n/session';
import { demoTenant, steerSimulator } from '../../scripts/simulator';
import { n8n, runtime, simulator } from './support';
import { importExample } from './support/examples';

let workflow: StoredWorkflow | undefined;

beforeEach(async () => await simulator().reset({ speed: 1 }));

afterEach(async () => {
	if (workflow) await n8n().deactivate(workflow);
	workflow = undefined;
});

describe('Chat with a bot of CEC', () => {
	it('goes on where it stood, hands over to a person, and begins anew after that', async () => {
		workflow = await importExample('Chat with a bot of CEC');
		expect(await say('tariff')).toMatch(/gigabytes/);
		const next = await say('10');
		expect(next).not.toMatch(/gigabytes/);
		await say('no');
		expect(await say('agent')).toMatch(/what it is about|What shall I tell/);
		expect(await say('my bill')).toMatch(/^Your place in the queue would be 2, about 60 seconds/);
		expect(await say('yes')).toBe('A person of webchat takes over.');
		expect(await say('tariff')).toMatch(/gigabytes/);
	});
});

describe('Chat with an agent of CEC', () => {
	it('talks to the bot, is handed over to an agent, and ends', async () => {
		const sessionId = randomUUID();
		const userId = sessionId.replaceAll('-', '');
		workflow = await importExample('Chat with an agent of CEC');
		expect(await say('When are the shops open?', sessionId)).toContain('From nine to six');
		const handedOver = say('I want to talk to an agent', sessionId);
		await agentWrites(userId, 'Ada here, how can I help?');
		expect(await handedOver).toContain('Ada here, how can I help?');
		const answer = say('Is my agent a person?', sessionId);
		await agentWrites(userId, 'I am.');
		expect(await answer).toBe('I am.');
		expect(await say('bye', sessionId)).toBe('Goodbye.');
		const executions = await n8n().waitForExecutions(workflow, 4);
		expect(executions.map(({ error }) => error)).toEqual([undefined, undefined, undefined, undefined]);
	});

	/** As soon as there is somebody to write to who is not with the bot. */
	async function agentWrites(userId: string, message: string): Promise<void> {
		await until('The conversation', async () => {
			const { webChats } = await simulator().state<{ webChats: { conversations: Array<{ userId: string; stage: string }> } }>();
			return webChats.conversations.some((one) => one.userId === userId && one.stage !== 'bot') || undefined;
		});
		await steerSimulator(runtime().simulatorUrl, 'web-chat/answers', { userId, channelId: '202101011000000002', nickname: 'Ada', messages: [message] });
	}
});

describe('CEC asks, an AI agent answers', () => {
	it('answers out of the knowledge base, and leads to a person who is asked for', async () => {
		const model = await startModel();
		try {
			workflow = await importExample('CEC asks, an AI agent answers', model.url);
			// The first question makes n8n load its AI nodes, which may take longer than the example lets an answer take.
			await ask('Hello');
			expect(await ask('Why does my router show a red light?')).toMatchObject({ responses: [expect.stringContaining('Pull the plug')], commands: ['answer'] });
			expect(await ask('I want to talk to a person')).toMatchObject({ responses: ['I connect you with a person.'], commands: ['transfer'] });
			expect(await ask('Xyzzy')).toMatchObject({ commands: ['transfer'] });
		} finally {
			await model.close();
		}
	});

	async function ask(utterance: string): Promise<unknown> {
		const { webhookId } = nodeOf('CEC asks');
		const { account, key } = demoTenant.chatbotServer;
		const baseUrl = `${runtime().n8nUrl}/webhook/${webhookId}`;
		return await until('The chatbot', async () => {
			const told = await steerSimulator<Asked>(runtime().simulatorUrl, 'chatbot/ask', { baseUrl, account, key, utterance });
			if (told.statuses.includes(404)) return undefined;
			expect(told.problems).toEqual([]);
			return told.answer.intentsResponses[0];
		});
	}
});

interface Asked {
	statuses: number[];
	problems: string[];
	answer: { intentsResponses: unknown[] };
}

const nodeOf = (name: string) => workflow?.nodes.find((node) => node.name === name) ?? { webhookId: undefined };

async function say(chatInput: string, sessionId = 'chat-1'): Promise<string> {
	const { webhookId } = nodeOf('Chat');
	const body = JSON.stringify({ action: 'sendMessage', sessionId, chatInput });
	return await until('The chat', async () => {
		const response = await fetch(`${runtime().n8nUrl}/webhook/${webhookId}/chat`, { method: 'POST', headers: { 'content-type': 'application/json' }, body });
		if (response.status === 404) return undefined;
		expect(response.status).toBe(200);
		return ((await response.json()) as { output: string }).output;
	});
}
