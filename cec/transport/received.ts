/** Tells, of an answer that comes in bit by bit, whether it is the file that was asked for or words about why there is none. */
import { sleep, type IExecuteFunctions } from 'n8n-workflow';

export type FileStream = Exclude<Parameters<IExecuteFunctions['helpers']['prepareBinaryData']>[0], Buffer>;

interface Streamed {
	statusCode: number;
	headers: Record<string, unknown>;
	body: unknown;
}

export interface FileBody {
	content: FileStream | Buffer;
	/** The bytes it begins with. */
	beginning: Buffer;
}

/** Enough to tell JSON and the kinds of files. */
const BEGINNING_BYTES = 16;

/** Words are short: of what is longer only the beginning is read. */
const LONGEST_WORDS = 64 * 1024;

/** How long a file that came to its end may still be watched. */
const LONGEST_NAP_MS = 1000;

/** Types in which no files come, but answers and the pages of whoever stands between. */
const WORDS = /^\s*(application\/json|text\/html)\b/i;

/**
 * The text of an answer in words, or the file with nothing missing. CEC also sends its JSON as "just bytes",
 * which the beginning gives away. An answer without anything is words too: none. One that stops coming for
 * `timeoutMs` fails.
 */
export async function received({ statusCode, headers, body }: Streamed, timeoutMs: number): Promise<string | FileBody> {
	const stream = endedWhenItStalls(body as FileStream, timeoutMs);
	const { beginning, isAll } = await peek(stream);
	const isWords =
		statusCode < 200 ||
		statusCode >= 300 ||
		beginning.length === 0 ||
		WORDS.test(String(headers['content-type'])) ||
		/^\s*\{\s*"/.test(beginning.toString('latin1'));
	if (!isWords) return { content: isAll ? beginning : stream, beginning };
	return (isAll ? beginning : await readWords(stream)).toString('utf8');
}

/** The first bytes, which stay in the stream; those of a stream that holds no more are taken out of it. */
async function peek(stream: FileStream): Promise<{ beginning: Buffer; isAll: boolean }> {
	let seen = Buffer.alloc(0);
	return await new Promise((resolve, reject) => {
		const broken = (error: unknown = failed('ECONNRESET')) => {
			stop();
			reject(error);
		};
		const stop = () => {
			stream.off('readable', look);
			stream.off('end', end);
			stream.off('error', broken);
			stream.off('close', broken);
		};
		const look = () => {
			for (let chunk = stream.read() as Buffer | null; chunk; chunk = stream.read() as Buffer | null) {
				seen = Buffer.concat([seen, chunk]);
				if (seen.length < BEGINNING_BYTES) continue;
				stop();
				// At once: a moment later the stream may have found that it is at its end.
				stream.unshift(seen);
				resolve({ beginning: seen, isAll: false });
				return;
			}
		};
		const end = () => {
			stop();
			resolve({ beginning: seen, isAll: true });
		};
		stream.on('readable', look);
		stream.on('end', end);
		stream.on('error', broken);
		stream.on('close', broken);
	});
}

/** The same bytes, with an error where none come for this long: n8n's own time limit is over once the headers are there. */
function endedWhenItStalls(stream: FileStream, ms: number): FileStream {
	// A slow reader is no stall: only the time counts in which somebody waits for bytes.
	let waiting: { since: number; giveUp: (error: Error) => void } | undefined;
	let isOver = false;
	async function watch(): Promise<void> {
		while (!isOver) {
			await sleep(Math.min(ms, LONGEST_NAP_MS));
			if (waiting && Date.now() - waiting.since >= ms) waiting.giveUp(failed('ETIMEDOUT'));
		}
	}
	async function* chunks(): AsyncGenerator<Buffer> {
		const source = (stream as AsyncIterable<Buffer>)[Symbol.asyncIterator]();
		void watch();
		try {
			for (;;) {
				// Not left to the stream: one that n8n has made of another ends only once the other does.
				const { done, value } = await new Promise<IteratorResult<Buffer>>((resolve, giveUp) => {
					waiting = { since: Date.now(), giveUp };
					source.next().then(resolve, giveUp);
				});
				waiting = undefined;
				if (done) return;
				yield value;
			}
		} finally {
			isOver = true;
			stream.destroy();
		}
	}
	// Every stream's class makes streams; nodes may not import Node's own maker.
	const { from } = stream.constructor as unknown as { from: (chunks: AsyncIterable<Buffer>, options: object) => FileStream };
	return from(chunks(), { objectMode: false });
}

function failed(code: string): Error {
	return Object.assign(new Error('The file broke off'), { code });
}

async function readWords(stream: FileStream): Promise<Buffer> {
	const chunks: Buffer[] = [];
	let bytes = 0;
	for await (const chunk of stream as AsyncIterable<Buffer>) {
		chunks.push(chunk);
		bytes += chunk.length;
		if (bytes >= LONGEST_WORDS) break;
	}
	return Buffer.concat(chunks);
}
