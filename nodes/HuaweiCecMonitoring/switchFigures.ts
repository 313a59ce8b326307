/** What the figures of a switch mean (table 12-653), whose keys are numbers of measurements. */

const FIGURES: Record<string, string> = {
	ST0: 'seizures',
	TCAT1: 'terminatingSeizureAttempts',
	TCAT2: 'transitSeizureAttempts',
	CCT3: 'callsConnected',
	AT4: 'callsAnswered',
	TCAT5: 'terminatingCallsAnswered',
	TAT6: 'transitCallsAnswered',
	LCOICT7: 'callsLostToInternalCongestion',
	CD8: 'congestionDuration',
	CDA9: 'congestionDurationAuxiliary',
	CBT10: 'calledBusy',
	AART11: 'callsAbandonedWhileRinging',
	RNAT12: 'callsNotAnswered',
	ICN13: 'circuitsInstalled',
	ACN14: 'circuitsAvailable',
	BCN15: 'circuitsBlocked',
	IBCN16: 'bidirectionalCircuitsInstalled',
	ABCN17: 'bidirectionalCircuitsAvailable',
	BBCN18: 'bidirectionalCircuitsBlocked',
	ITAR19: 'incomingTrunkAvailabilityRate',
	CR20: 'connectionRate',
	AR21: 'answerRate',
	BCR22: 'blockingRate',
	BBCR23: 'bidirectionalBlockingRate',
	BTST24: 'bidirectionalSeizureTraffic',
	BTSTA25: 'bidirectionalSeizureTrafficAuxiliary',
	ST26: 'seizureTraffic',
	STA27: 'seizureTrafficAuxiliary',
	CT28: 'connectionTraffic',
	CTA29: 'connectionTrafficAuxiliary',
	AT30: 'answerTraffic',
	ATA31: 'answerTrafficAuxiliary',
	ASD32: 'averageSeizureSeconds',
	ABRT33: 'callsAbandonedEarly',
	CCT34: 'callsLostToPeerCongestion',
	ECT35: 'callsToNumbersThatDoNotExist',
	IAT36: 'invalidAddresses',
	TUT37: 'incompatibleTerminals',
	TET38: 'terminalErrors',
	CFORT39: 'callsWithoutPermission',
	CLBT40: 'calledBusyLocally',
	CTBT41: 'calledBusyLongDistance',
	TCT42: 'transitSeizures',
	UBC43: 'circuitBlockings',
	IOCS44: 'incomingCallsPerSecond',
	SOIC45: 'circuitsIdle',
	ERO46: 'circuitOccupancyRate',
	EROC46: 'circuitOccupancyRate',
	'busy circuits (TIMES)': 'circuitsBusy',
	'average answer duration (SECOND)': 'averageAnswerSeconds',
	'average connection duration (MILLISECOND)': 'averageConnectionMilliseconds',
	'answer duration aux (TIMES)': 'answerDurationAuxiliary',
};

/** What the switch does not measure. */
const NONE = -1;

/** The figures of a row under readable keys. */
export function figuresIn(row: Record<string, unknown>): Record<string, number | null> {
	const known = Object.entries(row).flatMap(([key, value]) => (key in FIGURES ? [[FIGURES[key], Number(value)] as const] : []));
	return Object.fromEntries(known.map(([key, value]) => [key, value === NONE ? null : value]));
}
