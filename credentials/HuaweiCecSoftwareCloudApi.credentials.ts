import type { IAuthenticate, ICredentialType, INodeProperties } from 'n8n-workflow';

import { withSoftwareCloudToken } from '../cec/auth/softwareCloudToken';
import { trustProperties } from '../cec/auth/tls';

export class HuaweiCecSoftwareCloudApi implements ICredentialType {
	name = 'huaweiCecSoftwareCloudApi';

	displayName = 'Huawei CEC Software Cloud API';

	icon = { light: 'file:../icons/huaweiCec.svg', dark: 'file:../icons/huaweiCec.dark.svg' } as const;

	documentationUrl =
		'https://github.com/n8n-nodes-huawei-cec/n8n-nodes-huawei-cec/blob/main/docs/credentials.md#software-cloud-api';

	properties: INodeProperties[] = [
		{
			displayName: 'Base URL',
			name: 'baseUrl',
			type: 'string',
			default: '',
			required: true,
			placeholder: 'e.g. https://cec.example.com',
			description: 'Address of CEC with its port if that is not 443, as far as "/rest" would follow',
		},
		{
			displayName: 'Access Token',
			name: 'authToken',
			type: 'string',
			typeOptions: { password: true },
			default: '',
			required: true,
			description: 'Of a user of the Huawei software cloud, who has signed in there. Put in a new one when it has expired.',
		},
		...trustProperties(),
	];

	authenticate: IAuthenticate = async (credentials, options) => withSoftwareCloudToken(credentials, options);
}
