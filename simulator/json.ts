import { isInteger, isSafeNumber, parse, stringify } from 'lossless-json';

/** Exact for integers of any size (given as bigint), which JSON.stringify is not. */
export function toJson(value: unknown): string {
	return stringify(value) ?? 'null';
}

/** Integers that a number cannot hold are bigints. Throws where the text is no JSON. */
export function parseExactJson(text: string): unknown {
	return parse(text, undefined, (digits) =>
		isInteger(digits) && !isSafeNumber(digits) ? BigInt(digits) : Number(digits),
	);
}

/**
 * The JSON strings inside bodies (policyJson and its like) are printed with single quotes, which the vendor's parser
 * takes. So they are taken here, besides real JSON. Undefined when it is neither.
 */
export function parseLenientJson(text: string): unknown {
	for (const candidate of [text, text.replace(/'/g, '"')]) {
		try {
			return JSON.parse(candidate) as unknown;
		} catch {
			// the next spelling
		}
	}
	return undefined;
}
