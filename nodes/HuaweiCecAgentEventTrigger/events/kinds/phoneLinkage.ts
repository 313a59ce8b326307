/** A hardware phone that the gateway controls (6.5.1.12). */
import {
	addressCalled,
	addressOfCaller,
	agentPhone,
	callId,
	linkedPhoneState,
	provisionalCallId,
	queueId,
	succeeded,
	transferOutResult,
	transferredTo,
} from '../fields';
import { group } from '../kind';

export const phoneLinkage = group('phoneLinkage', {
	'Linked Phone Calling Out': {
		name: 'linkedPhoneCallingOut',
		type: 'AgentEvent_linkagePhoneCallOut',
		description: 'The agent calls somebody with the hardware phone',
		fields: [addressOfCaller, addressCalled, queueId, provisionalCallId],
	},
	'Linked Phone Held': {
		name: 'linkedPhoneHeld',
		type: 'AgentEvent_linkagePhoneHold',
		description: 'A call was put on hold with the hardware phone',
		fields: [callId],
	},
	'Phone Linkage Result': {
		name: 'phoneLinkageResult',
		type: 'AgentEvent_linkageCapability',
		description: 'Whether the gateway controls the hardware phone of the agent',
		fields: [succeeded()],
	},
	'Linked Phone Muted': {
		name: 'linkedPhoneMuted',
		type: 'AgentEvent_linkagePhoneMute',
		description: 'A call was muted with the hardware phone',
		fields: [callId],
	},
	'Linked Phone State': {
		name: 'linkedPhoneState',
		type: 'AgentEvent_linkagePhoneStatus',
		description: 'The hardware phone is picked up, hung up, ringing, or the like',
		fields: [linkedPhoneState],
	},
	'Linked Phone Transfer Result': {
		name: 'linkedPhoneTransferResult',
		type: 'AgentEvent_linkagePhoneTransferOut_Result',
		description: 'Whether the transfer with the hardware phone has succeeded',
		fields: [callId, transferOutResult],
	},
	'Linked Phone Transferring': {
		name: 'linkedPhoneTransferring',
		type: 'AgentEvent_linkagePhoneTransferOut',
		description: 'The agent transfers the current call with the hardware phone',
		fields: [transferredTo, agentPhone],
	},
	'Linked Phone Unheld': {
		name: 'linkedPhoneUnheld',
		type: 'AgentEvent_linkagePhoneUnHold',
		description: 'A call was taken back from hold with the hardware phone',
		fields: [callId],
	},
	'Linked Phone Unmuted': {
		name: 'linkedPhoneUnmuted',
		type: 'AgentEvent_linkagePhoneUnMute',
		description: 'A call was unmuted with the hardware phone',
		fields: [callId],
	},
});
