import type { IHookFunctions, ITriggerFunctions } from 'n8n-workflow';

import type { Operation } from '../catalogue/operation';
import { buildRequest } from '../request/build';
import type { Values } from '../request/encode';
import type { Json } from '../request/readAnswer';
import { CecClient } from '../transport/client';
import { CecError } from '../transport/failure';
import { nodeError, type NodeError } from './errors';

export type Asked = { answer: Json } | { error: NodeError; /** CEC's own code. */ code?: string };

const TIMEOUT_MS = 20_000;

/** Runs one operation outside of a workflow's items: for triggers, which set up and keep what they need in CEC. */
export async function askDirectly(
	context: IHookFunctions | ITriggerFunctions,
	operation: Operation,
	values: Values,
	allowHttpCallback = false,
): Promise<Asked> {
	const client = new CecClient(context, { timeoutMs: TIMEOUT_MS, requestsPerSecond: 0 });
	try {
		const credential = await client.credential(operation);
		const request = buildRequest(operation, values, { zone: context.getTimezone(), credential, allowHttpCallback });
		return { answer: await client.ask(operation, request) };
	} catch (error) {
		return { error: nodeError(context.getNode(), error), ...(error instanceof CecError && { code: error.failure.code }) };
	}
}
