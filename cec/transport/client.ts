/** Sends requests: pace, sign-in, repetition, and the answer with exact numbers. */
import type {
	ICredentialDataDecryptedObject,
	IExecuteFunctions,
	IHookFunctions,
	IHttpRequestOptions,
	ILoadOptionsFunctions,
	IPollFunctions,
	ITriggerFunctions,
} from 'n8n-workflow';

import type { AgentSession } from '../auth/agentSession';
import { CUSTOMER_TOKEN_HEADER, customerToken, learnCustomerToken, type Customer } from '../auth/customerToken';
import { signIns } from '../auth/signIns';
import { tlsOptions } from '../auth/tls';
import { baseUrl, TokenRefused, type Ask, type TokenAnswer } from '../auth/token';
import { isFileItself, WHOLE } from '../catalogue/answer';
import type { CredentialName } from '../catalogue/family';
import type { Operation } from '../catalogue/operation';
import { parseExact, stringifyExact } from '../formats/exactJson';
import { at, isRecord } from '../formats/paths';
import { queryText } from '../formats/percent';
import { unzip } from '../formats/zip';
import { sentBody, type CecRequest } from '../request/build';
import { InputProblem } from '../request/problem';
import { outcomeOf, type Json } from '../request/readAnswer';
import { realClock, type Clock } from './clock';
import { CecError, networkFailure, retryAfter, type Failure } from './failure';
import { inTurn, takeTurn } from './pace';
import { received, type FileStream } from './received';
import { waitBeforeRetry } from './retry';

export type CecContext = IExecuteFunctions | IHookFunctions | ILoadOptionsFunctions | IPollFunctions | ITriggerFunctions;

export interface ClientSettings {
	timeoutMs: number;
	/** The user's own ceiling; 0 for none. */
	requestsPerSecond: number;
	/** For those who decide themselves what follows a failure. */
	mostAttempts?: number;
	clock?: Clock;
}

interface HttpAnswer {
	statusCode: number;
	headers: Record<string, unknown>;
	body: unknown;
}

/** A file as it comes in. */
export interface ReceivedFile {
	content: FileStream | Buffer;
	/** Media type, where the server names one. */
	type?: string;
}

/** A file that CEC itself answers with. */
export interface DownloadedFile extends ReceivedFile {
	/** The bytes it begins with, for whoever wants to know what it is. */
	beginning: Buffer;
	/** `Content-Disposition`, where the server sends one. */
	disposition?: unknown;
}

/** The credential with the tokens that a request goes out with. */
interface SignedIn {
	credential: ICredentialDataDecryptedObject;
	token?: string;
	/** That of the customer of a chat. */
	customerToken?: string;
}

type Attempt<T> = { done: T } | { failure: Failure };

export class CecClient {
	private readonly credentials = new Map<CredentialName, Promise<ICredentialDataDecryptedObject>>();

	private readonly clock: Clock;

	constructor(
		private readonly context: CecContext,
		private readonly settings: ClientSettings,
		/** The agent for whom the requests are; families without sessions need none. */
		readonly session?: AgentSession,
		/** Called whenever a request of the agent goes out. */
		private readonly goesOut?: () => void,
	) {
		this.clock = settings.clock ?? realClock;
	}

	/** The same client for the session of an agent. */
	within(session: AgentSession, goesOut?: () => void): CecClient {
		return new CecClient(this.context, this.settings, session, goesOut);
	}

	/** The same client with another context. */
	through(context: CecContext): CecClient {
		return new CecClient(context, this.settings, this.session, this.goesOut);
	}

	/** The decrypted credential of an operation; read once for the life of the client. */
	async credential({ family }: Operation): Promise<ICredentialDataDecryptedObject> {
		const known = this.credentials.get(family.credential);
		if (known) return await known;
		const reading = this.context.getCredentials<ICredentialDataDecryptedObject>(family.credential);
		this.credentials.set(family.credential, reading);
		return await reading;
	}

	/**
	 * Sends a request and returns CEC's answer once it means success.
	 * Repeats it where that is safe; throws CecError when it failed for good.
	 */
	async ask(operation: Operation, request: CecRequest): Promise<Json> {
		return await this.repeatedly(operation, async () => {
			await this.waitForTurn(operation, request);
			return await this.alone(operation, async () => await this.attempt(operation, request));
		});
	}

	/** Sends a request whose answer is a file, and hands that to `store` as it comes in; with the repetitions of `ask`. */
	async download<T>(operation: Operation, request: CecRequest, store: (file: DownloadedFile) => Promise<T>): Promise<T> {
		return await this.repeatedly(operation, async () => {
			await this.waitForTurn(operation, request);
			return await this.alone(operation, async () => await this.attemptDownload(operation, request, store));
		});
	}

	/**
	 * Fetches a file from an address that CEC gave, and hands it to `store` as it comes in. Such addresses carry
	 * their own permission: nothing of the credential is sent but how to trust the server.
	 */
	async fetchFile<T>(operation: Operation, url: string, store: (file: ReceivedFile) => Promise<T>): Promise<T> {
		return await this.repeatedly(operation, async () => await this.attemptFile(operation, url, store));
	}

	private async repeatedly<T>(operation: Operation, work: () => Promise<Attempt<T>>): Promise<T> {
		for (let attempt = 1; ; attempt += 1) {
			const result = await work();
			if ('done' in result) return result.done;
			const wait = waitBeforeRetry(operation, result.failure, attempt);
			if (wait === undefined || attempt === this.settings.mostAttempts) throw new CecError(operation, result.failure);
			await this.clock.sleep(wait);
		}
	}

	private async attemptFile<T>(
		operation: Operation,
		url: string,
		store: (file: ReceivedFile) => Promise<T>,
	): Promise<Attempt<T>> {
		const from = hostOf(url);
		const options: IHttpRequestOptions = {
			method: 'GET',
			url,
			encoding: 'stream',
			returnFullResponse: true,
			ignoreHttpStatusErrors: true,
			timeout: this.settings.timeoutMs,
			...tlsOptions(await this.credential(operation)),
		};
		try {
			const { statusCode, headers, body } = (await this.context.helpers.httpRequest(options)) as HttpAnswer;
			const content = body as FileStream;
			if (statusCode < 200 || statusCode >= 300) {
				content.destroy();
				return { failure: { kind: 'http', carriedOut: 'no', status: statusCode, from, retryAfterMs: retryAfter(headers, this.clock.now()) } };
			}
			return { done: await store({ content, type: typeOf(headers) }) };
		} catch (error) {
			return { failure: { ...networkFailure(error), from } };
		}
	}

	/** Sleeps on the client's clock. */
	async sleep(ms: number): Promise<void> {
		await this.clock.sleep(ms);
	}

	now(): number {
		return this.clock.now();
	}

	private async waitForTurn(operation: Operation, request: CecRequest): Promise<void> {
		const host = baseUrl(await this.credential(operation));
		const { family, gapMs = 0 } = operation;
		await takeTurn(`${host} ${this.session?.agent ?? request.path}`, gapMs, this.clock);
		const rates = [family.requestsPerSecond, this.settings.requestsPerSecond].filter((rate): rate is number => Boolean(rate));
		if (rates.length > 0) await takeTurn(`${host} ${family.name}`, 1000 / Math.min(...rates), this.clock);
	}

	/** The gateway mixes up requests of one agent that overlap. */
	private async alone<T>(operation: Operation, work: () => Promise<T>): Promise<T> {
		const { session } = this;
		if (!session || operation.longPoll) return await work();
		return await inTurn(session.agent, async () => {
			// Those that had their turns while a slow request was under way must not go out all at once.
			await takeTurn(`${session.agent} sent`, operation.gapMs ?? 0, this.clock);
			this.goesOut?.();
			return await work();
		});
	}

	private async attempt(operation: Operation, request: CecRequest): Promise<Attempt<Json>> {
		const result = await this.sendAnywhere(operation, request);
		if ('failure' in result) return result;
		const read = readText(operation, result.http, this.clock.now());
		const { guid } = operation.answer;
		if (guid !== undefined && 'done' in read) this.session?.learn({ guid: at(read.done, guid) }, this.clock.now());
		return 'done' in read ? { done: await unzipped(operation, read.done) } : read;
	}

	private async attemptDownload<T>(
		operation: Operation,
		request: CecRequest,
		store: (file: DownloadedFile) => Promise<T>,
	): Promise<Attempt<T>> {
		const result = await this.sendAnywhere(operation, request);
		if ('failure' in result) return result;
		const { headers, body } = result.http;
		if (typeof body === 'string') {
			const read = readText(withoutFile(operation), result.http, this.clock.now());
			if ('failure' in read) return read;
			throw new InputProblem('CEC answered without a file', 'It may not be ready yet; try again later.');
		}
		const { content, beginning } = body as Pick<DownloadedFile, 'content' | 'beginning'>;
		return await store({ content, beginning, type: typeOf(headers), disposition: headers['content-disposition'] }).then(
			(done) => ({ done }),
			(error: unknown) => ({ failure: networkFailure(error) }),
		);
	}

	/** Sends to the path of the operation, or to another spelling of it where that one is not known. */
	private async sendAnywhere(operation: Operation, request: CecRequest): Promise<{ http: HttpAnswer } | { failure: Failure }> {
		let result = await this.sendSignedIn(operation, request);
		for (const path of request.otherPaths ?? []) {
			if ('failure' in result || result.http.statusCode !== 404) break;
			result = await this.sendSignedIn(operation, { ...request, path });
		}
		return result;
	}

	/** Sends with a valid token; one that CEC no longer accepts is renewed and the request repeated once. */
	private async sendSignedIn(
		operation: Operation,
		request: CecRequest,
	): Promise<{ http: HttpAnswer } | { failure: Failure }> {
		if (operation.open) return await this.send(operation, request, { credential: await this.credential(operation) });
		const first = await this.signIn(operation, request);
		if ('failure' in first) return first;
		const answered = await this.send(operation, request, first);
		if ('failure' in answered || first.token === undefined || !isExpired(operation, answered.http)) return answered;
		const renewed = await this.signIn(operation, request, first);
		if ('failure' in renewed) return renewed;
		if (renewed.token === undefined) return answered;
		return await this.send(operation, request, renewed);
	}

	private async signIn(operation: Operation, { customer }: CecRequest, stale?: SignedIn): Promise<SignedIn | { failure: Failure }> {
		if (this.session) return await this.withGuid(operation, this.session, stale?.token);
		const credential = await this.credential(operation);
		const way = signIns[operation.family.credential];
		if (!way) return { credential };
		const ask = async (options: IHttpRequestOptions) =>
			(await this.context.helpers.httpRequest({ ...options, timeout: this.settings.timeoutMs })) as TokenAnswer;
		const signIn = async (refused?: string): Promise<SignedIn> => {
			const { value } = await way.token(credential, ask, refused);
			return { credential: { ...credential, [way.property]: value }, token: value };
		};
		return await signIn(stale?.token)
			.then(async (signedIn) => (customer ? await asCustomer(signedIn, customer, { ask, signIn, stale: stale?.customerToken }) : signedIn))
			.catch((error: unknown) => ({ failure: tokenFailure(error) }));
	}

	/** The newest session there is; when CEC has refused its Guid, another one that this process knows or another has left. */
	private async withGuid(
		operation: Operation,
		session: AgentSession,
		refused?: string,
	): Promise<SignedIn> {
		const guid = refused === undefined ? session.guid : session.insteadOf(refused, await this.storedSession(operation));
		return { credential: { ...(await this.credential(operation)), sessionToken: session.token }, token: guid };
	}

	/** What stands in the credential by now, which another process may have changed. */
	private async storedSession({ family }: Operation): Promise<string> {
		const { sessionToken } = await this.context.getCredentials<ICredentialDataDecryptedObject>(family.credential);
		return String(sessionToken ?? '');
	}

	private async send(
		operation: Operation,
		request: CecRequest,
		{ credential, customerToken: ofCustomer }: SignedIn,
	): Promise<{ http: HttpAnswer } | { failure: Failure }> {
		const type = operation.family.credential;
		const wantsFile = isFileItself(operation.answer);
		const options: IHttpRequestOptions = {
			method: request.method,
			url: `${baseUrl(credential)}${request.path}${queryText(Object.entries(request.query))}`,
			headers: { Accept: wantsFile ? '*/*' : 'application/json', 'Content-Type': operation.family.contentType, ...request.headers, ...(ofCustomer && { [CUSTOMER_TOKEN_HEADER]: ofCustomer }) },
			...(request.body && { body: stringifyExact(sentBody(operation, request.body)) }),
			// As text, since numbers beyond 2^53 must not go through JSON.parse.
			encoding: wantsFile ? 'stream' : 'text',
			returnFullResponse: true,
			ignoreHttpStatusErrors: true,
			disableFollowRedirect: true,
			timeout: this.settings.timeoutMs,
			...tlsOptions(credential),
		};
		const { helpers } = this.context;
		const sending = operation.open
			? helpers.httpRequest(options)
			: helpers.httpRequestWithAuthentication.call(this.context, type, options, {
					credentialsDecrypted: { id: '', name: '', type, data: credential },
				});
		try {
			const http = (await sending) as HttpAnswer;
			this.session?.learn(http.headers, this.clock.now());
			if (request.customer) learnCustomerToken(credential, request.customer, http.headers);
			return { http: wantsFile ? { ...http, body: await received(http, this.settings.timeoutMs) } : http };
		} catch (error) {
			return { failure: networkFailure(error) };
		}
	}
}

/** The tokens for the customer of a chat too; that of the app, without which there is none, may have expired meanwhile. */
async function asCustomer(
	signedIn: SignedIn,
	customer: Customer,
	{ ask, signIn, stale }: { ask: Ask; signIn: (refused?: string) => Promise<SignedIn>; stale?: string },
): Promise<SignedIn> {
	const withToken = async (app: SignedIn): Promise<SignedIn> => ({
		...app,
		customerToken: (await customerToken(app.credential, customer, ask, stale)).value,
	});
	return await withToken(signedIn).catch(async (error: unknown) => {
		if (!(error instanceof TokenRefused) || error.answer.statusCode !== 401) throw error;
		return await withToken(await signIn(signedIn.token));
	});
}

/** HTTP 401, or the family's code for an expired token inside an HTTP 200. */
function isExpired({ family }: Operation, { statusCode, body }: HttpAnswer): boolean {
	if (statusCode === 401) return true;
	if (!family.expiredCodes || typeof body !== 'string') return false;
	const answer = tryParse(body);
	return isRecord(answer) && family.envelope.codes.some((key) => family.expiredCodes?.includes(String(answer[key])));
}

function readText(operation: Operation, http: HttpAnswer, now: number): Attempt<Json> {
	const text = typeof http.body === 'string' ? http.body : '';
	const answer = readAnswer(operation, text);
	const status = http.statusCode;
	if (status < 200 || status >= 300) return { failure: httpFailure(operation, http, answer, now) };
	if (!isRecord(answer)) {
		return { failure: { kind: 'notJson', carriedOut: 'perhaps', status, text: excerpt(text) } };
	}
	const { success, code, text: words } = outcomeOf(operation, answer);
	const hidden = success ? operation.failure?.(answer) : undefined;
	if (success && hidden === undefined) return { done: answer };
	if (hidden !== undefined) return { failure: { kind: 'refused', carriedOut: 'perhaps', text: hidden, status } };
	const doubtful = code !== undefined && operation.doubtfulCodes?.includes(code);
	return { failure: { kind: 'refused', carriedOut: doubtful ? 'perhaps' : 'no', code, text: words, status } };
}

/** An archive of a few bytes can hold endlessly many. */
const MOST_UNPACKED_BYTES = 64 * 1024 * 1024;

/** The answer with what its archive holds. */
async function unzipped({ answer: { unzips } }: Operation, answer: Json): Promise<Json> {
	const encoded = unzips && answer[unzips.key];
	if (!unzips || typeof encoded !== 'string') return answer;
	const files = await unzip(Buffer.from(encoded, 'base64'), MOST_UNPACKED_BYTES);
	const found = tryParse(files?.find(({ name }) => name === unzips.file)?.content.toString('utf8') ?? '');
	return found === undefined ? answer : { ...answer, [unzips.as]: found };
}

/** How an answer is read that should have been a file: success without one may have no words at all. */
function withoutFile(operation: Operation): Operation {
	return { ...operation, answer: { ...operation.answer, mayBeEmpty: true } };
}

/** The answer as an object: a list that is the whole answer stands under a key of its own. */
function readAnswer({ answer: { mayBeEmpty, statusOnly } }: Operation, text: string): unknown {
	if (statusOnly) return {};
	if (mayBeEmpty && text.trim() === '') return {};
	const answer = tryParse(text);
	return Array.isArray(answer) ? { [WHOLE]: answer } : answer;
}

function httpFailure(operation: Operation, { statusCode, headers, body }: HttpAnswer, answer: unknown, now: number): Failure {
	const { code, text } = isRecord(answer) ? outcomeOf(operation, answer) : { code: undefined, text: undefined };
	// Behind a 502 or 504 the request may have gone through; a 429, or a 503 that says when to come back, turns it away.
	const waiting = retryAfter(headers, now);
	const turnedAway = statusCode < 500 || (statusCode === 503 && waiting !== undefined);
	return {
		kind: 'http',
		carriedOut: turnedAway ? 'no' : 'perhaps',
		status: statusCode,
		code,
		text: text ?? excerpt(typeof body === 'string' ? body : ''),
		retryAfterMs: waiting,
	};
}

/** The sign-in failed before the request itself was sent, so nothing of that can have been done. */
function tokenFailure(error: unknown): Failure {
	return { ...reasonOf(error), carriedOut: 'no', isSignIn: true };
}

function reasonOf(error: unknown): Omit<Failure, 'carriedOut'> {
	if (!(error instanceof TokenRefused)) return networkFailure(error);
	const { statusCode, body } = error.answer;
	const text = excerpt(typeof body === 'string' ? body : (JSON.stringify(body) ?? ''));
	if (!isRecord(body) && statusCode < 300) return { kind: 'notJson', status: statusCode, text };
	if (error.code !== undefined) return { kind: 'refused', code: error.code, text: error.said, status: statusCode };
	// An answer without a token means that key or secret are wrong, whatever status it comes with.
	return { kind: 'http', status: statusCode < 300 ? 401 : statusCode, text };
}

/** The media type that the server names; of none and "just bytes" n8n makes more by the name of the file. */
function typeOf(headers: Record<string, unknown>): string | undefined {
	const type = headers['content-type'];
	const named = typeof type === 'string' ? type.split(';')[0].trim() : '';
	return named === '' || /octet-stream$/i.test(named) ? undefined : named;
}

function hostOf(url: string): string {
	try {
		return new URL(url).host;
	} catch {
		return url;
	}
}

function tryParse(text: string): unknown {
	try {
		return parseExact(text);
	} catch {
		return undefined;
	}
}

/** The beginning of a text without HTML, to show in a message. */
function excerpt(text: string): string | undefined {
	const plain = text
		.replace(/<(script|style)[\s\S]*?<\/\1>/gi, ' ')
		.replace(/<[^>]*>/g, ' ')
		.replace(/\s+/g, ' ')
		.trim();
	return plain === '' ? undefined : plain.slice(0, 200);
}
