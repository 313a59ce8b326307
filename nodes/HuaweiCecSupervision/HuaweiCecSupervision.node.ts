import {
	NodeConnectionTypes,
	type IExecuteFunctions,
	type INodeExecutionData,
	type INodeType,
	type INodeTypeDescription,
} from 'n8n-workflow';

import { propertiesOf } from '../../cec/editor/properties';
import { agentGateway } from '../../cec/families/agentGateway';
import { agentCredentialTest } from '../../cec/run/credentialTests';
import { listSearchOf, loadOptionsOf } from '../../cec/run/pickers';
import { runNode } from '../../cec/run/runNode';
import { ownSession } from '../HuaweiCecAgentWorkspace/resources/session';
import { catalogue } from './catalogue';
import { pickers } from './pickers';

export class HuaweiCecSupervision implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'Huawei CEC Supervision',
		name: 'huaweiCecSupervision',
		icon: { light: 'file:../../icons/huaweiCec.svg', dark: 'file:../../icons/huaweiCec.dark.svg' },
		group: ['transform'],
		version: 1,
		subtitle: '={{ $parameter["operation"] + ": " + $parameter["resource"] }}',
		description: 'Supervise agents of a Huawei CEC contact center: listen, insert, whisper, intercept, force states, play and fetch recordings',
		defaults: { name: 'Huawei CEC Supervision' },
		usableAsTool: true,
		inputs: [NodeConnectionTypes.Main],
		outputs: [NodeConnectionTypes.Main],
		credentials: [{ name: 'huaweiCecAgentApi', required: true, testedBy: 'huaweiCecAgentApiTest' }],
		properties: propertiesOf(catalogue),
	};

	methods = {
		credentialTest: { huaweiCecAgentApiTest: agentCredentialTest(agentGateway) },
		listSearch: listSearchOf(pickers),
		loadOptions: loadOptionsOf(pickers),
	};

	async execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
		return await runNode(this, catalogue, ownSession);
	}
}
