import * as fc from 'fast-check';

import { unzip } from '../../../cec/formats/zip';
import { zip } from '../../../simulator/zip';

/** As `zip -0` writes it: an extra field, and content that is not packed. */
const STORED = Buffer.from(
	'504b03040a00000000000000210066b8d2d30400000004000000050004006120622e740000000074657874' +
		'504b01020a000a00000000000000210066b8d2d3040000000400000005000000000000000000000000000000000061' +
		'20622e74504b0506000000000100010033000000' +
		'2b0000000000',
	'hex',
);
const MEBIBYTE = 1024 * 1024;

test('files have their names, whatever they hold', async () => {
	await fc.assert(
		fc.asyncProperty(fc.string({ unit: 'binary' }), fc.string({ unit: 'grapheme', minLength: 1 }), async (text, name) => {
			const files = await unzip(zip([{ name, bytes: Buffer.from(text) }]), MEBIBYTE);
			expect(files).toEqual([{ name, content: Buffer.from(text) }]);
		}),
	);
});

test('what is not packed is read as well', async () => {
	expect(await unzip(STORED, MEBIBYTE)).toEqual([{ name: 'a b.t', content: Buffer.from('text') }]);
});

test('what is no archive, or a damaged one, cannot be read', async () => {
	expect(await unzip(Buffer.alloc(0), MEBIBYTE)).toBeUndefined();
	expect(await unzip(Buffer.from('{"retCode":"0"}'), MEBIBYTE)).toBeUndefined();
	const archive = zip([{ name: '0.json', bytes: Buffer.from('a text that is long enough to be packed, and packed, and packed') }]);
	archive.fill(0xff, 40, 50);
	expect(await unzip(archive, MEBIBYTE)).toBeUndefined();
});

test('content without an end is not read to its end', async () => {
	const archive = zip([{ name: '0.json', bytes: Buffer.alloc(2 * MEBIBYTE, '0') }]);
	expect(archive.length).toBeLessThan(10_000);
	expect(await unzip(archive, MEBIBYTE)).toBeUndefined();
});
