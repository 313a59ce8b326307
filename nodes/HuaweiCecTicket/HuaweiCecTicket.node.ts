import {
	NodeConnectionTypes,
	type IExecuteFunctions,
	type INodeExecutionData,
	type INodeType,
	type INodeTypeDescription,
} from 'n8n-workflow';

import { propertiesOf } from '../../cec/editor/properties';
import { legacyTickets, tickets } from '../../cec/families/tickets';
import { appCredentialTest, ticketCredentialTest } from '../../cec/run/credentialTests';
import { resourceMappingOf } from '../../cec/run/mappers';
import { listSearchOf, loadOptionsOf } from '../../cec/run/pickers';
import { runNode } from '../../cec/run/runNode';
import { catalogue } from './catalogue';
import { mappers } from './mappers';
import { pickers } from './pickers';

/** Resources that go in by this credential. */
const resourcesOf = (credential: string): string[] =>
	catalogue
		.filter(({ operations }) => Object.values(operations).some(({ family }) => family.credential === credential))
		.map(({ value }) => value);

const forResourcesOf = (credential: string) => ({ show: { resource: resourcesOf(credential) } });

export class HuaweiCecTicket implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'Huawei CEC Ticket',
		name: 'huaweiCecTicket',
		icon: { light: 'file:../../icons/huaweiCec.svg', dark: 'file:../../icons/huaweiCec.dark.svg' },
		group: ['transform'],
		version: 1,
		subtitle: '={{ $parameter["operation"] + ": " + $parameter["resource"] }}',
		description: 'Create, assign, process and close tickets of a Huawei CEC contact center, and the tasks that belong to them',
		defaults: { name: 'Huawei CEC Ticket' },
		usableAsTool: true,
		inputs: [NodeConnectionTypes.Main],
		outputs: [NodeConnectionTypes.Main],
		credentials: [
			{
				name: 'huaweiCecAppApi',
				required: true,
				testedBy: 'huaweiCecAppApiTest',
				displayOptions: forResourcesOf('huaweiCecAppApi'),
			},
			{
				name: 'huaweiCecTicketApi',
				required: true,
				testedBy: 'huaweiCecTicketApiTest',
				displayOptions: forResourcesOf('huaweiCecTicketApi'),
			},
		],
		properties: propertiesOf(catalogue),
	};

	methods = {
		credentialTest: {
			huaweiCecAppApiTest: appCredentialTest(legacyTickets),
			huaweiCecTicketApiTest: ticketCredentialTest(tickets),
		},
		listSearch: listSearchOf(pickers),
		loadOptions: loadOptionsOf(pickers),
		resourceMapping: resourceMappingOf(mappers),
	};

	async execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
		return await runNode(this, catalogue);
	}
}
