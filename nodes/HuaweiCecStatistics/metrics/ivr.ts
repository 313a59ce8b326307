import type { Metrics } from '../../../cec/catalogue/metrics';

export const ivrMetrics: Metrics = {
	IDX_COUNT_IVR_INBOUND_CALL: ['Requests', 'requests'],
	IDX_COUNT_IVR_INBOUND_CONNECTED: ['Answered', 'answered'],
	IDX_COUNT_IVR_ABANDONED_CALL: ['Lost', 'lost'],
	IDX_COUNT_IVR_INBOUND_FLOWOUT: ['Left for Elsewhere', 'leftForElsewhere'],
	IDX_COUNT_IVR_INBOUND_USER_ABORT: ['Ended by Caller', 'endedByCaller'],
	IDX_COUNT_IVR_TO_AGENT: ['Transferred to Agents', 'transferredToAgents'],
	IDX_RATE_IVR_INBOUND_CONNECTED: ['Answer Rate (%)', 'answerRatePercent'],
	IDX_DURATION_AVG_IVR_CONNECTED: ['Average Time in IVR (Seconds)', 'averageIvrSeconds'],
};
