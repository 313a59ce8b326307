import { inflateRawSync } from 'node:zlib';

const LOCAL_FILE = 0x04034b50;

/** The files in a ZIP by name, read from its beginning; for archives whose headers hold all sizes. */
export function unzip(archive: Buffer): Map<string, Buffer> {
	const files = new Map<string, Buffer>();
	for (let at = 0; archive.readUInt32LE(at) === LOCAL_FILE;) {
		const packed = archive.readUInt32LE(at + 18);
		const title = archive.readUInt16LE(at + 26);
		const begins = at + 30 + title + archive.readUInt16LE(at + 28);
		const name = archive.toString('utf8', at + 30, at + 30 + title);
		files.set(name, inflateRawSync(archive.subarray(begins, begins + packed)));
		at = begins + packed;
	}
	return files;
}
