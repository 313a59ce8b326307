/** Runs an operation that takes a list for all items together: pooled, cut into pieces, one result per entry. */
import { NodeOperationError, type IDataObject, type INodeExecutionData } from 'n8n-workflow';

import type { Batch, Operation } from '../catalogue/operation';
import { stringifyExact } from '../formats/exactJson';
import { expressible } from '../formats/expressible';
import { isRecord } from '../formats/paths';
import { buildRequest, type CecRequest } from '../request/build';
import { InputProblem } from '../request/problem';
import { rawAnswer, simplify, type Json } from '../request/readAnswer';
import { CecError, STOPPED } from '../transport/failure';
import { errorItem, nodeError } from './errors';
import { sendInPieces } from './pieces';
import { surroundings, wantsSimple, type Run } from './run';
import { readSettings, type Settings } from './settings';
import { readValues } from './values';

interface Entry {
	item: number;
	content: unknown;
}

type Outcome = Entry & ({ answer: Json } | { error: unknown });

/** Entries that go to the same address with the same other values. */
interface Pool {
	request: CecRequest;
	entries: Entry[];
}

export async function runBatch(run: Run, items: number): Promise<INodeExecutionData[]> {
	const { context, operation } = run;
	const batch = operation.batch as Batch;
	const { pools, refused } = await pool(run, batch, items);
	const outcomes = [...refused];
	for (const each of pools) outcomes.push(...(await sendPool(run, batch, each)));
	outcomes.sort((one, other) => one.item - other.item);
	const failed = outcomes.filter((outcome): outcome is Entry & { error: unknown } => 'error' in outcome);
	if (failed.length > 0 && !context.continueOnFail()) throw summary(run, batch, outcomes.length, failed);
	return outcomes.map((outcome) =>
		'error' in outcome
			? errorItem(context.getNode(), outcome.error, outcome.item, about(batch, outcome.content))
			: successItem(run, batch, outcome, readSettings(context, outcome.item)),
	);
}

async function pool(run: Run, batch: Batch, items: number): Promise<{ pools: Pool[]; refused: Outcome[] }> {
	const pools = new Map<string, Pool>();
	const refused: Outcome[] = [];
	const seen = new Map<string, number>();
	for (let item = 0; item < items; item += 1) {
		const read = await requestOf(run, item).catch((error: unknown) => ({ error }));
		if ('error' in read) {
			refused.push({ item, content: undefined, error: read.error });
			continue;
		}
		const entries = listOf(run.operation, batch, read).map((content) => ({ item, content }));
		const rest = { ...read, body: { ...read.body, [batch.list]: undefined } };
		const key = stringifyExact(rest);
		const target = pools.get(key) ?? { request: rest, entries: [] };
		pools.set(key, target);
		for (const entry of entries) {
			const before = firstSeen(batch, key, entry, seen);
			if (before === undefined) target.entries.push(entry);
			else refused.push({ ...entry, error: new InputProblem(`The same ${batch.noun[0]} came before, with item ${before}`, 'It was sent once.') });
		}
	}
	return { pools: [...pools.values()], refused };
}

async function requestOf(run: Run, item: number): Promise<CecRequest> {
	const settings = readSettings(run.context, item);
	const values = await readValues(run.context, run.operation, item);
	return buildRequest(run.operation, values, await surroundings(run, settings));
}

async function sendPool({ client, operation }: Run, batch: Batch, { request, entries }: Pool): Promise<Outcome[]> {
	const results = await sendInPieces(entries, {
		size: batch.size,
		send: async (piece) => await client.ask(operation, withList(operation, batch, request, piece)),
		isOneEntrysFault: (error) => error instanceof CecError && Boolean(batch.halveOn?.includes(error.failure.code ?? '')),
		isHopeless,
	});
	return results.map((result, index) => ({ ...entries[index], ...result }));
}

/** No key, no address, no server: what failed for one piece fails for all. */
function isHopeless(error: unknown): boolean {
	if (!(error instanceof CecError)) return true;
	const { kind, status = 0, carriedOut, networkCode } = error.failure;
	return networkCode === STOPPED || kind === 'notJson' || [401, 403, 404].includes(status) || (kind === 'network' && carriedOut === 'no');
}

function firstSeen(batch: Batch, pool: string, entry: Entry, seen: Map<string, number>): number | undefined {
	const keys = (batch.unique?.(entry.content) ?? []).map((key) => `${pool} ${key}`);
	const before = keys.map((key) => seen.get(key)).find((item) => item !== undefined);
	if (before === undefined) keys.forEach((key) => seen.set(key, entry.item));
	return before;
}

/** The entries of a built request; a list that travels as one text is taken apart. */
function listOf(operation: Operation, batch: Batch, { body }: CecRequest): unknown[] {
	const list = body?.[batch.list];
	return Array.isArray(list) ? list : String(list).split(joiner(operation, batch));
}

function withList(operation: Operation, batch: Batch, request: CecRequest, piece: Entry[]): CecRequest {
	const list = piece.map(({ content }) => content);
	const joined = operation.body?.[batch.list].spec.wrapping === 'joined';
	return { ...request, body: { ...request.body, [batch.list]: joined ? list.join(joiner(operation, batch)) : list } };
}

function joiner(operation: Operation, batch: Batch): string {
	return operation.body?.[batch.list].spec.joiner ?? ',';
}

function successItem(
	{ context, operation }: Run,
	batch: Batch,
	outcome: Entry & { answer: Json },
	settings: Settings,
): INodeExecutionData {
	const { item, answer, content } = outcome;
	const entry = about(batch, content);
	const json = wantsSimple(context, item)
		? { ...expressible(entry), ...simplify(operation, answer, settings)[0] }
		: { ...entry, ...rawAnswer(operation, answer, settings) };
	return { json: json as IDataObject, pairedItem: { item } };
}

function about(batch: Batch, content: unknown): object {
	if (content === undefined) return {};
	return isRecord(content) ? content : { [batch.as ?? batch.noun[0]]: content };
}

/** One error for the whole run, since n8n can show only one: how many, why, and that the others are done. */
function summary({ context, operation }: Run, batch: Batch, all: number, failed: Array<Entry & { error: unknown }>): NodeOperationError {
	const node = context.getNode();
	if (all === 1) return nodeError(node, failed[0].error, failed[0].item) as NodeOperationError;
	const [one, many] = batch.noun;
	const reasons = failed.slice(0, 10).map(({ item, content, error }) => {
		const { message, description } = nodeError(node, error, item);
		return `Item ${item}${content === undefined ? '' : ` (${stringifyExact(content)})`}: ${message}. ${description ?? ''}`.trim();
	});
	return new NodeOperationError(node, `${failed.length} of ${all} ${all === 1 ? one : many} failed: ${operation.action.toLowerCase()}`, {
		itemIndex: failed[0].item,
		description: [
			...(failed.length < all ? [`The other ${all - failed.length} went through.`] : []),
			'Set "On Error" of this node to continue, to get one result for each.',
			...reasons,
			...(failed.length > reasons.length ? [`… and ${failed.length - reasons.length} more.`] : []),
		].join('<br>'),
	});
}
