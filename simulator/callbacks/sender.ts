import axios from 'axios';
import http from 'node:http';
import https from 'node:https';
import type { Clock } from '../clock';

/** Real time to wait for a receiver. The reference names none. */
const PATIENCE_MS = 10_000;
const MOST_PUSHES = 6;
const RESULT_RETRY_MS = 10 * 60 * 1000;
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
	kind: 'campaignResults' | 'voiceAudit';
	url: string;
	body: unknown;
	attempts: Attempt[];
	accepted: boolean;
}

/** Sends what CEC pushes, and sends it again as the reference says. */
export class CallbackSender {
	readonly sent: Callback[] = [];
	private lose = 0;
	private repeat = 0;
	private closed = false;
	// No connection outlives its request, and certificates of receivers in a test need not be known to anybody.
	private readonly agents = {
		httpAgent: new http.Agent({ keepAlive: false }),
		httpsAgent: new https.Agent({ keepAlive: false, rejectUnauthorized: false }),
	};

	constructor(private readonly clock: Clock) {}

	settings(change: { lose?: number; repeat?: number }): { lose: number; repeat: number } {
		this.lose = change.lose ?? this.lose;
		this.repeat = change.repeat ?? this.repeat;
		return { lose: this.lose, repeat: this.repeat };
	}

	clear(): void {
		this.sent.length = 0;
		this.lose = 0;
		this.repeat = 0;
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

	private async push(callback: Callback, accepts: (attempt: Attempt) => boolean): Promise<boolean> {
		if (this.closed) return true;
		if (this.lose > 0) {
			this.lose--;
			callback.attempts.push({ time: this.clock.now(), status: 500, accepted: false, lost: true });
			return false;
		}
		const attempt = await this.post(callback);
		attempt.accepted = accepts(attempt);
		callback.attempts.push(attempt);
		if (this.repeat > 0) {
			this.repeat--;
			const again = await this.post(callback);
			callback.attempts.push({ ...again, accepted: accepts(again), repeated: true });
		}
		callback.accepted = attempt.accepted;
		return attempt.accepted;
	}

	private async post(callback: Callback): Promise<Attempt> {
		const time = this.clock.now();
		try {
			const { status, data } = await axios.post<unknown>(callback.url, callback.body, {
				...this.agents,
				headers: { 'Content-Type': 'application/json; charset=UTF-8' },
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
