/** The tests of the credential dialog: each thing that can be wrong is told from the others. */
import type { ICredentialDataDecryptedObject } from 'n8n-workflow';

import { HuaweiCecAgent } from '../../../nodes/HuaweiCecAgent/HuaweiCecAgent.node';
import { HuaweiCecCampaign } from '../../../nodes/HuaweiCecCampaign/HuaweiCecCampaign.node';
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
const app = {
	node: new HuaweiCecAgent(),
	test: 'huaweiCecAppApiTest',
	type: 'huaweiCecAppApi',
	wrong: { appSecret: 'wrong' },
};
const signature = {
	node: new HuaweiCecCampaign(),
	test: 'huaweiCecSignatureApiTest',
	type: 'huaweiCecSignatureApi',
	wrong: { secretKey: 'wrong' },
};

describe.each([app, signature, { ...app, node: new HuaweiCecCampaign() }])(
	'$test of $node.description.name',
	({ node, test: name, type, wrong }) => {
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

		test('a wrong key', async () => await expectError(wrong, /^CEC does not accept .* \(HTTP 401\)\. Check /));

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
