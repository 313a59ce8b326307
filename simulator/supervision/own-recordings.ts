import { abilities } from '../agent-calls/state';
import { agentOf } from '../agent-calls/desk';
import { nextTask, type Recorded, type Speaker, startRecording, stopRecording } from '../agent-calls/recording';
import type { World } from '../world';

/** What agents record because they want to (13.1.1.9): a call, or what they say into a telephone that is rung for it. */

interface Wanted {
	path?: string;
	goesOn: boolean;
}

interface Dictation {
	call: Recorded;
	speaker: Speaker;
}

export class OwnRecordings {
	/** Of agents who are in no call. */
	private readonly dictations = new Map<string, Dictation>();

	constructor(private readonly world: World) {}

	/** Whether something is, or is about to be, recorded at this desk. */
	isRecording(workNo: string): boolean {
		return this.dictations.has(workNo) || this.recordedCall(workNo) !== undefined;
	}

	/** The number of its task. */
	begin(workNo: string, wanted: Wanted): string {
		const { world } = this;
		const taskId = nextTask(world);
		const talking = world.agentCalls.voiceOf(workNo).find(({ member }) => member.state === 'talking');
		if (talking) startRecording(world, talking.call, talking.member, taskId, wanted);
		else this.dictate(workNo, taskId, wanted);
		return String(taskId);
	}

	end(workNo: string): void {
		const { world } = this;
		const recorded = this.recordedCall(workNo);
		if (recorded) return stopRecording(world, recorded.call, recorded.speaker);
		const dictation = this.dictations.get(workNo);
		if (!dictation) return;
		stopRecording(world, dictation.call, dictation.speaker);
		this.over(workNo);
	}

	signedOut(workNo: string): void {
		const dictation = this.dictations.get(workNo);
		this.dictations.delete(workNo);
		if (dictation) stopRecording(this.world, dictation.call, dictation.speaker);
	}

	private dictate(workNo: string, taskId: number, wanted: Wanted): void {
		const { world } = this;
		const phone = agentOf(world, workNo)?.options.phoneNumber ?? '';
		const dictation: Dictation = {
			call: {
				callId: world.agentCalls.nextId(),
				caller: phone,
				called: phone,
				mediaAbility: abilities.audio,
			},
			speaker: { workNo },
		};
		this.dictations.set(workNo, dictation);
		const lifted = (): void => {
			startRecording(world, dictation.call, dictation.speaker, taskId, wanted);
			if (!dictation.speaker.recording) this.over(workNo);
		};
		world.agentCalls.telephones.take(workNo, lifted, () => this.over(workNo));
	}

	private over(workNo: string): void {
		this.dictations.delete(workNo);
		this.world.agentCalls.telephones.giveBack(workNo);
	}

	private recordedCall(workNo: string): Dictation | undefined {
		const found = this.world.agentCalls.voiceOf(workNo).find(({ member }) => member.recording !== undefined);
		return found && { call: found.call, speaker: found.member };
	}
}
