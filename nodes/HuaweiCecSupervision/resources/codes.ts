/** What the gateway says of supervising, playing and fetching files (table 6-449). */
import type { Codes } from '../../../cec/catalogue/family';

const SETUP = 'Ask the operator of CEC.';
const LATER = 'Try again later, or ask the operator of CEC.';

export const inspecting: Codes = {
	'000-005': { means: 'Inspectors cannot supervise themselves', remedy: 'Choose another agent.' },
	'900-001': { means: 'The gateway has no connection to the platform for this', remedy: LATER },
	'900-002': { means: 'The agent of the session may not do this', remedy: 'Give the agent the role of an inspector in CEC.' },
	'900-003': {
		means: 'CEC cannot reach the agent or call for this',
		remedy: 'Check that the other agent is signed in and belongs to the same VDN, that the call still goes on, and that the inspector is doing with the agent what this needs.',
	},
	'900-004': { means: 'CEC knows no such agent', remedy: 'Check "Agent": the agent must be signed in and belong to the same VDN.' },
	'900-005': {
		means: 'The state of an agent does not allow this',
		remedy: 'The inspector must be signed in with a softphone number, idle, and not supervise anyone else.',
	},
	'900-010': { means: 'The other agent is an inspector and cannot be supervised', remedy: 'Have the operator of CEC allow that, where it is wanted.' },
};

export const playing: Codes = {
	'100-018': { means: 'The recording belongs to another VDN than the agent', remedy: 'Check the path of the recording.' },
	'500-001': { means: 'Nothing is being played that could be skipped back', remedy: 'Start the playback first.' },
	'500-002': { means: 'Nothing is being played that could be skipped forward', remedy: 'Start the playback first.' },
	'500-003': { means: 'Nothing is being played that could be paused', remedy: 'Start the playback first.' },
	'500-005': { means: 'No playback is paused', remedy: 'Pause it first.' },
	'500-007': { means: 'The playback cannot begin in the state of the agent', remedy: 'The agent must not be in a call, and nothing else may be played.' },
	'500-009': { means: 'Nothing is being played that could be stopped' },
};

export const recordingVoice: Codes = {
	'000-002': { means: 'The gateway does not let agents record, or does not accept a value', remedy: `Check the values that were given. ${SETUP}` },
	'500-008': { means: 'The recording cannot begin in the state of the agent', remedy: 'Nothing may be recorded or played at this agent yet, and no inspector may be in the call.' },
	'500-010': { means: 'The agent is recording nothing' },
	'500-011': { means: 'The gateway does not let agents choose where recordings are stored', remedy: 'Leave "Recording Path" empty.' },
};

export const fetching: Codes = {
	'104-001': { means: 'The gateway does not give out recordings', remedy: 'Have the operator of CEC switch the download of recordings on.' },
	'104-002': { means: 'The agent may not fetch or play recordings', remedy: 'Give the agent the role of an inspector in CEC.' },
	'104-003': { means: 'The gateway does not accept the path of the file', remedy: 'Take the path as an event or a record of the call gives it.' },
	'104-004': { means: 'The gateway does not know where files of this drive lie', remedy: SETUP },
	'104-005': { means: 'There is no such recording', remedy: 'Check the path; the recording may not be stored yet, or be deleted.' },
	'104-006': { means: 'The gateway has no room left for the file', remedy: SETUP },
	'104-007': { means: 'The gateway cannot handle the format of the recording', remedy: SETUP },
	'104-008': { means: 'The gateway does not know the format of recordings', remedy: SETUP },
	'104-009': { means: 'The gateway could not convert the recording', remedy: LATER },
	'104-010': { means: 'This CEC has several nodes, and the one with the recording is missing', remedy: 'Give "Location ID", from the event of the recording.' },
	'108-001': { means: 'The gateway does not give out videos', remedy: 'Have the operator of CEC switch the download of videos on.' },
	'108-002': { means: 'The video belongs to another VDN', remedy: 'Fetch it as an agent of that VDN.' },
	'108-003': { means: 'There is no such video', remedy: 'Check "Recording ID".' },
	'108-004': { means: 'The server of videos did not answer in time', remedy: LATER },
	'108-005': { means: 'The server of videos could not be asked', remedy: LATER },
	'108-006': { means: 'The gateway could not find out where the video lies', remedy: LATER },
	'108-007': { means: 'The video could not be fetched', remedy: LATER },
	'108-008': { means: 'The address of the server of videos is set up wrongly', remedy: SETUP },
	'108-009': { means: 'There is no file of this type', remedy: 'Try another one.' },
	'108-011': { means: 'The gateway does not know where videos lie', remedy: SETUP },
	'108-012': { means: 'There is no such video', remedy: 'Check the path; the video may not be stored yet, or be deleted.' },
	'108-013': { means: 'The gateway could not convert the video', remedy: LATER },
	'108-014': { means: 'The gateway does not know the recording server', remedy: SETUP },
	'108-015': { means: 'The recording could not be fetched', remedy: 'Check the call ID, or try again later.' },
	'108-016': { means: 'The recording server could not be asked', remedy: LATER },
	'108-017': { means: 'The recording server did not let the gateway in', remedy: SETUP },
	'108-018': { means: 'The path does not fit the call', remedy: 'Check "Video Path" and "Call ID".' },
};
