import { createHmac } from 'node:crypto';
import http from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Simulator } from '../../simulator';
import { tenant } from '../../simulator';
import { CHAT, talk } from './bot-desk';
import { hours, minutes, simulator } from './harness';

const ACCOUNT = 'odfs';
const KEY = 'Demo-chatbot-key1';
const GOOD = {
	errorCode: '0',
	errorMsg: '',
	intentsResponses: [
		{
			responses: ['Your bill is 24.90.'],
			confidence: 1,
			commands: ['bill'],
			params: { Number: '3' },
			scenarioName: 'Bill',
			scenarioType: 0,
			scenarioStatus: 'finish',
		},
	],
};

/** A chatbot as a user would have one: nonces serve once, tokens until they are taken away. */
class Chatbot {
	readonly asked: any[] = [];
	readonly logins: any[] = [];
	readonly tokens = new Set<string>();
	answer: unknown = GOOD;
	duration: unknown = 3600;
	encoding: 'hex' | 'base64' = 'hex';
	private readonly nonces = new Set<string>();
	private count = 0;
	private readonly server = http.createServer((request, response) => {
		const chunks: Buffer[] = [];
		request.on('data', (chunk: Buffer) => chunks.push(chunk));
		request.on('end', () => {
			const body = JSON.parse(Buffer.concat(chunks).toString());
			const [status, answer] = this.serve(request.url ?? '', body, request.headers['chatbot-token']);
			response.writeHead(status, { 'content-type': 'application/json' });
			response.end(typeof answer === 'string' ? answer : JSON.stringify(answer));
		});
	});

	async listen(): Promise<string> {
		await new Promise<void>((resolve) => this.server.listen(0, '127.0.0.1', resolve));
		return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}`;
	}

	async close(): Promise<void> {
		this.server.closeAllConnections();
		await new Promise((resolve) => this.server.close(resolve));
	}

	private serve(path: string, body: any, token: unknown): [number, unknown] {
		if (path === '/chatbot/serverauth/login') return this.login(body);
		if (path !== '/chatbot/u-route/api/router_service/recognize') return [404, 'nothing here'];
		this.asked.push(body);
		if (!this.tokens.has(String(token))) return [401, { errorMsg: 'NEED_LOGIN', nonce: this.nonce() }];
		return [200, this.answer];
	}

	private login(body: any): [number, unknown] {
		this.logins.push(body);
		const checksum = createHmac('sha256', KEY).update(body.nonce).digest(this.encoding);
		const isNew = this.nonces.delete(body.nonce);
		const isGood = isNew && body.account === ACCOUNT && body.checksum.toLowerCase() === checksum.toLowerCase();
		if (!isGood) return [401, { error: 'wrong', nonce: this.nonce() }];
		const token = `token-${++this.count}`;
		this.tokens.add(token);
		return [200, { token, duration: this.duration }];
	}

	private nonce(): string {
		const made = `nonce-${++this.count}`;
		this.nonces.add(made);
		return made;
	}
}

let sim: Simulator;
let bot: Chatbot;
let baseUrl: string;
beforeEach(async () => {
	sim = await simulator();
	bot = new Chatbot();
	baseUrl = await bot.listen();
});
afterEach(async () => {
	await sim.close();
	await bot.close();
});

type Options = Parameters<Simulator['control']['askChatbot']>[0];
const ask = async (more: Partial<Options> = {}) =>
	await sim.control.askChatbot({ baseUrl, account: ACCOUNT, key: KEY, utterance: 'bill of March', ...more });

describe('the handshake (10.14)', () => {
	it('logs in with the nonce of the refusal, and asks again', async () => {
		const { statuses, steps, answer, isRecognized, tokenReused, wellFormed, problems } = await ask();
		expect(statuses).toEqual([401, 200, 200]);
		expect(steps.map(({ step }) => step)).toEqual(['recognize', 'login', 'recognize']);
		expect(answer).toEqual(GOOD);
		expect({ isRecognized, tokenReused, wellFormed, problems }).toEqual({
			isRecognized: true,
			tokenReused: false,
			wellFormed: true,
			problems: [],
		});
		expect(bot.logins).toEqual([
			{ account: ACCOUNT, nonce: 'nonce-1', checksum: expect.stringMatching(/^[0-9a-f]{64}$/) },
		]);
	});

	it('asks as in the sample, or as in the table', async () => {
		await ask({
			sessionId: 'customer-7',
			targetIntentCount: 1,
			confidence2Top: 0.2,
			context: 'bill',
			timeZone: '8',
		});
		expect(bot.asked[0]).toEqual({
			request: {
				sentence: 'bill of March',
				targetIntentCount: 1,
				confidence2Top: 0.2,
				accessCode: '880000000000000101',
				channel: 'OIFDE',
				tenantId: tenant.tenantId,
				language: 'en_US',
				userId: 'customer-7',
				context: 'bill',
				timeZone: '8',
			},
		});
		await ask({ shape: 'table', accessCode: '15550190' });
		const { request } = bot.asked[bot.asked.length - 1];
		expect([request.accesscode, request.accessCode]).toEqual(['15550190', undefined]);
	});

	it('keeps the token until it expires on the simulated clock', async () => {
		await ask();
		expect(await ask()).toMatchObject({ statuses: [200], tokenReused: true });
		await sim.clock.advance(hours(1));
		expect(await ask()).toMatchObject({ statuses: [401, 200, 200], tokenReused: false });
		expect(await ask({ fresh: true })).toMatchObject({ statuses: [401, 200, 200] });
	});

	it('logs in again when the token is good no more', async () => {
		await ask();
		bot.tokens.clear();
		expect(await ask()).toMatchObject({ statuses: [401, 200, 200], tokenReused: false });
	});

	it('takes both addresses in full', async () => {
		const full = {
			baseUrl: undefined,
			loginUrl: `${baseUrl}/chatbot/serverauth/login`,
			recognizeUrl: `${baseUrl}/chatbot/u-route/api/router_service/recognize`,
		};
		expect((await ask(full)).isRecognized).toBe(true);
		await expect(ask({ baseUrl: undefined })).rejects.toThrow(/needs baseUrl/);
	});

	it('writes the checksum as asked for', async () => {
		await ask({ checksum: 'HEX' });
		expect(bot.logins[0].checksum).toMatch(/^[0-9A-F]{64}$/);
		bot.encoding = 'base64';
		expect((await ask({ checksum: 'base64', fresh: true })).isRecognized).toBe(true);
		expect(bot.logins[1].checksum).toMatch(/^[\w+/]{43}=$/);
	});

	it('is offered over HTTP', async () => {
		const response = await fetch(`${sim.url}/__simulator/chatbot/ask`, {
			method: 'POST',
			headers: { 'content-type': 'application/json' },
			body: JSON.stringify({ baseUrl, account: ACCOUNT, key: KEY, utterance: 'bill' }),
		});
		expect(await response.json()).toMatchObject({ statuses: [401, 200, 200], wellFormed: true });
	});
});

describe('in dialogs', () => {
	beforeEach(() => {
		sim.control.setBots({ chatbot: { baseUrl, account: ACCOUNT, key: KEY } });
	});

	it('it finds the intents in place of the platform', async () => {
		const one = await talk(sim);
		await one.begin('447700900500');
		expect(await one.say('tell me about the money')).toBe('What is your telephone number?');
		expect(bot.asked[bot.asked.length - 1].request).toMatchObject({
			sentence: 'tell me about the money',
			userId: '447700900500',
			accessCode: CHAT,
		});
	});

	it('it answers what leads nowhere', async () => {
		bot.answer = { intentsResponses: [{ commands: ['weather'], confidence: 1, responses: ['It rains.'] }] };
		const one = await talk(sim);
		await one.begin();
		expect(await one.say('my bill')).toMatch(/^It rains\.\nWhat can I do/);
	});

	it('it has understood nothing when it fails, and the platform does so again when it is gone', async () => {
		bot.answer = { errorCode: '1' };
		const one = await talk(sim);
		await one.begin();
		expect(await one.say('my bill')).toMatch(/^Sorry/);
		sim.control.setBots({ chatbot: null });
		expect(await one.say('my bill')).toMatch(/telephone number/);
	});
});

describe('misbehaviour', () => {
	it('a wrong key is refused', async () => {
		expect(await ask({ misbehave: 'wrongKey' })).toMatchObject({
			statuses: [401, 401],
			isRecognized: false,
			wellFormed: true,
			answer: { error: 'wrong', nonce: expect.any(String) },
		});
	});

	it('a nonce of before is refused', async () => {
		await ask();
		bot.tokens.clear();
		expect(await ask({ misbehave: 'reusedNonce' })).toMatchObject({ statuses: [401, 401] });
		expect(bot.logins.map(({ nonce }) => nonce)).toEqual(['nonce-1', 'nonce-1']);
	});

	it('a login comes late', async () => {
		const began = performance.now();
		expect(await ask({ misbehave: 'lateLogin', lateMs: 30 })).toMatchObject({ statuses: [401, 200, 200] });
		expect(performance.now() - began).toBeGreaterThanOrEqual(29);
	});

	it('an expired token is used all the same', async () => {
		await ask();
		await sim.clock.advance(hours(2));
		expect(await ask({ misbehave: 'expiredToken' })).toMatchObject({ statuses: [200], tokenReused: true });
		bot.tokens.clear();
		expect(await ask({ misbehave: 'expiredToken' })).toMatchObject({ statuses: [401, 200, 200] });
	});

	it('a token is invented, or nobody logs in', async () => {
		expect(await ask({ misbehave: 'unknownToken' })).toMatchObject({ statuses: [401, 200, 200] });
		expect(await ask({ misbehave: 'noLogin', fresh: true })).toMatchObject({
			statuses: [401],
			isRecognized: false,
		});
	});
});

describe('answers that are not as the tables have them', () => {
	const [intent] = GOOD.intentsResponses;
	const withIntent = (more: object): object => ({ ...GOOD, intentsResponses: [{ ...intent, ...more }] });

	it.each([
		['no intents', { errorCode: '0' }, 'intentsResponses'],
		['a key of its own', { ...GOOD, more: 1 }, 'more'],
		['no commands', withIntent({ commands: undefined }), 'commands'],
		['a text for the commands', withIntent({ commands: 'bill' }), 'commands'],
		['a text for the responses', withIntent({ responses: 'a' }), 'responses'],
		['too sure an intent', withIntent({ confidence: 23 }), 'confidence'],
		['the kind of the sample', withIntent({ scenarioType: 'normal' }), 'scenarioType'],
		['a number for the code', { ...GOOD, errorCode: 0 }, 'errorCode'],
		['too long a text', { ...GOOD, errorMsg: 'x'.repeat(513) }, 'errorMsg'],
		['something that is not JSON', 'hello', 'body'],
	])('%s', async (_, answer, named) => {
		bot.answer = answer;
		const { isRecognized, wellFormed, problems } = await ask();
		expect([isRecognized, wellFormed]).toEqual([true, false]);
		expect(problems).toHaveLength(1);
		expect(problems[0]).toMatch(/^recognize: /);
		expect(problems[0]).toContain(named);
	});

	it('more intents than were asked for', async () => {
		bot.answer = { ...GOOD, intentsResponses: [intent, intent] };
		expect((await ask({ targetIntentCount: 2 })).wellFormed).toBe(true);
		expect((await ask({ targetIntentCount: 1 })).problems).toEqual([expect.stringContaining('2 of them')]);
	});

	it('a token that is no good to keep', async () => {
		bot.duration = 'an hour';
		expect(await ask()).toMatchObject({ statuses: [401, 200], isRecognized: false, wellFormed: false });
	});

	it('a failure of the chatbot is well formed', async () => {
		bot.answer = { errorCode: '500', errorMsg: 'The model is asleep' };
		expect(await ask()).toMatchObject({ wellFormed: true, isRecognized: true });
	});

	it('another path, or nobody there', async () => {
		expect(await ask({ recognizeUrl: `${baseUrl}/elsewhere` })).toMatchObject({
			statuses: [404],
			wellFormed: false,
		});
		expect(await ask({ baseUrl: 'http://127.0.0.1:1' })).toMatchObject({ statuses: [null], wellFormed: false });
	});
});

it('forgets tokens when everything starts anew', async () => {
	await ask();
	sim.control.reset();
	await sim.clock.advance(minutes(1));
	expect((await ask()).statuses).toEqual([401, 200, 200]);
});
