import fc from 'fast-check';

import { rawBodyOf, readCallback } from '../../../cec/incoming/callbackBody';
import { callbacks, json, printed } from '../../support/javaMap';

const FORM = 'application/x-www-form-urlencoded; charset=UTF-8';
const read = (body: string, contentType?: string) => readCallback(Buffer.from(body), contentType);

describe('a body of JSON', () => {
	test('gives values for the workflow, and beside them what Java prints', () => {
		const body = read(
			'{"callSerialNo":"119","callData":null,"n":1.0,"list":["a",2],"手":"机"}',
			'application/json',
		);
		expect(body?.values).toEqual({ callSerialNo: '119', callData: null, n: 1, list: ['a', 2], 手: '机' });
		expect([...(body?.printed ?? [])]).toEqual([
			['callSerialNo', '119'],
			['callData', 'null'],
			['n', '1.0'],
			['list', '[a, 2]'],
			['手', '机'],
		]);
	});

	test('keeps every digit of huge numbers in both', () => {
		const body = read('{"nonce":-1482421808053124529,"id":11331234567890123456,"small":42}');
		expect(body?.values).toEqual({ nonce: '-1482421808053124529', id: '11331234567890123456', small: 42 });
		expect(Object.fromEntries(body?.printed ?? [])).toEqual({
			nonce: '-1482421808053124529',
			id: '11331234567890123456',
			small: '42',
		});
	});

	test('names the same fields in both, whatever they are', () => {
		fc.assert(
			fc.property(callbacks, (fields) => {
				const body = read(json({ type: 'map', entries: fields }));
				expect(Object.keys(body?.values ?? {}).sort()).toEqual(fields.map(([name]) => name).sort());
				expect([...(body?.printed ?? [])]).toEqual(fields.map(([name, value]) => [name, printed(value)]));
			}),
			{ numRuns: 300 },
		);
	});

	test('is read without a content type, with another one, and where a form was announced', () => {
		for (const type of [undefined, '', 'application/json', 'text/plain', 'application/octet-stream', FORM]) {
			expect(read(' \n{"a":"1"}', type)?.values).toEqual({ a: '1' });
		}
	});

	test('may have a field called __proto__, which changes no object', () => {
		const { values, printed: names } =
			read('{"__proto__":{"polluted":1},"constructor":{"prototype":{"polluted":1}}}') ?? {};
		expect(Object.keys(values ?? {})).toEqual(['__proto__', 'constructor']);
		expect([...(names?.keys() ?? [])]).toEqual(['__proto__', 'constructor']);
		expect(values?.polluted).toBeUndefined();
		expect(({} as Record<string, unknown>).polluted).toBeUndefined();
	});

	test.each([
		['nothing', ''],
		['blanks', ' \n '],
		['a list', '[{"a":1}]'],
		['an empty list', '[]'],
		['a text', '"a"'],
		['a number', '1'],
		['null', 'null'],
		['half an object', '{"a":1'],
		['more than an object', '{"a":1}}'],
		['the printed map of the reference', '{\n  callSerialNo=1197235857187927062,\n  serviceNo=,\n  callData=\n}'],
		['a form that was not announced', 'a=1&b=2'],
		['bytes that are no text', '\u0000\u0001'],
	])('that is %s is none', (_name, body) => {
		expect(read(body, 'application/json')).toBeUndefined();
	});

	test.each([
		['lists', '['],
		['lists that end', '[', ']'],
		['objects', '{"a":'],
		['objects that end', '{"a":', '}'],
	])('nested 100,000 times in %s does not bring down the process', (_name, open, close = '') => {
		const nested = `{"a":${open.repeat(100_000)}${close && `1${close.repeat(100_000)}`}}`;
		expect(read(nested)).toBeUndefined();
	});

	test('is read in a time that grows with its length only, whatever it is made of', () => {
		const size = 1024 * 1024;
		const began = Date.now();
		expect(read(`{"a":"${'\\"'.repeat(size / 2)}"}`)?.values.a).toHaveLength(size / 2);
		expect(read(`{"a":"${'x'.repeat(size)}"}`)?.values.a).toHaveLength(size);
		expect(read(`{"a":${'1'.repeat(size)}}`)?.printed.get('a')).toHaveLength(size);
		expect(read(`{"a":"${'\\'.repeat(size)}`)).toBeUndefined();
		expect(read('"'.repeat(size))).toBeUndefined();
		expect(read('-'.repeat(size))).toBeUndefined();
		expect(Date.now() - began).toBeLessThan(5000);
	});
});

describe('a form', () => {
	test('gives its fields as texts, decoded', () => {
		const body = read('callSerialNo=119&callData=a+b%26c%3D%E6%89%8B&serviceNo=&called', FORM);
		const fields = { callSerialNo: '119', callData: 'a b&c=手', serviceNo: '', called: '' };
		expect(body?.values).toEqual(fields);
		expect(Object.fromEntries(body?.printed ?? [])).toEqual(fields);
	});

	test('is known by its content type, however that is written', () => {
		for (const type of ['application/x-www-form-urlencoded', FORM, 'APPLICATION/X-WWW-FORM-URLENCODED']) {
			expect(read('a=1', type)?.values).toEqual({ a: '1' });
		}
	});

	test('reads any fields back as they were', () => {
		const fields = fc.dictionary(fc.string({ minLength: 1, unit: 'grapheme' }), fc.string({ unit: 'grapheme' }), {
			minKeys: 1,
			maxKeys: 6,
		});
		fc.assert(
			fc.property(fields, (given) => {
				const form = new URLSearchParams(Object.entries(given)).toString();
				expect([...(read(form, FORM)?.printed ?? [])]).toEqual(Object.entries(given));
			}),
		);
	});

	test('may have a field called __proto__, which changes no object', () => {
		const { values } = read('__proto__=1&a=2', FORM) ?? {};
		expect(Object.keys(values ?? {})).toEqual(['__proto__', 'a']);
		expect(({} as Record<string, unknown>).a).toBeUndefined();
	});

	test('without fields is none', () => {
		expect(read('', FORM)).toBeUndefined();
	});
});

describe('the bytes', () => {
	test('are those that n8n has read', async () => {
		const readRawBody = jest.fn();
		expect(await rawBodyOf({ rawBody: Buffer.from('a'), readRawBody })).toEqual(Buffer.from('a'));
		expect(readRawBody).not.toHaveBeenCalled();
	});

	test('are read when n8n has not done so', async () => {
		const request: { rawBody?: Buffer; readRawBody(): Promise<void> } = {
			async readRawBody() {
				await Promise.resolve();
				request.rawBody = Buffer.from('b');
			},
		};
		expect(await rawBodyOf(request)).toEqual(Buffer.from('b'));
	});

	test('are none where there are none', async () => {
		expect(await rawBodyOf({})).toEqual(Buffer.alloc(0));
		expect(await rawBodyOf({ readRawBody: async () => undefined })).toEqual(Buffer.alloc(0));
	});
});
