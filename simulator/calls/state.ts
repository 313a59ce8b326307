import type { World } from '../world';
import { CallOutcomes } from './call-outcomes';
import { endCall, placeCall } from './life';

/** 0 waits, 1 is being made, 2 is talking, 3 is over (table 6-366). */
export type CallState = 0 | 1 | 2 | 3;

/** Table 6-365: 1 two-party calls of CEC, 3 notifications, 4 two-party calls of ITA. Nothing here makes calls of type 2. */
export const TWO_PARTY = '1';
export const NOTIFICATION = '3';
export const ITA = '4';

export interface PhoneCall {
	callSerialNo: string;
	/** The id that the call has in the CTI platform. */
	callId: string;
	taskType: string;
	/** The number of the agent; notifications have none. */
	caller?: string;
	called: string;
	callData?: string;
	/** The number that the customer sees, and the one that the agent sees. */
	callerPresent?: string;
	agentPresent?: string;
	workNo?: string;
	state: CallState;
	reasonCode?: number;
	startTime: number;
	agentAlertingTime?: number;
	agentTalkingTime?: number;
	agentReleaseTime?: number;
	alertingTime?: number;
	talkingTime?: number;
	releaseTime?: number;
	/** Where to tell that it is over, when the request named a place of its own. */
	callBackUrl?: string;
	/** The size of its recording, when a test wants another than the talk makes. */
	recordingBytes?: number;
	/** What a notification plays, as requested. */
	play?: unknown;
}

export type NewCall = Pick<PhoneCall, 'taskType' | 'called'> & Partial<PhoneCall>;

export interface Talking {
	callSerialNo: string;
	callId: string;
	workNo?: string;
	caller?: string;
	called: string;
	/** When they will have finished, on the simulated clock. */
	until: number;
}

/** Two-party calls, voice notifications, and what ITA reports. */
export class Calls {
	/** By callSerialNo, oldest first. */
	readonly all = new Map<string, PhoneCall>();
	readonly going = new Set<PhoneCall>();
	readonly outcomes: CallOutcomes;
	/** Recordings of coming calls are this long whatever the talk. */
	recordingBytes?: number;
	private readonly listeners: Array<(talking: Talking) => void> = [];
	private lastCall = 0;

	constructor(private readonly world: World) {
		this.outcomes = new CallOutcomes(world.random);
	}

	/** Takes note of a call and starts it. */
	create(fields: NewCall): PhoneCall {
		const call = this.add(fields);
		this.going.add(call);
		placeCall(this.world, call);
		return call;
	}

	/** Takes note of a call that has been made elsewhere, or that only a load test has. */
	add(fields: NewCall): PhoneCall {
		const now = this.world.clock.now();
		const call: PhoneCall = {
			callSerialNo: this.serialNo(),
			callId: `${Math.floor(now / 1000)}-${++this.lastCall}`,
			state: 0,
			startTime: now,
			...fields,
		};
		this.all.set(call.callSerialNo, call);
		return call;
	}

	/** A call of this kind that is not over yet. */
	unfinished(taskType: string, called: string, caller?: string): PhoneCall | undefined {
		return [...this.going].find(
			(call) => call.taskType === taskType && call.called === called && call.caller === caller,
		);
	}

	byCallId(callId: string): PhoneCall | undefined {
		return [...this.all.values()].find((call) => call.callId === callId);
	}

	/** Called whenever the customer answers. */
	onTalking(listener: (talking: Talking) => void): void {
		this.listeners.push(listener);
	}

	talking(call: PhoneCall, until: number): void {
		const { callSerialNo, callId, workNo, caller, called } = call;
		for (const listener of this.listeners) listener({ callSerialNo, callId, workNo, caller, called, until });
	}

	async end(call: PhoneCall, reason: number): Promise<void> {
		this.going.delete(call);
		await endCall(this.world, call, reason);
	}

	/** Nineteen digits: more than a double can hold, as in the samples. With the time in them, for no start to repeat them. */
	private serialNo(): string {
		for (;;) {
			const serialNo = `1${Math.floor(this.world.clock.now())}${this.world.random.digits(5)}`;
			if (!this.all.has(serialNo)) return serialNo;
		}
	}
}
