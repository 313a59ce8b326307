/** Signing in and out, and what else the agent is told (6.5.1.1.11, 6.5.1.6, 6.5.1.8, 6.5.1.11). */
import { signedInAt, stateAfterRecovery, watchedAgentId, watchedAgentName, watchedChange, watchedServer } from '../fields';
import { group } from '../kind';

export const FAILED_OVER = 'Agent_Recover';

export const session = group('session', {
	'All Agents Busy': { name: 'allAgentsBusy', type: 'AgentOther_All_Agent_Busy', description: 'No agent is free at the moment' },
	'Gateway Recovered': {
		name: 'gatewayRecovered',
		type: FAILED_OVER,
		description: 'Another gateway has taken over; events of the current call may be missing',
		fields: [stateAfterRecovery],
	},
	'Note Received': {
		name: 'noteReceived',
		type: 'AgentOther_Note',
		description: 'Another agent has sent a note',
		bareContent: 'note',
	},
	'Sign-In Started': { name: 'signInStarted', type: 'AgentOther_InService', description: 'The agent begins to sign in' },
	'Signed Out': {
		name: 'signedOut',
		type: 'AgentOther_ShutdownService',
		description: 'The agent is signed out, with when the session that ended had begun',
		fields: [signedInAt],
	},
	'Watched Agent Signed in or Out': {
		name: 'watchedAgentSignedInOrOut',
		type: 'QC_AgentState_Notify',
		description: 'An agent whom the agent watches as inspector has signed in or out',
		fields: [watchedChange, watchedAgentId, watchedAgentName, watchedServer],
	},
});
