import {
	NodeConnectionTypes,
	type IExecuteFunctions,
	type INodeExecutionData,
	type INodeProperties,
	type INodeType,
	type INodeTypeDescription,
} from 'n8n-workflow';

import { inWay } from '../../cec/catalogue/operation';
import { propertiesOf } from '../../cec/editor/properties';
import { appKnowledge, knowledge } from '../../cec/families/knowledge';
import { appCredentialTest, knowledgeCredentialTest, signatureCredentialTest } from '../../cec/run/credentialTests';
import { listSearchOf, loadOptionsOf } from '../../cec/run/pickers';
import { runNode } from '../../cec/run/runNode';
import { catalogue } from './catalogue';
import { pickers } from './pickers';
import { column, ROOT } from './resources/column';

const authentication: INodeProperties = {
	displayName: 'Authentication',
	name: 'authentication',
	type: 'options',
	noDataExpression: true,
	options: [
		{ name: 'App', value: 'app', description: 'App key and secret; for newer versions of CEC' },
		{ name: 'Signature', value: 'signature', description: 'Access key and secret key' },
		{ name: 'SIA', value: 'sia', description: 'Password of the sign-in service' },
	],
	default: 'signature',
	description: 'How CEC lets you into the knowledge base; ask its operator',
};

const forWay = (way: string) => ({ show: { authentication: [way] } });

export class HuaweiCecKnowledgeBase implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'Huawei CEC Knowledge Base',
		name: 'huaweiCecKnowledgeBase',
		icon: { light: 'file:../../icons/huaweiCec.svg', dark: 'file:../../icons/huaweiCec.dark.svg' },
		group: ['transform'],
		version: 1,
		subtitle: '={{ $parameter["operation"] + ": " + $parameter["resource"] }}',
		description: 'Search the knowledge base of a Huawei CEC contact center, and read its articles with their attachments',
		defaults: { name: 'Huawei CEC Knowledge Base' },
		usableAsTool: true,
		inputs: [NodeConnectionTypes.Main],
		outputs: [NodeConnectionTypes.Main],
		credentials: [
			{ name: 'huaweiCecAppApi', required: true, testedBy: 'huaweiCecAppApiTest', displayOptions: forWay('app') },
			{ name: 'huaweiCecKnowledgeBaseApi', required: true, testedBy: 'huaweiCecKnowledgeBaseApiTest', displayOptions: forWay('sia') },
			{ name: 'huaweiCecSignatureApi', required: true, testedBy: 'huaweiCecSignatureApiTest', displayOptions: forWay('signature') },
		],
		properties: [authentication, ...propertiesOf(catalogue)],
	};

	methods = {
		credentialTest: {
			huaweiCecAppApiTest: appCredentialTest(appKnowledge),
			huaweiCecKnowledgeBaseApiTest: knowledgeCredentialTest(knowledge),
			huaweiCecSignatureApiTest: signatureCredentialTest(inWay(column.operations.getMany, 'signature'), { beyondColuId: ROOT }),
		},
		listSearch: listSearchOf(pickers),
		loadOptions: loadOptionsOf(pickers),
	};

	async execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
		return await runNode(this, catalogue);
	}
}
