/**
 * Runs nodes the way n8n does: with n8n's own contexts, parameters, expressions and request helpers, so that
 * what reaches the wire is what n8n would send. Only the database behind the credentials is replaced.
 */
import { randomUUID } from 'node:crypto';
import {
	CredentialTestContext,
	ExecuteContext,
	HookContext,
	LoadOptionsContext,
	PollContext,
	TriggerContext,
	WebhookContext,
} from 'n8n-core';
import {
	createRunExecutionData,
	ICredentialsHelper,
	Workflow,
	type ICredentialDataDecryptedObject,
	type ICredentialType,
	type IDataObject,
	type IHttpRequestHelper,
	type IHttpRequestOptions,
	type INode,
	type INodeExecutionData,
	type INodeListSearchResult,
	type INodePropertyOptions,
	type INodeCredentialTestResult,
	type INodeType,
	type INodeTypes,
	type ITriggerResponse,
	type IWebhookData,
	type IWebhookResponseData,
	type IWorkflowExecuteAdditionalData,
	type WorkflowActivateMode,
	type WorkflowExecuteMode,
	type ResourceMapperFields,
} from 'n8n-workflow';

import { HuaweiCecAgentApi } from '../../credentials/HuaweiCecAgentApi.credentials';
import { HuaweiCecAppApi } from '../../credentials/HuaweiCecAppApi.credentials';
import { HuaweiCecBotApi } from '../../credentials/HuaweiCecBotApi.credentials';
import { HuaweiCecCallbackSecretApi } from '../../credentials/HuaweiCecCallbackSecretApi.credentials';
import { HuaweiCecChatbotServerApi } from '../../credentials/HuaweiCecChatbotServerApi.credentials';
import { HuaweiCecGatewayAdminApi } from '../../credentials/HuaweiCecGatewayAdminApi.credentials';
import { HuaweiCecItaApi } from '../../credentials/HuaweiCecItaApi.credentials';
import { HuaweiCecKnowledgeBaseApi } from '../../credentials/HuaweiCecKnowledgeBaseApi.credentials';
import { HuaweiCecSignatureApi } from '../../credentials/HuaweiCecSignatureApi.credentials';
import { HuaweiCecSoftwareCloudApi } from '../../credentials/HuaweiCecSoftwareCloudApi.credentials';
import { HuaweiCecTicketApi } from '../../credentials/HuaweiCecTicketApi.credentials';

export type Credentials = Record<string, ICredentialDataDecryptedObject>;

const credentialTypes: Record<string, ICredentialType> = {
	huaweiCecAgentApi: new HuaweiCecAgentApi(),
	huaweiCecAppApi: new HuaweiCecAppApi(),
	huaweiCecBotApi: new HuaweiCecBotApi(),
	huaweiCecCallbackSecretApi: new HuaweiCecCallbackSecretApi(),
	huaweiCecChatbotServerApi: new HuaweiCecChatbotServerApi(),
	huaweiCecGatewayAdminApi: new HuaweiCecGatewayAdminApi(),
	huaweiCecItaApi: new HuaweiCecItaApi(),
	huaweiCecKnowledgeBaseApi: new HuaweiCecKnowledgeBaseApi(),
	huaweiCecSignatureApi: new HuaweiCecSignatureApi(),
	huaweiCecSoftwareCloudApi: new HuaweiCecSoftwareCloudApi(),
	huaweiCecTicketApi: new HuaweiCecTicketApi(),
};

/** n8n's rules for credentials, over values that the test gives instead of a database. */
class StoredCredentials extends ICredentialsHelper {
	constructor(private readonly stored: Credentials) {
		super();
	}

	getParentTypes(): string[] {
		return [];
	}

	isCredentialUsableByNode(): boolean {
		return true;
	}

	getCredentialsProperties(type: string) {
		return credentialTypes[type].properties;
	}

	async getDecrypted(_data: unknown, _node: unknown, type: string): Promise<ICredentialDataDecryptedObject> {
		return structuredClone(this.stored[type]);
	}

	async authenticate(
		credentials: ICredentialDataDecryptedObject,
		type: string,
		options: IHttpRequestOptions,
	): Promise<IHttpRequestOptions> {
		const { authenticate } = credentialTypes[type];
		if (typeof authenticate !== 'function') throw new Error(`${type} does not sign by a function`);
		return await authenticate(credentials, options);
	}

	/** Called when the expirable property is empty, or after an HTTP 401. */
	async preAuthentication(
		helpers: IHttpRequestHelper,
		credentials: ICredentialDataDecryptedObject,
		type: string,
		_node: INode,
		expired: boolean,
	): Promise<ICredentialDataDecryptedObject | undefined> {
		const { properties, preAuthentication } = credentialTypes[type];
		const expirable = properties.find(({ typeOptions }) => typeOptions?.expirable === true);
		if (!expirable || !preAuthentication || !(credentials[expirable.name] === '' || expired)) return undefined;
		const output = await preAuthentication.call(helpers, credentials);
		Object.assign(credentials, output);
		this.stored[type] = structuredClone(credentials);
		return credentials;
	}

	async runPreAuthentication(): Promise<never> {
		throw new Error('not used');
	}

	async getCredentials(): Promise<never> {
		throw new Error('not used');
	}

	async updateCredentials(): Promise<void> {}

	async updateCredentialsOauthTokenData(): Promise<void> {}
}

export interface Given {
	parameters?: IDataObject;
	credentials: Credentials;
	continueOnFail?: boolean;
	timezone?: string;
	/** Which execution it is, and how it was begun; by hand, unless told otherwise. */
	executionId?: string;
	mode?: WorkflowExecuteMode;
	/** What tells this node from others; any, unless told otherwise. */
	id?: string;
	/** What n8n keeps for the workflow across restarts. */
	staticData?: IDataObject;
	/** Whether the user has chosen these credentials in the node; all that are given, unless told otherwise. */
	chosen?: string[];
	/** What n8n takes for the begin of its webhooks' addresses. */
	webhookBaseUrl?: string;
}

interface Placed {
	workflow: Workflow;
	node: INode;
	additionalData: IWorkflowExecuteAdditionalData;
}

/** A workflow of one node. n8n fills in defaults and drops what the display conditions hide. */
export function place(type: INodeType, given: Given): Placed {
	const { name } = type.description;
	const chosen = given.chosen ?? Object.keys(given.credentials);
	const json: INode = {
		id: given.id ?? randomUUID(),
		name: 'Node',
		type: name,
		typeVersion: 1,
		position: [0, 0],
		parameters: structuredClone(given.parameters ?? {}) as INode['parameters'],
		credentials: Object.fromEntries(chosen.map((credential) => [credential, { id: '1', name: credential }])),
		...(given.continueOnFail && { onError: 'continueRegularOutput' }),
	};
	const nodeTypes = {
		getByName: () => type,
		getByNameAndVersion: () => type,
		getKnownTypes: () => ({}),
	} as unknown as INodeTypes;
	const workflow = new Workflow({
		id: 'test',
		nodes: [json],
		connections: {},
		active: false,
		nodeTypes,
		staticData: given.staticData,
		settings: { timezone: given.timezone ?? 'UTC' },
	});
	const base = 'http://127.0.0.1:9';
	const additionalData = {
		credentialsHelper: new StoredCredentials(given.credentials),
		executionId: given.executionId ?? '1',
		currentNodeExecutionIndex: 0,
		variables: {},
		restApiUrl: base,
		instanceBaseUrl: base,
		webhookBaseUrl: given.webhookBaseUrl ?? `${base}/webhook`,
		webhookWaitingBaseUrl: `${base}/webhook-waiting`,
		webhookTestBaseUrl: `${base}/webhook-test`,
		formWaitingBaseUrl: `${base}/form-waiting`,
		setExecutionStatus: () => undefined,
	} as unknown as IWorkflowExecuteAdditionalData;
	return { workflow, node: workflow.nodes.Node, additionalData };
}

export interface Execution extends Given {
	node: INodeType;
	items?: INodeExecutionData[];
	signal?: AbortSignal;
}

/** The context that n8n gives to a node for one execution. */
export function executeContext({ node: type, items = [{ json: {} }], signal, ...given }: Execution): ExecuteContext {
	const { workflow, node, additionalData } = place(type, given);
	const data = { main: [items] };
	return new ExecuteContext(
		workflow,
		node,
		additionalData,
		given.mode ?? 'manual',
		createRunExecutionData({}),
		0,
		items,
		data,
		{ data, node, source: null },
		[],
		signal,
	);
}

/** Executes a node; returns its items or throws what it throws. */
export async function execute(execution: Execution): Promise<INodeExecutionData[]> {
	const output = await execution.node.execute?.call(executeContext(execution));
	if (!Array.isArray(output)) throw new Error('The node gave no output');
	return output[0];
}

/** The context of pickers: with the parameters as they stand in the open node. */
export function loadOptionsContext(type: INodeType, given: Given): LoadOptionsContext {
	const { workflow, node, additionalData } = place(type, given);
	additionalData.currentNodeParameters = (given.parameters ?? {}) as INode['parameters'];
	return new LoadOptionsContext(workflow, node, additionalData, '');
}

/** A search in a picker's list, as the editor asks for it. */
export async function searchList(
	type: INodeType,
	picker: string,
	given: Given,
	filter?: string,
	page?: string,
): Promise<INodeListSearchResult> {
	const search = type.methods?.listSearch?.[picker];
	if (!search) throw new Error(`There is no list "${picker}"`);
	return await search.call(loadOptionsContext(type, given), filter, page);
}

export async function loadOptions(type: INodeType, picker: string, given: Given): Promise<INodePropertyOptions[]> {
	const load = type.methods?.loadOptions?.[picker];
	if (!load) throw new Error(`There is no list "${picker}"`);
	return await load.call(loadOptionsContext(type, given));
}

/** The keys that a resource mapper offers, as the editor asks for them. */
export async function mappedFields(type: INodeType, mapper: string, given: Given): Promise<ResourceMapperFields> {
	const load = type.methods?.resourceMapping?.[mapper];
	if (!load) throw new Error(`There is no mapper "${mapper}"`);
	return await load.call(loadOptionsContext(type, given));
}

/** Tests a credential as the credential dialog does. */
export async function testCredential(
	type: INodeType,
	test: string,
	data: ICredentialDataDecryptedObject,
): Promise<INodeCredentialTestResult> {
	const method = type.methods?.credentialTest?.[test];
	if (!method) throw new Error(`There is no test "${test}"`);
	const context = new CredentialTestContext({} as IWorkflowExecuteAdditionalData);
	return await method.call(context, { id: '1', name: test, type: test, data });
}

/** What triggers are given; most need no credentials. */
type Triggered = Omit<Given, 'credentials'> & Partial<Pick<Given, 'credentials'>>;

export interface Posted extends Triggered {
	node: INodeType;
	body: unknown;
	/** The bytes as they came; the body as JSON, unless told otherwise. */
	raw?: string | Buffer;
	/** For n8n before it has read the bytes, as it does with content types that it does not know. */
	isUnread?: boolean;
	ip?: string;
	headers?: Record<string, unknown>;
	/** The address that was called. */
	path?: string;
}

export interface Received {
	response: IWebhookResponseData;
	/** What the node wrote into the answer by itself. */
	answered?: { status: number; body: unknown };
}

/** Hands a request to a node's webhook, as n8n does for an active workflow. */
export async function receive(posted: Posted): Promise<Received> {
	const { node: type, body, raw, isUnread, ip = '192.0.2.1', headers = {}, path = '/', ...given } = posted;
	const { workflow, node, additionalData } = place(type, { credentials: {}, ...given });
	let answered: Received['answered'];
	const respond = (status: number) => ({
		json: (sent: unknown) => {
			answered = { status, body: sent };
		},
	});
	const bytes = Buffer.from(raw ?? JSON.stringify(body));
	const httpRequest: Record<string, unknown> = { ip, body, path, headers, params: {}, query: {} };
	if (!isUnread) httpRequest.rawBody = bytes;
	httpRequest.readRawBody = async () => {
		httpRequest.rawBody = bytes;
	};
	Object.assign(additionalData, { httpRequest, httpResponse: { status: respond } });
	const webhook = { webhookDescription: { name: 'default' } } as unknown as IWebhookData;
	const context = new WebhookContext(workflow, node, additionalData, 'webhook', webhook, [], null);
	const response = await type.webhook?.call(context);
	if (!response) throw new Error('The node has no webhook');
	return { response, answered };
}

/** `manual` is for an editor that listens for a test event. */
type HookMode = 'activate' | 'manual';

function hook(type: INodeType, given: Triggered, how: HookMode = 'activate') {
	const { workflow, node, additionalData } = place(type, { credentials: {}, ...given });
	const methods = type.webhookMethods?.default;
	if (!methods) throw new Error('The node has no webhook');
	const isTest = how === 'manual';
	const webhook = { isTest, webhookDescription: { name: 'default' } } as unknown as IWebhookData;
	return { methods, context: new HookContext(workflow, node, additionalData, isTest ? 'manual' : 'trigger', how, webhook) };
}

/** Activates a trigger: n8n then lets it set up its webhook. */
export async function activate(type: INodeType, given: Triggered, how?: HookMode): Promise<boolean> {
	const { methods, context } = hook(type, given, how);
	return (await methods.checkExists.call(context)) || (await methods.create.call(context));
}

/** Whether the trigger believes that its webhook is set up already, as n8n asks when it starts. */
export async function isSetUp(type: INodeType, given: Triggered): Promise<boolean> {
	const { methods, context } = hook(type, given);
	return await methods.checkExists.call(context);
}

/** Deactivates a trigger: n8n then lets it take its webhook back. */
export async function deactivate(type: INodeType, given: Triggered): Promise<boolean> {
	const { methods, context } = hook(type, given);
	return await methods.delete.call(context);
}

export interface Running extends Required<Pick<ITriggerResponse, 'closeFunction'>> {
	/** What it has started workflows with. */
	items: IDataObject[];
	/** Failed executions that the trigger had n8n save, and errors that stopped it. */
	saved: Error[];
	emitted: Error[];
	/** What it has written into n8n's log. */
	warnings: string[];
	/** What the node remembers, as long as it runs. */
	memory: IDataObject;
}

/** Starts a trigger that runs as long as its workflow is active. */
export async function run(type: INodeType, given: Triggered, how: WorkflowActivateMode = 'activate'): Promise<Running> {
	const { workflow, node, additionalData } = place(type, { credentials: {}, ...given });
	const [saved, emitted]: Error[][] = [[], []];
	const warnings: string[] = [];
	const items: IDataObject[] = [];
	const context = new TriggerContext(
		workflow,
		node,
		additionalData,
		'trigger',
		how,
		(data) => items.push(...data.flat().map(({ json }) => json)),
		(error) => emitted.push(error),
		(error) => saved.push(error),
	);
	const note = (text: string) => warnings.push(text);
	Object.defineProperty(context, 'logger', { value: { warn: note, error: note } });
	const response = await type.trigger?.call(context);
	if (!response?.closeFunction) throw new Error('The node does not run');
	const { closeFunction } = response;
	return { closeFunction, items, saved, emitted, warnings, memory: context.getWorkflowStaticData('node') };
}

/** What a trigger emits first while an editor listens: n8n takes nothing before the trigger stands, and nothing after that. */
export async function listen(type: INodeType, given: Triggered): Promise<{ first: Promise<IDataObject[]>; closeFunction: () => Promise<void> }> {
	const { workflow, node, additionalData } = place(type, { credentials: {}, ...given });
	const context = new TriggerContext(workflow, node, additionalData, 'manual', 'manual');
	const { closeFunction } = (await type.trigger?.call(context)) ?? {};
	if (!closeFunction) throw new Error('The node does not run');
	const first = new Promise<IDataObject[]>((resolve) => {
		const emit = (data: INodeExecutionData[][]) => resolve(data.flat().map(({ json }) => json));
		Object.assign(context, { emit });
	});
	return { first, closeFunction };
}

/** Lets a trigger look for news, as n8n does for an active workflow, or for somebody who builds one; undefined where it finds none. */
export async function poll(type: INodeType, given: Given, mode: WorkflowExecuteMode = 'trigger'): Promise<IDataObject[] | undefined> {
	const { workflow, node, additionalData } = place(type, given);
	const found = await type.poll?.call(new PollContext(workflow, node, additionalData, mode, 'activate'));
	if (given.staticData) Object.assign(given.staticData, JSON.parse(JSON.stringify(workflow.staticData)));
	return found?.flat().map(({ json }) => json);
}
