/** What an agent can be doing. The last three are calls: taken by one, being asked to answer it, talking. */
export type State = 'idle' | 'busy' | 'work' | 'rest' | 'occupied' | 'answering' | 'talking';

/** Table 6-452. Every state of a call is one here, and pre-rest is not a state of its own. */
export const gatewayStates: Record<State, number> = {
	busy: 3,
	idle: 4,
	work: 5,
	occupied: 7,
	answering: 7,
	talking: 7,
	rest: 8,
};
export const SIGNED_OUT = 2;
export const PRE_REST = 9;

/** Table 6-453. */
export const ctiStates: Record<State, number> = {
	idle: 1,
	occupied: 3,
	answering: 4,
	talking: 5,
	work: 6,
	busy: 7,
	rest: 8,
};
export const CTI_SIGNED_OUT = 0;

/** Table 6-454. */
export const syncStates: Record<State, number> = {
	idle: 1,
	work: 2,
	rest: 3,
	busy: 4,
	occupied: 7,
	answering: 8,
	talking: 9,
};
export const ABNORMAL = 255;

export const isOnCall = (state: State): boolean => ['occupied', 'answering', 'talking'].includes(state);
