/** Who owns which agent in this process. Two owners of one agent would take each other's events and sign each other out. */
import type { AgentSession } from '../../cec/auth/agentSession';
import type { AgentEvent } from './events/index';

/** Of an agent whom the gateway did not let go, as during a call: the session, and what was told meanwhile. */
export interface Inheritance {
	session: AgentSession;
	unheard: AgentEvent[];
}

export interface AgentOwner {
	/** The node and its workflow, for people. */
	readonly name: string;
	readonly workflowId: string;
	readonly isTest: boolean;
	/** The node, and how n8n runs it. */
	readonly place: string;
	/** Where events are pushed to; undefined where they are polled. */
	readonly way: string | undefined;
	readonly isLeaving: boolean;
	/** Leaves, and resolves when it asks for nothing any more; the one who goes on in the same way may inherit. */
	giveWay(way: string | undefined): Promise<Inheritance | undefined>;
}

const owners = new Map<string, AgentOwner>();

/** Takes an agent, once an owner who is leaving has left; tells who has it when somebody stays. */
export async function claim(agent: string, owner: AgentOwner): Promise<{ takenBy: AgentOwner } | { inheritance?: Inheritance }> {
	let inheritance: Inheritance | undefined;
	for (let held = owners.get(agent); held; held = owners.get(agent)) {
		// n8n starts a node a second time when it has forgotten the first one, as after a failure of another node.
		if (!held.isLeaving && held.place !== owner.place) return { takenBy: held };
		inheritance = await held.giveWay(owner.way);
	}
	owners.set(agent, owner);
	return { inheritance };
}

export function release(agent: string, owner: AgentOwner): void {
	if (owners.get(agent) === owner) owners.delete(agent);
}
