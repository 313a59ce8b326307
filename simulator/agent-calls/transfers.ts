import type { World } from '../world';
import { later, tell } from './desk';
import { dial } from './dialling';
import { inbound, mayRing, queue, ring } from './ringing';
import type { AgentCall, AgentMember, Pending, Role, Transfer } from './state';
import { confer, endCall, leave, newMember, NOBODY, settle, talk, tellGone } from './steps';

/** Where calls can go from an agent: 6.1.2.5, 6.1.2.11, 6.1.2.12 and 6.1.5.3. */

/** How long a flow keeps a customer, and how soon it is noticed that an agent cannot be rung. */
const FLOW_MS = 10_000;
const UNREACHABLE_MS = 1000;

export type Target =
	| { kind: 'agent'; workNo: string }
	| { kind: 'queue'; skillId: number }
	| { kind: 'flow'; accessCode: string }
	| { kind: 'number'; number: string };

/** Table 6-459. */
export type Mode = 'release' | 'success' | 'hangingUp' | 'talk' | 'threeWay';

/** Rings whoever is wanted; agents who are not free count as if they did not answer. */
export function reach(
	world: World,
	call: AgentCall,
	target: Exclude<Target, { kind: 'number' | 'flow' }>,
	pending: (member: AgentMember) => Pending,
	role: Role & { from?: string } = {},
): void {
	if (target.kind === 'queue') return queue(world, call, target.skillId, pending, role);
	if (mayRing(world, target.workNo, call)) return ring(world, call, target.workNo, { ...role, pending });
	later(world, UNREACHABLE_MS, () => {
		if (call.ended === undefined) pending(newMember(NOBODY)).failed(true);
	});
}

export function transfer(
	world: World,
	call: AgentCall,
	member: AgentMember,
	target: Target,
	mode: Mode,
	holds = true,
): void {
	const { statistics } = world.agentCalls;
	statistics.count(member.workNo, 'transfernums');
	if (target.kind === 'flow') statistics.count(member.workNo, 'transferivrnums');
	if (target.kind === 'number') statistics.count(member.workNo, 'transferoutnums');
	if (mode === 'release') return letGo(world, call, member, target);
	const mine: Transfer = { by: member.workNo, mode };
	call.transfer = mine;
	// The customer listens to music meanwhile, unless all three are to talk without holding anybody.
	if (mode !== 'threeWay' || holds) member.state = 'dialling';
	const isCurrent = (): boolean => call.transfer === mine && call.ended === undefined;
	const back = (): void => {
		if (!isCurrent()) return;
		call.transfer = undefined;
		tell(world, member.workNo, 'AgentEvent_Connect_Fail', call.callId);
		if (mode === 'success') tellResult(world, call, member, FAILED);
		if (member.state !== 'talking') talk(world, call, member);
	};
	const through = (): void => {
		tellResult(world, call, member, 0);
		call.transfer = undefined;
		leave(world, call, member);
	};
	if (target.kind === 'flow') {
		mine.timer = later(world, FLOW_MS, () => {
			call.transfer = undefined;
			tell(world, member.workNo, 'AgentEvent_ReturnFromIvr', call.callId);
			talk(world, call, member);
		});
		return;
	}
	if (target.kind !== 'number') {
		const pending = (other: AgentMember): Pending => ({
			joined() {
				through();
				talk(world, call, other);
			},
			failed: back,
		});
		reach(world, call, target, pending, { from: member.workNo });
		return;
	}
	mine.number = target.number;
	dial(world, call, target.number, {
		answered() {
			if (!isCurrent()) return;
			if (mode === 'threeWay') return confer(world, call);
			if (mode === 'talk') return talk(world, call, member);
			through();
			settle(world, call);
		},
		failed: back,
	});
}

/** The agent is out of it at once, whatever becomes of the customer (table 6-459). */
function letGo(world: World, call: AgentCall, member: AgentMember, target: Target): void {
	leave(world, call, member);
	call.isConference = false;
	if (target.kind === 'flow') {
		later(world, FLOW_MS, () => endCall(world, call));
	} else if (target.kind === 'number') {
		dial(world, call, target.number, {
			answered: () => settle(world, call),
			failed: () => endCall(world, call),
		});
	} else {
		const skillId = target.kind === 'queue' ? target.skillId : undefined;
		if (skillId !== undefined) call.skillId = skillId;
		reach(world, call, target, inbound(world, call, skillId), { from: member.workNo });
	}
}

/** Any code but 0 (6.5.1.2.15): the sample has this one. */
const FAILED = 1;

function tellResult(world: World, call: AgentCall, member: AgentMember, result: number): void {
	tell(world, member.workNo, 'AgentEvent_SuccTransResult', { result, callId: call.callId });
}

/** The agent is back with the customer alone (6.1.2.12). */
export function takeBack(world: World, call: AgentCall, member: AgentMember): void {
	const { transfer: given } = call;
	call.transfer = undefined;
	const added = call.phones.find(({ number }) => number === given?.number);
	added?.timer?.cancel();
	call.phones = call.phones.filter((one) => one !== added);
	if (added?.state === 'talking') tellGone(world, call, added.number);
	call.isConference = false;
	talk(world, call, member);
}
