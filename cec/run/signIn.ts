/** Signs an agent in for an item or a run; a credential that the gateway has refused is tried again by people only. */
import { forgetRefusal, NOT_TRIED_AGAIN, refusalOf, rememberRefusal } from '../auth/signInRefusals';
import type { CecRequest } from '../request/build';
import { InputProblem } from '../request/problem';
import type { Json } from '../request/readAnswer';
import { explain } from '../transport/explain';
import { CecError } from '../transport/failure';
import type { Run } from './run';

export async function signIn({ context, client, operation }: Run, request: CecRequest): Promise<Json> {
	const credential = await client.credential(operation);
	const refusal = refusalOf(credential, client.now());
	const execution = context.getExecutionId();
	// Whoever runs a workflow by hand may have had the account unlocked, and has one try each time.
	const byHand = context.getMode() === 'manual' && refusal?.execution !== execution;
	if (refusal && !byHand) throw new InputProblem(refusal.message, `Correct the credential. ${NOT_TRIED_AGAIN}`);
	const answer = await client.ask(operation, request).catch((error: unknown) => {
		if (error instanceof CecError && operation.family.lockingCodes?.has(error.failure.code ?? '')) {
			rememberRefusal(credential, explain(operation, error.failure).message, client.now(), execution);
		}
		throw error;
	});
	forgetRefusal(credential);
	return answer;
}
