import type { World } from '../world';
import { agentOf, later, occupy, release } from './desk';
import { untilHungUp } from './dialling';
import { tellArriving, tellIncoming } from './events';
import type { AgentCall, AgentMember, Pending, Role } from './state';
import { endCall, newMember, NOBODY, noLongerWaits, stopRinging, talk } from './steps';

/** Calls that arrive at agents, and those that wait for one. */

/** The reference does not say how long an agent is rung. */
const NO_ANSWER_MS = 30_000;

interface Ring extends Role {
	from?: string;
	pending: (member: AgentMember) => Pending;
}

/** Rings an agent, or has its telephone answer by itself. */
export function ring(world: World, call: AgentCall, workNo: string, { from, type, helps, pending }: Ring): void {
	const member = newMember(workNo, { state: 'ringing', type: type ?? 'main', helps: helps ?? false });
	member.pending = pending(member);
	member.offer = pending;
	call.agents.push(member);
	call.answerBegan = world.clock.now();
	occupy(world, workNo, 'answering');
	const isAutomatic = agentOf(world, workNo)?.options.autoAnswer ?? false;
	tellArriving(world, call, member, isAutomatic, from);
	if (call.feature === 0) tellIncoming(world, call, workNo);
	if (isAutomatic) answer(world, call, member);
	else member.timer = later(world, NO_ANSWER_MS, () => giveUp(world, call, member));
}

/** An agent answers: its telephone has to be off the hook, then it has joined. */
export function answer(world: World, call: AgentCall, member: AgentMember): void {
	member.state = 'dialling';
	member.timer?.cancel();
	const joined = (): void => {
		if (call.ended !== undefined || !call.agents.includes(member)) return;
		world.agentCalls.statistics.count(member.workNo, 'answernums');
		const { pending } = member;
		member.pending = undefined;
		pending?.joined();
	};
	if (call.chat) return joined();
	world.agentCalls.telephones.lift(member.workNo, member.type, joined, () =>
		giveUp(world, call, member, { isDown: true }),
	);
}

/** An agent takes a call that rings or waits elsewhere, and is not asked whether to answer it (6.1.2.20, 6.1.2.21). */
export function take(world: World, call: AgentCall, workNo: string, offer: (member: AgentMember) => Pending): void {
	const member = newMember(workNo);
	const offered = offer(member);
	member.pending = {
		joined() {
			offered.joined();
			if (call.feature === 0) tellIncoming(world, call, workNo);
		},
		failed: (released) => offered.failed(released),
	};
	call.agents.push(member);
	occupy(world, workNo, 'answering');
	answer(world, call, member);
}

interface GivingUp {
	/** The call is released, and the agent idle: mode 2 of 6.1.2.22. */
	released?: boolean;
	/** The telephone has been put down already. */
	isDown?: boolean;
}

/** The agent does not answer, or says that it will not; it is set busy then, unless the call is released. */
export function giveUp(
	world: World,
	call: AgentCall,
	member: AgentMember,
	{ released = false, isDown }: GivingUp = {},
): void {
	const { pending, workNo } = member;
	stopRinging(world, call, member);
	call.lastReleasedBy = workNo;
	if (world.agentCalls.of(workNo).length === 0) {
		if (!isDown && !call.chat) world.agentCalls.telephones.reject(workNo);
		release(world, workNo, released ? 'idle' : 'busy');
	}
	pending?.failed(released);
}

/** A call waits for a free agent of a queue, as long as the queue lets it. */
export function queue(
	world: World,
	call: AgentCall,
	skillId: number,
	pending: (member: AgentMember) => Pending,
	role: Role = {},
): void {
	const { maxWaitTime = 0 } = world.centre.queues.get(skillId) ?? {};
	const since = world.clock.now();
	call.waiting = { skillId, since, pending, role };
	world.agents.waiting.add({ callId: call.callId, skillId, since });
	const timedOut = (): void => {
		noLongerWaits(world, call);
		pending(newMember(NOBODY)).failed(true);
	};
	if (maxWaitTime > 0) call.waiting.timer = later(world, maxWaitTime * 1000, timedOut);
	distribute(world);
}

/** Gives calls to whoever has been free for longest, those first that have waited longest. */
export function distribute(world: World): void {
	const { going } = world.agentCalls;
	const waiting = going.flatMap((call) => (call.waiting ? [{ call, ...call.waiting }] : []));
	for (const { call, skillId } of waiting.sort((one, other) => one.since - other.since)) {
		const free = world.agents
			.all()
			.filter((agent) => agent.queues.has(skillId) && mayRing(world, agent.workNo, call))
			.sort((one, other) => one.stateSince - other.stateSince);
		if (free.length > 0) takeFromQueue(world, call, free[0].workNo);
	}
}

/** Takes a waiting call to an agent. */
export function takeFromQueue(world: World, call: AgentCall, workNo: string): void {
	const { waiting } = call;
	if (!waiting) return;
	noLongerWaits(world, call);
	call.skillId = waiting.skillId;
	ring(world, call, workNo, { from: call.transfer?.by, ...waiting.role, pending: waiting.pending });
}

/** What becomes of a customer's call that rings at an agent: it is answered, or goes back to where it came from. */
export function inbound(world: World, call: AgentCall, skillId?: number): (member: AgentMember) => Pending {
	return (member) => ({
		joined() {
			talk(world, call, member);
			for (const phone of call.phones) if (!phone.timer) untilHungUp(world, phone);
		},
		failed(released) {
			if (call.ended !== undefined) return;
			if (released || skillId === undefined) return endCall(world, call);
			call.requeued++;
			queue(world, call, skillId, inbound(world, call, skillId));
		},
	});
}

/** Whether a call may be put through to this agent now. Chats go on beside each other, and beside nothing else. */
export function mayRing(world: World, workNo: string, { chat }: Pick<AgentCall, 'chat'>): boolean {
	const agent = agentOf(world, workNo);
	if (!agent?.talkRight) return false;
	const { agentCalls } = world;
	if (!chat) {
		const isBusy = agentCalls.of(workNo).length > 0 || agentCalls.telephones.isTaken(workNo);
		return agent.isAvailable && !isBusy;
	}
	const chats = agentCalls.chatsOf(workNo).length;
	const isChatting = chats > 0 && agent.isOnCall && agentCalls.voiceOf(workNo).length === 0;
	const hasWebm = agent.options.mediaServers[1] === 'T';
	return hasWebm && (agent.isAvailable || isChatting) && chats < agentCalls.mostChatsOf(workNo);
}
