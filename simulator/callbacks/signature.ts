import { createHmac } from 'node:crypto';
import type { Random } from '../random';

/** Signatures of pushes, computed as the Java listing of 6.2.14.1 and 14.4.1 does; the prose says SHA-256 without a key. */

/** What `String.valueOf` makes of a value. */
function printed(value: unknown): string {
	if (value === null || value === undefined) return 'null';
	if (Array.isArray(value)) return `[${value.map(printed).join(', ')}]`;
	if (typeof value === 'object') return printedMap(value);
	return String(value as string | number | bigint | boolean);
}

/** `TreeMap.toString()`: keys in the order of their UTF-16 units, as a plain sort has them. */
function printedMap(map: object): string {
	const entries = Object.entries(map).sort(([a], [b]) => (a < b ? -1 : 1));
	return `{${entries.map(([key, value]) => `${key}=${printed(value)}`).join(', ')}}`;
}

export function signatureOf(parameters: object, key: string, timestamp: number, nonce: bigint): string {
	const text = printedMap(parameters).replaceAll(' ', '').slice(1, -1);
	return createHmac('sha256', key).update(`${key}_${timestamp}_${nonce}_${text}`).digest('base64');
}

/** A random `long` of Java. */
export function nonceFrom(random: Random): bigint {
	const half = (): bigint => BigInt(Math.floor(random.next() * 2 ** 32));
	return BigInt.asIntN(64, (half() << 32n) | half());
}

/** The three fields that go with the others. The time is the real one: receivers judge by it how old a push is. */
export function signed(parameters: object, key: string, random: Random): object {
	const timestamp = Date.now();
	const nonce = nonceFrom(random);
	return { ...parameters, nonce, signature: signatureOf(parameters, key, timestamp, nonce), timestamp };
}
