import fc from 'fast-check';
import type { IDataObject } from 'n8n-workflow';

const HOUR = 3_600_000;

/** A process of n8n: what it remembers by itself is gone with it. */
function startProcess(): typeof import('../../../cec/incoming/duplicates') {
	jest.resetModules();
	return jest.requireActual('../../../cec/incoming/duplicates');
}

const key = (id: number) => `call ${id}`;

test('each record passes once, whatever comes in whichever portions and however often the process starts anew', () => {
	const portions = fc.array(
		fc.record({ ids: fc.array(fc.integer({ min: 0, max: 15 }), { maxLength: 8 }), restarts: fc.boolean() }),
		{ maxLength: 8 },
	);
	fc.assert(
		fc.property(portions, (all) => {
			let { dropDuplicates } = startProcess();
			let memory: IDataObject = {};
			const passed: number[] = [];
			for (const { ids, restarts } of all) {
				if (restarts) ({ dropDuplicates } = startProcess());
				passed.push(...dropDuplicates(ids, memory, key, 1000, 'here'));
				// n8n writes its memory to the database and reads it from there.
				memory = JSON.parse(JSON.stringify(memory)) as IDataObject;
			}
			expect(passed).toEqual([...new Set(all.flatMap(({ ids }) => ids))]);
		}),
		{ numRuns: 40 },
	);
});

test('a repetition that comes before n8n has saved its memory is found too', () => {
	const { dropDuplicates } = startProcess();
	expect(dropDuplicates([1], {}, key, 0, 'here')).toEqual([1]);
	expect(dropDuplicates([1, 2], {}, key, 0, 'here')).toEqual([2]);
});

test('places do not know of each other', () => {
	const { dropDuplicates } = startProcess();
	expect(dropDuplicates([1], {}, key, 0, 'here')).toEqual([1]);
	expect(dropDuplicates([1], {}, key, 0, 'there')).toEqual([1]);
});

test('what came long ago is forgotten, since CEC pushes for an hour at most', () => {
	const { dropDuplicates } = startProcess();
	const memory: IDataObject = {};
	dropDuplicates([1], memory, key, 0, 'here');
	expect(dropDuplicates([1], memory, key, 2 * HOUR, 'here')).toEqual([]);
	expect(dropDuplicates([2], memory, key, 4 * HOUR, 'here')).toEqual([2]);
	expect(Object.keys(memory.seen as object)).toHaveLength(1);
});

test('memory does not grow without end, and forgets the oldest first', () => {
	const { dropDuplicates } = startProcess();
	const memory: IDataObject = {};
	dropDuplicates(
		Array.from({ length: 50_010 }, (_, id) => id),
		memory,
		key,
		0,
		'here',
	);
	expect(Object.values(memory.seen as Record<string, string>).join('')).toHaveLength(50_000 * 16);
	expect(dropDuplicates([50_009], memory, key, 0, 'here')).toEqual([]);
});
