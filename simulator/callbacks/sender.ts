import axios from 'axios';
import http from 'node:http';
import https from 'node:https';
import type { PhoneCall } from '../calls/state';
import type { Clock } from '../clock';
import { toJson } from '../json';
import type { World } from '../world';
import { callBody, type CallCallback, releaseKind, written } from './call-bodies';
import { type CallbackSettings, untouched } from './settings';

/** Real time to wait for a receiver. The reference names none. */
const PATIENCE_MS = 10_000;
const MOST_PUSHES = 6;
const RESULT_RETRY_MS = 10 * 60 * 1000;
/** As the later public edition has it; how often it is repeated is not told there. */
const INDEX_RETRY_MS = 10 * 60 * 1000;
/** The reference does not say how far apart the repeats of an audit are. */
const AUDIT_RETRY_MS = 60 * 1000;

export interface Attempt {
	time: number;
	/** HTTP status of the answer, or null when there was none. */
	status: number | null;
	answer?: unknown;
	error?: string;
	accepted: boolean;
	/** Not sent at all, because the control interface asked for it to be lost. */
	lost?: boolean;
	repeated?: boolean;
}

export interface Callback {
	kind: 'campaignResults' | 'voiceAudit' | 'speech' | 'agentEvents' | 'indexReady' | CallCallback;
	url: string;
	body: unknown;
	/** How it goes out, where that is not plain JSON. */
	sentAs?: { text: string; contentType: string };
	attempts: Attempt[];
	accepted: boolean;
}

/** Headers that go along; those of a signature are made anew for each attempt. */
type Headers = Record<string, string> | ((raw: Buffer) => Record<string, string>);

/** Sends what CEC pushes, and sends it again as the reference says. */
export class CallbackSender {
	readonly sent: Callback[] = [];
	settings: CallbackSettings = untouched();
	private lose = 0;
	private repeat = 0;
	private closed = false;
	// No connection outlives its request, and certificates of receivers in a test need not be known to anybody.
	private readonly agents = {
		httpAgent: new http.Agent({ keepAlive: false }),
		httpsAgent: new https.Agent({ keepAlive: false, rejectUnauthorized: false }),
	};

	constructor(private readonly clock: Clock) {}

	faults(change: { lose?: number; repeat?: number }): { lose: number; repeat: number } {
		this.lose = change.lose ?? this.lose;
		this.repeat = change.repeat ?? this.repeat;
		return { lose: this.lose, repeat: this.repeat };
	}

	clear(): void {
		this.sent.length = 0;
		this.lose = 0;
		this.repeat = 0;
	}

	change(change: Partial<CallbackSettings>): CallbackSettings {
		const named = Object.entries(change).filter(([, value]) => value !== undefined);
		this.settings = { ...this.settings, ...(Object.fromEntries(named) as Partial<CallbackSettings>) };
		return this.settings;
	}

	close(): void {
		this.closed = true;
	}

	/**
	 * 7.6.1: anything but HTTP 200 is a failure; then at once again, then every ten minutes, six pushes a record at
	 * most. The records of one push stay together.
	 */
	async campaignResults(url: string, records: unknown[]): Promise<void> {
		const callback: Callback = { kind: 'campaignResults', url, body: records, attempts: [], accepted: false };
		this.sent.push(callback);
		if (await this.push(callback, ({ status }) => status === 200)) return;
		await this.pushResultsAgain(callback);
	}

	/** 5.4.4 and 5.4.5: until the answer is {"returnCode":"0"}, six times at most. */
	async audit(url: string, body: unknown): Promise<void> {
		const callback: Callback = { kind: 'voiceAudit', url, body, attempts: [], accepted: false };
		this.sent.push(callback);
		await this.pushAudit(callback);
	}

	/** 6.2.14.2: only to the URL of the settings, never signed. Notifications have no such callback. */
	async connected(world: World, call: PhoneCall): Promise<void> {
		const { connectedUrl } = this.settings;
		if (connectedUrl === null || releaseKind(call) !== 'released') return;
		await this.about(world, 'connected', call, connectedUrl, null);
	}

	/** 6.2.14.3 and 14.4.2: to the URL that came with the request rather than that of the settings, and signed then. */
	async released(world: World, call: PhoneCall): Promise<void> {
		const kind = releaseKind(call);
		const { releasedUrl, notificationReleasedUrl, sharedKey } = this.settings;
		const url = call.callBackUrl ?? (kind === 'released' ? releasedUrl : notificationReleasedUrl);
		if (url !== null) await this.about(world, kind, call, url, call.callBackUrl === undefined ? null : sharedKey);
	}

	/** The reference names no repeats for these, so there are none. */
	private async about(world: World, kind: CallCallback, call: PhoneCall, url: string, key: string | null) {
		const { body, text, contentType } = written(callBody(kind, call), key, this.settings, world.random);
		const callback: Callback = { kind, url, body, sentAs: { text, contentType }, attempts: [], accepted: false };
		this.sent.push(callback);
		await this.push(
			callback,
			({ status, answer }) => status === 200 && (answer as { retCode?: unknown } | undefined)?.retCode === '0',
		);
	}

	/** 6.3.6: once, for the reference names no repeats. The token is that of 6.3.1, if there is one. */
	async speech(url: string, body: unknown, serviceToken?: string): Promise<void> {
		const callback: Callback = { kind: 'speech', url, body, attempts: [], accepted: false };
		this.sent.push(callback);
		const accepted = ({ status, answer }: Attempt): boolean =>
			status === 200 && (answer as { retcode?: unknown } | undefined)?.retcode === '0';
		await this.push(callback, accepted, serviceToken === undefined ? {} : { service_token: serviceToken });
	}

	/** 6.1.4.2: once; whoever has events to tell sends them again, with what has happened since. */
	async agentEvents(url: string, body: unknown, headers: Record<string, string>): Promise<boolean> {
		const callback: Callback = { kind: 'agentEvents', url, body, attempts: [], accepted: false };
		this.sent.push(callback);
		const accepted = ({ status, answer }: Attempt): boolean =>
			status === 200 && (answer as { retcode?: unknown } | undefined)?.retcode === '0';
		return await this.push(callback, accepted, headers);
	}

	/** 13.2.1.2 and .6: signed. The later public edition wants an answer with a body, and repeats every ten minutes. */
	async indexReady(url: string, body: unknown, sign: (raw: Buffer) => Record<string, string>): Promise<void> {
		const callback: Callback = { kind: 'indexReady', url, body, attempts: [], accepted: false };
		this.sent.push(callback);
		await this.pushIndex(callback, sign);
	}

	private async pushIndex(callback: Callback, sign: (raw: Buffer) => Record<string, string>): Promise<void> {
		const accepted = ({ status, answer }: Attempt): boolean =>
			status === 200 && answer !== '' && answer !== undefined;
		if (await this.push(callback, accepted, sign)) return;
		if (callback.attempts.length >= MOST_PUSHES) return;
		this.clock.after(INDEX_RETRY_MS, async () => await this.pushIndex(callback, sign));
	}

	private async pushResultsAgain(callback: Callback): Promise<void> {
		if (await this.push(callback, ({ status }) => status === 200)) return;
		if (callback.attempts.length >= MOST_PUSHES) return;
		this.clock.after(RESULT_RETRY_MS, async () => await this.pushResultsAgain(callback));
	}

	private async pushAudit(callback: Callback): Promise<void> {
		const accepted = ({ status, answer }: Attempt): boolean =>
			status === 200 && (answer as { returnCode?: unknown } | undefined)?.returnCode === '0';
		if (await this.push(callback, accepted)) return;
		if (callback.attempts.length >= MOST_PUSHES) return;
		this.clock.after(AUDIT_RETRY_MS, async () => await this.pushAudit(callback));
	}

	private async push(
		callback: Callback,
		accepts: (attempt: Attempt) => boolean,
		headers: Headers = {},
	): Promise<boolean> {
		if (this.closed) return true;
		if (this.lose > 0) {
			this.lose--;
			callback.attempts.push({ time: this.clock.now(), status: 500, accepted: false, lost: true });
			return false;
		}
		const attempt = await this.post(callback, headers);
		attempt.accepted = accepts(attempt);
		callback.attempts.push(attempt);
		if (this.repeat > 0) {
			this.repeat--;
			const again = await this.post(callback, headers);
			callback.attempts.push({ ...again, accepted: accepts(again), repeated: true });
		}
		callback.accepted = attempt.accepted;
		return attempt.accepted;
	}

	private async post(callback: Callback, headers: Headers): Promise<Attempt> {
		const time = this.clock.now();
		try {
			const { text, contentType } = callback.sentAs ?? {
				text: toJson(callback.body),
				contentType: 'application/json; charset=UTF-8',
			};
			const raw = Buffer.from(text);
			const { status, data } = await axios.post<unknown>(callback.url, raw, {
				...this.agents,
				headers: { 'content-type': contentType, ...(typeof headers === 'function' ? headers(raw) : headers) },
				timeout: PATIENCE_MS,
				maxRedirects: 0,
				proxy: false,
				validateStatus: () => true,
			});
			return { time, status, answer: data, accepted: false };
		} catch (error) {
			return { time, status: null, error: (error as Error).message, accepted: false };
		}
	}
}
