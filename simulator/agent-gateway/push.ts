import { setImmediate as nextTurn } from 'node:timers/promises';
import type { CallbackSender } from '../callbacks/sender';
import type { OnlineAgent } from './online-agent';

/** The reference is silent about both; public documents of the vendor name them. */
const RETRY_MS = 10_000;
const PATIENCE_MS = 120_000;

/** Brings the events of one agent to its receiver, oldest first, never two requests at a time (6.1.4.2). */
export class Pusher {
	private running?: Promise<void>;
	private failingSince?: number;
	private isWaiting = false;

	constructor(
		private readonly agent: OnlineAgent,
		private readonly callbacks: CallbackSender,
		private readonly target: { url: string; serviceToken: string },
		private readonly giveUp: () => Promise<void>,
	) {}

	/** Sends the token of the last heartbeat from now on (6.1.1.3). */
	changeToken(serviceToken: string): void {
		this.target.serviceToken = serviceToken;
	}

	async flush(): Promise<void> {
		if (this.isWaiting) return;
		this.running ??= this.run();
		await this.running;
	}

	/** After signing out: what is left is sent once. */
	async last(): Promise<void> {
		await this.running;
		await nextTurn();
		if (this.failingSince === undefined && this.agent.events.length > 0) await this.send();
	}

	private async run(): Promise<void> {
		// The answer to the request that caused the event goes out first, and takes no longer for the receiver.
		await nextTurn();
		while (!this.agent.over && this.agent.events.length > 0) {
			if (await this.send()) continue;
			this.running = undefined;
			await this.failed();
			return;
		}
		this.running = undefined;
	}

	private async send(): Promise<boolean> {
		const { agent, target } = this;
		const eventList = agent.events.all();
		const accepted = await this.callbacks.agentEvents(
			target.url,
			{ workNo: agent.workNo, eventList },
			{ service_token: target.serviceToken, Guid: agent.guids.current(agent.clock.now()).value },
		);
		if (!accepted) return false;
		agent.events.drop(eventList);
		this.failingSince = undefined;
		return true;
	}

	private async failed(): Promise<void> {
		const { clock, over } = this.agent;
		if (over) return;
		this.failingSince ??= clock.now();
		if (clock.now() >= this.failingSince + PATIENCE_MS) return await this.giveUp();
		this.isWaiting = true;
		clock.after(RETRY_MS, async () => {
			this.isWaiting = false;
			if (!this.agent.over) await this.flush();
		});
	}
}
