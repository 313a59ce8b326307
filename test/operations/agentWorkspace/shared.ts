/** What the operations of a signed-in agent have in common. */
import type { Case, Parameters, Prepare } from '../case';

/** Signed in, with these parameters beside the session. */
export const signedIn =
	(parameters: Parameters = {}, changes: object = {}): Prepare =>
	async (bench) => ({ session: await bench.agentSession(changes), ...parameters });

/** As a workflow has it that was started long before: the agent has been signed out meanwhile. */
export const signedOut =
	(parameters: Parameters = {}): Prepare =>
	async (bench) => {
		const session = await bench.agentSession();
		await bench.asAgent(0, session, 'DELETE', 'onlineagent/{agentid}/forcelogout');
		return { session, ...parameters };
	};

export const GONE = /^The (session of the agent is not valid|agent is not signed in|agent has been signed out) \(code \d{3}-\d{3}\)$/;
export const SUCCESS = { success: true };

/** What every operation of a signed-in agent has in common; without a session it fails. */
export const ofAgent = (parameters: Parameters = {}, more: Partial<Case> = {}): Case => ({
	run: signedIn(parameters),
	refused: { run: signedOut(parameters), message: GONE },
	spoil: 'session',
	gives: SUCCESS,
	...more,
});
