/** Daily totals by the key that CEC writes, with the key of the item, which tells the unit. */
import { readAs, type Derived } from '../../../cec/catalogue/answer';

export type Totals = Record<string, string>;

/** How many calls were so short, and so long. */
const lengths = (sign: 'Lt' | 'Gt', word: 'Under' | 'Over', limits: number[]): Totals =>
	Object.fromEntries(
		limits.flatMap((seconds) => [
			[`succAckTime${sign}${seconds}`, `answered${word}${seconds}Seconds`],
			[`callTime${sign}${seconds}`, `talked${word}${seconds}Seconds`],
			[`failTime${sign}${seconds}`, `lost${word}${seconds}Seconds`],
		]),
	);

/** Columns that the operator of CEC has given a meaning; the samples spell them in two ways. */
const custom: Totals = Object.fromEntries(
	Array.from({ length: 20 }, (_none, index) => index + 1).flatMap((number) => [
		[`reserved_col${number}`, `custom${number}`],
		[`reservedCol${number}`, `custom${number}`],
	]),
);

const shared: Totals = {
	failQueueWaitNum: 'waitsOfLost',
	failQueueWaitTime: 'waitSecondsOfLost',
	succWaitAnsTime: 'ringSecondsOfAnswered',
	maxWaitAnsTime: 'longestRingSeconds',
	minWaitAnsTime: 'shortestRingSeconds',
	maxCallTime: 'longestTalkSeconds',
	minCallTime: 'shortestTalkSeconds',
	...lengths('Lt', 'Under', [3, 5, 10, 30, 60]),
	...lengths('Gt', 'Over', [10, 60]),
	hangUpNum: 'suspendedToIvr',
	hangUpTime: 'suspendedToIvrSeconds',
	hangUpReleaseNum: 'endedWhileSuspended',
	ivrOccupyNum: 'ivrRequests',
	ivrCallSuccNum: 'ivrAnswered',
	ivrCallTime: 'ivrSeconds',
	ivrOnlyNum: 'ivrAlone',
	ivrOnlySuccNum: 'ivrAloneAnswered',
	ivrOnlyTime: 'ivrAloneSeconds',
	autoCallNum: 'systemIvrCalls',
	autoCallSuccNum: 'systemIvrAnswered',
	autoAnsTime: 'systemIvrRingSeconds',
	autoTransferNum: 'systemIvrTransferred',
	...custom,
};

/** Table 12-570. */
export const inboundTotals: Totals = {
	...shared,
	inOccupyNum: 'requests',
	inCallSuccNum: 'answered',
	inCallTime: 'talkSeconds',
	waitAnsNum: 'rung',
	waitAnsTime: 'ringSeconds',
	succWaitAnsNum: 'rungAndAnswered',
	failWaitAnsTime: 'ringSecondsOfLost',
	noAckNum: 'rungWithoutConversation',
	queueWaitTime: 'queueSeconds',
	succQueueWaitNum: 'queuedAndAnswered',
	succQueueWaitTime: 'queueSecondsOfAnswered',
	maxQueueWaitTime: 'longestQueueSeconds',
	minQueueWaitTime: 'shortestQueueSeconds',
	queOverToIvrNum: 'endedInIvrAfterQueue',
	queOverToIvrTime: 'ivrSecondsAfterQueue',
	agentToQueueNum: 'transferredToQueue',
	agentToAgentNum: 'transferredToAgent',
	inVdnTime: 'vdnSeconds',
	maxIvrCallTime: 'longestIvrSeconds',
	minIvrCallTime: 'shortestIvrSeconds',
	autoUserAbandonNum: 'abandonedInAnnouncement',
	netCallNum: 'networkCalls',
	netCallSuccNum: 'networkAnswered',
	inCallCostMinute: 'billedTalkMinutes',
	inCallAllCostMinute: 'billedMinutes',
};

/** Table 12-574. */
export const outboundTotals: Totals = {
	...shared,
	outOccupyNum: 'calls',
	outSuccWaitAnsNum: 'rungAndAnswered',
	outCallSuccNum: 'answered',
	outCallTime: 'talkSeconds',
	outWaitAnsTime: 'ringSeconds',
	outVdnTime: 'vdnSeconds',
	agentHangUpLt3: 'hungUpByCallingSideUnder3Seconds',
	agentTransferNum: 'transferred',
	zeroNum: 'emptyRecords',
	preCallNum: 'predictiveCalls',
	preCallSuccNum: 'predictiveAnswered',
	preAgentNum: 'predictiveAgentRequests',
	preAgentSuccNum: 'predictiveAgentAnswered',
	preNoAckNum: 'predictiveWithoutAgent',
	preTransferNum: 'predictiveTransferred',
	preTotalTime: 'predictiveSeconds',
	preQueueWaitNum: 'predictiveQueued',
	preQueueWaitTime: 'predictiveQueueSeconds',
	preFailQueueWaitNum: 'predictiveWaitsOfLost',
	preFailQueueWaitTime: 'predictiveWaitSecondsOfLost',
	preAbortQueueWaitNum: 'predictiveReleasedInQueue',
	preViewedCallNum: 'previewCalls',
	preViewedCallSuccNum: 'previewAnswered',
	preViewedSuccAckTime: 'previewRingSeconds',
	preViewedTransferNum: 'previewTransferred',
	preOccupiedCallNum: 'preoccupiedCalls',
	preOccupiedSuccNum: 'preoccupiedAnswered',
	preOccupiedSuccAckTime: 'preoccupiedRingSeconds',
	preOccupiedAgentSuccNum: 'preoccupiedAgentAnswered',
	preOccupiedAgentSuccTime: 'preoccupiedTalkSeconds',
	preOccupiedTransferNum: 'preoccupiedTransferred',
	outCallCostMinute: 'billedTalkMinutes',
	outCallAllCostMinute: 'billedMinutes',
};

/** One object of all totals of a row, under readable keys. */
export const totalValues = (known: Totals): Derived =>
	readAs('callType', (_type, row) =>
		Object.fromEntries(
			Object.entries(known)
				.filter(([key]) => row[key] !== undefined)
				.map(([key, name]) => [name, row[key]]),
		),
	);
