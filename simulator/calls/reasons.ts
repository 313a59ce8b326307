/** Why calls end. Anything else up to 65535 is "another failure" to the tables, and taken as it comes. */

/** Tables 6-366 and 6-400. */
export const twoParty = {
	calledHungUp: 0,
	callerHungUp: 1,
	callerFailed: 2,
	calledFailed: 3,
	callerNoAnswer: 4,
	calledNoAnswer: 5,
	notStarted: 6,
} as const;

/** Table of 14.4.2. */
export const notification = {
	calledHungUp: 0,
	playedToTheEnd: 1,
	refusedOrNoAnswer: 4,
	failedBeforeRinging: 6,
	noResources: 8,
	queueTimeout: 9,
	restricted: 10,
	noRecordingConference: 999,
} as const;

const twoPartyTalked = new Set<number>([twoParty.calledHungUp, twoParty.callerHungUp]);
const notificationTalked = new Set<number>([notification.calledHungUp, notification.playedToTheEnd]);

/** Whether somebody had answered when a call ended for this reason. */
export function wasAnswered(isNotification: boolean, reason: number): boolean {
	return (isNotification ? notificationTalked : twoPartyTalked).has(reason);
}

export const drawable = {
	twoParty: [twoParty.callerFailed, twoParty.calledFailed, twoParty.callerNoAnswer, twoParty.calledNoAnswer],
	notification: [
		notification.refusedOrNoAnswer,
		notification.failedBeforeRinging,
		notification.noResources,
		notification.queueTimeout,
		notification.restricted,
		notification.noRecordingConference,
	],
} as const;
