import {
	NodeConnectionTypes,
	type IExecuteFunctions,
	type INodeExecutionData,
	type INodeType,
	type INodeTypeDescription,
} from 'n8n-workflow';

import { propertiesOf } from '../../cec/editor/properties';
import { ccManagement } from '../../cec/families/ccManagement';
import { appCredentialTest, signatureCredentialTest } from '../../cec/run/credentialTests';
import { listSearchOf, loadOptionsOf } from '../../cec/run/pickers';
import { runNode } from '../../cec/run/runNode';
import { catalogue } from './catalogue';
import { pickers } from './pickers';
import { numberType } from './resources/number';

export class HuaweiCecCampaign implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'Huawei CEC Campaign',
		name: 'huaweiCecCampaign',
		icon: { light: 'file:../../icons/huaweiCec.svg', dark: 'file:../../icons/huaweiCec.dark.svg' },
		group: ['transform'],
		version: 1,
		subtitle: '={{ $parameter["operation"] + ": " + $parameter["resource"] }}',
		description: 'Run outbound campaigns of a Huawei CEC contact center: numbers, results, holidays, blocklists and statistics',
		defaults: { name: 'Huawei CEC Campaign' },
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
			// Only the lists of skill queues, access codes and IVR flows need it.
			{
				name: 'huaweiCecAppApi',
				displayName: 'App API (for Lists of Queues, Numbers and Flows)',
				required: false,
				testedBy: 'huaweiCecAppApiTest',
			},
		],
		properties: propertiesOf(catalogue),
	};

	methods = {
		credentialTest: {
			huaweiCecAppApiTest: appCredentialTest(ccManagement),
			huaweiCecSignatureApiTest: signatureCredentialTest(numberType.operations.getMany),
		},
		listSearch: listSearchOf(pickers),
		loadOptions: loadOptionsOf(pickers),
	};

	async execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
		return await runNode(this, catalogue);
	}
}
