import {
	NodeConnectionTypes,
	type IDataObject,
	type INodeType,
	type INodeTypeDescription,
	type ITriggerFunctions,
	type ITriggerResponse,
} from 'n8n-workflow';

import { messaging } from '../../cec/families/messaging';
import { readList } from '../../cec/formats/lists';
import { activationError } from '../../cec/run/activationError';
import { appCredentialTest } from '../../cec/run/credentialTests';
import { nodeError } from '../../cec/run/errors';
import { zoneOf } from '../../cec/run/settings';
import { Watch } from './watch';

export class HuaweiCecWebChatTrigger implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'Huawei CEC Web Chat Trigger',
		name: 'huaweiCecWebChatTrigger',
		icon: { light: 'file:../../icons/huaweiCec.svg', dark: 'file:../../icons/huaweiCec.dark.svg' },
		group: ['trigger'],
		version: 1,
		subtitle: '={{ "messages to " + $parameter["userIds"] }}',
		description: 'Starts the workflow with what bots and agents of a Huawei CEC contact center write to customers whose side of the chat you are',
		defaults: { name: 'Huawei CEC Web Chat Trigger' },
		inputs: [],
		outputs: [NodeConnectionTypes.Main],
		credentials: [{ name: 'huaweiCecAppApi', required: true, testedBy: 'huaweiCecAppApiTest' }],
		properties: [
			{
				displayName:
					'CEC gives each message once. While this workflow is active, or listens in the editor, nothing else may poll for the same customers. For customers who are not known beforehand, use "Get Messages" of the Web Chat node.',
				name: 'notice',
				type: 'notice',
				default: '',
			},
			{
				displayName: 'User IDs',
				name: 'userIds',
				type: 'string',
				default: '',
				required: true,
				placeholder: 'e.g. kiosk-1, kiosk-2',
				description: 'Your own IDs of the customers, with commas between',
			},
			{
				displayName: 'Channel ID',
				name: 'channelId',
				type: 'string',
				default: '',
				required: true,
				description: 'Configuration ID of the web channel, from the channel configuration in the console of CEC',
			},
			{
				displayName: 'Options',
				name: 'options',
				type: 'collection',
				placeholder: 'Add Option',
				default: {},
				options: [
					{
						displayName: 'Include Read Receipts',
						name: 'readReceipts',
						type: 'boolean',
						default: false,
						description: 'Whether the workflow also starts when an agent has read what a customer wrote',
					},
					{
						displayName: 'Time Zone',
						name: 'timeZone',
						type: 'string',
						default: '',
						placeholder: 'e.g. Asia/Shanghai',
						description: 'IANA name of the zone in which times are told. The time zone of the workflow when left empty.',
					},
				],
			},
		],
	};

	methods = { credentialTest: { huaweiCecAppApiTest: appCredentialTest(messaging) } };

	async trigger(this: ITriggerFunctions): Promise<ITriggerResponse> {
		try {
			const watches = watchesOf(this);
			// Customers differ in nothing that could be set wrong: one of them tells whether CEC lets all in.
			await watches[0].check();
			watches.forEach((watch) => watch.start());
			return { closeFunction: async () => void (await Promise.all(watches.map(async (watch) => await watch.close()))) };
		} catch (error) {
			throw nodeError(this.getNode(), error);
		}
	}
}

function watchesOf(context: ITriggerFunctions): Watch[] {
	const userIds = [...new Set(readList(context.getNodeParameter('userIds')).map(String))];
	const tooLong = userIds.find((userId) => [...userId].length > 32);
	if (userIds.length === 0) throw activationError(context.getNode(), { message: 'There is no user ID' });
	if (tooLong !== undefined) throw activationError(context.getNode(), { message: `The user ID "${tooLong}" has more than 32 characters` });
	const { readReceipts = false, timeZone } = context.getNodeParameter('options', {}) as { readReceipts?: boolean; timeZone?: string };
	const channelId = String(context.getNodeParameter('channelId'));
	const zone = zoneOf(timeZone, context);
	const tell = (items: IDataObject[]): void => {
		if (items.length === 0) return;
		context.emit([items.map((json) => ({ json }))]);
		// The editor takes what comes first; what was polled after it would be lost.
		if (context.getMode() === 'manual') watches.forEach((watch) => watch.stop());
	};
	const watches = userIds.map((userId) => new Watch(context, { userId, channelId, readReceipts, zone }, tell));
	return watches;
}
