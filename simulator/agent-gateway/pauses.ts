import type { Clock } from '../clock';
import type { State } from './states';

export interface Pause {
	state: 'busy' | 'rest';
	began: number;
	ended?: number;
	/** For how long a rest was asked for. */
	seconds?: number;
}

/** When an agent was busy or at rest, in whatever session: what 6.1.3.9 counts of it. */
export class Pauses {
	private readonly all: Pause[] = [];

	constructor(private readonly clock: Clock) {}

	/** The agent enters a state, and leaves the one before. */
	enter(state: State | undefined): void {
		const now = this.clock.now();
		const last = this.all.at(-1);
		if (last) last.ended ??= now;
		if (state === 'busy' || state === 'rest') this.all.push({ state, began: now });
	}

	/** The rest that has just begun is to last so long. */
	lasts(seconds: number): void {
		const last = this.all.at(-1);
		if (last) last.seconds = seconds;
	}

	/** The one that is going on. */
	get current(): Readonly<Pause> | undefined {
		const last = this.all.at(-1);
		return last?.ended === undefined ? last : undefined;
	}

	list(): ReadonlyArray<Readonly<Pause>> {
		return this.all;
	}

	/** Of those that began on a day; durations are in seconds. */
	on(isOfDay: (time: number) => boolean): object {
		const pauses = this.all.filter(({ began }) => isOfDay(began)).map((pause) => ({ ...pause, took: this.took(pause) }));
		const busy = pauses.filter(({ state }) => state === 'busy');
		const rests = pauses.filter(({ state }) => state === 'rest');
		const beyond = rests.map(({ took, seconds = took }) => Math.max(0, took - seconds));
		return {
			busynums: busy.length,
			restnums: rests.length,
			restoutnums: beyond.filter((over) => over > 0).length,
			resttime: sum(rests.map(({ took }) => took)),
			restouttime: sum(beyond),
			busytime: sum(busy.map(({ took }) => took)),
		};
	}

	private took({ began, ended = this.clock.now() }: Pause): number {
		return Math.round((ended - began) / 1000);
	}
}

const sum = (numbers: number[]): number => numbers.reduce((total, one) => total + one, 0);
