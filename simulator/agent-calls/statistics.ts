import type { World } from '../world';

/** What 6.1.3.9 counts of the day, as far as calls are concerned. Rests and busy times are counted with the states. */
const counters = {
	talktime: 0,
	answernums: 0,
	noanswernums: 0,
	calloutnums: 0,
	intercallnums: 0,
	interhelpnums: 0,
	transfernums: 0,
	transferoutnums: 0,
	transferivrnums: 0,
	redirectnums: 0,
	keepnums: 0,
	agentrelease: 0,
};

export type Counters = typeof counters;

export class Statistics {
	private readonly byAgent = new Map<string, { day: string; counted: Counters }>();

	constructor(private readonly world: World) {}

	of(workNo: string): Counters {
		const day = this.world.local(this.world.clock.now()).slice(0, 10);
		const found = this.byAgent.get(workNo);
		if (found?.day === day) return found.counted;
		const counted = { ...counters };
		this.byAgent.set(workNo, { day, counted });
		return counted;
	}

	count(workNo: string, key: keyof Counters, by = 1): void {
		this.of(workNo)[key] += by;
	}
}
