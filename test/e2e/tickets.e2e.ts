/** Tickets in n8n: the fields that a ticket type adds, its statuses, and a ticket from its creation to its end. */
import type { IDataObject, INodeParameters } from 'n8n-workflow';

import type { Execution } from '../../scripts/n8n/execution';
import { credentialData, n8n, runtime, simulator, ticket, workflowWithItems } from './support';

const TYPE = 'huaweiCecTicketApi';
const FAULT = 'cvmC0000000000000001';
const ALEX = 'cily0000000000000001';
const MANAGER = '10gg0000000000000003';
const MODEL = 'AICC__deviceModel__CST';
const LINE = 'AICC__lineNumber__CST';

const byId = (value: string) => ({ __rl: true, mode: 'id', value });

beforeEach(async () => await simulator().reset());

const question = (method: string, parameter: string, parameters: INodeParameters) => ({
	type: 'n8n-nodes-huawei-cec.huaweiCecTicket',
	method,
	parameter,
	parameters: { resource: 'ticket', ...parameters },
	credential: runtime().credentials[TYPE],
});

describe('the credential', () => {
	const test = async (change: IDataObject = {}) =>
		await n8n().testCredential(runtime().credentials[TYPE], { ...credentialData(runtime().simulatorUrl)[TYPE], ...(change as object) });

	it('is tested', async () => {
		expect(await test()).toMatchObject({ status: 'OK' });
		expect(await test({ clientSecret: 'wrong' })).toMatchObject({
			status: 'Error',
			message: 'CEC does not accept the client ID or secret (HTTP 401). Check client ID and client secret in the credential.',
		});
	});
});

describe('the editor', () => {
	const ofFault: INodeParameters = { operation: 'create', ticketTypeId: byId(FAULT), customFieldsInput: 'fields' };

	it('shows the fields of the type', async () => {
		const { fields } = await n8n().mappedFields(question('customFields', 'customFields', ofFault));
		expect(fields.map(({ id, displayName, type }) => [id, displayName, type])).toEqual([
			[MODEL, 'deviceModel', 'string'],
			[LINE, 'lineNumber', 'string'],
		]);
	});

	it('says that it needs the type', async () => {
		const asked = n8n().mappedFields(question('customFields', 'customFields', { ...ofFault, ticketTypeId: byId('') }));
		await expect(asked).rejects.toThrow('Choose the ticket type first: custom fields belong to one');
	});

	it('lists the statuses of the type', async () => {
		const parameters = { operation: 'changeStatus', ticketTypeId: byId(FAULT) };
		const { results } = await n8n().searchList(question('statuses', 'status', parameters));
		expect(results.map(({ name }) => name)).toEqual(['New', 'Analysis', 'Repair', 'Completed']);
	});
});

describe('a ticket', () => {
	const schema = [MODEL, LINE].map((id) => ({ id, displayName: id, type: 'string', required: false, defaultMatch: false, display: true }));
	const mapper = (more: object) =>
		({ matchingColumns: [], schema, attemptToConvertTypes: false, convertFieldsToString: false, ...more }) as unknown as INodeParameters;

	const create = (customFields: INodeParameters) =>
		ticket('Create', {
			...{ resource: 'ticket', operation: 'create', ticketTypeId: byId(FAULT), title: 'Line is dead' },
			...{ description: '={{ $json.told }}', contactId: ALEX, isAutoAssigned: true, customFieldsInput: 'fields', customFields },
		});

	const of = (name: string, operation: string, parameters: INodeParameters = {}) =>
		ticket(name, { resource: 'ticket', operation, ticketId: byId('={{ $("Create").item.json.caseId }}'), ...parameters });

	/** What the last node gave. */
	function last(execution: Execution, name: string): IDataObject {
		expect(execution.error?.message).toBeUndefined();
		return execution.output(name)[0].json;
	}

	it('goes through the statuses of its type to its end', async () => {
		const mapped = mapper({ mappingMode: 'defineBelow', value: { [MODEL]: '={{ $json.model }}', [LINE]: null } });
		const steps = ['Analysis', 'Repair', 'Completed'].map((status) =>
			of(status, 'changeStatus', { status: byId(status), creatorId: MANAGER }),
		);
		const nodes = [create(mapped), ...steps, of('Close', 'close', { creatorId: MANAGER }), of('Get', 'get')];
		const execution = await n8n().runWorkflow(workflowWithItems('Ticket', [{ told: 'No tone', model: 'R-100' }], nodes));
		expect(last(execution, 'Get')).toMatchObject({
			caseInfo: { title: 'Line is dead', description: 'No tone', status: 'Completed', [MODEL]: 'R-100', [LINE]: null },
			customer: { customerName: 'Alex Example' },
			closedAt: expect.stringMatching(/^\d{4}-/),
		});
	});

	it('takes its fields from the item where that has them', async () => {
		const nodes = [create(mapper({ mappingMode: 'autoMapInputData', value: null })), of('Get', 'get')];
		const items = [{ told: 'No tone', [LINE]: 15550101, other: 'left alone' }];
		const execution = await n8n().runWorkflow(workflowWithItems('Ticket', items, nodes));
		expect(last(execution, 'Get')).toMatchObject({ caseInfo: { [MODEL]: null, [LINE]: '15550101' } });
	});
});
