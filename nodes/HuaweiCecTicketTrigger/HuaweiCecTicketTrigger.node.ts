import {
	NodeConnectionTypes,
	type INodeExecutionData,
	type INodeType,
	type INodeTypeDescription,
	type IPollFunctions,
} from 'n8n-workflow';

import { tickets } from '../../cec/families/tickets';
import { ticketCredentialTest } from '../../cec/run/credentialTests';
import { nodeError } from '../../cec/run/errors';
import { listSearchOf, loadOptionsOf } from '../../cec/run/pickers';
import { pickers as ticketPickers } from '../HuaweiCecTicket/pickers';
import { lookForExample, lookForNews } from './look';
import { properties } from './properties';

const { statuses, ticketTypes } = ticketPickers;
const pickers = { statuses, ticketTypes };

/** Nodes that are looking just now. n8n polls again although a poll still goes on, which would find the same news. */
const looking = new Set<string>();

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
		try {
			const items = this.getMode() === 'manual' ? await lookForExample(this) : await lookAlone(this);
			return items.length > 0 ? [items] : null;
		} catch (error) {
			throw nodeError(this.getNode(), error);
		}
	}
}

async function lookAlone(context: IPollFunctions): Promise<INodeExecutionData[]> {
	const place = `${context.getWorkflow().id} ${context.getNode().id}`;
	if (looking.has(place)) return [];
	looking.add(place);
	try {
		return await lookForNews(context);
	} finally {
		looking.delete(place);
	}
}
