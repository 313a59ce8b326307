import { STARTED } from './campaigns/state';
import type { Clock } from './clock';
import type { World } from './world';

/** In real time. */
const LOOK_EVERY_MS = 100;
/** Calls that go out later than this are not worth hurrying for. */
const SOON_MS = 60 * 60 * 1000;

/**
 * Makes calls go by quickly without moving the date away from that of everybody else: the clock runs that much faster
 * while calls are going on or due soon, and is set back to real time when there are none. Agents talk in real time, and
 * the clock waits for them: a call must not end before it began.
 */
export function hurryCalls(clock: Clock, world: () => World, factor: number): { close(): void } {
	let hurrying = false;
	let isAhead = false;
	const timer = setInterval(() => {
		const calling = isCalling(world(), clock.now());
		// Subscribers and agents give their signs of life in real time.
		if (calling) {
			world().subscriptions.stayAlive();
			world().agents.stayAlive();
		}
		if (isAhead && !calling && !world().agentCalls.isTalking) {
			clock.set(Date.now());
			isAhead = false;
		}
		if (calling === hurrying) return;
		hurrying = calling;
		isAhead ||= calling;
		clock.run(calling ? factor : 1);
	}, LOOK_EVERY_MS);
	timer.unref();
	return { close: () => clearInterval(timer) };
}

function isCalling({ campaigns, calls, speech, agentCalls }: World, now: number): boolean {
	if (calls.going.size > 0) return true;
	if (speech.talking > 0) return true;
	if (agentCalls.isDialling) return true;
	if (campaigns.busyAgents.size > 0) return true;
	return [...campaigns.all.values()].some(
		({ status, inProgress, pendingCallbacks, tick }) =>
			inProgress > 0 ||
			pendingCallbacks.length > 0 ||
			(status === STARTED && tick !== undefined && tick.at - now < SOON_MS),
	);
}
