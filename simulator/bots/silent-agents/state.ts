import type { World } from '../../world';
import type { Conversation, SilentReply } from '../dialog/conversation';

/** Silent agents: what the platform waits for them to answer. The feed that tells them is described nowhere. */

/** The reference does not say how long the platform waits before the bot answers itself. */
const PATIENCE_MS = 20_000;

export interface Waiting {
	callId: string;
	nodeId: string;
	nodeIndex: number;
	saying: string;
	reply(reply: SilentReply): void;
}

export class SilentAgents {
	private readonly waiting = new Map<string, Waiting>();

	constructor(private readonly world: World) {}

	/** What a silent agent answers, or that none did in time. */
	async ask(conversation: Conversation, saying: string): Promise<SilentReply> {
		const { id: callId, nodeId, turns } = conversation;
		return await new Promise((resolve) => {
			const tooLate = this.world.clock.after(PATIENCE_MS, () => reply({ kind: 'leave' }));
			const reply = (given: SilentReply): void => {
				tooLate.cancel();
				this.waiting.delete(callId);
				resolve(given);
			};
			this.waiting.set(callId, { callId, nodeId, nodeIndex: turns.length, saying, reply });
		});
	}

	find(callId: string): Waiting | undefined {
		return this.waiting.get(callId);
	}

	/** The customer is gone, so nobody has to answer. */
	letGo(callId: string): void {
		this.find(callId)?.reply({ kind: 'leave' });
	}

	letAllGo(): void {
		for (const { callId } of [...this.waiting.values()]) this.letGo(callId);
	}

	report(): object[] {
		return [...this.waiting.values()].map(({ reply: _, ...waiting }) => waiting);
	}
}
