import { createHmac } from 'node:crypto';
import fc from 'fast-check';

import { javaFields } from '../../../cec/formats/javaText';
import { sharedKeySignature, verifySharedKey, type SharedKeyCheck } from '../../../cec/incoming/sharedKey';
import { callbacks, escaped, generateSignature, json, NULL, printed, text, type Java } from '../../support/javaMap';

const NOW = 1645524163326;
const check: SharedKeyCheck = { key: 'shared key', now: NOW, toleranceMs: 15 * 60_000, documented: [] };
const RUNS = { numRuns: 300 };

const nonces = fc.bigInt({ min: -(2n ** 63n), max: 2n ** 63n - 1n }).map(String);
const keys = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 20 });

interface Sent {
	fields: Array<[string, Java]>;
	nonce: string;
	timestamp?: string;
	key?: string;
	signature?: string;
}

/** The JSON that CEC posts: the fields, and the three of the signature among them. */
function post({ fields, nonce, timestamp = String(NOW), key = check.key, signature }: Sent): string {
	const made = signature ?? generateSignature(fields, nonce, timestamp, key);
	const all: Array<[string, Java]> = [
		['nonce', { type: 'number', digits: nonce }],
		...fields,
		['signature', text(made)],
		['timestamp', { type: 'number', digits: timestamp }],
	];
	return json({ type: 'map', entries: all }, nonce.endsWith('7') ? escaped : undefined);
}

const verdict = (posted: string, changes: Partial<SharedKeyCheck> = {}) =>
	verifySharedKey(javaFields(posted), { ...check, ...changes });

describe('the sample of 6.2.14.3', () => {
	const sample = {
		agentAlertingTime: '2022/02/22,10:04:29:004',
		agentReleaseTime: '2022/02/22,10:04:29:004',
		agentTalkDuration: '2022/02/22,10:04:29:004',
		agentTalkingTime: '2022/02/22,10:04:29:004',
		alertingTime: '2022/02/22,10:04:29:004',
		callData: null,
		callSerialNo: '1197765398201387012',
		called: '88880067',
		caller: '960003',
		callerPresent: '960003',
		createCallTime: '2022/02/22,10:04:28:823',
		locationId: '0',
		recordfile: 'Y:/mobileAgent/20220222/1645524268-824.wav',
		releaseReason: '0',
		releaseTime: '2022/02/22,10:04:36:318',
		serviceNo: null,
		talkDuration: '0',
		talkingTime: '2022/02/22,10:04:30:418',
	};
	const KEY = 'Example-Key-1';
	/** The text that is signed, put together by hand; capitals come before small letters, so "callData" before "called". */
	const SIGNED =
		'Example-Key-1_1645524163326_-1482421808053124529_' +
		'agentAlertingTime=2022/02/22,10:04:29:004,agentReleaseTime=2022/02/22,10:04:29:004,' +
		'agentTalkDuration=2022/02/22,10:04:29:004,agentTalkingTime=2022/02/22,10:04:29:004,' +
		'alertingTime=2022/02/22,10:04:29:004,callData=null,callSerialNo=1197765398201387012,called=88880067,' +
		'caller=960003,callerPresent=960003,createCallTime=2022/02/22,10:04:28:823,locationId=0,' +
		'recordfile=Y:/mobileAgent/20220222/1645524268-824.wav,releaseReason=0,releaseTime=2022/02/22,10:04:36:318,' +
		'serviceNo=null,talkDuration=0,talkingTime=2022/02/22,10:04:30:418';
	/** Of the text above, by `openssl dgst -sha256 -hmac Example-Key-1 -binary | base64`. */
	const SIGNATURE = 'gwVtf8o2fFM8R91vIWuVB5JxgJImf35J0cee1QDtvVI=';

	test('has the signature that was computed outside of this package', () => {
		expect(createHmac('sha256', KEY).update(SIGNED).digest('base64')).toBe(SIGNATURE);
		const fields = javaFields(JSON.stringify(sample));
		expect(sharedKeySignature(KEY, '1645524163326', '-1482421808053124529', fields)).toBe(SIGNATURE);
	});

	test('is genuine as it would come in, with its nonce as a number of nineteen digits', () => {
		const posted = JSON.stringify({ ...sample, signature: SIGNATURE }).replace(
			/\}$/,
			',"nonce":-1482421808053124529,"timestamp":1645524163326}',
		);
		expect(verdict(posted, { key: KEY })).toBe('genuine');
		expect(verdict(posted.replace('88880067', '88880068'), { key: KEY })).toBe('wrong');
		expect(verdict(posted.replace('124529', '124530'), { key: KEY })).toBe('wrong');
	});
});

describe('what CEC signs', () => {
	test('is genuine, whatever the fields, the nonce and the key', () => {
		fc.assert(
			fc.property(callbacks, nonces, keys, (fields, nonce, key) => {
				expect(verdict(post({ fields, nonce, key }), { key })).toBe('genuine');
			}),
			RUNS,
		);
	});

	test('does not depend on the order in which it comes', () => {
		const shuffled = callbacks.chain((fields) =>
			fc.tuple(fc.constant(fields), fc.shuffledSubarray(fields, { minLength: fields.length })),
		);
		fc.assert(
			fc.property(shuffled, nonces, ([fields, other], nonce) => {
				const signature = generateSignature(fields, nonce, String(NOW), check.key);
				expect(verdict(post({ fields: other, nonce, signature }))).toBe('genuine');
			}),
			RUNS,
		);
	});

	test('is compared without spaces, those in values included, but with other blanks', () => {
		const of = (callData: string) =>
			post({ fields: [['callData', text(callData)]], nonce: '1', signature: signed });
		const signed = generateSignature([['callData', text('one two')]], '1', String(NOW), check.key);
		expect(verdict(of(' onet wo '))).toBe('genuine');
		expect(verdict(of('one\ttwo'))).toBe('wrong');
		expect(verdict(of('one\u00a0two'))).toBe('wrong');
	});

	test('sorts names by UTF-16 units, which puts astral characters before the last of the basic plane', () => {
		const fields: Array<[string, Java]> = [
			['\uFF21', text('1')],
			['😀', text('2')],
			['_', text('3')],
			['B', text('4')],
		];
		const signature = createHmac('sha256', 'k').update('k_5_6_B=4,_=3,😀=2,\uFF21=1').digest('base64');
		expect(generateSignature(fields, '6', '5', 'k')).toBe(signature);
		expect(verdict(post({ fields, nonce: '6', timestamp: '5', signature }), { key: 'k', now: 0 })).toBe('genuine');
	});

	test('tells null, an empty text and a missing field apart, but not null from its name', () => {
		const of = (fields: Array<[string, Java]>, signature: string) =>
			verdict(post({ fields, nonce: '1', signature }));
		const signed = generateSignature([['c', NULL]], '1', String(NOW), check.key);
		expect(of([['c', NULL]], signed)).toBe('genuine');
		expect(of([['c', text('null')]], signed)).toBe('genuine');
		expect(of([['c', text('')]], signed)).toBe('wrong');
		expect(of([], signed)).toBe('wrong');
	});
});

describe('what was changed on the way', () => {
	/** Another character at a place of a text; never a space, which is not signed. */
	const elsewhere = (whole: string, at: number) => {
		const place = at % whole.length;
		return `${whole.slice(0, place)}${whole[place] === 'x' ? 'y' : 'x'}${whole.slice(place + 1)}`;
	};
	const plain = fc.string({
		unit: fc.constantFrom('a', 'b', '1', '2', '-', '=', ',', '手'),
		minLength: 1,
		maxLength: 12,
	});
	const fields = fc.uniqueArray(fc.tuple(plain, plain), { minLength: 1, maxLength: 5, selector: ([name]) => name });

	test.each(['value', 'name', 'timestamp', 'nonce', 'key', 'signature'] as const)(
		'is noticed by one character of the %s',
		(part) => {
			fc.assert(
				fc.property(fields, nonces, fc.nat(), fc.nat(), (pairs, nonce, which, at) => {
					const original = pairs.map(([name, value]): [string, string] => [name, value]);
					const signature = generateSignature(
						original.map(([name, value]) => [name, text(value)]),
						nonce,
						String(NOW),
						check.key,
					);
					const sent = { nonce, timestamp: String(NOW), signature, key: check.key };
					const changed = original.map(([name, value], index): [string, string] => {
						if (index !== which % original.length) return [name, value];
						if (part === 'value') return [name, elsewhere(value, at)];
						return part === 'name' ? [elsewhere(name, at), value] : [name, value];
					});
					const digit = (whole: string) =>
						whole.replace(/\d$/, (last) => String((Number(last) + 1 + (at % 9)) % 10));
					if (part === 'timestamp') sent.timestamp = digit(sent.timestamp);
					if (part === 'nonce') sent.nonce = digit(sent.nonce);
					if (part === 'key') sent.key = elsewhere(sent.key, at);
					if (part === 'signature') sent.signature = elsewhere(signature, at % 42);
					const posted = new Map([
						...changed,
						['nonce', sent.nonce],
						['timestamp', sent.timestamp],
						['signature', sent.signature],
					] as const);
					expect(verifySharedKey(posted, { ...check, key: sent.key })).toBe('wrong');
				}),
				RUNS,
			);
		},
	);

	test('is noticed when the signature is cut, longer or of something else', () => {
		const sent = { fields: [['a', text('1')]] as Array<[string, Java]>, nonce: '1' };
		const signature = generateSignature(sent.fields, '1', String(NOW), check.key);
		for (const other of [signature.slice(0, -8), `AAAA${signature}`, 'AAAA', '=', '0', 'null', '😀']) {
			expect(verdict(post({ ...sent, signature: other }))).toBe('wrong');
		}
		// What the text of the reference says, against its code: SHA-256 without a key.
		const hex = Buffer.from(signature, 'base64').toString('hex');
		expect(verdict(post({ ...sent, signature: hex }))).toBe('wrong');
	});

	test('is noticed where a field is added or taken away', () => {
		fc.assert(
			fc.property(callbacks, nonces, fc.nat(), (fields, nonce, which) => {
				const signature = generateSignature(fields, nonce, String(NOW), check.key);
				const added: Array<[string, Java]> = [...fields, ['added by somebody', text('1')]];
				expect(verdict(post({ fields: added, nonce, signature }))).toBe('wrong');
				fc.pre(fields.length > 0);
				const left = fields.filter((_, index) => index !== which % fields.length);
				expect(verdict(post({ fields: left, nonce, signature }))).toBe('wrong');
			}),
			RUNS,
		);
	});
});

describe('fields that CEC signed as null and did not send', () => {
	test('are added when the reference names them, whatever else there is', () => {
		const drops = callbacks.map((fields) => ({ fields, sent: fields.filter(([, { type }]) => type !== 'null') }));
		fc.assert(
			fc.property(drops, nonces, ({ fields, sent }, nonce) => {
				const signature = generateSignature(fields, nonce, String(NOW), check.key);
				const documented = fields.map(([name]) => name);
				expect(verdict(post({ fields: sent, nonce, signature }), { documented })).toBe('genuine');
			}),
			RUNS,
		);
	});

	test('are not believed to be null where they were not', () => {
		fc.assert(
			fc.property(callbacks, nonces, fc.nat(), (fields, nonce, which) => {
				const worth = fields.filter(([, value]) => printed(value).replaceAll(' ', '') !== 'null');
				fc.pre(worth.length > 0);
				const [gone] = worth[which % worth.length];
				const signature = generateSignature(fields, nonce, String(NOW), check.key);
				const documented = fields.map(([name]) => name);
				const sent = fields.filter(([name]) => name !== gone);
				expect(verdict(post({ fields: sent, nonce, signature }), { documented })).toBe('wrong');
			}),
			RUNS,
		);
	});

	test('are all left out, or all sent: with every one there nothing is added', () => {
		const fields: Array<[string, Java]> = [
			['a', text('1')],
			['b', NULL],
		];
		expect(verdict(post({ fields, nonce: '1' }), { documented: ['a', 'b', 'c'] })).toBe('genuine');
	});
});

describe('its age', () => {
	const at = (ageMs: number, timestamp = String(NOW)) =>
		verdict(post({ fields: [['a', text('1')]], nonce: '1', timestamp }), { now: NOW + ageMs });

	test.each([
		[0, 'genuine'],
		[check.toleranceMs, 'genuine'],
		[-check.toleranceMs, 'genuine'],
		[check.toleranceMs + 1, 'stale'],
		[-check.toleranceMs - 1, 'stale'],
		[24 * 3_600_000, 'stale'],
	])('%i ms after its timestamp it is %s', (age, expected) => {
		expect(at(age)).toBe(expected);
	});

	test('is checked last: what is forged is wrong, however fresh or old', () => {
		const fields: Array<[string, Java]> = [['a', text('1')]];
		expect(verdict(post({ fields, nonce: '1', signature: 'AAAA' }), { now: 0 })).toBe('wrong');
	});

	test('is unknown when the timestamp is no number, and then it is too old', () => {
		const signature = generateSignature([], '1', 'yesterday', check.key);
		const posted = new Map(Object.entries({ nonce: '1', timestamp: 'yesterday', signature }));
		expect(verifySharedKey(posted, check)).toBe('stale');
	});
});

describe('what is not signed', () => {
	const complete = {
		a: '1',
		nonce: '1',
		timestamp: String(NOW),
		signature: generateSignature([['a', text('1')]], '1', String(NOW), check.key),
	};

	test('is everything in which one of the three is missing or empty', () => {
		expect(verifySharedKey(new Map(Object.entries(complete)), check)).toBe('genuine');
		for (const part of ['nonce', 'timestamp', 'signature']) {
			expect(verifySharedKey(new Map(Object.entries({ ...complete, [part]: '' })), check)).toBe('unsigned');
			const without = new Map(Object.entries(complete));
			without.delete(part);
			expect(verifySharedKey(without, check)).toBe('unsigned');
		}
		expect(verifySharedKey(new Map(), check)).toBe('unsigned');
	});

	test('is nothing that was sent as null either', () => {
		expect(verdict('{"a":"1","nonce":null,"timestamp":null,"signature":null}')).toBe('wrong');
	});
});

test('in a form that was not escaped, each + of the signature has become a space', () => {
	fc.assert(
		fc.property(nonces, (nonce) => {
			const signature = generateSignature([['a', text('1')]], nonce, String(NOW), check.key);
			const form = new URLSearchParams(`a=1&nonce=${nonce}&timestamp=${NOW}&signature=${signature}`);
			expect(verifySharedKey(new Map(form), check)).toBe('genuine');
		}),
		{ ...RUNS, examples: [['-7']] },
	);
});
