import fc from 'fast-check';

import { sendInPieces } from '../../../cec/run/pieces';

const oneBad = new Error('one of them is bad');
const serverGone = new Error('the server is gone');
const unknown = new Error('the answer was lost');

/** A server that refuses a piece as a whole when one entry is bad, and notes what it took. */
function server(bad: Set<number>) {
	const taken: number[] = [];
	const send = async (piece: number[]) => {
		if (piece.some((entry) => bad.has(entry))) throw oneBad;
		taken.push(...piece);
		return `took ${piece.length}`;
	};
	return { taken, send };
}

const rules = {
	isOneEntrysFault: (error: unknown) => error === oneBad,
	isHopeless: (error: unknown) => error === serverGone,
};

test('whichever entries are bad, every other one is sent exactly once and in order', async () => {
	await fc.assert(
		fc.asyncProperty(
			fc.integer({ min: 0, max: 90 }),
			fc.integer({ min: 1, max: 25 }),
			fc.array(fc.integer({ min: 0, max: 89 }), { maxLength: 20 }),
			async (count, size, badOnes) => {
				const bad = new Set(badOnes.filter((entry) => entry < count));
				const { taken, send } = server(bad);
				const entries = Array.from({ length: count }, (_, index) => index);
				const results = await sendInPieces(entries, { size, send, ...rules });
				expect(taken).toEqual(entries.filter((entry) => !bad.has(entry)));
				expect(results.map((result) => 'error' in result)).toEqual(entries.map((entry) => bad.has(entry)));
			},
		),
	);
});

test('a piece whose fate is not known is neither halved nor sent again', async () => {
	const send = jest.fn(async (piece: number[]) => {
		if (piece.includes(1)) throw unknown;
		return 'took it';
	});
	const results = await sendInPieces([0, 1, 2, 3, 4], { size: 3, send, ...rules });
	expect(send.mock.calls).toEqual([[[0, 1, 2]], [[3, 4]]]);
	expect(results.map((result) => ('error' in result ? result.error : result.answer))).toEqual([
		unknown,
		unknown,
		unknown,
		'took it',
		'took it',
	]);
});

test('once the server is gone nothing more is sent, and what went through before stays', async () => {
	const send = jest.fn(async (piece: number[]) => {
		if (piece.includes(2)) throw serverGone;
		return 'took it';
	});
	const results = await sendInPieces([0, 1, 2, 3, 4, 5], { size: 2, send, ...rules });
	expect(send).toHaveBeenCalledTimes(2);
	expect(results.map((result) => ('error' in result ? result.error : result.answer))).toEqual([
		'took it',
		'took it',
		serverGone,
		serverGone,
		serverGone,
		serverGone,
	]);
});
