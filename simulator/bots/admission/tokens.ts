import { randomBytes } from 'node:crypto';
import type { Clock } from '../../clock';
import { tenant } from '../../tenant';
import { codes, refuse } from '../codes';

/** C3 (4.4): tokens of tenants, of the internal systems and of other machines. They live on the simulated clock. */

const LIFETIME_SECONDS = 3600;
/** The reference has a code for a locked account, but no numbers. */
const WRONG_BEFORE_LOCK = 5;
const LOCK_MS = 30 * 60 * 1000;

export type Account = 'tenant' | 'internal' | 'system';

interface Issued {
	account: Account;
	expires: number;
}

interface Lock {
	wrong: number;
	until: number;
}

const accounts: Array<{ account: Account; appKey: string; secret: string }> = [
	{ account: 'tenant', appKey: tenant.tenantId, secret: tenant.bots.apiPassword },
	{ account: 'internal', appKey: tenant.bots.internal.userName, secret: tenant.bots.internal.password },
	{ account: 'system', appKey: tenant.bots.system.userName, secret: tenant.bots.system.password },
];

export class BotTokens {
	private readonly issued = new Map<string, Issued>();
	private readonly locks = new Map<string, Lock>();

	constructor(private readonly clock: Clock) {}

	issue(appKey: string, appSecret: string): { authToken: string; expireTime: number } {
		const found =
			accounts.find((one) => one.appKey === appKey) ?? refuse(codes.unknownKey, 'appKey does not exist');
		const lock = this.locks.get(appKey) ?? { wrong: 0, until: 0 };
		this.locks.set(appKey, lock);
		const now = this.clock.now();
		if (now < lock.until) refuse(codes.locked, 'The account is locked');
		if (found.secret !== appSecret) {
			lock.wrong++;
			if (lock.wrong >= WRONG_BEFORE_LOCK) Object.assign(lock, { wrong: 0, until: now + LOCK_MS });
			refuse(codes.wrongKey, 'appSecret is wrong');
		}
		lock.wrong = 0;
		// The tables limit tokens to 32 characters.
		const authToken = randomBytes(16).toString('hex');
		this.issued.set(authToken, { account: found.account, expires: now + LIFETIME_SECONDS * 1000 });
		return { authToken, expireTime: LIFETIME_SECONDS };
	}

	/** Refused unless it is a living token of this account. */
	check(token: unknown, account: Account): void {
		if (typeof token !== 'string' || token === '') refuse(codes.noToken, 'There is no token');
		const found = this.issued.get(token);
		if (found === undefined || found.account !== account) return refuse(codes.badToken, 'The token is not valid');
		if (found.expires <= this.clock.now()) refuse(codes.noToken, 'The token has expired');
	}

	/** Every token so far has expired. */
	expireAll(): void {
		for (const one of this.issued.values()) one.expires = 0;
	}
}
