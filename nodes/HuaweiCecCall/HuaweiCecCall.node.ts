import {
	NodeConnectionTypes,
	type IExecuteFunctions,
	type INodeExecutionData,
	type INodeType,
	type INodeTypeDescription,
} from 'n8n-workflow';

import { propertiesOf } from '../../cec/editor/properties';
import { calls } from '../../cec/families/calls';
import { ita } from '../../cec/families/ita';
import { addressCredentialTest, appCredentialTest } from '../../cec/run/credentialTests';
import { listSearchOf, loadOptionsOf } from '../../cec/run/pickers';
import { runNode } from '../../cec/run/runNode';
import { catalogue } from './catalogue';
import { pickers } from './pickers';

export class HuaweiCecCall implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'Huawei CEC Call',
		name: 'huaweiCecCall',
		icon: { light: 'file:../../icons/huaweiCec.svg', dark: 'file:../../icons/huaweiCec.dark.svg' },
		group: ['transform'],
		version: 1,
		subtitle: '={{ $parameter["operation"] + ": " + $parameter["resource"] }}',
		description: 'Connect agents with customers, play voice notifications, and get call records and recordings of a Huawei CEC contact center',
		defaults: { name: 'Huawei CEC Call' },
		usableAsTool: true,
		inputs: [NodeConnectionTypes.Main],
		outputs: [NodeConnectionTypes.Main],
		credentials: [
			{
				name: 'huaweiCecAppApi',
				required: true,
				testedBy: 'huaweiCecAppApiTest',
				displayOptions: { hide: { resource: ['itaCall'] } },
			},
			{
				name: 'huaweiCecItaApi',
				required: true,
				testedBy: 'huaweiCecItaApiTest',
				displayOptions: { show: { resource: ['itaCall'] } },
			},
		],
		properties: propertiesOf(catalogue),
	};

	methods = {
		credentialTest: {
			huaweiCecAppApiTest: appCredentialTest(calls),
			huaweiCecItaApiTest: addressCredentialTest(ita),
		},
		listSearch: listSearchOf(pickers),
		loadOptions: loadOptionsOf(pickers),
	};

	async execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
		return await runNode(this, catalogue);
	}
}
