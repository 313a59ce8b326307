import fc from 'fast-check';

import { concurrently } from '../../../cec/run/concurrently';

test('runs each once, never more at a time than allowed, and keeps the order', async () => {
	await fc.assert(
		fc.asyncProperty(fc.integer({ min: 0, max: 30 }), fc.integer({ min: 1, max: 8 }), async (count, atOnce) => {
			let running = 0;
			let most = 0;
			const results = await concurrently(count, atOnce, async (index) => {
				running += 1;
				most = Math.max(most, running);
				for (let turn = 0; turn <= index % 3; turn += 1) await Promise.resolve();
				running -= 1;
				return index;
			});
			expect(results).toEqual(Array.from({ length: count }, (_, index) => index));
			expect(most).toBe(Math.min(count, atOnce));
		}),
	);
});
