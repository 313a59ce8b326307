import type { Readable } from 'node:stream';

/** A file that is sent bit by bit, since it may be large. */
export interface Content {
	bytes: number;
	stream(): Readable;
}
