import {
	NodeConnectionTypes,
	type INodeExecutionData,
	type INodeType,
	type INodeTypeDescription,
	type IPollFunctions,
} from 'n8n-workflow';

import { tickets } from '../../cec/families/tickets';
import { pollWith } from '../../cec/polling/poll';
import { ticketCredentialTest } from '../../cec/run/credentialTests';
import { listSearchOf, loadOptionsOf } from '../../cec/run/pickers';
import { pickers as ticketPickers } from '../HuaweiCecTicket/pickers';
import { lookForExample, lookForNews } from './look';
import { properties } from './properties';

const { statuses, ticketTypes } = ticketPickers;
const pickers = { statuses, ticketTypes };

export class HuaweiCecTicketTrigger implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'Huawei CEC Ticket Trigger',
		name: 'huaweiCecTicketTrigger',
		icon: { light: 'file:../../icons/huaweiCec.svg', dark: 'file:../../icons/huaweiCec.dark.svg' },
		group: ['trigger'],
		version: 1,
		subtitle: '={{ $parameter["watch"] + ": " + $parameter["events"].join(", ") }}',
		description: 'Starts the workflow with new and changed tickets of a Huawei CEC contact center, and the tasks that belong to them',
		defaults: { name: 'Huawei CEC Ticket Trigger' },
		polling: true,
		inputs: [],
		outputs: [NodeConnectionTypes.Main],
		credentials: [{ name: 'huaweiCecTicketApi', required: true, testedBy: 'huaweiCecTicketApiTest' }],
		properties: properties(),
	};

	methods = {
		credentialTest: { huaweiCecTicketApiTest: ticketCredentialTest(tickets) },
		listSearch: listSearchOf(pickers),
		loadOptions: loadOptionsOf(pickers),
	};

	async poll(this: IPollFunctions): Promise<INodeExecutionData[][] | null> {
		return await pollWith(this, { forNews: lookForNews, forExamples: lookForExample });
	}
}
