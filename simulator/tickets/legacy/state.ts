import type { Clock } from '../../clock';
import { caseTypes, type CaseType, type User, users } from '../seed';

export const OPEN = 'open';
export const CLOSED = 'closed';
export const UNASSIGNED = 'unassigned';
export const DRAFT = 'draft';

/** Of tasks and their items. */
export const TODO = '0';
export const DONE = '1';
export const DROPPED = '2';

const DAY = 24 * 3600 * 1000;

export interface LegacyTrace {
	type: string;
	text: string;
	description: string;
	by?: User;
	at: number;
}

export interface LegacyCase {
	id: string;
	type: CaseType;
	/** title, content, contactName and what else is text, fields of the template included. */
	texts: Record<string, string>;
	channelType: string;
	priority: string;
	isAutoPriority: boolean;
	dueTime?: number;
	status: string;
	owner?: User;
	suspended: boolean;
	reAssignTimes: number;
	transferReason: string;
	closeDesc: string;
	createdAt: number;
	changedAt?: number;
	changedBy?: User;
	closedAt?: number;
	trace: LegacyTrace[];
}

/** What one person has to do about a task. */
export interface TaskItem {
	id: string;
	processItemId: string;
	status: string;
	handler?: User;
	/** Who had it before, the last one last. */
	handlers: User[];
	doneBy?: User;
	doneAt?: number;
	comment: string;
	reAssignTimes: number;
	recallTimes: number;
	returnTimes: number;
	followers: { ids: string; names: string };
	changedAt: number;
}

export interface LegacyTask {
	id: string;
	processId: string;
	case: LegacyCase;
	taskTypeId: string;
	title: string;
	content: string;
	priority: string;
	creator: User;
	creatorName: string;
	ownerId: string;
	followers: { ids: string; names: string };
	/** Waits for somebody outside, who calls back (16.2.11). */
	isOutside: boolean;
	status: string;
	createdAt: number;
	closedAt?: number;
	custom: Record<string, string>;
	item: TaskItem;
}

/** Processes that tasks may be begun with. */
export const processes: Record<string, { isOutside: boolean }> = { s1: { isOutside: false }, s2: { isOutside: true } };

/** With the fields that they add to their tasks. */
export const taskTypes: Record<string, string[]> = { cDrE0000000000000001: ['AICC__result__CST'] };

/** Case 1.0, whose cases have nothing to do with those of Case 2.0. */
export class LegacyTickets {
	readonly cases = new Map<string, LegacyCase>();
	readonly tasks = new Map<string, LegacyTask>();
	readonly users = users;
	private last = 0;

	constructor(readonly clock: Clock) {
		this.addCase({
			type: caseTypes[0],
			texts: { title: 'Line is noisy', content: 'Since last week', contactName: 'Alex Example' },
			channelType: '0',
			priority: '1',
			isAutoPriority: false,
			createdAt: clock.now() - 3 * DAY,
		});
		const old = this.addCase({
			type: caseTypes[1],
			texts: { title: 'Wrong address', content: 'On the bill', contactName: 'Sam Sample' },
			channelType: '3',
			priority: '0',
			isAutoPriority: true,
			createdAt: clock.now() - 50 * DAY,
		});
		Object.assign(old, { status: OPEN, owner: users[0] });
	}

	user(userId: string): User | undefined {
		return this.users.find((user) => user.userId === userId);
	}

	item(id: string): LegacyTask | undefined {
		return [...this.tasks.values()].find(({ item }) => item.id === id);
	}

	addCase(
		given: Pick<LegacyCase, 'type' | 'texts' | 'channelType' | 'priority' | 'isAutoPriority' | 'dueTime'> & {
			createdAt?: number;
		},
	): LegacyCase {
		const createdAt = given.createdAt ?? this.clock.now();
		const made: LegacyCase = {
			id: this.nextId('crLd'),
			status: UNASSIGNED,
			suspended: false,
			reAssignTimes: 0,
			transferReason: '',
			closeDesc: '',
			trace: [{ type: 'Submit Case', text: 'Submitted this Case.', description: '', at: createdAt }],
			...given,
			createdAt,
		};
		this.cases.set(made.id, made);
		return made;
	}

	addTask(
		given: Omit<LegacyTask, 'id' | 'processId' | 'createdAt' | 'item' | 'custom' | 'status'>,
		handler?: User,
	): LegacyTask {
		const now = this.clock.now();
		const made: LegacyTask = {
			...given,
			id: this.nextId('cfNg'),
			processId: this.nextId('002N'),
			status: TODO,
			createdAt: now,
			custom: {},
			item: {
				id: this.nextId('cm0W'),
				processItemId: this.nextId('002q'),
				status: TODO,
				handler,
				handlers: [],
				comment: '',
				reAssignTimes: 0,
				recallTimes: 0,
				returnTimes: 0,
				followers: { ids: '', names: '' },
				changedAt: now,
			},
		};
		this.tasks.set(made.id, made);
		return made;
	}

	report(): object {
		return {
			cases: [...this.cases.values()],
			tasks: [...this.tasks.values()].map(({ case: one, ...task }) => ({ ...task, caseId: one.id })),
		};
	}

	private nextId(kind: string): string {
		return `${kind}${String(++this.last).padStart(16, '0')}`;
	}
}
