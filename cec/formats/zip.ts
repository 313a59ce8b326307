/** Reads ZIP files in memory. Names in them are labels only: nothing is written anywhere. */

export interface ZipEntry {
	name: string;
	content: Buffer;
}

const END_OF_DIRECTORY = 0x06054b50;
const IN_DIRECTORY = 0x02014b50;
const STORED = 0;
const DEFLATED = 8;

/** The files in an archive; undefined when it cannot be read, or would take more than `mostBytes` unpacked. */
export async function unzip(archive: Buffer, mostBytes: number): Promise<ZipEntry[] | undefined> {
	try {
		return await readEntries(archive, mostBytes);
	} catch {
		return undefined;
	}
}

async function readEntries(archive: Buffer, mostBytes: number): Promise<ZipEntry[]> {
	const end = archive.lastIndexOf(Buffer.from('PK\x05\x06', 'latin1'));
	if (end < 0 || archive.readUInt32LE(end) !== END_OF_DIRECTORY) throw new RangeError('no directory');
	const entries: ZipEntry[] = [];
	let [at, left] = [archive.readUInt32LE(end + 16), mostBytes];
	for (let count = archive.readUInt16LE(end + 10); count > 0; count -= 1) {
		if (archive.readUInt32LE(at) !== IN_DIRECTORY) throw new RangeError('no entry');
		const [nameLength, extra, comment] = [28, 30, 32].map((offset) => archive.readUInt16LE(at + offset));
		const name = archive.toString('utf8', at + 46, at + 46 + nameLength);
		const content = await contentAt(archive, at, left);
		entries.push({ name, content });
		left -= content.length;
		at += 46 + nameLength + extra + comment;
	}
	return entries;
}

async function contentAt(archive: Buffer, at: number, most: number): Promise<Buffer> {
	const [method, packedLength, local] = [archive.readUInt16LE(at + 10), archive.readUInt32LE(at + 20), archive.readUInt32LE(at + 42)];
	const begins = local + 30 + archive.readUInt16LE(local + 26) + archive.readUInt16LE(local + 28);
	const packed = archive.subarray(begins, begins + packedLength);
	if (packed.length !== packedLength || (method !== STORED && method !== DEFLATED)) throw new RangeError('broken entry');
	const content = method === STORED ? packed : await inflated(packed, most);
	if (content.length > most) throw new RangeError('too large');
	return content;
}

/** Stops as soon as there is more than may be: sizes that stand in an archive need not be true. */
async function inflated(packed: Buffer, most: number): Promise<Buffer> {
	const source = new Blob([packed]).stream().pipeThrough(new DecompressionStream('deflate-raw'));
	const chunks: Uint8Array[] = [];
	let bytes = 0;
	for await (const chunk of source as unknown as AsyncIterable<Uint8Array>) {
		bytes += chunk.length;
		if (bytes > most) throw new RangeError('too large');
		chunks.push(chunk);
	}
	return Buffer.concat(chunks);
}
