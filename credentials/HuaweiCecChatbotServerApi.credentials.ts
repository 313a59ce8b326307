import type { ICredentialType, INodeProperties } from 'n8n-workflow';

export class HuaweiCecChatbotServerApi implements ICredentialType {
	name = 'huaweiCecChatbotServerApi';

	displayName = 'Huawei CEC Chatbot Server API';

	icon = { light: 'file:../icons/huaweiCec.svg', dark: 'file:../icons/huaweiCec.dark.svg' } as const;

	documentationUrl =
		'https://github.com/n8n-nodes-huawei-cec/n8n-nodes-huawei-cec/blob/main/docs/credentials.md#chatbot-server';

	properties: INodeProperties[] = [
		{
			displayName: 'Account',
			name: 'account',
			type: 'string',
			default: 'odfs',
			required: true,
			description: 'As which CEC signs in at your chatbot; set it in CEC together with the key',
		},
		{
			displayName: 'Key',
			name: 'key',
			type: 'string',
			typeOptions: { password: true },
			default: '',
			required: true,
			description: 'With which CEC signs its sign-in; at least 16 characters that nobody can guess',
		},
	];
}
