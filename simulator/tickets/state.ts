import type { Clock } from '../clock';
import { cases as caseSeeds, caseTypes, type CaseType, client, contacts, type Contact, type User, users } from './seed';

const DAY = 24 * 3600 * 1000;

/** What happened to a case or a task (tables 17-23 and 17-51). */
export interface Trace {
	type: string;
	by: User;
	at: number;
	title?: string;
	description?: string;
	from?: string;
	fromName?: string;
	toAddress?: string;
	relatedId?: string;
	attachment?: string;
}

interface Ticket {
	id: string;
	/** Thirty digits. */
	no: string;
	title: string;
	owner: User;
	creator: User;
	description?: string;
	contact?: Contact;
	priority?: string;
	dueDate?: string;
	attachment?: string;
	status: string;
	createdAt: number;
	/** Since when it has its status, once that was changed. */
	statusSince?: number;
	closedAt?: number;
	trace: Trace[];
}

export interface Case extends Ticket {
	type: CaseType;
	contact: Contact;
	origin?: string;
	contactPhone?: string;
	beId?: string;
	/** Processing, Pending or Completed, beside the status that its type gives it. */
	state: string;
	isCanceled: boolean;
	custom: Record<string, string>;
}

export interface Task extends Ticket {
	relatedType?: string;
	relatedId?: string;
}

type New<T extends Ticket> = Omit<T, 'id' | 'no' | 'createdAt' | 'trace'> & { createdAt?: number };

/** Case 2.0. */
export class Tickets {
	readonly cases = new Map<string, Case>();
	readonly tasks = new Map<string, Task>();
	readonly types = caseTypes;
	/** The client comes last: what it makes is in nobody's queue. */
	readonly users: User[] = [...users, client];
	readonly contacts = contacts;
	/** When types and contacts were set up. */
	readonly since: number;
	private last = 0;

	constructor(readonly clock: Clock) {
		this.since = clock.now();
		for (const seed of caseSeeds) {
			const contact = contacts.find(({ name }) => name === seed.contact) as Contact;
			const made = this.addCase({
				...seed,
				type: caseTypes.find(({ name }) => name === seed.type) as CaseType,
				owner: users.find(({ name }) => name === seed.owner) as User,
				creator: client,
				contact,
				contactPhone: contact.phone,
				state: 'Processing',
				isCanceled: false,
				custom: {},
				createdAt: clock.now() - seed.daysOld * DAY,
			});
			if (seed.status !== made.type.statuses[0]) made.statusSince = made.createdAt;
		}
	}

	user(id: string): User | undefined {
		return this.users.find((user) => user.id === id);
	}

	addCase(given: New<Case>): Case {
		const made = { ...this.fresh('c6m8'), ...given, createdAt: given.createdAt ?? this.clock.now() };
		this.cases.set(made.id, made);
		this.note(made, { type: 'CreateCase', by: made.creator, at: made.createdAt });
		return made;
	}

	addTask(given: New<Task>): Task {
		const made = { ...this.fresh('ccqG'), ...given, createdAt: given.createdAt ?? this.clock.now() };
		this.tasks.set(made.id, made);
		this.note(made, { type: 'CreateTask', by: made.creator, at: made.createdAt });
		const related = this.cases.get(made.relatedId ?? '');
		if (related)
			this.note(related, { type: 'CreateTask', by: made.creator, relatedId: made.id, title: made.title });
		return made;
	}

	note(ticket: Ticket, trace: Omit<Trace, 'at'> & { at?: number }): void {
		ticket.trace.push({ at: this.clock.now(), ...trace });
	}

	/** The agent who has the fewest open cases. How cases are handed out is configured, the reference does not say how. */
	freest(): User {
		const load = (user: User): number =>
			[...this.cases.values()].filter(({ owner, closedAt }) => owner === user && closedAt === undefined).length;
		return users.filter(({ isManager }) => !isManager).reduce((a, b) => (load(b) < load(a) ? b : a));
	}

	setStatus(ticket: Ticket, status: string): void {
		ticket.status = status;
		ticket.statusSince = this.clock.now();
	}

	report(): object {
		const shown = ({ trace, ...ticket }: Ticket): object => ({ ...ticket, trace: trace.length });
		return {
			users: this.users,
			contacts: this.contacts,
			types: this.types,
			cases: [...this.cases.values()].map(shown),
			tasks: [...this.tasks.values()].map(shown),
		};
	}

	/** Ids have twenty characters. */
	private fresh(kind: string): Pick<Ticket, 'id' | 'no' | 'trace'> {
		const number = String(++this.last);
		return { id: `${kind}${number.padStart(16, '0')}`, no: number.padStart(30, '0'), trace: [] };
	}
}
