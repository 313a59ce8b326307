import type { Clock } from '../clock';
import type { Random } from '../random';
import type { PlatformUser } from './users';

/** The reference says that verification codes expire, but not when. */
const CODE_MS = 5 * 60_000;

interface Verification {
	code: string;
	until: number;
}

/** Chapter 19: users of the tenant space, and applications for trial tenants. */
export class Platform {
	/** By userId. */
	readonly users = new Map<string, PlatformUser>();
	/** By phone. */
	private readonly codes = new Map<string, Verification>();
	readonly trials: Array<{ companyName: string; phone: string; email: string }> = [];

	constructor(
		private readonly clock: Clock,
		private readonly random: Random,
	) {}

	/** The code that was sent to a phone, as long as it is good. */
	codeOf(phone: string): string | undefined {
		const sent = this.codes.get(phone);
		return sent && sent.until > this.clock.now() ? sent.code : undefined;
	}

	sendCode(phone: string): void {
		this.codes.set(phone, { code: this.random.digits(6), until: this.clock.now() + CODE_MS });
	}

	apply(trial: { companyName: string; phone: string; email: string }): void {
		this.trials.push(trial);
		this.codes.delete(trial.phone);
	}

	report(): object {
		const codes = [...this.codes.keys()].flatMap((phone) => {
			const code = this.codeOf(phone);
			return code === undefined ? [] : [[phone, code] as const];
		});
		return { users: [...this.users.values()], verificationCodes: Object.fromEntries(codes), trials: this.trials };
	}
}
