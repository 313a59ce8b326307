import {
	NodeConnectionTypes,
	type IExecuteFunctions,
	type INodeExecutionData,
	type INodeProperties,
	type INodeType,
	type INodeTypeDescription,
} from 'n8n-workflow';

import { propertiesOf } from '../../cec/editor/properties';
import { bots } from '../../cec/families/bots';
import { botCredentialTest } from '../../cec/run/credentialTests';
import { listSearchOf, loadOptionsOf } from '../../cec/run/pickers';
import { runNode } from '../../cec/run/runNode';
import { catalogue } from './catalogue';
import { pickers } from './pickers';

const version: INodeProperties = {
	displayName: 'Interface Version',
	name: 'version',
	type: 'options',
	noDataExpression: true,
	options: [
		{ name: '1', value: 'v1' },
		{ name: '2', value: 'v2', description: 'Names the VDN of the credential in the address; ask the operator of CEC whether you need it' },
	],
	default: 'v1',
	displayOptions: { hide: { resource: ['silentAgent'] } },
	description: 'Both do the same',
};

export class HuaweiCecBotDialog implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'Huawei CEC Bot Dialog',
		name: 'huaweiCecBotDialog',
		icon: { light: 'file:../../icons/huaweiCec.svg', dark: 'file:../../icons/huaweiCec.dark.svg' },
		group: ['transform'],
		version: 1,
		subtitle: '={{ $parameter["operation"] + ": " + $parameter["resource"] }}',
		description: 'Talk to the bots of a Huawei CEC contact center, message by message or step by step',
		defaults: { name: 'Huawei CEC Bot Dialog' },
		usableAsTool: true,
		inputs: [NodeConnectionTypes.Main],
		outputs: [NodeConnectionTypes.Main],
		credentials: [{ name: 'huaweiCecBotApi', required: true, testedBy: 'huaweiCecBotApiTest' }],
		properties: [version, ...propertiesOf(catalogue)],
	};

	methods = {
		credentialTest: { huaweiCecBotApiTest: botCredentialTest(bots) },
		listSearch: listSearchOf(pickers),
		loadOptions: loadOptionsOf(pickers),
	};

	async execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
		return await runNode(this, catalogue);
	}
}
