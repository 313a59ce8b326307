/** Checked by the simulator's reading of the scheme, and by one computed here with nothing of the package's own code. */
import { createHash, createHmac } from 'node:crypto';
import fc from 'fast-check';
import type { IHttpRequestOptions } from 'n8n-workflow';

import { signForIta } from '../../../cec/auth/itaSignature';
import { rejectSdkSignature } from '../../../simulator/auth/sdk-signature';

const NOW = new Date('2026-03-02T08:00:00.123Z');
const credential = {
	baseUrl: 'https://cec.example.com:28443',
	appKey: 'APP',
	accessKey: 'AK',
	secretKey: 'SK',
	ca: '',
	ignoreSslIssues: false,
};
const keys = { itaAppKey: 'APP', itaAccessKey: 'AK', itaSecretKey: 'SK' };
const PATH = '/apiaccess/rest/cc-management/v1/ita/twopartiescall/statusnotify';
const url = `${credential.baseUrl}${PATH}`;

type Signed = IHttpRequestOptions & { uri?: string };
const headersOf = ({ headers }: Signed) => headers as Record<string, string>;

/** What the server makes of the request as it would arrive. */
function rejected(signed: Signed): string | undefined {
	const address = new URL(signed.url);
	const headers = Object.entries(headersOf(signed)).map(([name, value]) => [name.toLowerCase(), value]);
	return rejectSdkSignature(
		{
			method: signed.method ?? 'GET',
			target: `${address.pathname}${address.search}`,
			headers: { host: address.host, ...Object.fromEntries(headers) },
			body: Buffer.from((signed.body ?? '') as string),
		},
		keys,
		NOW.getTime(),
	);
}

test('is that of the public scheme, line by line', () => {
	const body = '{"callID":"1","remark":"你好"}';
	const signed = signForIta(credential, { method: 'POST', url, body }, NOW);
	const sha256 = (text: string) => createHash('sha256').update(text).digest('hex');
	const canonical = [
		'POST',
		`${PATH}/`,
		'',
		'appkey:APP',
		'content-type:application/json;charset=UTF-8',
		'host:cec.example.com:28443',
		'x-sdk-date:20260302T080000Z',
		'',
		'appkey;content-type;host;x-sdk-date',
		sha256(body),
	].join('\n');
	const toSign = `SDK-HMAC-SHA256\n20260302T080000Z\n${sha256(canonical)}`;
	const signature = createHmac('sha256', 'SK').update(toSign).digest('hex');
	expect(headersOf(signed)).toEqual({
		AppKey: 'APP',
		'Content-Type': 'application/json;charset=UTF-8',
		'X-Sdk-Date': '20260302T080000Z',
		Authorization: `SDK-HMAC-SHA256 Access=AK, SignedHeaders=appkey;content-type;host;x-sdk-date, Signature=${signature}`,
	});
	expect(signed).toMatchObject({ method: 'POST', url, body });
	expect(JSON.stringify(signed)).not.toContain('SK"');
});

test('of any query and body is taken by the server', () => {
	const words = fc.string({ unit: 'grapheme', maxLength: 12 });
	const key = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 8 });
	fc.assert(
		fc.property(
			fc.dictionary(key, words, { maxKeys: 4, noNullPrototype: true }),
			fc.dictionary(key, words, { maxKeys: 4, noNullPrototype: true }),
			fc.constantFrom('GET', 'POST', 'PUT', 'DELETE'),
			(qs, body, method) => {
				const signed = signForIta(credential, { method: method as 'POST', url, qs, body }, NOW);
				expect(rejected(signed)).toBeUndefined();
				const sent = Object.fromEntries(new URL(signed.url).searchParams);
				expect(sent).toEqual(qs);
				if (Object.keys(body).length > 0) expect(JSON.parse(signed.body as string)).toEqual(body);
			},
		),
	);
});

test.each<[string, Signed]>([
	['a plain request', { method: 'POST', url, body: '{}' }],
	[
		"one of n8n's HTTP Request node",
		{ method: 'POST', uri: url, url: '', qs: { a: 'x y' }, json: true, body: { b: 1 } },
	],
	['one with a base URL', { method: 'GET', url: PATH, baseURL: credential.baseUrl }],
	[
		'one with a type of its own',
		{ method: 'POST', url, headers: { 'content-type': 'text/plain', 'X-Other': '1' }, body: 'x' },
	],
])('signing %s again gives the same', (_name, { url: address, ...given }) => {
	const options = (address === '' ? given : { url: address, ...given }) as Signed;
	const before = structuredClone(options);
	const once = signForIta(credential, options, NOW);
	expect(rejected(once)).toBeUndefined();
	expect(signForIta(credential, once, NOW)).toEqual(once);
	expect(options).toEqual(before);
	const later = signForIta(credential, once, new Date(NOW.getTime() + 60_000));
	expect(rejected(later)).toBeUndefined();
	expect(headersOf(later)['X-Sdk-Date']).toBe('20260302T080100Z');
	expect(Object.keys(headersOf(later)).sort()).toEqual(Object.keys(headersOf(once)).sort());
});

test('keeps what n8n asks for, other headers and how the server is trusted', () => {
	const signed = signForIta(
		{ ...credential, ca: '-----BEGIN CERTIFICATE-----\nx', ignoreSslIssues: true },
		{ method: 'POST', uri: url, json: true, headers: { 'X-Other': '1' }, timeout: 5 } as unknown as Signed,
		NOW,
	) as Signed;
	expect(signed).toMatchObject({
		uri: url,
		json: true,
		timeout: 5,
		skipSslCertificateValidation: true,
		rejectUnauthorized: false,
		agentOptions: { ca: '-----BEGIN CERTIFICATE-----\nx' },
	});
	expect(headersOf(signed)).toMatchObject({ 'X-Other': '1' });
	expect(signed).not.toHaveProperty('qs');
	expect(signed).not.toHaveProperty('body');
});

test('is worth nothing for another body, path, query or key', () => {
	const signed = signForIta(credential, { method: 'POST', url: `${url}?a=1`, body: '{"a":1}' }, NOW);
	expect(rejected(signed)).toBeUndefined();
	for (const change of [
		{ body: '{"a":2}' },
		{ url: `${url}/x?a=1` },
		{ url: `${url}?a=2` },
		{ method: 'PUT' as const },
	]) {
		expect(rejected({ ...signed, ...change })).toBe('the signature does not match');
	}
	const other = signForIta({ ...credential, secretKey: 'other' }, { method: 'POST', url, body: '{}' }, NOW);
	expect(rejected(other)).toBe('the signature does not match');
});
