import {
	NodeConnectionTypes,
	type IExecuteFunctions,
	type INodeExecutionData,
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

export class HuaweiCecBotManagement implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'Huawei CEC Bot Management',
		name: 'huaweiCecBotManagement',
		icon: { light: 'file:../../icons/huaweiCec.svg', dark: 'file:../../icons/huaweiCec.dark.svg' },
		group: ['transform'],
		version: 1,
		subtitle: '={{ $parameter["operation"] + ": " + $parameter["resource"] }}',
		description: 'Set up the bots of a Huawei CEC contact center, read what they know, say and report, and use their speech and robots',
		defaults: { name: 'Huawei CEC Bot Management' },
		usableAsTool: true,
		inputs: [NodeConnectionTypes.Main],
		outputs: [NodeConnectionTypes.Main],
		credentials: [{ name: 'huaweiCecBotApi', required: true, testedBy: 'huaweiCecBotApiTest' }],
		properties: propertiesOf(catalogue),
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
