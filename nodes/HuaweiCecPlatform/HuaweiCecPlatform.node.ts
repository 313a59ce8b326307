import {
	NodeConnectionTypes,
	type IExecuteFunctions,
	type INodeExecutionData,
	type INodeType,
	type INodeTypeDescription,
} from 'n8n-workflow';

import { propertiesOf } from '../../cec/editor/properties';
import { platform } from '../../cec/families/platform';
import { appCredentialTest, softwareCloudCredentialTest } from '../../cec/run/credentialTests';
import { runNode } from '../../cec/run/runNode';
import { catalogue, softwareCloudResources } from './catalogue';
import { customer } from './resources/customer';

const ofSoftwareCloud = softwareCloudResources.map(({ value }) => value);

export class HuaweiCecPlatform implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'Huawei CEC Platform',
		name: 'huaweiCecPlatform',
		icon: { light: 'file:../../icons/huaweiCec.svg', dark: 'file:../../icons/huaweiCec.dark.svg' },
		group: ['transform'],
		version: 1,
		subtitle: '={{ $parameter["operation"] + ": " + $parameter["resource"] }}',
		description: 'Manage the users of a tenant space of Huawei CEC, apply for trial tenants, and look up customers and orders of the software cloud',
		defaults: { name: 'Huawei CEC Platform' },
		usableAsTool: true,
		inputs: [NodeConnectionTypes.Main],
		outputs: [NodeConnectionTypes.Main],
		credentials: [
			{
				name: 'huaweiCecAppApi',
				required: true,
				testedBy: 'huaweiCecAppApiTest',
				displayOptions: { hide: { resource: ofSoftwareCloud } },
			},
			{
				name: 'huaweiCecSoftwareCloudApi',
				required: true,
				testedBy: 'huaweiCecSoftwareCloudApiTest',
				displayOptions: { show: { resource: ofSoftwareCloud } },
			},
		],
		properties: propertiesOf(catalogue),
	};

	methods = {
		credentialTest: {
			huaweiCecAppApiTest: appCredentialTest(platform),
			huaweiCecSoftwareCloudApiTest: softwareCloudCredentialTest(customer.operations.get),
		},
	};

	async execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
		return await runNode(this, catalogue);
	}
}
