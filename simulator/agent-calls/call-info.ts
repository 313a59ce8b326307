import type { World } from '../world';
import type { AgentCall, AgentMember } from './state';

/** What 6.1.3 says about calls, in the shapes of its samples: most of them spell orgcallednum without an i. */

/** Any trunk, and none (6.1.3.1). */
const NO_TRUNK = 65_535;

const floor = (time: number | undefined): number | null => (time === undefined ? null : Math.floor(time));

function common(world: World, call: AgentCall, spelling: 'orgcallednum' | 'orgicallednum'): Record<string, unknown> {
	const waited = (call.answerBegan ?? call.talkBegan ?? world.clock.now()) - call.waitBegan;
	return {
		callfeature: call.feature,
		callid: call.callId,
		caller: call.caller,
		called: call.called,
		callskill: world.centre.queues.get(call.skillId ?? 0)?.name ?? '',
		callskillid: call.skillId ?? 0,
		[spelling]: call.dialled,
		calldata: call.callData,
		begintime: floor(call.answerBegan ?? call.talkBegan ?? call.waitBegan),
		endtime: floor(call.ended),
		userPriority: 0,
		trunkNo: NO_TRUNK,
		logontimes: 0,
		mediaType: call.mediaType,
		mediaAbility: call.mediaAbility,
		waitTime: Math.floor(waited / 1000),
	};
}

/** 6.1.3.5, 6.1.3.6 and 6.1.3.11: the trace is "reserved, empty". */
export const described = (world: World, call: AgentCall): object => ({
	...common(world, call, 'orgcallednum'),
	endtime: null,
	trace: null,
});

/** A waiting call has not been answered yet, and its begin is that of its waiting, as in the sample. */
export const waitingCall = (world: World, call: AgentCall): object => ({
	...common(world, call, 'orgcallednum'),
	begintime: floor(call.waiting?.since),
	endtime: null,
	trace: null,
});

/** 6.1.3.1, of the call that an agent is in, or was in last: some of the trace cannot be asked for then. */
export function traced(world: World, call: AgentCall, workNo: string, isLast: boolean): object {
	const current = (value: unknown): unknown => (isLast ? null : value);
	return {
		...common(world, call, 'orgicallednum'),
		trace: {
			waitBeginTime: floor(call.waitBegan),
			waitEndTime: current(floor(call.answerBegan)),
			answerBeginTime: floor(call.answerBegan),
			answerEndTime: current(floor(call.talkBegan)),
			talkBeginTime: floor(call.talkBegan),
			talkEndTime: current(floor(call.ended)),
			deviceNo: Number(workNo),
			deviceType: 2,
			callDirectMode: 'NORMAL_DIRECT',
			enterReason: 0,
			enterReasonDesc: 'Normal reason',
			leaveReason: current(0),
			leaveReasonDesc: current('Normal reason'),
			vdnId: world.tenant.vdnId,
		},
	};
}

/** 6.1.3.4 has all the keys and few of their values, 6.1.3.12 only the keys with values. */
export const heldCall = (world: World, call: AgentCall, isLong: boolean): object => ({
	callfeature: call.feature,
	callid: call.callId,
	caller: call.caller,
	called: call.called,
	callskill: world.centre.queues.get(call.skillId ?? 0)?.name ?? '',
	...(isLong && { callskillid: 0, orgcallednum: '', calldata: null, begintime: null, endtime: null }),
});

/** What 6.1.1.25 says about the calls of an agent (table 6-91). */
export function synchronised(
	world: World,
	workNo: string,
): { callinfo: unknown; agentStateInfo: Record<string, unknown> } {
	const own = world.agentCalls.of(workNo);
	const current = own.find(({ member }) => member.state !== 'held') ?? own[0];
	if (!current) return { callinfo: null, agentStateInfo: withoutCall(world, workNo) };
	const { call, member } = current;
	const held = own.find((one) => one.member.state === 'held');
	return {
		callinfo: JSON.stringify(described(world, call)),
		agentStateInfo: {
			callFeature: call.feature,
			callData: call.callData,
			callerNo: call.caller,
			calledNo: call.called,
			talkingCallfeature: call.feature,
			mainCallId: own[0].call.callId,
			curCallId: call.callId,
			holdCallId: held?.call.callId ?? '',
			beginTalkingTime: member.talkingSince === undefined ? null : String(Math.floor(member.talkingSince)),
			...(stateOf(call, member) !== undefined && { state: stateOf(call, member) }),
		},
	};
}

/** Tables 6-454 and 6-93: what inspectors do, and that something is played. */
const INSPECTING = {
	insert: { state: 15, curCommand: 20 },
	listen: { state: 16, curCommand: 21 },
	whisper: { state: 17, curCommand: 24 },
};
const PLAYING = { state: 5, curCommand: 19 };

function withoutCall({ inspections, playbacks }: World, workNo: string): Record<string, unknown> {
	const inspection = inspections.by(workNo);
	if (inspection?.isOn) return { ...INSPECTING[inspection.mode], qcWorkNo: inspection.workNo };
	return playbacks.of(workNo) ? PLAYING : {};
}

/** Table 6-454. */
function stateOf(call: AgentCall, member: AgentMember): number | undefined {
	if (call.isConference) return 10;
	if (member.state === 'held') return 11;
	return member.muted ? 12 : undefined;
}
