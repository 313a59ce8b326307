import type { OnlineAgent } from '../agent-gateway/online-agent';
import { ctiStates, CTI_SIGNED_OUT } from '../agent-gateway/states';
import type { AgentCall } from '../agent-calls/state';
import { features, media } from '../agent-calls/state';
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

/** Whole milliseconds, as all times of 12.3 are. */
export const whole = (time: number): number => Math.floor(time);

/** What stands where there is no call, no count and no time. */
export const NO_CALL = '4294967295-4294967295';
export const NO_COUNT = 4_294_967_295;
export const NO_TIME = 4_294_967_295_000;
/** Reserved: means nothing. */
export const NO_LOCATION = 65_535;

export const queueOf = (call: AgentCall): number | undefined => call.waiting?.skillId ?? call.skillId;

export const isInbound = ({ feature }: AgentCall): boolean => feature === features.inbound;

/** Customers who have come into a queue. */
export const comeInto = (world: World, skillId: number): AgentCall[] =>
	[...world.agentCalls.all.values()].filter((call) => isInbound(call) && queueOf(call) === skillId);

export const isTalking = ({ talkBegan, ended }: AgentCall): boolean => talkBegan !== undefined && ended === undefined;

/** How long a customer waited for an agent, or has waited. */
export const waitedMs = (world: World, { waitBegan, talkBegan, ended }: AgentCall): number =>
	(talkBegan ?? ended ?? world.clock.now()) - waitBegan;

export const connectedWithin = (world: World, calls: AgentCall[], seconds: number): AgentCall[] =>
	calls.filter((call) => call.talkBegan !== undefined && waitedMs(world, call) <= seconds * 1000);

/** Customers who went away without having talked. */
export const lost = (calls: AgentCall[]): AgentCall[] => calls.filter(({ talkBegan, ended }) => talkBegan === undefined && ended !== undefined);

const FIVE_MINUTES = 5 * 60 * 1000;

/** Where the five minutes begin that a time lies in. */
export const fiveMinutesOf = (time: number): number => Math.floor(time / FIVE_MINUTES) * FIVE_MINUTES;

/** Those that came in the current five minutes. */
export const recent = (world: World, calls: AgentCall[]): AgentCall[] =>
	calls.filter(({ waitBegan }) => waitBegan >= fiveMinutesOf(world.clock.now()));

const mediaNames: Record<number, string> = {
	[media.voice]: 'MEDIA_TYPE_PHONE',
	[media.video]: 'MEDIA_TYPE_PHONE_VIDEO',
	[media.chat]: 'MEDIA_TYPE_MULTI_MEDIA_SOCIALCHAT',
};

/** By table 12-696, where an interface has the name of a medium rather than its number. */
export const mediaName = (mediaType: number): string => mediaNames[mediaType];
