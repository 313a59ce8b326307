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
import { catalogue } from './catalogue';
import { pickers } from './pickers';
import { ownSession } from './resources/session';

export class HuaweiCecAgentWorkspace implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'Huawei CEC Agent Workspace',
		name: 'huaweiCecAgentWorkspace',
		icon: { light: 'file:../../icons/huaweiCec.svg', dark: 'file:../../icons/huaweiCec.dark.svg' },
		group: ['transform'],
		version: 1,
		subtitle: '={{ $parameter["operation"] + ": " + $parameter["resource"] }}',
		description: 'Act as a signed-in agent of a Huawei CEC contact center: state, calls, call data, chats and conferences',
		defaults: { name: 'Huawei CEC Agent Workspace' },
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
