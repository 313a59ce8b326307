import { randomUUID } from 'node:crypto';
import type { Clock } from '../../clock';
import { localText } from '../../time';
import {
	FILE_INVALID,
	inspect,
	INSPECTED,
	INSPECTING,
	type QualityCall,
	resultsOf,
	type RuleResult,
	TRANSCRIBING,
	VOICE,
	WAITING,
} from './calls';
import { calls as callSeeds, friendly, recordings, seeded } from './seed';

const SECOND = 1000;
const DAY = 86_400_000;

/** What the numbers of a review task mean is not said; its samples have these. */
export const NOT_ACTIVE = '0';
export const ACTIVE = '1';
export const TERMINATED = '4';

export interface Assigned {
	personID: string;
	count?: number;
}

export interface Range {
	interactionType: number;
	qualityType: number;
	qualityNum: number;
	qualityCondition: number;
	maxNum?: number;
	durationStart?: number;
	durationEnd?: number;
	scoreStart?: number;
	scoreEnd?: number;
	staffIds: string[];
	/** Times of calls, in seconds. */
	from?: number;
	to?: number;
}

/** A call in a review task. */
export interface TaskCall {
	id: string;
	callId: string;
	call: QualityCall;
	inspector?: string;
	/** 0 not reviewed, 1 reviewed. */
	inspectStatus: number;
}

export interface ReviewTask {
	id: string;
	name: string;
	creator: string;
	createdAt: number;
	range: Range;
	calls: TaskCall[];
	isTerminated: boolean;
	activeFrom?: number;
}

export interface Plan {
	id: string;
	name: string;
	creator: string;
	createdAt: number;
	cycle: '1' | '2' | '3';
	endType: '1' | '2';
	start: number;
	end?: number;
	totalTimes: number;
	times: number;
	isRunning: boolean;
	next?: number;
	assigned: Assigned[];
	byPercentage: boolean;
	range: Range;
}

/** Steps of an appeal, in their order, and the words and numbers for them. */
export const steps = ['review', 'handling', 'verification', 'end'] as const;
export type Step = (typeof steps)[number];

export interface HistoryNode {
	name: string;
	handler: string;
	createdAt: number;
	remark: string | null;
	conclusion?: string;
	assigned: Array<{ originalHandler: string; newHandler: string; assignee: string; at: number }>;
}

export interface Item {
	id: string;
	call: QualityCall;
	/** What it is about. */
	results: RuleResult[];
	scenarioId: string;
	step: Step;
	initiator: string;
	/** User ID of whoever has it. */
	handler: string;
	createdAt: number;
	updatedAt: number;
	history: HistoryNode[];
}

export interface Transcription {
	id: string;
	language: string;
	createdAt: number;
	readyAt: number;
	isThere: boolean;
}

/** Calls that were inspected, their review by people, and appeals (12.2.12 to 12.2.17). */
export class QualityInspection {
	readonly calls: QualityCall[];
	readonly tasks = new Map<string, ReviewTask>();
	readonly plans = new Map<string, Plan>();
	readonly items = new Map<string, Item>();
	readonly transcriptions = new Map<string, Transcription>();
	private last = 0;

	constructor(
		readonly clock: Clock,
		readonly zone: string,
	) {
		this.calls = callSeeds.map((seed) => seeded(seed, clock.now()));
		this.calls.forEach(inspect);
	}

	local(time: number): string {
		return localText(time, this.zone);
	}

	/** Ids of twenty digits, as in the samples. */
	nextId(): string {
		return `1623924502740691${String(++this.last).padStart(4, '0')}`;
	}

	/** Ids of calls within tasks have eighteen. */
	nextShortId(): string {
		return `95415516333917${String(++this.last).padStart(4, '0')}`;
	}

	call(uuid: string): QualityCall | undefined {
		return this.calls.find((one) => one.uuid === uuid);
	}

	/** Takes a file for inspection: it waits, is transcribed, is inspected. */
	handIn(given: { fileName: string; type: number; staffId: string; staffName: string; calledAt: number; seconds: number; isThere: boolean }): QualityCall {
		const now = this.clock.now();
		const uuid = randomUUID();
		const call: QualityCall = {
			uuid,
			groupId: uuid,
			fileName: given.fileName,
			type: given.type,
			staffId: given.staffId,
			staffName: given.staffName,
			calledAt: given.calledAt,
			uploadedAt: now,
			duration: given.seconds,
			segments: friendly,
			leftSilence: 8,
			speed: 240,
			course: [
				{ from: now, state: WAITING },
				...(given.isThere
					? [
							{ from: now + 5 * SECOND, state: given.type === VOICE ? TRANSCRIBING : INSPECTING },
							{ from: now + 20 * SECOND, state: INSPECTING },
							{ from: now + 30 * SECOND, state: INSPECTED },
						]
					: [{ from: now + 5 * SECOND, state: FILE_INVALID }]),
			],
			reviews: 0,
			scenarios: [],
			sensitive: [],
		};
		this.calls.push(call);
		if (given.isThere) this.clock.at(now + 30 * SECOND, () => inspect(call));
		return call;
	}

	transcribe(path: string, language: string): Transcription {
		const now = this.clock.now();
		const made = {
			id: `608ba63d${String(++this.last).padStart(8, '0')}`,
			language,
			createdAt: now,
			readyAt: now + 30 * SECOND,
			isThere: recordings.includes(path),
		};
		this.transcriptions.set(made.id, made);
		return made;
	}

	/** Its text, from when it is ready until three days after it was asked for. */
	textOf(id: string, language: string): typeof friendly | undefined {
		const found = this.transcriptions.get(id);
		const now = this.clock.now();
		if (!found?.isThere || found.language !== language) return undefined;
		return found.readyAt <= now && now <= found.createdAt + 3 * DAY ? friendly : undefined;
	}

	result(call: QualityCall, reviseId: string): RuleResult | undefined {
		return resultsOf(call).find((one) => one.reviseId === reviseId);
	}

	report(): object {
		const { calls, tasks, plans, items } = this;
		const brief = ({ uuid, fileName }: QualityCall): object => ({ uuid, fileName });
		return {
			calls,
			tasks: [...tasks.values()].map((task) => ({ ...task, calls: task.calls.map((one) => ({ ...one, call: brief(one.call) })) })),
			plans: [...plans.values()],
			items: [...items.values()].map((item) => ({ ...item, call: brief(item.call) })),
		};
	}
}
