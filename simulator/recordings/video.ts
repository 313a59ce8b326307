import { createHash } from 'node:crypto';
import { Readable } from 'node:stream';
import type { Content } from './content';

/** MP4 files with one picture, of a colour of its own for each name, that is shown as long as the talk took. */

const WIDTH = 128;
const HEIGHT = 96;
const MILLISECONDS = 1000;
const CHUNK = 64 * 1024;
const BOX_HEADER = 8;

/** H.264 of the baseline profile: the size, and that nothing is compressed. */
const SPS = Buffer.from('6742000af841a2', 'hex');
const PPS = Buffer.from('68ce3880', 'hex');
const SLICE_HEADER = Buffer.from('05888421a0', 'hex');
/** Of every block but the first, whose header ends that of the slice. */
const BLOCK_HEADER = Buffer.from('0d00', 'hex');
const SLICE_END = Buffer.from('80', 'hex');

/** A video of this many seconds, or a file of exactly so many bytes, filled up behind the picture. */
export function film(name: string, length: { seconds: number } | { bytes: number }): Content {
	const seconds = 'seconds' in length ? length.seconds : 1;
	const media = box('mdat', sized(picture(name)));
	const type = box('ftyp', ascii('isom'), uint32(0x200), ascii('isomavc1mp41'));
	const made = Buffer.concat([type, media, movie(seconds, type.length + BOX_HEADER, media.length - BOX_HEADER)]);
	const filling = 'bytes' in length ? Math.max(0, length.bytes - made.length - BOX_HEADER) : 0;
	const bytes = made.length + (filling > 0 ? BOX_HEADER + filling : 0);
	return { bytes, stream: () => Readable.from(chunks(made, filling), { objectMode: false }) };
}

function* chunks(made: Buffer, filling: number): Generator<Buffer> {
	yield made;
	if (filling === 0) return;
	yield Buffer.concat([uint32(BOX_HEADER + filling), ascii('free')]);
	const whole = Buffer.alloc(CHUNK);
	for (let left = filling; left > 0; left -= CHUNK) yield whole.subarray(0, Math.min(left, CHUNK));
}

/** One slice of blocks of 16 by 16 points, each written out: brightness, and two planes of colour. */
function picture(name: string): Buffer {
	const [brightness, blue, red] = createHash('sha256').update(name).digest();
	// Within the range of video, in which no byte could be taken for the beginning of a slice.
	const shade = (value: number): number => 16 + (value % 220);
	const block = Buffer.concat([
		Buffer.alloc(256, shade(brightness)),
		Buffer.alloc(64, shade(blue)),
		Buffer.alloc(64, shade(red)),
	]);
	const others = (WIDTH / 16) * (HEIGHT / 16) - 1;
	return Buffer.concat([
		SLICE_HEADER,
		block,
		...Array.from({ length: others }, () => Buffer.concat([BLOCK_HEADER, block])),
		SLICE_END,
	]);
}

function movie(seconds: number, mediaAt: number, mediaBytes: number): Buffer {
	const duration = uint32(Math.max(1, Math.round(seconds * MILLISECONDS)));
	const scale = uint32(MILLISECONDS);
	const times = [uint32(0), uint32(0)];
	const matrix = [0x10000, 0, 0, 0, 0x10000, 0, 0, 0, 0x40000000].map(uint32);
	const size = [uint16(WIDTH), uint16(HEIGHT)];
	const configuration = box(
		'avcC',
		Buffer.from([1, SPS[1], SPS[2], SPS[3], 0xff, 0xe1]),
		uint16(SPS.length),
		SPS,
		Buffer.from([1]),
		uint16(PPS.length),
		PPS,
	);
	const sample = box(
		'avc1',
		Buffer.alloc(6),
		uint16(1),
		Buffer.alloc(16),
		...size,
		uint32(0x480000),
		uint32(0x480000),
		uint32(0),
		uint16(1),
		Buffer.alloc(32),
		uint16(24),
		uint16(0xffff),
		configuration,
	);
	const table = box(
		'stbl',
		full('stsd', 0, uint32(1), sample),
		full('stts', 0, uint32(1), uint32(1), duration),
		full('stsc', 0, uint32(1), uint32(1), uint32(1), uint32(1)),
		full('stsz', 0, uint32(0), uint32(1), uint32(mediaBytes)),
		full('stco', 0, uint32(1), uint32(mediaAt)),
	);
	const data = box('dinf', full('dref', 0, uint32(1), full('url ', 1)));
	const media = box(
		'mdia',
		full('mdhd', 0, ...times, scale, duration, uint16(0x55c4), uint16(0)),
		full('hdlr', 0, uint32(0), ascii('vide'), Buffer.alloc(12), ascii('Video\0')),
		box('minf', full('vmhd', 1, Buffer.alloc(8)), data, table),
	);
	const shown = [uint32(WIDTH * 0x10000), uint32(HEIGHT * 0x10000)];
	const track = box(
		'trak',
		full('tkhd', 3, ...times, uint32(1), uint32(0), duration, Buffer.alloc(16), ...matrix, ...shown),
		media,
	);
	const head = [...times, scale, duration, uint32(0x10000), uint16(0x100), Buffer.alloc(10), ...matrix];
	return box('moov', full('mvhd', 0, ...head, Buffer.alloc(24), uint32(2)), track);
}

const uint16 = (value: number): Buffer => Buffer.from([value >> 8, value & 0xff]);

function uint32(value: number): Buffer {
	const made = Buffer.alloc(4);
	made.writeUInt32BE(value);
	return made;
}

const ascii = (text: string): Buffer => Buffer.from(text, 'ascii');
const sized = (content: Buffer): Buffer => Buffer.concat([uint32(content.length), content]);
const box = (type: string, ...parts: Buffer[]): Buffer => {
	const content = Buffer.concat(parts);
	return Buffer.concat([uint32(BOX_HEADER + content.length), ascii(type), content]);
};
/** A box with a version, which is 0, and flags. */
const full = (type: string, flags: number, ...parts: Buffer[]): Buffer => box(type, uint32(flags), ...parts);
