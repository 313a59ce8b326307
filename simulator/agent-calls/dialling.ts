import { twoParty, wasAnswered } from '../calls/reasons';
import type { World } from '../world';
import { later } from './desk';
import { customerHangsUp } from './steps';
import type { AgentCall, PhoneMember } from './state';

/** How numbers that agents call turn out, on the clock. The reference names none of these times. */

const SECOND = 1000;
const ROUTING_MS = 1 * SECOND;
const GIVES_UP_MS = 45 * SECOND;

export interface Failure {
	/** A code of table 6-451. */
	detect: number;
	desc: string;
}

/** Table 6-451, as far as it tells why nobody answered. */
const descriptions: Record<number, string> = {
	3: 'No resources.',
	129: 'Unallocated number.',
	145: 'The user is busy.',
	146: 'The user does not respond.',
	147: 'The user does not answer.',
	149: 'The user rejected the call.',
	155: 'The destination cannot be reached.',
	537: 'The called party is busy.',
	538: 'The number is vacant or wrong.',
	548: 'The mobile phone is off.',
	549: 'The mobile phone is out of the service area.',
	603: 'Released without an answer.',
	604: 'The call was rejected.',
	1040: 'Ringing timed out.',
	1552: 'The calling number is not allowed to make a call.',
};

/** What ends only when ringing has lasted too long. */
const RINGS_OUT = [146, 147, 603, 1040];

/** The reasons that scripted outcomes have for failing, in the words of table 6-451; others are such codes already. */
const translated: Record<number, number> = {
	[twoParty.callerFailed]: 3,
	[twoParty.calledFailed]: 538,
	[twoParty.callerNoAnswer]: 3,
	[twoParty.calledNoAnswer]: 1040,
	[twoParty.notStarted]: 3,
};

export interface Dialled {
	rings?(): void;
	answered(phone: PhoneMember): void;
	failed(failure: Failure): void;
}

/**
 * Rings a number and takes it into the call when it answers. Outcomes are those of the control of calls: 0 hangs up
 * when the talk is over, 1 leaves that to the agent, everything else fails.
 */
export function dial(world: World, call: Pick<AgentCall, 'phones'>, number: string, dialled: Dialled): PhoneMember {
	const { random, calls } = world;
	const { reason, talkSeconds } = calls.outcomes.next(number, false);
	const phone: PhoneMember = { number, state: 'dialling' };
	call.phones.push(phone);
	const fail = (detect: number): void => {
		call.phones = call.phones.filter((one) => one !== phone);
		dialled.failed({ detect, desc: descriptions[detect] ?? 'The call failed.' });
	};
	const answer = (): void => {
		phone.state = 'talking';
		if (reason !== twoParty.callerHungUp) phone.talkSeconds = talkSeconds;
		dialled.answered(phone);
		untilHungUp(world, phone);
	};
	phone.timer = later(world, ROUTING_MS, () => {
		const isAnswered = wasAnswered(false, reason) || talkSeconds > 0;
		const detect = translated[reason] ?? reason;
		if (!isAnswered && !RINGS_OUT.includes(detect)) return fail(detect);
		dialled.rings?.();
		if (isAnswered) phone.timer = later(world, random.between(5, 10) * SECOND, answer);
		else phone.timer = later(world, GIVES_UP_MS, () => fail(detect));
	});
	return phone;
}

/** Whoever talks for a certain time hangs up then. */
export function untilHungUp(world: World, phone: PhoneMember): void {
	if (phone.talkSeconds === undefined) return;
	phone.timer = later(world, phone.talkSeconds * SECOND, () => customerHangsUp(world, phone));
}
