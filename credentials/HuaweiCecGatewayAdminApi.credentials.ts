import type {
	IAuthenticate,
	ICredentialDataDecryptedObject,
	ICredentialType,
	IDataObject,
	IHttpRequestHelper,
	INodeProperties,
} from 'n8n-workflow';

import { adminSession } from '../cec/auth/adminSession';
import { tlsOptions, trustProperties } from '../cec/auth/tls';
import type { Ask, TokenAnswer } from '../cec/auth/token';

export class HuaweiCecGatewayAdminApi implements ICredentialType {
	name = 'huaweiCecGatewayAdminApi';

	displayName = 'Huawei CEC Gateway Admin API';

	icon = { light: 'file:../icons/huaweiCec.svg', dark: 'file:../icons/huaweiCec.dark.svg' } as const;

	documentationUrl =
		'https://github.com/n8n-nodes-huawei-cec/n8n-nodes-huawei-cec/blob/main/docs/credentials.md#gateway-admin-api';

	properties: INodeProperties[] = [
		{
			displayName: 'Base URL',
			name: 'baseUrl',
			type: 'string',
			default: '',
			required: true,
			placeholder: 'e.g. https://gateway.example.com:8043',
			description: 'Address of the CC-Gateway with its HTTPS port, as far as "/agentgateway" would follow',
		},
		{
			displayName: 'Account',
			name: 'account',
			type: 'options',
			options: [
				{ name: 'Configuration Administrator', value: 'admin', description: 'An agent ID with the right to configure' },
				{ name: 'VDN', value: 'vdn', description: 'The virtual call center itself, with the password for connecting to it' },
			],
			default: 'admin',
		},
		{
			displayName: 'Agent ID',
			name: 'agentId',
			type: 'number',
			typeOptions: { minValue: 1, maxValue: 59999 },
			default: 101,
			required: true,
			description: 'Number of the configuration administrator',
			displayOptions: { show: { account: ['admin'] } },
		},
		{
			displayName: 'VDN ID',
			name: 'vdnId',
			type: 'number',
			typeOptions: { minValue: 1, maxValue: 9999 },
			default: 1,
			required: true,
			description: 'Number of the virtual call center, from the operator of CEC',
			displayOptions: { show: { account: ['vdn'] } },
		},
		{
			displayName: 'Password',
			name: 'password',
			type: 'string',
			typeOptions: { password: true },
			default: '',
			required: true,
			description: 'Several wrong ones lock the account; the node does not send a refused one again for half an hour',
		},
		...trustProperties(),
		{
			displayName: 'Session Token',
			name: 'sessionToken',
			type: 'hidden',
			typeOptions: { expirable: true, password: true },
			default: '',
		},
	];

	/** Called by n8n for its own HTTP Request node, when there is no session yet or the gateway has refused it. */
	async preAuthentication(this: IHttpRequestHelper, credentials: ICredentialDataDecryptedObject): Promise<IDataObject> {
		const ask: Ask = async (options) => (await this.helpers.httpRequest(options)) as TokenAnswer;
		// Without one, too: a session that the nodes hold may long be gone, and n8n would keep it.
		const stale = String(credentials.sessionToken ?? '');
		return { sessionToken: (await adminSession(credentials, ask, stale)).value };
	}

	authenticate: IAuthenticate = async (credentials, options) => ({
		...options,
		headers: { ...options.headers, Guid: String(credentials.sessionToken) },
		...tlsOptions(credentials),
	});
}
