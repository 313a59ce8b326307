import type { OnlineAgent, PastState } from '../agent-gateway/online-agent';
import type { State } from '../agent-gateway/states';
import type { World } from '../world';

/** Table 13-134. Talking has a type for chats only. */
const types: Partial<Record<State, number>> = { idle: 2, busy: 3, rest: 26, work: 27 };
const SIGNED_IN = 1;
const SIGNED_OUT = 0;
const NO_CAUSE = -1;
const BY_THE_AGENT = 258;
const MADE_BUSY_BY_ONESELF = 1;

export interface PastOperation {
	workNo: string;
	phone: string;
	loginTime: number;
	type: number;
	cause: number;
	began: number;
	ended: number;
}

/** What agents have done, for the index of 13.2.1.6. */
export class Operations {
	private readonly over: PastOperation[] = [];

	constructor(private readonly world: World) {
		world.agents.onPast((agent, past) => this.note(agent, past));
		world.agents.onSignedOut((agent) => {
			this.note(agent, { state: agent.state, reason: agent.reason, since: agent.stateSince });
			const now = world.clock.now();
			this.over.push(signedIn(agent), operation(agent, SIGNED_OUT, BY_THE_AGENT, now, now));
		});
	}

	/** By their beginning. */
	all(): PastOperation[] {
		return [...this.over, ...this.world.agents.all().map(signedIn)].sort((a, b) => a.began - b.began);
	}

	private note(agent: OnlineAgent, { state, reason, since }: PastState): void {
		const type = types[state];
		const now = this.world.clock.now();
		if (type === undefined || now === since) return;
		const cause = { busy: reason || MADE_BUSY_BY_ONESELF, rest: reason, work: 0 }[state as string] ?? NO_CAUSE;
		this.over.push(operation(agent, type, cause, since, now));
	}
}

const signedIn = (agent: OnlineAgent): PastOperation =>
	operation(agent, SIGNED_IN, NO_CAUSE, agent.loginTime, agent.loginTime);

function operation(
	{ workNo, options, loginTime }: OnlineAgent,
	type: number,
	cause: number,
	began: number,
	ended: number,
): PastOperation {
	return { workNo, phone: options.phoneNumber ?? '', loginTime, type, cause, began, ended };
}
