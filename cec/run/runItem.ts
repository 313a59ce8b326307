/** Runs one operation for one item. */
import type { IDataObject, INodeExecutionData } from 'n8n-workflow';

import { stringifyExact } from '../formats/exactJson';
import { buildRequest } from '../request/build';
import type { Surroundings, Values } from '../request/encode';
import { InputProblem } from '../request/problem';
import { rawAnswer, simplify, withRows, type Json } from '../request/readAnswer';
import { CecError } from '../transport/failure';
import { pagesOf, windowsOf } from '../transport/pages';
import { withAttachments } from './attachments';
import { downloadItem } from './downloadItem';
import { followProcedure } from './procedure';
import { readRows } from './readRows';
import { ofItem, sessionToCarry, surroundings, wantsSimple, type Run } from './run';
import type { Settings } from './settings';
import { signIn } from './signIn';
import { readValues } from './values';
import { waitUntilDone } from './waiting';

/** The items that come of one item. */
export async function runItem(nodeRun: Run, item: number, settings: Settings): Promise<INodeExecutionData[]> {
	const run = await ofItem(nodeRun, item);
	const { context, operation } = run;
	const values = await readValues(context, operation, item);
	const around = await surroundings(run, settings);
	if (operation.procedure) {
		const json = (await followProcedure(run, operation.procedure, values, around)) as IDataObject;
		return await withAttachments(run, [{ json, pairedItem: { item } }], values, around, item);
	}
	const { tables } = operation.answer;
	if (tables && values[tables.when] === true) return await readRows(run, tables, values, around, item, settings);
	if (operation.answer.kind === 'file') return [await downloadItem(run, values, around, item, settings)];
	const results = operation.answer.kind === 'list'
		? await readList(run, values, around, item, settings)
		: await askInPieces(run, values, around, item, settings);
	const session = sessionToCarry(run);
	// Where there is nothing to tell, such as no call, the session has to go on all the same.
	const told = run.client.session && results.length === 0 && operation.answer.kind === 'object' ? [{}] : results;
	const items = told.map((json) => ({ json: { ...json, ...(session && { session }) } as IDataObject, pairedItem: { item } }));
	return await withAttachments(run, items, values, around, item);
}

/** An operation without a list; a span of time that is too long for one request takes several, with a result for each. */
async function askInPieces(run: Run, values: Values, around: Surroundings, item: number, settings: Settings): Promise<Json[]> {
	const results: Json[] = [];
	for (const part of windowsOf(run.operation.window, values, around)) {
		const found = await askOnce(run, part, around, item, settings).catch((error: unknown) => {
			throw withDoneBefore(run, error, results);
		});
		results.push(...found);
	}
	return results;
}

/** What came of earlier pieces of a change is told with the failure of a later one. */
function withDoneBefore({ operation: { risk } }: Run, error: unknown, done: Json[]): unknown {
	if (risk === 'read' || done.length === 0 || !(error instanceof CecError)) return error;
	return new CecError(error.operation, error.failure, { what: `Earlier parts of the span were done: ${stringifyExact(done)}.`, about: { done } });
}

async function askOnce(run: Run, values: Values, around: Surroundings, item: number, settings: Settings): Promise<Json[]> {
	const { context, client, operation } = run;
	const request = buildRequest(operation, values, around);
	const answer = operation.signsIn ? await signIn(run, request) : await client.ask(operation, request);
	run.begun?.();
	if (operation.wait && (!operation.wait.toggle || context.getNodeParameter('waitUntilDone', item, false) === true)) {
		const end = await waitUntilDone(run, operation.wait, values, answer, around, item);
		const accepted = wantsSimple(context, item) ? simplify(operation, answer, settings, values)[0] : rawAnswer(operation, answer, settings);
		return [{ ...accepted, ...end }];
	}
	const found = simplify(operation, answer, settings, values);
	if (operation.answer.first && found.length === 0) {
		// What was done must not be done again for want of words about it.
		if (operation.risk !== 'read') return [{}];
		throw new InputProblem('CEC found nothing with these values', 'Check the id.');
	}
	if (!wantsSimple(context, item)) return [rawAnswer(operation, answer, settings)];
	if (operation.answer.unzips && found.length === 0) {
		throw new InputProblem('CEC answered without a file that can be read', 'Look at the whole answer with "Simplify" switched off.');
	}
	return found;
}

async function readList(run: Run, values: Values, around: Surroundings, item: number, settings: Settings): Promise<Json[]> {
	const { context, client, operation } = run;
	const all = operation.answer.onlyOnce ?? context.getNodeParameter('returnAll', item, false) as boolean;
	const wanted = all ? Infinity : (context.getNodeParameter('limit', item, 50) as number);
	const simple = wantsSimple(context, item);
	const found: Json[] = [];
	let rows = 0;
	for await (const page of pagesOf(operation, values, around, wanted, async (request) => await client.ask(operation, request))) {
		const kept = page.rows.slice(0, wanted - rows);
		rows += kept.length;
		const answer = withRows(operation, page.answer, kept);
		found.push(...(simple ? simplify(operation, answer, settings, values) : [rawAnswer(operation, page.answer, settings)]));
	}
	return found;
}
