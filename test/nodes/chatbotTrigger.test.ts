/** CEC asks a workflow, as the simulator does it: over HTTP, with the whole challenge. */
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { IDataObject } from 'n8n-workflow';

import { HuaweiCecChatbotAnswer } from '../../nodes/HuaweiCecChatbotAnswer/HuaweiCecChatbotAnswer.node';
import { answerIn } from '../../nodes/HuaweiCecChatbotTrigger/answer';
import { HuaweiCecChatbotTrigger } from '../../nodes/HuaweiCecChatbotTrigger/HuaweiCecChatbotTrigger.node';
import { login, newNonce } from '../../nodes/HuaweiCecChatbotTrigger/login';
import { answerInTime, type HttpResponse } from '../../nodes/HuaweiCecChatbotTrigger/respond';
import { holds, makeSigned } from '../../nodes/HuaweiCecChatbotTrigger/signedText';
import { activate, execute, receive } from '../support/n8n';

const node = new HuaweiCecChatbotTrigger();
const credential = { account: 'odfs', key: 'a-key-that-nobody-guesses' };
const credentials = { huaweiCecChatbotServerApi: credential };
const LOGIN = '/webhook/x/chatbot/serverauth/login';
const RECOGNIZE = '/webhook/x/chatbot/u-route/api/router_service/recognize';
const QUESTION = { request: { userId: 'u1', sentence: 'my bill', tenantId: 't1', language: 'en_US', accesscode: '10086' } };

let place = 0;
/** Each test has a node of its own, whose failed sign-ins are counted apart. */
const given = () => ({ node, credentials, id: `chatbot-${(place += 1)}`, parameters: {} as IDataObject });

const checksumOf = async (nonce: string, key = credential.key, form: 'hex' | 'base64' = 'hex') => {
	const { createHmac } = await import('node:crypto');
	return createHmac('sha256', key).update(nonce).digest(form);
};

async function ask(to: ReturnType<typeof given>, token?: string, body: object = QUESTION) {
	const headers = { 'content-type': 'application/json', ...(token && { 'chatbot-token': token }) };
	return await receive({ ...to, path: RECOGNIZE, headers, body });
}

async function signIn(to: ReturnType<typeof given>, body: object) {
	const { answered } = await receive({ ...to, path: LOGIN, headers: { 'content-type': 'application/json' }, body });
	return answered as { status: number; body: Record<string, string> };
}

async function nonceFrom(to: ReturnType<typeof given>): Promise<string> {
	const { answered } = await ask(to);
	expect(answered).toEqual({ status: 401, body: { errorMsg: 'NEED_LOGIN', nonce: expect.any(String) } });
	return (answered as { body: { nonce: string } }).body.nonce;
}

test('a question without a token is answered with a challenge, and taken once the challenge is met', async () => {
	const to = given();
	const nonce = await nonceFrom(to);
	expect(nonce.length).toBeLessThanOrEqual(128);
	const { status, body } = await signIn(to, { account: 'odfs', nonce, checksum: await checksumOf(nonce) });
	expect({ status, duration: body.duration }).toEqual({ status: 200, duration: 3600 });
	expect(body.token.length).toBeLessThanOrEqual(128);
	const { response } = await ask(to, body.token);
	expect(response.workflowData).toEqual([
		[{ json: { userId: 'u1', sentence: 'my bill', tenantId: 't1', language: 'en_US', accessCode: '10086', chatInput: 'my bill', sessionId: 'u1' } }],
	]);
});

test.each(['hex', 'HEX', 'base64'])('the checksum may be %s', async (form) => {
	const to = given();
	const nonce = await nonceFrom(to);
	const checksum = form === 'base64' ? await checksumOf(nonce, credential.key, 'base64') : await checksumOf(nonce);
	const { status } = await signIn(to, { account: 'odfs', nonce, checksum: form === 'HEX' ? checksum.toUpperCase() : checksum });
	expect(status).toBe(200);
});

test.each([
	['the key is wrong', async (nonce: string) => ({ account: 'odfs', nonce, checksum: await checksumOf(nonce, 'another key') })],
	['the account is wrong', async (nonce: string) => ({ account: 'other', nonce, checksum: await checksumOf(nonce) })],
	['the nonce is invented', async () => ({ account: 'odfs', nonce: 'x.y.z', checksum: await checksumOf('x.y.z') })],
	['everything is missing', async () => ({})],
])('CEC is refused when %s, and gets another nonce', async (_why, bodyFor) => {
	const to = given();
	const nonce = await nonceFrom(to);
	const { status, body } = await signIn(to, await bodyFor(nonce));
	expect({ status, body }).toEqual({ status: 401, body: { error: expect.any(String), nonce: expect.any(String) } });
	expect(body.nonce).not.toBe(nonce);
});

test('a nonce is taken once only', async () => {
	const to = given();
	const nonce = await nonceFrom(to);
	const body = { account: 'odfs', nonce, checksum: await checksumOf(nonce) };
	expect((await signIn(to, body)).status).toBe(200);
	expect((await signIn(to, body)).status).toBe(401);
});

test('processes that share nothing but what n8n keeps take each other\'s nonces and tokens, and each nonce once', async () => {
	type Process = { login: typeof login; newNonce: typeof newNonce; holds: typeof holds };
	const start = async (): Promise<Process> => {
		let started: Process | undefined;
		await jest.isolateModulesAsync(async () => {
			const { login: logsIn, newNonce: makes } = await import('../../nodes/HuaweiCecChatbotTrigger/login');
			const { holds: judges } = await import('../../nodes/HuaweiCecChatbotTrigger/signedText');
			started = { login: logsIn, newNonce: makes, holds: judges };
		});
		return started as Process;
	};
	const [one, other] = [await start(), await start()];
	expect(one.login).not.toBe(other.login);
	const now = Date.now();
	const memory = {};
	const signIn = { place: 'shared', caller: '192.0.2.1', now, seconds: 60, memory };
	const nonce = one.newNonce(credential, 'shared', now);
	const body = { account: 'odfs', nonce, checksum: await checksumOf(nonce) };
	const answer = other.login(body, credential, signIn) as { token: string };
	expect(one.holds('token', answer.token, credential, 'shared', now)).toBe(true);
	// As n8n has saved and read it meanwhile.
	expect(one.login(body, credential, { ...signIn, memory: structuredClone(memory) })).toHaveProperty('error');
	expect(other.login(body, credential, { ...signIn, memory: {} })).toHaveProperty('error');
});

test('what is kept does not grow with sign-ins that fail', async () => {
	const to = { ...given(), staticData: {} as IDataObject };
	for (let times = 0; times < 12; times += 1) await signIn(to, { account: 'odfs', nonce: await nonceFrom(to), checksum: 'x' });
	expect(JSON.stringify(to.staticData)).not.toContain('seen');
});

test('a nonce that is a minute old is refused', async () => {
	const now = Date.now();
	const nonce = newNonce(credential, 'p', now);
	const body = { account: 'odfs', nonce, checksum: await checksumOf(nonce) };
	const signIn = { place: 'p', caller: 'late', seconds: 60, memory: {} };
	expect(login(body, credential, { ...signIn, now: now + 60_001 })).toHaveProperty('error');
	expect(login(body, credential, { ...signIn, now: now + 59_999 })).toHaveProperty('token');
});

test('who fails too often has to wait, others need not', async () => {
	const to = given();
	for (let times = 0; times < 10; times += 1) expect((await signIn(to, {})).body).toHaveProperty('nonce');
	const nonce = await nonceFrom(to);
	const right = { account: 'odfs', nonce, checksum: await checksumOf(nonce) };
	expect(await signIn(to, right)).toEqual({ status: 401, body: { error: expect.stringContaining('Too many'), nonce: expect.any(String) } });
	const { answered } = await receive({ ...to, ip: '192.0.2.99', path: LOGIN, headers: { 'content-type': 'application/json' }, body: right });
	expect(answered?.status).toBe(200);
});

test('a token holds for its time, its node and its key', () => {
	const until = 1_000_000;
	const token = makeSigned('token', credential, 'here', until);
	expect(holds('token', token, credential, 'here', until - 1)).toBe(true);
	expect(holds('token', token, credential, 'here', until)).toBe(false);
	expect(holds('token', token, credential, 'there', 0)).toBe(false);
	expect(holds('token', token, { ...credential, key: 'changed' }, 'here', 0)).toBe(false);
	expect(holds('nonce', token, credential, 'here', 0)).toBe(false);
	expect(holds('token', token.replace(/^./, 'z'), credential, 'here', 0)).toBe(false);
});

test.each([
	['no request', {}],
	['no sentence', { request: { ...QUESTION.request, sentence: '' } }],
])('a body with %s is refused', async (_what, body) => {
	const to = given();
	const nonce = await nonceFrom(to);
	const { body: signed } = await signIn(to, { account: 'odfs', nonce, checksum: await checksumOf(nonce) });
	expect((await ask(to, signed.token, body)).answered?.status).toBe(400);
});

test('a key that can be guessed is refused at activation', async () => {
	const weak = { huaweiCecChatbotServerApi: { account: 'odfs', key: 'short' } };
	await expect(activate(node, { ...given(), credentials: weak })).rejects.toThrow(/too short/);
	expect(await activate(node, given())).toBe(true);
});

test.each([
	['words of an AI agent', [{ output: 'Your bill is 30.' }], [{ confidence: 1, commands: [], responses: ['Your bill is 30.'] }]],
	['commands and slots', [{ commands: 'bill, pay', params: { month: '3' }, confidence: 0.5 }], [{ confidence: 0.5, commands: ['bill', 'pay'], responses: [], params: { month: '3' } }]],
	['several intents', [{ command: 'a' }, { command: 'b', confidence: 7 }], [{ confidence: 1, commands: ['a'], responses: [] }, { confidence: 1, commands: ['b'], responses: [] }]],
	['what an AI agent put into a form', [{ output: { text: 'Your bill is 30.', commands: ['bill'], confidence: 0.9 } }], [{ confidence: 0.9, commands: ['bill'], responses: ['Your bill is 30.'] }]],
	['words beyond what CEC takes', [{ output: 'x'.repeat(5000) }], [{ confidence: 1, commands: [], responses: ['x'.repeat(4096)] }]],
])('%s become intents', (_what, output, intents) => {
	expect(answerIn(output)).toEqual({ errorCode: '0', errorMsg: '', intentsResponses: intents });
});

const unsure = [
	{ command: 'c', confidence: 0.4 },
	{ command: 'a', confidence: 0.9 },
	{ command: 'b', confidence: 0.7 },
];

test.each([
	[{}, ['a', 'b', 'c']],
	[{ targetIntentCount: 2 }, ['a', 'b']],
	[{ targetIntentCount: 1, confidence2Top: 1 }, ['a']],
	[{ targetIntentCount: 5, confidence2Top: 0.2 }, ['a', 'b']],
	[{ confidence2Top: 0 }, ['a']],
	[{ targetIntentCount: 'many', confidence2Top: 'near' }, ['a', 'b', 'c']],
])('CEC gets the surest intents, as it wants them: %j', (wanted, commands) => {
	expect(answerIn(unsure, wanted)?.intentsResponses.flatMap((intent) => intent.commands)).toEqual(commands);
});

test('an error of a node is nothing that customers are told', () => {
	expect(answerIn([{ error: 'CEC found nothing with these values', message: 'Check the id.' }])).toBeUndefined();
	expect(answerIn([{ error: 'one', message: 'x' }, { output: 'two' }])?.intentsResponses).toHaveLength(1);
});

test('the node for answers builds an intent of each item', async () => {
	const parameters = {
		text: '={{ $json.say }}',
		commands: 'bill, pay',
		confidence: '={{ $json.sure }}',
		slots: { values: [{ name: 'month', value: '3' }] },
		options: { scenarioName: 'Bills', scenarioType: 1 },
	};
	const items = [{ json: { say: 'It is 30.', sure: 0.7 } }, { json: { say: '', sure: 2 } }];
	const built = await execute({ node: new HuaweiCecChatbotAnswer(), credentials: {}, parameters, items });
	const same = { commands: ['bill', 'pay'], params: { month: '3' }, scenarioName: 'Bills', scenarioType: 1 };
	expect(built.map(({ json }) => json)).toEqual([
		{ confidence: 0.7, responses: ['It is 30.'], ...same },
		{ confidence: 1, responses: [], ...same },
	]);
	expect(built.map(({ pairedItem }) => pairedItem)).toEqual([{ item: 0 }, { item: 1 }]);
	expect(answerIn(built.map(({ json }) => json), { targetIntentCount: 1 })?.intentsResponses).toEqual([built[1].json]);
});

test('a finished answer goes out as it is', () => {
	const finished = { errorCode: '0', errorMsg: '', intentsResponses: [{ confidence: 0.1, commands: [] }, { confidence: 0.9, commands: [] }] };
	expect(answerIn([finished], { targetIntentCount: 1 })).toEqual(finished);
});

test('an output that says nothing is no answer', () => {
	expect(answerIn([{ something: 1 }])).toBeUndefined();
	expect(answerIn(undefined)).toBeUndefined();
});

describe('the answer comes in time', () => {
	const fallback = { errorCode: '0', errorMsg: '', intentsResponses: [{ confidence: 1, commands: ['human'], responses: [] }] };
	let server: Server;
	let workflow: (response: HttpResponse) => void;

	beforeAll(async () => {
		const app = jest.requireActual<() => any>('express')();
		app.post('/', (_request: unknown, response: HttpResponse) => {
			answerInTime(response, 100, fallback);
			workflow(response);
		});
		server = createServer(app);
		await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
	});
	afterAll(() => {
		server.closeAllConnections();
		server.close();
	});

	const post = async () => {
		const response = await fetch(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`, { method: 'POST' });
		return { status: response.status, body: (await response.json()) as object };
	};

	test('what the last node puts out', async () => {
		workflow = (response) => void response.json([{ text: 'Hello' }]);
		expect(await post()).toEqual({ status: 200, body: { errorCode: '0', errorMsg: '', intentsResponses: [{ confidence: 1, commands: [], responses: ['Hello'] }] } });
	});

	test.each<[string, (response: HttpResponse) => void]>([
		['the workflow fails', (response) => void response.status(500).json({ message: 'Error in workflow' })],
		['the workflow puts nothing out', (response) => void response.json([])],
		['the workflow is late', (response) => void setTimeout(() => response.status(200).json([{ text: 'late' }]), 200)],
	])('the fallback when %s', async (_why, does) => {
		workflow = does;
		expect(await post()).toEqual({ status: 200, body: fallback });
		await new Promise((resolve) => setTimeout(resolve, 150));
	});
});
