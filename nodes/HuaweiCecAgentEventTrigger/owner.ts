/**
 * The one owner of an agent: signs in, listens or gives signs of life, signs in again when the session was lost, and
 * signs out at the end. It lives in one process, which n8n chooses (the one that leads); nobody else may poll.
 */
import { sleep, type ICredentialDataDecryptedObject } from 'n8n-workflow';

import { AgentSession } from '../../cec/auth/agentSession';
import { IN_A_CALL, PASSING, SESSION_OVER, SIGNED_IN_ELSEWHERE } from '../../cec/families/agentGateway';
import { askDirectly, type Asked } from '../../cec/run/askDirectly';
import { Pause } from '../../cec/run/pause';
import { session as sessions } from '../HuaweiCecAgentWorkspace/resources/session';
import { isFailover, type AgentEvent } from './events/index';
import { claim, release, type AgentOwner, type Inheritance } from './owners';
import { agentEvent, POLL_TIMEOUT_MS } from './poll';
import { serviceToken } from './serviceToken';
import type { OwnEvent } from './items';
import { credentialOf, signIn, signOut, signOutNow, type Context, type Entered, type Receiver, type Refused, type Wish } from './signIn';

/** 6.1.4.1 wants 200 to 500 ms between polls, and more than a second after a failure. */
const BETWEEN_POLLS_MS = 300;
const AFTER_A_FAILURE_MS = 1_000;
/** Short enough for several attempts before a session that nobody holds ends. */
const LONGEST_WAIT_MS = 15_000;
/** A session that nobody holds any more ends after two minutes. */
const OLD_SESSION_ENDS_MS = 150_000;
/** n8n waits for triggers when it stops, but not for ever. */
const CLOSES_WITHIN_MS = 10_000;

export interface Listener {
	/** An event that was polled. */
	event(event: AgentEvent, session: AgentSession): void;
	own(name: OwnEvent, agentId: string, session: AgentSession): void;
	/** The owner has given up. */
	stopped(problem: Problem): void;
	/** The owner has tried for some minutes, and goes on. */
	stuck(problem: Problem): void;
	/** Something is wrong, and the owner goes on. */
	trouble(message: string): void;
}

export interface Problem {
	message: string;
	advice?: string;
}

export interface Ownership {
	/** Signs out. The agent is free for another owner a moment later. */
	close(): Promise<void>;
}

export interface How extends Wish {
	listener: Listener;
	/** Begins although the agent cannot be signed in yet, as when n8n starts while its last session still lives. */
	patient: boolean;
	/** A test in the editor. */
	isTest: boolean;
}

/** Begins to own the agent of the node's credential. Tells what is wrong when that cannot be. */
export async function ownAgent(context: Context, how: How): Promise<Ownership | Problem> {
	const credential = await credentialOf(context);
	const owner = new Owner(context, how, credential);
	const { agent } = AgentSession.none(credential);
	const claimed = await claim(agent, owner);
	if ('takenBy' in claimed) return taken(owner.agentId, claimed.takenBy, owner);
	const problem = await owner.begin(claimed.inheritance, () => release(agent, owner));
	return problem ?? { close: async () => await owner.close() };
}

function taken(agentId: string, by: AgentOwner, wanting: AgentOwner): Problem {
	if (by.isTest) return { message: `Agent ${agentId} is being tested by ${by.name}`, advice: 'Stop that test first.' };
	const message = `Agent ${agentId} belongs to the trigger ${by.name}`;
	if (!wanting.isTest) return { message, advice: 'An agent has one trigger only: unpublish that workflow, or use the credential of another agent here.' };
	const unpublish = by.workflowId === wanting.workflowId ? 'This workflow is published: unpublish it while you test' : 'Unpublish that workflow while you test';
	return { message, advice: `${unpublish}, or use the credential of another agent here.` };
}

type Heard =
	| { event?: AgentEvent }
	/** `over` tells that the session has ended; otherwise it may go on. */
	| { over: boolean; message: string; missed: boolean };

class Owner implements AgentOwner {
	readonly agentId: string;

	readonly name: string;

	readonly workflowId: string;

	readonly isTest: boolean;

	readonly place: string;

	readonly way: string | undefined;

	private session?: AgentSession;

	/** The last Guid that the listener was told of. */
	private known?: string;

	private missed = false;

	/** From the first sign-in until nothing is asked any more. */
	private life: Promise<void> = Promise.resolve();

	/** The sign-out at the end. */
	private leaving?: Promise<void>;

	/** The ways of those who want to be the next owner. */
	private readonly wanted = new Set<string | undefined>();

	/** What was told after the end, for the next owner. */
	private readonly unheard: AgentEvent[] = [];

	private readonly pause = new Pause();

	constructor(
		private readonly context: Context,
		private readonly how: How,
		private credential: ICredentialDataDecryptedObject,
	) {
		this.agentId = String(credential.agentId);
		const { id, name } = context.getWorkflow();
		const node = context.getNode();
		this.workflowId = String(id);
		this.name = `"${node.name}" of the workflow "${name ?? id}"`;
		this.isTest = how.isTest;
		this.place = `${how.isTest ? 'test' : 'production'} ${id} ${node.id}`;
		this.way = how.receiver?.url;
	}

	get isLeaving(): boolean {
		return this.leaving !== undefined;
	}

	/** Begins to listen, signed in unless it is patient; tells what is wrong when that cannot be. */
	async begin(inheritance: Inheritance | undefined, ended: () => void): Promise<Problem | undefined> {
		return await new Promise((begun, failed) => {
			const fail = (error: Error) => {
				failed(error);
				this.how.listener.stopped({ message: error.message });
			};
			this.life = this.live(inheritance, begun).catch(fail).finally(ended);
		});
	}

	/** Signs out, and waits for that as long as n8n has patience. */
	async close(): Promise<void> {
		await Promise.race([this.signedOut(), sleep(CLOSES_WITHIN_MS)]);
	}

	async giveWay(way: string | undefined): Promise<Inheritance | undefined> {
		this.wanted.add(way);
		void this.leave();
		await this.life;
		return this.session && { session: this.session, unheard: this.unheard };
	}

	private async live(inheritance: Inheritance | undefined, begun: (problem?: Problem) => void): Promise<void> {
		if (inheritance) {
			this.session = inheritance.session;
			this.known = inheritance.session.guid;
		} else if (!this.how.patient) {
			const signedIn = await signIn(this.context, this.how);
			if (!('session' in signedIn)) return begun(signedIn);
			await this.enter(signedIn);
		}
		begun();
		for (const event of inheritance?.unheard ?? []) await this.tell(event);
		if (this.session || (await this.enterPatiently())) await this.listenOn();
		await this.leaving;
		await this.staySignedInDuringACall();
	}

	/** Until it is left or has to give up. */
	private async listenOn(): Promise<void> {
		for (let failures = 0; this.session && !this.isLeaving; ) {
			const heard = await this.listen(this.session);
			if (this.isLeaving) return this.keep(heard);
			if (!('message' in heard)) {
				failures = 0;
				const renewed = this.session?.guid !== this.known;
				await this.tell(heard.event);
				// The next request leaves a new session to the other processes, whose old one does not live for long.
				await this.pause.of(renewed ? BETWEEN_POLLS_MS : this.betweenMs);
				continue;
			}
			this.missed ||= heard.missed;
			if (heard.over) {
				if (!(await this.enterAgain(heard.message))) return;
				continue;
			}
			this.how.listener.trouble(heard.message);
			await this.pause.of(waitAfter((failures += 1)));
		}
	}

	/**
	 * The gateway keeps an agent who is in a call, says nothing of it, and would end the call two minutes after the last sign of
	 * life. So these go on until the agent can go or has another owner here.
	 */
	private async staySignedInDuringACall(): Promise<void> {
		for (let last = Date.now(); this.session; ) {
			const heard = await this.listen(this.session);
			this.keep(heard);
			if (!this.session || this.wanted.has(this.way)) return;
			const isLost = 'message' in heard;
			if (!isLost) last = Date.now();
			else if (Date.now() - last > OLD_SESSION_ENDS_MS) this.session = undefined;
			await this.pause.of(isLost ? LONGEST_WAIT_MS : this.betweenMs);
			if (this.session && !this.wanted.has(this.way)) await this.signOut(this.session);
		}
	}

	private keep(heard: Heard): void {
		if ('message' in heard) this.session = heard.over ? undefined : this.session;
		else if (heard.event) this.unheard.push(heard.event);
	}

	private leave(): Promise<void> {
		this.leaving ??= this.session ? this.signOut(this.session) : Promise.resolve();
		this.pause.cut();
		return this.leaving;
	}

	private async signedOut(): Promise<void> {
		await this.leave();
		// Where it is just signing in, that has to be answered first; then it signs out.
		if (!this.session) await this.life;
	}

	/** Where the gateway refuses for good, signs of life end too. */
	private async signOut(session: AgentSession): Promise<void> {
		const asked = await signOut(this.context, session);
		if (!('error' in asked)) return;
		const { code, error } = asked;
		if (code !== undefined && !PASSING.has(code) && code !== IN_A_CALL) this.session = undefined;
		if (SESSION_OVER.has(code ?? '')) return;
		this.how.listener.trouble(`${error.message}. The gateway signs the agent out two minutes after the last sign of life.`);
	}

	private get betweenMs(): number {
		return this.how.receiver ? this.how.settings.heartbeatMs : BETWEEN_POLLS_MS;
	}

	private async listen(session: AgentSession): Promise<Heard> {
		return this.how.receiver ? await this.giveSign(session, this.how.receiver) : await this.poll(session);
	}

	private async poll(session: AgentSession): Promise<Heard> {
		const asked = await askDirectly(this.context, agentEvent.operations.poll, {}, { session, timeoutMs: POLL_TIMEOUT_MS, mostAttempts: 1 });
		if ('error' in asked) return failed(asked, asked.doubtful);
		const { event } = asked.answer as { event?: AgentEvent | null };
		return event?.eventType ? { event } : {};
	}

	/** A heartbeat (6.1.1.3). Events that could not be pushed meanwhile come later: none are missed. */
	private async giveSign(session: AgentSession, { place }: Receiver): Promise<Heard> {
		// As long as n8n cannot read it, the one before does.
		this.credential = await credentialOf(this.context).catch(() => this.credential);
		const token = serviceToken(this.credential, place, Date.now());
		const asked = await askDirectly(this.context, sessions.operations.keepAlive, { service_token: token }, { session, mostAttempts: 1 });
		return 'error' in asked ? failed(asked, false) : {};
	}

	private async tell(event?: AgentEvent): Promise<void> {
		const { session } = this;
		const { listener, settings } = this.how;
		if (!session) return;
		if (session.guid !== this.known) {
			this.known = session.guid;
			listener.own('sessionRenewed', this.agentId, session);
		}
		if (this.missed) listener.own('eventsMissed', this.agentId, session);
		this.missed = false;
		if (event) listener.event(event, session);
		if (event && isFailover(event) && settings.signInAfterFailover) {
			this.session = undefined;
			await signOutNow(this.context, session);
			await this.enterPatiently();
		}
	}

	/** After the session has ended without us. Whoever signed the agent in elsewhere is left alone. */
	private async enterAgain(message: string): Promise<boolean> {
		this.session = undefined;
		this.missed = true;
		if (!this.how.settings.signInAgain) {
			this.how.listener.stopped({ message: `Agent ${this.agentId} was signed out: ${message}`, advice: 'Unpublish the workflow and publish it again to sign the agent in.' });
			return false;
		}
		this.how.listener.trouble(`${message}. The agent is signed in again.`);
		return await this.enterPatiently();
	}

	/** Signs in, as often as that may help. An old session of the agent may have to end first. */
	private async enterPatiently(): Promise<boolean> {
		const begun = Date.now();
		for (let failures = 1, isStuck = false; !this.isLeaving; failures += 1) {
			const signedIn = await signIn(this.context, { ...this.how, byPerson: false });
			if ('session' in signedIn) return await this.enter(signedIn);
			const passedMs = Date.now() - begun;
			if (!mayHelpLater(signedIn, passedMs)) {
				this.how.listener.stopped(signedIn);
				return false;
			}
			this.how.listener.trouble(signedIn.message);
			if (!isStuck && passedMs > OLD_SESSION_ENDS_MS) {
				isStuck = true;
				this.how.listener.stuck(signedIn);
			}
			await this.pause.of(waitAfter(failures));
		}
		return false;
	}

	/** False when it was left while it was signing in. */
	private async enter({ session, notices }: Entered): Promise<boolean> {
		if (this.isLeaving) {
			await signOut(this.context, session);
			return false;
		}
		this.session = session;
		this.known = session.guid;
		notices.forEach((notice) => this.how.listener.trouble(notice));
		this.how.listener.own('signedIn', this.agentId, session);
		return true;
	}
}

function failed({ error, code = '' }: Exclude<Asked, { answer: unknown }>, missed: boolean): Heard {
	return { over: SESSION_OVER.has(code), message: error.message, missed };
}

function waitAfter(failures: number): number {
	return Math.min(LONGEST_WAIT_MS, AFTER_A_FAILURE_MS * 2 ** (failures - 1));
}

function mayHelpLater({ code, passing }: Refused, passedMs: number): boolean {
	return passing || (code === SIGNED_IN_ELSEWHERE && passedMs < OLD_SESSION_ENDS_MS);
}
