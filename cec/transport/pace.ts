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
