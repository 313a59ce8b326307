import { randomBytes } from 'node:crypto';
import type { Clock } from '../clock';

/** 17.1.1: tokens for a client, for two hours of the simulated clock. */
const SECONDS = 7200;

export class AccessTokens {
	private readonly expiries = new Map<string, number>();

	constructor(
		private readonly clock: Clock,
		private readonly client: { clientId: string; clientSecret: string },
	) {}

	knows(clientId: string | null, clientSecret: string | null): boolean {
		return clientId === this.client.clientId && clientSecret === this.client.clientSecret;
	}

	issue(): { access_token: string; expires_in: number; token_type: string } {
		const token = randomBytes(32).toString('base64');
		this.expiries.set(token, this.clock.now() + SECONDS * 1000);
		return { access_token: token, expires_in: SECONDS, token_type: 'Bearer' };
	}

	/** Undefined when the token is good, otherwise the reason why not. The header has no "Bearer" before it. */
	reject(token: unknown): string | undefined {
		if (typeof token !== 'string' || token === '') return 'access-token is missing';
		const expiry = this.expiries.get(token);
		if (expiry === undefined) return 'unknown access-token';
		return expiry > this.clock.now() ? undefined : 'the access-token has expired';
	}

	expireAll(): void {
		this.expiries.clear();
	}
}
