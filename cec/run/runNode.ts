/** The one place that owns the loop over items: order, concurrency, errors, and which item came of which. */
import type { IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';

import type { Operation, Resource } from '../catalogue/operation';
import { InputProblem } from '../request/problem';
import { CecClient } from '../transport/client';
import { concurrently } from './concurrently';
import { errorItem, nodeError, type NodeError } from './errors';
import { withOwnSession, type OwnSession } from './ownSession';
import { runBatch } from './runBatch';
import { inForm, type Run } from './run';
import { runItem } from './runItem';
import { readSettings } from './settings';

/** Runs the operation that the user chose for all input items; `own` tells how agents sign in for a run. */
export async function runNode(context: IExecuteFunctions, resources: Resource[], own?: OwnSession): Promise<INodeExecutionData[][]> {
	const items = context.getInputData().length;
	if (items === 0) return [[]];
	try {
		return await withOwnSession(startRun(context, resources), own, async (run) => await runItems(run, items));
	} catch (error) {
		throw nodeError(context.getNode(), error);
	}
}

async function runItems(run: Run, items: number): Promise<INodeExecutionData[][]> {
	if (run.operation.batch) {
		confirmAll(run, items);
		return [await runBatch(run, items)];
	}
	const results = await concurrently(
		items,
		itemsAtOnce(run),
		async (item, begun) => await runOrReport({ ...run, begun }, item),
		run.operation.risk !== 'read',
	);
	return [results.flat()];
}

/** Changes go one after the other; some whose end is waited for are begun so, but waited for together. */
function itemsAtOnce({ context, operation }: Run): number {
	const together = operation.risk === 'read' || operation.wait?.together;
	return together ? readSettings(context, 0).itemsAtOnce : 1;
}

function startRun(context: IExecuteFunctions, resources: Resource[]): Run {
	const operation = findOperation(resources, context);
	const { timeoutMs, requestsPerSecond } = readSettings(context, 0, operation.timeoutS);
	return { context, operation, client: new CecClient(context, { timeoutMs, requestsPerSecond }) };
}

function findOperation(resources: Resource[], context: IExecuteFunctions): Operation {
	const resource = context.getNodeParameter('resource', 0) as string;
	const operation = context.getNodeParameter('operation', 0) as string;
	const found = resources.find(({ value }) => value === resource)?.operations[operation];
	if (found) return inForm(context, found);
	throw new InputProblem(`This node has no operation "${operation}" for "${resource}"`, 'Choose resource and operation again.');
}

async function runOrReport(run: Run, item: number): Promise<INodeExecutionData[]> {
	const { context } = run;
	try {
		confirm(run, item);
		return await runItem(run, item, readSettings(context, item));
	} catch (error) {
		if (context.continueOnFail()) return [errorItem(context.getNode(), error, item)];
		throw withItemsBefore(run, nodeError(context.getNode(), error, item), item);
	}
}

/** n8n drops what came of the items before a failed one: whoever runs the node again must know that they were done. */
function withItemsBefore({ operation: { risk } }: Run, error: NodeError, item: number): NodeError {
	if (risk === 'read' || item === 0) return error;
	const before = item === 1 ? 'Item 0 was done' : `Items 0 to ${item - 1} were done`;
	const advice = `${before} before: running the node again does them once more. Set "On Error" of this node to continue, to get one result for each.`;
	error.description = [error.description, advice].filter(Boolean).join(' ');
	return error;
}

function confirmAll(run: Run, items: number): void {
	for (let item = 0; item < items; item += 1) {
		try {
			confirm(run, item);
		} catch (error) {
			throw nodeError(run.context.getNode(), error, item);
		}
	}
}

/** What cannot be undone runs only with the switch on, for every item. */
function confirm({ context, operation }: Run, item: number): void {
	if (operation.risk !== 'destructive' || context.getNodeParameter('confirm', item, false) === true) return;
	throw new InputProblem(`"${operation.action}" cannot be undone and was not confirmed`, 'Switch on "Confirm" in the node.');
}
