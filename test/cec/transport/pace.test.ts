import fc from 'fast-check';

import { takeTurn } from '../../../cec/transport/pace';

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
