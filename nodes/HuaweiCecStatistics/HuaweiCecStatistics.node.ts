import {
	NodeConnectionTypes,
	type IExecuteFunctions,
	type INodeExecutionData,
	type INodeType,
	type INodeTypeDescription,
} from 'n8n-workflow';

import { propertiesOf } from '../../cec/editor/properties';
import { signatureCredentialTest } from '../../cec/run/credentialTests';
import { listSearchOf, loadOptionsOf } from '../../cec/run/pickers';
import { runNode } from '../../cec/run/runNode';
import { catalogue } from './catalogue';
import { pickers } from './pickers';
import { calledRoute } from './resources/calledRoute';

export class HuaweiCecStatistics implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'Huawei CEC Statistics',
		name: 'huaweiCecStatistics',
		icon: { light: 'file:../../icons/huaweiCec.svg', dark: 'file:../../icons/huaweiCec.dark.svg' },
		group: ['transform'],
		version: 1,
		subtitle: '={{ $parameter["operation"] + ": " + $parameter["resource"] }}',
		description: 'See what happened in a Huawei CEC contact center: metrics of queues, agents and flows, missed calls, campaigns; and who inspects whom',
		defaults: { name: 'Huawei CEC Statistics' },
		usableAsTool: true,
		inputs: [NodeConnectionTypes.Main],
		outputs: [NodeConnectionTypes.Main],
		credentials: [
			{
				name: 'huaweiCecSignatureApi',
				displayName: 'Signature API',
				required: true,
				testedBy: 'huaweiCecSignatureApiTest',
			},
		],
		properties: propertiesOf(catalogue),
	};

	methods = {
		credentialTest: { huaweiCecSignatureApiTest: signatureCredentialTest(calledRoute.operations.getMany) },
		listSearch: listSearchOf(pickers),
		loadOptions: loadOptionsOf(pickers),
	};

	async execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
		return await runNode(this, catalogue);
	}
}
