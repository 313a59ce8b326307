import type {
	IAuthenticate,
	ICredentialDataDecryptedObject,
	ICredentialType,
	IDataObject,
	IHttpRequestHelper,
	INodeProperties,
} from 'n8n-workflow';

import { botToken, signForBots } from '../cec/auth/botToken';
import { tlsOptions, trustProperties } from '../cec/auth/tls';
import type { Ask, TokenAnswer } from '../cec/auth/token';

export class HuaweiCecBotApi implements ICredentialType {
	name = 'huaweiCecBotApi';

	displayName = 'Huawei CEC Bot API';

	icon = { light: 'file:../icons/huaweiCec.svg', dark: 'file:../icons/huaweiCec.dark.svg' } as const;

	documentationUrl =
		'https://github.com/n8n-nodes-huawei-cec/n8n-nodes-huawei-cec/blob/main/docs/credentials.md#bot-api';

	properties: INodeProperties[] = [
		{
			displayName: 'Base URL',
			name: 'baseUrl',
			type: 'string',
			default: '',
			required: true,
			placeholder: 'e.g. https://bots.example.com:28090',
			description: 'Address of the bot platform (OIAP) with its port, as far as "/oifde" would follow',
		},
		{
			displayName: 'Account',
			name: 'account',
			type: 'options',
			options: [
				{ name: 'Recognition System', value: 'recognizer', description: 'A recorder or recognizer that hands in transcripts; nothing else' },
				{ name: 'System', value: 'system', description: 'A system of the platform itself, such as the service platform' },
				{ name: 'Tenant', value: 'tenant', description: 'Your tenant space, with the password set for its API' },
			],
			default: 'tenant',
			description: 'As whom CEC lets you in',
		},
		{
			displayName: 'Tenant ID',
			name: 'tenantId',
			type: 'string',
			default: '',
			required: true,
			description: 'Shown as "TenantId" among the cookies of the CEC console',
		},
		{
			displayName: 'User Name',
			name: 'userName',
			type: 'string',
			default: 'ipcc',
			required: true,
			description: 'Set when the platform was installed; usually ipcc for systems and ODFS_SYS_OPENAPI for recognizers',
			displayOptions: { show: { account: ['recognizer', 'system'] } },
		},
		{
			displayName: 'Password',
			name: 'appSecret',
			type: 'string',
			typeOptions: { password: true },
			default: '',
			required: true,
			description: 'For a tenant: set in the console under System Settings, API password',
		},
		{
			displayName: 'VDN ID',
			name: 'vdnId',
			type: 'number',
			typeOptions: { minValue: 1 },
			default: 1,
			description: 'Your virtual call center; only version 2 of the dialog needs it',
		},
		...trustProperties(),
		{
			displayName: 'Auth Token',
			name: 'authToken',
			type: 'hidden',
			typeOptions: { expirable: true, password: true },
			default: '',
		},
	];

	/** Called by n8n for its own HTTP Request node, when there is no token yet or CEC has refused it. */
	async preAuthentication(this: IHttpRequestHelper, credentials: ICredentialDataDecryptedObject): Promise<IDataObject> {
		const ask: Ask = async (options) => (await this.helpers.httpRequest(options)) as TokenAnswer;
		// Empty at first: then any token of this process will do.
		const stale = credentials.authToken ? String(credentials.authToken) : undefined;
		return { authToken: (await botToken(credentials, ask, stale)).value };
	}

	authenticate: IAuthenticate = async (credentials, options) => ({
		...signForBots(credentials, options),
		...tlsOptions(credentials),
	});
}
