import type { World } from '../world';
import { agentOf, tell } from './desk';
import type { AgentCall, AgentMember } from './state';

/** What agents are told about their calls: the contents of 6.5.1.2 and 6.5.1.4, in the spelling of the samples. */

/** Nobody (6.5.1.2.19). */
const NO_AGENT = 65_535;

/** Who is in a call besides one agent: numbers of telephones, work numbers of agents. */
export function partners(call: AgentCall, workNo: string): string[] {
	const present = (state: string): boolean => state === 'talking' || state === 'held';
	return [
		...call.agents.filter((one) => one.workNo !== workNo && present(one.state)).map((one) => one.workNo),
		...call.phones.filter(({ state }) => present(state)).map(({ number }) => number),
	];
}

export function tellTalking(world: World, call: AgentCall, member: AgentMember): void {
	tell(world, member.workNo, 'AgentEvent_Talking', {
		caller: call.caller,
		callid: call.callId,
		called: call.called,
		feature: String(call.feature),
		type: member.type,
		mediaAbility: String(call.mediaAbility),
	});
}

export function tellConference(world: World, call: AgentCall): void {
	for (const { workNo } of call.agents) {
		const partner = partners(call, workNo).join(', ');
		tell(world, workNo, 'AgentEvent_Conference', { callid: call.callId, partner });
	}
}

/** Somebody is being rung on behalf of an agent: an agent, by work number, or a telephone. */
export function tellAlerting(
	world: World,
	call: AgentCall,
	member: AgentMember,
	rung: { workNo: string } | { number: string },
): void {
	const isAgent = 'workNo' in rung;
	tell(world, member.workNo, 'AgentEvent_Customer_Alerting', {
		callid: call.callId,
		otherPhoneWorkno: isAgent ? rung.workNo : '',
		otherPhone: isAgent ? (agentOf(world, rung.workNo)?.options.phoneNumber ?? '') : rung.number,
		type: member.type,
	});
}

/** A call arrives at an agent, who has to answer it unless it is answered automatically. */
export function tellArriving(
	world: World,
	call: AgentCall,
	member: AgentMember,
	isAutomatic: boolean,
	from?: string,
): void {
	tell(world, member.workNo, isAutomatic ? 'AgentEvent_Auto_Answer' : 'AgentEvent_Ringing', {
		caller: call.caller,
		transfer: from === undefined ? 'no' : 'yes',
		callid: call.callId,
		transfrom: from === undefined ? '' : from,
		called: call.called,
		type: member.type,
		mediaAbility: String(call.mediaAbility),
		feature: String(call.feature),
	});
}

export function tellIncoming(world: World, call: AgentCall, workNo: string): void {
	tell(world, workNo, 'AgentEvent_Incoming_CallInfo', {
		callId: call.callId,
		skillName: world.centre.queues.get(call.skillId ?? 0)?.name ?? '',
		skillId: call.skillId ?? 0,
		caller: call.caller,
		called: call.called,
		lastReleaseAgentId: call.lastReleasedBy === undefined ? NO_AGENT : Number(call.lastReleasedBy),
		mediaType: call.mediaType,
		releaseAndReQueueCount: call.requeued,
		releaseAndReQueueCallFlag: call.requeued > 0 ? 1 : 0,
	});
}

/** What the customer has written and nobody has read (6.5.1.9.1). */
export function tellMessages(world: World, call: AgentCall, member: AgentMember): void {
	for (const message of call.chat?.messages.splice(0) ?? []) {
		tell(world, member.workNo, 'AgentEvent_MessageData', {
			callid: call.callId,
			caller: call.caller,
			called: call.called,
			feature: call.feature,
			type: member.type,
			message,
			mediaAbility: String(call.mediaAbility),
			jsonKey: ['callid', 'caller', 'called', 'feature', 'type', 'message', 'mediaAbility'],
		});
	}
}

export function tellReleased(world: World, call: AgentCall, workNo: string): void {
	tell(world, workNo, 'AgentEvent_Call_Release', call.callId);
}

/** Somebody else than this agent has left the call. */
export function tellCustomerGone(world: World, call: AgentCall, workNo: string, number: string): void {
	tell(world, workNo, 'AgentEvent_Customer_Release', { callid: call.callId, number });
}
