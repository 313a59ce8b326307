import {
	NodeConnectionTypes,
	type IHookFunctions,
	type INodeType,
	type INodeTypeDescription,
	type IWebhookFunctions,
	type IWebhookResponseData,
} from 'n8n-workflow';

import { allowedAddressesOption } from '../../cec/incoming/allowList';
import { activationError } from '../../cec/run/activationError';
import { fileServerCredentialTest } from '../HuaweiCecRecording/credentialTest';
import { RECEIVED } from './callback';
import { receive, settingsProblem } from './receive';

export class HuaweiCecFileReadyTrigger implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'Huawei CEC File Ready Trigger',
		name: 'huaweiCecFileReadyTrigger',
		icon: { light: 'file:../../icons/huaweiCec.svg', dark: 'file:../../icons/huaweiCec.dark.svg' },
		group: ['trigger'],
		version: 1,
		subtitle: '={{ $parameter["files"].join(", ") }}',
		description: 'Starts the workflow when a file of call records or agent operations can be downloaded',
		eventTriggerDescription: 'Waiting for CEC to post the name of a file to the test URL',
		activationMessage: 'CEC can now post the names of files to the production URL.',
		defaults: { name: 'Huawei CEC File Ready Trigger' },
		inputs: [],
		outputs: [NodeConnectionTypes.Main],
		credentials: [{ name: 'huaweiCecSignatureApi', required: true, testedBy: 'huaweiCecSignatureApiTest' }],
		webhooks: [
			{
				name: 'default',
				httpMethod: 'POST',
				responseMode: 'onReceived',
				// Without it n8n would answer with words of its own.
				responseData: '',
				path: 'file-ready',
			},
		],
		properties: [
			{
				displayName:
					'Give the production URL above to the operation "Generate" of the Recording node as "Callback URL". CEC signs with the keys of the credential, and must trust the certificate of that address.',
				name: 'notice',
				type: 'notice',
				default: '',
			},
			{
				displayName: 'Files',
				name: 'files',
				type: 'multiOptions',
				required: true,
				options: [
					{ name: 'Agent Operations', value: 'agentOperation', description: 'What agents did' },
					{ name: 'Call Records', value: 'callRecord', description: 'Call records and the index of recordings' },
				],
				default: ['callRecord', 'agentOperation'],
				description: 'Which files start the workflow',
			},
			{
				displayName: 'Options',
				name: 'options',
				type: 'collection',
				placeholder: 'Add Option',
				default: {},
				options: [
					allowedAddressesOption('callbacks'),
					{
						displayName: 'Callback URL',
						name: 'callbackUrl',
						type: 'string',
						default: '',
						placeholder: 'e.g. https://n8n.example.com/webhook/…/file-ready',
						description: 'The address as it was given to CEC, which is part of the signature. Needed where a proxy calls n8n by another one than n8n knows.',
					},
					{
						displayName: 'Tolerance',
						name: 'tolerance',
						type: 'number',
						typeOptions: { minValue: 5, maxValue: 120 },
						default: 15,
						description: 'Minutes by which the time of a signature may differ from the clock of n8n; older callbacks are refused',
					},
				],
			},
		],
	};

	methods = {
		credentialTest: { huaweiCecSignatureApiTest: fileServerCredentialTest },
	};

	webhookMethods = {
		default: {
			// Each request for a file names its address: there is nothing to look up, create or delete at CEC.
			async checkExists(this: IHookFunctions): Promise<boolean> {
				return false;
			},
			async create(this: IHookFunctions): Promise<boolean> {
				const problem = settingsProblem(this);
				if (problem) throw activationError(this.getNode(), problem);
				return true;
			},
			async delete(this: IHookFunctions): Promise<boolean> {
				return true;
			},
		},
	};

	async webhook(this: IWebhookFunctions): Promise<IWebhookResponseData> {
		const reception = await receive(this);
		if ('status' in reception) {
			const { status, because } = reception;
			this.logger.warn(`Refused a callback with HTTP ${status}: ${because}`, { node: this.getNode().name, workflowId: this.getWorkflow().id });
			this.getResponseObject().status(status).json({ resultCode: String(status), resultDesc: because });
			return { noWebhookResponse: true };
		}
		const { item } = reception;
		return item ? { webhookResponse: RECEIVED, workflowData: [[{ json: item }]] } : { webhookResponse: RECEIVED };
	}
}
