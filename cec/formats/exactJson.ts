/**
 * JSON whose integers stay exact. CEC's identifiers (routes, templates, call serial numbers, data ids)
 * run beyond 2^53, where JSON.parse would silently round them to another customer's number.
 */

import { isRecord } from './paths';

const STRING_OR_NUMBER = /"(?:[^"\\]|\\.)*"|-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?/g;

/** Parses JSON; an integer that a JavaScript number cannot hold exactly becomes a string of its digits. */
export function parseExact(text: string): unknown {
	return JSON.parse(
		text.replace(STRING_OR_NUMBER, (token) => (isUnsafeInteger(token) ? `"${token}"` : token)),
	) as unknown;
}

/** Writes JSON; a bigint is written as a plain number with all its digits. */
export function stringifyExact(value: unknown): string {
	if (typeof value === 'bigint') return value.toString();
	if (Array.isArray(value)) return `[${value.map(stringifyExact).join(',')}]`;
	if (isRecord(value) && typeof value.toJSON !== 'function') {
		const entries = Object.entries(value).filter(([, inner]) => inner !== undefined);
		return `{${entries.map(([key, inner]) => `${JSON.stringify(key)}:${stringifyExact(inner)}`).join(',')}}`;
	}
	return JSON.stringify(value) ?? 'null';
}

/** JSON without the spaces around its values, and with every digit as it was. */
export function compactJson(text: string): string {
	return text.replace(/"(?:[^"\\]|\\.)*"|\s+/g, (token) => (token.startsWith('"') ? token : ''));
}

/** The integer as a number where that is exact, otherwise as a bigint. */
export function exactInteger(digits: string): number | bigint {
	const value = Number(digits);
	return Number.isSafeInteger(value) ? value : BigInt(digits);
}

function isUnsafeInteger(token: string): boolean {
	return token.length > 15 && /^-?\d+$/.test(token) && !Number.isSafeInteger(Number(token));
}
