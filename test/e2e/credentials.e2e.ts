/** What the test of a credential tells of everything that can be wrong with it, and that TLS holds alike everywhere. */
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import type { ICredentialDataDecryptedObject, IDataObject, INode, INodeParameters } from 'n8n-workflow';

import type { CredentialType } from '../../scripts/credentials';
import type { StoredCredential } from '../../scripts/n8n/api';
import { artifactsFolder } from '../../scripts/n8n/folders';
import { freePort } from '../../scripts/n8n/ports';
import { launchSimulator, type RunningSimulator } from '../../scripts/simulator';
import { byId } from '../support/bench';
import {
	agent,
	call,
	campaign,
	credentialData,
	n8n,
	node,
	runtime,
	simulator,
	speechRecognition,
	start,
	using,
	workflow,
} from './support';

type Keys = 'huaweiCecAppApi' | 'huaweiCecSignatureApi';
/** Those without an address, and those that are tested elsewhere: agents with their sessions, tickets with their node. */
type Apart = 'huaweiCecAgentApi' | 'huaweiCecCallbackSecretApi' | 'huaweiCecChatbotServerApi' | 'huaweiCecTicketApi';
type WayIn = Exclude<CredentialType, Apart>;

const types: Keys[] = ['huaweiCecAppApi', 'huaweiCecSignatureApi'];
const waysIn: WayIn[] = [...types, 'huaweiCecBotApi', 'huaweiCecGatewayAdminApi', 'huaweiCecItaApi', 'huaweiCecKnowledgeBaseApi', 'huaweiCecSoftwareCloudApi'];
/** What the test of each says of a CEC that lets it in. */
const accepted: Record<WayIn, string> = {
	huaweiCecAppApi: 'Connection successful!',
	huaweiCecSignatureApi: 'Connection successful!',
	huaweiCecBotApi: 'Connection successful!',
	huaweiCecGatewayAdminApi: 'Connection successful!',
	huaweiCecKnowledgeBaseApi: 'Connection successful!',
	huaweiCecSoftwareCloudApi: 'Connection successful!',
	huaweiCecItaApi: 'There is an answer. Whether it is that of CEC, and CEC knows the keys, shows when the first call is reported.',
};
const refusal = {
	huaweiCecAppApi:
		'CEC does not accept the app key or secret (HTTP 401). Check app key and app secret in the credential, and that the service is active for this tenant.',
	huaweiCecSignatureApi:
		'CEC does not accept the signature (HTTP 401). Check access key and secret key in the credential, and that the clock of this server is right.',
};
const keys = {
	huaweiCecAppApi: { key: 'appKey', secret: 'appSecret' },
	huaweiCecSignatureApi: { key: 'accessKey', secret: 'secretKey' },
};

const tested = async (type: CredentialType, change: IDataObject = {}) =>
	await n8n().testCredential(runtime().credentials[type], {
		...credentialData(runtime().simulatorUrl)[type],
		...change,
	} as ICredentialDataDecryptedObject);

beforeAll(async () => await simulator().reset());

describe.each(types)('the test of %s', (type) => {
	it.each(['key', 'secret'] as const)('tells of a wrong %s', async (which) => {
		expect(await tested(type, { [keys[type][which]]: 'wrong' })).toEqual({ status: 'Error', message: refusal[type] });
	});

	it('tells of a path that CEC does not know', async () => {
		const { status, message } = await tested(type, { baseUrl: `${runtime().simulatorUrl}/elsewhere` });
		expect(status).toBe('Error');
		expect(message).toMatch(/^CEC does not know this address \(HTTP 404\)\. Check the base URL/);
	});

	it('tells that this server is not on the allow list', async () => {
		await simulator().allow(['192.0.2.1']);
		const answer = await tested(type);
		await simulator().allow([]);
		expect(answer).toEqual({
			status: 'Error',
			message:
				'CEC does not let this server in (HTTP 403). Have the outgoing IP address of this server put on the allow list of CEC, and check that the key may use this interface.',
		});
	});
});

describe.each(waysIn)('the test of %s', (type) => {
	let html: Server;

	beforeAll(async () => {
		html = createServer((_, response) => response.setHeader('content-type', 'text/html').end('<h1>Welcome</h1>'));
		await new Promise<void>((resolve) => html.listen(0, '127.0.0.1', resolve));
	});

	afterAll(async () => await new Promise((resolve) => html.close(resolve)));

	it('accepts what is right', async () => {
		expect(await tested(type)).toEqual({ status: 'OK', message: accepted[type] });
	});

	it('tells of a base URL that is none', async () => {
		const { status, message } = await tested(type, { baseUrl: 'cec.example.com' });
		expect(status).toBe('Error');
		expect(message).toContain('The base URL is no address. Write it with https://');
	});

	it('tells that nothing listens at the address', async () => {
		const baseUrl = `http://127.0.0.1:${await freePort()}`;
		expect(await tested(type, { baseUrl })).toEqual({
			status: 'Error',
			message:
				'Nothing answers at the address of CEC. Check host and port in the base URL of the credential, and the firewall between.',
		});
	});

	it('tells of an unknown host', async () => {
		const { status, message } = await tested(type, { baseUrl: 'http://cec.invalid' });
		expect(status).toBe('Error');
		expect(message).toMatch(/^The host of CEC was not found\. /);
	});

	it('tells of a server that is not CEC, where keys can be tried', async () => {
		const { port } = html.address() as AddressInfo;
		const stranger = {
			status: 'Error',
			message: 'Something other than CEC answered. Check host, port and path prefix of the base URL.',
		};
		const expected = type === 'huaweiCecItaApi' ? { status: 'OK', message: accepted[type] } : stranger;
		expect(await tested(type, { baseUrl: `http://127.0.0.1:${port}` })).toEqual(expected);
	});
});

describe('the test of huaweiCecGatewayAdminApi', () => {
	const type = 'huaweiCecGatewayAdminApi';
	const vdn = { account: 'vdn', vdnId: 1, password: 'Demo-vdn-pw1' };
	const logins = async () => (await simulator().requests()).requests.filter(({ section }) => section === '4.6');

	beforeEach(async () => await simulator().reset());

	it('accepts the account of the VDN, which signs in as its number and 100000', async () => {
		expect(await tested(type, vdn)).toEqual({ status: 'OK', message: 'Connection successful!' });
		expect((await logins()).map(({ body }) => body)).toEqual([{ agentId: 100001, password: '***' }]);
	});

	it('signs in each time, and does not go by what it has found before', async () => {
		await tested(type);
		await simulator().reset();
		await simulator().fault({ kind: 'status', status: 503, match: { path: '/config/login' } });
		expect(await tested(type)).toEqual({ status: 'Error', message: expect.stringMatching(/^CEC failed \(HTTP 503\)/) });
		expect(await tested(type)).toMatchObject({ status: 'OK' });
		expect((await logins()).map(({ status }) => status)).toEqual([503, 200]);
	});

	it('tells of a wrong password, and sends it once only, so that the account is not locked', async () => {
		const wrong = { password: `wrong ${Date.now()}` };
		const refused = {
			status: 'Error',
			message:
				'The password of the administrator is wrong (code 107-003). Correct it in the credential. Several wrong passwords lock the account, so this one is not sent again for half an hour.',
		};
		for (let time = 0; time < 6; time += 1) expect(await tested(type, wrong)).toEqual(refused);
		expect(await logins()).toHaveLength(1);
		expect(await tested(type)).toMatchObject({ status: 'OK' });
	});

	it('tells of an administrator that does not exist', async () => {
		expect(await tested(type, { agentId: 999 })).toEqual({
			status: 'Error',
			message:
				'The gateway does not know this administrator (code 107-004). Check account and number in the credential.',
		});
	});
});

describe('the test of huaweiCecBotApi', () => {
	const type = 'huaweiCecBotApi';
	const refused = (message: string) => ({ status: 'Error', message });

	beforeEach(async () => await simulator().reset());

	it('fetches a new token each time', async () => {
		await tested(type);
		await simulator().clearRequests();
		expect(await tested(type)).toEqual({ status: 'OK', message: 'Connection successful!' });
		expect((await simulator().requests()).requests.map(({ section }) => section)).toEqual(['4.4']);
	});

	it('tells of a wrong password, and at last of a locked account', async () => {
		const wrong = refused(
			'The password of the account is wrong (code 200800002). Correct the credential before you try again: several wrong passwords lock the account.',
		);
		for (let time = 0; time < 5; time += 1) expect(await tested(type, { appSecret: 'wrong' })).toEqual(wrong);
		expect(await tested(type)).toEqual(
			refused('The account is locked (code 200800003). Wait until it is unlocked, or have it unlocked.'),
		);
	});

	it('tells of a tenant that has none', async () => {
		expect(await tested(type, { tenantId: '999' })).toEqual(
			refused('The account has no password (code 200800001). Set the API password in the console of the bot.'),
		);
	});

	it('tells of a path that CEC does not know', async () => {
		const { status, message } = await tested(type, { baseUrl: `${runtime().simulatorUrl}/elsewhere` });
		expect([status, message]).toEqual(['Error', expect.stringMatching(/^CEC does not know this address \(HTTP 404\)/)]);
	});
});

describe('the test of huaweiCecKnowledgeBaseApi', () => {
	const type = 'huaweiCecKnowledgeBaseApi';

	it.each(['jwt', 'domain'])('tells of a wrong %s', async (key) => {
		expect(await tested(type, { [key]: 'wrong' })).toEqual({
			status: 'Error',
			message:
				'The knowledge base of CEC does not accept the sign-in (HTTP 401). Check JWT password, service name and tenant space in the credential.',
		});
	});

	it('tells of a path that CEC does not know', async () => {
		const { status, message } = await tested(type, { baseUrl: `${runtime().simulatorUrl}/elsewhere` });
		expect([status, message]).toEqual(['Error', expect.stringMatching(/^CEC does not know this address \(HTTP 404\)/)]);
	});
});

describe('the test of huaweiCecChatbotServerApi', () => {
	it.each([
		['a-key-that-nobody-guesses', 'OK', 'Saved. Whether CEC has the same account and key shows when it asks for the first time.'],
		['short', 'Error', 'The key of the credential is too short. Use at least 16 characters that nobody can guess.'],
	])('of "%s"', async (key, status, message) => {
		expect(await tested('huaweiCecChatbotServerApi', { key })).toEqual({ status, message });
	});
});

describe('the test of huaweiCecCallbackSecretApi', () => {
	it.each([
		['a-key', 'OK', 'Saved. Whether CEC signs with the same key shows with the first callback.'],
		['', 'Error', 'The shared key is empty. Copy it from CEC.'],
		['a-key ', 'Error', 'The shared key begins or ends with a blank. Remove it.'],
	])('of "%s"', async (sharedSecret, status, message) => {
		expect(await tested('huaweiCecCallbackSecretApi', { sharedSecret })).toEqual({ status, message });
	});
});

it('tells of a VDN that does not exist', async () => {
	const { status, message } = await tested('huaweiCecSignatureApi', { vdnId: 77 });
	expect(status).toBe('Error');
	expect(message).toContain('CEC took the key but refused the request (code 0200001)');
	expect(message).toContain('Check the VDN ID.');
});

describe('a CEC whose certificate nobody knows', () => {
	let secure: RunningSimulator;
	const lists: Partial<Record<WayIn, { node: string; method: string; parameters?: INodeParameters }>> = {
		huaweiCecAppApi: { node: 'huaweiCecAgent', method: 'agents' },
		huaweiCecSignatureApi: { node: 'huaweiCecCampaign', method: 'campaigns' },
		huaweiCecKnowledgeBaseApi: { node: 'huaweiCecKnowledgeBase', method: 'columns', parameters: { authentication: 'sia' } },
	};
	/** Items that come of asking. */
	const answers: Record<WayIn, number> = {
		huaweiCecAppApi: 5,
		huaweiCecSignatureApi: 3,
		huaweiCecBotApi: 1,
		huaweiCecGatewayAdminApi: 1,
		huaweiCecItaApi: 1,
		huaweiCecKnowledgeBaseApi: 4,
		huaweiCecSoftwareCloudApi: 1,
	};
	const untrusted = /^The certificate of CEC is not trusted \((DEPTH_ZERO_SELF_SIGNED_CERT|UNABLE_TO_VERIFY_LEAF_SIGNATURE)\)/;
	const subscription = { serviceCallBackUri: 'https://n8n.example.com/webhook/speech', nlpFlag: false };
	const message = { sessionId: 'customer', message: '', accessCode: byId('880000000000000101') };
	const top = byId('0');
	const ask: Record<WayIn, (credential: StoredCredential) => INode> = {
		huaweiCecBotApi: (credential) =>
			node('Ask', 'n8n-nodes-huawei-cec.huaweiCecBotDialog', { resource: 'conversation', operation: 'sendMessage', ...message }, using(credential)),
		huaweiCecKnowledgeBaseApi: (credential) =>
			node(
				'Ask',
				'n8n-nodes-huawei-cec.huaweiCecKnowledgeBase',
				{ authentication: 'sia', resource: 'column', operation: 'getMany', beyondColuId: top },
				using(credential),
			),
		huaweiCecAppApi: (credential) => agent('Ask', { resource: 'skillQueue', operation: 'getMany' }, using(credential)),
		huaweiCecSignatureApi: (credential) => campaign('Ask', { resource: 'numberType', operation: 'getMany' }, using(credential)),
		huaweiCecGatewayAdminApi: (credential) =>
			speechRecognition('Ask', { resource: 'subscription', operation: 'create', ...subscription }, using(credential)),
		huaweiCecItaApi: (credential) =>
			call('Ask', { resource: 'itaCall', operation: 'report', callID: '1-1', remark: '202211228274' }, using(credential)),
		huaweiCecSoftwareCloudApi: (credential) =>
			node('Ask', 'n8n-nodes-huawei-cec.huaweiCecPlatform', { resource: 'softwareCloudCustomer', operation: 'get' }, using(credential)),
	};

	beforeAll(async () => {
		const logFile = join(artifactsFolder('logs'), 'simulator-tls.log');
		secure = await launchSimulator({ logFile, args: ['--tls'] });
	});

	afterAll(async () => await secure.stop());

	/** What the test, a list and a run say with the same settings. */
	async function everywhere(type: WayIn, change: IDataObject) {
		const data = { ...credentialData(secure.url)[type], ...change } as ICredentialDataDecryptedObject;
		const credential = await n8n().createCredential(type, `TLS ${Date.now()}`, data);
		const test = await n8n().testCredential(credential, data);
		const list = type in lists ? await listed(type, credential) : undefined;
		const run = await n8n().runWorkflow(workflow('TLS', [start(), ask[type](credential)]));
		await n8n().deleteCredential(credential);
		return { test, list, run };
	}

	async function listed(type: WayIn, credential: StoredCredential): Promise<string | undefined> {
		const { node: name, ...list } = lists[type]!;
		return await n8n()
			.searchList({ type: `n8n-nodes-huawei-cec.${name}`, parameter: 'campaignId', credential, ...list })
			.then(() => undefined, (error: Error) => error.message);
	}

	it.each(waysIn)('%s: is refused', async (type) => {
		const { test, list, run } = await everywhere(type, {});
		expect(test.status).toBe('Error');
		expect(test.message).toMatch(untrusted);
		if (type in lists) expect(list).toMatch(/The certificate of CEC is not trusted/);
		expect(run.status).toBe('error');
		expect(run.errorOf('Ask')?.message).toMatch(untrusted);
		expect(run.errorOf('Ask')?.description).toContain('Put the CA certificate of your CEC into the credential');
	});

	it.each(waysIn)('%s: is reached when SSL issues are ignored', async (type) => {
		const { test, list, run } = await everywhere(type, { ignoreSslIssues: true });
		expect(test).toEqual({ status: 'OK', message: accepted[type] });
		expect(list).toBeUndefined();
		expect(run.status).toBe('success');
		expect(run.items('Ask')).toHaveLength(answers[type]);
	});

	it.each(waysIn)('%s: is reached with its CA certificate', async (type) => {
		const { test, list, run } = await everywhere(type, { ca: secure.certificate });
		expect(test).toEqual({ status: 'OK', message: accepted[type] });
		expect(list).toBeUndefined();
		expect(run.status).toBe('success');
		expect(run.items('Ask')).toHaveLength(answers[type]);
	});

	it.each(waysIn)('%s: is reached with its CA certificate pasted into one line', async (type) => {
		const { test, list, run } = await everywhere(type, { ca: secure.certificate?.trim().replace(/\r?\n/g, ' ') });
		expect(test).toEqual({ status: 'OK', message: accepted[type] });
		expect(list).toBeUndefined();
		expect(run.status).toBe('success');
	});

	it.each(waysIn)('%s: a CEC spoken to in plain HTTP at its TLS port is told apart', async (type) => {
		const { status, message } = await tested(type, { baseUrl: secure.url.replace('https:', 'http:') });
		expect(status).toBe('Error');
		expect(message).toMatch(/^The connection to CEC broke off\. /);
	});

	it.each(waysIn)('%s: TLS spoken to a plain HTTP port is told apart', async (type) => {
		const { test, run } = await everywhere(type, { baseUrl: runtime().simulatorUrl.replace('http:', 'https:') });
		expect(test.message).toMatch(/^No TLS connection to CEC \(E\w+\)\. Check that base URL and port speak https/);
		expect(run.errorOf('Ask')?.message).toMatch(/^No TLS connection to CEC/);
	});
});
