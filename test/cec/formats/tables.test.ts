/** ZIP files and comma-separated values, read without anything that n8n does not bring. */
import fc from 'fast-check';

import { namedRows, readCsv } from '../../../cec/formats/csv';
import { unzip } from '../../../cec/formats/zip';
import { zip } from '../../../simulator/zip';

const MB = 1024 * 1024;

describe('a ZIP file', () => {
	test('gives back what was put into it', async () => {
		const files = fc.array(fc.record({ name: fc.string({ minLength: 1 }), bytes: fc.uint8Array({ maxLength: 2000 }) }), { maxLength: 4 });
		await fc.assert(
			fc.asyncProperty(files, async (given) => {
				const entries = given.map(({ name, bytes }) => ({ name, bytes: Buffer.from(bytes) }));
				const found = await unzip(zip(entries), MB);
				expect(found).toEqual(entries.map(({ name, bytes }) => ({ name: Buffer.from(name).toString(), content: bytes })));
			}),
			{ numRuns: 30 },
		);
	});

	test('that would take too much room is not unpacked', async () => {
		const bomb = zip([{ name: 'zeros', bytes: Buffer.alloc(4 * MB) }]);
		expect(bomb.length).toBeLessThan(10_000);
		expect(await unzip(bomb, 3 * MB)).toBeUndefined();
		expect(await unzip(zip([1, 2, 3].map((n) => ({ name: `${n}`, bytes: Buffer.alloc(MB) }))), 2.5 * MB)).toBeUndefined();
		expect(await unzip(bomb, 4 * MB)).toHaveLength(1);
	});

	test('that is broken, or none, is no reason to fail otherwise', async () => {
		const whole = zip([{ name: 'a', bytes: Buffer.from('hello') }]);
		for (const bytes of [Buffer.alloc(0), Buffer.from('no archive'), whole.subarray(0, 40), whole.subarray(30)]) {
			expect(await unzip(bytes, MB)).toBeUndefined();
		}
	});
});

describe('comma-separated values', () => {
	test('are read with and without quotes, whatever ends a line', () => {
		expect(readCsv('a,b\r\n1,"x, ""y""\nz"\n\n,2')).toEqual([['a', 'b'], ['1', 'x, "y"\nz'], ['', '2']]);
		expect(readCsv('\ufeffa,\n')).toEqual([['a', '']]);
		expect(readCsv('')).toEqual([]);
	});

	test('come back as they were written', () => {
		const cell = fc.string().filter((text) => text.trim() === text);
		const table = fc.array(fc.array(cell, { minLength: 2, maxLength: 5 }).filter((row) => row.some((text) => text !== '')));
		fc.assert(
			fc.property(table, (rows) => {
				const text = rows.map((row) => row.map((value) => `"${value.replaceAll('"', '""')}"`).join(',')).join('\r\n');
				expect(readCsv(text)).toEqual(rows);
			}),
		);
	});

	test('are named by a first row that holds names, or else by their places', () => {
		expect(namedRows([['ID', 'Size'], ['1', '2']], ['id', 'name'])).toEqual([{ ID: '1', Size: '2' }]);
		expect(namedRows([['1', '2', '3']], ['id', 'name'])).toEqual([{ id: '1', name: '2', column3: '3' }]);
		expect(namedRows([], ['id'])).toEqual([]);
	});
});
