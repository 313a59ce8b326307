import { sleep } from 'n8n-workflow';

/** Time, so that tests can move it. Milliseconds. */
export interface Clock {
	now(): number;
	sleep(ms: number): Promise<void>;
}

export const realClock: Clock = {
	now: () => Date.now(),
	sleep: async (ms) => await sleep(ms),
};
