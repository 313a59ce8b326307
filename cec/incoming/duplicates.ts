import { createHash } from 'node:crypto';
import type { IDataObject } from 'n8n-workflow';

/** CEC pushes a record at most six times, ten minutes apart; after this long it will not come again. */
const REMEMBER_MS = 3 * 60 * 60 * 1000;
const BUCKET_MS = 10 * 60 * 1000;
const MOST_REMEMBERED = 50_000;
const KEY_LENGTH = 16;

/**
 * Keys of one length after each other in a text, by the number of the ten minutes in which they came; JavaScript
 * keeps such numbers in their order. n8n saves its memory as a whole at every callback, and texts cost the least to
 * copy, search and save.
 */
type Buckets = Record<string, string>;

/** What came to each place in this process: n8n saves its memory only some time after CEC was answered. */
const recent = new Map<string, Buckets>();

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
	const seen = merged(readBuckets(memory.seen), recent.get(place) ?? {}, now);
	const bucket = String(Math.floor(now / BUCKET_MS));
	const added = new Set<string>();
	const isKnown = lookup(seen, records.length);
	const fresh = records.filter((record) => {
		const key = shorten(keyOf(record));
		if (added.has(key) || isKnown(key)) return false;
		added.add(key);
		return true;
	});
	if (added.size === 0) return fresh;
	const kept = withoutExcess({ ...seen, [bucket]: (seen[bucket] ?? '') + [...added].join('') });
	recent.set(place, kept);
	memory.seen = kept;
	return fresh;
}

/** Searching the texts is quickest for one record; many are worth a set. */
function lookup(seen: Buckets, records: number): (key: string) => boolean {
	const texts = Object.values(seen);
	if (records === 1) return (key) => texts.some((keys) => keys.includes(key));
	const known = new Set(texts.flatMap(keysIn));
	return (key) => known.has(key);
}

/** Both memories in one: another process may have saved keys that this one does not know, and the other way round. */
function merged(saved: Buckets, own: Buckets, now: number): Buckets {
	const oldest = Math.floor((now - REMEMBER_MS) / BUCKET_MS);
	const numbers = [...new Set([...Object.keys(saved), ...Object.keys(own)])].filter((number) => Number(number) >= oldest);
	return Object.fromEntries(numbers.map((number) => [number, union(saved[number] ?? '', own[number] ?? '')]));
}

function union(one: string, other: string): string {
	if (one.startsWith(other)) return one;
	if (other.startsWith(one)) return other;
	const known = new Set(keysIn(one));
	return one + keysIn(other).filter((key) => !known.has(key)).join('');
}

function withoutExcess(buckets: Buckets): Buckets {
	const numbers = Object.keys(buckets);
	const count = numbers.reduce((sum, number) => sum + buckets[number].length / KEY_LENGTH, 0);
	if (count <= MOST_REMEMBERED || numbers.length === 0) return buckets;
	const { [numbers[0]]: oldest, ...others } = buckets;
	const excess = Math.min(count - MOST_REMEMBERED, oldest.length / KEY_LENGTH) * KEY_LENGTH;
	const rest = oldest.slice(excess);
	return withoutExcess(rest === '' ? others : { [numbers[0]]: rest, ...others });
}

function readBuckets(saved: unknown): Buckets {
	const entries = Object.entries((saved ?? {}) as Record<string, unknown>);
	return Object.fromEntries(entries.filter((entry): entry is [string, string] => isKeys(entry[1])));
}

/** Not what another version has kept there. */
function isKeys(value: unknown): boolean {
	return typeof value === 'string' && value.length % KEY_LENGTH === 0;
}

function keysIn(keys: string): string[] {
	return keys.match(new RegExp(`.{${KEY_LENGTH}}`, 'g')) ?? [];
}

function shorten(key: string): string {
	return createHash('sha256').update(key).digest('base64url').slice(0, KEY_LENGTH);
}
