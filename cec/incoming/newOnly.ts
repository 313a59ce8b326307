import { sleep, type IDataObject } from 'n8n-workflow';

import { dropDuplicates } from './duplicates';

/** As `dropDuplicates`, within a webhook of n8n. */
export function newOnly<T>(
	records: T[],
	memory: IDataObject,
	keyOf: (record: T) => string,
	now: number,
	place: string,
): T[] {
	const fresh = dropDuplicates(records, memory, keyOf, now, place);
	// Preparing the execution, n8n 2.41 forgets that its memory was changed, and saves it only if it changes again.
	if (fresh.length > 0) void sleep(0).then(() => Object.assign(memory, { seen: memory.seen }));
	return fresh;
}
