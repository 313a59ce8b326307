/**
 * Plays a language model for the example with an AI agent, so that it runs without a key: it looks for the longest
 * word of a question with the tool that it is given, and answers with what the tool finds first. It speaks the part of
 * OpenAI's interface that n8n's model node uses.
 */
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

interface Message {
	role: 'system' | 'user' | 'assistant' | 'tool';
	content: string | Array<{ text?: string }>;
	tool_call_id?: string;
}

interface Tool {
	function: { name: string; parameters: { properties?: Record<string, unknown> } };
}

interface Question {
	model: string;
	messages: Message[];
	tools?: Tool[];
}

export interface StandInModel {
	/** For the base URL of n8n's OpenAI credential. */
	url: string;
	close(): Promise<void>;
}

const HANDS_OVER = /\b(person|human|somebody|agent)\b/i;
const PERSON = 'PERSON';

export async function startModel(): Promise<StandInModel> {
	const server = createServer((request, response) => void answer(request, response));
	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
	return {
		url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/v1`,
		async close() {
			server.closeAllConnections();
			await new Promise((resolve) => server.close(resolve));
		},
	};
}

async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
	const chunks: Buffer[] = [];
	for await (const chunk of request) chunks.push(chunk as Buffer);
	const send = (status: number, body: object) => response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
	if (request.method !== 'POST' || !request.url?.endsWith('/chat/completions')) return void send(404, { error: { message: 'Not here' } });
	const question = JSON.parse(Buffer.concat(chunks).toString()) as Question;
	const message = replyTo(question);
	send(200, {
		id: 'chatcmpl-stand-in',
		object: 'chat.completion',
		created: Math.floor(Date.now() / 1000),
		model: question.model,
		choices: [{ index: 0, message, finish_reason: 'tool_calls' in message ? 'tool_calls' : 'stop' }],
		usage: { prompt_tokens: 1, completion_tokens: 1, total_tokens: 2 },
	});
}

function replyTo({ messages, tools = [] }: Question): object {
	const last = messages.at(-1);
	const words = textOf(last);
	if (last?.role === 'tool') return said(firstText(words) ?? PERSON);
	if (HANDS_OVER.test(words) || tools.length === 0) return said(PERSON);
	const [{ function: tool }] = tools;
	const given = Object.keys(tool.parameters.properties ?? {}).map((name) => [name, longestWord(words)]);
	const call = { name: tool.name, arguments: JSON.stringify(Object.fromEntries(given)) };
	return { role: 'assistant', content: null, tool_calls: [{ id: 'call_1', type: 'function', function: call }] };
}

const said = (content: string) => ({ role: 'assistant', content });

function textOf(message?: Message): string {
	const { content = '' } = message ?? {};
	return typeof content === 'string' ? content : content.map(({ text = '' }) => text).join(' ');
}

/** The text of the first article; undefined when none was found. */
function firstText(found: string): string | undefined {
	return /"text":\s*("(?:[^"\\]|\\.)*")/.exec(found.replace(/\\"/g, '"'))?.[1]?.slice(1, -1) || undefined;
}

function longestWord(text: string): string {
	const words = text.match(/[\p{L}\p{N}]+/gu) ?? [''];
	return words.reduce((longest, word) => (word.length > longest.length ? word : longest));
}
