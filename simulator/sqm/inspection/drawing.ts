import { type QualityCall, resultsOf, scoresOf, stateOf, INSPECTED } from './calls';
import type { Assigned, QualityInspection, Range, ReviewTask } from './state';
import { ACTIVE, NOT_ACTIVE, TERMINATED } from './state';

/** Review tasks: which calls are drawn for one, who gets them, and what state it is in. */

const REVIEWED = 2;
const NOT_REVIEWED = 1;
const ALL_CALLS = 1;
const NUMBER_PER_AGENT = 2;

const within = (value: number, low = -Infinity, high = Infinity): boolean => value >= low && value <= high;

function fits(call: QualityCall, range: Range, now: number): boolean {
	const { automatic } = scoresOf(resultsOf(call));
	return (
		stateOf(call, now) === INSPECTED &&
		call.type === range.interactionType &&
		within(call.calledAt / 1000, range.from, range.to) &&
		within(call.duration, range.durationStart, range.durationEnd) &&
		within(automatic, range.scoreStart, range.scoreEnd) &&
		(range.staffIds.length === 0 || range.staffIds.includes(call.staffId)) &&
		!(range.qualityCondition === NOT_REVIEWED && call.reviews > 0) &&
		!(range.qualityCondition === REVIEWED && call.reviews === 0)
	);
}

export function draw({ calls, clock }: QualityInspection, range: Range): QualityCall[] {
	const fitting = calls.filter((call) => fits(call, range, clock.now()));
	if (range.qualityType === ALL_CALLS) return fitting.slice(0, Math.min(range.qualityNum, range.maxNum ?? Infinity));
	const ofAgents = groups(fitting);
	const drawn = ofAgents.flatMap((own) =>
		own.slice(0, range.qualityType === NUMBER_PER_AGENT ? range.qualityNum : Math.ceil((own.length * range.qualityNum) / 100)),
	);
	return drawn.slice(0, range.maxNum);
}

const groups = (calls: QualityCall[]): QualityCall[][] =>
	[...new Set(calls.map(({ staffId }) => staffId))].map((id) => calls.filter(({ staffId }) => staffId === id));

export function createTask(inspection: QualityInspection, name: string, creator: string, range: Range): ReviewTask {
	const task: ReviewTask = {
		id: inspection.nextId(),
		name,
		creator,
		createdAt: inspection.clock.now(),
		range,
		calls: [],
		isTerminated: false,
	};
	drawAnew(inspection, task);
	inspection.tasks.set(task.id, task);
	return task;
}

export function drawAnew(inspection: QualityInspection, task: ReviewTask): void {
	task.calls = draw(inspection, task.range).map((call) => ({
		id: inspection.nextShortId(),
		callId: inspection.nextShortId(),
		call,
		inspectStatus: 0,
	}));
}

/** Gives the calls out, so many to each; whoever has no number gets what the others leave. */
export function assign(task: ReviewTask, assigned: Assigned[]): void {
	const free = [...task.calls];
	for (const { personID, count } of assigned) {
		for (const one of free.splice(0, count ?? free.length)) one.inspector = personID;
	}
}

export const stateOfTask = ({ isTerminated, activeFrom }: ReviewTask, now: number): string => {
	if (isTerminated) return TERMINATED;
	return activeFrom !== undefined && activeFrom <= now ? ACTIVE : NOT_ACTIVE;
};

