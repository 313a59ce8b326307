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
import { skillQueue } from './resources/skillQueue';

export class HuaweiCecMonitoring implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'Huawei CEC Monitoring',
		name: 'huaweiCecMonitoring',
		icon: { light: 'file:../../icons/huaweiCec.svg', dark: 'file:../../icons/huaweiCec.dark.svg' },
		group: ['transform'],
		version: 1,
		subtitle: '={{ $parameter["operation"] + ": " + $parameter["resource"] }}',
		description: 'See what happens right now in a Huawei CEC contact center: skill queues, agents, calls and the platform',
		defaults: { name: 'Huawei CEC Monitoring' },
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
		credentialTest: { huaweiCecSignatureApiTest: signatureCredentialTest(skillQueue.operations.getMany) },
		listSearch: listSearchOf(pickers),
		loadOptions: loadOptionsOf(pickers),
	};

	async execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
		return await runNode(this, catalogue);
	}
}
