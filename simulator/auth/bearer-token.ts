import { randomBytes } from 'node:crypto';
import type { Clock } from '../clock';

/** C1 (4.2): tokens bought with key and secret. They live on the simulated clock. */

const DEFAULT_SECONDS = 600;
const MOST_SECONDS = 3600;

export class TokenShop {
	private readonly expiries = new Map<string, number>();
	requests = 0;

	constructor(
		private readonly clock: Clock,
		private readonly keys: { appKey: string; appSecret: string },
	) {}

	/** The reference calls 3600 the most that can be set; more is taken for 3600. */
	static lifetime(header: string | undefined): number | undefined {
		if (header === undefined || header === '') return DEFAULT_SECONDS;
		if (!/^\d+$/.test(header) || Number(header) === 0) return undefined;
		return Math.min(Number(header), MOST_SECONDS);
	}

	issue(seconds: number): Record<string, string> {
		const token = randomBytes(16).toString('hex');
		const now = this.clock.now();
		this.expiries.set(token, now + seconds * 1000);
		return {
			AccessToken: token,
			ApplyType: 'Bearer',
			CreateTime: String(Math.floor(now / 1000)),
			Expires: String(seconds),
			Scope: 'cc-management',
			AppKey: this.keys.appKey,
			UserID: 'Anonymous',
		};
	}

	knows(appKey: unknown, appSecret: unknown): boolean {
		return appKey === this.keys.appKey && appSecret === this.keys.appSecret;
	}

	/** Undefined when the request may pass, otherwise the reason why not. */
	reject(headers: Record<string, string | string[] | undefined>): string | undefined {
		const appKey = headers['x-app-key'];
		if (appKey !== undefined && appKey !== this.keys.appKey) return 'unknown x-app-key';
		const { authorization } = headers;
		if (typeof authorization !== 'string') return 'Authorization is missing';
		const token = /^Bearer (\S+)$/.exec(authorization)?.[1];
		if (token === undefined) return 'Authorization is not "Bearer <token>"';
		const expiry = this.expiries.get(token);
		if (expiry === undefined) return 'unknown token';
		return expiry > this.clock.now() ? undefined : 'the token has expired';
	}

	expireAll(): void {
		this.expiries.clear();
	}
}
