/** How much memory something holds while it is at work. */
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

setFlagsFromString('--expose-gc');
const collectGarbage = runInNewContext('gc') as () => void;

const LOOK_EVERY_MS = 5;

function inUse(): number {
	const { heapUsed, external } = process.memoryUsage();
	return heapUsed + external;
}

/**
 * The most that the work was seen to hold, in bytes, beside its result. What looks like more than `enough`
 * may only wait to be collected, which says more of the machine than of the work: it is collected before it counts.
 */
export async function mostHeldBy<T>(enough: number, work: () => Promise<T>): Promise<{ result: T; most: number }> {
	collectGarbage();
	const before = inUse();
	let most = 0;
	const look = () => {
		if (most <= enough && inUse() - before > enough) collectGarbage();
		most = Math.max(most, inUse() - before);
	};
	const watching = setInterval(look, LOOK_EVERY_MS);
	const result = await work().finally(() => clearInterval(watching));
	return { result, most };
}
