import axios from 'axios';
import { createHmac } from 'node:crypto';
import http from 'node:http';
import https from 'node:https';
import { setTimeout as delay } from 'node:timers/promises';
import type { ZodTypeAny } from 'zod';
import type { Clock } from '../../clock';
import { tenant } from '../../tenant';
import { type Ask, type AskOptions, askSchema, loggedIn, loginRefused, needsLogin, recognized } from './schemas';

/** Asks the chatbot of a user as the platform does (10.14), and judges what it answers. */

const LOGIN = '/chatbot/serverauth/login';
const RECOGNIZE = '/chatbot/u-route/api/router_service/recognize';

export interface Step {
	step: 'recognize' | 'login';
	url: string;
	/** Null when there was no answer. */
	status: number | null;
	answer?: unknown;
	/** In what the answer differs from the tables. */
	problems: string[];
	ms: number;
}

export interface AskReport {
	steps: Step[];
	statuses: Array<number | null>;
	/** What the last request was answered. */
	answer: unknown;
	/** The utterance was recognised: HTTP 200 to the business request. */
	isRecognized: boolean;
	/** The token of an earlier request was good. */
	tokenReused: boolean;
	/** Every answer is as the tables have it. */
	wellFormed: boolean;
	problems: string[];
}

interface Token {
	token: string;
	expires: number;
}

export class ChatbotCaller {
	/** By the address of the chatbot and the account. */
	private readonly tokens = new Map<string, Token>();
	private readonly nonces = new Map<string, string>();
	private readonly agents = {
		httpAgent: new http.Agent({ keepAlive: false }),
		httpsAgent: new https.Agent({ keepAlive: false, rejectUnauthorized: false }),
	};

	constructor(private readonly clock: Clock) {}

	async ask(options: AskOptions): Promise<AskReport> {
		const ask = askSchema.parse(options);
		const whose = `${ask.recognizeUrl ?? ask.baseUrl} ${ask.account}`;
		if (ask.fresh) this.tokens.delete(whose);
		const steps: Step[] = [];
		const known = this.tokenFor(whose, ask);
		const first = await this.recognize(ask, known);
		steps.push(first);
		const nonce = first.status === 401 ? nonceOf(first) : undefined;
		if (nonce === undefined || ask.misbehave === 'noLogin') return report(steps, known !== undefined);
		const login = await this.login(ask, whose, nonce);
		steps.push(login);
		const token = login.status === 200 && login.problems.length === 0 ? this.keep(whose, login) : undefined;
		if (token !== undefined) steps.push(await this.recognize(ask, token));
		return report(steps, false);
	}

	/** The token in hand as long as it lives, on the simulated clock. */
	private tokenFor(whose: string, { misbehave }: Ask): string | undefined {
		if (misbehave === 'unknownToken') return 'no-such-token';
		const found = this.tokens.get(whose);
		if (found === undefined) return undefined;
		if (misbehave !== 'expiredToken' && found.expires <= this.clock.now()) return undefined;
		return found.token;
	}

	private keep(whose: string, { answer }: Step): string {
		const { token, duration } = answer as { token: string; duration: number };
		this.tokens.set(whose, { token, expires: this.clock.now() + duration * 1000 });
		return token;
	}

	private async recognize(ask: Ask, token: string | undefined): Promise<Step> {
		const url = ask.recognizeUrl ?? below(ask.baseUrl, RECOGNIZE);
		const step = await this.post('recognize', url, recognizeBody(ask), ask.patienceMs, {
			...(token !== undefined && { 'Chatbot-Token': token }),
		});
		if (step.status === 200) {
			step.problems.push(...problemsOf(recognized, step.answer), ...tooMany(ask, step.answer));
		} else if (step.status === 401) {
			step.problems.push(...problemsOf(needsLogin, step.answer));
		} else {
			step.problems.push(`status ${step.status} is neither 200 nor 401`);
		}
		return step;
	}

	private async login(ask: Ask, whose: string, given: string): Promise<Step> {
		const { account, key, misbehave, checksum: format } = ask;
		const nonce = misbehave === 'reusedNonce' ? (this.nonces.get(whose) ?? given) : given;
		this.nonces.set(whose, nonce);
		if (misbehave === 'lateLogin') await delay(ask.lateMs);
		const mac = createHmac('sha256', misbehave === 'wrongKey' ? `${key}?` : key).update(nonce);
		const checksum = {
			hex: () => mac.digest('hex'),
			HEX: () => mac.digest('hex').toUpperCase(),
			base64: () => mac.digest('base64'),
		}[format]();
		const url = ask.loginUrl ?? below(ask.baseUrl, LOGIN);
		const step = await this.post('login', url, { account, nonce, checksum }, ask.patienceMs);
		if (step.status === 200) step.problems.push(...problemsOf(loggedIn, step.answer));
		else if (step.status === 401) step.problems.push(...problemsOf(loginRefused, step.answer));
		else step.problems.push(`status ${step.status} is neither 200 nor 401`);
		return step;
	}

	private async post(
		step: Step['step'],
		url: string,
		body: object,
		timeout: number,
		headers: Record<string, string> = {},
	): Promise<Step> {
		const began = performance.now();
		const took = (): number => Math.round(performance.now() - began);
		try {
			const { status, data } = await axios.post<string>(url, JSON.stringify(body), {
				...this.agents,
				headers: { 'Content-Type': 'application/json;charset=utf-8', ...headers },
				timeout,
				maxRedirects: 0,
				proxy: false,
				responseType: 'text',
				transformResponse: (text: string) => text,
				validateStatus: () => true,
			});
			return { step, url, status, answer: parsed(data), problems: [], ms: took() };
		} catch (error) {
			return { step, url, status: null, problems: [(error as Error).message], ms: took() };
		}
	}
}

const below = (base: string | undefined, path: string): string => `${(base ?? '').replace(/\/$/, '')}${path}`;

function parsed(text: string): unknown {
	try {
		return JSON.parse(text) as unknown;
	} catch {
		return text;
	}
}

function recognizeBody(ask: Ask): object {
	const { context, targetIntentCount, confidence2Top, timeZone } = ask;
	return {
		request: {
			sentence: ask.utterance,
			...(targetIntentCount !== undefined && { targetIntentCount }),
			...(confidence2Top !== undefined && { confidence2Top }),
			[ask.shape === 'table' ? 'accesscode' : 'accessCode']: ask.accessCode,
			channel: 'OIFDE',
			tenantId: tenant.tenantId,
			language: ask.language,
			userId: ask.sessionId,
			...(context !== undefined && { context }),
			...(timeZone !== undefined && { timeZone }),
		},
	};
}

function problemsOf(schema: ZodTypeAny, answer: unknown): string[] {
	const checked = schema.safeParse(answer);
	return checked.success
		? []
		: checked.error.issues.map(({ path, message }) => `${path.join('.') || 'body'}: ${message}`);
}

function tooMany({ targetIntentCount }: Ask, answer: unknown): string[] {
	const { intentsResponses } = Object(answer) as { intentsResponses?: unknown };
	const count = Array.isArray(intentsResponses) ? intentsResponses.length : 0;
	return targetIntentCount !== undefined && count > targetIntentCount
		? [`intentsResponses: ${count} of them, where ${targetIntentCount} were asked for`]
		: [];
}

function nonceOf({ answer }: Step): string | undefined {
	const { nonce } = Object(answer) as { nonce?: unknown };
	return typeof nonce === 'string' ? nonce : undefined;
}

function report(steps: Step[], hadToken: boolean): AskReport {
	const last = steps[steps.length - 1];
	const isRecognized = last.step === 'recognize' && last.status === 200;
	const problems = steps.flatMap(({ step, problems: found }) => found.map((one) => `${step}: ${one}`));
	return {
		steps,
		statuses: steps.map(({ status }) => status),
		answer: last.answer,
		isRecognized,
		tokenReused: hadToken && isRecognized,
		wellFormed: problems.length === 0,
		problems,
	};
}
