import type { OnlineAgent } from '../agent-gateway/online-agent';
import type { World } from '../world';

/** The CTI platform below: the older one lacks some interfaces (0100003). */
export type Platform = 'V3R6' | 'V3R8';

interface Session {
	workNo: string;
	began: number;
	ended?: number;
	phoneNumber: string;
	agentType: number;
}

/** A call that waits for one agent and for nobody else. */
export interface PrivateCall {
	callId: string;
	workNo: number;
	caller: string;
	called: string;
	since: number;
}

/** As long as a call waits in a queue. */
const PRIVATE_MS = 60_000;

/** What monitoring itself knows, beside what it sees of agents, queues and calls. */
export class Cms {
	platform: Platform = 'V3R8';
	/** Before that, nobody knows anything. */
	readonly began: number;
	private readonly past: Session[] = [];
	private privateCalls: PrivateCall[] = [];

	constructor(private readonly world: World) {
		this.began = world.clock.now();
		world.agents.onSignedOut((agent) => this.past.push({ ...sessionOf(agent), ended: world.clock.now() }));
	}

	/** When agents were signed in, those who are included, oldest first. */
	get sessions(): Session[] {
		return [...this.past, ...this.world.agents.all().map(sessionOf)].sort((one, other) => one.began - other.began);
	}

	/** Nobody makes such calls here: they come by the control, and give up. */
	addPrivateCall(call: Pick<PrivateCall, 'workNo' | 'caller'>): PrivateCall {
		const [{ accessCode }] = this.world.tenant.accessCodes;
		const added = { ...call, called: accessCode, callId: this.world.agentCalls.nextId(), since: this.world.clock.now() };
		this.privateCalls.push(added);
		return added;
	}

	get waitingPrivately(): PrivateCall[] {
		this.privateCalls = this.privateCalls.filter(({ since }) => this.world.clock.now() < since + PRIVATE_MS);
		return this.privateCalls;
	}
}

const sessionOf = ({ workNo, loginTime, options: { phoneNumber, agentType } }: OnlineAgent): Session => ({
	workNo,
	began: loginTime,
	phoneNumber,
	agentType,
});
