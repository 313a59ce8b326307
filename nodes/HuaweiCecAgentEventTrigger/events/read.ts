/** What workflows get of an event. */
import { isRecord } from '../../../cec/formats/paths';
import { isSameKey, textIn } from './decode';
import { familiar } from './fields';
import type { AgentEvent, EventKind, Field, Row } from './kind';

/** The names of keys, which the gateway puts among them. */
const NOISE = 'jsonKey';

/** What the trigger itself puts into items; a content cannot overwrite it. */
const RESERVED = ['event', 'eventType', 'agentId', 'receivedAt', 'session', 'content'];

type Entry = [key: string, value: unknown];

/** An event in our words; of one that nobody knows, the content as it is. */
export function readEvent(event: AgentEvent, kind: EventKind | undefined): Row {
	const { eventType, workNo, content, ...beside } = event;
	const head = { event: kind?.name ?? 'other', eventType, agentId: textIn(workNo ?? null) };
	const row = kind && rowIn(content, kind);
	if (!row) return { ...head, ...readEntries(Object.entries(beside), familiar, {}), content: content ?? null };
	return { ...head, ...readEntries([...Object.entries(row), ...Object.entries(beside)], [...kind.fields, ...familiar], row) };
}

/** The content as an object; undefined for what contents never are, such as lists. */
function rowIn(content: unknown, { bareContent = 'callId' }: EventKind): Row | undefined {
	if (isRecord(content)) return content;
	if (content === undefined || content === null || content === '') return {};
	const isText = typeof content === 'string' || typeof content === 'number';
	return isText ? { [bareContent]: textIn(content) } : undefined;
}

/** Each key in words; what has no place, since another key has taken its name, stays under `content`. */
function readEntries(entries: Entry[], fields: Field[], row: Row): Row {
	const inWords = new Map<string, unknown>();
	const rest: Entry[] = [];
	for (const [key, value] of entries.filter(([name]) => name !== NOISE)) {
		const found = fields.find((one) => isSameKey(one.key, key));
		const read = Object.entries(found ? found.read(value, row) : { [camelCase(key)]: value });
		if (read.some(([name]) => RESERVED.includes(name) || inWords.has(name))) rest.push([key, value]);
		else read.forEach(([name, word]) => inWords.set(name, word));
	}
	// From pairs, since assigning to a key like "__proto__" would do something else.
	return Object.fromEntries([...inWords, ...(rest.length > 0 ? [['content', Object.fromEntries(rest)] as Entry] : [])]);
}

/** `user_name`, `UserName` and `userName` as `userName`. */
function camelCase(key: string): string {
	const [first = '', ...others] = key.split(/[^\p{L}\p{N}]+/u).filter((word) => word !== '');
	const begun = first.replace(/^\p{Lu}+(?=\p{Lu}|[^\p{L}]|$)|^\p{Lu}/u, (capitals) => capitals.toLowerCase());
	return [begun, ...others.map((word) => word[0].toUpperCase() + word.slice(1))].join('') || key;
}
