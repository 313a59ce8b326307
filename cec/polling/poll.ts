/** What n8n calls again and again: a look for news or, for whoever builds the workflow, for examples. */
import type { INodeExecutionData, IPollFunctions } from 'n8n-workflow';

import { nodeError } from '../run/errors';
import { realClock } from '../transport/clock';

type Look = (context: IPollFunctions, now: number) => Promise<INodeExecutionData[]>;

export interface Looks {
	forNews: Look;
	forExamples: Look;
}

/** Nodes that are looking just now. n8n polls again although a poll still goes on, which would find the same news. */
const looking = new Set<string>();

export async function pollWith(context: IPollFunctions, { forNews, forExamples }: Looks): Promise<INodeExecutionData[][] | null> {
	try {
		const now = realClock.now();
		const items = context.getMode() === 'manual' ? await forExamples(context, now) : await alone(context, now, forNews);
		return items.length > 0 ? [items] : null;
	} catch (error) {
		throw nodeError(context.getNode(), error);
	}
}

async function alone(context: IPollFunctions, now: number, look: Look): Promise<INodeExecutionData[]> {
	const place = `${context.getWorkflow().id} ${context.getNode().id}`;
	if (looking.has(place)) return [];
	looking.add(place);
	try {
		return await look(context, now);
	} finally {
		looking.delete(place);
	}
}
