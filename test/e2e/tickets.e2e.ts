/** Tickets in n8n: the fields that a ticket type adds, its statuses, and tickets and tasks from their creation to their end. */
import type { IDataObject, INodeParameters } from 'n8n-workflow';

import type { Execution } from '../../scripts/n8n/execution';
import { credentialData, n8n, runtime, simulator, ticket, using, workflowWithItems } from './support';

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

describe('old tickets', () => {
	const [ONE, TWO] = ['1652268429538866101', '1652268429538866102'];
	const PROCESS = { processKey: 's1', taskTypeId: byId('cDrE0000000000000001') };
	const RESULT = 'AICC__result__CST';

	const credential = () => runtime().credentials.huaweiCecAppApi;
	const old = (name: string, resource: string, operation: string, parameters: INodeParameters = {}) =>
		ticket(name, { resource, operation, ...parameters }, using(credential()));
	const asked = (method: string, parameter: string, parameters: INodeParameters) => ({
		...question(method, parameter, parameters),
		credential: credential(),
	});

	/** A ticket that somebody has, and a task of it that ONE has. */
	const begun = [
		old('Create', 'legacyTicket', 'create', { ticketTypeCode: byId('fault'), title: 'Line is dead', description: '={{ $json.told }}', channel: 1 }),
		old('Assign', 'legacyTicket', 'process', { ticketId: byId('={{ $("Create").item.json.caseId }}'), ticketAction: 'Assign', ownerId: ONE }),
		old('Task', 'legacyTask', 'create', {
			...{ actingUserId: ONE, ticketId: byId('={{ $("Create").item.json.caseId }}'), ticketTypeId: byId(FAULT), ...PROCESS },
			...{ title: 'Measure', priority: 2, creatorId: ONE, creatorName: 'agent.one', additionalFields: { ownerId: ONE } },
		}),
		old('Items', 'legacyTask', 'getMany', {
			...{ actingUserId: ONE, classification: 'mytodo', returnAll: true },
			filters: { sort: { values: [{ table: 'AICC_CASE_TaskInstance_CST', field: 'title', order: 'asc' }] } },
		}),
	];

	it('are led to their end, with their tasks', async () => {
		const schema = [{ id: RESULT, displayName: 'result', type: 'string', required: false, defaultMatch: false, display: true }];
		const customFields = { mappingMode: 'defineBelow', value: { [RESULT]: '={{ $("Start").item.json.told }}' }, matchingColumns: [], schema };
		const taskItemId = byId('={{ $("Items").item.json.id }}');
		const nodes = [
			...begun,
			old('Give', 'legacyTask', 'transfer', { actingUserId: ONE, taskItemId, handlerId: TWO }),
			old('Done', 'legacyTask', 'complete', {
				...{ actingUserId: TWO, taskItemId, comment: 'Measured', customFieldsInput: 'fields' },
				customFields: customFields as unknown as INodeParameters,
			}),
			old('Close', 'legacyTicket', 'process', { ticketId: byId('={{ $("Create").item.json.caseId }}'), ticketAction: 'Close' }),
			old('Item', 'legacyTask', 'getItem', { taskItemId }),
			old('Ticket', 'legacyTicket', 'get', { ticketId: byId('={{ $("Create").item.json.caseId }}') }),
		];
		const execution = await n8n().runWorkflow(workflowWithItems('Old ticket', [{ told: 'No tone' }], nodes));
		expect(execution.error?.message).toBeUndefined();
		const [{ json: item }] = execution.output('Item');
		expect(item).toMatchObject({ statusName: 'Done', handlingComment: 'Measured', taskInstanceId: { title: 'Measure', [RESULT]: 'No tone' } });
		const [{ json: found }] = execution.output('Ticket');
		expect(found).toMatchObject({ title: 'Line is dead', content: 'No tone', status: 'closed', ownerName: 'agent.one' });
		expect((found.caseTrace as IDataObject[]).map(({ traceType }) => traceType)).toEqual(['Submit Case', 'Assign Case', 'Close Case']);
	});

	it('are listed in the editor with the credential of their resource', async () => {
		const types = await n8n().searchList(asked('legacyTicketTypes', 'ticketTypeCode', { resource: 'legacyTicket', operation: 'create' }));
		expect(types.results.map(({ name, value }) => [name, value])).toEqual([
			['Fault', 'fault'],
			['Complaint', 'complaint'],
		]);
		await n8n().runWorkflow(workflowWithItems('Old ticket', [{ told: 'No tone' }], begun));
		const claim = { resource: 'legacyTask', operation: 'claim', actingUserId: ONE };
		const items = await n8n().searchList(asked('legacyTaskItems', 'taskItemId', claim));
		expect(items.results.map(({ name }) => name)).toEqual(['Measure · agent.one']);
		const complete = { resource: 'legacyTask', operation: 'complete', taskItemId: byId(String(items.results[0].value)), customFieldsInput: 'fields' };
		const { fields } = await n8n().mappedFields(asked('legacyTaskFields', 'customFields', complete));
		expect(fields.map(({ id }) => id)).toEqual([RESULT]);
	});
});
