import type { IAuthenticate, ICredentialType, INodeProperties } from 'n8n-workflow';

import { signForIta } from '../cec/auth/itaSignature';
import { trustProperties } from '../cec/auth/tls';

export class HuaweiCecItaApi implements ICredentialType {
	name = 'huaweiCecItaApi';

	displayName = 'Huawei CEC ITA API';

	icon = { light: 'file:../icons/huaweiCec.svg', dark: 'file:../icons/huaweiCec.dark.svg' } as const;

	documentationUrl = 'https://github.com/n8n-nodes-huawei-cec/n8n-nodes-huawei-cec/blob/main/docs/credentials.md#ita-api';

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
			description: 'Key of the partner network (ITA) that reports calls. Only that partner has one.',
		},
		{
			displayName: 'Access Key',
			name: 'accessKey',
			type: 'string',
			default: '',
			required: true,
			description: 'Named in each request as "Access"',
		},
		{
			displayName: 'Secret Key',
			name: 'secretKey',
			type: 'string',
			typeOptions: { password: true },
			default: '',
			required: true,
			description: 'Signs the requests and is never sent',
		},
		...trustProperties(),
	];

	authenticate: IAuthenticate = async (credentials, options) => signForIta(credentials, options);
}
