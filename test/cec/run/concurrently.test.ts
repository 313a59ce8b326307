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

const turns = async (count: number) => {
	for (let turn = 0; turn < count; turn += 1) await Promise.resolve();
};

test('one by one: begun in order, each when the one before has begun, and gone on with together', async () => {
	await fc.assert(
		fc.asyncProperty(
			fc.array(fc.tuple(fc.nat(4), fc.nat(9)), { maxLength: 20 }),
			fc.integer({ min: 1, max: 8 }),
			async (each, atOnce) => {
				const order: number[] = [];
				let beginning = 0;
				let running = 0;
				let most = 0;
				const work = async (index: number, begun: () => void) => {
					beginning += 1;
					expect(beginning).toBe(1);
					running += 1;
					most = Math.max(most, running);
					order.push(index);
					const [begins, ends] = each[index];
					await turns(begins);
					beginning -= 1;
					begun();
					await turns(ends + 20);
					running -= 1;
					return index;
				};
				const indexes = each.map((_, index) => index);
				expect(await concurrently(each.length, atOnce, work, true)).toEqual(indexes);
				expect(order).toEqual(indexes);
				expect(most).toBeLessThanOrEqual(atOnce);
			},
		),
	);
});

test('one by one: what never says that it has begun lets the next begin when it ends', async () => {
	const seen: string[] = [];
	const work = async (index: number) => {
		seen.push(`begin ${index}`);
		await turns(3);
		seen.push(`end ${index}`);
	};
	await concurrently(3, 8, work, true);
	expect(seen).toEqual(['begin 0', 'end 0', 'begin 1', 'end 1', 'begin 2', 'end 2']);
});

test.each([true, false])('after a failure nothing new begins (one by one: %s)', async (oneByOne) => {
	const begunOnes: number[] = [];
	const work = async (index: number, begun: () => void) => {
		begunOnes.push(index);
		await turns(2);
		if (index === 2) throw new Error('no');
		begun();
		await turns(50);
	};
	await expect(concurrently(10, oneByOne ? 8 : 3, work, oneByOne)).rejects.toThrow('no');
	await turns(500);
	expect(begunOnes).toEqual([0, 1, 2]);
});
