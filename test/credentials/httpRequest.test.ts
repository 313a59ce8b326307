/** The credentials in n8n's own HTTP Request node, which signs and signs in through them alone. */
import type { IHttpRequestOptions, IRequestOptions } from 'n8n-workflow';

import { HuaweiCecAgent } from '../../nodes/HuaweiCecAgent/HuaweiCecAgent.node';
import { HuaweiCecAgentWorkspace } from '../../nodes/HuaweiCecAgentWorkspace/HuaweiCecAgentWorkspace.node';
import { HuaweiCecCall } from '../../nodes/HuaweiCecCall/HuaweiCecCall.node';
import { HuaweiCecCampaign } from '../../nodes/HuaweiCecCampaign/HuaweiCecCampaign.node';
import { HuaweiCecPlatform } from '../../nodes/HuaweiCecPlatform/HuaweiCecPlatform.node';
import { HuaweiCecSpeechRecognition } from '../../nodes/HuaweiCecSpeechRecognition/HuaweiCecSpeechRecognition.node';
import { Bench } from '../support/bench';
import { executeContext } from '../support/n8n';

let bench: Bench;
let secure: Bench;

beforeAll(async () => {
	[bench, secure] = await Promise.all([Bench.start(), Bench.start({ tls: true })]);
});
afterAll(async () => await Promise.all([bench.close(), secure.close()]));
afterEach(() => jest.restoreAllMocks());
beforeEach(() => {
	bench.reset();
	secure.reset();
});

const CAMPAIGNS = '/rest/isales/v1/openapi/campaigns/1';
const AGENTS = '/apiaccess/rest/cc-management/v1/agentAccount/query';
const REPORT = '/apiaccess/rest/cc-management/v1/ita/twopartiescall/statusnotify';
const HANDSHAKE = '/agentgateway/resource/config/subscribe/handshake';

/** A node that each credential belongs to. */
const nodes = {
	huaweiCecAgentApi: new HuaweiCecAgentWorkspace(),
	huaweiCecAppApi: new HuaweiCecAgent(),
	huaweiCecGatewayAdminApi: new HuaweiCecSpeechRecognition(),
	huaweiCecItaApi: new HuaweiCecCall(),
	huaweiCecSignatureApi: new HuaweiCecCampaign(),
	huaweiCecSoftwareCloudApi: new HuaweiCecPlatform(),
};

/** Where a node asks for its credential only for one kind of thing. */
const resources: Record<string, object> = {
	huaweiCecItaApi: { resource: 'itaCall', operation: 'report' },
	huaweiCecSoftwareCloudApi: { resource: 'softwareCloudCustomer', operation: 'get' },
};

/** The older helper is the one that the HTTP Request node uses; both must work. */
async function send(type: keyof typeof nodes, options: IHttpRequestOptions, older: boolean, on = bench, credentials = on.credentials) {
	const context = executeContext({ node: nodes[type], parameters: { ...resources[type] }, credentials });
	const { url, ...others } = options;
	const address = `${on.sim.url}${url}`;
	if (!older) {
		return (await context.helpers.httpRequestWithAuthentication.call(context, type, {
			...others,
			url: address,
		})) as unknown;
	}
	const asked = { ...others, uri: address } as unknown as IRequestOptions;
	return (await context.helpers.requestWithAuthentication.call(context, type, asked)) as unknown;
}

describe.each([false, true])('with the older helper: %s', (older) => {
	test('a request without a body is signed', async () => {
		const answer = await send(
			'huaweiCecSignatureApi',
			{ method: 'GET', url: `${CAMPAIGNS}/callNoType/query`, json: true },
			older,
		);
		expect(answer).toMatchObject({ resultCode: '0200000', data: ['MOBILE', 'HOME', 'WORK'] });
	});

	test('one to the software cloud carries the token', async () => {
		const url = '/rest/oma/softwareconsole/system/querysoftwaresysparams';
		expect(await send('huaweiCecSoftwareCloudApi', { method: 'GET', url, json: true }, older)).toMatchObject({ clientId: 'demo-client' });
	});

	test('one of an agent carries the session that a trigger has left in the credential, or none', async () => {
		const agentStatus = { method: 'GET' as const, url: '/agentgateway/resource/onlineagent/101/agentstatus', json: true };
		expect(await send('huaweiCecAgentApi', agentStatus, older)).toMatchObject({ retcode: '100-006' });
		const sessionToken = await bench.agentSession();
		const left = { ...bench.credentials, huaweiCecAgentApi: { ...bench.agentCredential(), sessionToken } };
		expect(await send('huaweiCecAgentApi', agentStatus, older, bench, left)).toMatchObject({ retcode: '0' });
	});

	test('so is one with a query', async () => {
		const qs = { status: 0, deviceType: 0, name: 'a b&c=d/é*' };
		expect(
			await send('huaweiCecSignatureApi', { method: 'GET', url: CAMPAIGNS, qs, json: true }, older),
		).toMatchObject({ totalSize: 0 });
		expect(bench.requests[0].query).toEqual({ status: '0', deviceType: '0', name: 'a b&c=d/é*' });
	});

	test('one with an object as its body', async () => {
		const body = { callNoTypes: ['VIP'] };
		const answer = await send(
			'huaweiCecSignatureApi',
			{ method: 'POST', url: `${CAMPAIGNS}/callNoType/add`, body, json: true },
			older,
		);
		expect(answer).toMatchObject({ resultCode: 0 });
		expect(bench.requests[0].body).toEqual(body);
	});

	test('one with a text as its body', async () => {
		const body = ' {"callNoTypes": ["VIP"]} ';
		const headers = { 'content-type': 'application/json' };
		await send(
			'huaweiCecSignatureApi',
			{ method: 'POST', url: `${CAMPAIGNS}/callNoType/add`, body, headers },
			older,
		);
		expect(bench.requests[0]).toMatchObject({ status: 200, body: { callNoTypes: ['VIP'] } });
	});

	test('a DELETE with a body', async () => {
		const id = await bench.campaign();
		bench.sim.control.clearRequests();
		const body = { archiveHistory: 1 };
		await send('huaweiCecSignatureApi', { method: 'DELETE', url: `${CAMPAIGNS}/${id}`, body, json: true }, older);
		expect(bench.requests[0]).toMatchObject({ status: 200, body });
	});

	test('the app credential gets a token first, and another when CEC refuses it', async () => {
		const body = { pageNum: 0, pageSize: 10 };
		const ask = async () => await send('huaweiCecAppApi', { method: 'POST', url: AGENTS, body, json: true }, older);
		expect(await ask()).toMatchObject({ resultCode: '0', total: secure.tenant.agents.length });
		bench.sim.control.expireTokens();
		expect(await ask()).toMatchObject({ resultCode: '0', total: secure.tenant.agents.length });
		const asked = bench.requests.map(({ path, status }) => `${path.split('/').pop()} ${status}`);
		expect(asked).toEqual(['tokenByAkSk 200', 'query 200', 'query 401', 'tokenByAkSk 200', 'query 200']);
	});

	test('a report of a partner network is signed, be its body an object or a text', async () => {
		const body = { callID: 'ita-1', remark: bench.tenant.tenantId, telA: '447700900001' };
		const report = async (options: Partial<IHttpRequestOptions>) =>
			await send('huaweiCecItaApi', { method: 'POST', url: REPORT, ...options }, older);
		expect(await report({ body, json: true })).toEqual({});
		expect(bench.requests[0]).toMatchObject({ status: 200, body });
		const headers = { 'content-type': 'application/json' };
		await report({ body: ` ${JSON.stringify({ ...body, telB: '你好' })} `, headers });
		expect(bench.requests[1]).toMatchObject({ status: 200, body: { ...body, telB: '你好' } });
		expect(bench.state.calls).toHaveLength(1);
	});

	test('so is a request with a query, which the signature covers', async () => {
		const qs = { a: 'x y/é*', b: 2 };
		const answer = send('huaweiCecItaApi', { method: 'POST', url: REPORT, qs, body: {}, json: true }, older);
		await expect(answer).rejects.toThrow();
		// The signature holds; the interface knows no query.
		expect(bench.requests[0]).toMatchObject({ status: 400, query: { a: 'x y/é*', b: '2' } });
	});

	test('the credential of the gateway gets a session first', async () => {
		// Later than whatever session the package holds of other tests, none of which this gateway knows.
		const later = Date.now() + (older ? 120_000 : 60_000);
		jest.spyOn(Date, 'now').mockImplementation(() => later);
		const serverId = await bench.subscription();
		bench.sim.control.clearRequests();
		const ask = async () =>
			await send(
				'huaweiCecGatewayAdminApi',
				{ method: 'GET', url: `${HANDSHAKE}/${serverId}`, json: true },
				older,
			);
		expect(await ask()).toMatchObject({ retcode: '0' });
		bench.sim.control.addFault({ kind: 'status', status: 401, match: { path: 'handshake' } });
		expect(await ask()).toMatchObject({ retcode: '0' });
		expect(bench.requests.map(({ path, status }) => `${path.split('/')[4]} ${status}`).slice(-3)).toEqual([
			'subscribe 401',
			'login 200',
			'subscribe 200',
		]);
	});

	test('all trust the authority that the credential names', async () => {
		const types = { method: 'GET' as const, url: `${CAMPAIGNS}/callNoType/query`, json: true };
		expect(await send('huaweiCecSignatureApi', types, older, secure)).toMatchObject({ resultCode: '0200000' });
		const agents = { method: 'POST' as const, url: AGENTS, body: { pageNum: 0, pageSize: 10 }, json: true };
		expect(await send('huaweiCecAppApi', agents, older, secure)).toMatchObject({ total: secure.tenant.agents.length });
		const report = { callID: 'ita-1', remark: secure.tenant.tenantId };
		const reporting = { method: 'POST' as const, url: REPORT, body: report, json: true };
		expect(await send('huaweiCecItaApi', reporting, older, secure)).toEqual({});
		const handshake = { method: 'GET' as const, url: `${HANDSHAKE}/1`, json: true };
		const answer = (await send('huaweiCecGatewayAdminApi', handshake, older, secure)) as { retcode: string };
		expect(answer.retcode).toMatch(/^107-0(00|32)$/);
	});
});
