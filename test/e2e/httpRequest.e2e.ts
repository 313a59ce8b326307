/** Interfaces without an operation: n8n's own HTTP Request node signs in with the credentials of this package. */
import { setTimeout as sleep } from 'node:timers/promises';
import type { ICredentialDataDecryptedObject, IDataObject, INode, INodeParameters } from 'n8n-workflow';

import type { CredentialType } from '../../scripts/credentials';
import type { StoredCredential } from '../../scripts/n8n/api';
import { askCec, base, credentialData, forgetToken, n8n, newCampaign, runtime, simulator, start, using, workflow } from './support';

const management = '/apiaccess/rest/cc-management/v1';
const campaigns = '/rest/isales/v1/openapi/campaigns/1';

beforeEach(async () => {
	await simulator().reset();
	forgetToken();
});

describe('with the signature', () => {
	it('GET with a query, of characters too that have to be encoded', async () => {
		const name = "Fête & Co (50 %) + 'more'*~";
		const id = await newCampaign({ name: 'Fête Co' });
		const plain = await ask('huaweiCecSignatureApi', {
			url: campaigns,
			sendQuery: true,
			queryParameters: { parameters: pairs({ status: '0', deviceType: '0', name: 'Fête Co' }) },
		});
		expect(plain.data).toMatchObject([{ id, name: 'Fête Co' }]);
		const strange = await ask('huaweiCecSignatureApi', {
			url: `${campaigns}?status=0&deviceType=0`,
			sendQuery: true,
			queryParameters: { parameters: pairs({ name }) },
		});
		expect(strange).toMatchObject({ resultCode: '0200000', totalSize: 0 });
		const [, request] = (await simulator().requests()).requests.filter(({ method }) => method === 'GET');
		expect(request.query).toEqual({ status: '0', deviceType: '0', name });
		expect(request.status).toBe(200);
	});

	it('POST with a JSON body of fields', async () => {
		const answer = await ask('huaweiCecSignatureApi', {
			method: 'POST',
			url: `${campaigns}/addBusinessResult`,
			sendBody: true,
			bodyParameters: { parameters: pairs({ name: 'Später', code: 'LATER-1' }) },
		});
		expect(answer).toMatchObject({ resultCode: '0200000' });
		const { businessResults } = await simulator().state<{ businessResults: IDataObject[] }>();
		expect(businessResults).toContainEqual({ name: 'Später', code: 'LATER-1', children: [] });
	});

	it('POST with a JSON body that is written out, blanks and line breaks included', async () => {
		const answer = await ask('huaweiCecSignatureApi', {
			method: 'POST',
			url: `${campaigns}/blocklist/add`,
			sendBody: true,
			specifyBody: 'json',
			jsonBody: '\n{ "blocklist": [ "447700900901",\n "447700900902" ] }\n',
		});
		expect(answer).toMatchObject({ resultCode: '0200000' });
		const { blocklist } = await simulator().state<{ blocklist: IDataObject[] }>();
		expect(blocklist.map(({ blockNum }) => blockNum)).toEqual(['447700900901', '447700900902']);
	});

	it('PUT without a body', async () => {
		const id = await newCampaign();
		const answer = await ask('huaweiCecSignatureApi', { method: 'PUT', url: `${campaigns}/${id}/resume` });
		expect(answer).toMatchObject({ resultCode: '0200000' });
	});

	it('DELETE with a body', async () => {
		const id = await newCampaign();
		const answer = await ask('huaweiCecSignatureApi', {
			method: 'DELETE',
			url: `${campaigns}/${id}`,
			sendBody: true,
			specifyBody: 'json',
			jsonBody: '{ "archiveHistory": 1 }',
		});
		expect(answer).toMatchObject({ resultCode: '0200000' });
		const deleted = (await simulator().requests()).requests.find(({ method }) => method === 'DELETE');
		expect(deleted).toMatchObject({ status: 200, body: { archiveHistory: 1 } });
		expect((await simulator().state()).campaigns).toEqual([]);
	});

	it('page after page, each signed anew', async () => {
		for (const name of ['One', 'Two', 'Three']) await newCampaign({ name });
		const nextPage = { type: 'qs', name: 'curPage', value: '={{ $pageCount + 1 }}' };
		const execution = await run('huaweiCecSignatureApi', {
			url: campaigns,
			sendQuery: true,
			queryParameters: { parameters: pairs({ status: '0', deviceType: '0', rowsPerPage: '1', curPage: '1' }) },
			options: {
				pagination: {
					pagination: {
						paginationMode: 'updateAParameterInEachRequest',
						parameters: { parameters: [nextPage] },
						paginationCompleteWhen: 'other',
						completeExpression: '={{ $response.body.data.length === 0 }}',
						limitPagesFetched: true,
						maxRequests: 10,
					},
				},
			},
		});
		expect(execution.error?.message).toBeUndefined();
		const names = execution.items('Ask').flatMap(({ data }) => (data as IDataObject[]).map(({ name }) => name));
		expect(names).toEqual(['One', 'Two', 'Three']);
	});

	it('a wrong key is refused', async () => {
		const data = { ...credentialData(runtime().simulatorUrl).huaweiCecSignatureApi, secretKey: 'wrong' };
		const credential = await n8n().createCredential('huaweiCecSignatureApi', 'Wrong secret', data);
		const execution = await run('huaweiCecSignatureApi', { url: `${campaigns}/callNoType/query` }, credential);
		expect(execution.status).toBe('error');
		expect(execution.error?.httpCode).toBe('401');
	});
});

describe('with the app key', () => {
	it('GET and POST, with a token that is fetched for them', async () => {
		const credential = await freshAppCredential();
		const read = await ask('huaweiCecAppApi', { url: '/apiaccess/CC-Management/v1/queryAgentInfo' }, credential);
		expect(read.agents).toHaveLength(5);
		const query = { method: 'POST', url: `${management}/agentAccount/query`, sendBody: true, specifyBody: 'json' };
		const found = await ask('huaweiCecAppApi', { ...query, jsonBody: '{ "pageNum": 0, "pageSize": 2 }' }, credential);
		expect(found.data).toMatchObject([{ userAccount: 'agent.one' }, { userAccount: 'agent.two' }]);
		const { tokenRequests, requests } = await simulator().requests();
		expect(tokenRequests).toBe(1);
		expect(requests.map(({ status }) => status)).toEqual([200, 200, 200]);
		for (const { headers } of requests.slice(1)) expect(headers).toMatchObject({ authorization: 'Bearer ***', 'x-app-key': 'demo-app-key' });
	});

	it('a token that CEC no longer accepts is renewed', async () => {
		const credential = await freshAppCredential();
		const parameters = { url: '/apiaccess/CC-Management/v1/queryAgentInfo' };
		await ask('huaweiCecAppApi', parameters, credential);
		await simulator().expireTokens();
		await simulator().clearRequests();
		const again = await ask('huaweiCecAppApi', parameters, credential);
		expect(again.agents).toHaveLength(5);
		const { tokenRequests, requests } = await simulator().requests();
		expect(tokenRequests).toBe(1);
		expect(requests.map(({ section, status }) => [section, status])).toEqual([
			['5.1.10', 401],
			['4.2', 200],
			['5.1.10', 200],
		]);
		await simulator().clearRequests();
		await ask('huaweiCecAppApi', parameters, credential);
		expect((await simulator().requests()).tokenRequests).toBe(0);
	});

	it('a wrong secret is told as such', async () => {
		const data = { ...credentialData(runtime().simulatorUrl).huaweiCecAppApi, appSecret: 'wrong' };
		const credential = await n8n().createCredential('huaweiCecAppApi', 'Wrong secret', data);
		const execution = await run('huaweiCecAppApi', { url: '/apiaccess/CC-Management/v1/queryAgentInfo' }, credential);
		expect(execution.status).toBe('error');
		expect(execution.error?.message).toMatch(/app key or secret/);
	});
});

describe('with the administrator of the gateway', () => {
	const type = 'huaweiCecGatewayAdminApi';
	const subscribe = '/agentgateway/resource/config/subscribe';
	const register = {
		method: 'POST',
		url: `${subscribe}/register`,
		sendBody: true,
		specifyBody: 'json',
		jsonBody: JSON.stringify({ subscribeType: '1', serviceCallBackUri: 'https://n8n.example.com/webhook/speech', nlpFlag: false }),
	};
	/** Requests that need a session at the same time share one; so long n8n is given that of another credential. */
	const heldForMs = 5_500;
	const sections = async () => (await simulator().requests()).requests.map(({ section }) => section);

	// Or the session of whatever ran before would do, which the simulator has forgotten since.
	beforeAll(async () => await sleep(heldForMs));

	it('signs in by itself and sends the session along, in each request the same', async () => {
		const credential = await freshAdminCredential();
		const { result, retcode } = await ask(type, register, credential);
		expect(retcode).toBe('0');
		const { serverId } = result as { serverId: string };
		expect(serverId).toMatch(/^\d{14}-001-\d{5}$/);
		const alive = await ask(type, { url: `${subscribe}/handshake/${serverId}` }, credential);
		expect(alive).toEqual({ message: 'success', retcode: '0' });
		expect(await sections()).toEqual(['4.6', '6.3.1', '6.3.4']);
		const { subscriptions } = await simulator().state<{ subscriptions: IDataObject[] }>();
		expect(subscriptions).toMatchObject([{ serverId, alive: true }]);
	});

	it('the account of the VDN does as well', async () => {
		const data = { account: 'vdn', vdnId: 1, password: 'Demo-vdn-pw1' };
		const { retcode } = await ask(type, register, await freshAdminCredential(data));
		expect(retcode).toBe('0');
		const [login] = (await simulator().requests()).requests;
		expect(login).toMatchObject({ section: '4.6', body: { agentId: 100001 } });
	});

	it('a session refused with HTTP 401 is renewed; one answered with a code of its own is when the credential is saved again', async () => {
		await sleep(heldForMs); // or the session of the test before would do
		const credential = await freshAdminCredential();
		await ask(type, register, credential);
		await simulator().fault({ kind: 'status', status: 401, match: { path: '/register' } });
		expect((await ask(type, register, credential)).retcode).toBe('0');
		expect(await sections()).toEqual(['4.6', '6.3.1', '6.3.1', '4.6', '6.3.1']);
		await simulator().expireGateway();
		await sleep(heldForMs);
		// Under HTTP 200 n8n does not see that it should sign in again. The nodes of this package do.
		expect((await ask(type, register, credential)).retcode).toBe('107-000');
		const data = credentialData(runtime().simulatorUrl)[type];
		await n8n().saveCredential(type, credential.name, data);
		expect((await ask(type, register, credential)).retcode).toBe('0');
	});

	it('a wrong password is told as such, and sent once', async () => {
		const credential = await freshAdminCredential({ password: `wrong ${Date.now()}` });
		for (let time = 0; time < 2; time += 1) {
			const execution = await run(type, register, credential);
			expect(execution.status).toBe('error');
			expect(execution.error?.message).toBe('The gateway of CEC refused the sign-in (code 107-003: The password is wrong.)');
		}
		expect(await sections()).toEqual(['4.6']);
	});
});

describe('with the keys of ITA', () => {
	const type = 'huaweiCecItaApi';
	const report = {
		method: 'POST',
		url: `${management}/ita/twopartiescall/statusnotify`,
		sendBody: true,
		specifyBody: 'json',
		jsonBody: '\n{ "callID": "ita-1", "remark": "202211228274", "telB": "447700900101", "startTime": "20260301090000" }\n',
	};

	it('POST with a body, of blanks and line breaks too', async () => {
		expect(await ask(type, report)).toEqual({});
		const { calls } = await simulator().state<{ calls: IDataObject[] }>();
		expect(calls).toMatchObject([{ callId: 'ita-1', called: '447700900101', taskType: '4' }]);
		const [{ status, headers }] = (await simulator().requests()).requests;
		expect(status).toBe(200);
		expect(headers).toMatchObject({ appkey: 'demo-ita-app-key', authorization: 'SDK-HMAC-SHA256 ***' });
	});

	it('a wrong secret key is refused', async () => {
		const data = { ...credentialData(runtime().simulatorUrl)[type], secretKey: 'wrong' };
		const execution = await run(type, report, await n8n().createCredential(type, 'Wrong ITA', data));
		expect(execution.status).toBe('error');
		expect(execution.error?.httpCode).toBe('401');
		expect((await simulator().state()).calls).toEqual([]);
	});
});

it('the simulator is not to blame: without a credential it lets nobody in', async () => {
	const { simulatorUrl } = runtime();
	expect((await fetch(`${simulatorUrl}${campaigns}/callNoType/query`)).status).toBe(401);
	expect((await fetch(`${simulatorUrl}/apiaccess/CC-Management/v1/queryAgentInfo`)).status).toBe(401);
	await expect(askCec('GET', '/rest/isales/v1/openapi/campaigns/{vdn}/callNoType/query')).resolves.toBeDefined();
});

/** One of its own for each test: n8n keeps the token with the credential, and the nodes keep theirs by its contents. */
async function freshAppCredential(): Promise<StoredCredential> {
	const data = credentialData(runtime().simulatorUrl).huaweiCecAppApi;
	lifetime -= 1;
	return await n8n().createCredential('huaweiCecAppApi', `HTTP Request ${lifetime}`, { ...data, lifetime });
}
let lifetime = 1800;

async function freshAdminCredential(change: ICredentialDataDecryptedObject = {}): Promise<StoredCredential> {
	const data = credentialData(runtime().simulatorUrl).huaweiCecGatewayAdminApi;
	lifetime -= 1;
	return await n8n().createCredential('huaweiCecGatewayAdminApi', `HTTP Request ${lifetime}`, { ...data, ...change });
}

async function ask(type: CredentialType, parameters: INodeParameters, credential?: StoredCredential): Promise<IDataObject> {
	const execution = await run(type, parameters, credential);
	expect(execution.error?.message).toBeUndefined();
	expect(execution.status).toBe('success');
	return execution.items('Ask')[0];
}

async function run(type: CredentialType, parameters: INodeParameters, credential = runtime().credentials[type]) {
	const node: INode = base(
		'Ask',
		'httpRequest',
		{
			authentication: 'predefinedCredentialType',
			nodeCredentialType: type,
			...parameters,
			url: `${runtime().simulatorUrl}${parameters.url}`,
		},
		{ typeVersion: 4.2, ...using(credential) },
	);
	return await n8n().runWorkflow(workflow('HTTP Request', [start(), node]));
}

function pairs(values: Record<string, string>): INodeParameters[] {
	return Object.entries(values).map(([name, value]) => ({ name, value }));
}
