import type { World } from '../world';
import { twoParty, notification, wasAnswered } from './reasons';
import { NOTIFICATION, type PhoneCall } from './state';

/** How calls go by on the clock. The reference names none of these times. */

const SECOND = 1000;
const WAITING_MS = 1 * SECOND;
const AGENT_ANSWERS_MS = 2 * SECOND;
const FAILS_MS = 1 * SECOND;
const AGENT_GIVES_UP_MS = 30 * SECOND;
const CUSTOMER_GIVES_UP_MS = 45 * SECOND;

/** Draws how the call turns out and sets it going. */
export function placeCall(world: World, call: PhoneCall): void {
	const isNotification = call.taskType === NOTIFICATION;
	const { reason, talkSeconds } = world.calls.outcomes.next(call.called, isNotification);
	const customerAnswersMs = world.random.between(5, 10) * SECOND;
	const { clock } = world;
	const over = async (): Promise<void> => await world.calls.end(call, reason);

	const talk = async (): Promise<void> => {
		const now = clock.now();
		call.talkingTime = now;
		call.state = 2;
		clock.after(talkSeconds * SECOND, over);
		world.calls.talking(call, now + talkSeconds * SECOND);
		await world.callbacks.connected(world, call);
	};
	const ringCustomer = (): void => {
		call.alertingTime = clock.now();
		const answered = wasAnswered(isNotification, reason) || talkSeconds > 0;
		if (answered) clock.after(customerAnswersMs, talk);
		else clock.after(CUSTOMER_GIVES_UP_MS, over);
	};
	const callCustomer = (): void => {
		const rings = isNotification
			? wasAnswered(true, reason) || reason === notification.refusedOrNoAnswer
			: wasAnswered(false, reason) || reason === twoParty.calledNoAnswer;
		if (rings || talkSeconds > 0) ringCustomer();
		else clock.after(FAILS_MS, over);
	};
	const agentAnswers = (): void => {
		call.agentTalkingTime = clock.now();
		callCustomer();
	};
	const callAgent = (): void => {
		if (reason === twoParty.callerFailed) {
			clock.after(FAILS_MS, over);
			return;
		}
		call.agentAlertingTime = clock.now();
		if (reason === twoParty.callerNoAnswer) clock.after(AGENT_GIVES_UP_MS, over);
		else clock.after(AGENT_ANSWERS_MS, agentAnswers);
	};

	clock.after(WAITING_MS, async () => {
		if (!isNotification && reason === twoParty.notStarted) return await over();
		call.state = 1;
		if (isNotification) callCustomer();
		else callAgent();
	});
}

/** Ends a call now and tells whoever asked to be told. */
export async function endCall(world: World, call: PhoneCall, reason: number): Promise<void> {
	const now = world.clock.now();
	call.state = 3;
	call.reasonCode = reason;
	call.releaseTime = now;
	if (call.agentTalkingTime !== undefined) call.agentReleaseTime = now;
	if (call.talkingTime !== undefined) call.recordingBytes = world.calls.recordingBytes;
	await world.callbacks.released(world, call);
}
