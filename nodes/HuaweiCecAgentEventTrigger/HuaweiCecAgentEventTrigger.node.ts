import {
	NodeConnectionTypes,
	type IExecuteFunctions,
	type IHookFunctions,
	type INodeExecutionData,
	type INodeType,
	type INodeTypeDescription,
	type ITriggerFunctions,
	type ITriggerResponse,
	type IWebhookFunctions,
	type IWebhookResponseData,
} from 'n8n-workflow';

import { agentGateway } from '../../cec/families/agentGateway';
import { allowListProblem } from '../../cec/incoming/allowList';
import { activationError } from '../../cec/run/activationError';
import { agentCredentialTest } from '../../cec/run/credentialTests';
import { leaveWhenNotListening, ownInProduction, ownWhileListening, waitForOne } from './ownership';
import { properties } from './properties';
import { RECEIVED, receive } from './receive';
import { readSettings } from './settings';

export class HuaweiCecAgentEventTrigger implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'Huawei CEC Agent Event Trigger',
		name: 'huaweiCecAgentEventTrigger',
		icon: { light: 'file:../../icons/huaweiCec.svg', dark: 'file:../../icons/huaweiCec.dark.svg' },
		group: ['trigger'],
		version: 1,
		subtitle: '={{ $parameter["events"].includes("*") ? "all events" : $parameter["events"].join(", ") }}',
		description: 'Signs an agent in and starts the workflow with what happens to the agent: calls, chats, states',
		eventTriggerDescription: 'Waiting for something to happen to the agent',
		activationMessage: 'The agent is signed in, and events start this workflow.',
		defaults: { name: 'Huawei CEC Agent Event Trigger' },
		inputs: [],
		outputs: [NodeConnectionTypes.Main],
		credentials: [{ name: 'huaweiCecAgentApi', required: true, testedBy: 'huaweiCecAgentApiTest' }],
		webhooks: [
			{
				name: 'default',
				// Without a method n8n opens no address: nothing is posted where events are polled.
				httpMethod: '={{ $parameter["mode"] === "push" ? "POST" : "" }}',
				responseMode: 'onReceived',
				// Without it n8n would answer with words of its own, which CEC takes for a failure.
				responseData: '',
				path: 'agent-events',
				ndvHideUrl: '={{ $parameter["mode"] !== "push" }}',
				ndvHideMethod: '={{ $parameter["mode"] !== "push" }}',
			},
		],
		properties,
	};

	methods = {
		credentialTest: { huaweiCecAgentApiTest: agentCredentialTest(agentGateway) },
	};

	webhookMethods = {
		default: {
			async checkExists(this: IHookFunctions): Promise<boolean> {
				return false;
			},
			async create(this: IHookFunctions): Promise<boolean> {
				const problem = allowListProblem(readSettings(this).allowedAddresses);
				if (problem) throw activationError(this.getNode(), problem);
				await ownWhileListening(this);
				return true;
			},
			async delete(this: IHookFunctions): Promise<boolean> {
				await leaveWhenNotListening(this);
				return true;
			},
		},
	};

	/** Owns the agent on the one process that leads, for as long as the workflow is active. */
	async trigger(this: ITriggerFunctions): Promise<ITriggerResponse> {
		return await ownInProduction(this);
	}

	async webhook(this: IWebhookFunctions): Promise<IWebhookResponseData> {
		const reception = await receive(this);
		if ('status' in reception) {
			const { status, because } = reception;
			this.logger.warn(`Refused events of an agent with HTTP ${status}: ${because}`, { node: this.getNode().name, workflowId: this.getWorkflow().id });
			this.getResponseObject().status(status).json({ message: because, retcode: String(status) });
			return { noWebhookResponse: true };
		}
		const { items } = reception;
		return { webhookResponse: RECEIVED, ...(items.length > 0 && { workflowData: [items.map((json) => ({ json }))] }) };
	}

	/** Passes on what came in. In a test of polling nothing has: it waits for one event. */
	async execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
		const came = this.getInputData();
		return [came.some(({ json }) => 'session' in json) ? came : await waitForOne(this)];
	}
}
