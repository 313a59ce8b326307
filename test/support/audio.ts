/** Small WAV files. */

interface Format {
	bits: number;
	rate: number;
	channels: number;
}

const A_LAW = 6;
const SILENCE = 0xd5;
const BYTES = 800;

/** Silence in A-law, whatever the header says of it. */
export function wav({ bits, rate, channels }: Format): Buffer {
	const header = Buffer.alloc(44);
	header.write('RIFF', 0);
	header.writeUInt32LE(36 + BYTES, 4);
	header.write('WAVEfmt ', 8);
	header.writeUInt32LE(16, 16);
	header.writeUInt16LE(A_LAW, 20);
	header.writeUInt16LE(channels, 22);
	header.writeUInt32LE(rate, 24);
	header.writeUInt32LE((rate * channels * bits) / 8, 28);
	header.writeUInt16LE((channels * bits) / 8, 32);
	header.writeUInt16LE(bits, 34);
	header.write('data', 36);
	header.writeUInt32LE(BYTES, 40);
	return Buffer.concat([header, Buffer.alloc(BYTES, SILENCE)]);
}

/** As CEC wants them. */
export const hello = wav({ bits: 8, rate: 8000, channels: 1 });
