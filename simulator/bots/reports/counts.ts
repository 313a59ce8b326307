import type { Conversation, Turn } from '../dialog/conversation';

/** What a report counts in conversations. */

/** Exchanges in which the customer said or pressed something. */
export const exchanges = ({ turns }: Conversation): Turn[] => turns.filter(({ userSaying }) => userSaying !== '');

const wasHandedOn = ({ handovers }: Conversation): boolean => handovers.some(({ ok }) => ok === true);

const sum = (numbers: number[]): number => numbers.reduce((total, one) => total + one, 0);

/** -1 where there is nothing to divide by. */
export const rate = (part: number, of: number): string => (of === 0 ? '-1.0000' : (part / of).toFixed(4));

export function callCounts(conversations: Conversation[]): object {
	const talks = conversations.map((one) => ({ count: exchanges(one).length, toPerson: wasHandedOn(one) }));
	const number = (test: (talk: (typeof talks)[number]) => boolean): number => talks.filter(test).length;
	const interactCount = sum(talks.map(({ count }) => count));
	const callStaffNoConsultCount = number(({ count, toPerson }) => count > 1 && count <= 3 && toPerson);
	const callStaffConsultCount = number(({ count, toPerson }) => count > 3 && toPerson);
	const exitConsultingCount = number(({ count, toPerson }) => count > 1 && !toPerson);
	return {
		callCount: talks.length,
		exitNoConsultCount: number(({ count }) => count <= 1),
		callStaffNoConsultCount,
		callStaffConsultCount,
		exitConsultingCount,
		interactCount,
		autonomyRate: rate(exitConsultingCount, callStaffNoConsultCount + callStaffConsultCount + exitConsultingCount),
		averageInteractPerCall: (interactCount / talks.length).toFixed(2),
	};
}

export function botCounts(conversations: Conversation[]): object {
	const replies = conversations.flatMap(exchanges);
	const feedback = conversations.flatMap((one) => one.feedback);
	const unknowCount = replies.filter(({ isUnknown }) => isUnknown).length;
	const satisfied = feedback.filter((one) => one.satisfied).length;
	return {
		consultCount: replies.length,
		responseSuccessCount: replies.length - unknowCount,
		unknowCount,
		responseRate: rate(replies.length - unknowCount, replies.length),
		feedbackCount: feedback.length,
		positiveFeedbackCount: satisfied,
		positiveFeedbackRate: rate(satisfied, feedback.length),
	};
}

/** Names and how often each was hit, the most frequent ten. */
export function topTen(names: string[]): Array<{ name: string; count: number }> {
	const counted = new Map<string, number>();
	for (const name of names) counted.set(name, (counted.get(name) ?? 0) + 1);
	return [...counted]
		.map(([name, count]) => ({ name, count }))
		.sort((a, b) => b.count - a.count)
		.slice(0, 10);
}
