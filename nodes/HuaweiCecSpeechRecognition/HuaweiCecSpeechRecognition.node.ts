import {
	NodeConnectionTypes,
	type IExecuteFunctions,
	type INodeExecutionData,
	type INodeType,
	type INodeTypeDescription,
} from 'n8n-workflow';

import { propertiesOf } from '../../cec/editor/properties';
import { gatewayConfig } from '../../cec/families/gatewayConfig';
import { gatewayAdminCredentialTest } from '../../cec/run/credentialTests';
import { runNode } from '../../cec/run/runNode';
import { catalogue } from './catalogue';

export class HuaweiCecSpeechRecognition implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'Huawei CEC Speech Recognition',
		name: 'huaweiCecSpeechRecognition',
		icon: { light: 'file:../../icons/huaweiCec.svg', dark: 'file:../../icons/huaweiCec.dark.svg' },
		group: ['transform'],
		version: 1,
		subtitle: '={{ $parameter["operation"] + ": " + $parameter["resource"] }}',
		description: 'Subscribe to what is said in the calls of a Huawei CEC contact center; the trigger of the same name does it by itself',
		defaults: { name: 'Huawei CEC Speech Recognition' },
		usableAsTool: true,
		inputs: [NodeConnectionTypes.Main],
		outputs: [NodeConnectionTypes.Main],
		credentials: [{ name: 'huaweiCecGatewayAdminApi', required: true, testedBy: 'huaweiCecGatewayAdminApiTest' }],
		properties: propertiesOf(catalogue),
	};

	methods = {
		credentialTest: { huaweiCecGatewayAdminApiTest: gatewayAdminCredentialTest(gatewayConfig) },
	};

	async execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
		return await runNode(this, catalogue);
	}
}
