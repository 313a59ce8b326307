import {
	NodeConnectionTypes,
	type IExecuteFunctions,
	type INodeExecutionData,
	type INodeType,
	type INodeTypeDescription,
} from 'n8n-workflow';

import { propertiesOf } from '../../cec/editor/properties';
import { messaging } from '../../cec/families/messaging';
import { appCredentialTest } from '../../cec/run/credentialTests';
import { listSearchOf, loadOptionsOf } from '../../cec/run/pickers';
import { runNode } from '../../cec/run/runNode';
import { catalogue } from './catalogue';
import { pickers } from './pickers';

export class HuaweiCecWebChat implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'Huawei CEC Web Chat',
		name: 'huaweiCecWebChat',
		icon: { light: 'file:../../icons/huaweiCec.svg', dark: 'file:../../icons/huaweiCec.dark.svg' },
		group: ['transform'],
		version: 1,
		subtitle: '={{ $parameter["operation"] + ": " + $parameter["resource"] }}',
		description: 'Chat with the bots and agents of a Huawei CEC contact center on behalf of customers',
		defaults: { name: 'Huawei CEC Web Chat' },
		usableAsTool: true,
		inputs: [NodeConnectionTypes.Main],
		outputs: [NodeConnectionTypes.Main],
		credentials: [{ name: 'huaweiCecAppApi', required: true, testedBy: 'huaweiCecAppApiTest' }],
		properties: propertiesOf(catalogue),
	};

	methods = {
		credentialTest: { huaweiCecAppApiTest: appCredentialTest(messaging) },
		listSearch: listSearchOf(pickers),
		loadOptions: loadOptionsOf(pickers),
	};

	async execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
		return await runNode(this, catalogue);
	}
}
