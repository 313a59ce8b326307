import {
	NodeConnectionTypes,
	type ICredentialsDecrypted,
	type ICredentialTestFunctions,
	type IHookFunctions,
	type INodeCredentialTestResult,
	type INodeType,
	type INodeTypeDescription,
	type IWebhookDescription,
	type IWebhookFunctions,
	type IWebhookResponseData,
} from 'n8n-workflow';

import { allowedAddressesOption } from '../../cec/incoming/allowList';
import { activationError } from '../../cec/run/activationError';
import { fallbackOf, LOGIN_PATH, QUESTION_PATH, receive, settingsProblem, type Options } from './receive';
import { answerInTime, type HttpResponse } from './respond';

const addressOf = (path: string): IWebhookDescription => ({
	name: 'default',
	httpMethod: 'POST',
	// Questions are answered with what the last node puts out; signing in is answered by the node itself.
	responseMode: 'lastNode',
	responseData: 'allEntries',
	path,
});

export class HuaweiCecChatbotTrigger implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'Huawei CEC Chatbot Trigger',
		name: 'huaweiCecChatbotTrigger',
		icon: { light: 'file:../../icons/huaweiCec.svg', dark: 'file:../../icons/huaweiCec.dark.svg' },
		group: ['trigger'],
		version: 1,
		subtitle: '={{ "within " + $parameter["timeLimit"] + " s" }}',
		description: 'Starts the workflow when a flow of Huawei CEC asks what a customer means, and answers with what the workflow puts out',
		eventTriggerDescription: 'Waiting for CEC to ask',
		activationMessage: 'CEC can now ask this workflow.',
		defaults: { name: 'Huawei CEC Chatbot Trigger' },
		inputs: [],
		outputs: [NodeConnectionTypes.Main],
		credentials: [{ name: 'huaweiCecChatbotServerApi', required: true, testedBy: 'huaweiCecChatbotServerApiTest' }],
		webhooks: [addressOf(QUESTION_PATH), addressOf(LOGIN_PATH)],
		properties: [
			{
				displayName:
					'Give CEC the address above as far as "/chatbot" follows. CEC waits for the answer: the items of the last node become it. Text under "output", "text" or "message" will do; the node Huawei CEC Chatbot Answer adds commands, slots and confidence.',
				name: 'notice',
				type: 'notice',
				default: '',
			},
			{
				displayName: 'Time Limit',
				name: 'timeLimit',
				type: 'number',
				typeOptions: { minValue: 1, maxValue: 60 },
				default: 8,
				description: 'Seconds for the workflow to answer; then CEC gets the fallback',
			},
			{
				displayName: 'Fallback Text',
				name: 'fallbackText',
				type: 'string',
				default: '',
				description: 'What CEC is answered when the workflow is late, fails or puts nothing out; an error when text and command are left empty',
			},
			{
				displayName: 'Fallback Command',
				name: 'fallbackCommand',
				type: 'string',
				default: '',
				description: 'Command of the intent with which the flow in CEC goes on then, such as one that transfers to a person',
			},
			{
				displayName: 'Options',
				name: 'options',
				type: 'collection',
				placeholder: 'Add Option',
				default: {},
				options: [
					allowedAddressesOption('questions'),
					{
						displayName: 'Token Lifetime',
						name: 'tokenSeconds',
						type: 'number',
						typeOptions: { minValue: 60, maxValue: 86400 },
						default: 3600,
						description: 'Seconds after which CEC has to sign in again',
					},
				],
			},
		],
	};

	methods = {
		credentialTest: {
			async huaweiCecChatbotServerApiTest(this: ICredentialTestFunctions, { data = {} }: ICredentialsDecrypted): Promise<INodeCredentialTestResult> {
				const problem = settingsProblem(data.key, {});
				if (problem) return { status: 'Error', message: `${problem.message}. ${problem.advice}` };
				return { status: 'OK', message: 'Saved. Whether CEC has the same account and key shows when it asks for the first time.' };
			},
		},
	};

	webhookMethods = {
		default: {
			async checkExists(this: IHookFunctions): Promise<boolean> {
				return false;
			},
			async create(this: IHookFunctions): Promise<boolean> {
				const { key } = await this.getCredentials('huaweiCecChatbotServerApi');
				const problem = settingsProblem(key, this.getNodeParameter('options', {}) as Options);
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
		const response = this.getResponseObject();
		if ('status' in reception) {
			response.status(reception.status).json(reception.body);
			return { noWebhookResponse: true };
		}
		const fallback = fallbackOf(this.getNodeParameter('fallbackText', '') as string, this.getNodeParameter('fallbackCommand', '') as string);
		answerInTime(response as unknown as HttpResponse, Number(this.getNodeParameter('timeLimit', 8)) * 1000, fallback, reception.question);
		return { workflowData: [[{ json: reception.question }]] };
	}
}
