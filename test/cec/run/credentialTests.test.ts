/** The tests of the credential dialog: each thing that can be wrong is told from the others. */
import type { ICredentialDataDecryptedObject } from 'n8n-workflow';

import { HuaweiCecAgent } from '../../../nodes/HuaweiCecAgent/HuaweiCecAgent.node';
import { HuaweiCecCall } from '../../../nodes/HuaweiCecCall/HuaweiCecCall.node';
import { HuaweiCecCallTrigger } from '../../../nodes/HuaweiCecCallTrigger/HuaweiCecCallTrigger.node';
import { HuaweiCecCampaign } from '../../../nodes/HuaweiCecCampaign/HuaweiCecCampaign.node';
import { HuaweiCecPlatform } from '../../../nodes/HuaweiCecPlatform/HuaweiCecPlatform.node';
import { HuaweiCecRecording } from '../../../nodes/HuaweiCecRecording/HuaweiCecRecording.node';
import { HuaweiCecSpeechRecognition } from '../../../nodes/HuaweiCecSpeechRecognition/HuaweiCecSpeechRecognition.node';
import { HuaweiCecTicket } from '../../../nodes/HuaweiCecTicket/HuaweiCecTicket.node';
import { Bench } from '../../support/bench';
import { testCredential } from '../../support/n8n';

let plain: Bench;
let secure: Bench;

beforeAll(async () => {
	[plain, secure] = await Promise.all([Bench.start(), Bench.start({ tls: true })]);
});
afterAll(async () => await Promise.all([plain.close(), secure.close()]));
beforeEach(() => {
	plain.reset();
	secure.reset();
});

const OK = { status: 'OK', message: 'Connection successful!' };
const REFUSED = /^CEC does not accept .* \(HTTP 401\)\. Check /;
const app = {
	node: new HuaweiCecAgent(),
	test: 'huaweiCecAppApiTest',
	type: 'huaweiCecAppApi',
	wrong: { appSecret: 'wrong' },
	refused: REFUSED,
};
const signature = {
	node: new HuaweiCecCampaign(),
	test: 'huaweiCecSignatureApiTest',
	type: 'huaweiCecSignatureApi',
	wrong: { secretKey: 'wrong' },
	refused: REFUSED,
};
/** Which no query of its own proves: that there is no such recording does. */
const fileServer = { ...signature, node: new HuaweiCecRecording() };
const gateway = {
	node: new HuaweiCecSpeechRecognition(),
	test: 'huaweiCecGatewayAdminApiTest',
	type: 'huaweiCecGatewayAdminApi',
	wrong: { password: 'wrong' },
	refused:
		/^The password of the administrator is wrong \(code 107-003\)\. Correct it in the credential\. .*half an hour\.$/,
};
const ticket = {
	node: new HuaweiCecTicket(),
	test: 'huaweiCecTicketApiTest',
	type: 'huaweiCecTicketApi',
	wrong: { clientSecret: 'wrong' },
	refused: REFUSED,
};
const softwareCloud = {
	node: new HuaweiCecPlatform(),
	test: 'huaweiCecSoftwareCloudApiTest',
	type: 'huaweiCecSoftwareCloudApi',
	wrong: { authToken: 'wrong' },
	refused: REFUSED,
};
const ita = {
	node: new HuaweiCecCall(),
	test: 'huaweiCecItaApiTest',
	type: 'huaweiCecItaApi',
};

const apps = [new HuaweiCecAgent(), new HuaweiCecCampaign(), new HuaweiCecCall()].map((node) => ({ ...app, node }));

describe.each([...apps, signature, fileServer, gateway, softwareCloud, ticket])(
	'$test of $node.description.name',
	({ node, test: name, type, wrong, refused }) => {
		const run = async (changes: ICredentialDataDecryptedObject = {}, bench = plain) =>
			await testCredential(node, name, { ...bench.credentials[type], ...changes });

		const expectError = async (changes: ICredentialDataDecryptedObject, words: RegExp, bench = plain) => {
			const { status, message } = await run(changes, bench);
			expect(message).toMatch(words);
			expect(status).toBe('Error');
		};

		test('takes a good one', async () => expect(await run()).toEqual(OK));

		test('takes an address with a slash at its end and blanks around it', async () => {
			expect(await run({ baseUrl: ` ${plain.sim.url}/ ` })).toEqual(OK);
		});

		test('a wrong key', async () => await expectError(wrong, refused));

		test('an address that is none', async () => {
			await expectError({ baseUrl: 'cec.example.com' }, /^The base URL is no address\. Write it with https/);
			await expectError({ baseUrl: '' }, /^The base URL is no address/);
		});

		test('a host where nothing answers', async () => {
			await expectError(
				{ baseUrl: 'http://127.0.0.1:1' },
				/^Nothing answers at the address of CEC\. Check host and port/,
			);
		});

		test('a host that does not exist', async () => {
			await expectError({ baseUrl: 'https://cec.invalid' }, /^The host of CEC was not found\. /);
		});

		test('an allow list that lacks this server', async () => {
			plain.sim.control.allow(['192.0.2.1']);
			await expectError({}, /^CEC does not let this server in \(HTTP 403\)\. Have the outgoing IP address/);
		});

		test('something else that answers with a page', async () => {
			plain.sim.control.addFault({ kind: 'body', body: '<html>Welcome</html>' });
			await expectError({}, /^Something other than CEC answered\. Check host, port and path prefix/);
		});

		test('a wrong path prefix, a redirect, and a server that failed', async () => {
			await expectError({ baseUrl: `${plain.sim.url}/wrong` }, /^CEC does not know this address \(HTTP 404\)/);
			plain.sim.control.addFault({ kind: 'status', status: 302, headers: { location: '/login' } });
			await expectError({}, /^CEC sent a redirect \(HTTP 302\)/);
			plain.sim.control.addFault({ kind: 'status', status: 503 });
			await expectError({}, /^CEC failed \(HTTP 503\)/);
		});

		test('a certificate that nobody vouches for', async () => {
			await expectError(
				{ ca: '' },
				/^The certificate of CEC is not trusted \(\w+\)\. Put the CA certificate/,
				secure,
			);
		});

		test('a certificate that the given authority vouches for, in lines or in one', async () => {
			const ca = secure.sim.certificate as string;
			expect(await run({ ca }, secure)).toEqual(OK);
			expect(await run({ ca: ca.trim().replace(/\r?\n/g, ' ') }, secure)).toEqual(OK);
		});

		test('any certificate, when that is wanted', async () => {
			expect(await run({ ca: '', ignoreSslIssues: true }, secure)).toEqual(OK);
		});

		test('http and https taken for each other', async () => {
			await expectError({ baseUrl: plain.sim.url.replace('http:', 'https:') }, /^No TLS connection to CEC/);
			await expectError(
				{ baseUrl: secure.sim.url.replace('https:', 'http:') },
				/connection to CEC broke off|HTTP 400/,
			);
		});
	},
);

test('a VDN that does not exist', async () => {
	const data = { ...plain.credentials.huaweiCecSignatureApi, vdnId: 77 };
	const { status, message } = await testCredential(signature.node, signature.test, data);
	expect(status).toBe('Error');
	expect(message).toMatch(/took the key but refused .*Check the VDN ID/);
});

describe('an administrator of the gateway', () => {
	const run = async (changes: ICredentialDataDecryptedObject) =>
		await testCredential(gateway.node, gateway.test, { ...plain.credentials[gateway.type], ...changes });
	const logins = () => plain.requests.filter(({ path }) => path.endsWith('config/login'));

	test('who is not known', async () => {
		const { status, message } = await run({ agentId: 1234 });
		expect(status).toBe('Error');
		expect(message).toMatch(/^The gateway does not know this administrator \(code 107-004\)\. Check account/);
	});

	test('a wrong password is sent once, however often it is tested', async () => {
		for (let count = 0; count < 10; count += 1)
			expect((await run({ password: 'tried often' })).status).toBe('Error');
		expect(logins()).toHaveLength(1);
		expect(await run({})).toEqual(OK);
	});

	test('the VDN itself', async () => {
		const { vdnPassword } = plain.tenant.gateway;
		expect(await run({ account: 'vdn', password: vdnPassword })).toEqual(OK);
		expect(logins()[0].body).toMatchObject({ agentId: 100_001 });
		expect((await run({ account: 'vdn' })).message).toMatch(/^The password of the administrator is wrong/);
	});

	test('a failure that the gateway names, and one that nobody knows', async () => {
		const answer = (retcode: string, message: string) =>
			plain.sim.control.addFault({ kind: 'body', body: { retcode, message } });
		answer('107-005', 'cti');
		expect((await run({})).message).toMatch(
			/^The gateway does not reach the CTI platform \(code 107-005\)\. Try again/,
		);
		answer('999', 'strange');
		const { status, message } = await run({});
		expect(status).toBe('Error');
		expect(message).toBe('The gateway of CEC refused the sign-in (code 999: strange). Check account and password.');
	});

	test('an answer of success that holds no session', async () => {
		plain.sim.control.addFault({ kind: 'body', body: { retcode: '0', message: 'success', result: {} } });
		const { status, message } = await run({});
		expect(status).toBe('Error');
		expect(message).toMatch(/^The gateway of CEC refused the sign-in /);
	});
});

describe('the keys of a partner network', () => {
	const run = async (changes: ICredentialDataDecryptedObject = {}, bench = plain) =>
		await testCredential(ita.node, ita.test, { ...bench.credentials[ita.type], ...changes });

	test('cannot be tried without reporting a call, so that only the address is', async () => {
		const { status, message } = await run();
		expect(status).toBe('OK');
		expect(message).toMatch(/CEC knows the keys, shows when the first call is reported\.$/);
		expect(plain.requests.map(({ method, path }) => `${method} ${path}`)).toEqual(['GET /']);
		expect(plain.requests[0].headers).not.toHaveProperty('authorization');
	});

	test.each<[string, ICredentialDataDecryptedObject, RegExp]>([
		['that is none', { baseUrl: 'cec.example.com' }, /^The base URL is no address/],
		['where nothing answers', { baseUrl: 'http://127.0.0.1:1' }, /^Nothing answers at the address of CEC/],
		['that does not exist', { baseUrl: 'https://cec.invalid' }, /^The host of CEC was not found/],
	])('an address %s', async (_name, changes, words) => {
		const { status, message } = await run(changes);
		expect(message).toMatch(words);
		expect(status).toBe('Error');
	});

	test('something else at the address is not taken for CEC', async () => {
		plain.sim.control.addFault({ kind: 'body', body: '<html>Welcome</html>' });
		expect((await run()).message).toMatch(/^There is an answer\. Whether it is that of CEC/);
	});

	test('a certificate, trusted or not', async () => {
		expect((await run({}, secure)).status).toBe('OK');
		expect((await run({ ca: '', ignoreSslIssues: true }, secure)).status).toBe('OK');
		const { status, message } = await run({ ca: '' }, secure);
		expect(message).toMatch(/^The certificate of CEC is not trusted/);
		expect(status).toBe('Error');
	});
});

describe('the key of callbacks', () => {
	const run = async (sharedSecret: unknown) =>
		await testCredential(new HuaweiCecCallTrigger(), 'huaweiCecCallbackSecretApiTest', {
			sharedSecret,
		} as ICredentialDataDecryptedObject);

	test('can be any, and proves right or wrong with the first callback', async () => {
		const { status, message } = await run('a key');
		expect(status).toBe('OK');
		expect(message).toMatch(/with the first callback\.$/);
	});

	test.each([
		['', 'The shared key is empty. Copy it from CEC.'],
		[undefined, 'The shared key is empty. Copy it from CEC.'],
		[' key', 'The shared key begins or ends with a blank. Remove it.'],
		['key\n', 'The shared key begins or ends with a blank. Remove it.'],
	])('%j is none', async (given, message) => {
		expect(await run(given)).toEqual({ status: 'Error', message });
	});
});
