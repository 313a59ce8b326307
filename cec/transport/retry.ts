/** Whether a failed request may be sent again, and when. */
import type { Operation } from '../catalogue/operation';
import type { Failure } from './failure';
import { isTlsCode, STOPPED } from './failure';

const MOST_ATTEMPTS = 5;
const FIRST_WAIT_MS = 500;
const LONGEST_WAIT_MS = 20_000;
/** A server that asks for more patience than this is reported instead. */
const LONGEST_RETRY_AFTER_MS = 60_000;

const BUSY = new Set([429, 502, 503, 504]);

/**
 * Milliseconds to wait before the next attempt, or undefined when there must not be one.
 *
 * Reads are repeated after any passing failure. Changes are repeated only when CEC cannot have carried the
 * first request out. What makes a phone ring is never repeated.
 */
export function waitBeforeRetry(
	operation: Operation,
	failure: Failure,
	attempt: number,
	random: () => number = Math.random,
): number | undefined {
	if (attempt >= MOST_ATTEMPTS || operation.risk === 'dial' || !mayRepeat(operation, failure)) return undefined;
	if (failure.retryAfterMs !== undefined) {
		return failure.retryAfterMs <= LONGEST_RETRY_AFTER_MS ? failure.retryAfterMs : undefined;
	}
	const ceiling = Math.min(LONGEST_WAIT_MS, FIRST_WAIT_MS * 2 ** (attempt - 1));
	return ceiling / 2 + random() * (ceiling / 2);
}

function mayRepeat(operation: Operation, failure: Failure): boolean {
	if (failure.kind === 'notJson' || isTlsCode(failure.networkCode ?? '') || failure.networkCode === STOPPED) return false;
	if (failure.kind === 'refused') return saysNothingDone(operation, failure.code);
	if (failure.status === 429) return !operation.failsWhenThrottled;
	if (operation.risk === 'read') return failure.kind === 'network' || BUSY.has(failure.status ?? 0);
	return failure.carriedOut === 'no' && (failure.kind === 'network' || BUSY.has(failure.status ?? 0));
}

function saysNothingDone({ family, nothingDoneCodes = [] }: Operation, code = ''): boolean {
	return [...(family.nothingDoneCodes ?? []), ...nothingDoneCodes].includes(code);
}
