import type { IAuthenticate, ICredentialDataDecryptedObject, ICredentialType, IDataObject, INodeProperties } from 'n8n-workflow';

import { guidIn, sessionToKeep } from '../cec/auth/agentSession';
import { tlsOptions, trustProperties } from '../cec/auth/tls';

export class HuaweiCecAgentApi implements ICredentialType {
	name = 'huaweiCecAgentApi';

	displayName = 'Huawei CEC Agent API';

	icon = { light: 'file:../icons/huaweiCec.svg', dark: 'file:../icons/huaweiCec.dark.svg' } as const;

	documentationUrl = 'https://github.com/n8n-nodes-huawei-cec/n8n-nodes-huawei-cec/blob/main/docs/credentials.md#agent-api';

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
			displayName: 'Agent ID',
			name: 'agentId',
			type: 'number',
			typeOptions: { minValue: 101, maxValue: 59999 },
			default: 101,
			required: true,
			description: 'Number under which the agent works. Use agents of their own for workflows: an agent signs in at one place only.',
		},
		{
			displayName: 'Password',
			name: 'password',
			type: 'string',
			typeOptions: { password: true },
			default: '',
			required: true,
			description: 'Password of the agent on the platform. Several wrong ones lock the account.',
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

	/** Called by n8n where it holds no session. What it gets it keeps for all its processes: see cec/auth/agentSession. */
	async preAuthentication(credentials: ICredentialDataDecryptedObject): Promise<IDataObject> {
		const sessionToken = sessionToKeep(credentials);
		return sessionToken === undefined ? {} : { sessionToken };
	}

	authenticate: IAuthenticate = async (credentials, options) => {
		const guid = guidIn(String(credentials.sessionToken ?? ''), credentials);
		return {
			...options,
			headers: { ...options.headers, ...(guid !== undefined && { Guid: guid }) },
			...tlsOptions(credentials),
		};
	};
}
