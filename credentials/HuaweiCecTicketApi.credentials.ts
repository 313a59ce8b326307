import type {
	IAuthenticate,
	ICredentialDataDecryptedObject,
	ICredentialType,
	IDataObject,
	IHttpRequestHelper,
	INodeProperties,
} from 'n8n-workflow';

import { ticketToken } from '../cec/auth/ticketToken';
import { tlsOptions, trustProperties } from '../cec/auth/tls';
import type { Ask, TokenAnswer } from '../cec/auth/token';

export class HuaweiCecTicketApi implements ICredentialType {
	name = 'huaweiCecTicketApi';

	displayName = 'Huawei CEC Ticket API';

	icon = { light: 'file:../icons/huaweiCec.svg', dark: 'file:../icons/huaweiCec.dark.svg' } as const;

	documentationUrl =
		'https://github.com/n8n-nodes-huawei-cec/n8n-nodes-huawei-cec/blob/main/docs/credentials.md#ticket-api';

	properties: INodeProperties[] = [
		{
			displayName: 'Base URL',
			name: 'baseUrl',
			type: 'string',
			default: '',
			required: true,
			placeholder: 'e.g. https://service.example.com',
			description: 'Address of the tenant with its port if that is not 443, as far as "/service" would follow',
		},
		{
			displayName: 'Client ID',
			name: 'clientId',
			type: 'string',
			default: '',
			required: true,
			description: 'In the console under System Management, OAuth',
		},
		{
			displayName: 'Client Secret',
			name: 'clientSecret',
			type: 'string',
			typeOptions: { password: true },
			default: '',
			required: true,
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
		return { accessToken: (await ticketToken(credentials, ask, stale)).value };
	}

	authenticate: IAuthenticate = async (credentials, options) => ({
		...options,
		headers: { ...options.headers, 'access-token': String(credentials.accessToken) },
		...tlsOptions(credentials),
	});
}
