/** A session of its own for one run of a node: the agent is signed in before the first item and out after the last. */
import { AgentSession } from '../auth/agentSession';
import type { Operation } from '../catalogue/operation';
import { buildRequest } from '../request/build';
import type { Surroundings, Values } from '../request/encode';
import { CecClient } from '../transport/client';
import { inTurn } from '../transport/pace';
import { surroundings, type Run } from './run';
import { readSettings } from './settings';
import { signIn } from './signIn';
import { unstoppable } from './unstoppable';

/** How an agent signs in, stays signed in and signs out for a run. */
export interface OwnSession {
	signIn: Operation;
	/** What the sign-in is given. */
	values: Values;
	/** A sign of life, whose answer also names the Guid to go on with. */
	sign: Operation;
	signOut: Operation;
}

/** The gateway makes a new Guid every minute and takes each for two; without a sign it signs the agent out after two. */
const SIGN_EVERY_MS = 45_000;

/** Does the work with a session of its own, where the user wants one; else with those that the items carry. */
export async function withOwnSession<T>(run: Run, own: OwnSession | undefined, work: (run: Run) => Promise<T>): Promise<T> {
	const { context, operation } = run;
	if (!own || !operation.standalone || context.getNodeParameter('sessionFrom', 0, 'item') !== 'run') return await work(run);
	const session = AgentSession.none(await run.client.credential(operation));
	const settings = readSettings(context, 0);
	const around = await surroundings(run, settings);
	// Signs of life do not wait until it is their turn among the requests of the run.
	const beside = new CecClient(context, { timeoutMs: settings.timeoutMs, requestsPerSecond: 0 }, session);
	const client = run.client.within(session, signsOf(beside, own.sign, around));
	const inAndOut = client.through(unstoppable(context));
	// An agent has one session at a time: another run of this process that has one for itself comes to its end first.
	return await inTurn(`${session.agent} session of a run`, async () => {
		await signIn({ ...run, client: inAndOut, operation: own.signIn }, buildRequest(own.signIn, own.values, around));
		try {
			return await work({ ...run, client, ownSession: true });
		} finally {
			await inAndOut.ask(own.signOut, buildRequest(own.signOut, {}, around)).catch(({ message }: Error) => {
				// What was asked for is done all the same, and the gateway signs the agent out after two minutes.
				context.logger.warn(`The agent could not be signed out: ${message}`, { node: context.getNode().name });
			});
		}
	});
}

/** Gives a sign of life when it is time for one, beside the work, which does not wait for it. */
function signsOf(client: CecClient, sign: Operation, around: Surroundings): () => void {
	let last: number | undefined;
	return () => {
		// The first one that goes out is the sign-in.
		last ??= client.now();
		if (client.now() < last + SIGN_EVERY_MS) return;
		last = client.now();
		// Where the session is over, the work itself tells.
		client.ask(sign, buildRequest(sign, {}, around)).catch(() => undefined);
	};
}
