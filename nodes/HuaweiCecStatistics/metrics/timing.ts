/** Metrics that come within or after so many seconds, one for each number. */
import type { Metrics } from '../../../cec/catalogue/metrics';

const STEPS = [3, 5, 10, 15, 20, 25, 30, 35, 40, 45, 50, 55, 60];

/** `name` and `key` end before the number of seconds: "Answered Within", "answeredWithin". */
export function stepped(code: string, name: string, key: string, unit: '' | 'percent' = '', steps = STEPS): Metrics {
	return Object.fromEntries(
		steps.map((seconds) => [
			`${code}_${seconds}`,
			unit === 'percent' ? [`${name} ${seconds} Seconds (%)`, `${key}${seconds}SecondsPercent`] : [`${name} ${seconds} Seconds`, `${key}${seconds}Seconds`],
		]),
	);
}

/** Columns that the operator of CEC has given a meaning. */
export function custom(code: string): Metrics {
	return Object.fromEntries(Array.from({ length: 20 }, (_none, index) => [`${code}${index + 1}`, [`Custom ${index + 1}`, `custom${index + 1}`]]));
}
