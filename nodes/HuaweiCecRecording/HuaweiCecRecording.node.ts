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
import { recording } from './resources/recording';

/** No query works on every tenant: that there is no such recording shows that the key is good. */
const NO_RECORDING = { msgBody: { fileName: 'Y:/1/0/20000101/101/0.V3' } };
const REFUSED_BY_CCFS = /^0300\d{3}$/;

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
			huaweiCecSignatureApiTest: signatureCredentialTest(recording.operations.getPlaybackToken, NO_RECORDING, REFUSED_BY_CCFS),
		},
		listSearch: listSearchOf(pickers),
		loadOptions: loadOptionsOf(pickers),
	};

	async execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
		return await runNode(this, catalogue);
	}
}
