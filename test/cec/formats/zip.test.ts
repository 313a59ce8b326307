import * as fc from 'fast-check';

import { fileInZip } from '../../../cec/formats/zip';
import { zipOf } from '../../../simulator/sqm/inspection/zip';

/** As `zip -0` writes it: an extra field, and content that is not packed. */
const STORED = Buffer.from(
	'504b03040a00000000000000210066b8d2d30400000004000000050004006120622e740000000074657874' +
		'504b01020a000a00000000000000210066b8d2d3040000000400000005000000000000000000000000000000000061' +
		'20622e74504b0506000000000100010033000000' +
		'2b0000000000',
	'hex',
);

test('a file is found by its name, whatever it holds', async () => {
	await fc.assert(
		fc.asyncProperty(fc.string({ unit: 'binary' }), fc.string({ unit: 'grapheme', minLength: 1 }), async (text, name) => {
			const archive = zipOf(name, text);
			expect((await fileInZip(archive, name))?.toString('utf8')).toBe(Buffer.from(text).toString('utf8'));
			expect(await fileInZip(archive, `${name}x`)).toBeUndefined();
		}),
	);
});

test('what is not packed is read as well', async () => {
	expect((await fileInZip(STORED, 'a b.t'))?.toString()).toBe('text');
});

test('what is no archive has no files, and one that is damaged says so', async () => {
	expect(await fileInZip(Buffer.alloc(0), '0.json')).toBeUndefined();
	expect(await fileInZip(Buffer.from('{"retCode":"0"}'), '0.json')).toBeUndefined();
	const archive = zipOf('0.json', 'a text that is long enough to be packed, and packed, and packed');
	archive.fill(0xff, 40, 50);
	await expect(fileInZip(archive, '0.json')).rejects.toThrow();
});

test('content without an end is not read to its end', async () => {
	const archive = zipOf('0.json', '0'.repeat(65 * 1024 * 1024));
	expect(archive.length).toBeLessThan(100_000);
	await expect(fileInZip(archive, '0.json')).rejects.toThrow('The file is too large');
});
