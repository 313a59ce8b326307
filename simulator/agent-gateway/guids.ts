import { randomUUID } from 'node:crypto';

/** GUIDINTERVAL and GUIDTIMEOUT of 4.5. */
const INTERVAL_MS = 60_000;
const TIMEOUT_MS = 120_000;

interface Issued {
	value: string;
	at: number;
}

/** The Guids of one session (4.5, AUTHMODE 2): a new one every minute, each good for two. */
export class Guids {
	private readonly issued: Issued[];

	constructor(
		private node: string,
		now: number,
	) {
		this.issued = [this.make(now)];
	}

	current(now: number): Issued {
		let last = this.issued[this.issued.length - 1];
		// The clock may have been set back.
		last.at = Math.min(last.at, now);
		while (now >= last.at + INTERVAL_MS) {
			last = this.make(last.at + INTERVAL_MS);
			this.issued.push(last);
		}
		while (now >= this.issued[0].at + TIMEOUT_MS) this.issued.shift();
		return last;
	}

	accepts(guid: unknown, now: number): boolean {
		this.current(now);
		return this.issued.some(({ value }) => value === guid);
	}

	/** A new one now, out of turn (6.1.1.24). The others stay good as long as they would have. */
	renew(now: number): string {
		this.current(now);
		this.issued.push(this.make(now));
		return this.current(now).value;
	}

	/** Those that are out keep the name of the node they came from. */
	moveTo(node: string): void {
		this.node = node;
	}

	/** None grows older for now. */
	stay(now: number): void {
		const last = this.current(now);
		for (const one of this.issued) one.at = one === last ? now : now - INTERVAL_MS;
	}

	private make(at: number): Issued {
		return { value: `${randomUUID()}.${this.node}`, at };
	}
}
