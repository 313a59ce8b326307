import {
	NodeConnectionTypes,
	type IDataObject,
	type IHookFunctions,
	type INodeExecutionData,
	type INodeType,
	type INodeTypeDescription,
	type IWebhookFunctions,
	type IWebhookResponseData,
} from 'n8n-workflow';

import { expressible } from '../../cec/formats/expressible';
import { readList } from '../../cec/formats/lists';
import { allowedAddressesOption, allowListProblem, isCallerAllowed } from '../../cec/incoming/allowList';
import { newOnly } from '../../cec/incoming/newOnly';
import { pathSecretProblem } from '../../cec/incoming/pathSecret';
import type { SettingsProblem } from '../../cec/incoming/settingsProblem';
import { activationError } from '../../cec/run/activationError';
import { inWords, keyOfResult, readResults, RECEIVED, type CallResult } from './callback';

interface Options {
	allowedAddresses?: string;
	campaignIds?: string;
	timeZone?: string;
}

export class HuaweiCecCampaignResultTrigger implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'Huawei CEC Campaign Result Trigger',
		name: 'huaweiCecCampaignResultTrigger',
		icon: { light: 'file:../../icons/huaweiCec.svg', dark: 'file:../../icons/huaweiCec.dark.svg' },
		group: ['trigger'],
		version: 1,
		subtitle: '={{ $parameter["results"] }}',
		description: 'Starts the workflow when calls of an outbound campaign have ended, with one item for each call',
		eventTriggerDescription: 'Waiting for CEC to post results to the test URL',
		activationMessage: 'CEC can now post results to the production URL.',
		defaults: { name: 'Huawei CEC Campaign Result Trigger' },
		inputs: [],
		outputs: [NodeConnectionTypes.Main],
		webhooks: [
			{
				name: 'default',
				httpMethod: 'POST',
				responseMode: 'onReceived',
				// Without it n8n would answer with words of its own, which CEC takes for a failure.
				responseData: '',
				path: '={{ $parameter["protection"] === "none" ? "campaign-results" : "campaign-results/" + $parameter["secret"] }}',
			},
		],
		properties: [
			{
				displayName:
					'Have the operator of CEC put the production URL above on the trustlist for outbound results (Call Center Management > Address Trustlist), and give it to a campaign as "Result Callback URL". CEC must be able to reach this n8n at that address.',
				name: 'notice',
				type: 'notice',
				default: '',
			},
			{
				displayName: 'Protection',
				name: 'protection',
				type: 'options',
				options: [
					{
						name: 'None',
						value: 'none',
						description: 'Anyone who finds the address can send results',
					},
					{
						name: 'Secret in the Path',
						value: 'secret',
						description: 'CEC does not sign its results, so the address itself is the secret',
					},
				],
				default: 'secret',
			},
			{
				displayName: 'Secret',
				name: 'secret',
				type: 'string',
				typeOptions: { password: true },
				required: true,
				default: '',
				placeholder: 'e.g. 16 or more random letters and digits',
				description: 'Becomes the end of the address above: at least 16 letters, digits, - or _. A new secret is a new address.',
				displayOptions: { show: { protection: ['secret'] } },
			},
			{
				displayName: 'Results',
				name: 'results',
				type: 'options',
				options: [
					{ name: 'All', value: 'all' },
					{ name: 'Answered', value: 'answered' },
					{ name: 'Failed', value: 'failed' },
				],
				default: 'all',
				description: 'Which calls start the workflow',
			},
			{
				displayName: 'Options',
				name: 'options',
				type: 'collection',
				placeholder: 'Add Option',
				default: {},
				options: [
					allowedAddressesOption('results'),
					{
						displayName: 'Campaign IDs',
						name: 'campaignIds',
						type: 'string',
						default: '',
						placeholder: 'e.g. 46, 47',
						description: 'Only results of these campaigns; all when left empty',
					},
					{
						displayName: 'Time Zone',
						name: 'timeZone',
						type: 'string',
						default: '',
						placeholder: 'e.g. Asia/Shanghai',
						description: 'IANA name of the zone in which CEC writes times. The time zone of the workflow when left empty.',
					},
				],
			},
		],
	};

	webhookMethods = {
		default: {
			// CEC has no interface to register an address: there is nothing to look up, create or delete there.
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
		const request = this.getRequestObject();
		const options = this.getNodeParameter('options', {}) as Options;
		if (settingsProblem(this) || !isCallerAllowed(request, options.allowedAddresses)) {
			return refuse(this, 403, 'not allowed');
		}
		const results = readResults(request.rawBody, request.body);
		if (!results) return refuse(this, 400, 'not a list of call results');
		const fresh = newOnly(this, results, keyOfResult);
		const items = wanted(this, options, fresh).map((result) => toItem(result, options.timeZone || this.getTimezone()));
		return items.length > 0 ? { webhookResponse: RECEIVED, workflowData: [items] } : { webhookResponse: RECEIVED };
	}
}

function settingsProblem(context: IHookFunctions | IWebhookFunctions): SettingsProblem | undefined {
	const { allowedAddresses } = context.getNodeParameter('options', {}) as Options;
	const isSecret = context.getNodeParameter('protection') !== 'none';
	return (isSecret ? pathSecretProblem(context.getNodeParameter('secret', '')) : undefined) ?? allowListProblem(allowedAddresses);
}

function wanted(context: IWebhookFunctions, { campaignIds }: Options, results: CallResult[]): CallResult[] {
	const which = context.getNodeParameter('results') as string;
	const campaigns = readList(campaignIds).map(String);
	return results.filter(({ callStatus, campaignId }) => {
		const answered = Number(callStatus) === 6;
		if (which !== 'all' && answered !== (which === 'answered')) return false;
		return campaigns.length === 0 || campaigns.includes(String(campaignId));
	});
}

function toItem(result: CallResult, zone: string): INodeExecutionData {
	return { json: expressible(inWords(result, zone)) as IDataObject };
}

function refuse(context: IWebhookFunctions, status: number, retMsg: string): IWebhookResponseData {
	context.getResponseObject().status(status).json({ retCode: String(status), retMsg });
	return { noWebhookResponse: true };
}
