import type { Clock, Scheduled } from '../clock';
import type { Agent } from '../contact-centre/state';
import { EventQueue } from './event-queue';
import { Guids } from './guids';
import type { Pauses } from './pauses';
import { gatewayStates, isOnCall, PRE_REST, type State } from './states';

/** What was chosen at signing in (tables 6-3, 6-9 and 6-80). */
export interface SignInOptions {
	phoneNumber: string;
	autoAnswer: boolean;
	autoEnterIdle: boolean;
	/** Whether the phone is put down after every call. */
	releasePhone: boolean;
	/** Whether the phone is lifted by its agent alone (6.1.2.23). */
	phoneLinkage: boolean;
	/** 4 has a phone, 11 has video as well. */
	agentType: number;
	/** Signed in to CTIServer, WebM and MailM: T or F each. */
	mediaServers: string;
	/** An inspector who wants to know who signs in and out. */
	listens: boolean;
	/** Where events are pushed to; otherwise they are polled for. */
	push?: { url: string; serviceToken: string };
}

/** What an agent has been doing, and since when. */
export interface PastState {
	state: State;
	reason: number;
	since: number;
}

/** A signed-in agent: from signing in to signing out, after which there is another object for the next session. */
export class OnlineAgent {
	readonly workNo: string;
	readonly events: EventQueue;
	readonly guids: Guids;
	readonly loginTime: number;
	/** The queues joined, which need not be all those configured (6.1.1.8). */
	readonly queues = new Set<number>();
	state: State = 'idle';
	lastState?: State;
	stateSince: number;
	/** Why the agent is busy or at rest; 0 for no reason. */
	reason = 0;
	/** What was asked for during a call, and is done after it. */
	preBusy?: { reason: number };
	preRest?: { seconds: number; cause: number };
	restReminder?: Scheduled;
	/** Whether calls are taken at all (6.1.1.22). */
	talkRight = true;
	customState?: number;
	/** Of the last poll, or of the last heartbeat where events are pushed. */
	lastSign: number;
	/** The gateway is being switched over: what happens is not told, and nothing can be asked. */
	recovering = false;
	over = false;
	/** Takes note of what the agent has done until now. */
	leave = (_past: PastState): void => {};
	/** Brings events to a receiver, where they are pushed. */
	deliver = async (): Promise<void> => {};

	constructor(
		readonly account: Agent,
		readonly options: SignInOptions,
		public node: string,
		readonly clock: Clock,
		/** Those of the sessions before as well. */
		readonly pauses: Pauses,
	) {
		const now = clock.now();
		this.workNo = String(account.workNo);
		this.loginTime = now;
		this.stateSince = now;
		this.lastSign = now;
		this.guids = new Guids(node, now);
		this.events = new EventQueue(clock);
	}

	/** Whether a call could be given to the agent now. */
	get isAvailable(): boolean {
		return this.state === 'idle' && this.talkRight && !this.over;
	}

	get isOnCall(): boolean {
		return isOnCall(this.state);
	}

	/** By table 6-452. */
	get gatewayState(): number {
		return this.preRest ? PRE_REST : gatewayStates[this.state];
	}

	/** Tells the agent. Whoever needs to know when a pushed event has arrived waits for this, nobody else has to. */
	async put(eventType: string, content: unknown = null): Promise<void> {
		if (this.recovering || this.over) return;
		this.events.add({ eventType, workNo: this.workNo, content });
		await this.deliver();
	}

	enter(state: State, reason = 0): void {
		this.leave({ state: this.state, reason: this.reason, since: this.stateSince });
		this.restReminder?.cancel();
		this.restReminder = undefined;
		this.lastState = this.state;
		this.state = state;
		this.reason = reason;
		this.stateSince = this.clock.now();
		this.pauses.enter(state);
	}
}
