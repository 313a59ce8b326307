import fc from 'fast-check';

import { inTurn, takeTurn } from '../../../cec/transport/pace';

let runs = 0;

test('turns under one key keep their distance, whoever takes them and whenever', async () => {
	await fc.assert(
		fc.asyncProperty(
			fc.array(fc.integer({ min: 0, max: 500 }), { minLength: 1, maxLength: 20 }),
			async (pauses) => {
				let now = 1000;
				const turns: number[] = [];
				const clock = {
					now: () => now,
					sleep: async (ms: number) => {
						turns.push(now + ms);
					},
				};
				const key = `key ${(runs += 1)}`;
				for (const pause of pauses) {
					now += pause;
					const before = turns.length;
					await takeTurn(key, 200, clock);
					if (turns.length === before) turns.push(now);
				}
				expect(turns).toHaveLength(pauses.length);
				turns.slice(1).forEach((turn, index) => expect(turn - turns[index]).toBeGreaterThanOrEqual(200));
			},
		),
	);
});

test('other keys, and requests without a limit, do not wait', async () => {
	const clock = { now: () => 0, sleep: jest.fn(async () => undefined) };
	await takeTurn('a', 1000, clock);
	await takeTurn('b', 1000, clock);
	await takeTurn('a', 0, clock);
	expect(clock.sleep).not.toHaveBeenCalled();
	await takeTurn('a', 1000, clock);
	expect(clock.sleep).toHaveBeenCalledWith(1000);
});

describe('one after the other', () => {
	const wait = async (ms: number) => await new Promise((resolve) => setTimeout(resolve, ms));

	test('under the same key, in the order of asking', async () => {
		const log: string[] = [];
		const work = (name: string, ms: number) => async () => {
			log.push(`${name} begins`);
			await wait(ms);
			log.push(`${name} ends`);
			return name;
		};
		expect(await Promise.all([inTurn('agent', work('a', 15)), inTurn('agent', work('b', 1))])).toEqual(['a', 'b']);
		expect(log).toEqual(['a begins', 'a ends', 'b begins', 'b ends']);
	});

	test('but not under different keys', async () => {
		let other = false;
		await inTurn('one', async () => {
			await inTurn('another', async () => {
				other = true;
				await Promise.resolve();
			});
		});
		expect(other).toBe(true);
	});

	test('also after one that failed', async () => {
		const failed = inTurn('failing', async () => await Promise.reject(new Error('no')));
		const next = inTurn('failing', async () => await Promise.resolve('yes'));
		await expect(failed).rejects.toThrow('no');
		expect(await next).toBe('yes');
	});
});
