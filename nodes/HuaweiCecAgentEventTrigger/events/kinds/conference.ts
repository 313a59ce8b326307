/** Conferences of agents (6.5.1.10). */
import {
	conferenceFailure,
	conferenceId,
	deviceCallType,
	deviceType,
	participant,
	participantChange,
	participantChangeReason,
	participantType,
	succeeded,
} from '../fields';
import { group } from '../kind';

export const conference = group('conference', {
	'Conference Chair Received': {
		name: 'conferenceChairReceived',
		type: 'AgentConf_PresidentChanged',
		description: 'The agent is now the chair of the conference',
		fields: [conferenceId],
	},
	'Conference Channel Playback Ended': {
		name: 'conferenceChannelPlaybackEnded',
		type: 'AgentConf_StopParticipantVoice',
		description: 'What was played to one participant has ended',
		fields: [succeeded()],
	},
	'Conference Ending Soon': {
		name: 'conferenceEndingSoon',
		type: 'AgentConf_Timeout',
		description: 'The time of the conference is nearly over; it ends unless it is prolonged',
		fields: [conferenceId],
	},
	'Conference Failed': {
		name: 'conferenceFailed',
		type: 'AgentConf_RequestFailed',
		description: 'The conference that the agent asked for did not come about, with the reason',
		fields: [conferenceId, conferenceFailure],
	},
	'Conference Joined': {
		name: 'conferenceJoined',
		type: 'AgentConf_SelfJoinResult',
		description: 'The agent is in the conference; a chair has to wait for "Conference Started" too',
		fields: [conferenceId],
	},
	'Conference Left': {
		name: 'conferenceLeft',
		type: 'AgentConf_SelfLeaveResult',
		description: 'The agent has left the conference',
		fields: [conferenceId],
	},
	'Conference Participant Changed': {
		name: 'conferenceParticipantChanged',
		type: 'AgentConf_ParticipantChanged',
		description: 'A participant has joined, left, been muted or the like',
		fields: [
			conferenceId,
			participantChange,
			participantChangeReason,
			participant,
			participantType,
			deviceType,
			deviceCallType,
			succeeded(),
		],
	},
	'Conference Playback Ended': {
		name: 'conferencePlaybackEnded',
		type: 'AgentConf_StopVoice',
		description: 'What was played to the conference has ended',
		fields: [succeeded()],
	},
	'Conference Ringing': {
		name: 'conferenceRinging',
		type: 'AgentConf_Ringing',
		description: 'The agent is invited to a conference',
		fields: [conferenceId],
	},
	'Conference Started': {
		name: 'conferenceStarted',
		type: 'AgentConf_RequestSuccess',
		description: 'The conference that the agent asked for has begun, with the agent as chair',
		fields: [conferenceId],
	},
});
