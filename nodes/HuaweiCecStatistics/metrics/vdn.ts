import type { Metrics } from '../../../cec/catalogue/metrics';
import { stepped } from './timing';

/** Counted by the interval only. */
const ofIntervals: Metrics = {
	IDX_COUNT_TOTAL_CALL: ['Calls', 'calls'],
	IDX_COUNT_CONNECTED_CALL: ['Calls Answered', 'callsAnswered'],
	IDX_COUNT_ABANDONED_CALL: ['Calls Lost', 'callsLost'],
};

/** Not counted by the interval. */
const ofWholeDays: Metrics = {
	IDX_COUNT_INBOUND_ABANDON_CONNECTED: ['Inbound Abandoned', 'inboundAbandoned'],
	IDX_RATE_AGENT_INBOUND_ABANDON: ['Agents: Inbound Abandon Rate (%)', 'agentInboundAbandonRatePercent'],
	IDX_RATE_PHONE_INBOUND_ABANDON: ['Telephone: Inbound Abandon Rate (%)', 'phoneInboundAbandonRatePercent'],
	...stepped('IDX_RATE_ABANDON_IN', 'Abandoned Within', 'abandonedWithin', 'percent', [3, 5, 10, 30, 60]),
	...stepped('IDX_RATE_AGENT_CONNECTED_IN', 'Agents: Answered Within', 'agentAnsweredWithin', 'percent', [3, 5, 10, 30, 60]),
	...stepped('IDX_RATE_AGENT_CONNECTED_AFTER', 'Agents: Answered After', 'agentAnsweredAfter', 'percent', [10, 60]),
	IDX_DURATION_AVG_CONNECTED: ['Average Talk Time of Inbound Calls (Seconds)', 'averageInboundTalkSeconds'],
	IDX_DURATION_AVG_WAIT: ['Average Wait of Inbound Calls (Seconds)', 'averageInboundWaitSeconds'],
	IDX_RATE_AGENT_CALL_IN_CONNECTED: ['Agents: Answer Rate of Requests (%)', 'agentRequestAnswerRatePercent'],
	IDX_RATE_AGENT_CALL_IN_CONNECTED_IN_20: ['Agents: Answers Within 20 Seconds (%)', 'agentAnswersWithin20SecondsPercent'],
	IDX_DURATION_AVG_AGENT_CALL_IN_CONNECTED: ['Agents: Average Talk Time of Inbound Calls (Seconds)', 'averageAgentInboundTalkSeconds'],
	IDX_DURATION_AVG_AGENT_CALL_OUT_CONNECTED: ['Agents: Average Talk Time of Outbound Calls (Seconds)', 'averageAgentOutboundTalkSeconds'],
};

export const vdnMetrics: Metrics = {
	...ofIntervals,
	...ofWholeDays,
	IDX_COUNT_INBOUND_CALL: ['Inbound', 'inbound'],
	IDX_COUNT_INBOUND_CONNECTED: ['Inbound Answered', 'inboundAnswered'],
	IDX_COUNT_OUTBOUND_CALL: ['Outbound', 'outbound'],
	IDX_COUNT_OUTBOUND_CONNECTED: ['Outbound Answered', 'outboundAnswered'],
	IDX_COUNT_AGENT_INBOUND: ['Agents: Inbound', 'agentInbound'],
	IDX_COUNT_AGENT_INBOUND_CONNECTED: ['Agents: Inbound Answered', 'agentInboundAnswered'],
	IDX_COUNT_AGENT_OUTBOUND_CONNECTED: ['Agents: Outbound Answered', 'agentOutboundAnswered'],
	IDX_COUNT_AGENT_ASSIGNED: ['Agents: Answered on Platform', 'agentAnsweredOnPlatform'],
	IDX_COUNT_IVR_INBOUND: ['IVR: Inbound', 'ivrInbound'],
	IDX_COUNT_IVR_INBOUND_CONNECTED: ['IVR: Inbound Answered', 'ivrInboundAnswered'],
	IDX_COUNT_IVR_OUTBOUND: ['IVR: Outbound Answered', 'ivrOutboundAnswered'],
	IDX_UNIQUE_COUNT_IVR_INBOUND: ['IVR: Inbound Calls, Each Once', 'ivrInboundCalls'],
	IDX_UNIQUE_COUNT_IVR_INBOUND_CONNECTED: ['IVR: Inbound Calls Answered, Each Once', 'ivrInboundCallsAnswered'],
	IDX_UNIQUE_COUNT_IVR_OUTBOUND: ['IVR: Outbound Calls, Each Once', 'ivrOutboundCalls'],
	IDX_UNIQUE_COUNT_IVR_OUTBOUND_CONNECTED: ['IVR: Outbound Calls Answered, Each Once', 'ivrOutboundCallsAnswered'],
	IDX_COUNT_IVR_ONLY_INBOUND: ['IVR Alone: Inbound', 'ivrAloneInbound'],
	IDX_COUNT_IVR_ONLY_INBOUND_CONNECTED: ['IVR Alone: Inbound Answered', 'ivrAloneInboundAnswered'],
	IDX_DURATION_IVR_ONLY_INBOUND: ['IVR Alone: Inbound Time (Seconds)', 'ivrAloneInboundSeconds'],
	IDX_COUNT_SYSTEM_INBOUND: ['Platform: Inbound', 'platformInbound'],
	IDX_COUNT_SYSTEM_IN_SUCC: ['Platform: Answered', 'platformAnswered'],
	IDX_RATE_IVR_INBOUND_CONNECTED: ['IVR: Inbound Answer Rate (%)', 'ivrInboundAnswerRatePercent'],
	IDX_RATE_INBOUND_CONNECTED: ['Inbound Answer Rate (%)', 'inboundAnswerRatePercent'],
	IDX_RATE_OUTBOUND_CONNECTED: ['Outbound Answer Rate (%)', 'outboundAnswerRatePercent'],
	IDX_RATE_AGENT_INBOUND_CONNECTED: ['Agents: Inbound Answer Rate (%)', 'agentInboundAnswerRatePercent'],
	IDX_DURATION_AVG_VDN_INBOUND: ['Average Time of Inbound Calls on VDN (Seconds)', 'averageInboundSeconds'],
	IDX_DURATION_AVG_VDN_OUTBOUND: ['Average Time of Outbound Calls on VDN (Seconds)', 'averageOutboundSeconds'],
};

export const vdnOfIntervals = Object.keys(ofIntervals);

export const vdnOfWholeDays = Object.keys(ofWholeDays);
