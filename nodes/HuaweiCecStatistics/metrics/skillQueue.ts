import type { Metrics } from '../../../cec/catalogue/metrics';
import { custom, stepped } from './timing';

/** Not counted by the interval. */
const ofWholeDays: Metrics = {
	...stepped('IDX_COUNT_SKILL_ABANDON_IN', 'Abandoned Within', 'abandonedWithin'),
	...stepped('IDX_COUNT_SKILL_CONNECTED_AFTER', 'Answered After', 'answeredAfter'),
	...stepped('IDX_COUNT_SKILL_ABANDON_AFTER', 'Abandoned After', 'abandonedAfter'),
};

export const skillQueueMetrics: Metrics = {
	IDX_COUNT_SKILL_REQUEST: ['Requests', 'requests'],
	IDX_COUNT_SKILL_INCOMING_CALL: ['Calls First Queued Here', 'callsFirstQueued'],
	IDX_COUNT_SKILL_CONNECTED: ['Answered', 'answered'],
	IDX_COUNT_SKILL_ABANDON: ['Lost', 'lost'],
	IDX_COUNT_SKILL_USER_ABANDON: ['Abandoned by Caller', 'abandonedByCaller'],
	IDX_COUNT_SKILL_AGENT_ABANDON: ['Rejected by Agent', 'rejectedByAgent'],
	IDX_COUNT_SKILL_QUEUE_DISCONNECTED: ['Disconnected in Queue', 'disconnectedInQueue'],
	IDX_COUNT_SKILL_SYSTEM_LOST: ['Interrupted by Platform', 'interruptedByPlatform'],
	IDX_COUNT_SKILL_LOST_RING: ['Rung Without Conversation', 'rungWithoutConversation'],
	IDX_COUNT_SKILL_TIMEOUT_QUEUE: ['Timed Out to Queue', 'timedOutToQueue'],
	IDX_COUNT_SKILL_TIMEOUT_AGENT: ['Timed Out to Agent', 'timedOutToAgent'],
	IDX_COUNT_SKILL_TIME_OUT_IVR: ['Timed Out to IVR', 'timedOutToIvr'],
	IDX_COUNT_SKILL_OVERFLOW_QUEUE: ['Overflowed to Queue', 'overflowedToQueue'],
	IDX_COUNT_SKILL_OVERFLOW_AGENT: ['Overflowed to Agent', 'overflowedToAgent'],
	IDX_COUNT_SKILL_OVER_IVR: ['Overflowed to IVR', 'overflowedToIvr'],
	...stepped('IDX_COUNT_SKILL_CONNECTED_IN', 'Answered Within', 'answeredWithin'),
	...ofWholeDays,
	IDX_COUNT_SKILL_USER_ABANDON_QUEUE: ['Abandoned in Queue', 'abandonedInQueue'],
	IDX_COUNT_SKILL_USER_ABANDON_AGENT: ['Abandoned While Ringing', 'abandonedWhileRinging'],
	IDX_COUNT_SKILL_WAIT_FAIL_CONNECTED_QUEUE: ['Waits of Lost Calls', 'waitsOfLost'],
	IDX_RATE_SKILL_CONNECTED: ['Answer Rate (%)', 'answerRatePercent'],
	IDX_RATE_SKILL_ABANDON: ['Loss Rate (%)', 'lossRatePercent'],
	IDX_RATE_SKILL_RING_CONNECT: ['Conversations per Ringing Call (%)', 'conversationRatePercent'],
	IDX_DURATION_SKILL_AVG_CONNECTED: ['Average Talk Time (Seconds)', 'averageTalkSeconds'],
	IDX_DURATION_SKILL_CONNECTED: ['Talk Time (Seconds)', 'talkSeconds'],
	IDX_DURATION_SKILL_AVG_QUEUE_ACK: ['Average Wait (Seconds)', 'averageWaitSeconds'],
	IDX_DURATION_SKILL_MAX_QUEUE_ACK: ['Longest Wait (Seconds)', 'longestWaitSeconds'],
	IDX_DURATION_SKILL_MIN_QUEUE_ACK: ['Shortest Wait (Seconds)', 'shortestWaitSeconds'],
	IDX_DURATION_SKILL_AVG_CONNECTED_ACK: ['Average Ring Time of Answered Calls (Seconds)', 'averageRingSecondsOfAnswered'],
	IDX_DURATION_SKILL_AVG_ABANDON_ACK: ['Average Ring Time of Lost Calls (Seconds)', 'averageRingSecondsOfLost'],
	IDX_DURATION_SKILL_AVG_CONNECTED_QUEUE: ['Average Queue Time of Answered Calls (Seconds)', 'averageQueueSecondsOfAnswered'],
	IDX_DURATION_SKILL_AVG_ABANDON_QUEUE: ['Average Queue Time Without Conversation (Seconds)', 'averageQueueSecondsWithoutConversation'],
	IDX_DURATION_SKILL_USER_ABANDON_QUEUE: ['Queue Time Until Abandoned (Seconds)', 'queueSecondsUntilAbandoned'],
	IDX_DURATION_SKILL_USER_ABANDON_AGENT: ['Wait Until Abandoned While Ringing (Seconds)', 'waitSecondsUntilAbandonedRinging'],
	IDX_DURATION_SKILL_ABANDON_QUEUE: ['Queue Time Without Conversation (Seconds)', 'queueSecondsWithoutConversation'],
	IDX_DURATION_SKILL_ABANDON_ACK: ['Ring Time of Lost Calls (Seconds)', 'ringSecondsOfLost'],
	IDX_DURATION_SKILL_WAIT_SUCCESS_CONNECTED_QUEUE: ['Queue Time of Answered Calls (Seconds)', 'queueSecondsOfAnswered'],
	IDX_DURATION_SKILL_WAIT_SUCCESS_ACK: ['Ring Time of Answered Calls (Seconds)', 'ringSecondsOfAnswered'],
	IDX_DURATION_SKILL_WAIT_ACK: ['Ring Time (Seconds)', 'ringSeconds'],
	IDX_DURATION_SKILL_WAIT_QUEUE: ['Queue Time (Seconds)', 'queueSeconds'],
};

export const skillQueueDayMetrics: Metrics = { ...skillQueueMetrics, ...custom('IDX_SKILL_RESERVED_COL') };

export const skillQueueOfWholeDays = Object.keys(ofWholeDays);
