import type { Picker } from './picker';

/** Keys to which values are mapped in the node: found in the rows of a query. */
export interface Mapper extends Pick<Picker, 'title' | 'ask' | 'given' | 'needs' | 'of'> {
	/** The keys in one page of rows, which the values of the query may narrow. */
	keys: (rows: Array<Record<string, unknown>>, values: Record<string, unknown>) => MappedKey[];
	/** Told where there are none, with what to do. */
	none: string;
}

export interface MappedKey {
	/** On the wire. */
	key: string;
	name: string;
	type: 'string' | 'number' | 'boolean';
}

export type Mappers = Record<string, Mapper>;
