import type { ICredentialDataDecryptedObject } from 'n8n-workflow';

import type { N8nApi, StoredCredential } from './n8n/api';
import { demoTenant } from './simulator';

export const credentialNames = {
	huaweiCecAppApi: 'CEC demo (app key)',
	huaweiCecSignatureApi: 'CEC demo (signature)',
	huaweiCecAgentApi: 'CEC demo (agent)',
	huaweiCecChatbotServerApi: 'CEC demo (chatbot server)',
	huaweiCecGatewayAdminApi: 'CEC demo (gateway administrator)',
	huaweiCecItaApi: 'CEC demo (ITA)',
	huaweiCecBotApi: 'CEC demo (bots)',
	huaweiCecKnowledgeBaseApi: 'CEC demo (knowledge base)',
	huaweiCecSoftwareCloudApi: 'CEC demo (software cloud)',
	huaweiCecTicketApi: 'CEC demo (tickets)',
	huaweiCecCallbackSecretApi: 'CEC demo (callback secret)',
};

export type CredentialType = keyof typeof credentialNames;

export type DemoCredentials = Record<CredentialType, StoredCredential>;

export function credentialData(baseUrl: string): Record<CredentialType, ICredentialDataDecryptedObject> {
	return {
		huaweiCecAppApi: { baseUrl, ...demoTenant.app },
		huaweiCecSignatureApi: { baseUrl, ...demoTenant.signature },
		huaweiCecAgentApi: { baseUrl, ...demoTenant.agent },
		huaweiCecGatewayAdminApi: { baseUrl, ...demoTenant.gatewayAdmin },
		huaweiCecItaApi: { baseUrl, ...demoTenant.ita },
		huaweiCecBotApi: { baseUrl, ...demoTenant.bot },
		huaweiCecKnowledgeBaseApi: { baseUrl, ...demoTenant.knowledgeBase },
		huaweiCecSoftwareCloudApi: { baseUrl, ...demoTenant.softwareCloud },
		huaweiCecTicketApi: { baseUrl, ...demoTenant.ticket },
		huaweiCecChatbotServerApi: { ...demoTenant.chatbotServer },
		huaweiCecCallbackSecretApi: { ...demoTenant.callbackSecret },
	};
}

/** Every credential of the package for the demo tenant, in n8n. */
export async function saveDemoCredentials(api: N8nApi, baseUrl: string): Promise<DemoCredentials> {
	const data = credentialData(baseUrl);
	const save = async (type: CredentialType) => await api.saveCredential(type, credentialNames[type], data[type]);
	return {
		huaweiCecAppApi: await save('huaweiCecAppApi'),
		huaweiCecSignatureApi: await save('huaweiCecSignatureApi'),
		huaweiCecAgentApi: await save('huaweiCecAgentApi'),
		huaweiCecGatewayAdminApi: await save('huaweiCecGatewayAdminApi'),
		huaweiCecItaApi: await save('huaweiCecItaApi'),
		huaweiCecBotApi: await save('huaweiCecBotApi'),
		huaweiCecKnowledgeBaseApi: await save('huaweiCecKnowledgeBaseApi'),
		huaweiCecSoftwareCloudApi: await save('huaweiCecSoftwareCloudApi'),
		huaweiCecTicketApi: await save('huaweiCecTicketApi'),
		huaweiCecChatbotServerApi: await save('huaweiCecChatbotServerApi'),
		huaweiCecCallbackSecretApi: await save('huaweiCecCallbackSecretApi'),
	};
}

/** Credentials that examples need beside one of each type, by the name that their nodes know them by. */
export type NamedCredentials = Record<string, StoredCredential>;

/** Agents of their own, since an agent has one session only, and the model that an AI agent asks. */
export async function saveExampleCredentials(api: N8nApi, baseUrl: string, modelUrl: string): Promise<NamedCredentials> {
	const agent = async (name: string, data: object) => await api.saveCredential('huaweiCecAgentApi', name, { baseUrl, ...data });
	return {
		'Huawei CEC Agent account (inspector)': await agent('CEC demo (inspector)', demoTenant.inspector),
		'Huawei CEC Agent account (chats)': await agent('CEC demo (agent for chats)', demoTenant.chatAgent),
		'Huawei CEC Agent account (missed calls)': await agent('CEC demo (agent for missed calls)', demoTenant.videoAgent),
		'OpenAi account': await api.saveCredential('openAiApi', 'Stand-in for a model', { apiKey: 'none', url: modelUrl }),
	};
}
