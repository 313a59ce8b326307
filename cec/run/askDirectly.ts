import type { IExecuteFunctions, IHookFunctions, ITriggerFunctions } from 'n8n-workflow';

import type { AgentSession } from '../auth/agentSession';
import type { Operation } from '../catalogue/operation';
import { buildRequest } from '../request/build';
import type { Values } from '../request/encode';
import type { Json } from '../request/readAnswer';
import { CecClient } from '../transport/client';
import { CecError } from '../transport/failure';
import { nodeError, type NodeError } from './errors';

export type { Json, Values };

export type Asked =
	| { answer: Json }
	| {
			error: NodeError;
			/** CEC's own code. */
			code?: string;
			/** Whether it may have been done all the same. */
			doubtful: boolean;
	  };

export interface Directly {
	allowHttpCallback?: boolean;
	/** The agent for whom it is asked. */
	session?: AgentSession;
	timeoutMs?: number;
	/** Once, where whoever asks decides what follows a failure. */
	mostAttempts?: number;
}

const TIMEOUT_MS = 20_000;

/** Runs one operation outside of a workflow's items: for triggers, which set up and keep what they need in CEC. */
export async function askDirectly(
	context: IHookFunctions | ITriggerFunctions | IExecuteFunctions,
	operation: Operation,
	values: Values,
	{ allowHttpCallback = false, session, timeoutMs = TIMEOUT_MS, mostAttempts }: Directly = {},
): Promise<Asked> {
	const client = new CecClient(context, { timeoutMs, requestsPerSecond: 0, mostAttempts }, session);
	try {
		const credential = await client.credential(operation);
		const request = buildRequest(operation, values, { zone: context.getTimezone(), now: client.now(), credential, allowHttpCallback });
		return { answer: await client.ask(operation, request) };
	} catch (error) {
		const failure = error instanceof CecError ? error.failure : undefined;
		return { error: nodeError(context.getNode(), error), code: failure?.code, doubtful: failure?.carriedOut === 'perhaps' };
	}
}
