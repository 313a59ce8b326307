import { randomUUID } from 'node:crypto';
import type { IConnections, IDataObject, INode, INodeParameters } from 'n8n-workflow';

import type { CredentialType } from '../../../scripts/credentials';
import type { StoredCredential, WorkflowDraft } from '../../../scripts/n8n/api';
import { readRuntime } from './runtime';

type Extra = Partial<INode>;

const packageName = 'n8n-nodes-huawei-cec';
const distance = 220;

export function node(name: string, type: string, parameters: INodeParameters = {}, extra: Extra = {}): INode {
	// the editor finds a node by the first part of its id, so it has to look like one of its own
	return { id: randomUUID(), name, type, typeVersion: 1, position: [0, 0], parameters, ...extra };
}

/** A node of n8n itself, such as `base('Wait', 'wait', { amount: 1 }, { typeVersion: 1.1 })`. */
export function base(name: string, type: string, parameters: INodeParameters = {}, extra: Extra = {}): INode {
	return node(name, `n8n-nodes-base.${type}`, parameters, extra);
}

/** The node that a workflow is started from by hand. */
export function start(): INode {
	return base('Start', 'manualTrigger');
}

export function agent(name: string, parameters: INodeParameters, extra: Extra = {}): INode {
	return cec(name, 'huaweiCecAgent', 'huaweiCecAppApi', parameters, extra);
}

export function campaign(name: string, parameters: INodeParameters, extra: Extra = {}): INode {
	return cec(name, 'huaweiCecCampaign', 'huaweiCecSignatureApi', parameters, extra);
}

/** Of the resource for reports of ITA it has the other credential: `using(runtime().credentials.huaweiCecItaApi)`. */
export function call(name: string, parameters: INodeParameters, extra: Extra = {}): INode {
	return cec(name, 'huaweiCecCall', 'huaweiCecAppApi', parameters, extra);
}

export function speechRecognition(name: string, parameters: INodeParameters, extra: Extra = {}): INode {
	return cec(name, 'huaweiCecSpeechRecognition', 'huaweiCecGatewayAdminApi', parameters, extra);
}

export function ticket(name: string, parameters: INodeParameters, extra: Extra = {}): INode {
	return cec(name, 'huaweiCecTicket', 'huaweiCecTicketApi', parameters, extra);
}

export function ticketTrigger(name: string, parameters: INodeParameters, extra: Extra = {}): INode {
	return cec(name, 'huaweiCecTicketTrigger', 'huaweiCecTicketApi', parameters, extra);
}

/** Of the kinds that have another credential: `using(runtime().credentials.huaweiCecBotApi)`. */
export function newRecordTrigger(name: string, parameters: INodeParameters, extra: Extra = {}): INode {
	return cec(name, 'huaweiCecNewRecordTrigger', 'huaweiCecSignatureApi', parameters, extra);
}

export function resultTrigger(name: string, parameters: INodeParameters, extra: Extra = {}): INode {
	const webhookId = randomUUID();
	return node(name, `${packageName}.huaweiCecCampaignResultTrigger`, parameters, { webhookId, ...extra });
}

export function callTrigger(name: string, parameters: INodeParameters, extra: Extra = {}): INode {
	return cec(name, 'huaweiCecCallTrigger', 'huaweiCecCallbackSecretApi', parameters, { webhookId: randomUUID(), ...extra });
}

export function agentEventTrigger(name: string, parameters: INodeParameters, extra: Extra = {}): INode {
	return cec(name, 'huaweiCecAgentEventTrigger', 'huaweiCecAgentApi', parameters, { webhookId: randomUUID(), ...extra });
}

export function speechTrigger(name: string, parameters: INodeParameters, extra: Extra = {}): INode {
	const webhookId = randomUUID();
	return cec(name, 'huaweiCecSpeechRecognitionTrigger', 'huaweiCecGatewayAdminApi', parameters, { webhookId, ...extra });
}

/** What a node needs to sign in with another credential than the ready-made one. */
export function using(credential: StoredCredential): Extra {
	return { credentials: { [credential.type]: { id: credential.id, name: credential.name } } };
}

/** The nodes one after the other, unless connections say otherwise. */
export function workflow(name: string, nodes: INode[], connections: IConnections = chain(nodes)): WorkflowDraft {
	const placed = nodes.map((one, index): INode => ({ ...one, position: [index * distance, 0] }));
	return { name: `${name} ${randomUUID().slice(0, 8)}`, nodes: placed, connections };
}

/** As `workflow`, with these items coming out of its start. */
export function workflowWithItems(name: string, items: IDataObject[], nodes: INode[]): WorkflowDraft {
	const first = start();
	const pinned = { [first.name]: items.map((json) => ({ json })) };
	return { ...workflow(name, [first, ...nodes]), pinData: pinned };
}

function chain(nodes: INode[]): IConnections {
	const pairs = nodes.slice(0, -1).map((from, index): [string, string] => [from.name, nodes[index + 1].name]);
	return Object.fromEntries(
		pairs.map(([from, to]) => [from, { main: [[{ node: to, type: 'main' as const, index: 0 }]] }]),
	);
}

function cec(name: string, type: string, credential: CredentialType, parameters: INodeParameters, extra: Extra): INode {
	const ready = readRuntime().credentials[credential];
	return node(name, `${packageName}.${type}`, parameters, { ...using(ready), ...extra });
}
