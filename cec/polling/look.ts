/** One look of a trigger that polls: what is new since the last one, which it remembers for the next one. */
import type { IPollFunctions } from 'n8n-workflow';

import { activationError } from '../run/activationError';
import type { NodeError } from '../run/errors';
import { compare, spansFor, type Memory, type News, type Reach, type Sighting, type Spans } from './cursor';

export interface Looking<T> {
	/** Where the records come from; those of another place say nothing about these. */
	of: string;
	now: number;
	reach: Reach;
	find: (spans: Spans) => Promise<{ recent: T[]; older?: T[] }>;
}

/** Remembers nothing when it fails, so that the next look finds all of it. */
export async function lookFor<T extends Sighting>(context: IPollFunctions, { of, now, reach, find }: Looking<T>): Promise<Array<News<T>>> {
	const kept = context.getWorkflowStaticData('node') as { memory?: Memory };
	const before = kept.memory?.of === of ? kept.memory : undefined;
	const { recent, older = [] } = await find(spansFor(before, now, reach)).catch((error: NodeError) => {
		throw before ? error : activationError(context.getNode(), { message: error.message, advice: error.description ?? undefined });
	});
	const { news, memory } = compare(before, of, { now, recent, older }, reach);
	kept.memory = memory;
	return news;
}
