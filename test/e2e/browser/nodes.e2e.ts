/** The nodes for signed-in agents, bots, knowledge and tickets as people first see them. */
import type { INodeParameters } from 'n8n-workflow';

import { Editor } from '../../../scripts/browser/editor';
import type { CredentialType } from '../../../scripts/credentials';
import { n8n, node, runtime, simulator, using, workflow } from '../support';

let editor: Editor;

beforeAll(async () => {
	await simulator().reset({ speed: 1 });
	editor = await Editor.signIn(runtime().n8nUrl);
});

afterAll(async () => {
	await editor.close();
	expect(editor.pageErrors).toEqual([]);
});

const rows: Array<[type: string, credential: CredentialType, parameters: INodeParameters, labels: string[]]> = [
	['AgentWorkspace', 'huaweiCecAgentApi', { resource: 'session', operation: 'signIn' }, ['Softphone Number', 'Additional Fields']],
	['Supervision', 'huaweiCecAgentApi', { resource: 'liveCall', operation: 'intercept' }, ['Session', 'Agent', 'Confirm']],
	['BotDialog', 'huaweiCecBotApi', { resource: 'conversation', operation: 'sendMessage' }, ['Session ID', 'Message', 'Access Code']],
	['BotManagement', 'huaweiCecBotApi', { resource: 'rpaQueueItem', operation: 'create' }, ['RPA Job', 'Queue', 'Input']],
	['KnowledgeBase', 'huaweiCecKnowledgeBaseApi', { authentication: 'sia', resource: 'article', operation: 'get' }, ['Article', 'Download Attachments']],
	['Survey', 'huaweiCecAppApi', { resource: 'questionnaire', operation: 'fillIn' }, ['Questionnaire ID', 'Module', 'Answers']],
	['Platform', 'huaweiCecAppApi', { resource: 'user', operation: 'create' }, ['Account', 'Name', 'Additional Fields']],
	['Monitoring', 'huaweiCecSignatureApi', { resource: 'skillQueue', operation: 'getMetrics' }, ['Skill Queue Names or IDs', 'Metrics']],
	['Ticket', 'huaweiCecTicketApi', { resource: 'ticket', operation: 'create' }, ['Title', 'Ticket Type']],
	['NewRecordTrigger', 'huaweiCecSignatureApi', {}, ['Trigger On', 'Filters', 'Poll Times']],
	['TicketTrigger', 'huaweiCecTicketApi', {}, ['Watch', 'Events', 'Poll Times']],
	['ChatbotTrigger', 'huaweiCecChatbotServerApi', {}, ['Time Limit', 'Fallback Text']],
	['WebChat', 'huaweiCecAppApi', { resource: 'conversation', operation: 'sendMessage' }, ['User ID', 'Channel ID', 'Text', 'Wait for Answer']],
	['WebChatTrigger', 'huaweiCecAppApi', {}, ['User IDs', 'Channel ID', 'Options']],
];

it.each(rows)('%s', async (type, credential, parameters, labels) => {
	const one = node(`Huawei CEC ${type}`, `n8n-nodes-huawei-cec.huaweiCec${type}`, parameters, using(runtime().credentials[credential]));
	const stored = await n8n().createWorkflow(workflow(type, [one]));
	await editor.openNode(stored.id, one.id);
	await editor.screenshot(`node-${type}`);
	expect(await editor.parameterLabels()).toEqual(expect.arrayContaining(labels));
});
