/**
 * Runs `work` for 0 … count-1, at most `atOnce` at the same time; the results keep their order.
 * After the first failure nothing new begins; what has begun runs on.
 */
export async function concurrently<T>(count: number, atOnce: number, work: (index: number) => Promise<T>): Promise<T[]> {
	const results = new Array<T>(count);
	let next = 0;
	let failed = false;
	const worker = async () => {
		while (next < count && !failed) {
			const index = next;
			next += 1;
			const outcome = work(index);
			outcome.catch(() => {
				failed = true;
			});
			results[index] = await outcome;
		}
	};
	await Promise.all(Array.from({ length: Math.min(atOnce, count) }, worker));
	return results;
}
