import { z } from 'zod';
import type { World } from '../world';
import { CLOSED } from './legacy/state';
import type { User } from './seed';
import type { Case, Task } from './state';

/** What tests do to tickets beside the interfaces: they grow older, and somebody else works on them. */

const DAY = 24 * 3600 * 1000;

export const ticketChange = z
	.object({
		/** Of a case or a task, of Case 2.0 or 1.0; without one a customer opens a case of Case 2.0. */
		id: z.string().optional(),
		title: z.string().optional(),
		ageDays: z.number().optional(),
		status: z.string().optional(),
		ownerId: z.string().optional(),
		note: z.string().optional(),
		/** Whether a case is canceled; takes it back too, for which there is no interface. */
		canceled: z.boolean().optional(),
	})
	.strict();

export type TicketChange = z.infer<typeof ticketChange>;

export function changeTicket(world: World, change: TicketChange): { id: string } {
	const { tickets } = world;
	if (change.id !== undefined && changeLegacy(world, change.id, change)) return { id: change.id };
	const ticket =
		change.id === undefined
			? openCase(world, change)
			: (tickets.cases.get(change.id) ?? tickets.tasks.get(change.id));
	if (!ticket) throw new Error(`There is no ticket ${change.id}`);
	const { ageDays = 0, status, ownerId, note, title } = change;
	const manager = tickets.users.find(({ isManager }) => isManager) as User;
	age(ticket, ageDays * DAY);
	if (title !== undefined) ticket.title = title;
	if (ownerId !== undefined) ticket.owner = tickets.user(ownerId) ?? missing(ownerId);
	if (status !== undefined) tickets.setStatus(ticket, status);
	if (note !== undefined) tickets.note(ticket, { type: 'Internal', by: manager, title: note, description: note });
	if (change.canceled !== undefined) (ticket as Case).isCanceled = change.canceled;
	return { id: ticket.id };
}

function openCase({ tickets }: World, { title = 'Line is dead' }: TicketChange): Case {
	const [type] = tickets.types;
	const [contact] = tickets.contacts;
	return tickets.addCase({
		title,
		description: 'Told by the customer',
		type,
		contact,
		contactPhone: contact.phone,
		creator: tickets.users[0],
		owner: tickets.freest(),
		priority: 'Medium',
		origin: 'Voice',
		status: type.statuses[0],
		state: 'Processing',
		isCanceled: false,
		custom: {},
	});
}

/** Everything that ever happened to it, so much earlier. */
function age(ticket: Case | Task, ms: number): void {
	ticket.createdAt -= ms;
	for (const key of ['statusSince', 'closedAt'] as const) {
		const at = ticket[key];
		if (at !== undefined) ticket[key] = at - ms;
	}
	for (const trace of ticket.trace) trace.at -= ms;
}

function changeLegacy({ legacyTickets, clock }: World, id: string, { ageDays = 0, status }: TicketChange): boolean {
	const one = legacyTickets.cases.get(id);
	const task = legacyTickets.tasks.get(id);
	if (one) {
		one.createdAt -= ageDays * DAY;
		one.changedAt = clock.now();
		if (status !== undefined) Object.assign(one, { status, closedAt: status === CLOSED ? clock.now() : undefined });
	} else if (task) {
		task.createdAt -= ageDays * DAY;
	}
	return one !== undefined || task !== undefined;
}

const missing = (id: string): never => {
	throw new Error(`There is no user ${id}`);
};
