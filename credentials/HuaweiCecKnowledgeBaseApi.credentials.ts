import type {
	IAuthenticate,
	ICredentialDataDecryptedObject,
	ICredentialType,
	IDataObject,
	IHttpRequestHelper,
	INodeProperties,
} from 'n8n-workflow';

import { knowledgeToken } from '../cec/auth/knowledgeToken';
import { tlsOptions, trustProperties } from '../cec/auth/tls';
import type { Ask, TokenAnswer } from '../cec/auth/token';

export class HuaweiCecKnowledgeBaseApi implements ICredentialType {
	name = 'huaweiCecKnowledgeBaseApi';

	displayName = 'Huawei CEC Knowledge Base API';

	icon = { light: 'file:../icons/huaweiCec.svg', dark: 'file:../icons/huaweiCec.dark.svg' } as const;

	documentationUrl =
		'https://github.com/n8n-nodes-huawei-cec/n8n-nodes-huawei-cec/blob/main/docs/credentials.md#knowledge-base-api';

	properties: INodeProperties[] = [
		{
			displayName: 'Base URL',
			name: 'baseUrl',
			type: 'string',
			default: '',
			required: true,
			placeholder: 'e.g. https://knowledge.example.com',
			description: 'Address of the knowledge base with its port if that is not 443, as far as "/rest" would follow',
		},
		{
			displayName: 'JWT Password',
			name: 'jwt',
			type: 'string',
			typeOptions: { password: true },
			default: '',
			required: true,
			description: 'From the operator of CEC',
		},
		{
			displayName: 'Service Name',
			name: 'domain',
			type: 'string',
			default: '',
			required: true,
			description: 'Of SIA, from the operator of CEC',
		},
		{
			displayName: 'Tenant Space ID',
			name: 'tenantSpaceId',
			type: 'string',
			default: '',
			required: true,
			description: 'Whose knowledge is read',
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
		return { accessToken: (await knowledgeToken(credentials, ask, stale)).value };
	}

	authenticate: IAuthenticate = async (credentials, options) => ({
		...options,
		headers: {
			...options.headers,
			'X-Access-Token': String(credentials.accessToken),
			'X-TenantSpaceID': String(credentials.tenantSpaceId),
		},
		...tlsOptions(credentials),
	});
}
