import type { Random } from '../random';
import { drawable, notification, twoParty, wasAnswered } from './reasons';

export interface CallOutcome {
	/** A reason of table 6-366 for a two-party call, of 14.4.2 for a notification. */
	reason: number;
	/** How long both talk, or how long the notification is heard. */
	talkSeconds?: number;
}

export interface CallOutcomeSettings {
	called?: string;
	/** One for each coming call of the number; the last one stays. */
	outcomes?: CallOutcome[];
	default?: 'answer' | 'random';
}

const ANSWERED = 0.6;

/** How two-party calls and notifications turn out: as scripted for the number, otherwise answered or drawn. */
export class CallOutcomes {
	private readonly scripts = new Map<string, CallOutcome[]>();
	private fallback: 'answer' | 'random' = 'answer';

	constructor(private readonly random: Random) {}

	set(settings: CallOutcomeSettings): void {
		if (settings.called !== undefined) {
			const outcomes = settings.outcomes ?? [];
			if (outcomes.length > 0) this.scripts.set(settings.called, [...outcomes]);
			else this.scripts.delete(settings.called);
		}
		this.fallback = settings.default ?? this.fallback;
	}

	/** The outcome of the next call, with a talk of no length when nobody answers. */
	next(called: string, isNotification: boolean): Required<CallOutcome> {
		const { reason, talkSeconds } = this.scripted(called) ?? { reason: this.drawn(isNotification) };
		if (talkSeconds !== undefined) return { reason, talkSeconds };
		return { reason, talkSeconds: wasAnswered(isNotification, reason) ? this.random.between(20, 60) : 0 };
	}

	private scripted(called: string): CallOutcome | undefined {
		const script = this.scripts.get(called);
		return script && script.length > 1 ? script.shift() : script?.[0];
	}

	private drawn(isNotification: boolean): number {
		if (this.fallback === 'answer' || this.random.next() < ANSWERED) {
			if (isNotification) return notification.playedToTheEnd;
			return this.random.pick([twoParty.calledHungUp, twoParty.callerHungUp]);
		}
		return this.random.pick<number>(isNotification ? drawable.notification : drawable.twoParty);
	}
}
