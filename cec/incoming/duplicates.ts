import { createHash } from 'node:crypto';
import type { IDataObject } from 'n8n-workflow';

/** CEC pushes a record at most six times, ten minutes apart; after this long it will not come again. */
const REMEMBER_MS = 3 * 60 * 60 * 1000;
const MOST_REMEMBERED = 50_000;

/** What came to each place in this process: n8n saves its memory only some time after CEC was answered. */
const recent = new Map<string, Record<string, number>>();

/**
 * Drops records that came before and remembers the new ones in `memory`, which n8n keeps across restarts.
 * `keyOf` tells records apart; `now` is in milliseconds; `place` is where they come in, such as a node of a workflow.
 */
export function dropDuplicates<T>(
	records: T[],
	memory: IDataObject,
	keyOf: (record: T) => string,
	now: number,
	place: string,
): T[] {
	const seen = new Map([...remembered(memory.seen, now), ...remembered(recent.get(place), now)]);
	const fresh = records.filter((record) => {
		const key = shorten(keyOf(record));
		if (seen.has(key)) return false;
		seen.set(key, now);
		return true;
	});
	const kept = Object.fromEntries([...seen].slice(-MOST_REMEMBERED));
	recent.set(place, kept);
	memory.seen = { ...kept };
	return fresh;
}

function remembered(seen: unknown, now: number): Array<[string, number]> {
	const entries = Object.entries((seen ?? {}) as Record<string, number>);
	return entries.filter(([, time]) => now - time < REMEMBER_MS);
}

/** Static data is rewritten as a whole at every callback, so each record takes as little of it as is safe. */
function shorten(key: string): string {
	return createHash('sha256').update(key).digest('base64url').slice(0, 16);
}
