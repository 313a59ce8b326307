import { parseLocal } from '../time';
import type { World } from '../world';
import { refuse } from './serve';
import { client, type User } from './seed';
import type { Case, Task } from './state';

/** What lists of cases and tasks are filtered by. */

const DAY = 24 * 3600 * 1000;

/** When it was created, both ends included. */
export function within(
	world: World,
	{ startTime, endTime }: { startTime?: string; endTime?: string },
	mostDays = Infinity,
): (ticket: { createdAt: number }) => boolean {
	const [from, to] = [startTime, endTime].map((text) => (text ? parseLocal(text, world.zone) : undefined));
	if (from !== undefined && to !== undefined) {
		if (to < from) refuse('endTime is before startTime.');
		if (to - from > mostDays * DAY) refuse(`startTime and endTime are more than ${mostDays} days apart.`);
	}
	// Times of answers have no fractions of a second.
	return ({ createdAt }) => {
		const second = Math.floor(createdAt / 1000) * 1000;
		return second >= (from ?? -Infinity) && second <= (to ?? Infinity);
	};
}

const touched = ({ trace }: Case | Task, user: User): boolean =>
	trace.some(({ by, type }) => by === user && !type.startsWith('Create'));

/** Whose queues these are is not said: those of the user that the client was made for. Nobody follows anything. */
export const classified: Record<string, (ticket: Case | Task) => boolean> = {
	Todo: ({ owner, closedAt }) => owner === client && closedAt === undefined,
	Created: ({ creator }) => creator === client,
	Processed: (ticket) => touched(ticket, client),
	Follow: () => false,
};

export const contains = (text: string, part: string): boolean => text.toLowerCase().includes(part.toLowerCase());

/** The newest first: the reference does not say. */
export function onPage<T extends { createdAt: number }>(found: T[], start: number, limit: number): T[] {
	return [...found]
		.reverse()
		.sort((a, b) => b.createdAt - a.createdAt)
		.slice(start, start + limit);
}
