import { randomBytes } from 'node:crypto';
import { DateTime } from 'luxon';
import type { Clock } from '../clock';

/** 9.1.1: tokens for a JWT. The reference names no lifetime, only that the answer tells it. */
const LIFETIME_MS = 3600 * 1000;

export class SiaTokens {
	private readonly expiries = new Map<string, number>();

	constructor(
		private readonly clock: Clock,
		private readonly keys: { jwt: string; domain: string },
	) {}

	knows(jwt: string, domain: string): boolean {
		return jwt === this.keys.jwt && domain === this.keys.domain;
	}

	issue(): { token: string; expiredAt: string } {
		const token = randomBytes(24).toString('base64url');
		const expiry = this.clock.now() + LIFETIME_MS;
		this.expiries.set(token, expiry);
		const expiredAt = DateTime.fromMillis(expiry, { zone: 'utc' }).toFormat("yyyy-MM-dd'T'HH:mm:ss.SSS'+0000'");
		return { token, expiredAt };
	}

	/** Undefined when the token is good, otherwise the reason why not. */
	reject(token: unknown): string | undefined {
		if (typeof token !== 'string' || token === '') return 'X-Access-Token is missing';
		const expiry = this.expiries.get(token);
		if (expiry === undefined) return 'unknown X-Access-Token';
		return expiry > this.clock.now() ? undefined : 'the X-Access-Token has expired';
	}

	expireAll(): void {
		this.expiries.clear();
	}
}
