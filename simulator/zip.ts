import { crc32, deflateRawSync } from 'node:zlib';

export interface Entry {
	name: string;
	bytes: Buffer;
}

const DEFLATED = 8;
const UTF8_NAMES = 0x0800;
/** 1 January 1980, the first day that the format knows. */
const DAY = 0x21;

/** A ZIP file, as everything that unpacks such files reads it. */
export function zip(entries: Entry[]): Buffer {
	const files: Buffer[] = [];
	const directory: Buffer[] = [];
	let at = 0;
	for (const { name, bytes } of entries) {
		const packed = deflateRawSync(bytes);
		const title = Buffer.from(name, 'utf8');
		const about = Buffer.alloc(26);
		about.writeUInt16LE(20, 0);
		about.writeUInt16LE(UTF8_NAMES, 2);
		about.writeUInt16LE(DEFLATED, 4);
		about.writeUInt16LE(DAY, 8);
		about.writeUInt32LE(crc32(bytes), 10);
		about.writeUInt32LE(packed.length, 14);
		about.writeUInt32LE(bytes.length, 18);
		about.writeUInt16LE(title.length, 22);
		const file = Buffer.concat([Buffer.from('PK\x03\x04', 'latin1'), about, title, packed]);
		const rest = Buffer.alloc(14);
		rest.writeUInt32LE(at, 10);
		directory.push(Buffer.concat([Buffer.from('PK\x01\x02\x14\x00', 'latin1'), about, rest, title]));
		files.push(file);
		at += file.length;
	}
	const listed = Buffer.concat(directory);
	const end = Buffer.alloc(22);
	end.write('PK\x05\x06', 0, 'latin1');
	end.writeUInt16LE(entries.length, 8);
	end.writeUInt16LE(entries.length, 10);
	end.writeUInt32LE(listed.length, 12);
	end.writeUInt32LE(at, 16);
	return Buffer.concat([...files, listed, end]);
}
