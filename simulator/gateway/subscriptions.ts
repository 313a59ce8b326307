import { DateTime } from 'luxon';
import type { Clock } from '../clock';

/** 6.3.4: without a handshake for this long, the platform drops the subscription. */
const LIFETIME_MS = 5 * 60 * 1000;

/** What a subscriber chooses, and may change later. */
export interface Wishes {
	serviceCallBackUri: string;
	nlpFlag: boolean;
	flowAccessCode?: string;
}

export interface Subscription extends Wishes {
	serverId: string;
	serviceToken?: string;
	lastHandshake: number;
}

/** Who wants to be told what is spoken (6.3). */
export class Subscriptions {
	private readonly all = new Map<string, Subscription>();
	private lastNumber = 100;

	constructor(
		private readonly clock: Clock,
		private readonly zone: string,
	) {}

	/** Being registered counts as the first handshake. */
	add(wishes: Wishes, serviceToken?: string): Subscription {
		const now = this.clock.now();
		const time = DateTime.fromMillis(now, { zone: this.zone }).toFormat('yyyyMMddHHmmss');
		const serverId = `${time}-001-${String(++this.lastNumber).padStart(5, '0')}`;
		const added = { ...wishes, serverId, serviceToken, lastHandshake: now };
		this.all.set(serverId, added);
		return added;
	}

	/** Undefined when there is none, or when it has become void. */
	find(serverId: string): Subscription | undefined {
		const found = this.all.get(serverId);
		return found && this.isAlive(found) ? found : undefined;
	}

	remove(serverId: string): void {
		this.all.delete(serverId);
	}

	alive(): Subscription[] {
		return [...this.all.values()].filter((one) => this.isAlive(one));
	}

	/** None grows older for now. */
	stayAlive(): void {
		for (const one of this.alive()) one.lastHandshake = this.clock.now();
	}

	/** All of them, the void ones too, without their tokens. */
	report(): object[] {
		return [...this.all.values()].map(({ serviceToken, lastHandshake, ...rest }) => ({
			...rest,
			hasServiceToken: serviceToken !== undefined,
			lastHandshake: new Date(lastHandshake).toISOString(),
			alive: this.isAlive({ lastHandshake }),
		}));
	}

	private isAlive({ lastHandshake }: { lastHandshake: number }): boolean {
		return this.clock.now() < lastHandshake + LIFETIME_MS;
	}
}
