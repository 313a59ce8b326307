import type { Operation, Procedure, Steps } from '../catalogue/operation';
import { buildRequest } from '../request/build';
import { plainValues, type Surroundings, type Values } from '../request/encode';
import { InputProblem } from '../request/problem';
import { simplify, type Json } from '../request/readAnswer';
import { CecError } from '../transport/failure';
import { inTurn } from '../transport/pace';
import { inForm, type Run } from './run';

/** Runs an operation that takes several requests. */
export async function followProcedure({ context, client, operation: whole }: Run, procedure: Procedure, values: Values, around: Surroundings): Promise<Json> {
	// For its checks; the values go on as they are, since each request writes them in its own way.
	buildRequest(whole, values, around);
	let begun: CecError['begun'];
	const ask = async (operation: Operation, given: Values) => {
		const form = inForm(context, operation);
		return await client.ask(form, buildRequest(form, given, around)).catch((error: unknown) => {
			throw begun && error instanceof CecError ? new CecError(error.operation, error.failure, begun) : error;
		});
	};
	const steps: Steps = {
		zone: around.zone,
		ask,
		tryTo: async (operation, given) => await ask(operation, given).catch(unlessOtherwise),
		begun: (what, about) => {
			begun = { what, about };
		},
		problem: (message, advice) => new InputProblem(message, advice),
		itemsOf: async (operation, given) => simplify(inForm(context, operation), await ask(operation, given), around, given),
		sleep: async (ms) => await client.sleep(ms),
		now: () => client.now(),
		inTurn,
	};
	return await procedure(steps, plainValues(values));
}

/**
 * Whether CEC said no to the step itself, be it by HTTP 500, which it has for values that do not exist. That nobody was
 * signed in, that the address is wrong or that no answer came says nothing about the step.
 */
function isRefusal({ operation: { family }, failure: { kind, carriedOut, code, status, isSignIn } }: CecError): boolean {
	if (isSignIn || (code !== undefined && family.expiredCodes?.includes(code))) return false;
	return kind === 'refused' ? carriedOut === 'no' : kind === 'http' && status === 500;
}

function unlessOtherwise(error: unknown): undefined {
	if (!(error instanceof CecError) || !isRefusal(error)) throw error;
	return undefined;
}
