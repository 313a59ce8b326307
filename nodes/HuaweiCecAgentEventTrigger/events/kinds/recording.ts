/** Recordings of the agent (6.5.1.4), and those of the screen, which 13.1.1.7 and 13.1.1.8 name without describing them. */
import { called, caller, callId, endedAt, fileMedia, fileName, locationId, recordingId, startedAt, taskId } from '../fields';
import { group } from '../kind';

const recorded = [callId, caller, called, recordingId, fileName, locationId, fileMedia, taskId];

export const recording = group('recording', {
	'Recording Failed': {
		name: 'recordingFailed',
		type: 'AgentMediaEvent_Record_Fail',
		description: 'A recording could not be started',
		fields: recorded,
	},
	'Recording Started': {
		name: 'recordingStarted',
		type: 'AgentMediaEvent_Record',
		description: 'A call is being recorded, with the file',
		fields: recorded,
	},
	'Recording Stopped': {
		name: 'recordingStopped',
		type: 'AgentMediaEvent_StopRecordDone',
		description: 'A recording is complete',
		fields: [startedAt, endedAt, fileMedia, taskId],
	},
	'Screen Recording Failed': {
		name: 'screenRecordingFailed',
		type: 'AgentMediaEvent_StartRecordScreen_Fail',
		description: 'A recording of the screen could not be started',
	},
	'Screen Recording Started': {
		name: 'screenRecordingStarted',
		type: 'AgentMediaEvent_StartRecordScreen_Succ',
		description: 'The screen is being recorded',
	},
	'Screen Recording Stop Failed': {
		name: 'screenRecordingStopFailed',
		type: 'AgentMediaEvent_StopRecordScreen_Fail',
		description: 'A recording of the screen could not be stopped',
	},
	'Screen Recording Stopped': {
		name: 'screenRecordingStopped',
		type: 'AgentMediaEvent_StopRecordScreen_Succ',
		description: 'A recording of the screen is complete',
	},
});
