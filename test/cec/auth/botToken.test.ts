import type { IHttpRequestOptions } from 'n8n-workflow';

import { botToken, signForBots } from '../../../cec/auth/botToken';
import type { Ask } from '../../../cec/auth/token';

const tenant = { baseUrl: 'https://bots.example.com', account: 'tenant', tenantId: '2022', userName: 'ipcc', appSecret: 'secret', authToken: 't1' };
const system = { ...tenant, account: 'system' };
const request = (body: unknown, path = '/oifde/rest/api/querydomaininfo') =>
	({ method: 'POST', url: `${tenant.baseUrl}${path}`, body }) as IHttpRequestOptions;

describe('a tenant has its token in the body', () => {
	test.each([
		['a text', '{"tenantId":"2022"}', '{"authToken":"t1","tenantId":"2022"}'],
		['a text with a number that JavaScript cannot hold', '{"id":16239245027406915901}', '{"authToken":"t1","id":16239245027406915901}'],
		['an empty object', '{}', '{"authToken":"t1"}'],
		['an object', { tenantId: '2022' }, { authToken: 't1', tenantId: '2022' }],
		['nothing', undefined, { authToken: 't1' }],
	])('%s', (_what, body, sent) => {
		expect(signForBots(tenant, request(body)).body).toEqual(sent);
	});

	test('and in a dialog among the parameters', () => {
		const path = '/oifde/rest/v2/crs/process/1';
		expect(signForBots(tenant, request('{"userid":"{","inparams":{"call_id":"1"}}', path)).body).toBe(
			'{"userid":"{","inparams":{"auth_token":"t1","call_id":"1"}}',
		);
		expect(signForBots(tenant, request('{"inparams": {}}', path)).body).toBe('{"inparams": {"auth_token":"t1"}}');
		expect(signForBots(tenant, request({ inparams: { call_id: '1' } }, path)).body).toEqual({ inparams: { call_id: '1', auth_token: 't1' } });
	});
});

test('other systems have it in headers, with their user name', () => {
	const signed = signForBots(system, request('{"tenantId":"2022"}'));
	expect(signed.headers).toMatchObject({ userName: 'ipcc', token: 't1' });
	expect(signed.body).toBe('{"tenantId":"2022"}');
});

test('the request for the token itself is left alone', () => {
	const options = request('{}');
	expect(signForBots({ ...tenant, authToken: '' }, options)).toBe(options);
});

test('the given request is not changed', () => {
	const options = request({ inparams: { call_id: '1' } }, '/oifde/rest/crs/process');
	const before = structuredClone(options);
	signForBots(tenant, options);
	expect(options).toEqual(before);
});

test.each([
	['a tenant by its ID', tenant, '2022'],
	['a system by its user name', system, 'ipcc'],
])('%s asks for a token', async (_who, credential, appKey) => {
	const ask: Ask = jest.fn(async () => ({ statusCode: 200, body: { errorCode: 0, authToken: 't2', expireTime: 60 } }));
	expect(await botToken({ ...credential, appSecret: appKey }, ask)).toMatchObject({ value: 't2' });
	expect(ask).toHaveBeenCalledWith(expect.objectContaining({ body: { appKey, appSecret: appKey } }));
});

test('a refusal tells the code of CEC', async () => {
	const ask: Ask = async () => ({ statusCode: 200, body: { errorCode: 200800002, errorMsg: 'wrong', authToken: 'useless' } });
	await expect(botToken({ ...tenant, appSecret: 'wrong' }, ask)).rejects.toMatchObject({ code: '200800002', said: 'wrong' });
});
