import type { IPollFunctions, ITriggerFunctions } from 'n8n-workflow';

import type { Operation } from '../catalogue/operation';
import type { Values } from '../request/encode';
import { simplify, withRows, type Json } from '../request/readAnswer';
import { CecClient } from '../transport/client';
import { pagesOf } from '../transport/pages';
import { nodeError } from './errors';

export { plain } from '../request/encode';

/** A row of a list, as CEC sent it and as items show it. */
export interface Row {
	raw: Json;
	simple: Json;
}

export interface ListRequest {
	values: Values;
	/** Zone in which CEC reads and writes times. */
	zone: string;
	/** Rows to read at most. */
	most?: number;
	/** For those who ask again by themselves after a failure. */
	mostAttempts?: number;
}

const TIMEOUT_MS = 60_000;

/** Reads a list, all pages and spans of time, outside of a workflow's items: for triggers that look for what is new. */
export async function listDirectly(context: IPollFunctions | ITriggerFunctions, operation: Operation, { values, zone, most = Infinity, mostAttempts }: ListRequest): Promise<Row[]> {
	const client = new CecClient(context, { timeoutMs: TIMEOUT_MS, requestsPerSecond: 0, mostAttempts });
	try {
		const around = { zone, now: client.now(), credential: await client.credential(operation) };
		const rows: Row[] = [];
		for await (const page of pagesOf(operation, values, around, most, async (request) => await client.ask(operation, request))) {
			const raw = page.rows as Json[];
			const simple = simplify(operation, withRows(operation, page.answer, raw), around, values);
			rows.push(...raw.map((row, index) => ({ raw: row, simple: simple[index] })));
		}
		return rows.slice(0, most);
	} catch (error) {
		throw nodeError(context.getNode(), error);
	}
}
