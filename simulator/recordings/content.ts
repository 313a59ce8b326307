import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';

/** A file that is sent bit by bit, since it may be large. */
export interface Content {
	bytes: number;
	stream(): Readable;
}

export const contentOf = (bytes: Buffer): Content => ({
	bytes: bytes.length,
	stream: () => Readable.from([bytes], { objectMode: false }),
});

export const bytesOf = async (content: Content): Promise<Buffer> => await buffer(content.stream());
