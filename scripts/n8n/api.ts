import type {
	IBinaryData,
	ICredentialDataDecryptedObject,
	IConnections,
	INode,
	INodeListSearchResult,
	INodeParameters,
	INodePropertyOptions,
	INodeTypeDescription,
	IPinData,
	IWorkflowSettings,
	ResourceMapperFields,
} from 'n8n-workflow';

import { DataTables } from './dataTables';
import { Execution, hasEnded, type ExecutionResponse } from './execution';
import { fetchOnce, RestError, until, type Session } from './session';

export interface WorkflowDraft {
	id?: string;
	name: string;
	nodes: INode[];
	connections: IConnections;
	settings?: IWorkflowSettings;
	pinData?: IPinData;
}

export interface StoredWorkflow extends WorkflowDraft {
	id: string;
	versionId: string;
	active: boolean;
}

export interface StoredCredential {
	id: string;
	name: string;
	type: string;
}

export interface CredentialTest {
	status: 'OK' | 'Error';
	message: string;
}

/** A node as it stands in the editor while one of its lists is asked for. */
export interface ListQuestion {
	/** Full type name, such as n8n-nodes-huawei-cec.huaweiCecCampaign. */
	type: string;
	version?: number;
	method: string;
	/** The name of the parameter that the list belongs to. */
	parameter: string;
	parameters?: INodeParameters;
	credential?: StoredCredential;
	filter?: string;
	paginationToken?: string;
}

const runTimeoutMs = 120_000;
/** At once; n8n refuses to list more. */
const mostExecutionsListed = 100;

/** What these scripts and the tests do with a running n8n. */
export class N8nApi {
	readonly dataTables: DataTables;

	constructor(readonly session: Session) {
		this.dataTables = new DataTables(session);
	}

	async nodeTypes(prefix = ''): Promise<INodeTypeDescription[]> {
		const all = await this.session.get<INodeTypeDescription[]>('/types/nodes.json');
		return all.filter(({ name }) => name.startsWith(prefix));
	}

	async createCredential(type: string, name: string, data: ICredentialDataDecryptedObject): Promise<StoredCredential> {
		const { id } = await this.session.post<StoredCredential>('/rest/credentials', { name, type, data });
		return { id, name, type };
	}

	/** Changes the credential of that type and name where there is one. */
	async saveCredential(type: string, name: string, data: ICredentialDataDecryptedObject): Promise<StoredCredential> {
		const all = await this.session.get<StoredCredential[]>('/rest/credentials');
		const found = all.find((credential) => credential.type === type && credential.name === name);
		if (!found) return await this.createCredential(type, name, data);
		await this.session.patch(`/rest/credentials/${found.id}`, { name, type, data });
		return { id: found.id, name, type };
	}

	/** What the editor's test of a credential answers. */
	async testCredential(
		{ id, name, type }: StoredCredential,
		data: ICredentialDataDecryptedObject,
	): Promise<CredentialTest> {
		return await this.session.post('/rest/credentials/test', { credentials: { id, name, type, data } });
	}

	async deleteCredential({ id }: StoredCredential): Promise<void> {
		await this.session.delete(`/rest/credentials/${id}`);
	}

	async workflows(): Promise<StoredWorkflow[]> {
		return await this.session.get('/rest/workflows');
	}

	async createWorkflow({ name, nodes, connections, settings, pinData }: WorkflowDraft): Promise<StoredWorkflow> {
		const body = { name, nodes, connections, pinData, active: false, settings: withDefaults(settings) };
		return await this.session.post('/rest/workflows', body);
	}

	/** Changes the workflow of that name where there is one; an active one is deactivated by it. */
	async saveWorkflow(draft: WorkflowDraft): Promise<StoredWorkflow> {
		const found = (await this.workflows()).find(({ name }) => name === draft.name);
		if (!found) return await this.createWorkflow(draft);
		if (found.active) await this.deactivate(found);
		const { versionId } = await this.workflow(found.id);
		const { name, nodes, connections, pinData } = draft;
		const settings = withDefaults(draft.settings);
		return await this.session.patch(`/rest/workflows/${found.id}`, {
			...{ name, nodes, connections, pinData, settings, versionId },
		});
	}

	async workflow(id: string): Promise<StoredWorkflow> {
		return await this.session.get(`/rest/workflows/${id}`);
	}

	async deleteWorkflow({ id }: { id: string }): Promise<void> {
		await this.session.post(`/rest/workflows/${id}/archive`);
		await this.session.delete(`/rest/workflows/${id}`);
	}

	/** Publishes the newest version of a workflow; its triggers run from then on. */
	async activate({ id }: { id: string }): Promise<void> {
		const { versionId } = await this.workflow(id);
		await this.session.post(`/rest/workflows/${id}/activate`, { versionId });
	}

	async deactivate({ id }: { id: string }): Promise<void> {
		await this.session.post(`/rest/workflows/${id}/deactivate`);
	}

	/** Runs a workflow from its manual or only trigger, as the editor's button does, and waits for its end. */
	async runWorkflow(workflow: WorkflowDraft, timeoutMs = runTimeoutMs): Promise<Execution> {
		const stored = workflow.id ? await this.workflow(workflow.id) : await this.createWorkflow(workflow);
		const { executionId } = await this.session.post<{ executionId?: string }>(`/rest/workflows/${stored.id}/run`, {
			workflowData: stored,
			triggerToStartFrom: { name: triggerOf(stored).name },
		});
		if (!executionId) throw new Error(`${stored.name}: starts with a webhook, so call that instead`);
		return await this.ended(executionId, timeoutMs);
	}

	/** Waits for the end of an execution and reads it. */
	async ended(executionId: string, timeoutMs = runTimeoutMs): Promise<Execution> {
		const ask = async () => {
			const response = await this.session.get<ExecutionResponse>(`/rest/executions/${executionId}`);
			return hasEnded(response) ? new Execution(response) : undefined;
		};
		return await until(`End of execution ${executionId}`, ask, timeoutMs);
	}

	/** The contents of a file that an execution has left, wherever n8n keeps it. */
	async binaryData({ id, data }: IBinaryData): Promise<Buffer> {
		if (!id) return Buffer.from(data, 'base64');
		const { url, cookie } = this.session;
		const address = `${url}/rest/binary-data?id=${encodeURIComponent(id)}&action=download`;
		const response = await fetchOnce(address, { headers: { 'browser-id': 'scripts', cookie } });
		if (!response.ok) throw new RestError(`${address} answered ${response.status}`, response.status, await response.text());
		return Buffer.from(await response.arrayBuffer());
	}

	/** Newest first. */
	async executionIds(workflow: { id: string }): Promise<string[]> {
		// One that ends while n8n looks is listed with those that run and with those that have ended.
		const ids = new Set<string>();
		// n8n sorts by when executions began, but its cursor goes by id: with several workers it leaves some out.
		for (let startedBefore: string | undefined; ; ) {
			const filter = encodeURIComponent(JSON.stringify({ workflowId: workflow.id, startedBefore }));
			const path = `/rest/executions?filter=${filter}&limit=${mostExecutionsListed}`;
			const { results } = await this.session.get<{ results: Array<{ id: string; startedAt: string }> }>(path);
			const before = ids.size;
			for (const { id } of results) ids.add(id);
			if (results.length < mostExecutionsListed || ids.size === before) return [...ids];
			startedBefore = results.at(-1)?.startedAt;
		}
	}

	/** Waits until a workflow that its triggers start has ended `count` executions and reads them, newest first. */
	async waitForExecutions(workflow: { id: string }, count = 1, timeoutMs = runTimeoutMs): Promise<Execution[]> {
		const ids = await until(
			`${count} executions of workflow ${workflow.id}`,
			async () => {
				const found = await this.executionIds(workflow);
				return found.length >= count ? found : undefined;
			},
			timeoutMs,
		);
		return await Promise.all(ids.map(async (id) => await this.ended(id, timeoutMs)));
	}

	/** Calls a production webhook; n8n knows it only a moment after the workflow was activated. */
	async callWebhook(path: string, init: RequestInit = { method: 'POST' }): Promise<Response> {
		const url = path.startsWith('http') ? path : `${this.session.url}/webhook/${path}`;
		return await until(`Webhook ${path}`, async () => {
			const response = await fetchOnce(url, init);
			return response.status === 404 ? undefined : response;
		});
	}

	/** What the list of a resource locator shows. */
	async searchList(question: ListQuestion): Promise<INodeListSearchResult> {
		const { filter, paginationToken } = question;
		const body = { ...listBody(question), filter, paginationToken };
		return await this.session.post('/rest/dynamic-node-parameters/resource-locator-results', body);
	}

	/** What a drop-down list that a node fills shows. */
	async loadOptions(question: ListQuestion): Promise<INodePropertyOptions[]> {
		return await this.session.post('/rest/dynamic-node-parameters/options', listBody(question));
	}

	/** The fields that a resource mapper shows. */
	async mappedFields(question: ListQuestion): Promise<ResourceMapperFields> {
		return await this.session.post('/rest/dynamic-node-parameters/resource-mapper-fields', listBody(question));
	}
}

export function isNotFound(error: unknown): boolean {
	return error instanceof RestError && error.status === 404;
}

function listBody({ type, version = 1, method, parameter, parameters = {}, credential }: ListQuestion): object {
	return {
		nodeTypeAndVersion: { name: type, version },
		methodName: method,
		path: `parameters.${parameter}`,
		currentNodeParameters: parameters,
		credentials: credential && { [credential.type]: { id: credential.id, name: credential.name } },
	};
}

/** Every execution is kept, so that it can be read afterwards. */
function withDefaults(settings: IWorkflowSettings = {}): IWorkflowSettings {
	return {
		executionOrder: 'v1',
		saveManualExecutions: true,
		saveDataSuccessExecution: 'all',
		saveDataErrorExecution: 'all',
		...settings,
	};
}

/** Where a workflow has several triggers, the one that can be started by hand is meant. */
const triggersByHand = ['n8n-nodes-base.manualTrigger', 'n8n-nodes-base.scheduleTrigger'];

function triggerOf({ name, nodes }: WorkflowDraft): INode {
	const byHand = triggersByHand.map((type) => nodes.find((node) => node.type === type)).find((node) => node);
	const trigger = byHand ?? nodes.find(({ type }) => type.endsWith('Trigger'));
	if (!trigger) throw new Error(`${name}: has no trigger to start from`);
	return trigger;
}
