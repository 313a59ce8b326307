/** Codes that only events use; those that they share with operations are beside the operations. */

/** What a call can carry. Operations that ask for a medium number it otherwise. */
export const MEDIA = { 1: 'Audio', 2: 'Video', 3: 'Audio and Video', 5: 'Text', 6: 'H5 Video' };

export const FILE_MEDIA = { 1: 'Audio', 2: 'Video' };

/** Numbers from 200 on are reasons that each contact center defines. */
export const BUSY_REASON = { 0: 'No reason given', 7: 'Agent hung up' };

export const REST_REASON = { 0: 'No reason given' };

export const HANG_UP_REASON = { 2: 'Agent hung up', 3: 'Platform hung up' };

export const PLAYBACK_END = { 0: 'Played to the end', 1: 'Stopped by the agent', 2: 'Playing failed' };

export const SCREENSHOT_FAILURE = { 1: 'Failed', 2: 'Customer refused' };

export const WATCHED_CHANGE = { QC_AgentState_Login: 'Signed In', QC_AgentState_Logout: 'Signed Out' };

export const LINKED_PHONE_STATE = { 0: 'Picked Up', 1: 'Hung Up', 2: 'Talking', 3: 'Online', 4: 'Offline', 5: 'Ringing' };

export const PARTICIPANT_LEFT = 1;

export const PARTICIPANT_CHANGE = {
	0: 'Joined',
	[PARTICIPANT_LEFT]: 'Left',
	2: 'Chair Changed',
	3: 'Muted',
	4: 'Unmuted',
	5: 'Held',
	6: 'Unheld',
};

export const PARTICIPANT_LEAVE_REASON = {
	0: 'Participant left',
	1: 'Removed by the chair',
	2: 'Participant hung up',
	3: 'Conference ended',
	4: 'Agent signed out',
	6: 'Made to leave for another reason',
};
