/** What can be asked for in real time (12.3.8.1). */
import type { Metrics } from '../../cec/catalogue/metrics';

/** Table 12-688. */
export const skillQueueMetrics: Metrics = {
	IDX_COUNT_REAL_SKILL_QUEUE: ['Calls Waiting', 'callsWaiting'],
	IDX_COUNT_REAL_SKILL_HANDLE: ['Calls Being Handled', 'callsHandled'],
	IDX_DURATION_SKILL_MAX_QUEUE_ACK: ['Longest Wait (Seconds)', 'longestWaitSeconds'],
	IDX_COUNT_20S_CALL_FOR_5MIN: ['Calls Connected Within 20 Seconds, Last 5 Minutes', 'callsConnectedIn20SecondsLast5Minutes'],
	IDX_COUNT_REAL_AGENT_SIGN_IN: ['Agents Signed In', 'agentsSignedIn'],
	IDX_COUNT_REAL_AGENT_CONNECT: ['Agents Talking', 'agentsTalking'],
	IDX_COUNT_REAL_AGENT_SET_IDLE: ['Agents Idle', 'agentsIdle'],
	IDX_COUNT_REAL_AGENT_USABLE: ['Agents Available', 'agentsAvailable'],
	IDX_COUNT_REAL_AGENT_SET_BUSY: ['Agents Busy', 'agentsBusy'],
	IDX_COUNT_REAL_AGENT_ACW: ['Agents in Wrap-Up', 'agentsInWrapUp'],
	IDX_COUNT_REAL_AGENT_REST: ['Agents at Rest', 'agentsAtRest'],
	IDX_COUNT_REAL_AGENT_STUDY: ['Agents Studying', 'agentsStudying'],
};
