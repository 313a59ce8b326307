import { createHash } from 'node:crypto';
import { Readable } from 'node:stream';
import type { Content } from './content';

/** WAV files as 5.4.4 says the platform has them: A-law, mono, 8 bits, 8 kHz. A melody of its own for each name. */

const RATE = 8000;
const A_LAW = 6;
const NOTE_SECONDS = 0.4;
const CHUNK = 64 * 1024;
const HEADER = 58;

/** A recording of this many seconds, or a file of exactly so many bytes. */
export function melody(name: string, length: { seconds: number } | { bytes: number }): Content {
	const room = 'bytes' in length ? Math.max(0, length.bytes - HEADER) : Math.round(length.seconds * RATE);
	// Chunks of a RIFF file are padded to an even length, which the length of the chunk does not count.
	const padded = 'bytes' in length ? room : room + (room % 2);
	const samples = padded % 2 === 0 ? room : room - 1;
	const notes = tune(name);
	return {
		bytes: HEADER + padded,
		stream: () => Readable.from(chunks(header(samples, padded), notes, padded), { objectMode: false }),
	};
}

function* chunks(first: Buffer, notes: Buffer, bytes: number): Generator<Buffer> {
	yield first;
	const whole = Buffer.alloc(Math.ceil(CHUNK / notes.length) * notes.length, notes);
	for (let left = bytes; left > 0; left -= whole.length) yield whole.subarray(0, Math.min(left, whole.length));
}

function header(samples: number, padded: number): Buffer {
	const made = Buffer.alloc(HEADER);
	made.write('RIFF', 0);
	made.writeUInt32LE(HEADER - 8 + padded, 4);
	made.write('WAVEfmt ', 8);
	made.writeUInt32LE(18, 16);
	made.writeUInt16LE(A_LAW, 20);
	made.writeUInt16LE(1, 22);
	made.writeUInt32LE(RATE, 24);
	made.writeUInt32LE(RATE, 28);
	made.writeUInt16LE(1, 32);
	made.writeUInt16LE(8, 34);
	made.write('fact', 38);
	made.writeUInt32LE(4, 42);
	made.writeUInt32LE(samples, 46);
	made.write('data', 50);
	made.writeUInt32LE(samples, 54);
	return made;
}

/** Eight notes out of the name's hash, to be repeated. */
function tune(name: string): Buffer {
	const hash = createHash('sha256').update(name).digest();
	const perNote = RATE * NOTE_SECONDS;
	const made = Buffer.alloc(8 * perNote);
	for (let at = 0; at < made.length; at++) {
		const frequency = 220 * 2 ** ((hash[Math.floor(at / perNote)] % 25) / 12);
		made[at] = aLaw(Math.round(12_000 * Math.sin((2 * Math.PI * frequency * at) / RATE)));
	}
	return made;
}

/** G.711: sign, the number of the segment, four bits within it, every second bit turned round. */
function aLaw(sample: number): number {
	const sign = sample >= 0 ? 0x80 : 0;
	const magnitude = Math.min(0x7fff, sample >= 0 ? sample : -sample - 1);
	const segment = Math.max(0, 31 - Math.clz32(magnitude | 0xff) - 7);
	const mantissa = (magnitude >> (segment === 0 ? 4 : segment + 3)) & 0x0f;
	return (sign | (segment << 4) | mantissa) ^ 0x55;
}
