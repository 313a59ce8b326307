import type { Operation } from './operation';

/** A list to pick an id from: the rows of a query, each with an id and a name. */
export interface Picker {
	/** What one entry is, in the plural and for messages: "campaigns". */
	title: string;
	ask: Operation;
	/** Values for the query that are always the same. */
	given?: Record<string, unknown>;
	/** Field of the query that takes the text the user searches for; without one, the node searches itself. */
	search?: string;
	/** The query wants such a text: there is no list without one. */
	searchOnly?: true;
	/** Fields of the node that the query needs, by the path under which the query wants them. */
	needs?: Record<string, string>;
	/** What that is to which the entries belong, for messages: "campaign". */
	of?: string;
	/** The query gives what is directly below one entry: the list shows all that is below `root`, each with its path. */
	tree?: { under: string; root: string; /** Key of a row by which the query knows it, where that is not the id of the entry. */ key?: string };
	/** Another list instead, by the value of a field of the node; for values that are not here there is none. */
	by?: { field: string; lists: Record<string, Picker> };
	/** A row's id and name, or several where the row holds a list; undefined leaves the row out. */
	entry: (row: Record<string, unknown>) => Entry | Entry[] | undefined;
}

export interface Entry {
	id: unknown;
	name: string;
}

export type Pickers = Record<string, Picker>;

/** What is known of an entry, in one line. */
export const label = (...parts: unknown[]): string =>
	parts.filter((part) => part !== undefined && part !== null && part !== '').join(' · ');
