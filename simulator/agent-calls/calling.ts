import type { World } from '../world';
import { occupy, tell } from './desk';
import { dial, type Failure } from './dialling';
import { tellAlerting } from './events';
import { ring, mayRing } from './ringing';
import { abilities, type AgentCall, type AgentMember, features, type Pending } from './state';
import { confer, endCall, hold, merge, newMember, talk } from './steps';
import { reach, type Target } from './transfers';

/** Calls that agents begin: to customers, to each other, and for help (6.1.2.1, 6.1.2.2, 6.1.2.4 and 6.1.2.5). */

interface Wanted {
	feature: number;
	called: string;
	caller?: string;
	skillId?: number;
	callData?: string;
	/** 0 audio, 1 video, 2 as much as both can. */
	mediaAbility?: number;
}

/** The call that an agent begins, and its telephone off the hook. */
function begin(
	world: World,
	workNo: string,
	wanted: Wanted,
	then: (call: AgentCall, member: AgentMember) => void,
): string {
	const { feature, called, skillId, callData = '', mediaAbility = 0 } = wanted;
	const member = newMember(workNo);
	const call = world.agentCalls.create({
		feature,
		called,
		caller: wanted.caller || world.agents.get(workNo).options.phoneNumber,
		skillId,
		callData,
		mediaAbility: mediaAbility === 0 ? abilities.audio : abilities.video,
		agents: [member],
	});
	const isAlone = world.agentCalls.of(workNo).length === 1;
	if (!isAlone) occupy(world, workNo, 'occupied');
	const lifted = (): void => {
		if (call.ended !== undefined) return;
		occupy(world, workNo, 'occupied');
		then(call, member);
	};
	world.agentCalls.telephones.lift(workNo, member.type, lifted, () => endCall(world, call));
	return call.callId;
}

export function callOut(world: World, workNo: string, wanted: Wanted): string {
	world.agentCalls.statistics.count(workNo, 'calloutnums');
	return begin(world, workNo, wanted, (call, member) => {
		dial(world, call, wanted.called, {
			rings: () => tellAlerting(world, call, member, { number: wanted.called }),
			answered: () => talk(world, call, member),
			failed: (failure) => fail(world, call, member, 'AgentEvent_Call_Out_Fail', failure),
		});
	});
}

export function callInner(world: World, workNo: string, wanted: Wanted): string {
	world.agentCalls.statistics.count(workNo, 'intercallnums');
	return begin(world, workNo, wanted, (call, member) => {
		const { called } = wanted;
		if (!mayRing(world, called, call)) return fail(world, call, member, 'AgentEvent_Inside_Call_Fail');
		const pending = (other: AgentMember): Pending => ({
			joined() {
				talk(world, call, member);
				talk(world, call, other);
			},
			failed: () => fail(world, call, member, 'AgentEvent_Inside_Call_Fail'),
		});
		ring(world, call, called, { pending });
		tellAlerting(world, call, member, { workNo: called });
	});
}

/** The call comes to nothing, and its agent has no other one unless one is held. */
function fail(world: World, call: AgentCall, member: AgentMember, eventType: string, failure?: Failure): void {
	tell(world, member.workNo, eventType, call.callId);
	if (failure) tell(world, member.workNo, 'OUTBOUND_DETECT_EVENT', { callid: call.callId, ...failure });
	endCall(world, call);
}

interface Help {
	target: Exclude<Target, { kind: 'number' | 'flow' }>;
	/** Whether the customer is to hear it as well. */
	isThreeWay: boolean;
	holds: boolean;
	callData?: string;
}

/** Asks an agent or a queue for help, beside the call that the agent has (6.1.2.5). */
export function askForHelp(
	world: World,
	main: AgentCall,
	member: AgentMember,
	{ target, isThreeWay, holds, callData }: Help,
): string {
	const { workNo } = member;
	world.agentCalls.statistics.count(workNo, 'interhelpnums');
	const own = newMember(workNo, { type: 'assistant' });
	const call = world.agentCalls.create({
		feature: isThreeWay ? features.threeWayConsult : features.consult,
		caller: workNo,
		called: target.kind === 'agent' ? target.workNo : String(target.skillId),
		callData: callData || main.callData,
		agents: [own],
	});
	const wasTalking = member.state === 'talking';
	if (wasTalking && !isThreeWay) hold(world, main, member);
	if (wasTalking && isThreeWay && holds) member.state = 'held';
	const pending = (other: AgentMember): Pending => ({
		joined() {
			if (isThreeWay && main.ended === undefined) {
				merge(world, call, main, own);
				return confer(world, main);
			}
			talk(world, call, own);
			talk(world, call, other);
		},
		failed() {
			if (call.ended !== undefined) return;
			call.agents = [];
			call.ended = world.clock.now();
			tell(world, workNo, 'AgentEvent_Consult_Fail', call.callId);
			if (isThreeWay && main.ended === undefined && member.state === 'held') talk(world, main, member);
		},
	});
	reach(world, call, target, pending, { type: 'assistant', helps: true });
	if (target.kind === 'agent') tellAlerting(world, call, own, target);
	return call.callId;
}
