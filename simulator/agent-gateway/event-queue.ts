import type { Clock, Scheduled } from '../clock';
import type { Refusal } from '../interface';

/** AGENT_POLL_WAIT_TIMES times AGENT_POLL_WAIT_INTERVAL of 6.1.4.1. */
const WAIT_MS = 10_000;

/** As 6.5.1 has them: content is an object, the id of a call, or null. */
export interface AgentEvent {
	eventType: string;
	workNo: string;
	content: unknown;
}

/** What a poll is answered, and when it was. */
export interface Told {
	event: AgentEvent | null;
	at: number;
}

interface Waiting {
	resolve: (told: Told) => void;
	reject: (refusal: Refusal) => void;
	timeout: Scheduled;
}

/** What an agent has not been told yet. Whoever polls first is told first, and nobody is told the same (6.1.4.1). */
export class EventQueue {
	private events: AgentEvent[] = [];
	private waiting: Waiting[] = [];

	constructor(private readonly clock: Clock) {}

	get length(): number {
		return this.events.length;
	}

	/** How many polls wait for an event. */
	get polls(): number {
		return this.waiting.length;
	}

	add(event: AgentEvent): void {
		const first = this.waiting.shift();
		if (!first) {
			this.events.push(event);
			return;
		}
		first.timeout.cancel();
		first.resolve({ event, at: this.clock.now() });
	}

	/** The oldest event, as soon as there is one, or null when there was none for ten seconds. */
	async next(): Promise<Told> {
		const event = this.events.shift();
		if (event) return { event, at: this.clock.now() };
		return await new Promise((resolve, reject) => {
			const timeout = this.clock.after(WAIT_MS, () => {
				this.waiting = this.waiting.filter((one) => one !== waiting);
				resolve({ event: null, at: this.clock.now() });
			});
			const waiting: Waiting = { resolve, reject, timeout };
			this.waiting.push(waiting);
		});
	}

	/** Oldest first. */
	all(): AgentEvent[] {
		return [...this.events];
	}

	drop(told: AgentEvent[]): void {
		this.events = this.events.filter((event) => !told.includes(event));
	}

	clear(): void {
		this.events = [];
	}

	/** Whoever waits is refused. */
	dismiss(refusal: Refusal): void {
		const dismissed = this.waiting;
		this.waiting = [];
		for (const { timeout, reject } of dismissed) {
			timeout.cancel();
			reject(refusal);
		}
	}
}
