/**
 * JSON whose integers stay exact. CEC's identifiers (routes, templates, call serial numbers, data ids)
 * run beyond 2^53, where JSON.parse would silently round them to another customer's number.
 */

const STRING_OR_NUMBER = /"(?:[^"\\]|\\.)*"|-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?/g;

/** Parses JSON; an integer that a JavaScript number cannot hold exactly becomes a string of its digits. */
export function parseExact(text: string): unknown {
	return JSON.parse(
		text.replace(STRING_OR_NUMBER, (token) => (isUnsafeInteger(token) ? `"${token}"` : token)),
	) as unknown;
}

/** Writes JSON; a bigint is written as a plain number with all its digits. */
export function stringifyExact(value: unknown): string {
	const bigints: string[] = [];
	const marked = JSON.stringify(value, (_key, inner: unknown) => {
		if (typeof inner !== 'bigint') return inner;
		bigints.push(inner.toString());
		return `\u0000${bigints.length - 1}\u0000`;
	});
	return marked.replace(/"\\u0000(\d+)\\u0000"/g, (_all, index: string) => bigints[Number(index)]);
}

/** The integer as a number where that is exact, otherwise as a bigint. */
export function exactInteger(digits: string): number | bigint {
	const value = Number(digits);
	return Number.isSafeInteger(value) ? value : BigInt(digits);
}

function isUnsafeInteger(token: string): boolean {
	return token.length > 15 && /^-?\d+$/.test(token) && !Number.isSafeInteger(Number(token));
}
