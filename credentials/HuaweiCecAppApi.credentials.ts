import type {
	IAuthenticate,
	ICredentialDataDecryptedObject,
	ICredentialType,
	IDataObject,
	IHttpRequestHelper,
	INodeProperties,
} from 'n8n-workflow';

import { appToken } from '../cec/auth/appToken';
import { tlsOptions, trustProperties } from '../cec/auth/tls';
import type { Ask, TokenAnswer } from '../cec/auth/token';

export class HuaweiCecAppApi implements ICredentialType {
	name = 'huaweiCecAppApi';

	displayName = 'Huawei CEC App API';

	icon = { light: 'file:../icons/huaweiCec.svg', dark: 'file:../icons/huaweiCec.dark.svg' } as const;

	documentationUrl = 'https://github.com/n8n-nodes-huawei-cec/n8n-nodes-huawei-cec/blob/main/docs/credentials.md#app-api';

	properties: INodeProperties[] = [
		{
			displayName: 'Base URL',
			name: 'baseUrl',
			type: 'string',
			default: '',
			required: true,
			placeholder: 'e.g. https://cec.example.com',
			description: 'Address of CEC with its port if that is not 443, as far as "/apiaccess" would follow',
		},
		{
			displayName: 'App Key',
			name: 'appKey',
			type: 'string',
			default: '',
			required: true,
			description: 'From the operator of CEC, together with the secret',
		},
		{
			displayName: 'App Secret',
			name: 'appSecret',
			type: 'string',
			typeOptions: { password: true },
			default: '',
			required: true,
		},
		{
			displayName: 'Lifetime',
			name: 'lifetime',
			type: 'number',
			typeOptions: { minValue: 60, maxValue: 3600 },
			default: 3600,
			description: 'Seconds for which CEC is asked to make a token valid. The node renews it by itself.',
		},
		{
			displayName: 'Tenant Space ID',
			name: 'tenantSpaceId',
			type: 'string',
			default: '',
			description: 'Needed for tasks of old tickets only: the resource Task (Legacy) of the Ticket node',
		},
		...trustProperties(),
		{
			displayName: 'Access Token',
			name: 'accessToken',
			type: 'hidden',
			typeOptions: { expirable: true, password: true },
			default: '',
		},
	];

	/** Called by n8n for its own HTTP Request node, when there is no token yet or CEC has refused it. */
	async preAuthentication(this: IHttpRequestHelper, credentials: ICredentialDataDecryptedObject): Promise<IDataObject> {
		const ask: Ask = async (options) => (await this.helpers.httpRequest(options)) as TokenAnswer;
		// Empty at first: then any token of this process will do.
		const stale = credentials.accessToken ? String(credentials.accessToken) : undefined;
		return { accessToken: (await appToken(credentials, ask, stale)).value };
	}

	authenticate: IAuthenticate = async (credentials, options) => ({
		...options,
		headers: {
			...options.headers,
			Authorization: `Bearer ${String(credentials.accessToken)}`,
			'x-app-key': String(credentials.appKey),
		},
		...tlsOptions(credentials),
	});
}
