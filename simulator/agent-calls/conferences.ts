import type { Scheduled } from '../clock';
import type { World } from '../world';
import { agentOf, later, occupy, release, tell } from './desk';
import { dial } from './dialling';
import { recordCall, type Recorded, stopRecording } from './recording';
import type { AgentMember, PhoneMember } from './state';

/** Conferences of agents (6.1.6): who is in them, and what all of them are told (6.5.1.10). */

const MINUTE = 60_000;
/** The reference names neither how long a conference takes to be ready, nor rings, nor plays a file. */
const READY_MS = 1000;
const NO_ANSWER_MS = 30_000;
export const PLAY_MS = 10_000;

/** Types of addresses. */
export const PHONE = '6';
export const AGENT = '9';
/** 6.5.1.10.6. */
export const changes = { joined: 0, left: 1, chair: 2, silenced: 3, unsilenced: 4, held: 5, unheld: 6 } as const;
export const reasons = { byItself: 0, byChair: 1, hungUp: 2, over: 3, signedOut: 4, none: 255 } as const;
/** Of table 6-450: the one asked did not come. */
const DID_NOT_COME = 21_213;
/** Of table 6-457: what an agent is. */
const AGENT_DEVICE = 6;

export interface Address {
	addressType: string;
	address: string;
	deviceCallType?: number;
	deviceType?: number;
}

export interface Participant extends Required<Address>, Pick<AgentMember, 'workNo' | 'recording'> {
	state: 'ringing' | 'joined';
	/** 1 listens, 2 speaks, 3 both, 4 neither. */
	attribute: number;
	channel: 'talking' | 'held' | 'playing';
	enterTime?: number;
	phone?: PhoneMember;
	timer?: Scheduled;
	voice?: Scheduled;
}

export interface Conference {
	confId: number;
	callId: string;
	/** The work number of its chair. */
	chair: string;
	capacity: number;
	minutes: number;
	promptMinutes: number;
	began: number;
	/** Before that its chair may do nothing (6.1.6.1). */
	isReady: boolean;
	participants: Participant[];
	/** Those who are rung among them, for dialling. */
	phones: PhoneMember[];
	timers: Scheduled[];
	voice?: Scheduled;
}

export interface Applied {
	capacity: number;
	minutes: number;
	promptMinutes: number;
}

export class Conferences {
	readonly all = new Map<number, Conference>();
	private lastConference = 1_030_143;

	constructor(private readonly world: World) {}

	/** The conference that an agent is in or asked into. */
	of(workNo: string): { conference: Conference; self: Participant } | undefined {
		for (const conference of this.all.values()) {
			const self = conference.participants.find((one) => one.workNo === workNo);
			if (self) return { conference, self };
		}
		return undefined;
	}

	/** Whoever asks for a conference becomes its chair. Whom it talks with comes along. */
	request(workNo: string, applied: Applied): void {
		const { world } = this;
		const { agentCalls, clock } = world;
		const [talk] = agentCalls.voiceOf(workNo);
		const confId = (this.lastConference += 257);
		const self = participant({ addressType: AGENT, address: workNo, deviceType: AGENT_DEVICE });
		const conference: Conference = {
			confId,
			callId: `${Math.floor(clock.now() / 1000)}-${confId}`,
			chair: workNo,
			...applied,
			began: clock.now(),
			isReady: false,
			participants: [self],
			phones: [],
			timers: [],
		};
		this.all.set(confId, conference);
		occupy(world, workNo, 'occupied');
		agentCalls.telephones.lift(
			workNo,
			'main',
			() => {
				if (!this.all.has(confId)) return;
				this.join(conference, self);
				if (talk) this.bringAlong(conference, workNo);
				conference.timers.push(later(world, READY_MS, () => this.ready(conference)));
			},
			() => this.end(conference),
		);
	}

	/** Rings somebody for the conference. */
	invite(conference: Conference, address: Address): void {
		const { world } = this;
		const invited = participant(address);
		conference.participants.push(invited);
		const failed = (code: number): void => {
			this.remove(conference, invited);
			this.tellChange(conference, invited, changes.joined, { result: code });
		};
		if (address.addressType === PHONE) {
			invited.phone = dial(world, conference, address.address, {
				answered: () => this.join(conference, invited),
				failed: ({ detect }) => failed(detect),
			});
			return;
		}
		const agent = agentOf(world, invited.workNo);
		const isTaken = world.agentCalls.telephones.isTaken(invited.workNo);
		if (!agent?.isAvailable || isTaken || this.isAsked(invited)) {
			later(world, READY_MS, () => failed(DID_NOT_COME));
			return;
		}
		occupy(world, invited.workNo, 'answering');
		tell(world, invited.workNo, 'AgentConf_Ringing', { confId: conference.confId });
		invited.timer = later(world, NO_ANSWER_MS, () => this.refuse(conference, invited));
	}

	answer(conference: Conference, invited: Participant): void {
		invited.timer?.cancel();
		const join = (): void => {
			if (conference.participants.includes(invited)) this.join(conference, invited);
		};
		this.world.agentCalls.telephones.lift(invited.workNo, 'main', join, () => this.refuse(conference, invited));
	}

	/** An agent does not come. */
	refuse(conference: Conference, invited: Participant): void {
		this.remove(conference, invited);
		this.world.agentCalls.telephones.reject(invited.workNo);
		release(this.world, invited.workNo, 'idle');
		this.tellChange(conference, invited, changes.joined, { result: DID_NOT_COME });
	}

	/** Somebody leaves who is not the chair. */
	leave(conference: Conference, gone: Participant, reason: number): void {
		this.remove(conference, gone);
		if (gone.state === 'joined') this.tellChange(conference, gone, changes.left, { reason });
		if (gone.workNo) this.tellLeft(conference, gone);
	}

	/** It is over, for everybody. */
	end(conference: Conference): void {
		this.all.delete(conference.confId);
		for (const timer of [...conference.timers, conference.voice]) timer?.cancel();
		for (const one of [...conference.participants]) {
			this.remove(conference, one);
			if (one.workNo) this.tellLeft(conference, one);
		}
	}

	/** More minutes, as far as a conference may last; says how many. */
	prolong(conference: Conference, minutes: number, most: number): number {
		const added = Math.min(minutes, most - conference.minutes);
		conference.minutes += added;
		this.arm(conference);
		return added;
	}

	/** Everybody who is in it, but for the participant itself, is told what has changed about one. */
	tellChange(
		conference: Conference,
		changed: Participant,
		changeType: number,
		{
			result = 0,
			reason = reasons.none,
			toAll = false,
		}: { result?: number; reason?: number; toAll?: boolean } = {},
	): void {
		for (const { workNo, state } of conference.participants) {
			if (!workNo || state !== 'joined' || (workNo === changed.workNo && !toAll)) continue;
			tell(this.world, workNo, 'AgentConf_ParticipantChanged', {
				result,
				changeReason: reason,
				changeType,
				confId: conference.confId,
				participant: changed.address,
				participantType: Number(changed.addressType),
				deviceCallType: changed.deviceCallType,
				deviceType: changed.deviceType,
			});
		}
	}

	signedOut(workNo: string): void {
		const found = this.of(workNo);
		if (!found) return;
		if (found.conference.chair === workNo) this.end(found.conference);
		else this.leave(found.conference, found.self, reasons.signedOut);
	}

	report(): object[] {
		return [...this.all.values()].map(({ timers: _, voice, phones: __, participants, ...conference }) => ({
			...conference,
			isPlaying: voice !== undefined,
			participants: participants.map(({ timer: ___, voice: ____, phone: _____, ...one }) => one),
		}));
	}

	private ready(conference: Conference): void {
		conference.isReady = true;
		// A text here, and a number in every other event.
		tell(this.world, conference.chair, 'AgentConf_RequestSuccess', { confId: String(conference.confId) });
		this.arm(conference);
	}

	/** Reminds the chair some time before the end, and ends it then (6.5.1.10.4). */
	private arm(conference: Conference): void {
		const { clock } = this.world;
		conference.timers.forEach((timer) => timer.cancel());
		const left = conference.began + conference.minutes * MINUTE - clock.now();
		const prompt = Math.min(conference.promptMinutes, conference.minutes - 1) * MINUTE;
		conference.timers = [later(this.world, left, () => this.end(conference))];
		if (left < prompt) return;
		const remind = (): void => {
			tell(this.world, conference.chair, 'AgentConf_Timeout', { confId: conference.confId });
		};
		conference.timers.push(later(this.world, left - prompt, remind));
	}

	private join(conference: Conference, joined: Participant): void {
		joined.state = 'joined';
		joined.enterTime = this.world.clock.now();
		this.tellChange(conference, joined, changes.joined);
		if (joined.workNo) {
			occupy(this.world, joined.workNo, 'talking');
			tell(this.world, joined.workNo, 'AgentConf_SelfJoinResult', { confId: conference.confId });
			recordCall(this.world, recorded(conference), joined);
		}
		const { phone } = joined;
		if (phone?.talkSeconds === undefined) return;
		joined.timer = later(this.world, phone.talkSeconds * 1000, () =>
			this.leave(conference, joined, reasons.hungUp),
		);
	}

	/** The telephones and agents of the call that the chair was in. */
	private bringAlong(conference: Conference, chair: string): void {
		for (const { call } of this.world.agentCalls.voiceOf(chair)) {
			const others = call.agents.filter(({ workNo }) => workNo !== chair);
			const addresses = [
				...others.map(({ workNo }) => ({ addressType: AGENT, address: workNo, deviceType: AGENT_DEVICE })),
				...call.phones.map(({ number }) => ({ addressType: PHONE, address: number })),
			];
			for (const member of call.agents) stopRecording(this.world, call, member);
			call.phones.forEach(({ timer }) => timer?.cancel());
			call.ended = this.world.clock.now();
			for (const address of addresses) {
				const along = participant(address);
				conference.participants.push(along);
				this.join(conference, along);
			}
		}
	}

	private isAsked(invited: Participant): boolean {
		const all = [...this.all.values()].flatMap(({ participants }) => participants);
		return all.some((one) => one !== invited && one.workNo === invited.workNo);
	}

	private remove(conference: Conference, gone: Participant): void {
		conference.participants = conference.participants.filter((one) => one !== gone);
		for (const timer of [gone.timer, gone.voice, gone.phone?.timer]) timer?.cancel();
	}

	private tellLeft(conference: Conference, gone: Participant): void {
		const { world } = this;
		stopRecording(world, recorded(conference), gone);
		world.agentCalls.telephones.putDown(gone.workNo);
		if (gone.state === 'joined') {
			tell(world, gone.workNo, 'AgentConf_SelfLeaveResult', { confId: conference.confId });
		}
		release(world, gone.workNo);
	}
}

/** What a recording says of a conference. */
const recorded = ({ callId, chair, confId }: Conference): Recorded => ({
	callId,
	caller: chair,
	called: String(confId),
	mediaAbility: 1,
});

const participant = ({ addressType, address, deviceCallType = 0, deviceType = 0 }: Address): Participant => ({
	addressType,
	address,
	deviceCallType,
	deviceType,
	workNo: addressType === AGENT ? address : '',
	state: 'ringing',
	attribute: 3,
	channel: 'talking',
});
