/** States of the agent (6.5.1.1). */
import { group } from '../kind';
import { busyReason, restReason } from '../fields';

export const state = group('state', {
	'Agent Busy': {
		name: 'agentBusy',
		type: 'AgentState_SetNotReady_Success',
		// 6.1.2.22 prints it so.
		aliases: /^AgentEvent_SetNotReady_Success$/i,
		description: 'The agent has been set busy and gets no calls',
		fields: [busyReason],
	},
	'Agent Handling Call': { name: 'agentHandlingCall', type: 'AgentState_Busy', description: 'The agent handles a call' },
	'Agent Idle': { name: 'agentIdle', type: 'AgentState_Ready', description: 'The agent is ready for calls' },
	'Agent Wrapping Up': { name: 'agentWrappingUp', type: 'AgentState_Work', description: 'The agent does the work after a call' },
	'Busy Ended': {
		name: 'busyEnded',
		type: 'AgentState_CancelNotReady_Success',
		description: 'The agent is no longer busy, as was asked for',
	},
	'Rest Ended': { name: 'restEnded', type: 'AgentState_CancelRest_Success', description: 'The agent has ended a rest, or no longer asks for one' },
	'Rest Overdue': {
		name: 'restOverdue',
		type: 'AgentState_Rest_Timeout',
		description: 'The time of the rest is over; the agent still rests',
	},
	'Rest Started': {
		name: 'restStarted',
		type: 'AgentState_SetRest_Success',
		description: 'The agent rests, as was asked for',
		fields: [restReason],
	},
	'Wrap-Up Ended': {
		name: 'wrapUpEnded',
		type: 'AgentState_CancelWork_Success',
		description: 'The agent has left wrap-up, as was asked for',
	},
	'Wrap-Up Started': {
		name: 'wrapUpStarted',
		type: 'AgentState_SetWork_Success',
		description: 'The agent has gone into wrap-up, as was asked for',
	},
});
