/**
 * The one owner of an agent: signs in, listens or gives signs of life, signs in again when the session was lost, and
 * signs out at the end. It lives in one process, which n8n chooses (the one that leads); nobody else may poll.
 */
import { sleep } from 'n8n-workflow';

import type { AgentSession } from '../../cec/auth/agentSession';
import { SESSION_OVER, SIGNED_IN_ELSEWHERE } from '../../cec/families/agentGateway';
import { askDirectly, type Asked } from '../../cec/run/askDirectly';
import { session as sessions } from '../HuaweiCecAgentWorkspace/resources/session';
import type { AgentEvent } from './events/index';
import { claim } from './owners';
import { agentEvent, POLL_TIMEOUT_MS } from './poll';
import { serviceToken } from './serviceToken';
import type { OwnEvent } from './items';
import type { Settings } from './settings';
import { credentialOf, signIn, signOut, signOutNow, type Context, type Receiver, type SignedIn } from './signIn';

/** 6.1.4.1 wants 200 to 500 ms between polls, and more than a second after a failure. */
const BETWEEN_POLLS_MS = 300;
const AFTER_A_FAILURE_MS = 1_000;
const LONGEST_WAIT_MS = 30_000;
/** A session that nobody holds any more ends after two minutes. */
const OLD_SESSION_ENDS_MS = 150_000;
const FAILED_OVER = 'Agent_Recover';

export interface Listener {
	/** An event that was polled. */
	event(event: AgentEvent, session: AgentSession): void;
	own(name: OwnEvent, agentId: string, session: AgentSession): void;
	/** The owner has given up. */
	stopped(problem: Problem): void;
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

export interface How {
	settings: Settings;
	listener: Listener;
	/** Where events are pushed to; without one they are polled. */
	receiver?: Receiver;
	/** Begins although the agent cannot be signed in yet, as when n8n starts while its last session still lives. */
	patient: boolean;
}

/** Begins to own the agent of the node's credential. Tells what is wrong when that cannot be. */
export async function ownAgent(context: Context, how: How): Promise<Ownership | Problem> {
	const credential = await credentialOf(context);
	const { name } = context.getNode();
	const workflow = context.getWorkflow();
	const claimed = await claim(`${String(credential.baseUrl)} ${String(credential.agentId)}`, `"${name}" of the workflow "${workflow.name ?? workflow.id}"`);
	if ('takenBy' in claimed) {
		return {
			message: `Agent ${String(credential.agentId)} belongs to the trigger ${claimed.takenBy}`,
			advice: 'An agent has one trigger only: unpublish that workflow, or use the credential of another agent here.',
		};
	}
	const owner = new Owner(context, how, String(credential.agentId));
	const problem = how.patient ? undefined : await owner.enter();
	if (problem) {
		claimed.release(Promise.resolve());
		return problem;
	}
	const done = owner.run().finally(() => claimed.release(Promise.resolve()));
	return {
		close: async () => {
			const left = owner.leave();
			// The next owner waits for both: a poll that is still under way would take its events.
			claimed.release(Promise.allSettled([left, done]));
			await left;
		},
	};
}

type Heard =
	| { event?: AgentEvent }
	/** `over` tells that the session has ended; otherwise it may go on. */
	| { over: boolean; message: string; missed: boolean };

class Owner {
	private session?: AgentSession;

	private left = false;

	private known?: string;

	private missed = false;

	constructor(
		private readonly context: Context,
		private readonly how: How,
		private readonly agentId: string,
	) {}

	/** Signs in once. */
	async enter(): Promise<Problem | undefined> {
		const signedIn = await signIn(this.context, this.how.settings, this.how.receiver);
		if (!('session' in signedIn)) return signedIn;
		this.begin(signedIn.session);
		return undefined;
	}

	/** Listens until it is left or has to give up. */
	async run(): Promise<void> {
		if (!this.session && !(await this.enterPatiently())) return;
		for (let failures = 0; !this.left; ) {
			const heard = await this.listen();
			if (this.left) return;
			if (!('message' in heard)) {
				failures = 0;
				const renewed = this.session?.guid !== this.known;
				await this.tell(heard.event);
				// The next request leaves a new session to the other processes, whose old one does not live for long.
				await sleep(this.how.receiver && !renewed ? this.how.settings.heartbeatMs : BETWEEN_POLLS_MS);
				continue;
			}
			this.missed ||= heard.missed;
			if (heard.over) {
				if (!(await this.enterAgain(heard.message))) return;
				continue;
			}
			this.how.listener.trouble(heard.message);
			await sleep(waitAfter((failures += 1)));
		}
	}

	async leave(): Promise<void> {
		this.left = true;
		const { session } = this;
		if (!session) return;
		const asked = await signOut(this.context, session);
		if ('error' in asked && !SESSION_OVER.has(asked.code ?? '')) {
			this.how.listener.trouble(`${asked.error.message}. The gateway signs the agent out two minutes after the last sign of life.`);
		}
	}

	private begin(session: AgentSession): void {
		this.session = session;
		this.known = session.guid;
		this.how.listener.own('signedIn', this.agentId, session);
	}

	private async listen(): Promise<Heard> {
		const { session } = this;
		if (!session) return { over: true, message: 'There is no session', missed: false };
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
		const token = serviceToken(await credentialOf(this.context), place, Date.now());
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
		if (event?.eventType !== FAILED_OVER) return;
		listener.own('eventsMissed', this.agentId, session);
		if (settings.signInAfterFailover) {
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
		for (let failures = 1; !this.left; failures += 1) {
			const signedIn = await signIn(this.context, this.how.settings, this.how.receiver);
			if ('session' in signedIn) return await this.stay(signedIn.session);
			if (!mayHelpLater(signedIn, Date.now() - begun)) {
				this.how.listener.stopped(signedIn);
				return false;
			}
			this.how.listener.trouble(signedIn.message);
			await sleep(waitAfter(failures));
		}
		return false;
	}

	private async stay(session: AgentSession): Promise<boolean> {
		// It may have been left while it was signing in.
		if (this.left) await signOut(this.context, session);
		else this.begin(session);
		return !this.left;
	}
}

function failed({ error, code = '' }: Exclude<Asked, { answer: unknown }>, missed: boolean): Heard {
	return { over: SESSION_OVER.has(code), message: error.message, missed };
}

function waitAfter(failures: number): number {
	return Math.min(LONGEST_WAIT_MS, AFTER_A_FAILURE_MS * 2 ** (failures - 1));
}

function mayHelpLater({ code, passing }: Exclude<SignedIn, { session: unknown }>, passedMs: number): boolean {
	return passing || (code === SIGNED_IN_ELSEWHERE && passedMs < OLD_SESSION_ENDS_MS);
}
