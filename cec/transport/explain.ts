/** Says in words what happened, what it means and what to do. */
import type { Codes, CredentialName, Explanation } from '../catalogue/family';
import type { Operation } from '../catalogue/operation';
import { CERTIFICATE_CODES, isTlsCode, type Failure } from './failure';

export interface Words {
	message: string;
	description: string;
}

/** The words for a failed request. */
export function explain(operation: Operation, failure: Failure): Words {
	const { means, remedy } = explanationOf(operation, failure);
	const said = failure.text && !means.includes(failure.text) ? `${operation.family.title} says: "${failure.text}".` : undefined;
	const doubt = failure.carriedOut === 'perhaps' && operation.risk !== 'read' ? doubtOf(operation) : undefined;
	const where = `Interface ${operation.sections.join(', ')} (${operation.method} ${operation.pathTemplate}).`;
	return {
		message: doubt ? `It is not known whether CEC did this: ${lowerFirst(means)}` : means,
		description: [remedy, doubt, said, where].filter(Boolean).join(' '),
	};
}

function explanationOf(operation: Operation, failure: Failure): Explanation {
	if (failure.from !== undefined) return fileExplanation(failure, failure.from);
	// A code of the sign-in has nothing to do with those of the interface.
	const codes: Codes = { ...operation.family.codes, ...(!failure.isSignIn && operation.codes) };
	const inText = operation.family.codeInText?.exec(failure.text ?? '')?.[1];
	const code = inText !== undefined && codes[inText] ? inText : failure.code;
	const byCode = code === undefined ? undefined : codes[code];
	if (failure.kind === 'refused') {
		return byCode
			? { ...byCode, means: `${byCode.means} (code ${code})` }
			: { means: failure.text ? `CEC refused: ${failure.text}` : `CEC refused the request with code ${failure.code}` };
	}
	if (failure.kind === 'http') return codes[`HTTP ${failure.status}`] ?? byCode ?? httpExplanation(operation, failure.status ?? 0);
	if (failure.kind === 'notJson') {
		return {
			means: 'Something other than CEC answered',
			remedy: 'The answer is no JSON. Check the base URL of the credential: host, port and path prefix.',
		};
	}
	return networkExplanation(failure.networkCode ?? '');
}

/** Files lie in a storage beside CEC, with a host, a certificate and permissions of its own. */
function fileExplanation({ status, networkCode = '' }: Failure, host: string): Explanation {
	if (status === 403) {
		return {
			means: `The storage at ${host} refused the file (HTTP 403)`,
			remedy: 'The address that CEC gave may have expired, or this server may not use the storage. Run the node again.',
		};
	}
	if (status !== undefined) {
		return {
			means: `The storage at ${host} did not give the file (HTTP ${status})`,
			remedy: status === 404 ? 'It may have been deleted there.' : 'Try again later.',
		};
	}
	const { means, remedy } = networkExplanation(networkCode);
	return {
		means: `The file could not be fetched from ${host}: ${lowerFirst(means.replaceAll('CEC', 'the storage'))}`,
		remedy: `${remedy ?? ''} Files come from a host of their own, which n8n must be able to reach too.`.trim(),
	};
}

export function httpExplanation({ family }: Pick<Operation, 'family'>, status: number): Explanation {
	if (status === 401) return unauthorized[family.credential];
	const known: Record<number, Explanation> = {
		400: { means: 'CEC found the request malformed (HTTP 400)', remedy: 'Check the values that were given.' },
		403: {
			means: 'CEC does not let this server in (HTTP 403)',
			remedy:
				'Have the outgoing IP address of this server put on the allow list of CEC, and check that the key may use this interface.',
		},
		404: {
			means: 'CEC does not know this address (HTTP 404)',
			remedy: 'Check the base URL of the credential; this CEC may also be older than the interface.',
		},
		429: { means: 'CEC asks for fewer requests (HTTP 429)', remedy: 'Lower "Requests per Second" in Options, or try later.' },
	};
	if (known[status]) return known[status];
	if (status >= 300 && status < 400) {
		return { means: `CEC sent a redirect (HTTP ${status})`, remedy: 'Check the base URL of the credential.' };
	}
	return { means: `CEC failed (HTTP ${status})`, remedy: 'Try again later; when it stays so, show the text below to the operator of CEC.' };
}

const signature: Explanation = {
	means: 'CEC does not accept the signature (HTTP 401)',
	remedy: 'Check access key and secret key in the credential, and that the clock of this server is right.',
};

const unauthorized: Record<CredentialName, Explanation> = {
	huaweiCecAgentApi: {
		means: 'The gateway of CEC does not accept the sign-in (HTTP 401)',
		remedy: 'Check agent ID and password in the credential.',
	},
	huaweiCecAppApi: {
		means: 'CEC does not accept the app key or secret (HTTP 401)',
		remedy: 'Check app key and app secret in the credential, and that the service is active for this tenant.',
	},
	huaweiCecBotApi: {
		means: 'The bot platform of CEC does not accept the account (HTTP 401)',
		remedy: 'Check account and password in the credential.',
	},
	huaweiCecGatewayAdminApi: {
		means: 'The gateway of CEC does not accept the sign-in (HTTP 401)',
		remedy: 'Check account and password in the credential.',
	},
	huaweiCecItaApi: signature,
	huaweiCecKnowledgeBaseApi: {
		means: 'The knowledge base of CEC does not accept the sign-in (HTTP 401)',
		remedy: 'Check JWT password, service name and tenant space in the credential.',
	},
	huaweiCecSignatureApi: signature,
	huaweiCecSoftwareCloudApi: {
		means: 'CEC does not accept the access token of the software cloud (HTTP 401)',
		remedy: 'Check the token in the credential, which may have expired. The operator of CEC can see whether the address of the software cloud is set.',
	},
	huaweiCecTicketApi: {
		means: 'CEC does not accept the client ID or secret (HTTP 401)',
		remedy: 'Check client ID and client secret in the credential.',
	},
};

export function networkExplanation(code: string): Explanation {
	if (CERTIFICATE_CODES.has(code)) {
		return {
			means: `The certificate of CEC is not trusted (${code})`,
			remedy: 'Put the CA certificate of your CEC into the credential, or switch on "Ignore SSL Issues" there.',
		};
	}
	if (isTlsCode(code)) {
		return {
			means: `No TLS connection to CEC (${code})`,
			remedy: 'Check that base URL and port speak https; http:// and https:// ports differ.',
		};
	}
	const known: Record<string, Explanation> = {
		ENOTFOUND: { means: 'The host of CEC was not found', remedy: 'Check the host name in the base URL of the credential.' },
		EAI_AGAIN: { means: 'The host of CEC was not found', remedy: 'Name resolution failed; check the network of this server.' },
		ECONNREFUSED: {
			means: 'Nothing answers at the address of CEC',
			remedy: 'Check host and port in the base URL of the credential, and the firewall between.',
		},
		ECONNRESET: { means: 'The connection to CEC broke off', remedy: 'Try again; when it stays so, look at the network between.' },
		ETIMEDOUT: { means: 'CEC did not answer in time', remedy: 'Check the firewall between, or raise "Timeout" in Options.' },
		ECONNABORTED: { means: 'CEC did not answer in time', remedy: 'Raise "Timeout" in Options.' },
		ERR_CANCELED: { means: 'The execution was stopped' },
	};
	return known[code] ?? { means: 'No answer from CEC', remedy: `The connection failed: ${code}.` };
}

function doubtOf(operation: Operation): string {
	return `The request may have arrived, so it was not repeated. ${operation.findOut ?? 'Look whether it was done before you run it again.'}`;
}

function lowerFirst(text: string): string {
	return /^[A-Z][a-z]/.test(text) ? text[0].toLowerCase() + text.slice(1) : text;
}
