/** How an interface cuts a list into pages. */

export interface Paging {
	/** Rows to skip, or the number of a page. */
	style: 'offset' | 'page';
	in: 'query' | 'body' | 'path';
	/** Key of the offset or page number, and key of the page size; in a path, what stands in braces. */
	position: string;
	size: string;
	/** Largest page that CEC gives; some interfaces give smaller ones for fuller rows. */
	max: number | ((values: Record<string, unknown>) => number);
	/** The only sizes that the interface takes, smallest first. */
	sizes?: number[];
	/** Number of the first page; 0 for offsets. */
	first: 0 | 1;
	/** Where the answer tells how many rows there are in all. */
	total?: string;
	/** Some interfaces want the numbers as texts. */
	asText?: boolean;
	/** Pages are cut from something larger, such as all agents, of which only some make a row: a page may have few rows, or none, and not be the last. */
	sparse?: true;
	/** A field that, once given, makes the interface answer in one piece and refuse or ignore pages. */
	unless?: string;
}

export const largestPage = ({ max }: Paging, values: Record<string, unknown>): number =>
	typeof max === 'number' ? max : max(values);

/** Size of the pages that bring so many rows with few requests. */
export function pageFor(paging: Paging, values: Record<string, unknown>, rows: number): number {
	const size = paging.sparse ? largestPage(paging, values) : Math.min(largestPage(paging, values), rows);
	return paging.sizes?.find((allowed) => allowed >= size) ?? size;
}

type Shared = Pick<Paging, 'max' | 'sizes' | 'total' | 'sparse' | 'asText' | 'unless'> & { in?: Paging['in']; position?: string; size?: string };

/** `limit` and `offset`, where offset counts rows. */
export const byOffset = (spec: Shared): Paging => ({
	style: 'offset',
	in: 'body',
	position: 'offset',
	size: 'limit',
	first: 0,
	...spec,
});

/** A page number and a page size, `pageNum` and `pageSize` unless told otherwise. */
export const byPage = (spec: Shared & { first: 0 | 1 }): Paging => ({
	style: 'page',
	in: 'body',
	position: 'pageNum',
	size: 'pageSize',
	...spec,
});
