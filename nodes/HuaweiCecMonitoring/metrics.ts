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

/** Table 12-691. */
export const agentMetrics: Metrics = {
	IDX_AGENT_PHONE: ['Phone Number', 'phoneNumber'],
	IDX_AGENT_CURRENT_STATE: ['State', 'state'],
	IDX_DURATION_AGENT_CURRENT_STATE: ['Time in State (Seconds)', 'stateSeconds'],
	IDX_AGENT_LOGIN_SKILLS: ['Skill Queues', 'skillIds'],
};

/** Table 12-694. */
export const vdnMetrics: Metrics = {
	IDX_COUNT_REAL_VDN_CONNECT: ['Calls Connected', 'callsConnected'],
	IDX_COUNT_REAL_VDN_CALL: ['Calls', 'calls'],
	IDX_COUNT_REAL_IVR_HANDLE: ['Calls in IVR Flows', 'callsInIvr'],
	IDX_COUNT_REAL_SKILL_QUEUE: ['Calls Waiting', 'callsWaiting'],
	IDX_COUNT_REAL_AGENT_SIGN_IN: ['Agents Signed In', 'agentsSignedIn'],
	IDX_COUNT_REAL_AGENT_SET_IDLE: ['Agents Idle', 'agentsIdle'],
	IDX_COUNT_REAL_AGENT_SET_BUSY: ['Agents Busy', 'agentsBusy'],
	IDX_COUNT_REAL_AGENT_CONNECT: ['Agents Talking', 'agentsTalking'],
	IDX_COUNT_REAL_AGENT_STUDY: ['Agents Studying', 'agentsStudying'],
	IDX_COUNT_REAL_AGENT_ACW: ['Agents in Wrap-Up', 'agentsInWrapUp'],
	IDX_COUNT_REAL_AGENT_ANSWER: ['Agents Answering', 'agentsAnswering'],
	IDX_COUNT_REAL_AGENT_PREOCCUPY: ['Agents Preoccupied', 'agentsPreoccupied'],
	IDX_COUNT_REAL_AGENT_OCCUPY: ['Agents Occupied', 'agentsOccupied'],
	IDX_COUNT_REAL_AGENT_NOT_SIGN_IN: ['Agents Signed Out', 'agentsSignedOut'],
	IDX_COUNT_REAL_AGENT_REST: ['Agents at Rest', 'agentsAtRest'],
};
