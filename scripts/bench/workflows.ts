/** The same work done by n8n's HTTP Request node and by this package, as workflows over many items. */
import { randomUUID } from 'node:crypto';
import type { IDataObject, INode, INodeParameters } from 'n8n-workflow';

import type { StoredCredential, WorkflowDraft } from '../n8n/api';

/** Name of the node whose time counts. */
export const MEASURED = 'Measured';

/** Those of the two families that are measured. */
export type MeasuredCredential = 'huaweiCecAppApi' | 'huaweiCecSignatureApi';

export interface Task {
	title: string;
	credential: MeasuredCredential;
	/** As HTTP, one request an item. */
	http: { path: string; body: string };
	/** As an operation of this package. */
	node: { type: string; parameters: INodeParameters };
}

export const read: Task = {
	title: 'reads',
	credential: 'huaweiCecAppApi',
	http: {
		path: '/apiaccess/rest/cc-management/v1/phonearea/getPhoneNoRegionInfo',
		body: '={{ JSON.stringify({ phoneNo: $json.phone }) }}',
	},
	node: {
		type: 'n8n-nodes-huawei-cec.huaweiCecAgent',
		parameters: { resource: 'phoneNumber', operation: 'getRegion', phoneNo: '={{ $json.phone }}' },
	},
};

export const write: Task = {
	title: 'writes',
	credential: 'huaweiCecSignatureApi',
	http: {
		path: '/rest/isales/v1/openapi/campaigns/1/blocklist/add',
		body: '={{ JSON.stringify({ blocklist: [$json.phone] }) }}',
	},
	node: {
		type: 'n8n-nodes-huawei-cec.huaweiCecCampaign',
		parameters: { resource: 'blocklist', operation: 'add', phoneNumbers: '={{ $json.phone }}' },
	},
};

/** Invented Chinese mobile numbers, one an item. */
export function phones(count: number): IDataObject[] {
	return Array.from({ length: count }, (_none, index) => ({ phone: `1302001${String(index).padStart(4, '0')}` }));
}

export function asHttpRequest(task: Task, baseUrl: string, credential: StoredCredential, items: IDataObject[]): WorkflowDraft {
	const parameters: INodeParameters = {
		method: 'POST',
		url: `${baseUrl}${task.http.path}`,
		authentication: 'predefinedCredentialType',
		nodeCredentialType: credential.type,
		sendBody: true,
		specifyBody: 'json',
		jsonBody: task.http.body,
		options: { allowUnauthorizedCerts: true },
	};
	return draft(`HTTP Request ${task.title}`, node('n8n-nodes-base.httpRequest', 4.2, parameters, credential), items);
}

export function asOperation(task: Task, credential: StoredCredential, items: IDataObject[]): WorkflowDraft {
	return draft(`This package ${task.title}`, node(task.node.type, 1, task.node.parameters, credential), items);
}

function node(type: string, typeVersion: number, parameters: INodeParameters, credential: StoredCredential): INode {
	const credentials = { [credential.type]: { id: credential.id, name: credential.name } };
	return { id: randomUUID(), name: MEASURED, type, typeVersion, position: [220, 0], parameters, credentials };
}

function draft(name: string, measured: INode, items: IDataObject[]): WorkflowDraft {
	const start: INode = {
		id: randomUUID(),
		name: 'Start',
		type: 'n8n-nodes-base.manualTrigger',
		typeVersion: 1,
		position: [0, 0],
		parameters: {},
	};
	return {
		name: `Bench: ${name}`,
		nodes: [start, measured],
		connections: { [start.name]: { main: [[{ node: measured.name, type: 'main', index: 0 }]] } },
		pinData: { [start.name]: items.map((json) => ({ json })) },
	};
}
