import type { Agent } from '../contact-centre/state';
import { codes, refuse } from './codes';

/** Neither number is in the reference; they are those of the administrators of the same gateway. */
const WRONG_PASSWORDS_BEFORE_LOCK = 5;
const LOCK_MS = 30 * 60 * 1000;
/** 6.1.1.16. */
const REMEMBERED = 5;
/** Passwords of agents last so long (5.1.1). */
const LIFETIME_DAYS = 90;
const DAY_MS = 24 * 60 * 60 * 1000;

interface Account {
	wrongPasswords: number;
	lockedUntil: number;
	former: string[];
	changedAt: number;
}

/** The passwords with which agents sign in to the platform. Those of their accounts at cc-management are others. */
export class Passwords {
	private readonly accounts = new Map<Agent, Account>();

	constructor(private readonly now: () => number) {}

	/** A locked account refuses the right password as well. */
	check(agent: Agent, given: string): void {
		const account = this.of(agent);
		if (account.lockedUntil > this.now()) refuse(codes.locked, 'The account is locked.');
		if (given === agent.platformPassword) {
			account.wrongPasswords = 0;
			return;
		}
		account.wrongPasswords++;
		if (account.wrongPasswords >= WRONG_PASSWORDS_BEFORE_LOCK) {
			account.wrongPasswords = 0;
			account.lockedUntil = this.now() + LOCK_MS;
		}
		refuse(codes.wrongPassword, 'The user name or the password is wrong.');
	}

	/** 6.1.1.16. */
	change(agent: Agent, oldPassword: string, newPassword: string): void {
		const account = this.of(agent);
		// None of the codes of this interface is about a wrong password.
		if (oldPassword !== agent.platformPassword) refuse(codes.failed, 'The old password is wrong.');
		const problem = breaksRule(newPassword, String(agent.workNo));
		if (problem) refuse(codes.wrongParameter, `The new password ${problem}.`);
		if ([agent.platformPassword, ...account.former].slice(0, REMEMBERED).includes(newPassword)) {
			refuse(codes.wrongParameter, 'The new password is one of the last five.');
		}
		account.former.unshift(agent.platformPassword);
		account.changedAt = this.now();
		agent.platformPassword = newPassword;
	}

	daysLeft(agent: Agent): number {
		return Math.max(0, LIFETIME_DAYS - Math.floor((this.now() - this.of(agent).changedAt) / DAY_MS));
	}

	private of(agent: Agent): Account {
		const known = this.accounts.get(agent);
		if (known) return known;
		const added = { wrongPasswords: 0, lockedUntil: 0, former: [], changedAt: this.now() };
		this.accounts.set(agent, added);
		return added;
	}
}

/** "More than" two or three, since the same list says "three or more" of the kinds of characters. */
function breaksRule(password: string, workNo: string): string | undefined {
	if (/(.)\1\1/.test(password)) return 'has more than two equal characters in a row';
	for (let at = 0; at + 4 <= workNo.length; at++) {
		if (password.includes(workNo.slice(at, at + 4))) return 'has more than three characters of the work number';
	}
	const kinds = [/[A-Z]/, /[a-z]/, /[0-9]/, /[^A-Za-z0-9]/].filter((kind) => kind.test(password));
	return kinds.length < 3 ? 'has fewer than three kinds of characters' : undefined;
}
