import fc from 'fast-check';

import { authorization } from '../../../cec/auth/signature';
import { verifySignature } from '../../../cec/incoming/verifySignature';

const keys = { accessKey: 'demo-access-key', secretKey: 'demo-secret-key' };
const NOW = Date.parse('2026-03-02T08:00:00Z');
const TYPE = 'application/json;charset=UTF-8';

/** What the package would sign, received by itself. */
function received(body: string, address: string, changes: object = {}) {
	const url = new URL(address);
	const headers = { host: url.host, 'content-type': TYPE, 'content-length': String(Buffer.byteLength(body)) };
	const signed = { method: 'POST', path: url.pathname, query: [...url.searchParams.entries()], headers, body };
	const request = {
		method: 'POST',
		addresses: [new URL('http://127.0.0.1:5678/elsewhere'), url],
		headers: { 'content-type': TYPE },
		body: Buffer.from(body),
		authorization: authorization(signed, keys, new Date(NOW)),
		...changes,
	};
	return verifySignature(request, { keys, now: NOW, toleranceMs: 60_000 });
}

const bodies = fc.string({ unit: 'grapheme' });
const addresses = fc.webUrl({ withQueryParameters: false }).map((url) => new URL(url).href);

test('whatever is signed as 4.3 has it is genuine, at one of the addresses', () => {
	fc.assert(fc.property(bodies, addresses, (body, address) => received(body, address) === 'genuine'));
});

test('whatever has been changed on its way is not', () => {
	fc.assert(fc.property(bodies, bodies, addresses, (body, other, address) => {
		fc.pre(body !== other);
		return received(body, address, { body: Buffer.from(other) }) === 'wrong';
	}));
});

test('nothing is genuine without a time that can be read', () => {
	const broken = authorization({ method: 'POST', path: '/', query: [], headers: { host: 'a' }, body: '' }, keys, new Date(NOW)).replace(/\/2026[^/]+/, '/today');
	expect(received('', 'http://a/', { authorization: broken })).toBe('wrong');
	for (const authorization of [undefined, '', 'auth-v2', 'auth-v1/a/b/c/d', ['auth-v2/a/b/c/d']]) {
		expect(received('', 'http://a/', { authorization })).toBe('unsigned');
	}
});
