import type { IExecuteFunctions } from 'n8n-workflow';

import { AgentSession } from '../auth/agentSession';
import { inWay, type Operation } from '../catalogue/operation';
import type { Surroundings } from '../request/encode';
import { InputProblem } from '../request/problem';
import type { CecClient } from '../transport/client';
import type { Settings } from './settings';

const SIGN_IN_FIRST = 'Put "Session > Sign In" with the same credential before this node, and pass its session on.';

/** Everything that running an item needs. */
export interface Run {
	context: IExecuteFunctions;
	client: CecClient;
	operation: Operation;
	/** To be called when the next item may begin although this one goes on, such as a call that is waited for. */
	begun?: () => void;
	/** The session ends with the run: items do not carry it on. */
	ownSession?: true;
}

/** The run for one item: with the session of its agent, where the interfaces need one. */
export async function ofItem(run: Run, item: number): Promise<Run> {
	const { context, client, operation } = run;
	if (!operation.family.session || run.ownSession) return run;
	const credential = await client.credential(operation);
	if (operation.signsIn) return { ...run, client: client.within(AgentSession.none(credential)) };
	const sealed = String(context.getNodeParameter('session', item, '') ?? '');
	if (sealed.trim() === '') throw new InputProblem('There is no session', SIGN_IN_FIRST);
	const session = AgentSession.open(sealed, credential);
	if (!session) throw new InputProblem('The session does not belong to the agent of the credential', SIGN_IN_FIRST);
	return { ...run, client: client.within(session) };
}

/** The session for the nodes behind this one. */
export function sessionToCarry({ client, ownSession }: Run): string | undefined {
	return ownSession ? undefined : client.session?.seal();
}

/** The form of an operation that the node is set to. */
export function inForm(context: IExecuteFunctions, operation: Operation): Operation {
	return inWay(operation, operation.ways && (context.getNodeParameter(operation.waysBy ?? 'authentication', 0) as string));
}

/** What encoding needs besides the values: zone and time, and the credential. */
export async function surroundings({ client, operation }: Run, { zone, now, allowHttpCallback }: Settings): Promise<Surroundings> {
	return { zone, now, allowHttpCallback, credential: await client.credential(operation) };
}

/** Whether the user wants the payload only. */
export function wantsSimple(context: IExecuteFunctions, item: number): boolean {
	return context.getNodeParameter('simplify', item, true) as boolean;
}
