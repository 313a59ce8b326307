import type { ZodTypeAny } from 'zod';
import type { OnlineAgent } from '../agent-gateway/online-agent';
import { agentInterface } from '../agent-gateway/request';
import type { Call, Interface } from '../interface';
import type { World } from '../world';
import { codes } from './codes';
import { refuse } from '../agent-gateway/codes';
import type { AgentCall, AgentMember } from './state';

/** Interfaces of 6.1.2: an agent orders something about its calls. */

export interface Own {
	call: AgentCall;
	member: AgentMember;
}

interface Wanted {
	section: string;
	method: Interface['method'];
	/** Below /voicecall/{agentid}, with the spelling of the sections that spell it so. */
	path: string;
	body?: ZodTypeAny;
	query?: ZodTypeAny;
	malformed?: string;
	handle: (given: { world: World; agent: OnlineAgent; workNo: string } & Call) => unknown;
}

export const order = ({ path, handle, ...wanted }: Wanted): Interface =>
	agentInterface({
		...wanted,
		path: `/voicecall/{agentid}${path}`,
		handle: (agent, call) => handle({ ...call, agent, workNo: agent.workNo }),
	});

/** The call in which the agent talks. The codes say which of the two is the matter: that there is none, or its state. */
export function talkingCall(world: World, workNo: string, none: string, wrongState: string = none): Own {
	const own = world.agentCalls.voiceOf(workNo);
	if (own.length === 0) refuse(none, 'There is no call.');
	return own.find(({ member }) => member.state === 'talking') ?? refuse(wrongState, 'No call is being talked in.');
}

export function heldCalls(world: World, workNo: string): Own[] {
	return world.agentCalls.voiceOf(workNo).filter(({ member }) => member.state === 'held');
}

/** Calls are begun by whoever is in none, but for held ones (6.1.2.1). */
export function mustBeFree(world: World, workNo: string): void {
	const isBusy = world.agentCalls.of(workNo).some(({ member }) => member.state !== 'held');
	const isTaken = world.agentCalls.telephones.isTaken(workNo);
	if (isBusy || isTaken || world.conferences.of(workNo)) refuse(codes.failed, 'The agent is in a call.');
}

/** Queues are checked by the platform, which has no code of its own for it. */
export function knownSkill(world: World, skillId: number | undefined): number | undefined {
	if (skillId !== undefined && !world.centre.queues.has(skillId))
		refuse(codes.failed, 'There is no such skill queue.');
	return skillId;
}
