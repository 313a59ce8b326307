import type { Clock } from './clock';

/** When the next request of each kind may go out. Shared by all runs of this process, as CEC's limits are. */
const nextTurn = new Map<string, number>();

/** Waits until at least `gapMs` have passed since the last turn under the same key, and takes the turn. */
export async function takeTurn(key: string, gapMs: number, clock: Clock): Promise<void> {
	if (gapMs <= 0) return;
	const now = clock.now();
	const turn = Math.max(now, nextTurn.get(key) ?? 0);
	nextTurn.set(key, turn + gapMs);
	if (turn > now) await clock.sleep(turn - now);
}

/** The last work under each key that has not ended yet. */
const lastWork = new Map<string, Promise<unknown>>();

/** Does the work when all that was begun before it under the same key has ended, well or not. */
export async function inTurn<T>(key: string, work: () => Promise<T>): Promise<T> {
	const turn = (lastWork.get(key) ?? Promise.resolve()).then(work);
	const ended = turn.catch(() => undefined);
	lastWork.set(key, ended);
	void ended.then(() => {
		if (lastWork.get(key) === ended) lastWork.delete(key);
	});
	return await turn;
}
