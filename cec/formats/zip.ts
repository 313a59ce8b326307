/** Reads a file of a ZIP archive. */

const END_OF_DIRECTORY = 0x06054b50;
const DIRECTORY_ENTRY = 0x02014b50;
const END_BYTES = 22;
const ENTRY_BYTES = 46;
const LOCAL_BYTES = 30;
const STORED = 0;
/** No text is longer; an archive of a few bytes can hold endlessly many. */
const MOST_BYTES = 64 * 1024 * 1024;

interface Entry {
	name: string;
	method: number;
	packed: number;
	offset: number;
}

/** The content of the file with this name; undefined where the archive has none, or is none. Throws where it is damaged. */
export async function fileInZip(archive: Buffer, name: string): Promise<Buffer | undefined> {
	const entry = entriesOf(archive).find((each) => each.name === name);
	if (!entry) return undefined;
	const start = entry.offset + LOCAL_BYTES + archive.readUInt16LE(entry.offset + 26) + archive.readUInt16LE(entry.offset + 28);
	const content = archive.subarray(start, start + entry.packed);
	return entry.method === STORED ? content : await inflated(content);
}

/** The directory at the end; only there sizes are always given. */
function entriesOf(archive: Buffer): Entry[] {
	const end = archive.lastIndexOf(Buffer.from([0x50, 0x4b, 0x05, 0x06]));
	if (end < 0 || end + END_BYTES > archive.length || archive.readUInt32LE(end) !== END_OF_DIRECTORY) return [];
	const entries: Entry[] = [];
	let at = archive.readUInt32LE(end + 16);
	for (let left = archive.readUInt16LE(end + 10); left > 0 && archive.readUInt32LE(at) === DIRECTORY_ENTRY; left -= 1) {
		const nameBytes = archive.readUInt16LE(at + 28);
		entries.push({
			name: archive.toString('utf8', at + ENTRY_BYTES, at + ENTRY_BYTES + nameBytes),
			method: archive.readUInt16LE(at + 10),
			packed: archive.readUInt32LE(at + 20),
			offset: archive.readUInt32LE(at + 42),
		});
		at += ENTRY_BYTES + nameBytes + archive.readUInt16LE(at + 30) + archive.readUInt16LE(at + 32);
	}
	return entries;
}

async function inflated(content: Buffer): Promise<Buffer> {
	const unpacking = new Blob([new Uint8Array(content)]).stream().pipeThrough(new DecompressionStream('deflate-raw'));
	const chunks: Uint8Array[] = [];
	let bytes = 0;
	for await (const chunk of unpacking as unknown as AsyncIterable<Uint8Array>) {
		bytes += chunk.length;
		if (bytes > MOST_BYTES) throw new Error('The file is too large');
		chunks.push(chunk);
	}
	return Buffer.concat(chunks);
}
