import { Random } from '../random';
import { tenant } from '../tenant';
import type { World } from '../world';

/** What has happened before anybody looked: calls and doings of agents, the same for everybody who asks for a day twice. */

export const MEDIA_PHONE = 5;
export const MEDIA_SOCIAL = 53;
/** Service types of the flows (12.3.2.3). */
export const SERVICES = [1, 2];

const HOUR = 3600 * 1000;
const DAY = 24 * HOUR;
/** The contact centre has been open for so long. */
const OPEN_FOR = 100 * DAY;

export type Outcome =
	| 'answered'
	/** The caller hung up in the queue, or while an agent was rung. */
	| 'abandonedInQueue'
	| 'abandonedRinging'
	/** The agent did not answer, or hung up while being rung. */
	| 'notAnswered'
	| 'rejected'
	/** From the queue into a flow, since it took too long. */
	| 'timedOutToIvr'
	/** Never came to a queue. */
	| 'endedInIvr'
	/** Of calls that go out. */
	| 'unreached';

export interface PastCall {
	callId: string;
	isInbound: boolean;
	begin: number;
	/** When the caller began to wait, and when all was over. */
	waitBegin: number;
	end: number;
	caller: string;
	callee: string;
	isAnonymous: boolean;
	mediaType: number;
	subMediaType?: number;
	serviceNo?: number;
	skillId?: number;
	agentId?: number;
	outcome: Outcome;
	/** Seconds in the flow, in the queue, of ringing and of talk. */
	ivr: number;
	queue: number;
	ring: number;
	talk: number;
	/** Of wrap-up behind it. */
	wrapUp: number;
}

export type Doing =
	| 'signedIn'
	| 'rest'
	| 'busy'
	| 'idle'
	| 'hold'
	| 'working'
	| 'play'
	| 'transferInside'
	| 'transferOut'
	| 'toIvr'
	| 'threeParty'
	| 'internalCall'
	| 'consultation';

export interface Done {
	agentId: number;
	doing: Doing;
	begin: number;
	seconds: number;
}

/** How often a day, and for how many seconds at most. */
const DOINGS: Record<Doing, [times: number, seconds: number]> = {
	signedIn: [1, 8 * 3600],
	rest: [3, 900],
	busy: [2, 600],
	idle: [6, 1200],
	hold: [4, 90],
	working: [2, 300],
	play: [2, 30],
	transferInside: [1, 0],
	transferOut: [1, 0],
	toIvr: [1, 0],
	threeParty: [1, 0],
	internalCall: [1, 0],
	consultation: [1, 0],
};

const OUTCOMES: Outcome[] = [
	...(Array.from({ length: 14 }).fill('answered') as Outcome[]),
	'abandonedInQueue',
	'abandonedInQueue',
	'abandonedRinging',
	'notAnswered',
	'rejected',
	'timedOutToIvr',
];

export class Past {
	private readonly opened: number;
	private readonly agentsOf: Map<number, number[]>;
	private readonly days = new Map<number, { calls: PastCall[]; done: Done[] }>();

	constructor(private readonly world: World) {
		this.opened = world.clock.now() - OPEN_FOR;
		const { centre } = world;
		this.agentsOf = new Map([...centre.queues.keys()].map((id) => [id, centre.agentsOfQueue(id).map(({ workNo }) => workNo)]));
	}

	/** Calls that began in this span and are over. */
	calls(from: number, to: number): PastCall[] {
		const now = this.world.clock.now();
		return this.in(from, to, ({ calls }) => calls).filter(({ end }) => end <= now);
	}

	/** What agents began to do in this span. */
	done(from: number, to: number): Done[] {
		return this.in(from, Math.min(to, this.world.clock.now()), ({ done }) => done);
	}

	private in<T extends { begin: number }>(from: number, to: number, of: (day: { calls: PastCall[]; done: Done[] }) => T[]): T[] {
		const first = Math.floor(Math.max(from, this.opened) / DAY);
		const last = Math.floor(Math.min(to, this.world.clock.now()) / DAY);
		const days = Array.from({ length: Math.max(0, last - first + 1) }, (_, at) => of(this.day(first + at)));
		return days.flat().filter(({ begin }) => begin >= from && begin < to);
	}

	private day(number: number): { calls: PastCall[]; done: Done[] } {
		const known = this.days.get(number) ?? makeDay(number, this.agentsOf);
		this.days.set(number, known);
		return known;
	}
}

function makeDay(number: number, agentsOf: Map<number, number[]>): { calls: PastCall[]; done: Done[] } {
	const random = new Random(number);
	const pairs = [...agentsOf].flatMap(([skillId, agents]) => agents.map((agentId) => ({ skillId, agentId })));
	const agents = [...new Set(pairs.map(({ agentId }) => agentId))];
	const hours = Array.from({ length: 24 }, (_, hour) => number * DAY + hour * HOUR);
	const calls = hours.flatMap((hour) => [
		...tenant.skillQueues.flatMap((queue) => {
			const count = random.between(1, 3);
			return Array.from({ length: count }, () => queued(random, hour, queue.skillId, queue.mediaTypeId, agentsOf.get(queue.skillId) ?? []));
		}),
		inFlow(random, hour),
		outgoing(random, hour, random.pick(pairs)),
	]);
	const sorted = calls.sort((one, other) => one.begin - other.begin);
	sorted.forEach((call, at) => (call.callId = `${Math.floor(call.begin / 1000)}-${at + 1}`));
	return { calls: sorted, done: agents.flatMap((agentId) => doneBy(random, number * DAY, agentId)) };
}

function queued(random: Random, hour: number, skillId: number, mediaType: number, agents: number[]): PastCall {
	const drawn = random.pick(OUTCOMES);
	const outcome = agents.length === 0 ? 'abandonedInQueue' : drawn;
	const rings = !['abandonedInQueue', 'timedOutToIvr'].includes(outcome);
	const isChat = mediaType === MEDIA_SOCIAL;
	return timed(random, hour, {
		isInbound: true,
		callee: tenant.accessCodes[isChat ? 3 : 0].accessCode,
		mediaType,
		subMediaType: isChat ? random.between(1, 3) : undefined,
		serviceNo: isChat ? undefined : SERVICES[0],
		skillId,
		agentId: rings ? random.pick(agents) : undefined,
		outcome,
		ivr: isChat ? 0 : random.between(3, 20),
		queue: random.between(1, 70),
		ring: rings ? random.between(1, 20) : 0,
		talk: outcome === 'answered' ? random.between(10, 400) : 0,
		wrapUp: outcome === 'answered' ? random.between(5, 30) : 0,
	});
}

function inFlow(random: Random, hour: number): PastCall {
	const flow = { callee: tenant.accessCodes[0].accessCode, mediaType: MEDIA_PHONE, serviceNo: SERVICES[1], outcome: 'endedInIvr' as const };
	return timed(random, hour, { ...flow, isInbound: true, ivr: random.between(10, 120), queue: 0, ring: 0, talk: 0, wrapUp: 0 });
}

function outgoing(random: Random, hour: number, by: { skillId: number; agentId: number }): PastCall {
	const isAnswered = random.next() < 0.7;
	const call = timed(random, hour, {
		isInbound: false,
		callee: '',
		mediaType: MEDIA_PHONE,
		...by,
		outcome: isAnswered ? 'answered' : 'unreached',
		ivr: 0,
		queue: 0,
		ring: random.between(2, 25),
		talk: isAnswered ? random.between(10, 300) : 0,
		wrapUp: isAnswered ? random.between(5, 30) : 0,
	});
	return { ...call, caller: tenant.accessCodes[2].accessCode, callee: call.caller, isAnonymous: false };
}

type Told = Omit<PastCall, 'callId' | 'begin' | 'waitBegin' | 'end' | 'caller' | 'isAnonymous'>;

function timed(random: Random, hour: number, told: Told): PastCall {
	const begin = hour + random.between(0, 3599) * 1000;
	const waitBegin = begin + told.ivr * 1000;
	const isAnonymous = random.next() < 0.1;
	const caller = isAnonymous ? 'anonymous' : `4477009${random.digits(5)}`;
	return { ...told, callId: '', begin, waitBegin, end: waitBegin + (told.queue + told.ring + told.talk) * 1000, caller, isAnonymous };
}

function doneBy(random: Random, midnight: number, agentId: number): Done[] {
	return Object.entries(DOINGS).flatMap(([doing, [times, most]]) =>
		Array.from({ length: times }, () => ({
			agentId,
			doing: doing as Doing,
			begin: midnight + random.between(0, 24 * 3600 - 1) * 1000,
			seconds: most === 0 ? 0 : random.between(Math.ceil(most / 4), most),
		})),
	);
}
