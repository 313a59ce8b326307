/** Recordings that the agent, as inspector, listens to (6.5.1.5). */
import { playbackEnd } from '../fields';
import { group } from '../kind';

export const playback = group('playback', {
	'Playback Failed': { name: 'playbackFailed', type: 'AgentMediaEvent_Play_Fail', description: 'A recording could not be played' },
	'Playback Jumped': {
		name: 'playbackJumped',
		type: 'AgentMediaEvent_JumpPlayDone',
		description: 'Playing a recording has jumped forward or back',
	},
	'Playback Paused': { name: 'playbackPaused', type: 'AgentMediaEvent_PausePlayDone', description: 'Playing a recording is paused' },
	'Playback Resumed': { name: 'playbackResumed', type: 'AgentMediaEvent_ResumePlayDone', description: 'Playing a recording goes on' },
	'Playback Started': { name: 'playbackStarted', type: 'AgentMediaEvent_Play', description: 'A recording begins to play' },
	'Playback Stopped': {
		name: 'playbackStopped',
		type: 'AgentMediaEvent_StopPlayDone',
		description: 'Playing a recording has ended, with the reason',
		fields: [playbackEnd],
	},
	'Playback Succeeded': { name: 'playbackSucceeded', type: 'AgentMediaEvent_Play_Succ', description: 'A recording was played' },
});
