/** The values here are computed from the listing of section 4.3 with nothing of the package's own code. */
import { createHmac } from 'node:crypto';
import fc from 'fast-check';

import { authorization, canonicalRequest } from '../../../cec/auth/signature';
import { signOptions } from '../../../cec/auth/signOptions';

const NOW = new Date('2026-03-02T08:00:00.123Z');
const keys = { accessKey: 'AK', secretKey: 'SK' };
const credential = { baseUrl: 'https://cec.example.com:28443', ...keys, vdnId: 1 };

const hmac = (key: string, data: string) => createHmac('sha256', key).update(data).digest('hex');

/** normalize() of the listing: byte by byte, upper-case hex for all but the unreserved characters. */
function normalize(value: string): string {
	return [...Buffer.from(value, 'utf8')]
		.map((byte) => {
			const char = String.fromCharCode(byte);
			return /[A-Za-z0-9\-._~]/.test(char) ? char : `%${byte.toString(16).toUpperCase().padStart(2, '0')}`;
		})
		.join('');
}

function expected(
	method: string,
	path: string,
	query: string[],
	headers: Record<string, string>,
	body: string,
): string {
	const names = Object.keys(headers).sort();
	const lines = [
		method,
		path,
		...(query.length > 0 ? [[...query].sort().join('&')] : []),
		names.join(';'),
		...names.map((name) => `${normalize(name)}:${normalize(headers[name])}`),
		normalize(body),
	];
	const prefix = `auth-v2/AK/${NOW.toISOString()}/${names.join(';')}`;
	return `${prefix}/${hmac(hmac('SK', prefix), lines.join('\n'))}`;
}

const JSON_TYPE = 'application/json; charset=UTF-8';
const HOST = 'cec.example.com:28443';
const headers = { 'content-type': JSON_TYPE, host: HOST };

describe('the signature', () => {
	test('of a request with a body', () => {
		const body = '{"name":"Frühling *(1)\'"}';
		const signed = authorization(
			{
				method: 'post',
				path: '/rest/x',
				query: [],
				headers: { Host: HOST, 'Content-Type': ` ${JSON_TYPE} ` },
				body,
			},
			keys,
			NOW,
		);
		expect(signed).toBe(expected('POST', '/rest/x', [], headers, body));
	});

	test('of a request with a query, whose pairs are sorted', () => {
		const query: Array<[string, string]> = [
			['status', '0'],
			['name', 'a b&c=d'],
			['deviceType', '0'],
			['Z', ''],
		];
		const signed = authorization(
			{ method: 'GET', path: '/rest/x', query, headers: { host: HOST }, body: '' },
			keys,
			NOW,
		);
		const pairs = ['status=0', 'name=a%20b%26c%3Dd', 'deviceType=0', 'Z='];
		expect(signed).toBe(expected('GET', '/rest/x', pairs, { host: HOST }, ''));
	});

	test('has no line for an empty query, and an empty last line for an empty body', () => {
		const text = canonicalRequest({ method: 'GET', path: '/x', query: [], headers: { host: 'h' }, body: '' });
		expect(text).toBe('GET\n/x\nhost\nhost:h\n');
	});

	test('of any request is what the listing says', () => {
		const words = fc.string({ unit: 'grapheme', maxLength: 10 });
		fc.assert(
			fc.property(fc.array(fc.tuple(words, words), { maxLength: 4 }), words, (query, body) => {
				const signed = authorization({ method: 'PUT', path: '/p', query, headers, body }, keys, NOW);
				const pairs = query.map(([key, value]) => `${normalize(key)}=${normalize(value)}`);
				expect(signed).toBe(expected('PUT', '/p', pairs, headers, body));
			}),
		);
	});
});

const authorizationOf = (options: { headers?: object }) => (options.headers as Record<string, string>).Authorization;

describe('signing what n8n sends', () => {
	const url = `${credential.baseUrl}/rest/isales/v1/x`;
	const path = '/rest/isales/v1/x';

	test('signs a body given as an object as the text that is sent', () => {
		const signed = signOptions(credential, { method: 'POST', url, body: { a: 1, b: '中' } }, NOW);
		expect(signed.body).toBe('{"a":1,"b":"中"}');
		expect(authorizationOf(signed)).toBe(expected('POST', path, [], headers, signed.body as string));
	});

	test('signs a body given as a text without the blanks that n8n trims', () => {
		const signed = signOptions(credential, { method: 'POST', url, body: ' {"a": 1}\n' }, NOW);
		expect(signed.body).toBe('{"a": 1}');
		expect(authorizationOf(signed)).toBe(expected('POST', path, [], headers, '{"a": 1}'));
	});

	test('signs the body of a DELETE, and none where it is empty or missing', () => {
		const signed = signOptions(credential, { method: 'DELETE', url, body: { archiveHistory: 1 } }, NOW);
		expect(authorizationOf(signed)).toBe(expected('DELETE', path, [], headers, '{"archiveHistory":1}'));
		for (const body of [{}, undefined, '']) {
			const empty = signOptions(credential, { method: 'DELETE', url, body }, NOW);
			expect(empty).not.toHaveProperty('body');
			expect(authorizationOf(empty)).toBe(expected('DELETE', path, [], headers, ''));
		}
	});

	test('takes uri as well as url, with a query from the address and from qs', () => {
		const uri = `${url}?b=2`;
		const signed = signOptions(credential, { method: 'GET', uri, qs: { a: 'x y' } } as never, NOW);
		expect(signed).toMatchObject({ uri: `${url}?b=2&a=x%20y`, url: `${url}?b=2&a=x%20y` });
		expect(signed).not.toHaveProperty('qs');
		expect(authorizationOf(signed)).toBe(expected('GET', path, ['b=2', 'a=x%20y'], headers, ''));
	});

	test('keeps the content type of the request, however it is written, and signs that', () => {
		const signed = signOptions(
			credential,
			{ method: 'GET', url, headers: { 'content-TYPE': 'text/plain', 'X-Other': '1' } },
			NOW,
		);
		expect(signed.headers).toEqual({
			'Content-Type': 'text/plain',
			'X-Other': '1',
			Authorization: expect.any(String),
		});
		expect(authorizationOf(signed)).toBe(
			expected('GET', path, [], { ...headers, 'content-type': 'text/plain' }, ''),
		);
	});

	test('a prefix that a gateway removes is not signed when the user says so', () => {
		const behind = { ...credential, baseUrl: 'https://saas.example.com/service-cloud/', signPathPrefix: false };
		const options = { method: 'GET' as const, url: 'https://saas.example.com/service-cloud/rest/x' };
		const host = { ...headers, host: 'saas.example.com' };
		expect(authorizationOf(signOptions(behind, options, NOW))).toBe(expected('GET', '/rest/x', [], host, ''));
		expect(authorizationOf(signOptions({ ...behind, signPathPrefix: true }, options, NOW))).toBe(
			expected('GET', '/service-cloud/rest/x', [], host, ''),
		);
		const elsewhere = { ...behind, baseUrl: 'https://saas.example.com/service' };
		expect(authorizationOf(signOptions(elsewhere, options, NOW))).toBe(
			expected('GET', '/service-cloud/rest/x', [], host, ''),
		);
	});

	test('changes nothing it is given, and signs what is signed already the same way', () => {
		const deepFreeze = <T>(value: T): T => {
			if (typeof value === 'object' && value !== null) Object.values(value).forEach(deepFreeze);
			return Object.freeze(value);
		};
		const queries = fc.dictionary(fc.string({ minLength: 1, unit: 'grapheme' }), fc.string({ unit: 'grapheme' }), {
			maxKeys: 3,
			noNullPrototype: true,
		});
		fc.assert(
			fc.property(
				fc.constantFrom('GET' as const, 'POST' as const, 'DELETE' as const),
				queries,
				fc.option(queries),
				(method, qs, body) => {
					const options = deepFreeze({ method, url, qs, headers: { Accept: 'x' }, ...(body && { body }) });
					const once = deepFreeze(signOptions(deepFreeze({ ...credential }), options, NOW));
					expect(signOptions(credential, once, NOW)).toEqual(once);
				},
			),
		);
	});

	test('another moment gives another signature', () => {
		const later = new Date(NOW.getTime() + 1);
		const one = authorizationOf(signOptions(credential, { method: 'GET', url }, NOW));
		expect(authorizationOf(signOptions(credential, { method: 'GET', url }, later))).not.toBe(one);
	});

	test('trusts what the credential trusts', () => {
		const pem = '-----BEGIN CERTIFICATE----- AAAA BBBB -----END CERTIFICATE-----';
		expect(
			signOptions({ ...credential, ca: pem, ignoreSslIssues: true }, { method: 'GET', url }, NOW),
		).toMatchObject({
			skipSslCertificateValidation: true,
			rejectUnauthorized: false,
			agentOptions: { ca: '-----BEGIN CERTIFICATE-----\nAAAA\nBBBB\n-----END CERTIFICATE-----' },
		});
		const plain = signOptions(credential, { method: 'GET', url }, NOW);
		expect(plain).not.toHaveProperty('skipSslCertificateValidation');
		expect(plain).not.toHaveProperty('agentOptions');
	});
});
