import type { OnlineAgent } from '../agent-gateway/online-agent';
import type { Scheduled } from '../clock';
import type { World } from '../world';

/** What calls need of the agents who are signed in. */

export const agentOf = (world: World, workNo: string): OnlineAgent | undefined => world.agents.find(workNo);

/** Told as soon as possible; `later` waits until everybody has been. */
export function tell(world: World, workNo: string, eventType: string, content: unknown = null): void {
	const told = agentOf(world, workNo)?.put(eventType, content);
	if (!told) return;
	const { telling } = world.agentCalls;
	telling.add(told);
	void told.finally(() => telling.delete(told));
}

/** Does something after a while, and lets whoever moves the clock wait until the agents have been told about it. */
export function later(world: World, ms: number, run: () => void): Scheduled {
	return world.clock.after(ms, async () => {
		run();
		await world.agentCalls.allTold();
	});
}

/** A call has the agent, who may have another one already. */
export function occupy(world: World, workNo: string, state: 'occupied' | 'answering' | 'talking'): void {
	const agent = agentOf(world, workNo);
	if (!agent || agent.state === state || (agent.state === 'talking' && state !== 'talking')) return;
	const wasFree = !agent.isOnCall;
	world.agents.occupy(agent, state);
	if (wasFree) tell(world, workNo, 'AgentState_Busy');
}

/** The last call of an agent is over. */
export function release(world: World, workNo: string, next?: 'idle' | 'busy'): void {
	const agent = agentOf(world, workNo);
	if (agent?.isOnCall) world.agents.release(agent, next);
}
