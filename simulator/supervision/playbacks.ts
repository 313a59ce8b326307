import { later, tell } from '../agent-calls/desk';
import type { Scheduled } from '../clock';
import type { World } from '../world';

/** Recordings that are played to agents over their telephones (13.1.1), and what the agents are told (6.5.1.5). */

/** Why it has stopped (6.5.1.5.4). */
const ends = { played: 0, stopped: 1, failed: 2 } as const;
const SECOND = 1000;

interface Wanted {
	path: string;
	/** Seconds from the beginning. */
	position: number;
	/** Begins anew whenever it is over. */
	isEndless: boolean;
}

export interface Playback extends Wanted {
	workNo: string;
	/** How long the recording is. */
	seconds: number;
	/** Until the telephone is off the hook nothing can be heard. */
	isHeard: boolean;
	/** Since when it has been going on from its position; undefined when it is paused. */
	since?: number;
	timer?: Scheduled;
}

export class Playbacks {
	private readonly all = new Map<string, Playback>();

	constructor(private readonly world: World) {}

	/** What the agent hears. */
	of(workNo: string): Playback | undefined {
		const playback = this.all.get(workNo);
		return playback?.isHeard ? playback : undefined;
	}

	begin(workNo: string, wanted: Wanted): void {
		const playback: Playback = { ...wanted, workNo, seconds: 0, isHeard: false };
		this.all.set(workNo, playback);
		this.world.agentCalls.telephones.take(
			workNo,
			() => this.play(playback),
			() => this.over(playback),
		);
	}

	pause(playback: Playback): void {
		playback.position = this.positionOf(playback);
		playback.since = undefined;
		playback.timer?.cancel();
		tell(this.world, playback.workNo, 'AgentMediaEvent_PausePlayDone');
	}

	resume(playback: Playback): void {
		this.goOn(playback);
		tell(this.world, playback.workNo, 'AgentMediaEvent_ResumePlayDone');
	}

	/** So many seconds on, or back. */
	jump(playback: Playback, seconds: number): void {
		const isPaused = playback.since === undefined;
		const wanted = this.positionOf(playback) + seconds;
		playback.position = Math.min(playback.seconds, Math.max(0, wanted));
		tell(this.world, playback.workNo, 'AgentMediaEvent_JumpPlayDone');
		if (!isPaused) this.goOn(playback);
	}

	stop(playback: Playback): void {
		this.finish(playback, ends.stopped);
	}

	signedOut(workNo: string): void {
		this.all.get(workNo)?.timer?.cancel();
		this.all.delete(workNo);
	}

	report(): object[] {
		return [...this.all.values()].map(({ timer: _, ...playback }) => ({
			...playback,
			position: this.positionOf(playback),
			isPaused: playback.isHeard && playback.since === undefined,
		}));
	}

	private play(playback: Playback): void {
		const { world } = this;
		const file = world.agentRecordings.find(playback.path);
		playback.isHeard = true;
		tell(world, playback.workNo, 'AgentMediaEvent_Play');
		if (file?.media !== 'audio' || playback.position >= file.seconds) {
			tell(world, playback.workNo, 'AgentMediaEvent_Play_Fail');
			return this.finish(playback, ends.failed);
		}
		playback.seconds = file.seconds;
		tell(world, playback.workNo, 'AgentMediaEvent_Play_Succ');
		this.goOn(playback);
	}

	private goOn(playback: Playback): void {
		const { clock } = this.world;
		playback.timer?.cancel();
		playback.since = clock.now();
		playback.timer = later(this.world, (playback.seconds - playback.position) * SECOND, () => {
			if (!playback.isEndless) return this.finish(playback, ends.played);
			playback.position = 0;
			this.goOn(playback);
		});
	}

	private positionOf({ position, since }: Playback): number {
		return since === undefined ? position : position + (this.world.clock.now() - since) / SECOND;
	}

	private finish(playback: Playback, cause: number): void {
		tell(this.world, playback.workNo, 'AgentMediaEvent_StopPlayDone', { cause });
		this.over(playback);
	}

	private over({ workNo, timer }: Playback): void {
		timer?.cancel();
		this.all.delete(workNo);
		this.world.agentCalls.telephones.giveBack(workNo);
	}
}
