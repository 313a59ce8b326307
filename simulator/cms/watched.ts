import type { OnlineAgent } from '../agent-gateway/online-agent';
import { ctiStates, CTI_SIGNED_OUT } from '../agent-gateway/states';
import type { Agent } from '../contact-centre/state';
import type { World } from '../world';

/** Agents, queues and calls as the platform sees them. */

export interface WatchedAgent {
	workNo: number;
	account: Agent;
	/** Undefined for whoever is not signed in. */
	online?: OnlineAgent;
	/** By 12.3.8.3. */
	state: number;
}

export const watch = (world: World, account: Agent): WatchedAgent => {
	const online = world.agents.find(account.workNo);
	return { workNo: account.workNo, account, online, state: online ? ctiStates[online.state] : CTI_SIGNED_OUT };
};

/** All agents of the VDN, by number. */
export const watchedAgents = (world: World): WatchedAgent[] =>
	[...world.centre.agents.values()].sort((one, other) => one.workNo - other.workNo).map((account) => watch(world, account));

/** Agents who have joined a queue. */
export const signedInto = (world: World, skillId: number): OnlineAgent[] => world.agents.all().filter(({ queues }) => queues.has(skillId));

export const secondsSince = (world: World, time: number): number => Math.floor((world.clock.now() - time) / 1000);
