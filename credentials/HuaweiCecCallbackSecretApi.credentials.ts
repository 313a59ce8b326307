import type { ICredentialType, INodeProperties } from 'n8n-workflow';

export class HuaweiCecCallbackSecretApi implements ICredentialType {
	name = 'huaweiCecCallbackSecretApi';

	displayName = 'Huawei CEC Callback Secret API';

	icon = { light: 'file:../icons/huaweiCec.svg', dark: 'file:../icons/huaweiCec.dark.svg' } as const;

	documentationUrl =
		'https://github.com/n8n-nodes-huawei-cec/n8n-nodes-huawei-cec/blob/main/docs/credentials.md#callback-secret';

	properties: INodeProperties[] = [
		{
			displayName: 'Shared Key',
			name: 'sharedSecret',
			type: 'string',
			typeOptions: { password: true },
			default: '',
			required: true,
			description:
				'The key with which CEC signs callbacks. It is set in CEC under Configuration Center > Extension and Integration Management, for two-party calls and for voice notifications each.',
		},
	];
}
