import type { OnlineAgent } from '../agent-gateway/online-agent';
import type { State } from '../agent-gateway/states';

/** How many agents are doing what. Nobody here studies, or is preoccupied by a campaign. */
export function countStates(agents: OnlineAgent[]) {
	const inState = (...states: State[]): number => agents.filter(({ state }) => states.includes(state)).length;
	return {
		signedIn: agents.length,
		talking: inState('talking'),
		idle: inState('idle'),
		available: agents.filter(({ isAvailable }) => isAvailable).length,
		busy: inState('busy'),
		wrapUp: inState('work'),
		rest: inState('rest'),
		occupied: inState('occupied'),
		answering: inState('answering'),
		inCall: inState('talking', 'answering', 'occupied'),
	};
}

/** Tables 12-439 and 12-478. Wrapping up after a call is the only work there is. */
export function stateTable(agents: OnlineAgent[]): object {
	const counted = countStates(agents);
	return {
		workSubStateBegin: counted.wrapUp,
		lateAdjust: counted.wrapUp,
		usable: counted.available,
		rest: counted.rest,
		studying: 0,
		setBusy: counted.busy,
		occupy: counted.occupied,
		idle: counted.idle,
		preoccupy: 0,
		answering: counted.answering,
		talking: counted.talking,
		loginEd: counted.signedIn,
	};
}
