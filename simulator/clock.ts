import { Heap } from './heap';

interface Task {
	run: () => unknown;
	cancelled: boolean;
}

export interface Scheduled {
	cancel(): void;
}

/** setTimeout takes no more than this; the clock simply looks again when it has passed. */
const LONGEST_TIMEOUT = 2 ** 31 - 1;

/**
 * The time of the simulated contact centre. It runs by itself at a chosen speed, and can be moved on by hand;
 * either way everything that falls due runs in order, each task seeing its own due time as now.
 */
export class Clock {
	private readonly tasks = new Heap<Task>();
	private base: number;
	private realBase = performance.now();
	private rate: number;
	private executing?: number;
	private advancing = 0;
	private timer?: NodeJS.Timeout;
	private chain: Promise<unknown> = Promise.resolve();
	private closed = false;

	constructor(start: number, speed: number) {
		this.base = start;
		this.rate = speed;
	}

	get speed(): number {
		return this.rate;
	}

	now(): number {
		if (this.executing !== undefined) return this.executing;
		if (this.advancing > 0 || this.rate === 0) return this.base;
		return this.base + (performance.now() - this.realBase) * this.rate;
	}

	/** When the next thing falls due, if anything will. */
	get due(): number | undefined {
		while (this.tasks.peek()?.value.cancelled) this.tasks.pop();
		return this.tasks.peek()?.key;
	}

	/** Real time as it passes, for limits that protect a server rather than describe the contact centre. */
	real(): number {
		return performance.now();
	}

	at(time: number, run: () => unknown): Scheduled {
		const task: Task = { run, cancelled: false };
		this.tasks.push(Math.max(time, this.now()), task);
		this.arm();
		return {
			cancel: () => {
				task.cancelled = true;
			},
		};
	}

	after(ms: number, run: () => unknown): Scheduled {
		return this.at(this.now() + ms, run);
	}

	/** Moves the clock to this time, back as well; what is due by then runs, what is due later keeps its time. */
	set(time: number): void {
		this.setNow(time);
		this.arm();
	}

	run(speed: number): void {
		this.setNow(this.now());
		this.rate = speed;
		this.arm();
	}

	/** Moves on by this much. What a due task still waits for (a callback's answer) is waited for before going on. */
	async advance(ms: number): Promise<void> {
		const turn = this.chain.then(async () => await this.advanceNow(ms));
		this.chain = turn.catch(() => undefined);
		await turn;
	}

	reset(time: number, speed: number): void {
		this.tasks.clear();
		this.setNow(time);
		this.rate = speed;
	}

	close(): void {
		this.closed = true;
		this.tasks.clear();
		clearTimeout(this.timer);
	}

	private async advanceNow(ms: number): Promise<void> {
		const target = this.now() + ms;
		this.setNow(this.now());
		this.advancing++;
		try {
			for (;;) {
				const next = this.tasks.peek();
				if (!next || next.key > target) break;
				this.tasks.pop();
				if (next.value.cancelled) continue;
				this.base = Math.max(this.base, next.key);
				await this.execute(next.key, next.value);
			}
			this.base = Math.max(this.base, target);
		} finally {
			this.advancing--;
			this.realBase = performance.now();
			this.arm();
		}
	}

	private execute(time: number, task: Task): unknown {
		this.executing = time;
		try {
			return task.run();
		} finally {
			this.executing = undefined;
		}
	}

	private setNow(time: number): void {
		this.base = time;
		this.realBase = performance.now();
	}

	private arm(): void {
		clearTimeout(this.timer);
		const next = this.tasks.peek();
		if (!next || this.closed || this.rate === 0 || this.advancing > 0 || this.executing !== undefined) return;
		const wait = Math.max(0, (next.key - this.now()) / this.rate);
		this.timer = setTimeout(() => this.catchUp(), Math.min(wait, LONGEST_TIMEOUT));
		this.timer.unref();
	}

	private catchUp(): void {
		if (this.advancing > 0) return;
		const until = this.now();
		for (;;) {
			const next = this.tasks.peek();
			if (!next || next.key > until) break;
			this.tasks.pop();
			if (!next.value.cancelled) void this.execute(next.key, next.value);
		}
		this.arm();
	}
}
