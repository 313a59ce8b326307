import fc from 'fast-check';
import { DateTime } from 'luxon';

import { exactInteger, parseExact, stringifyExact } from '../../../cec/formats/exactJson';
import { cut, readList } from '../../../cec/formats/lists';
import { at, changeAt, isRecord } from '../../../cec/formats/paths';
import { percentEncode, queryText } from '../../../cec/formats/percent';
import { DATE_TIME, isoFromWire, readTime, readTimeOfDay, writeTime } from '../../../cec/formats/times';

describe('exact JSON', () => {
	test('integers that a number cannot hold become texts of their digits', () => {
		const text = '{"dataId":11331234567890123456,"nonce":-9223372036854775808,"small":42,"edge":9007199254740991}';
		expect(parseExact(text)).toEqual({
			dataId: '11331234567890123456',
			nonce: '-9223372036854775808',
			small: 42,
			edge: 9007199254740991,
		});
	});

	test('digits inside texts, fractions and exponents stay what they are', () => {
		const text =
			'{"12345678901234567890":"id 12345678901234567890, \\"98765432109876543210\\"","a":1234567890.12345678901,"b":1e30}';
		expect(parseExact(text)).toEqual(JSON.parse(text));
	});

	test('any JSON with integers of any size round trips', () => {
		const integers = fc.bigInt({ min: -(10n ** 30n), max: 10n ** 30n });
		const { tree } = fc.letrec((tie) => ({
			tree: fc.oneof(
				{ depthSize: 'small' },
				integers,
				fc.string(),
				fc.boolean(),
				fc.constant(null),
				fc.array(tie('tree')),
				fc.dictionary(fc.string(), tie('tree')),
			),
		}));
		// What a reader sees: numbers where they are exact, digits where they are not.
		const seen = (value: unknown): unknown => {
			if (typeof value === 'bigint') {
				const exact = exactInteger(value.toString());
				return typeof exact === 'bigint' ? exact.toString() : exact === 0 ? 0 : exact;
			}
			if (Array.isArray(value)) return value.map(seen);
			if (!isRecord(value)) return value;
			return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, seen(inner)]));
		};
		fc.assert(
			fc.property(tree, (value) => {
				expect(JSON.stringify(parseExact(stringifyExact(value)))).toBe(JSON.stringify(seen(value)));
			}),
		);
	});

	test('what JSON.parse reads and has no large integers is read the same', () => {
		fc.assert(
			fc.property(fc.jsonValue(), (value) => {
				const text = JSON.stringify(value);
				fc.pre(!/\d{16}/.test(text));
				expect(parseExact(text)).toEqual(JSON.parse(text));
			}),
		);
	});

	test('a text that looks like the mark of a large integer stays a text', () => {
		const tricky = { a: '\u00000\u0000', b: 12345678901234567890n };
		expect(JSON.parse(stringifyExact(tricky).replace('12345678901234567890', '1'))).toEqual({
			a: '\u00000\u0000',
			b: 1,
		});
	});
});

describe('times', () => {
	const wire = (value: unknown, zone: string) => {
		const time = readTime(value, zone);
		return time && writeTime(time, DATE_TIME);
	};

	test.each<[unknown, string, string]>([
		['2026-01-31T09:00:00', 'Asia/Shanghai', '2026-01-31 09:00:00'],
		['2026-01-31 09:00:00', 'Asia/Shanghai', '2026-01-31 09:00:00'],
		['2026-01-31', 'Asia/Shanghai', '2026-01-31 00:00:00'],
		['2026-01-31T09:00:00Z', 'Asia/Shanghai', '2026-01-31 17:00:00'],
		['2026-01-31T09:00:00.000-05:00', 'UTC', '2026-01-31 14:00:00'],
		[1769850000000, 'UTC', '2026-01-31 09:00:00'],
		['1769850000000', 'UTC', '2026-01-31 09:00:00'],
		[new Date('2026-01-31T09:00:00Z'), 'Europe/Berlin', '2026-01-31 10:00:00'],
		[DateTime.fromISO('2026-07-31T09:00:00Z'), 'Europe/Berlin', '2026-07-31 11:00:00'],
		// n8n's Luxon is another copy than ours: only its methods tell what it is.
		[{ toMillis: () => 1769850000000 }, 'UTC', '2026-01-31 09:00:00'],
		// The hour that does not exist when the clocks go forward.
		['2026-03-29T02:30:00', 'Europe/Berlin', '2026-03-29 03:30:00'],
	])('%p in %s is %s', (value, zone, expected) => {
		expect(wire(value, zone)).toBe(expected);
	});

	test.each(['', '  ', 'tomorrow', '2026-13-01', null, undefined, {}, true])('%p is no time', (value) => {
		expect(readTime(value, 'UTC')).toBeUndefined();
	});

	test('milliseconds are written as a number', () => {
		expect(writeTime(readTime('2026-01-31T09:00:00', 'UTC') as DateTime, 'epochMillis')).toBe(1769850000000);
		expect(writeTime(readTime('2026-01-31T09:00:00.999', 'UTC') as DateTime, 'epochSeconds')).toBe(1769850000);
	});

	test('a time from the wire gets the offset of its zone, summer and winter', () => {
		expect(isoFromWire('2026-01-31 09:00:00', DATE_TIME, 'Europe/Berlin')).toBe('2026-01-31T09:00:00.000+01:00');
		expect(isoFromWire('2026-07-31 09:00:00', DATE_TIME, 'Europe/Berlin')).toBe('2026-07-31T09:00:00.000+02:00');
		expect(isoFromWire('1769850000000', 'epochMillis', 'Asia/Shanghai')).toBe('2026-01-31T17:00:00.000+08:00');
		expect(isoFromWire(1769850000, 'epochSeconds', 'Asia/Shanghai')).toBe('2026-01-31T17:00:00.000+08:00');
	});

	test('milliseconds are read where a text was announced, but digits that have its format are not', () => {
		expect(isoFromWire(1769850000000, DATE_TIME, 'Asia/Shanghai')).toBe('2026-01-31T17:00:00.000+08:00');
		expect(isoFromWire('202601310900', 'yyyyMMddHHmm', 'UTC')).toBe('2026-01-31T09:00:00.000Z');
	});

	test.each(['', null, undefined, '31.01.2026', 'null'])('%p from the wire is left out', (value) => {
		expect(isoFromWire(value, DATE_TIME, 'UTC')).toBeUndefined();
	});

	test('any time, written and read in any zone, is the same to the second', () => {
		const zones = fc.constantFrom('UTC', 'Asia/Shanghai', 'Europe/Berlin', 'America/Sao_Paulo', 'Asia/Kathmandu');
		fc.assert(
			fc.property(fc.integer({ min: 1_600_000_000, max: 2_000_000_000 }), zones, (seconds, zone) => {
				const text = writeTime(readTime(seconds * 1000, zone) as DateTime, DATE_TIME);
				const back = DateTime.fromISO(isoFromWire(text, DATE_TIME, zone) as string).toSeconds();
				// In the hour that comes twice in autumn a time without offset names two moments.
				expect([0, 3600]).toContain(Math.abs(back - seconds));
			}),
		);
	});

	test.each<[unknown, string | undefined]>([
		['9:00', '09:00'],
		['09:00', '09:00'],
		['23:59:59', '23:59'],
		['2026-01-31T09:30:00', '09:30'],
		['24:00', undefined],
		['12:60', undefined],
		['noon', undefined],
		['', undefined],
	])('the time of day %p is %p', (value, expected) => {
		expect(readTimeOfDay(value, 'UTC')).toBe(expected);
	});
});

describe('lists', () => {
	test.each<[unknown, unknown[]]>([
		['a, b;c\nd', ['a', 'b', 'c', 'd']],
		[' a ,, ', ['a']],
		['', []],
		[undefined, []],
		[null, []],
		['["a, b", 7]', ['a, b', 7]],
		['[not json', ['[not json']],
		[
			['a, b', 'c', 7],
			['a', 'b', 'c', 7],
		],
		[42, [42]],
	])('%p is %p', (given, expected) => {
		expect(readList(given)).toEqual(expected);
	});

	test('pieces hold everything, in order, and no more than they may', () => {
		fc.assert(
			fc.property(fc.array(fc.nat()), fc.integer({ min: 1, max: 10 }), (list, size) => {
				const pieces = cut(list, size);
				expect(pieces.flat()).toEqual(list);
				expect(pieces.every(({ length }) => length > 0 && length <= size)).toBe(true);
				expect(pieces).toHaveLength(Math.ceil(list.length / size));
			}),
		);
	});
});

describe('paths', () => {
	test('lead to values, and to nothing where a step is missing', () => {
		const value = { a: { b: { c: 1 } }, list: [{ d: 2 }] };
		expect(at(value, 'a.b.c')).toBe(1);
		expect(at(value, 'a.x.c')).toBeUndefined();
		expect(at(value, 'list.d')).toBeUndefined();
		expect(at(null, 'a')).toBeUndefined();
	});

	test('change what they find, in every entry of a list, and leave the original alone', () => {
		const value = Object.freeze({ agents: [{ pwd: 'x', id: 1 }, { id: 2 }], pwd: 'y' });
		expect(changeAt(value, 'agents[].pwd', () => '*')).toEqual({
			agents: [{ pwd: '*', id: 1 }, { id: 2 }],
			pwd: 'y',
		});
		expect(changeAt(value, 'none.pwd', () => '*')).toEqual(value);
		expect(value.agents[0].pwd).toBe('x');
	});
});

describe('percent encoding', () => {
	test('leaves only the unreserved characters, in upper-case hex', () => {
		expect(percentEncode("aZ09-._~ !'()*/?&=+中")).toBe('aZ09-._~%20%21%27%28%29%2A%2F%3F%26%3D%2B%E4%B8%AD');
	});

	test('any query reads back as it was', () => {
		fc.assert(
			fc.property(
				fc.array(fc.tuple(fc.string({ minLength: 1, unit: 'binary' }), fc.string({ unit: 'binary' })), {
					maxLength: 5,
				}),
				(pairs) => {
					expect([...new URLSearchParams(queryText(pairs))]).toEqual(pairs);
				},
			),
		);
		expect(queryText([])).toBe('');
	});
});
