import type { Operation, Procedure, Steps } from '../catalogue/operation';
import { buildRequest } from '../request/build';
import type { Surroundings, Values } from '../request/encode';
import type { Json } from '../request/readAnswer';
import { CecError } from '../transport/failure';
import { inTurn } from '../transport/pace';
import { inForm, type Run } from './run';

/** Runs an operation that takes several requests. */
export async function followProcedure({ context, client, operation: whole }: Run, procedure: Procedure, values: Values, around: Surroundings): Promise<Json> {
	// For its checks; the values go on as they are, since each request writes them in its own way.
	buildRequest(whole, values, around);
	const ask = async (operation: Operation, given: Values) => {
		const form = inForm(context, operation);
		return await client.ask(form, buildRequest(form, given, around));
	};
	const steps: Steps = { ask, tryTo: async (operation, given) => await ask(operation, given).catch(unlessUnanswered), inTurn };
	return await procedure(steps, values);
}

/** CEC said no; without an answer nobody knows. */
function unlessUnanswered(error: unknown): undefined {
	if (error instanceof CecError && error.failure.carriedOut === 'no' && error.failure.kind !== 'network') return undefined;
	if (error instanceof CecError && error.failure.status === 500) return undefined;
	throw error;
}
