/** Spoken texts of 10.21: WAV files of 16 kHz and 16 bits, a tone for each sentence. */

const RATE = 16_000;
const HEADER = 44;
/** The sample has 2790 ms for 48 bytes. */
const MS_PER_BYTE = 58;

export interface Sentence {
	/** In milliseconds. */
	st: number;
	et: number;
	/** In bytes of UTF-8. */
	offset: number;
	len: number;
}

export interface Voice {
	/** -500 to 500. */
	pitch: number;
	speed: number;
	/** 0 to 100. */
	volume: number;
}

export function sentencesOf(text: string, { speed }: Voice): Sentence[] {
	const parts = text.match(/[^。！？.!?\n]+[。！？.!?\n]*|[。！？.!?\n]+/g) ?? [];
	let offset = 0;
	let st = 0;
	return parts.map((part) => {
		const len = Buffer.byteLength(part);
		const et = st + Math.round((len * MS_PER_BYTE) / 2 ** (speed / 500));
		const sentence = { st, et, offset, len };
		offset += len;
		st = et;
		return sentence;
	});
}

export function spoken(sentences: Sentence[], { pitch, volume }: Voice): Buffer {
	const last = sentences[sentences.length - 1];
	const samples = Math.floor(((last?.et ?? 0) * RATE) / 1000);
	const file = Buffer.alloc(HEADER + samples * 2);
	writeHeader(file, samples * 2);
	sentences.forEach(({ st, et }, number) => {
		const frequency = 220 * 2 ** ((number % 12) / 12 + pitch / 500);
		const step = (2 * Math.PI * frequency) / RATE;
		for (let at = Math.floor((st * RATE) / 1000); at < Math.floor((et * RATE) / 1000); at++) {
			file.writeInt16LE(Math.round(Math.sin(step * at) * 300 * volume), HEADER + at * 2);
		}
	});
	return file;
}

function writeHeader(file: Buffer, bytes: number): void {
	file.write('RIFF', 0);
	file.writeUInt32LE(HEADER - 8 + bytes, 4);
	file.write('WAVEfmt ', 8);
	file.writeUInt32LE(16, 16);
	file.writeUInt16LE(1, 20);
	file.writeUInt16LE(1, 22);
	file.writeUInt32LE(RATE, 24);
	file.writeUInt32LE(RATE * 2, 28);
	file.writeUInt16LE(2, 32);
	file.writeUInt16LE(16, 34);
	file.write('data', 36);
	file.writeUInt32LE(bytes, 40);
}
