import {
	NodeConnectionTypes,
	type INodeExecutionData,
	type INodeType,
	type INodeTypeDescription,
	type IPollFunctions,
} from 'n8n-workflow';

import { bots } from '../../cec/families/bots';
import { sqm } from '../../cec/families/sqm';
import { pollWith } from '../../cec/polling/poll';
import { appCredentialTest, botCredentialTest, signatureCredentialTest } from '../../cec/run/credentialTests';
import { listSearchOf, loadOptionsOf } from '../../cec/run/pickers';
import { calledRoute } from '../HuaweiCecStatistics/resources/calledRoute';
import { lookForExamples, lookForNews } from './look';
import { pickers } from './pickers';
import { properties } from './properties';

const whileWatching = (...triggerOn: string[]) => ({ show: { triggerOn } });

export class HuaweiCecNewRecordTrigger implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'Huawei CEC New Record Trigger',
		name: 'huaweiCecNewRecordTrigger',
		icon: { light: 'file:../../icons/huaweiCec.svg', dark: 'file:../../icons/huaweiCec.dark.svg' },
		group: ['trigger'],
		version: 1,
		subtitle: '={{ $parameter["triggerOn"] }}',
		description: 'Starts the workflow with what a Huawei CEC contact center records without telling anybody: missed calls, finished inspections, conversations with bots, work of robots',
		defaults: { name: 'Huawei CEC New Record Trigger' },
		polling: true,
		inputs: [],
		outputs: [NodeConnectionTypes.Main],
		credentials: [
			{ name: 'huaweiCecAppApi', required: true, testedBy: 'huaweiCecAppApiTest', displayOptions: whileWatching('finishedInspection') },
			{ name: 'huaweiCecBotApi', required: true, testedBy: 'huaweiCecBotApiTest', displayOptions: whileWatching('botConversation', 'rpaItem') },
			// With a "show" for each of them n8n would take "Trigger On" for a choice of credentials, and hide it.
			{
				name: 'huaweiCecSignatureApi',
				required: true,
				testedBy: 'huaweiCecSignatureApiTest',
				displayOptions: { hide: { triggerOn: ['botConversation', 'finishedInspection', 'rpaItem'] } },
			},
		],
		properties: properties(),
	};

	methods = {
		credentialTest: {
			huaweiCecAppApiTest: appCredentialTest(sqm),
			huaweiCecBotApiTest: botCredentialTest(bots),
			huaweiCecSignatureApiTest: signatureCredentialTest(calledRoute.operations.getMany),
		},
		listSearch: listSearchOf(pickers),
		loadOptions: loadOptionsOf(pickers),
	};

	async poll(this: IPollFunctions): Promise<INodeExecutionData[][] | null> {
		return await pollWith(this, { forNews: lookForNews, forExamples: lookForExamples });
	}
}
