import { randomBytes } from 'node:crypto';
import type { Clock } from '../clock';

/** 11.1: tokens that stand for one customer of one channel. They live for an hour of the simulated clock. */

const LIFETIME_MS = 3600 * 1000;

export interface Customer {
	userId: string;
	userName: string;
	channelId: string;
	locale: string;
}

export class CustomerTokens {
	private readonly issued = new Map<string, { customer: Customer; expires: number }>();

	constructor(private readonly clock: Clock) {}

	/** BASE64 in which customer and channel can be read, as in the samples, made fit for a header. */
	issue(customer: Customer): string {
		const { userId, channelId } = customer;
		const content = { createTime: this.clock.now(), userId, channelId, nonce: randomBytes(12).toString('hex') };
		const token = encodeURIComponent(Buffer.from(JSON.stringify(content)).toString('base64'));
		this.issued.set(token, { customer, expires: this.clock.now() + LIFETIME_MS });
		return token;
	}

	find(token: unknown): { customer: Customer; hasExpired: boolean } | undefined {
		const found = typeof token === 'string' ? this.issued.get(token) : undefined;
		return found && { customer: found.customer, hasExpired: found.expires <= this.clock.now() };
	}

	/** Every token is unknown from now on. */
	expireAll(): void {
		this.issued.clear();
	}
}
