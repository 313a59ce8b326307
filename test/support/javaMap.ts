/**
 * Java's side of a callback, for tests of signatures: typed values, the JSON that would come over the wire, and what
 * `TreeMap.toString()` prints of them. Written from the listing of 6.2.14.1 with nothing of the package's own code.
 */
import { createHmac } from 'node:crypto';
import fc from 'fast-check';

/** A value as Java holds it; `number` keeps the digits in which Java writes it, as JSON and as text alike. */
export type Java =
	| { type: 'null' }
	| { type: 'text'; text: string }
	| { type: 'number'; digits: string }
	| { type: 'boolean'; is: boolean }
	| { type: 'list'; entries: Java[] }
	| { type: 'map'; entries: Array<[string, Java]> };

export const text = (value: string): Java => ({ type: 'text', text: value });
export const NULL: Java = { type: 'null' };

/** `String.valueOf` of a value. */
export function printed(value: Java): string {
	switch (value.type) {
		case 'null':
			return 'null';
		case 'text':
			return value.text;
		case 'number':
			return value.digits;
		case 'boolean':
			return value.is ? 'true' : 'false';
		case 'list':
			return '[' + value.entries.map(printed).join(', ') + ']';
		case 'map':
			return '{' + value.entries.map(([key, inner]) => key + '=' + printed(inner)).join(', ') + '}';
	}
}

/** JSON of a value; `quote` may escape what need not be escaped. */
export function json(value: Java, quote: (text: string) => string = JSON.stringify): string {
	switch (value.type) {
		case 'text':
			return quote(value.text);
		case 'list':
			return '[' + value.entries.map((entry) => json(entry, quote)).join(' , ') + ']';
		case 'map':
			return '{' + value.entries.map(([key, inner]) => quote(key) + ' : ' + json(inner, quote)).join(',') + '}';
		default:
			return printed(value);
	}
}

/** Every character as \uXXXX, which a JSON writer may do and which changes nothing. */
export function escaped(value: string): string {
	const units = Array.from({ length: value.length }, (_, at) => value.charCodeAt(at));
	return '"' + units.map((unit) => '\\u' + unit.toString(16).padStart(4, '0')).join('') + '"';
}

/** `String.compareTo` of Java: by the numbers of UTF-16 units, then by length. */
export function compareTo(one: string, other: string): number {
	for (let at = 0; at < Math.min(one.length, other.length); at += 1) {
		if (one.charCodeAt(at) !== other.charCodeAt(at)) return one.charCodeAt(at) - other.charCodeAt(at);
	}
	return one.length - other.length;
}

/** generateSignature() of the listing, over a map without timestamp, nonce and signature. */
export function generateSignature(
	fields: Array<[string, Java]>,
	nonce: string,
	timestamp: string,
	key: string,
): string {
	const treeMap = [...fields].sort(([one], [other]) => compareTo(one, other));
	const paramStr = printed({ type: 'map', entries: treeMap }).split(' ').join('');
	const toSignString = key + '_' + timestamp + '_' + nonce + '_' + paramStr.substring(1, paramStr.length - 1);
	return createHmac('sha256', Buffer.from(key, 'utf8')).update(Buffer.from(toSignString, 'utf8')).digest('base64');
}

const NUMBERS = [
	'0',
	'-1',
	'1645524163326',
	'-1482421808053124529',
	'9223372036854775807',
	'1.0E10',
	'4.9E-324',
	'-0.0',
	'0.10',
];
const TEXTS = [
	'',
	' ',
	'null',
	'true',
	'007',
	'1e5',
	'a=1,b=2',
	'{}',
	'[1, 2]',
	'"',
	'\\',
	'\\u0041',
	'\n\t',
	'手机',
	'😀',
	's',
	'n1',
];

const words = fc.oneof(fc.constantFrom(...TEXTS), fc.string({ unit: 'grapheme', maxLength: 8 }));
const numbers = fc.oneof(
	fc.constantFrom(...NUMBERS),
	fc.bigInt({ min: -(2n ** 63n), max: 2n ** 63n - 1n }).map(String),
);

/** Names of fields: also ones that JavaScript treats in a way of its own, and ones that sort by surrogates. */
const names = fc.oneof(
	fc.constantFrom(
		'a',
		'B',
		'callData',
		'10',
		'9',
		'__proto__',
		'constructor',
		'length',
		'',
		'x y',
		'手',
		'😀',
		'\uFF21',
		'ab',
		'a.b',
	),
	fc.string({ unit: 'grapheme', maxLength: 6 }),
);

const OF_THE_SIGNATURE = ['timestamp', 'nonce', 'signature'];
const entriesOf = <T>(key: fc.Arbitrary<string>, value: fc.Arbitrary<T>, maxLength: number) =>
	fc.uniqueArray(fc.tuple(key, value), { maxLength, selector: ([name]) => name });

export const values = fc.letrec<{ value: Java }>((tie) => ({
	value: fc.oneof(
		{ depthSize: 'small', withCrossShrink: true },
		words.map(text),
		fc.constant(NULL),
		numbers.map((digits): Java => ({ type: 'number', digits })),
		fc.boolean().map((is): Java => ({ type: 'boolean', is })),
		fc.array(tie('value'), { maxLength: 4 }).map((entries): Java => ({ type: 'list', entries })),
		entriesOf(names, tie('value'), 4).map((entries): Java => ({ type: 'map', entries })),
	),
})).value;

/** The fields of a callback, in any order. */
export const callbacks = entriesOf(
	names.filter((name) => !OF_THE_SIGNATURE.includes(name)),
	values,
	8,
);
