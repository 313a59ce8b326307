import type { Metrics } from '../../../cec/catalogue/metrics';
import { custom, stepped } from './timing';

/** Not counted by the interval. */
const ofWholeDays: Metrics = {
	...stepped('IDX_COUNT_AGENT_CONNECTED_IN', 'Answered Within', 'answeredWithin'),
	IDX_DURATION_AGENT_AVG_COLLATION: ['Average Wrap-Up Time (Seconds)', 'averageWrapUpSeconds'],
	IDX_DURATION_AGENT_AVG_COLLATION_CALL_IN: ['Average Wrap-Up Time of Inbound Calls (Seconds)', 'averageInboundWrapUpSeconds'],
	IDX_DURATION_AGENT_AVG_COLLATION_CALL_OUT: ['Average Wrap-Up Time of Outbound Calls (Seconds)', 'averageOutboundWrapUpSeconds'],
	IDX_DURATION_AGENT_AVG_REST: ['Average Rest (Seconds)', 'averageRestSeconds'],
	IDX_DURATION_AGENT_AVG_HOLD: ['Average Hold Time (Seconds)', 'averageHoldSeconds'],
	IDX_DURATION_AGENT_AVG_SET_BUSY: ['Average Busy Time (Seconds)', 'averageBusySeconds'],
};

export const agentMetrics: Metrics = {
	IDX_COUNT_AGENT_SIGN_IN: ['Sign-Ins', 'signIns'],
	IDX_COUNT_AGENT_REQUEST: ['Requests', 'requests'],
	IDX_COUNT_AGENT_CONNECTED: ['Answered', 'answered'],
	IDX_COUNT_AGENT_ABANDON: ['Lost', 'lost'],
	IDX_COUNT_AGENT_WAIT_ANS: ['Rung', 'rung'],
	IDX_COUNT_AGENT_LOST_RING: ['Rung Without Conversation', 'rungWithoutConversation'],
	IDX_COUNT_AGENT_NO_ACK: ['Not Answered in Time', 'notAnsweredInTime'],
	IDX_COUNT_AGENT_HANG_UP: ['Rejected', 'rejected'],
	IDX_COUNT_AGENT_CALL_OUT: ['Outbound Answered', 'outboundAnswered'],
	IDX_COUNT_TOTAL_AGENT_CALL_OUT: ['Outbound', 'outbound'],
	IDX_COUNT_AGENT_COLLATION: ['Wrap-Ups', 'wrapUps'],
	IDX_COUNT_AGENT_COLLATION_CALL_IN: ['Wrap-Ups of Inbound Calls', 'inboundWrapUps'],
	IDX_COUNT_AGENT_COLLATION_CALL_OUT: ['Wrap-Ups of Outbound Calls', 'outboundWrapUps'],
	IDX_COUNT_AGENT_ARRANGE: ['Working States', 'workingStates'],
	IDX_COUNT_AGENT_REST: ['Rests', 'rests'],
	IDX_COUNT_AGENT_HOLD: ['Holds', 'holds'],
	IDX_COUNT_AGENT_SET_BUSY: ['Busy States', 'busyStates'],
	IDX_COUNT_AGENT_MOVE_INSIDE: ['Transferred Inside', 'transferredInside'],
	IDX_COUNT_AGENT_MOVE_OUT: ['Transferred Out', 'transferredOut'],
	IDX_COUNT_AGENT_MOVE_IVR: ['Suspended to IVR', 'suspendedToIvr'],
	IDX_COUNT_AGENT_3WC: ['Three-Party Calls', 'threePartyCalls'],
	IDX_COUNT_AGENT_INSIDE_CALL: ['Internal Calls', 'internalCalls'],
	IDX_COUNT_AGENT_INSIDE_HELP_SEEKING: ['Consultations', 'consultations'],
	IDX_COUNT_AGENT_PLAY: ['Announcements', 'announcements'],
	...ofWholeDays,
	IDX_DURATION_AGENT_SIGN_IN: ['Signed In (Seconds)', 'signedInSeconds'],
	IDX_DURATION_AGENT_CALL_IN: ['Talk Time of Inbound Calls (Seconds)', 'inboundTalkSeconds'],
	IDX_DURATION_AGENT_AVG_CALL_IN: ['Average Talk Time of Inbound Calls (Seconds)', 'averageInboundTalkSeconds'],
	IDX_DURATION_AGENT_CALL_OUT: ['Talk Time of Outbound Calls (Seconds)', 'outboundTalkSeconds'],
	IDX_DURATION_AGENT_AVG_CALL_OUT: ['Average Talk Time of Outbound Calls (Seconds)', 'averageOutboundTalkSeconds'],
	IDX_DURATION_AGENT_MAX_CALLING: ['Longest Talk Time of Inbound Calls (Seconds)', 'longestInboundTalkSeconds'],
	IDX_DURATION_AGENT_MIN_CALLING: ['Shortest Talk Time of Inbound Calls (Seconds)', 'shortestInboundTalkSeconds'],
	IDX_DURATION_AGENT_COLLATION: ['Wrap-Up Time (Seconds)', 'wrapUpSeconds'],
	IDX_DURATION_AGENT_COLLATION_CALL_IN: ['Wrap-Up Time of Inbound Calls (Seconds)', 'inboundWrapUpSeconds'],
	IDX_DURATION_AGENT_COLLATION_CALL_OUT: ['Wrap-Up Time of Outbound Calls (Seconds)', 'outboundWrapUpSeconds'],
	IDX_DURATION_AGENT_ARRANGE: ['Working State (Seconds)', 'workingStateSeconds'],
	IDX_DURATION_AGENT_REST: ['Rest (Seconds)', 'restSeconds'],
	IDX_DURATION_AGENT_HOLD: ['Hold Time (Seconds)', 'holdSeconds'],
	IDX_DURATION_AGENT_SET_BUSY: ['Busy (Seconds)', 'busySeconds'],
	IDX_DURATION_AGENT_FREE: ['Idle (Seconds)', 'idleSeconds'],
	IDX_DURATION_AGENT_RING: ['Ring Time (Seconds)', 'ringSeconds'],
	IDX_DURATION_AGENT_AVG_RING: ['Average Ring Time (Seconds)', 'averageRingSeconds'],
	IDX_DURATION_AGENT_PLAY: ['Announcement Time (Seconds)', 'announcementSeconds'],
	IDX_RATE_AGENT_CONNECTED: ['Answer Rate (%)', 'answerRatePercent'],
	IDX_RATE_AGENT_SUCC_CALL_OUT: ['Outbound Answer Rate (%)', 'outboundAnswerRatePercent'],
};

export const agentDayMetrics: Metrics = { ...agentMetrics, ...custom('IDX_AGENT_RESERVED_COL') };

export const agentOfWholeDays = Object.keys(ofWholeDays);
