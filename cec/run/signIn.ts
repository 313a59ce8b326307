/** Signs an agent in for an item or a run; a credential that the gateway has refused is tried again by people only. */
import { refusalOf, rememberRefusal, wasRefusedIn } from '../auth/signInRefusals';
import type { CecRequest } from '../request/build';
import { InputProblem } from '../request/problem';
import type { Json } from '../request/readAnswer';
import { explain } from '../transport/explain';
import { CecError } from '../transport/failure';
import type { Run } from './run';

const NOT_BY_ITSELF = 'It is not tried again by itself. Correct the credential, or run the workflow by hand when the account is in order.';

export async function signIn({ context, client, operation }: Run, request: CecRequest): Promise<Json> {
	const credential = await client.credential(operation);
	const execution = context.getExecutionId();
	// Whoever runs a workflow by hand has one try each time, and not one for each item.
	const byPerson = context.getMode() === 'manual' && !wasRefusedIn(credential, execution);
	const refusal = byPerson ? undefined : refusalOf(credential);
	if (refusal !== undefined) throw new InputProblem(refusal, NOT_BY_ITSELF);
	const answer = await client.ask(operation, request).catch((error: unknown) => {
		if (error instanceof CecError && operation.family.lockingCodes?.has(error.failure.code ?? '')) {
			rememberRefusal(credential, explain(operation, error.failure).message, execution);
		}
		throw error;
	});
	rememberRefusal(credential, undefined);
	return answer;
}
