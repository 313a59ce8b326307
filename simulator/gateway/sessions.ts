import { randomUUID } from 'node:crypto';
import type { Clock } from '../clock';
import type { Tenant } from '../tenant';
import { codes, refuse } from './codes';

/** A VDN signs in with its own number and this much more (4.6). */
const VDN_OFFSET = 100_000;
const WRONG_PASSWORDS_BEFORE_LOCK = 5;
const LOCK_MS = 30 * 60 * 1000;
const LIFETIME_MS = 2 * 60 * 60 * 1000;

interface Account {
	password: string;
	wrongPasswords: number;
	lockedUntil: number;
}

/**
 * Who may configure the gateway, and who has signed in (4.6). The reference says that an account is locked after
 * several tries, and that a Guid can be lost, but gives no numbers for either: they are those above.
 */
export class GatewaySessions {
	private readonly accounts = new Map<number, Account>();
	/** When each Guid was used last. */
	private readonly used = new Map<string, number>();

	constructor(
		private readonly clock: Clock,
		tenant: Tenant,
	) {
		const { administrators, vdnPassword } = tenant.gateway;
		const all = [...administrators, { agentId: VDN_OFFSET + tenant.vdnId, password: vdnPassword }];
		for (const { agentId, password } of all) {
			this.accounts.set(agentId, { password, wrongPasswords: 0, lockedUntil: 0 });
		}
	}

	get count(): number {
		return [...this.used.keys()].filter((guid) => this.isAlive(guid)).length;
	}

	/** Opens a session, and gives its Guid. */
	open(agentId: number, password: string): string {
		const account = this.accounts.get(agentId);
		if (!account) return refuse(codes.unknownAccount, 'The account does not exist.');
		this.checkPassword(account, password);
		const guid = `${randomUUID()}.AgentGateway1`;
		this.used.set(guid, this.clock.now());
		return guid;
	}

	/** Whether this Guid opens the gateway. Using it keeps it alive. */
	use(guid: unknown): boolean {
		if (typeof guid !== 'string' || !this.isAlive(guid)) return false;
		this.used.set(guid, this.clock.now());
		return true;
	}

	expireAll(): void {
		this.used.clear();
	}

	/** A locked account refuses the right password as well, and the reference has no code of its own for that. */
	private checkPassword(account: Account, given: string): void {
		const now = this.clock.now();
		if (account.lockedUntil > now) refuse(codes.wrongPassword, 'The account is locked.');
		if (given === account.password) {
			account.wrongPasswords = 0;
			return;
		}
		account.wrongPasswords++;
		if (account.wrongPasswords >= WRONG_PASSWORDS_BEFORE_LOCK) {
			account.wrongPasswords = 0;
			account.lockedUntil = now + LOCK_MS;
		}
		refuse(codes.wrongPassword, 'The password is wrong.');
	}

	private isAlive(guid: string): boolean {
		const last = this.used.get(guid);
		return last !== undefined && this.clock.now() < last + LIFETIME_MS;
	}
}
