import { crc32, deflateRawSync } from 'node:zlib';

const DEFLATED = 8;
const UTF8_NAMES = 0x0800;
const VERSION = 20;

/** An archive with one file. */
export function zipOf(name: string, text: string): Buffer {
	const [content, fileName] = [Buffer.from(text), Buffer.from(name)];
	const packed = deflateRawSync(content);
	const about = Buffer.alloc(26);
	[VERSION, UTF8_NAMES, DEFLATED].forEach((value, index) => about.writeUInt16LE(value, index * 2));
	[crc32(content), packed.length, content.length].forEach((value, index) => about.writeUInt32LE(value, 10 + index * 4));
	about.writeUInt16LE(fileName.length, 22);
	const local = Buffer.concat([Buffer.from('PK\x03\x04', 'latin1'), about, fileName, packed]);
	const version = Buffer.from([VERSION, 0]);
	const entry = Buffer.concat([Buffer.from('PK\x01\x02', 'latin1'), version, about, Buffer.alloc(14), fileName]);
	const end = Buffer.alloc(18);
	[0, 0, 1, 1].forEach((value, index) => end.writeUInt16LE(value, index * 2));
	end.writeUInt32LE(entry.length, 8);
	end.writeUInt32LE(local.length, 12);
	return Buffer.concat([local, entry, Buffer.from('PK\x05\x06', 'latin1'), end]);
}
