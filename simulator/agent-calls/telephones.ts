import type { Scheduled } from '../clock';
import type { World } from '../world';
import { agentOf, later, tell } from './desk';

/** From ringing until a softphone has lifted itself. */
const LIFT_MS = 1000;
/** Table of 6.5.1.7.2: who hung up. */
export const HUNG_UP_BY = { agent: 2, platform: 3 } as const;

interface Lifting {
	type: string;
	then: () => void;
	refused?: () => void;
	timer?: Scheduled;
}

/**
 * The telephones of the agents. One that is off the hook stays so for the next call; one that is not rings first, and
 * lifts itself unless it is linked (6.1.2.23): a linked telephone is lifted by its agent.
 */
export class Telephones {
	private readonly offHook = new Set<string>();
	private readonly taken = new Set<string>();
	private readonly lifting = new Map<string, Lifting>();

	constructor(private readonly world: World) {}

	lift(workNo: string, type: string, then: () => void, refused?: () => void): void {
		if (this.offHook.has(workNo)) return then();
		const lifting: Lifting = { type, then, refused };
		this.lifting.set(workNo, lifting);
		tell(this.world, workNo, 'AgentOther_PhoneAlerting');
		if (agentOf(this.world, workNo)?.options.phoneLinkage) return;
		lifting.timer = later(this.world, LIFT_MS, () => this.pickUp(workNo));
	}

	/** For something that is no call: until it is given back, no call is put through. */
	take(workNo: string, then: () => void, refused?: () => void): void {
		this.taken.add(workNo);
		this.lift(workNo, 'unknown', then, refused);
	}

	isTaken(workNo: string): boolean {
		return this.taken.has(workNo);
	}

	giveBack(workNo: string): void {
		this.taken.delete(workNo);
		if (this.world.agentCalls.voiceOf(workNo).length === 0) this.putDown(workNo);
		const agent = agentOf(this.world, workNo);
		if (agent) this.world.agents.offer(agent);
	}

	/** A linked telephone rings until its agent does something about it. */
	waitsForAgent(workNo: string): boolean {
		const lifting = this.lifting.get(workNo);
		return lifting !== undefined && lifting.timer === undefined;
	}

	/** Whether a telephone rang. */
	pickUp(workNo: string): boolean {
		const lifting = this.lifting.get(workNo);
		if (!lifting) return false;
		this.lifting.delete(workNo);
		lifting.timer?.cancel();
		this.offHook.add(workNo);
		tell(this.world, workNo, 'AgentOther_PhoneOffhook', { type: lifting.type });
		lifting.then();
		return true;
	}

	/** The agent does not lift the receiver. */
	refuse(workNo: string): boolean {
		const lifting = this.lifting.get(workNo);
		if (!lifting) return false;
		this.lifting.delete(workNo);
		lifting.timer?.cancel();
		tell(this.world, workNo, 'AgentOther_PhoneRelease', { phoneState: HUNG_UP_BY.agent });
		lifting.refused?.();
		return true;
	}

	/** The last call is over: the telephone is put down, unless its agent wanted it to stay off the hook (6.1.1.1). */
	putDown(workNo: string, by: number = HUNG_UP_BY.platform): void {
		if (this.taken.has(workNo)) return;
		const wasRinging = this.lifting.get(workNo);
		wasRinging?.timer?.cancel();
		this.lifting.delete(workNo);
		const isOff = this.offHook.has(workNo);
		if (!isOff && !wasRinging) return;
		if (isOff && !agentOf(this.world, workNo)?.options.releasePhone) return;
		this.offHook.delete(workNo);
		tell(this.world, workNo, 'AgentOther_PhoneRelease', { phoneState: by });
	}

	/** A call is not answered: the telephone goes down whether it rang or not, as 6.1.2.22 has it. */
	reject(workNo: string): void {
		this.forget(workNo);
		tell(this.world, workNo, 'AgentOther_PhoneRelease', { phoneState: HUNG_UP_BY.platform });
	}

	forget(workNo: string): void {
		this.lifting.get(workNo)?.timer?.cancel();
		this.lifting.delete(workNo);
		this.offHook.delete(workNo);
		this.taken.delete(workNo);
	}
}
