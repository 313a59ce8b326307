import fc from 'fast-check';

import { isAllowed, unreadableAddresses } from '../../../cec/incoming/addresses';

test.each<[address: string, allowed: string[], expected: boolean]>([
	['192.0.2.10', [], true],
	['192.0.2.10', ['192.0.2.10'], true],
	['192.0.2.10', [' 192.0.2.10 '], true],
	['192.0.2.11', ['192.0.2.10'], false],
	['::ffff:192.0.2.10', ['192.0.2.10'], true],
	['::FFFF:192.0.2.10', ['192.0.2.0/24'], true],
	['192.0.2.10', ['::ffff:192.0.2.10'], true],
	['198.51.100.200', ['198.51.100.128/25'], true],
	['198.51.100.100', ['198.51.100.128/25'], false],
	['203.0.113.7', ['0.0.0.0/0'], true],
	['2001:db8::1', ['0.0.0.0/0'], false],
	['2001:db8::1', ['2001:DB8:0:0:0:0:0:1'], true],
	['2001:db8::1', ['2001:db8::/32'], true],
	['2001:db9::1', ['2001:db8::/32'], false],
	['::1', ['::/0'], true],
	['192.0.2.10', ['::/0'], false],
	['::1', ['0.0.0.0/0'], false],
	['', ['192.0.2.10'], false],
	['not an address', ['0.0.0.0/0'], false],
	['192.0.2.10', ['nonsense'], false],
	['192.0.2.10', ['nonsense', '192.0.2.10'], true],
])('%s against %j: %s', (address, allowed, expected) => {
	expect(isAllowed(address, allowed)).toBe(expected);
});

test('names the entries that mean nothing', () => {
	const bad = [
		'192.0.2.256',
		'192.0.2',
		'192.0.2.1/33',
		'192.0.2.1/-1',
		'192.0.2.1/x',
		'192.0.2.1/',
		'2001:db8::1::2',
		'2001:db8:1',
		'1:2:3:4:5:6:7:8:9',
		'::g',
		'::/129',
		'',
	];
	expect(unreadableAddresses(bad)).toEqual(bad);
	expect(unreadableAddresses(['192.0.2.1', '192.0.2.0/24', '::', '::1/128', 'fe80::1', '1:2:3:4:5:6:7:8'])).toEqual(
		[],
	);
});

test('an address is in a network exactly when their first bits agree', () => {
	const text = (bits: number) => [24, 16, 8, 0].map((shift) => (bits >>> shift) & 255).join('.');
	const anyAddress = fc.integer({ min: 0, max: 0xffffffff });
	fc.assert(
		fc.property(
			anyAddress,
			anyAddress,
			fc.integer({ min: 0, max: 32 }),
			fc.boolean(),
			(one, other, prefix, near) => {
				// Two addresses drawn at random hardly ever share a network: half of them differ in one bit only.
				const caller = near ? (one ^ (1 << (other % 32))) >>> 0 : other;
				const agree =
					one.toString(2).padStart(32, '0').slice(0, prefix) ===
					caller.toString(2).padStart(32, '0').slice(0, prefix);
				expect(isAllowed(text(caller), [`${text(one)}/${prefix}`])).toBe(agree);
			},
		),
	);
});
