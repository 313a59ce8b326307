/** Calls and chats of the agent (6.5.1.2). */
import {
	called,
	caller,
	callId,
	callRole,
	callType,
	customerMedia,
	detectedReason,
	failureText,
	lastReleasedBy,
	media,
	mediaSwitchResult,
	mediaType,
	otherAgentId,
	otherPhone,
	partners,
	phoneOfLeaver,
	queueId,
	queueName,
	requeued,
	requeuedTimes,
	succeeded,
	switchedMedia,
	transferred,
	transferredFrom,
} from '../fields';
import { group } from '../kind';

const ringing = [callId, caller, called, callType, callRole, media, transferred, transferredFrom];

export const call = group('call', {
	'Call Answered Automatically': {
		name: 'callAnsweredAutomatically',
		type: 'AgentEvent_Auto_Answer',
		description: 'A call came to the agent and was answered without asking',
		fields: ringing,
	},
	'Call Arrived': {
		name: 'callArrived',
		type: 'AgentEvent_Incoming_CallInfo',
		description: 'A customer comes to the agent, with the skill queue and how often the call was queued again',
		fields: [callId, caller, called, queueId, queueName, mediaType, lastReleasedBy, requeuedTimes, requeued],
	},
	'Call Held': { name: 'callHeld', type: 'AgentEvent_Hold', description: 'A call is on hold', fields: [callId] },
	'Call Not Answered': {
		name: 'callNotAnswered',
		type: 'AgentEvent_No_Answer',
		description: 'The agent did not answer a call in time, which was taken away',
		fields: [callId],
	},
	'Call Released': {
		name: 'callReleased',
		type: 'AgentEvent_Call_Release',
		description: 'The agent has left a call',
		fields: [callId],
	},
	'Call Ringing': {
		name: 'callRinging',
		type: 'AgentEvent_Ringing',
		description: 'A call waits for the agent to answer it',
		fields: ringing,
	},
	'Connection Failed': {
		name: 'connectionFailed',
		type: 'AgentEvent_Connect_Fail',
		description: 'The agent could not be connected with a call',
		fields: [callId],
	},
	'Consult Failed': {
		name: 'consultFailed',
		type: 'AgentEvent_Consult_Fail',
		description: 'The internal help that the agent asked for did not come about',
		fields: [callId],
	},
	'Customer Left': {
		name: 'customerLeft',
		type: 'AgentEvent_Customer_Release',
		description: 'The customer, or somebody else than the agent, has left a call',
		fields: [callId, phoneOfLeaver],
	},
	'Customer Media Detected': {
		name: 'customerMediaDetected',
		type: 'AgentEvent_UserMediaAbility',
		description: 'Whether the phone of a customer who is called can do video',
		fields: [callId, customerMedia],
	},
	'Customer Ringing': {
		name: 'customerRinging',
		type: 'AgentEvent_Customer_Alerting',
		description: 'The phone of a customer, or of an agent who is called, rings',
		fields: [callId, otherPhone, otherAgentId, callRole],
	},
	'Internal Call Failed': {
		name: 'internalCallFailed',
		type: 'AgentEvent_Inside_Call_Fail',
		description: 'A call to another agent did not come about',
		fields: [callId],
	},
	'Media Switched': {
		name: 'mediaSwitched',
		type: 'AgentEvent_MediaSwith',
		// 6.5.1.2.17 prints two more letters; the gateway may learn to spell.
		aliases: /^AgentEvent_MediaSwit\w*$/i,
		description: 'A call has switched between audio and video, or failed to',
		fields: [callId, mediaSwitchResult, caller, called, switchedMedia],
	},
	'Outgoing Call Failed': {
		name: 'outgoingCallFailed',
		type: 'AgentEvent_Call_Out_Fail',
		description: 'A call that the agent made did not come about',
		fields: [callId],
	},
	'Outgoing Call Failure Reason': {
		name: 'outgoingCallFailureReason',
		type: 'OUTBOUND_DETECT_EVENT',
		description: 'Why a call that the agent made did not come about, as far as the network tells',
		fields: [callId, detectedReason, failureText],
	},
	'Returned From IVR': {
		name: 'returnedFromIvr',
		type: 'AgentEvent_ReturnFromIvr',
		description: 'A call that was suspended into an IVR flow is back',
		fields: [callId],
	},
	'Success Transfer Result': {
		name: 'successTransferResult',
		type: 'AgentEvent_SuccTransResult',
		description: 'Whether a transfer in the mode success has succeeded',
		fields: [callId, succeeded()],
	},
	'Talking Started': {
		name: 'talkingStarted',
		type: 'AgentEvent_Talking',
		description: 'The agent talks, or a chat has begun',
		fields: [callId, caller, called, callType, callRole, media],
	},
	'Three-Party Call Started': {
		name: 'threePartyCallStarted',
		type: 'AgentEvent_Conference',
		description: 'The agent is in a three-party call',
		fields: [callId, partners],
	},
});
