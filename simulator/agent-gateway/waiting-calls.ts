/** A call that waits in a skill queue for an agent. */
export interface WaitingCall {
	/** Seconds since 1970 and a number, as everywhere. */
	callId: string;
	skillId: number;
	since: number;
}

/** Who waits in which queue: calls put themselves in and take themselves out, queries only look. */
export class WaitingCalls<C extends WaitingCall = WaitingCall> {
	private calls: C[] = [];

	add(call: C): void {
		this.calls.push(call);
	}

	remove(callId: string): void {
		this.calls = this.calls.filter((call) => call.callId !== callId);
	}

	/** The one that has waited longest comes first. */
	of(skillId: number): C[] {
		return this.calls.filter((call) => call.skillId === skillId).sort((one, other) => one.since - other.since);
	}
}
