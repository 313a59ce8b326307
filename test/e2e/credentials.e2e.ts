/** What the test of a credential tells of everything that can be wrong with it, and that TLS holds alike everywhere. */
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import type { ICredentialDataDecryptedObject, IDataObject } from 'n8n-workflow';

import type { CredentialType } from '../../scripts/credentials';
import { artifactsFolder } from '../../scripts/n8n/folders';
import { freePort } from '../../scripts/n8n/ports';
import { launchSimulator, type RunningSimulator } from '../../scripts/simulator';
import { agent, campaign, credentialData, n8n, runtime, simulator, start, using, workflow } from './support';

const types: CredentialType[] = ['huaweiCecAppApi', 'huaweiCecSignatureApi'];
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
	let html: Server;

	beforeAll(async () => {
		html = createServer((_, response) => response.setHeader('content-type', 'text/html').end('<h1>Welcome</h1>'));
		await new Promise<void>((resolve) => html.listen(0, '127.0.0.1', resolve));
	});

	afterAll(async () => await new Promise((resolve) => html.close(resolve)));

	it('accepts the right keys', async () => {
		expect(await tested(type)).toEqual({ status: 'OK', message: 'Connection successful!' });
	});

	it.each(['key', 'secret'] as const)('tells of a wrong %s', async (which) => {
		expect(await tested(type, { [keys[type][which]]: 'wrong' })).toEqual({ status: 'Error', message: refusal[type] });
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

	it('tells of a server that is not CEC', async () => {
		const { port } = html.address() as AddressInfo;
		expect(await tested(type, { baseUrl: `http://127.0.0.1:${port}` })).toEqual({
			status: 'Error',
			message: 'Something other than CEC answered. Check host, port and path prefix of the base URL.',
		});
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

it('tells of a VDN that does not exist', async () => {
	const { status, message } = await tested('huaweiCecSignatureApi', { vdnId: 77 });
	expect(status).toBe('Error');
	expect(message).toContain('CEC took the key but refused the request (code 0200001)');
	expect(message).toContain('Check the VDN ID.');
});

describe('a CEC whose certificate nobody knows', () => {
	let secure: RunningSimulator;
	const pickers = { huaweiCecAppApi: 'agents', huaweiCecSignatureApi: 'campaigns' };
	const nodeTypes = { huaweiCecAppApi: 'huaweiCecAgent', huaweiCecSignatureApi: 'huaweiCecCampaign' };
	const untrusted = /^The certificate of CEC is not trusted \((DEPTH_ZERO_SELF_SIGNED_CERT|UNABLE_TO_VERIFY_LEAF_SIGNATURE)\)/;

	beforeAll(async () => {
		const logFile = join(artifactsFolder('logs'), 'simulator-tls.log');
		secure = await launchSimulator({ logFile, args: ['--tls'] });
	});

	afterAll(async () => await secure.stop());

	/** What the test, a list and a run say with the same settings. */
	async function everywhere(type: CredentialType, change: IDataObject) {
		const data = { ...credentialData(secure.url)[type], ...change } as ICredentialDataDecryptedObject;
		const credential = await n8n().createCredential(type, `TLS ${Date.now()}`, data);
		const test = await n8n().testCredential(credential, data);
		const list = await n8n()
			.searchList({
				type: `n8n-nodes-huawei-cec.${nodeTypes[type]}`,
				method: pickers[type],
				parameter: 'campaignId',
				credential,
			})
			.then(
				({ results }) => ({ entries: results.length, error: undefined }),
				(error: Error) => ({ entries: 0, error: error.message }),
			);
		const node =
			type === 'huaweiCecAppApi'
				? agent('Ask', { resource: 'skillQueue', operation: 'getMany' }, using(credential))
				: campaign('Ask', { resource: 'numberType', operation: 'getMany' }, using(credential));
		const run = await n8n().runWorkflow(workflow('TLS', [start(), node]));
		await n8n().deleteCredential(credential);
		return { test, list, run };
	}

	it.each(types)('%s: is refused', async (type) => {
		const { test, list, run } = await everywhere(type, {});
		expect(test.status).toBe('Error');
		expect(test.message).toMatch(untrusted);
		expect(list.error).toMatch(/The certificate of CEC is not trusted/);
		expect(run.status).toBe('error');
		expect(run.errorOf('Ask')?.message).toMatch(untrusted);
		expect(run.errorOf('Ask')?.description).toContain('Put the CA certificate of your CEC into the credential');
	});

	it.each(types)('%s: is reached when SSL issues are ignored', async (type) => {
		const { test, list, run } = await everywhere(type, { ignoreSslIssues: true });
		expect(test).toEqual({ status: 'OK', message: 'Connection successful!' });
		expect(list.error).toBeUndefined();
		expect(run.status).toBe('success');
		expect(run.items('Ask').length).toBeGreaterThan(2);
	});

	it.each(types)('%s: is reached with its CA certificate', async (type) => {
		const { test, list, run } = await everywhere(type, { ca: secure.certificate });
		expect(test).toEqual({ status: 'OK', message: 'Connection successful!' });
		expect(list.error).toBeUndefined();
		expect(run.status).toBe('success');
		expect(run.items('Ask').length).toBeGreaterThan(2);
	});

	it.each(types)('%s: is reached with its CA certificate pasted into one line', async (type) => {
		const { test, list, run } = await everywhere(type, { ca: secure.certificate?.trim().replace(/\r?\n/g, ' ') });
		expect(test).toEqual({ status: 'OK', message: 'Connection successful!' });
		expect(list.error).toBeUndefined();
		expect(run.status).toBe('success');
	});

	it.each(types)('%s: a CEC spoken to in plain HTTP at its TLS port is told apart', async (type) => {
		const { status, message } = await tested(type, { baseUrl: secure.url.replace('https:', 'http:') });
		expect(status).toBe('Error');
		expect(message).toMatch(/^The connection to CEC broke off\. /);
	});

	it.each(types)('%s: TLS spoken to a plain HTTP port is told apart', async (type) => {
		const { test, run } = await everywhere(type, { baseUrl: runtime().simulatorUrl.replace('http:', 'https:') });
		expect(test.message).toMatch(/^No TLS connection to CEC \(E\w+\)\. Check that base URL and port speak https/);
		expect(run.errorOf('Ask')?.message).toMatch(/^No TLS connection to CEC/);
	});
});
