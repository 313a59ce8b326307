/**
 * Runs `work` for 0 … count-1, at most `atOnce` at the same time; the results keep their order.
 * After the first failure nothing new begins; what has begun runs on.
 *
 * With `oneByOne` each waits for the one before it to call `begun`, or to end: what has been begun goes on together,
 * but is begun in order, and not at all once one has failed.
 */
export async function concurrently<T>(
	count: number,
	atOnce: number,
	work: (index: number, begun: () => void) => Promise<T>,
	oneByOne = false,
): Promise<T[]> {
	const results = new Array<T>(count);
	let next = 0;
	let failed = false;
	let latest: Promise<void> = Promise.resolve();
	const worker = async () => {
		while (next < count && !failed) {
			const index = next;
			next += 1;
			const before = latest;
			let begun = () => {};
			latest = new Promise((resolve) => (begun = resolve));
			if (oneByOne) await before;
			if (failed) return begun();
			const outcome = work(index, begun);
			outcome.then(begun, () => {
				failed = true;
				begun();
			});
			results[index] = await outcome;
		}
	};
	await Promise.all(Array.from({ length: Math.min(atOnce, count) }, worker));
	return results;
}
