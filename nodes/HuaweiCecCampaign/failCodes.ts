/** Why a call failed (table 7-295 of the reference, and what 7.9.1 adds), by the number of the code. */
const REASONS: Record<number, string> = {
	0: 'Answered',
	531: 'Customer hung up',
	537: 'Busy',
	538: 'Number does not exist',
	548: 'Phone switched off',
	549: 'Out of coverage',
	551: 'Customer hung up',
	601: 'Customer hung up before the call was answered',
	602: 'Not enough system resources',
	603: 'No answer',
	604: 'Call rejected',
	605: 'Not enough system resources',
	606: 'System error',
	701: 'Customer hung up in the queue',
	702: 'Waited too long in the queue',
	1040: 'No answer in time',
	1043: 'No result from the platform in time',
	1046: 'No agent could be occupied',
	1048: 'Not enough system resources',
	1049: 'Answer detection timed out',
	34601: 'The campaign does not exist',
	34605: 'The number is empty',
	34606: 'The call could not be started; often too many calls at the same time',
	34608: 'No result of the call in time',
	34611: 'System error',
};

const UNKNOWN = 'System error: ask the operator of CEC';

/** The reason behind a fail code. CEC writes codes with and without leading zeros: they are compared as numbers. */
export function failReason(code: unknown): string | undefined {
	if (code === undefined || code === null || code === '') return undefined;
	return REASONS[Number(code)] ?? UNKNOWN;
}

/** Fail counts by code as a list with reasons. */
export function failCounts(counts: unknown): Array<{ failCode: string; reason?: string; count: unknown }> {
	return Object.entries((counts ?? {}) as Record<string, unknown>).map(([failCode, count]) => ({
		failCode,
		reason: failReason(failCode),
		count,
	}));
}
