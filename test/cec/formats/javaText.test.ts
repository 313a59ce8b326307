import fc from 'fast-check';

import { javaFields } from '../../../cec/formats/javaText';
import { callbacks, escaped, json, printed } from '../../support/javaMap';

const LONG = { numRuns: 500 };

test('the fields of any JSON object are printed as Java prints them', () => {
	fc.assert(
		fc.property(callbacks, (fields) => {
			const expected = fields.map(([name, value]) => [name, printed(value)]);
			expect([...javaFields(json({ type: 'map', entries: fields }))]).toEqual(expected);
		}),
		LONG,
	);
});

test('escapes in JSON are another way to write the same', () => {
	fc.assert(
		fc.property(callbacks, (fields) => {
			const expected = fields.map(([name, value]) => [name, printed(value)]);
			expect([...javaFields(json({ type: 'map', entries: fields }, escaped))]).toEqual(expected);
		}),
		LONG,
	);
});

test.each<[json: string, value: string]>([
	['null', 'null'],
	['""', ''],
	['"null"', 'null'],
	['true', 'true'],
	['-1482421808053124529', '-1482421808053124529'],
	['1.0E10', '1.0E10'],
	['1.50', '1.50'],
	['1e+2', '1e+2'],
	['-0', '-0'],
	['"007"', '007'],
	['"1 2"', '1 2'],
	['"\\"a\\" \\\\ \\/ \\n 1"', '"a" \\ / \n 1'],
	['"\\ud83d\\ude00"', '😀'],
	['{}', '{}'],
	['[]', '[]'],
	['[1,"b c",null,[true]]', '[1, b c, null, [true]]'],
	['{"y":[1.0],"x":{"n":null}}', '{y=[1.0], x={n=null}}'],
	// Maps of Java keep the order in which they are written, where objects of JavaScript put numbers first.
	['{"b":1,"2":2,"1":3}', '{b=1, 2=2, 1=3}'],
])('%s is printed as %j', (written, value) => {
	expect([...javaFields(`{"a":${written}}`)]).toEqual([['a', value]]);
});

test('of a key that comes twice the last value counts, as with put()', () => {
	expect([...javaFields('{"a":1,"b":2,"a":"3"}')]).toEqual([
		['a', '3'],
		['b', '2'],
	]);
});

test('a field called __proto__ is a field like others', () => {
	expect([...javaFields('{"__proto__":{"polluted":1}}')]).toEqual([['__proto__', '{polluted=1}']]);
	expect(({} as Record<string, unknown>).polluted).toBeUndefined();
});

test.each([
	'',
	'null',
	'1',
	'"a"',
	'[]',
	'[{"a":1}]',
	'{',
	'{"a":}',
	'{"a":1,}',
	"{'a':1}",
	'{a=1, b=2}',
	'{"a":1}{"b":2}',
	'{"a":1 2}',
	'{"a":tru}',
])('%j is no JSON object', (written) => {
	expect(() => javaFields(written)).toThrow();
});
