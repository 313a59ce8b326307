import { tell } from '../agent-calls/desk';
import type { World } from '../world';

/** Screens of agents that are being recorded (13.1.1.7, 13.1.1.8). Whether that works is told by an event alone. */
export class ScreenRecordings {
	private readonly going = new Set<string>();

	constructor(private readonly world: World) {}

	begin(workNo: string): void {
		const isDone = this.world.operator.recordsScreens && !this.going.has(workNo);
		if (isDone) this.going.add(workNo);
		tell(this.world, workNo, `AgentMediaEvent_StartRecordScreen_${isDone ? 'Succ' : 'Fail'}`);
	}

	end(workNo: string): void {
		const isDone = this.going.delete(workNo);
		tell(this.world, workNo, `AgentMediaEvent_StopRecordScreen_${isDone ? 'Succ' : 'Fail'}`);
	}

	signedOut(workNo: string): void {
		this.going.delete(workNo);
	}

	report(): string[] {
		return [...this.going];
	}
}
