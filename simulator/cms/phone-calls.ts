import { type AgentCall, features, media } from '../agent-calls/state';
import { NOTIFICATION, type PhoneCall } from '../calls/state';
import type { World } from '../world';
import { isInbound } from './watched';

/** Every call of the VDN, whoever made it, as the platform writes it down: those of agents, two-party calls and notifications. */

export interface PlatformCall {
	callId: string;
	isInbound: boolean;
	/** Table 12-698. */
	type: number;
	caller: string;
	called: string;
	/** As dialled. */
	dialled: string;
	mediaType: number;
	entered: number;
	ringing?: number;
	talking?: number;
	ended?: number;
	skillId?: number;
	/** Agents who were in it when it ended, or are now. */
	agentIds: number[];
	/** Table 12-701. */
	leftBecause: number;
	callData: string;
}

const types = { byFlow: 10, outbound: 7 } as const;
const left = { customer: 15, agent: 16, waitedTooLong: 2 } as const;

export const isTalkingOnPhone = ({ state }: PhoneCall): boolean => state === 2;

/** Notifications are spoken by the last flow: no reference says which one, and nothing else here runs in one. */
export const flowOf = (world: World) => world.tenant.ivrFlows[world.tenant.ivrFlows.length - 1];

export const inFlows = (world: World): PhoneCall[] =>
	[...world.calls.going].filter((call) => call.taskType === NOTIFICATION && isTalkingOnPhone(call));

function ofAgents(call: AgentCall): PlatformCall {
	const agentIds = call.agents.map(({ workNo }) => Number(workNo));
	return {
		callId: call.callId,
		isInbound: isInbound(call),
		type: call.feature,
		caller: call.caller,
		called: call.called,
		dialled: call.dialled,
		mediaType: call.mediaType,
		entered: call.waitBegan,
		ringing: call.answerBegan,
		talking: call.talkBegan,
		ended: call.ended,
		skillId: call.waiting?.skillId ?? call.skillId,
		agentIds,
		leftBecause: reasonOf(call, agentIds),
		callData: call.callData,
	};
}

function reasonOf({ talkBegan, lastReleasedBy }: AgentCall, agentIds: number[]): number {
	if (talkBegan === undefined) return agentIds.length === 0 ? left.waitedTooLong : left.customer;
	return agentIds.includes(Number(lastReleasedBy)) ? left.agent : left.customer;
}

function ofPhones(call: PhoneCall): PlatformCall {
	return {
		callId: call.callId,
		isInbound: false,
		type: call.taskType === NOTIFICATION ? types.byFlow : types.outbound,
		caller: call.caller ?? call.callerPresent ?? '',
		called: call.called,
		dialled: call.called,
		mediaType: media.voice,
		entered: call.startTime,
		ringing: call.alertingTime,
		talking: call.talkingTime,
		ended: call.releaseTime,
		agentIds: call.workNo === undefined ? [] : [Number(call.workNo)],
		leftBecause: left.customer,
		callData: call.callData ?? '',
	};
}

/** Oldest first. Calls between agents alone are none of a customer's. */
export function platformCalls(world: World): PlatformCall[] {
	const own: number[] = [features.internal, features.consult, features.threeWayConsult];
	const agentCalls = [...world.agentCalls.all.values()].filter(({ feature }) => !own.includes(feature)).map(ofAgents);
	const phones = [...world.calls.all.values()].map(ofPhones);
	return [...agentCalls, ...phones].sort((one, other) => one.entered - other.entered);
}

export const seconds = (from: number | undefined, to: number | undefined): number =>
	from === undefined || to === undefined ? 0 : Math.max(0, Math.floor((to - from) / 1000));
