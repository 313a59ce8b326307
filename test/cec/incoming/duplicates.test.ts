import fc from 'fast-check';
import type { IDataObject } from 'n8n-workflow';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const KEY_LENGTH = 16;

/** A process of n8n: what it remembers by itself is gone with it. */
function startProcess(): typeof import('../../../cec/incoming/duplicates') {
	jest.resetModules();
	return jest.requireActual('../../../cec/incoming/duplicates');
}

const key = (id: number) => `call ${id}`;
const bucketsOf = (memory: IDataObject) => memory.seen as Record<string, string>;
/** What the database holds after n8n has saved its memory. */
const saved = (memory: IDataObject) => JSON.parse(JSON.stringify(memory)) as IDataObject;

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
				memory = saved(memory);
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
	expect(Object.values(bucketsOf(memory)).join('')).toHaveLength(50_000 * KEY_LENGTH);
	expect(dropDuplicates([50_009], memory, key, 0, 'here')).toEqual([]);
});

test('what comes within the same ten minutes stands in one text, the rest in texts of their own', () => {
	const { dropDuplicates } = startProcess();
	const memory: IDataObject = {};
	dropDuplicates([1, 2], memory, key, 0, 'here');
	dropDuplicates([3], memory, key, 10 * MINUTE - 1, 'here');
	dropDuplicates([4], memory, key, 10 * MINUTE, 'here');
	dropDuplicates([5], memory, key, 2 * HOUR, 'here');
	expect(Object.entries(bucketsOf(memory)).map(([number, keys]) => [number, keys.length / KEY_LENGTH])).toEqual([
		['0', 3],
		['1', 1],
		['12', 1],
	]);
	expect(Object.values(bucketsOf(memory)).join('')).toMatch(/^[\w-]+$/);
	expect(dropDuplicates([5, 4, 3, 2, 1], memory, key, 2 * HOUR, 'here')).toEqual([]);
});

test('a repetition alone changes nothing that would have to be saved', () => {
	const { dropDuplicates } = startProcess();
	const memory: IDataObject = {};
	dropDuplicates([1, 2], memory, key, 0, 'here');
	const before = memory.seen;
	expect(dropDuplicates([2, 1, 2], memory, key, HOUR, 'here')).toEqual([]);
	expect(memory.seen).toBe(before);
});

test('what came is known for three hours at least, and for ten minutes more at most', () => {
	const times = fc.record({ came: fc.integer({ min: 0, max: 2e12 }), later: fc.integer({ min: 0, max: 4 * HOUR }) });
	fc.assert(
		fc.property(times, fc.boolean(), fc.boolean(), ({ came, later }, restarts, many) => {
			let { dropDuplicates } = startProcess();
			const memory: IDataObject = {};
			dropDuplicates([1], memory, key, came, 'here');
			if (restarts) ({ dropDuplicates } = startProcess());
			fc.pre(later <= 3 * HOUR || later >= 3 * HOUR + 10 * MINUTE);
			const isKnown = later <= 3 * HOUR;
			expect(dropDuplicates(many ? [1, 2] : [1], saved(memory), key, came + later, 'here')).toEqual([
				...(isKnown ? [] : [1]),
				...(many ? [2] : []),
			]);
		}),
		{ numRuns: 60 },
	);
});

test('two processes that save in turn know together what came to either', () => {
	const [one, other] = [startProcess(), startProcess()];
	let database: IDataObject = {};
	const post = ({ dropDuplicates }: typeof one, ids: number[], saves = true) => {
		const memory = saved(database);
		const fresh = dropDuplicates(ids, memory, key, HOUR, 'here');
		if (saves) database = saved(memory);
		return fresh;
	};
	expect(post(one, [1, 2])).toEqual([1, 2]);
	expect(post(other, [2, 3])).toEqual([3]);
	// Saved too late: the other process has read the memory before.
	expect(post(one, [4], false)).toEqual([4]);
	expect(post(other, [5])).toEqual([5]);
	expect(post(one, [1, 2, 3, 4, 5, 6])).toEqual([6]);
	expect(post(other, [1, 2, 3, 4, 5, 6])).toEqual([]);
	expect(Object.values(bucketsOf(database)).join('')).toHaveLength(6 * KEY_LENGTH);
	expect(post(startProcess(), [1, 2, 3, 4, 5, 6, 7])).toEqual([7]);
});

test('memories of two processes are one, whatever came to which and whatever was saved', () => {
	const portion = fc.record({
		at: fc.integer({ min: 0, max: 2 * HOUR }),
		ids: fc.array(fc.integer({ min: 0, max: 12 }), { minLength: 1, maxLength: 4 }),
		second: fc.boolean(),
	});
	fc.assert(
		fc.property(fc.array(portion, { maxLength: 10 }), (all) => {
			const processes = [startProcess(), startProcess()];
			let database: IDataObject = {};
			const passed = all.flatMap(({ at, ids, second }) => {
				const memory = saved(database);
				const fresh = processes[Number(second)].dropDuplicates(ids, memory, key, at, 'here');
				database = saved(memory);
				return fresh;
			});
			expect(passed).toEqual([...new Set(all.flatMap(({ ids }) => ids))]);
		}),
		{ numRuns: 40 },
	);
});

test.each([
	['of version 0.1', { seen: { abcdefghijklmnop: 1_772_438_400_000 } }],
	['that is a list', { seen: ['abcdefghijklmnop'] }],
	['that is a text', { seen: 'abcdefghijklmnop' }],
	['that is null', { seen: null }],
	['with texts of another length', { seen: { '0': 'abc' } }],
	['with names that are no numbers', { seen: { abc: 'abcdefghijklmnop', __proto__x: 'abcdefghijklmnop' } }],
	['of somebody else', { other: 1 }],
])('memory %s is no obstacle', (_name, memory: IDataObject) => {
	const { dropDuplicates } = startProcess();
	expect(dropDuplicates([1, 2], memory, key, HOUR, 'here')).toEqual([1, 2]);
	expect(startProcess().dropDuplicates([1, 2, 3], saved(memory), key, HOUR, 'here')).toEqual([3]);
	expect(startProcess().dropDuplicates([1], saved(memory), key, HOUR, 'here')).toEqual([]);
});

test('full memory lets the oldest go first, whatever time they came', () => {
	const { dropDuplicates } = startProcess();
	const memory: IDataObject = {};
	const range = (from: number, to: number) => Array.from({ length: to - from }, (_, at) => from + at);
	dropDuplicates(range(0, 30_000), memory, key, 9 * 10 * MINUTE, 'here');
	dropDuplicates(range(30_000, 60_000), memory, key, 10 * 10 * MINUTE, 'here');
	const kept = Object.entries(bucketsOf(memory)).map(([number, keys]) => [number, keys.length / KEY_LENGTH]);
	expect(kept).toEqual([
		['9', 20_000],
		['10', 30_000],
	]);
	expect(dropDuplicates([9_999], memory, key, HOUR, 'here')).toEqual([9_999]);
	expect(dropDuplicates([10_001, 29_999, 30_000, 59_999], memory, key, HOUR, 'here')).toEqual([]);
});

test('a list of ten thousand is looked through at once, and one record beside fifty thousand known ones too', () => {
	const { dropDuplicates } = startProcess();
	const memory: IDataObject = {};
	const ids = Array.from({ length: 50_000 }, (_, id) => id);
	dropDuplicates(ids, memory, key, 0, 'here');
	const began = Date.now();
	expect(dropDuplicates(ids.slice(0, 10_000), memory, key, 0, 'here')).toEqual([]);
	expect(Date.now() - began).toBeLessThan(1000);
	const alone = Date.now();
	for (let id = 0; id < 20; id += 1) expect(dropDuplicates([id], memory, key, 0, 'here')).toEqual([]);
	expect(Date.now() - alone).toBeLessThan(1000);
});
