import {
	NodeConnectionTypes,
	type IHookFunctions,
	type INodeType,
	type INodeTypeDescription,
	type IWebhookDescription,
	type IWebhookFunctions,
	type IWebhookResponseData,
} from 'n8n-workflow';

import { allowedAddressesOption } from '../../cec/incoming/allowList';
import { activationError } from '../../cec/run/activationError';
import { sharedKeyCredentialTest } from '../../cec/run/credentialTests';
import { events, type EventName } from './events';
import { receive, settingsProblem } from './receive';

const names = Object.keys(events) as EventName[];
const SIGNABLE_PATH = '$parameter["protection"] === "secret" ? "/" + $parameter["secret"] : ""';
const UNSIGNED_PATH = '$parameter["protection"] === "none" ? "" : "/" + $parameter["secret"]';

/** Each event has an address of its own, since each is registered at another place of CEC and not all are signed. */
const addressOf = (name: EventName): IWebhookDescription => ({
	name: 'default',
	httpMethod: 'POST',
	responseMode: 'onReceived',
	// Without it n8n would answer with words of its own, which CEC takes for a failure.
	responseData: '',
	path: `={{ "${events[name].path}" + (${events[name].signable ? SIGNABLE_PATH : UNSIGNED_PATH}) }}`,
	ndvHideUrl: `={{ !$parameter["events"].includes("${name}") }}`,
});

export class HuaweiCecCallTrigger implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'Huawei CEC Call Trigger',
		name: 'huaweiCecCallTrigger',
		icon: { light: 'file:../../icons/huaweiCec.svg', dark: 'file:../../icons/huaweiCec.dark.svg' },
		group: ['trigger'],
		version: 1,
		subtitle: '={{ $parameter["events"].join(", ") }}',
		description: 'Starts the workflow when a call is connected, a call or voice notification has ended, or a voice file was audited',
		eventTriggerDescription: 'Waiting for CEC to post an event to one of the test URLs',
		activationMessage: 'CEC can now post events to the production URLs.',
		defaults: { name: 'Huawei CEC Call Trigger' },
		inputs: [],
		outputs: [NodeConnectionTypes.Main],
		credentials: [
			{
				name: 'huaweiCecCallbackSecretApi',
				required: true,
				testedBy: 'huaweiCecCallbackSecretApiTest',
				displayOptions: { show: { protection: ['sharedKey'] } },
			},
		],
		webhooks: names.map(addressOf),
		properties: [
			{
				displayName:
					'Each event has an address of its own above. Give the one for released calls or notifications to the operation that makes the call, as "Release Callback URL": only then does CEC sign. Its host must be on the trustlist of CEC.',
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
					{ name: events.callConnected.name, value: 'callConnected', description: events.callConnected.description },
					{ name: events.callReleased.name, value: 'callReleased', description: events.callReleased.description },
					{
						name: events.notificationReleased.name,
						value: 'notificationReleased',
						description: events.notificationReleased.description,
					},
					{ name: events.voiceFileAudited.name, value: 'voiceFileAudited', description: events.voiceFileAudited.description },
				],
				default: ['callReleased', 'notificationReleased'],
				description: 'Which events start the workflow',
			},
			{
				displayName: 'Protection',
				name: 'protection',
				type: 'options',
				options: [
					{
						name: 'None',
						value: 'none',
						description: 'Anyone who finds the address can send events',
					},
					{
						name: 'Secret in the Path',
						value: 'secret',
						description: 'For addresses that are registered in the console of CEC, which does not sign then: the address itself is the secret',
					},
					{
						name: 'Signature',
						value: 'sharedKey',
						description: 'Ends of calls must be signed with the shared key. Other events are never signed, so their address holds a secret.',
					},
				],
				default: 'sharedKey',
			},
			{
				displayName: 'Secret',
				name: 'secret',
				type: 'string',
				typeOptions: { password: true },
				required: true,
				default: '',
				placeholder: 'e.g. 16 or more random letters and digits',
				description: 'Becomes the end of the addresses above: at least 16 letters, digits, - or _. A new secret is a new address.',
				displayOptions: { show: { protection: ['secret'] } },
			},
			{
				displayName: 'Secret',
				name: 'secret',
				type: 'string',
				typeOptions: { password: true },
				required: true,
				default: '',
				placeholder: 'e.g. 16 or more random letters and digits',
				description:
					'Becomes the end of the addresses of events that CEC never signs: at least 16 letters, digits, - or _. A new secret is a new address.',
				displayOptions: { show: { protection: ['sharedKey'], events: ['callConnected', 'voiceFileAudited'] } },
			},
			{
				displayName: 'Options',
				name: 'options',
				type: 'collection',
				placeholder: 'Add Option',
				default: {},
				options: [
					allowedAddressesOption('events'),
					{
						displayName: 'Time Zone',
						name: 'timeZone',
						type: 'string',
						default: '',
						placeholder: 'e.g. Asia/Shanghai',
						description: 'IANA name of the zone in which CEC writes the times of events. UTC when left empty, as in the samples of the vendor.',
					},
					{
						displayName: 'Tolerance',
						name: 'tolerance',
						type: 'number',
						typeOptions: { minValue: 5, maxValue: 120 },
						default: 15,
						description: 'Minutes by which the time of a signature may differ from the clock of n8n; older events are refused',
						displayOptions: { show: { '/protection': ['sharedKey'] } },
					},
				],
			},
		],
	};

	methods = {
		credentialTest: { huaweiCecCallbackSecretApiTest: sharedKeyCredentialTest },
	};

	webhookMethods = {
		default: {
			// CEC has no interface to register these addresses: there is nothing to look up, create or delete there.
			async checkExists(this: IHookFunctions): Promise<boolean> {
				return false;
			},
			async create(this: IHookFunctions): Promise<boolean> {
				const problem = settingsProblem(this, this.getNodeParameter('events') as EventName[]);
				if (problem) throw activationError(this.getNode(), problem);
				return true;
			},
			async delete(this: IHookFunctions): Promise<boolean> {
				return true;
			},
		},
	};

	async webhook(this: IWebhookFunctions): Promise<IWebhookResponseData> {
		const reception = await receive(this, eventOf(this));
		if ('status' in reception) {
			const { status, because } = reception;
			this.logger.warn(`Refused an event with HTTP ${status}: ${because}`, { node: this.getNode().name, workflowId: this.getWorkflow().id });
			this.getResponseObject().status(status).json({ retCode: String(status), retMsg: because });
			return { noWebhookResponse: true };
		}
		const { received, item } = reception;
		return item ? { webhookResponse: received, workflowData: [[{ json: item }]] } : { webhookResponse: received };
	}
}

/** The event whose address was called: its part of the path stands before the secret, or at the end. */
function eventOf(context: IWebhookFunctions): EventName {
	const { path } = context.getRequestObject();
	// n8n takes addresses with a slash at the end as well.
	const [last, before] = path.replace(/\/+$/, '').split('/').reverse();
	const found = names.find((name) => events[name].path === last) ?? names.find((name) => events[name].path === before);
	return found as EventName;
}
