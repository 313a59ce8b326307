import type { IAuthenticate, ICredentialType, INodeProperties } from 'n8n-workflow';

import { signOptions } from '../cec/auth/signOptions';
import { trustProperties } from '../cec/auth/tls';

export class HuaweiCecSignatureApi implements ICredentialType {
	name = 'huaweiCecSignatureApi';

	displayName = 'Huawei CEC Signature API';

	icon = { light: 'file:../icons/huaweiCec.svg', dark: 'file:../icons/huaweiCec.dark.svg' } as const;

	documentationUrl = 'https://github.com/n8n-nodes-huawei-cec/n8n-nodes-huawei-cec/blob/main/docs/credentials.md#signature-api';

	properties: INodeProperties[] = [
		{
			displayName: 'Base URL',
			name: 'baseUrl',
			type: 'string',
			default: '',
			required: true,
			placeholder: 'e.g. https://isales.example.com:28443',
			description: 'Address of CEC with its port, as far as "/rest/isales" would follow. Often another port than that of the app API.',
		},
		{
			displayName: 'Access Key',
			name: 'accessKey',
			type: 'string',
			default: '',
			required: true,
			description: 'AK from the operator of CEC, together with the secret key',
		},
		{
			displayName: 'Secret Key',
			name: 'secretKey',
			type: 'string',
			typeOptions: { password: true },
			default: '',
			required: true,
			description: 'SK. It signs requests and is never sent.',
		},
		{
			displayName: 'VDN ID',
			name: 'vdnId',
			type: 'number',
			typeOptions: { minValue: 1, maxValue: 9999 },
			default: 1,
			required: true,
			description: 'Number of the virtual call center of your tenant space, from the operator of CEC',
		},
		{
			displayName: 'Sign Path Prefix',
			name: 'signPathPrefix',
			type: 'boolean',
			default: true,
			description:
				'Whether a path in the base URL, such as "/service-cloud", is part of what is signed. Switch it off when a gateway removes that path before CEC sees the request.',
		},
		{
			displayName: 'Call Center ID',
			name: 'ccId',
			type: 'number',
			typeOptions: { minValue: 1 },
			default: 1,
			description: 'The knowledge base, monitoring and statistics want it; find it in the console of CEC or ask the operator',
		},
		...trustProperties(),
	];

	authenticate: IAuthenticate = async (credentials, options) => signOptions(credentials, options);
}
