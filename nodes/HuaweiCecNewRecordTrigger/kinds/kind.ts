/** What is told of a kind of record that CEC does not push, for the trigger to watch it. */
import type { Fields } from '../../../cec/catalogue/field';
import type { Operation } from '../../../cec/catalogue/operation';
import type { Span } from '../../../cec/polling/cursor';
import { readList } from '../../../cec/formats/lists';

type Values = Record<string, unknown>;

/** A row of the list as simplified items show it. */
export type Shown = Record<string, unknown>;

export interface Kind {
	name: string;
	description: string;
	/** The list in which such records show, of another node. */
	list: Operation;
	/** What the user sets, by parameter: what is required stands at the top, the rest are filters. */
	fields: Fields;
	/** How long after its time a record is looked for: it may show late, or end late. */
	watch: { hours: number; most: number; hint: string };
	/** What the list is asked for, so that the answers together hold all records of the span. */
	requests: (given: Values, span: Span) => Values[];
	/** Rows that the list may have, where it can be asked for no span. */
	mostRows?: number;
	/** What tells apart each thing that a row holds: the row is told when one of them is new, or has another status where that is part of it. */
	keysOf: (shown: Shown) => unknown[];
	/** Its time, as ISO 8601. */
	timeOf: (shown: Shown) => unknown;
	/** Whether it is worth telling already; always, unless told otherwise. */
	isReady?: (shown: Shown, now: number) => boolean;
	/** Whether it fits what CEC cannot be asked for. */
	fits?: (shown: Shown, given: Values) => boolean;
}

/** Whether a value is among those that the user has chosen; nothing chosen is everything. */
export function isAmong(chosen: unknown, value: unknown): boolean {
	const all = readList(chosen).map(String);
	return all.length === 0 || all.includes(String(value));
}
