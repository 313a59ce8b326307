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

import { gatewayConfig } from '../../cec/families/gatewayConfig';
import { allowedAddressesOption, allowListProblem } from '../../cec/incoming/allowList';
import { activationError } from '../../cec/run/activationError';
import { gatewayAdminCredentialTest } from '../../cec/run/credentialTests';
import { RECEIVED, SUFFIX } from './callback';
import { keepSubscribed } from './keepAlive';
import { receive, type Options } from './receive';
import { isSubscribed, subscribe, unsubscribe, type Kept } from './subscription';

/** The reference advises two minutes; after five the subscription is gone. */
const KEEP_ALIVE_S = 120;

export class HuaweiCecSpeechRecognitionTrigger implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'Huawei CEC Speech Recognition Trigger',
		name: 'huaweiCecSpeechRecognitionTrigger',
		icon: { light: 'file:../../icons/huaweiCec.svg', dark: 'file:../../icons/huaweiCec.dark.svg' },
		group: ['trigger'],
		version: 1,
		subtitle: '={{ $parameter["events"].join(", ") }}',
		description: 'Starts the workflow with each sentence that agents and customers say on the phone',
		eventTriggerDescription: 'Waiting for somebody to speak',
		activationMessage: 'CEC now posts what is said to this workflow.',
		defaults: { name: 'Huawei CEC Speech Recognition Trigger' },
		inputs: [],
		outputs: [NodeConnectionTypes.Main],
		credentials: [{ name: 'huaweiCecGatewayAdminApi', required: true, testedBy: 'huaweiCecGatewayAdminApiTest' }],
		webhooks: [
			{
				name: 'default',
				httpMethod: 'POST',
				responseMode: 'onReceived',
				// Without it n8n would answer with words of its own, which CEC takes for a failure.
				responseData: '',
				path: `speech/${SUFFIX}`,
			},
		],
		properties: [
			{
				displayName:
					'Publishing this workflow subscribes at the gateway, with the address above less the part that CEC appends. The platform must be able to reach n8n there. A reverse proxy between them must let headers with underscores pass: the platform sends "service_token".',
				name: 'notice',
				type: 'notice',
				default: '',
			},
			{
				displayName: 'Events',
				name: 'events',
				type: 'multiOptions',
				required: true,
				options: [
					{ name: 'Final Sentence', value: 'final', description: 'A result with which the recognition of this utterance ends' },
					{ name: 'Partial Sentence', value: 'partial', description: 'A result while recognition goes on; in continuous recognition all sentences are' },
					{ name: 'Recognition Ended', value: 'ended', description: 'Nothing more comes for this speaker' },
					{ name: 'Recognition Failed', value: 'failed', description: 'The platform could not recognize what was said' },
					{ name: 'Speech Started', value: 'started', description: 'Somebody begins to speak; without words' },
				],
				default: ['final', 'partial'],
				description: 'What starts the workflow',
			},
			{
				displayName: 'Speaker',
				name: 'speaker',
				type: 'options',
				options: [
					{ name: 'Agent', value: 'agent' },
					{ name: 'Both', value: 'both' },
					{ name: 'Customer', value: 'customer' },
				],
				default: 'both',
				description: 'Whose sentences start the workflow',
			},
			{
				displayName: 'Understand Meaning',
				name: 'understandMeaning',
				type: 'boolean',
				default: false,
				description:
					'Whether a bot of CEC adds intent, script progress and recommended knowledge to each sentence. The operator must have set the callback address of the gateway for it.',
			},
			{
				displayName: 'Bot Access Code',
				name: 'flowAccessCode',
				type: 'string',
				required: true,
				default: '',
				description: 'Of the bot that reads the meaning, given when it was added',
				displayOptions: { show: { understandMeaning: [true] } },
			},
			{
				displayName: 'Simplify',
				name: 'simplify',
				type: 'boolean',
				default: true,
				description: 'Whether to return a simplified version of the response instead of the raw data',
			},
			{
				displayName: 'Options',
				name: 'options',
				type: 'collection',
				placeholder: 'Add Option',
				default: {},
				options: [
					{
						displayName: 'Agent IDs',
						name: 'agentIds',
						type: 'string',
						default: '',
						placeholder: 'e.g. 101, 102',
						description: 'Only calls of these agents; all when left empty',
					},
					{
						displayName: 'Allow Plain HTTP Callback',
						name: 'allowHttpCallback',
						type: 'boolean',
						default: false,
						description: 'Whether the address of this n8n may start with http://, which sends what is said unprotected',
					},
					allowedAddressesOption('sentences'),
					{
						displayName: 'Keep Alive Every',
						name: 'keepAliveSeconds',
						type: 'number',
						typeOptions: { minValue: 10, maxValue: 240 },
						default: 120,
						description: 'Seconds between two signs of life. After five minutes without one CEC forgets the subscription.',
					},
				],
			},
		],
	};

	methods = {
		credentialTest: { huaweiCecGatewayAdminApiTest: gatewayAdminCredentialTest(gatewayConfig) },
	};

	webhookMethods = {
		default: {
			async checkExists(this: IHookFunctions): Promise<boolean> {
				return await isSubscribed(this, this.getWorkflowStaticData('node'));
			},
			async create(this: IHookFunctions): Promise<boolean> {
				const { allowedAddresses } = this.getNodeParameter('options', {}) as Options;
				const problem = allowListProblem(allowedAddresses);
				if (problem) throw activationError(this.getNode(), problem);
				await subscribe(this, this.getWorkflowStaticData('node'));
				return true;
			},
			async delete(this: IHookFunctions): Promise<boolean> {
				const kept: Kept = this.getWorkflowStaticData('node');
				// One that cannot be cancelled ends by itself after five minutes; deactivation must not fail for it.
				if (kept.serverId) await unsubscribe(this, kept.serverId);
				delete kept.serverId;
				delete kept.serviceToken;
				return true;
			},
		},
	};

	/** Runs beside the address, on the one process that leads, for as long as the workflow is active. */
	async trigger(this: ITriggerFunctions): Promise<ITriggerResponse> {
		const { keepAliveSeconds = KEEP_ALIVE_S } = this.getNodeParameter('options', {}) as Options;
		return keepSubscribed(this, this.getWorkflowStaticData('node'), keepAliveSeconds * 1000);
	}

	async webhook(this: IWebhookFunctions): Promise<IWebhookResponseData> {
		const reception = await receive(this);
		if ('status' in reception) {
			const { status, because } = reception;
			this.logger.warn(`Refused a result of speech recognition with HTTP ${status}: ${because}`, { node: this.getNode().name, workflowId: this.getWorkflow().id });
			this.getResponseObject().status(status).json({ message: because, retcode: String(status) });
			return { noWebhookResponse: true };
		}
		const { item } = reception;
		return item ? { webhookResponse: RECEIVED, workflowData: [[{ json: item }]] } : { webhookResponse: RECEIVED };
	}

	/** Passes on what came to the address: without it n8n, in tests, would wait for `trigger` to emit something. */
	async execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
		return [this.getInputData()];
	}
}
