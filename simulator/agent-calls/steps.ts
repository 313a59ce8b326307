import type { World } from '../world';
import { later, occupy, release, tell } from './desk';
import { partners, tellConference, tellCustomerGone, tellMessages, tellReleased, tellTalking } from './events';
import { recordCall, stopRecording } from './recording';
import type { AgentCall, AgentMember, PhoneMember } from './state';
import { HUNG_UP_BY } from './telephones';

/** Joining, leaving and ending: what all calls of agents consist of. */

/** Stands for nobody where an agent was looked for. */
export const NOBODY = '';
/** When only telephones are left that nothing makes hang up. */
const ON_THEIR_OWN_MS = 30_000;

export function newMember(workNo: string, fields: Partial<AgentMember> = {}): AgentMember {
	return { workNo, state: 'dialling', type: 'main', muted: false, helps: false, ...fields };
}

/** An agent talks from now on, for the first time or again. */
export function talk(world: World, call: AgentCall, member: AgentMember): void {
	const now = world.clock.now();
	member.state = 'talking';
	member.pending = undefined;
	member.talkingSince ??= now;
	call.talkBegan ??= now;
	occupy(world, member.workNo, 'talking');
	tellTalking(world, call, member);
	if (call.chat) tellMessages(world, call, member);
	else recordCall(world, call, member);
}

export function hold(world: World, call: AgentCall, member: AgentMember): void {
	member.state = 'held';
	world.agentCalls.statistics.count(member.workNo, 'keepnums');
	tell(world, member.workNo, 'AgentEvent_Hold', call.callId);
}

/** Everybody who is there talks with each other, under the id of this call. */
export function confer(world: World, call: AgentCall): void {
	const now = world.clock.now();
	call.isConference = true;
	for (const member of call.agents) {
		member.state = 'talking';
		member.pending = undefined;
		member.talkingSince ??= now;
		occupy(world, member.workNo, 'talking');
	}
	tellConference(world, call);
	for (const member of call.agents) recordCall(world, call, member);
}

/** An agent leaves a call that goes on without it. */
export function leave(world: World, call: AgentCall, member: AgentMember): void {
	call.agents = call.agents.filter((one) => one !== member);
	call.lastReleasedBy = member.workNo;
	for (const { workNo, state } of call.agents) {
		if (state === 'talking' || state === 'held') tellCustomerGone(world, call, workNo, member.workNo);
	}
	depart(world, call, member, HUNG_UP_BY.platform);
}

/** An agent is rung no more. */
export function stopRinging(world: World, call: AgentCall, member: AgentMember): void {
	call.agents = call.agents.filter((one) => one !== member);
	member.timer?.cancel();
	member.pending = undefined;
	world.agentCalls.statistics.count(member.workNo, 'noanswernums');
	tell(world, member.workNo, 'AgentEvent_No_Answer', call.callId);
}

function depart(world: World, call: AgentCall, member: AgentMember, by: number, gone: string[] = []): void {
	const { workNo } = member;
	const { statistics, telephones } = world.agentCalls;
	member.timer?.cancel();
	if (member.talkingSince !== undefined) {
		statistics.count(workNo, 'talktime', Math.round((world.clock.now() - member.talkingSince) / 1000));
	}
	tellReleased(world, call, workNo);
	for (const number of gone) tellCustomerGone(world, call, workNo, number);
	stopRecording(world, call, member);
	world.agentCalls.remember(workNo, call);
	if (world.agentCalls.of(workNo).some(({ call: other }) => other !== call)) return;
	telephones.putDown(workNo, by);
	release(world, workNo);
}

export function noLongerWaits(world: World, call: AgentCall): void {
	call.waiting?.timer?.cancel();
	call.waiting = undefined;
	world.agents.waiting.remove(call.callId);
}

/** A call is over for everybody. Whoever ended it is told that the others are gone, the others that it is. */
export function endCall(world: World, call: AgentCall, endedBy?: AgentMember): void {
	if (call.ended !== undefined) return;
	call.ended = world.clock.now();
	const members = call.agents;
	const numbers = call.phones.filter(({ state }) => state === 'talking').map(({ number }) => number);
	call.phones.forEach(({ timer }) => timer?.cancel());
	noLongerWaits(world, call);
	call.transfer?.timer?.cancel();
	call.transfer = undefined;
	if (endedBy) call.lastReleasedBy = endedBy.workNo;
	for (const member of [...members]) {
		if (member.pending) {
			stopRinging(world, call, member);
			world.agentCalls.telephones.putDown(member.workNo);
			if (world.agentCalls.of(member.workNo).length === 0) release(world, member.workNo);
			continue;
		}
		if (endedBy && member !== endedBy) tellCustomerGone(world, call, member.workNo, endedBy.workNo);
		const others = member === endedBy ? [...otherAgents(members, member), ...numbers] : [];
		if (member === endedBy) world.agentCalls.statistics.count(member.workNo, 'agentrelease');
		depart(world, call, member, HUNG_UP_BY.platform, others);
	}
}

/** Whoever else is in a call comes into another one, under whose id it goes on. */
export function merge(world: World, from: AgentCall, into: AgentCall, by: AgentMember): void {
	into.agents.push(...from.agents.filter(({ workNo }) => workNo !== by.workNo));
	into.phones.push(...from.phones);
	from.agents = [];
	from.phones = [];
	from.ended = world.clock.now();
}

const otherAgents = (members: AgentMember[], self: AgentMember): string[] =>
	members.filter((one) => one !== self && !one.pending).map(({ workNo }) => workNo);

/** Ends the call of an agent; a conference goes on without it. */
export function hangUp(world: World, call: AgentCall, member: AgentMember): void {
	if (partners(call, member.workNo).length < 2) return endCall(world, call, member);
	call.transfer?.timer?.cancel();
	call.transfer = undefined;
	world.agentCalls.statistics.count(member.workNo, 'agentrelease');
	leave(world, call, member);
	settle(world, call);
}

/** A telephone leaves its call, which need not be the one it came into, and with it the call ends unless two are left. */
export function customerHangsUp(world: World, phone: PhoneMember): void {
	const call = world.agentCalls.going.find(({ phones }) => phones.includes(phone));
	if (!call) return;
	phone.timer?.cancel();
	call.phones = call.phones.filter((one) => one !== phone);
	tellGone(world, call, phone.number);
	settle(world, call);
}

export function tellGone(world: World, call: AgentCall, number: string): void {
	for (const { workNo, pending } of call.agents) if (!pending) tellCustomerGone(world, call, workNo, number);
}

/** What is left of a call after somebody has gone: nothing, a talk of two, or still a conference. */
export function settle(world: World, call: AgentCall): void {
	const agents = call.agents.filter(({ pending }) => !pending);
	const phones = call.phones.filter(({ state }) => state === 'talking');
	if (agents.length + phones.length < 2) return endCall(world, call);
	const isAlone =
		call.transfer?.number !== undefined && !call.phones.some(({ number }) => number === call.transfer?.number);
	if (isAlone || (call.isConference && agents.length + phones.length === 2)) {
		call.isConference = false;
		call.transfer = undefined;
		for (const member of agents) if (member.state === 'talking') tellTalking(world, call, member);
	}
	if (agents.length > 0) return;
	for (const phone of phones) {
		phone.timer ??= later(world, ON_THEIR_OWN_MS, () => customerHangsUp(world, phone));
	}
}
