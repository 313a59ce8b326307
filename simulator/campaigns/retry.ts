import { DateTime } from 'luxon';
import { failCode } from './fail-codes';
import type { Campaign, Contact, ContactNumber, RetryRule } from './state';

/**
 * What follows a failed call.
 * - A plain rule counts every call: at most retryTimes of them a day, on at most retryDay days.
 * - A rule by result counts the retries after failures of that type.
 * - A display result code in noRetryPolicy ends the number at once.
 */

const ONCE: RetryRule = { plain: { retryDay: 1, retryTimes: 1, callInterval: 60 } };

function ruleFor(campaign: Campaign, number: ContactNumber): RetryRule {
	const { retryPolicy } = campaign;
	if (retryPolicy.policyType === 0) return retryPolicy.global ?? ONCE;
	return retryPolicy.byType.get(number.type ?? '') ?? ONCE;
}

/** When this number may be called again; undefined when it has had its calls. */
export function retryTime(
	campaign: Campaign,
	number: ContactNumber,
	lastFailCode: string,
	displayCode: string,
	now: number,
	zone: string,
): number | undefined {
	if (campaign.retryPolicy.policyType === 0 && campaign.retryPolicy.noRetry.includes(displayCode)) return undefined;
	const rule = ruleFor(campaign, number);
	if ('results' in rule) {
		const type = failCode(lastFailCode).result;
		const entry = rule.results.find(({ result }) => result === type);
		if (!entry) return undefined;
		const failures = number.attempts.filter(({ result }) => result === type).length;
		return failures <= entry.retryNumber ? now + entry.callInterval * 1000 : undefined;
	}
	const { retryDay, retryTimes, callInterval } = rule.plain;
	const dayOf = (time: number): string => DateTime.fromMillis(time, { zone }).toISODate() ?? '';
	const days = new Set(number.attempts.map(({ time }) => dayOf(time)));
	const today = number.attempts.filter(({ time }) => dayOf(time) === dayOf(now)).length;
	const next = now + callInterval * 1000;
	if (today < retryTimes && dayOf(next) === dayOf(now)) return next;
	if (days.size >= retryDay) return undefined;
	return Math.max(next, DateTime.fromMillis(now, { zone }).startOf('day').plus({ days: 1 }).toMillis());
}

/** The order in which the numbers of a contact are called: as given, or by the turns of the call policy. */
export function turnOrder(campaign: Campaign, contact: Contact): number[] {
	const given = contact.numbers.map((_, index) => index);
	const policy = campaign.callPolicy;
	if (policy?.callType !== 1) return given;
	return (policy.turns ?? []).flatMap((turn) =>
		policy.chooseType === 1
			? given.filter((index) => index + 1 === turn.turnOrder)
			: given.filter((index) => contact.numbers[index].type === turn.turnType),
	);
}
