/** What the user set for the whole node: in Options, Simplify, Return All and the like. */
import type { IExecuteFunctions } from 'n8n-workflow';

import { isTimeZone } from '../formats/times';
import { InputProblem } from '../request/problem';
import { realClock } from '../transport/clock';

export interface Settings {
	itemsAtOnce: number;
	requestsPerSecond: number;
	timeoutMs: number;
	zone: string;
	/** When the item was begun. */
	now: number;
	includeSecrets: boolean;
	allowHttpCallback: boolean;
}

const USUAL_TIMEOUT_S = 60;
const MOST_ITEMS_AT_ONCE = 8;

export function readSettings(context: IExecuteFunctions, item: number, timeoutS = USUAL_TIMEOUT_S): Settings {
	const options = context.getNodeParameter('options', item, {}) as Record<string, unknown>;
	return {
		itemsAtOnce: Math.min(Number(options.itemsAtOnce) || MOST_ITEMS_AT_ONCE, MOST_ITEMS_AT_ONCE),
		requestsPerSecond: Number(options.requestsPerSecond) || 0,
		timeoutMs: (Number(options.timeout) || timeoutS) * 1000,
		zone: zoneOf(options.timeZone, context),
		now: realClock.now(),
		includeSecrets: options.includeSecrets === true,
		allowHttpCallback: options.allowHttpCallback === true,
	};
}

/** The zone that the user has set, or that of the workflow. */
export function zoneOf(given: unknown, context: Pick<IExecuteFunctions, 'getTimezone'>): string {
	const zone = typeof given === 'string' && given.trim() !== '' ? given.trim() : context.getTimezone();
	if (isTimeZone(zone)) return zone;
	throw new InputProblem(`"${zone}" is no time zone`, 'Use a name such as Asia/Shanghai or Europe/Berlin.');
}
