import { sleep, type IWebhookFunctions } from 'n8n-workflow';

import { dropDuplicates } from './duplicates';

/** Drops records that have come to this node before, and remembers the new ones. `keyOf` tells records apart. */
export function newOnly<T>(context: IWebhookFunctions, records: T[], keyOf: (record: T) => string): T[] {
	const memory = context.getWorkflowStaticData('node');
	const place = [context.getMode(), context.getWorkflow().id, context.getNode().id].join(' ');
	const fresh = dropDuplicates(records, memory, keyOf, Date.now(), place);
	// Preparing the execution, n8n 2.41 forgets that its memory was changed, and saves it only if it changes again.
	if (fresh.length > 0) void sleep(0).then(() => Object.assign(memory, { seen: memory.seen }));
	return fresh;
}
