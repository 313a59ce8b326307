/** Turns what went wrong into n8n's errors, with the item it happened to. */
import { NodeApiError, NodeOperationError, type INode, type INodeExecutionData, type JsonObject } from 'n8n-workflow';

import { InputProblem } from '../request/problem';
import { CecError } from '../transport/failure';
import { explain } from '../transport/explain';

export type NodeError = NodeApiError | NodeOperationError;

/** The error that n8n shows: what happened, what it means, what to do. */
export function nodeError(node: INode, error: unknown, item?: number): NodeError {
	if (error instanceof CecError) {
		const { message, description: said } = explain(error.operation, error.failure);
		const description = error.begun ? `${error.begun.what} ${said}` : said;
		const { status } = error.failure;
		// CEC's own code stays out of n8n's keys: n8n would read "5003" as an HTTP status.
		return new NodeApiError(node, { message } as JsonObject, {
			message,
			description,
			itemIndex: item,
			...(status !== undefined && status >= 400 && { httpCode: String(status) }),
		});
	}
	if (error instanceof InputProblem) {
		return new NodeOperationError(node, error.message, { description: error.advice, itemIndex: item, level: 'warning' });
	}
	if (error instanceof NodeApiError || error instanceof NodeOperationError) return error;
	return new NodeOperationError(node, error as Error, { itemIndex: item });
}

/**
 * The item that stands for a failed one when the node goes on after errors. It must carry no `error` of n8n's own
 * beside `json`: n8n would cut the JSON down to the message. To its error output n8n sends only items that hold
 * nothing but these two keys, and adds what the failed item held.
 */
export function errorItem(node: INode, error: unknown, item: number, about: object = {}): INodeExecutionData {
	const { message, description } = nodeError(node, error, item);
	const words = { error: message, ...(description && { message: description }) };
	const code = error instanceof CecError ? error.failure.code : undefined;
	const known = { ...about, ...(error instanceof InputProblem && error.about), ...(error instanceof CecError && error.begun?.about) };
	const json = node.onError === 'continueErrorOutput' ? words : { ...known, ...words, ...(code !== undefined && { cecCode: code }) };
	return { json, pairedItem: { item } };
}
