/** Reads the body of a callback: a JSON object or a form, from the bytes as they came. */
import { parseExact } from '../formats/exactJson';
import { javaFields } from '../formats/javaText';
import { isRecord } from '../formats/paths';

export interface CallbackBody {
	/** Values for the workflow; long numbers as texts. */
	values: Record<string, unknown>;
	/** The same as Java prints them, for the signature. */
	printed: Map<string, string>;
}

/** What n8n gives as the request: the body as bytes, where it has read it already. */
interface RawRequest {
	rawBody?: Buffer;
	readRawBody?: () => Promise<void>;
}

/**
 * The bytes of a request's body; n8n reads those of unknown content types only when asked to. None for a body that can
 * no longer be read, such as one in several parts: an error thrown from here would be kept as an execution.
 */
export async function rawBodyOf(request: object): Promise<Buffer> {
	const raw = request as RawRequest;
	if (!raw.rawBody && raw.readRawBody) await raw.readRawBody().catch(() => undefined);
	return raw.rawBody ?? Buffer.alloc(0);
}

/** The fields of a body; undefined when it is neither a JSON object nor a form. */
export function readCallback(raw: Buffer, contentType = ''): CallbackBody | undefined {
	const text = raw.toString('utf8');
	return /x-www-form-urlencoded/i.test(contentType) && !/^\s*\{/.test(text) ? readForm(text) : readJson(text);
}

function readJson(text: string): CallbackBody | undefined {
	try {
		const values = parseExact(text);
		return isRecord(values) ? { values, printed: javaFields(text) } : undefined;
	} catch {
		return undefined;
	}
}

function readForm(text: string): CallbackBody | undefined {
	const printed = new Map(new URLSearchParams(text));
	return printed.size > 0 ? { values: Object.fromEntries(printed), printed } : undefined;
}
