/** A session of its own for one run of a node: the agent is signed in before the first item and out after the last. */
import { AgentSession } from '../auth/agentSession';
import type { Operation } from '../catalogue/operation';
import { buildRequest } from '../request/build';
import type { Values } from '../request/encode';
import { surroundings, type Run } from './run';
import { readSettings } from './settings';
import { unstoppable } from './unstoppable';

/** How an agent signs in and out for a run. */
export interface OwnSession {
	signIn: Operation;
	/** What the sign-in is given. */
	values: Values;
	signOut: Operation;
}

/** Does the work with a session of its own, where the user wants one; else with those that the items carry. */
export async function withOwnSession<T>(run: Run, own: OwnSession | undefined, work: (run: Run) => Promise<T>): Promise<T> {
	const { context, operation } = run;
	if (!own || !operation.standalone || context.getNodeParameter('sessionFrom', 0, 'item') !== 'run') return await work(run);
	const client = run.client.within(AgentSession.none(await run.client.credential(operation)));
	const around = await surroundings(run, readSettings(context, 0));
	const inAndOut = client.through(unstoppable(context));
	await inAndOut.ask(own.signIn, buildRequest(own.signIn, own.values, around));
	try {
		return await work({ ...run, client, ownSession: true });
	} finally {
		await inAndOut.ask(own.signOut, buildRequest(own.signOut, {}, around)).catch(({ message }: Error) => {
			// What was asked for is done all the same, and the gateway signs the agent out after two minutes.
			context.logger.warn(`The agent could not be signed out: ${message}`, { node: context.getNode().name });
		});
	}
}
