import {
	NodeConnectionTypes,
	type IExecuteFunctions,
	type INodeExecutionData,
	type INodeType,
	type INodeTypeDescription,
} from 'n8n-workflow';

import { propertiesOf } from '../../cec/editor/properties';
import { surveys } from '../../cec/families/surveys';
import { appCredentialTest } from '../../cec/run/credentialTests';
import { runNode } from '../../cec/run/runNode';
import { catalogue } from './catalogue';

export class HuaweiCecSurvey implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'Huawei CEC Survey',
		name: 'huaweiCecSurvey',
		icon: { light: 'file:../../icons/huaweiCec.svg', dark: 'file:../../icons/huaweiCec.dark.svg' },
		group: ['transform'],
		version: 1,
		subtitle: '={{ $parameter["operation"] + ": " + $parameter["resource"] }}',
		description: 'Ask the questions of questionnaires of a Huawei CEC contact center, and hand in the answers',
		defaults: { name: 'Huawei CEC Survey' },
		usableAsTool: true,
		inputs: [NodeConnectionTypes.Main],
		outputs: [NodeConnectionTypes.Main],
		credentials: [{ name: 'huaweiCecAppApi', required: true, testedBy: 'huaweiCecAppApiTest' }],
		properties: propertiesOf(catalogue),
	};

	methods = {
		credentialTest: { huaweiCecAppApiTest: appCredentialTest(surveys) },
	};

	async execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
		return await runNode(this, catalogue);
	}
}
