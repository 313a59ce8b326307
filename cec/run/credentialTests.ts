/** Tests of the credentials: they tell a wrong key, a wrong host, a missing allow-list entry and TLS troubles apart. */
import type {
	ICredentialDataDecryptedObject,
	ICredentialsDecrypted,
	ICredentialTestFunctions,
	IHttpRequestOptions,
	INodeCredentialTestResult,
} from 'n8n-workflow';

import { newAdminSession } from '../auth/adminSession';
import { fetchAppToken } from '../auth/appToken';
import { fetchBotToken } from '../auth/botToken';
import type { ExpiringToken } from '../auth/expiringToken';
import { fetchKnowledgeToken } from '../auth/knowledgeToken';
import { signOptions } from '../auth/signOptions';
import { withSoftwareCloudToken } from '../auth/softwareCloudToken';
import { fetchTicketToken } from '../auth/ticketToken';
import { tlsOptions } from '../auth/tls';
import { baseUrl, TokenRefused } from '../auth/token';
import type { Family } from '../catalogue/family';
import type { Operation } from '../catalogue/operation';
import { stringifyExact } from '../formats/exactJson';
import { isRecord } from '../formats/paths';
import { buildRequest, sentBody } from '../request/build';
import type { Values } from '../request/encode';
import { realClock } from '../transport/clock';
import { httpExplanation, networkExplanation } from '../transport/explain';
import { networkFailure } from '../transport/failure';

interface HttpAnswer {
	statusCode: number;
	body: unknown;
}

const OK: INodeCredentialTestResult = { status: 'OK', message: 'Connection successful!' };

type CredentialTest = (this: ICredentialTestFunctions, credential: ICredentialsDecrypted) => Promise<INodeCredentialTestResult>;

/** Tests a credential by fetching a new token (4.2, 4.4, 9.1.1, 17.1.1). */
const tokenCredentialTest = (fetch: ExpiringToken['fetch']) => (family: Family): CredentialTest =>
	async function ({ data = {} }) {
		return await judge(family, data, async () => {
			const ask = async (options: IHttpRequestOptions) => await send(this, options);
			return await fetch(data, ask).then(
				() => OK,
				(error: unknown) => {
					if (!(error instanceof TokenRefused)) return unreachable(error);
					const { statusCode, body } = error.answer;
					const known = family.codes[error.code ?? ''];
					if (known) return failed(`${known.means} (code ${error.code})`, known.remedy);
					// An answer without a token means that key or secret are wrong, whatever status it comes with.
					return verdict(family, statusCode < 300 && isRecord(body) ? 401 : statusCode, body);
				},
			);
		});
	};

export const appCredentialTest = tokenCredentialTest(fetchAppToken);
export const botCredentialTest = tokenCredentialTest(fetchBotToken);
export const knowledgeCredentialTest = tokenCredentialTest(fetchKnowledgeToken);
export const ticketCredentialTest = tokenCredentialTest(fetchTicketToken);

/** Tests what is sent with every request by a query that works on every tenant, or whose refusal by one of `codes` proves as much. */
const probeCredentialTest = (authenticate: typeof signOptions) => (probe: Operation, values: Values = {}, codes?: RegExp): CredentialTest =>
	async function ({ data = {} }) {
		return await judge(probe.family, data, async () => {
			const { method, path, body } = buildRequest(probe, values, { zone: 'utc', now: realClock.now(), credential: data });
			const headers = { 'Content-Type': probe.family.contentType };
			const options = { method, url: `${baseUrl(data)}${path}`, ...(body && { headers, body: stringifyExact(sentBody(probe, body)) }) };
			return await send(this, authenticate(data, options)).then(
				({ statusCode, body: answer }) => (statusCode === 200 && codes?.test(codeIn(probe.family, answer)) ? OK : verdict(probe.family, statusCode, answer)),
				unreachable,
			);
		});
	};

/** An access key and secret key (4.3). */
export const signatureCredentialTest = probeCredentialTest(signOptions);
/** A token of the software cloud (15.1). */
export const softwareCloudCredentialTest = probeCredentialTest(withSoftwareCloudToken);

/** Tests account and password of a gateway administrator by signing in (4.6). */
export const gatewayAdminCredentialTest = (family: Family): CredentialTest =>
	async function ({ data = {} }) {
		return await judge(family, data, async () => {
			const ask = async (options: IHttpRequestOptions) => await send(this, options);
			return await newAdminSession(data, ask).then(
				() => OK,
				(error: unknown) => {
					if (!(error instanceof TokenRefused)) return unreachable(error);
					const { statusCode, body } = error.answer;
					const known = family.codes[error.code ?? ''];
					if (known) return failed(`${known.means} (code ${error.code})`, known.remedy);
					// A code that nobody knows, or a success without a session.
					if (statusCode < 300 && isRecord(body)) return failed(error.message, 'Check account and password.');
					return verdict(family, statusCode, body);
				},
			);
		});
	};

/**
 * Tests that the gateway of an agent (4.5) answers. A test must not sign the agent in, which could end a session at
 * work: the gateway is asked without one, and says so.
 */
export const agentCredentialTest = (family: Family): CredentialTest =>
	async function ({ data = {} }) {
		return await judge(family, data, async () => {
			const url = `${baseUrl(data)}/agentgateway/resource/onlineagent/${String(data.agentId)}/agentstatus`;
			return await send(this, { method: 'GET', url, ...tlsOptions(data) }).then(({ statusCode, body }) => {
				const answer = typeof body === 'string' ? parse(body) : body;
				const known = isRecord(answer) && family.expiredCodes?.includes(String(answer.retcode));
				if (!known) return verdict(family, statusCode, body);
				return { status: 'OK', message: 'The gateway answers. The password is not tried: that would sign the agent in.' };
			}, unreachable);
		});
	};

/** Tests that something answers at the address; for keys that only a request that changes something could prove. */
export const addressCredentialTest = (family: Family): CredentialTest =>
	async function ({ data = {} }) {
		return await judge(family, data, async () => {
			const options = { method: 'GET', url: `${baseUrl(data)}/`, ...tlsOptions(data) } as IHttpRequestOptions;
			return await send(this, options).then(
				() => ({ status: 'OK', message: 'There is an answer. Whether it is that of CEC, and CEC knows the keys, shows when the first call is reported.' }),
				unreachable,
			);
		});
	};

/** Tests that a shared key can be one; whether it is the one that CEC signs with, only a callback can show. */
export const sharedKeyCredentialTest: CredentialTest = async function ({ data = {} }) {
	const key = String(data.sharedSecret ?? '');
	if (key === '') return failed('The shared key is empty', 'Copy it from CEC.');
	if (key.trim() !== key) return failed('The shared key begins or ends with a blank', 'Remove it.');
	return { status: 'OK', message: 'Saved. Whether CEC signs with the same key shows with the first callback.' };
};

async function judge(
	family: Family,
	data: ICredentialDataDecryptedObject,
	test: () => Promise<INodeCredentialTestResult>,
): Promise<INodeCredentialTestResult> {
	if (!/^https?:\/\/[^/\s]+/.test(baseUrl(data))) {
		return failed('The base URL is no address', `Write it with https:// and the port of ${family.title}, without a path of an interface.`);
	}
	return await test();
}

/** n8n gives tests of credentials only its older request helper; its name for the address is `uri`. */
async function send(context: ICredentialTestFunctions, options: IHttpRequestOptions): Promise<HttpAnswer> {
	const { url, ...others } = options;
	return (await context.helpers.request({
		...others,
		uri: url,
		json: options.json ?? true,
		resolveWithFullResponse: true,
		simple: false,
		followRedirect: false,
		timeout: 20_000,
	})) as HttpAnswer;
}

function verdict(family: Family, status: number, body: unknown): INodeCredentialTestResult {
	const answer = typeof body === 'string' ? parse(body) : body;
	if (status >= 400 || (status >= 300 && status < 400)) {
		const { means, remedy } = httpExplanation({ family }, status);
		return failed(means, remedy);
	}
	if (!isRecord(answer)) {
		return failed('Something other than CEC answered', 'Check host, port and path prefix of the base URL.');
	}
	const code = codeIn(family, answer);
	if (code === '' || family.isSuccess(code)) return OK;
	const text = family.envelope.texts.map((key) => answer[key]).find(Boolean);
	return failed(`CEC took the key but refused the request (code ${code})`, text ? `It says: "${String(text)}". Check the VDN ID.` : 'Check the VDN ID.');
}

/** The code that an answer tells, or nothing. */
function codeIn(family: Family, body: unknown): string {
	const answer = typeof body === 'string' ? parse(body) : body;
	const found = isRecord(answer) ? family.envelope.codes.map((key) => answer[key]) : [];
	return String(found.find((code) => code !== undefined && code !== null) ?? '');
}

function unreachable(error: unknown): INodeCredentialTestResult {
	const { means, remedy } = networkExplanation(networkFailure(error).networkCode ?? '');
	return failed(means, remedy);
}

function failed(means: string, remedy?: string): INodeCredentialTestResult {
	return { status: 'Error', message: remedy ? `${means}. ${remedy}` : means };
}

function parse(text: string): unknown {
	try {
		return JSON.parse(text) as unknown;
	} catch {
		return undefined;
	}
}
