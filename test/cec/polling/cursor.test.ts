/** What polling triggers remember: everything is told, exactly once, whatever happens between. */
import fc from 'fast-check';
import { DateTime } from 'luxon';

import { compare, spansFor, type Memory, type News, type Reach, type Sighting, type Span } from '../../../cec/polling/cursor';
import { hours, minutes } from '../../simulator/harness';

/** A contact centre with its own clock, which shows what is created late, and cuts or repeats rows while pages are read. */
interface Ticket extends Sighting {
	/** By the clock of CEC, and as it writes it. */
	createdAt: number;
	createdDate: string;
	/** In real time. */
	visibleAt: number;
}

type Step =
	| { do: 'create'; late: number }
	| { do: 'change'; which: number; status: number; digest: number }
	| { do: 'look'; fails: boolean; lacks?: number }
	| { do: 'wait'; ms: number }
	| { do: 'restart' };

const OVERLAP_MS = minutes(10);
/** Part of the overlap by which rows may be late; the rest is for clocks that differ. */
const LATEST = 0.6;
const MOST_SKEW_MS = minutes(4);

const step: fc.Arbitrary<Step> = fc.oneof(
	{ weight: 5, arbitrary: fc.record({ do: fc.constant('create' as const), late: fc.double({ min: 0, max: LATEST, noNaN: true }) }) },
	{
		weight: 3,
		arbitrary: fc.record({ do: fc.constant('change' as const), which: fc.nat(99), status: fc.nat(2), digest: fc.nat(2) }),
	},
	{
		weight: 6,
		arbitrary: fc.record({ do: fc.constant('look' as const), fails: fc.boolean(), lacks: fc.option(fc.nat(99), { nil: undefined, freq: 3 }) }),
	},
	{ weight: 6, arbitrary: fc.record({ do: fc.constant('wait' as const), ms: fc.oneof(fc.nat(minutes(3)), fc.nat(hours(3))) }) },
	{ weight: 1, arbitrary: fc.constant({ do: 'restart' as const }) },
);

/** Around the hour that comes twice, and around the one that is missing. */
const begins = ['2026-10-25T00:10:00Z', '2026-03-29T00:10:00Z', '2026-06-01T00:00:00Z'].map((text) => Date.parse(text));

class World {
	readonly tickets: Ticket[] = [];
	/** How each ticket looked when it was told last, or seen at the first look. */
	readonly told = new Map<string, string>();
	private memory?: Memory;
	private saved?: Memory;
	private lackedBefore = false;

	constructor(
		private now: number,
		private readonly skewMs: number,
		private readonly reach: Reach,
		private readonly readsText: boolean,
	) {}

	take(one: Step): void {
		if (one.do === 'wait') this.now += one.ms;
		if (one.do === 'create') this.create(one.late);
		if (one.do === 'change') this.change(one);
		if (one.do === 'restart') this.restart();
		if (one.do === 'look' && !one.fails) this.look(this.lackedBefore ? undefined : one.lacks);
	}

	/** n8n saves what is remembered when it starts a workflow, and when it was published; at a start it looks at once. */
	restart(): void {
		this.memory = structuredClone(this.saved);
		this.look();
		this.saved = structuredClone(this.memory);
	}

	create(late: number): void {
		const createdAt = this.now + this.skewMs;
		const id = `t${this.tickets.length}`;
		this.tickets.push({ id, status: '0', digest: '0', createdAt, createdDate: this.text(createdAt), visibleAt: this.now + late * this.reach.overlapMs });
	}

	private change({ which, status, digest }: Extract<Step, { do: 'change' }>): void {
		const ticket = this.tickets[which % (this.tickets.length || 1)];
		if (ticket) Object.assign(ticket, { status: String(status), digest: `${status} ${digest}` });
	}

	private look(lacks?: number): void {
		const { recent, older } = spansFor(this.memory, this.now, this.reach);
		const all = this.tickets.filter(({ visibleAt }) => visibleAt <= this.now);
		const missing = lacks === undefined || !this.memory ? undefined : all[lacks % (all.length || 1)];
		this.lackedBefore = missing !== undefined;
		const within = (span: Span) => all.filter((one) => one !== missing).filter(this.isIn(span));
		const found = within(recent);
		// A row shows on two pages when another one has come before it.
		const twice = [...found, ...found.slice(0, 1)];
		const { news, memory } = compare(this.memory, 'here', { now: this.now, recent: twice, older: older ? within(older) : [] }, this.reach);
		if (!this.memory) for (const { id, status, digest } of all) this.told.set(id, `${status} ${digest}`);
		this.memory = memory;
		for (const one of news) this.tell(one);
		if (news.length > 0) this.saved = structuredClone(memory);
	}

	private tell({ event, record, previousStatus }: News<Ticket>): void {
		const before = this.told.get(record.id);
		const looks = `${record.status} ${record.digest}`;
		const status = before?.split(' ')[0];
		expect(event).toBe(before === undefined ? 'created' : status === record.status ? 'updated' : 'statusChanged');
		if (event === 'statusChanged') expect(status).toBe(previousStatus);
		if (this.reach.watchMs > 0) expect(before).not.toBe(looks);
		this.told.set(record.id, looks);
	}

	/** As texts, or as the points in time that they stand for; which of two the reference does not say. */
	private isIn({ begin, end }: Span): (ticket: Ticket) => boolean {
		const [from, to] = [this.text(begin), this.text(end)];
		expect(from < to).toBe(true);
		if (this.readsText) return ({ createdDate }) => from <= createdDate && createdDate <= to;
		const [first, last] = [from, to].map((written) => DateTime.fromSQL(written, { zone: this.reach.zone }).toMillis());
		return ({ createdAt }) => first <= createdAt && createdAt < last + 1000;
	}

	private text(time: number): string {
		return DateTime.fromMillis(time, { zone: this.reach.zone }).toFormat('yyyy-MM-dd HH:mm:ss');
	}
}

test('everything that is created or changes is told exactly once', () => {
	fc.assert(
		fc.property(
			fc.array(step, { maxLength: 60 }),
			fc.constantFrom(...begins),
			fc.integer({ min: -MOST_SKEW_MS, max: MOST_SKEW_MS }),
			fc.boolean(),
			fc.constantFrom(OVERLAP_MS, hours(3)),
			fc.constantFrom(0, hours(24 * 31)),
			(steps, begin, skewMs, readsText, overlapMs, watchMs) => {
				const reach: Reach = { overlapMs, lookBackMs: 0, watchMs, zone: 'Europe/Berlin' };
				const world = new World(begin, skewMs, reach, readsText);
				world.take({ do: 'restart' });
				for (const one of steps) world.take(one);
				// Whatever the last looks lacked or failed to read is found by now.
				for (let minute = 0; minute < 15; minute += 1) {
					world.take({ do: 'wait', ms: LATEST * overlapMs });
					world.take({ do: 'look', fails: false });
				}
				const now = world.tickets.map(({ id, status, digest }) => [id, `${status} ${digest}`]);
				// Where nobody wants to know of changes, they are found among recent tickets only.
				const compared = (looks: string[][]) => looks.map((one) => (watchMs > 0 ? one : one[0])).sort();
				expect(compared([...world.told])).toEqual(compared(now));
			},
		),
		{ numRuns: 300 },
	);
});

test.each([true, false])('everything is told once also step by step through the hour that comes twice', (readsText) => {
	const reach: Reach = { overlapMs: OVERLAP_MS, lookBackMs: 0, watchMs: 0, zone: 'Europe/Berlin' };
	const world = new World(Date.parse('2026-10-24T22:30:00Z'), 0, reach, readsText);
	world.restart();
	for (let minute = 0; minute < 240; minute += 2) {
		world.create(0);
		world.take({ do: 'look', fails: false });
		world.take({ do: 'wait', ms: minutes(2) });
	}
	expect(world.told.size).toBe(120);
});

test('what is remembered does not grow with what was created once', () => {
	const reach: Reach = { overlapMs: OVERLAP_MS, lookBackMs: 0, watchMs: 0, zone: 'UTC' };
	let memory: Memory | undefined;
	let now = begins[2];
	for (let minute = 0; minute < 400; minute += 1) {
		now += minutes(1);
		const recent = [{ id: `t${minute}`, status: '', digest: '' }];
		({ memory } = compare(memory, 'here', { now, recent, older: [] }, reach));
		expect(Object.keys(memory.known).length).toBeLessThan(140);
	}
});
