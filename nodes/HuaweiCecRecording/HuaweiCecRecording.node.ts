import {
	NodeConnectionTypes,
	type IExecuteFunctions,
	type INodeExecutionData,
	type INodeType,
	type INodeTypeDescription,
} from 'n8n-workflow';

import { propertiesOf } from '../../cec/editor/properties';
import { ccManagement } from '../../cec/families/ccManagement';
import { appCredentialTest } from '../../cec/run/credentialTests';
import { listSearchOf, loadOptionsOf } from '../../cec/run/pickers';
import { runNode } from '../../cec/run/runNode';
import { catalogue } from './catalogue';
import { fileServerCredentialTest } from './credentialTest';
import { pickers } from './pickers';

export class HuaweiCecRecording implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'Huawei CEC Recording',
		name: 'huaweiCecRecording',
		icon: { light: 'file:../../icons/huaweiCec.svg', dark: 'file:../../icons/huaweiCec.dark.svg' },
		group: ['transform'],
		version: 1,
		subtitle: '={{ $parameter["operation"] + ": " + $parameter["resource"] }}',
		description: 'Get call records, agent operations, recordings and voicemails of a Huawei CEC contact center',
		defaults: { name: 'Huawei CEC Recording' },
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
			// Only the list of agents needs it.
			{
				name: 'huaweiCecAppApi',
				displayName: 'App API (for the List of Agents)',
				required: false,
				testedBy: 'huaweiCecAppApiTest',
			},
		],
		properties: propertiesOf(catalogue),
	};

	methods = {
		credentialTest: {
			huaweiCecAppApiTest: appCredentialTest(ccManagement),
			huaweiCecSignatureApiTest: fileServerCredentialTest,
		},
		listSearch: listSearchOf(pickers),
		loadOptions: loadOptionsOf(pickers),
	};

	async execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
		return await runNode(this, catalogue);
	}
}
