import { Refusal } from '../interface';
import type { World } from '../world';
import { codes, refuse } from './codes';
import { OnlineAgent, type PastState, type SignInOptions } from './online-agent';
import { Passwords } from './passwords';
import { Pauses } from './pauses';
import { Pusher } from './push';
import type { State } from './states';
import { Traffic } from './traffic';
import { WaitingCalls } from './waiting-calls';

/** 6.1.1.1 and 6.1.1.3: without a poll or a heartbeat for so long, an agent is signed out. */
const SILENCE_MS = 2 * 60 * 1000;
const VIDEO = 11;
const SECOND = 1000;
export const NODES = ['AgentGateway1', 'AgentGateway2'];

type Listener = (agent: OnlineAgent) => void;

/** What an agent's calls look like to 6.1.1.25. */
export interface CallView {
	callinfo: unknown;
	/** Fields of table 6-91 that differ from those of an agent without calls. */
	agentStateInfo: Record<string, unknown>;
}

/**
 * Agents who are signed in to the gateway, and what may be done with them from outside:
 *
 * - `find(workNo)`: the signed-in agent of this number, undefined when there is none; `get(workNo)` refuses with
 *   100-006 instead; `all()`: every one of them.
 * - An agent has `workNo`, `state`, `isOnCall`, `isAvailable`, `queues` (joined), `talkRight`, and in `options` the
 *   `phoneNumber`, `autoAnswer`, `autoEnterIdle`, `releasePhone` and `agentType`. `over` is true after signing out.
 * - `agent.put(eventType, content?)`: tells the agent an event of 6.5.1. It resolves when a pushed event has been
 *   answered: tasks of the clock return it, so that moving the clock waits for receivers.
 * - `told()`: resolves when every pushed event has been answered; the functions below do not wait for that.
 * - `occupy(agent, 'occupied' | 'answering' | 'talking')`: a call has the agent. No event of its own: which ones there
 *   are, and in which order, is up to the call (AgentState_Busy included).
 * - `release(agent, next?)`: the call is over. What the agent asked for during the call comes first (rest, busy), then
 *   `next`, if given, then idle or wrap-up as 6.1.1.17 has it. It tells the agent which, and gives the new state.
 * - `onIdle(listener)`: called when an agent could be given a call: it has become idle, joined queues while idle, or
 *   takes calls again. `onSignedOut(listener)`: called after signing out, of whatever kind, so that calls may end.
 * - `waiting`: calls that wait in queues, for the queries of 5.2.5 to 5.2.9.
 * - `describeCalls = (agent) => …`: what 6.1.1.25 says about calls.
 */
export class Agents {
	readonly passwords: Passwords;
	readonly traffic: Traffic;
	readonly waiting = new WaitingCalls();
	describeCalls: (agent: OnlineAgent) => CallView = () => ({ callinfo: null, agentStateInfo: {} });
	private readonly online = new Map<string, OnlineAgent>();
	private readonly pushers = new WeakMap<OnlineAgent, Pusher>();
	/** Whoever has ever been signed in. */
	private readonly known = new Set<string>();
	private readonly pauses = new Map<string, Pauses>();
	private readonly pastListeners: Array<(agent: OnlineAgent, past: PastState) => void> = [];
	private readonly idleListeners: Listener[] = [];
	private readonly signedOutListeners: Listener[] = [];

	constructor(private readonly world: World) {
		this.passwords = new Passwords(() => world.clock.now());
		this.traffic = new Traffic(world.clock);
	}

	find(workNo: string | number): OnlineAgent | undefined {
		return this.online.get(String(workNo));
	}

	get(workNo: string | number): OnlineAgent {
		return this.find(workNo) ?? refuse(codes.notSignedIn, 'The agent is not signed in.');
	}

	all(): OnlineAgent[] {
		return [...this.online.values()];
	}

	onIdle(listener: Listener): void {
		this.idleListeners.push(listener);
	}

	/** Called whenever an agent begins to do something else, with what is over. */
	onPast(listener: (agent: OnlineAgent, past: PastState) => void): void {
		this.pastListeners.push(listener);
	}

	onSignedOut(listener: Listener): void {
		this.signedOutListeners.push(listener);
	}

	async told(): Promise<void> {
		await Promise.all(this.all().map((agent) => agent.deliver()));
	}

	/** Says that this agent can be given a call, if that is so. */
	offer(agent: OnlineAgent): void {
		for (const listener of this.idleListeners) if (agent.isAvailable) listener(agent);
	}

	occupy(agent: OnlineAgent, state: 'occupied' | 'answering' | 'talking'): void {
		agent.enter(state);
	}

	release(agent: OnlineAgent, next?: 'idle' | 'busy' | 'work'): State {
		if (agent.over) return agent.state;
		const { preBusy, preRest } = agent;
		agent.preBusy = undefined;
		agent.preRest = undefined;
		if (preRest) this.rest(agent, preRest.seconds, preRest.cause);
		else if (preBusy) this.busy(agent, preBusy.reason);
		else if (next === 'busy') this.busy(agent, 0);
		else if ((next ?? (agent.options.autoEnterIdle ? 'idle' : 'work')) === 'idle') {
			this.idle(agent, 'AgentState_Ready');
		} else {
			agent.enter('work');
			void agent.put('AgentState_Work');
		}
		return agent.state;
	}

	idle(agent: OnlineAgent, eventType: string): void {
		agent.enter('idle');
		void agent.put(eventType);
		this.offer(agent);
	}

	busy(agent: OnlineAgent, reason: number): void {
		agent.enter('busy', reason);
		void agent.put('AgentState_SetNotReady_Success', { reason: String(reason) });
	}

	/** The agent is reminded when the time is over, and stays at rest (6.5.1.1.8). */
	rest(agent: OnlineAgent, seconds: number, cause: number): void {
		agent.enter('rest', cause);
		void agent.put('AgentState_SetRest_Success', { reason: String(cause) });
		agent.pauses.lasts(seconds);
		agent.restReminder = agent.clock.after(
			seconds * SECOND,
			async () => await agent.put('AgentState_Rest_Timeout'),
		);
	}

	/** 6.1.1.1, 6.1.1.2 and 6.1.1.23. */
	signIn(
		workNo: string,
		password: string,
		options: SignInOptions,
		wishes: { status: number; force: boolean; phoneLinkage: boolean },
	): OnlineAgent {
		const account = this.world.centre.agentByWorkNo(Number(workNo));
		if (!account) return refuse(codes.wrongPassword, 'The user name or the password is wrong.');
		this.passwords.check(account, password);
		if (options.agentType === VIDEO && account.agentType !== VIDEO) {
			refuse(codes.agentType, 'The agent has no video.');
		}
		const before = this.online.get(workNo);
		if (before && !wishes.force) refuse(codes.alreadySignedIn, 'The agent is signed in already.');
		if (before?.isOnCall) refuse(codes.cannotBeForcedOut, 'The agent is in a call.');
		if (before) void this.signOut(before);
		const agent = new OnlineAgent(account, options, NODES[0], this.world.clock, this.pausesOf(workNo));
		agent.leave = (past) => {
			for (const listener of this.pastListeners) listener(agent, past);
		};
		this.online.set(workNo, agent);
		this.known.add(workNo);
		if (options.push) this.startPushing(agent, options.push);
		this.watch(agent);
		this.tellOfSignIn(agent, wishes);
		return agent;
	}

	/** Of whatever kind: the session is over, and who still listens is told (6.5.1.8.2). */
	async signOut(agent: OnlineAgent): Promise<void> {
		if (!this.end(agent, 'The agent has signed out.', String(agent.loginTime))) return;
		this.tellInspectors('QC_AgentState_Logout', agent);
		await this.pushers.get(agent)?.last();
	}

	/** The session is over, and nobody is told. */
	forget(agent: OnlineAgent): void {
		this.end(agent, 'The agent is not signed in.');
	}

	/** Whether a request with this Guid is one of this agent's. */
	admit(workNo: string, guid: unknown, isSignOut: boolean): OnlineAgent {
		const agent = this.online.get(workNo);
		if (!agent) {
			if (isSignOut && this.known.has(workNo)) refuse(codes.alreadySignedOut, 'The agent has signed out.');
			return this.get(workNo);
		}
		if (!agent.guids.accepts(guid, agent.clock.now())) {
			refuse(codes.notAllowed, 'The Guid is not that of the session.');
		}
		if (agent.recovering) refuse(codes.recovering, 'The agent is being recovered.');
		return agent;
	}

	pausesOf(workNo: string): Pauses {
		const known = this.pauses.get(workNo);
		if (known) return known;
		const added = new Pauses(this.world.clock);
		this.pauses.set(workNo, added);
		return added;
	}

	pusherOf(agent: OnlineAgent): Pusher | undefined {
		return this.pushers.get(agent);
	}

	/** 6.5.1.11: the other node takes over, and what has not been told by then, or happens meanwhile, never is. */
	async failOver(agent: OnlineAgent, seconds = 0): Promise<void> {
		agent.events.clear();
		agent.node = NODES[(NODES.indexOf(agent.node) + 1) % NODES.length];
		agent.guids.moveTo(agent.node);
		const recover = async (): Promise<void> => {
			agent.recovering = false;
			await agent.put('Agent_Recover', { agentStatus: String(agent.gatewayState) });
		};
		if (seconds === 0) return await recover();
		agent.recovering = true;
		agent.events.dismiss(new Refusal(codes.recovering, 'The agent is being recovered.'));
		agent.clock.after(seconds * SECOND, recover);
	}

	/** Signs of life come in real time: nobody grows older for now. */
	stayAlive(): void {
		for (const agent of this.all()) {
			agent.lastSign = agent.clock.now();
			agent.guids.stay(agent.lastSign);
		}
	}

	/** The simulator ends: nobody waits any longer. */
	close(): void {
		for (const agent of this.all()) this.forget(agent);
	}

	report(): object[] {
		return this.all().map((agent) => {
			const now = agent.clock.now();
			const { workNo, options, node, state, events, lastSign, loginTime, queues, reason, talkRight } = agent;
			return {
				workNo,
				phoneNumber: options.phoneNumber,
				mode: options.push ? 'push' : 'poll',
				node,
				loginTime: new Date(loginTime).toISOString(),
				guidAge: now - agent.guids.current(now).at,
				lastSign: new Date(lastSign).toISOString(),
				state,
				reason,
				queues: [...queues],
				talkRight,
				autoAnswer: options.autoAnswer,
				autoEnterIdle: options.autoEnterIdle,
				customState: agent.customState ?? null,
				waitingEvents: events.length,
				waitingPolls: events.polls,
				overlaps: this.traffic.overlaps(workNo),
			};
		});
	}

	private tellOfSignIn(agent: OnlineAgent, wishes: { status: number; phoneLinkage: boolean }): void {
		void agent.put('AgentOther_InService');
		void agent.put('AgentState_Ready');
		if (wishes.status === 3) this.busy(agent, 0);
		else if (wishes.status === 5) {
			agent.enter('work');
			void agent.put('AgentState_Work');
		}
		if (wishes.phoneLinkage) void agent.put('AgentEvent_linkageCapability', { result: 0 });
		this.tellInspectors('QC_AgentState_Login', agent);
		this.offer(agent);
	}

	/** 6.5.1.6.1. */
	private tellInspectors(subtype: string, { workNo }: OnlineAgent): void {
		for (const inspector of this.all()) {
			if (!inspector.options.listens || inspector.workNo === workNo) continue;
			void inspector.put('QC_AgentState_Notify', {
				subtype,
				monitoredagent: workNo,
				agentname: workNo,
				mediaserver: 'CtiServer',
				jsonKey: ['subtype', 'monitoredagent', 'agentname', 'mediaserver'],
			});
		}
	}

	private startPushing(agent: OnlineAgent, target: { url: string; serviceToken: string }): void {
		const giveUp = async (): Promise<void> => await this.signOut(agent);
		const pusher = new Pusher(agent, this.world.callbacks, target, giveUp);
		this.pushers.set(agent, pusher);
		agent.deliver = async () => await pusher.flush();
	}

	private watch(agent: OnlineAgent): void {
		const { clock } = agent;
		clock.at(agent.lastSign + SILENCE_MS, async () => {
			if (agent.over) return;
			if (clock.now() >= agent.lastSign + SILENCE_MS) await this.signOut(agent);
			else this.watch(agent);
		});
	}

	private end(agent: OnlineAgent, message: string, loginTime?: string): boolean {
		if (agent.over) return false;
		this.online.delete(agent.workNo);
		agent.restReminder?.cancel();
		agent.pauses.enter(undefined);
		agent.over = true;
		if (loginTime === undefined) agent.events.clear();
		else {
			agent.events.add({
				eventType: 'AgentOther_ShutdownService',
				workNo: agent.workNo,
				content: { loginTime },
			});
		}
		agent.events.dismiss(new Refusal(codes.notSignedIn, message));
		for (const listener of this.signedOutListeners) listener(agent);
		return true;
	}
}
