import { rejectSignature } from '../auth/signature';
import type { Answered, Received } from '../own-route';
import type { World } from '../world';

/** 13.2.3.2: whoever signs wrongly too often is locked out for a while. The reference names no numbers. */
const MOST_WRONG = 5;
const WITHIN_MS = 10 * 60 * 1000;

export class Lock {
	private wrong: number[] = [];

	note(now: number): void {
		this.wrong = [...this.wrong.filter((time) => now - time < WITHIN_MS), now];
	}

	isLocked(now: number): boolean {
		return this.wrong.filter((time) => now - time < WITHIN_MS).length >= MOST_WRONG;
	}
}

/** Undefined when the request may pass. */
export function turnAway(world: World, request: Received): Answered | undefined {
	const { lock } = world.fileServer;
	const now = world.clock.now();
	if (lock.isLocked(now)) return status(world, request, 403, 'Forbidden', 'No message available');
	const rejected = rejectSignature({ ...request, body: request.raw }, world.tenant, Date.now());
	if (rejected === undefined) return undefined;
	lock.note(now);
	return status(world, request, 401, 'Unauthorized', rejected);
}

/** Table 13-127. */
function status(world: World, request: Received, code: number, error: string, message: string): Answered {
	const [path] = request.target.split('?');
	return { status: code, body: { timestamp: Math.floor(world.clock.now()), status: code, error, message, path } };
}
