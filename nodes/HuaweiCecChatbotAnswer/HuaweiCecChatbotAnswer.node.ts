import {
	NodeConnectionTypes,
	type IDataObject,
	type IExecuteFunctions,
	type INodeExecutionData,
	type INodeType,
	type INodeTypeDescription,
} from 'n8n-workflow';

import { intentIn } from '../HuaweiCecChatbotTrigger/answer';

interface Slot {
	name: string;
	value: string;
}

export class HuaweiCecChatbotAnswer implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'Huawei CEC Chatbot Answer',
		name: 'huaweiCecChatbotAnswer',
		icon: { light: 'file:../../icons/huaweiCec.svg', dark: 'file:../../icons/huaweiCec.dark.svg' },
		group: ['transform'],
		version: 1,
		subtitle: '={{ $parameter["commands"] }}',
		description: 'Build the answer to a question of Huawei CEC; the last node behind a Chatbot Trigger',
		defaults: { name: 'Huawei CEC Chatbot Answer' },
		usableAsTool: true,
		inputs: [NodeConnectionTypes.Main],
		outputs: [NodeConnectionTypes.Main],
		properties: [
			{
				displayName: 'Each item becomes one intent. CEC gets the surest first, and at most as many as it asked for.',
				name: 'notice',
				type: 'notice',
				default: '',
			},
			{
				displayName: 'Text',
				name: 'text',
				type: 'string',
				typeOptions: { rows: 3 },
				default: '={{ $json.output }}',
				description: 'What the customer is told',
			},
			{
				displayName: 'Commands',
				name: 'commands',
				type: 'string',
				default: '',
				placeholder: 'e.g. bill',
				description: 'Commands of the intent by which the flow in CEC goes on, separated by commas',
			},
			{
				displayName: 'Confidence',
				name: 'confidence',
				type: 'number',
				typeOptions: { minValue: 0, maxValue: 1, numberPrecision: 2 },
				default: 1,
				description: 'How sure the answer is, from 0 to 1',
			},
			{
				displayName: 'Slots',
				name: 'slots',
				type: 'fixedCollection',
				typeOptions: { multipleValues: true },
				placeholder: 'Add Slot',
				default: {},
				description: 'What was understood besides, such as a number or a date',
				options: [
					{
						displayName: 'Slot',
						name: 'values',
						values: [
							{ displayName: 'Name', name: 'name', type: 'string', default: '' },
							{ displayName: 'Value', name: 'value', type: 'string', default: '' },
						],
					},
				],
			},
			{
				displayName: 'Options',
				name: 'options',
				type: 'collection',
				placeholder: 'Add Option',
				default: {},
				options: [
					{ displayName: 'Intent Name', name: 'scenarioName', type: 'string', default: '' },
					{
						displayName: 'Scenario',
						name: 'scenarioType',
						type: 'options',
						options: [
							{ name: 'Auxiliary', value: 1 },
							{ name: 'Business', value: 0 },
							{ name: 'None', value: -1 },
						],
						default: 0,
					},
				],
			},
		],
	};

	async execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
		const items = this.getInputData().map((_item, index): INodeExecutionData => {
			const slots = this.getNodeParameter('slots.values', index, []) as Slot[];
			const intent = intentIn({
				text: this.getNodeParameter('text', index, ''),
				commands: this.getNodeParameter('commands', index, ''),
				confidence: this.getNodeParameter('confidence', index, 1),
				...(slots.length > 0 && { params: Object.fromEntries(slots.map(({ name, value }) => [name, value])) }),
				...(this.getNodeParameter('options', index, {}) as IDataObject),
			});
			return { json: { ...intent } as IDataObject, pairedItem: { item: index } };
		});
		return [items];
	}
}
