/** Seeded numbers, so that a run that went wrong can be run again. */
export class Random {
	private state: number;

	constructor(seed = 1) {
		this.state = seed >>> 0;
	}

	/** Uniform in [0, 1): the mulberry32 generator. */
	next(): number {
		this.state = (this.state + 0x6d2b79f5) >>> 0;
		let t = this.state;
		t = Math.imul(t ^ (t >>> 15), t | 1);
		t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
		return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
	}

	between(low: number, high: number): number {
		return low + Math.floor(this.next() * (high - low + 1));
	}

	pick<T>(values: readonly T[]): T {
		return values[Math.floor(this.next() * values.length)];
	}

	digits(count: number): string {
		let text = String(this.between(1, 9));
		while (text.length < count) text += String(this.between(0, 9));
		return text;
	}
}
