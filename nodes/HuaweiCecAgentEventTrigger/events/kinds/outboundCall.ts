/** Calls of campaigns that the agent makes (6.5.1.3). */
import { callData, controlId, phones } from '../fields';
import { group } from '../kind';

export const outboundCall = group('outboundCall', {
	'Agent Preoccupied': {
		name: 'agentPreoccupied',
		type: 'AgentEvent_Agent_Occupied',
		description: 'The agent is kept free for a call that is being made',
	},
	'Preview Call': {
		name: 'previewCall',
		type: 'AgentEvent_Preview_CallOut',
		description: 'The agent is to call a customer, with what is known of the customer',
		fields: [controlId, phones, callData],
	},
	'Preview Call to Several Numbers': {
		name: 'previewCallToSeveralNumbers',
		type: 'AgentEvent_Preview_CallOut_Ex',
		description: 'The agent is to call a customer who may have several numbers, with what is known of the customer',
		fields: [controlId, phones, callData],
	},
	'Preview Released': {
		name: 'previewReleased',
		type: 'AgentEvent_Release_Preview',
		description: 'A preview is over',
	},
	'Preview Started': {
		name: 'previewStarted',
		type: 'AgentEvent_Preview',
		description: 'The agent is shown a customer to call',
		fields: [controlId, phones],
	},
});
