/** Tickets: their own fields, their statuses, long spans, and tasks that belong to them. */
import { DateTime } from 'luxon';
import type { IDataObject, INodeExecutionData } from 'n8n-workflow';

import { HuaweiCecTicket } from '../../nodes/HuaweiCecTicket/HuaweiCecTicket.node';
import { mappers } from '../../nodes/HuaweiCecTicket/mappers';
import { Bench, byId, item } from '../support/bench';
import { execute, mappedFields, searchList } from '../support/n8n';
import { ALEX, asTickets, COMPLAINT, FAULT, fault, LINE, mapped, MODEL, ONE, ticketState } from './ticket/shared';

const node = new HuaweiCecTicket();

let bench: Bench;

beforeAll(async () => {
	bench = await Bench.start();
	bench.moveClock();
});
afterAll(async () => {
	jest.restoreAllMocks();
	await bench.close();
});
beforeEach(() => bench.reset());

const run = async (resource: string, operation: string, parameters: object, items?: INodeExecutionData[]) =>
	await execute({ node, credentials: bench.credentials, parameters: { resource, operation, ...parameters } as IDataObject, items });

/** The node as it stands open in the editor; which credential it has depends on the resource. */
const open = (parameters: object) => ({ credentials: bench.credentials, parameters: { resource: 'ticket', ...parameters } as IDataObject });
const sent = (path: string) => bench.requests.filter((request) => request.path.endsWith(path));

const created = { ticketTypeId: byId(FAULT), title: 'Line is dead', description: 'No tone', contactId: ALEX, isAutoAssigned: true };

describe('the fields of a ticket type', () => {
	const fields = async (type: string) => await mappedFields(node, 'customFields', open({ ticketTypeId: byId(type) }));

	test('are found in its tickets', async () => {
		const shared = { type: 'string', required: false, defaultMatch: false, display: true };
		expect(await fields(FAULT)).toEqual({
			fields: [
				{ id: MODEL, displayName: 'deviceModel', ...shared },
				{ id: LINE, displayName: 'lineNumber', ...shared },
			],
		});
	});

	test('are none where its tickets have none, and the editor is told what to do', async () => {
		expect(await fields(COMPLAINT)).toEqual({ fields: [], emptyFieldsNotice: expect.stringContaining('Using JSON') });
	});

	test('are of the kind of their values, and leave out what every ticket has', () => {
		const rows = [
			{ id: '1', title: 'T', AICC__Status__CST: 'New', 'AICC__Status__CST.name': 'New', late__CST: null, floor__CST: null },
			{ id: '2', title: 'T', AICC__IsCanced__CST: false, late__CST: true, floor__CST: 3, room__CST: null },
		];
		expect(mappers.customFields.keys(rows, {})).toEqual([
			{ key: 'floor__CST', name: 'floor', type: 'number' },
			{ key: 'late__CST', name: 'late', type: 'boolean' },
			{ key: 'room__CST', name: 'room', type: 'string' },
		]);
	});

	test('need a type', async () => {
		for (const ticketTypeId of [byId(''), undefined]) {
			await expect(mappedFields(node, 'customFields', open({ ticketTypeId }))).rejects.toThrow('Choose the ticket type first');
		}
		expect(bench.requests).toEqual([]);
	});

	test('are loaded anew for another type', () => {
		const mappers = node.description.properties.filter(({ type }) => type === 'resourceMapper');
		const loaded = (method: string, parameter: string) => ({
			loadOptionsDependsOn: [`${parameter}.value`],
			resourceMapper: expect.objectContaining({ resourceMapperMethod: method, mode: 'add' }),
		});
		expect(mappers.map(({ typeOptions }) => typeOptions)).toEqual([
			loaded('customFields', 'ticketTypeId'),
			loaded('legacyCustomFields', 'ticketTypeCode'),
			loaded('legacyTaskFields', 'taskItemId'),
		]);
	});

	const customOf = (id: unknown) => ticketState(bench).cases.find((one) => one.id === id)?.custom;
	const create = async (customFields: object, json: object = {}) => {
		const [{ json: made }] = await run('ticket', 'create', { ...created, customFieldsInput: 'fields', customFields }, [item(json)]);
		return customOf(made.caseId);
	};

	test('get what is set for each, as texts', async () => {
		expect(await create(mapped({ [MODEL]: '={{ $json.model }}', [LINE]: '={{ 15550101 }}' }), { model: 'R-100' })).toEqual({
			[MODEL]: 'R-100',
			[LINE]: '15550101',
		});
		expect(await create(mapped({ [MODEL]: '', [LINE]: null }))).toEqual({});
	});

	test('get what the item has under their names, and nothing else of it', async () => {
		const json = { [MODEL]: 'R-200', [LINE]: 15550102, title: 'Other', other: 'x' };
		expect(await create(mapped(null), json)).toEqual({ [MODEL]: 'R-200', [LINE]: '15550102' });
		const { schema, ...others } = mapped(null);
		const removed = { ...others, schema: schema.map((field) => ({ ...field, removed: field.id === LINE })) };
		expect(await create(removed, json)).toEqual({ [MODEL]: 'R-200' });
	});

	test('are those of the object that an expression gives as JSON', async () => {
		const parameters = { ...created, customFieldsInput: 'json', customFieldsJson: '={{ $json.fields }}' };
		const [{ json }] = await run('ticket', 'create', parameters, [item({ fields: { [LINE]: '15550103' } })]);
		expect(customOf(json.caseId)).toEqual({ [LINE]: '15550103' });
	});

	test.each([
		['update', { title: 'T', description: 'D' }],
		['assign', { ownerId: ONE, creatorId: ONE }],
		['process', { creatorId: ONE, type: 'Internal', title: 'T', description: 'D' }],
	])('are changed by %s', async (operation, parameters) => {
		const ticketId = fault(bench);
		const more = { customFieldsInput: 'fields', ticketTypeId: byId(FAULT), customFields: mapped({ [MODEL]: 'R-300' }) };
		await run('ticket', operation, { ticketId, ...parameters, ...more });
		expect(customOf(ticketId.value)).toEqual({ [MODEL]: 'R-300' });
	});

	test('filter tickets', async () => {
		await create(mapped({ [MODEL]: 'R-400' }));
		const parameters = { ticketTypeId: byId(FAULT), customFieldsInput: 'fields', customFields: mapped({ [MODEL]: 'R-400' }) };
		const found = await run('ticket', 'getMany', parameters);
		expect(found.map(({ json }) => json[MODEL])).toEqual(['R-400']);
	});
});

describe('lists', () => {
	const names = async (picker: string, parameters: object = {}, filter?: string) =>
		(await searchList(node, picker, open(parameters), filter)).results.map(({ name }) => name);

	test('statuses are those of the type', async () => {
		expect(await names('statuses', { ticketTypeId: byId(FAULT) })).toEqual(['New', 'Analysis', 'Repair', 'Completed']);
		expect(await names('statuses', { ticketTypeId: byId(COMPLAINT) }, 'wait')).toEqual(['Waiting']);
		await expect(names('statuses', { ticketTypeId: byId('') })).rejects.toThrow('Choose the ticket type first: statuses belong to one');
	});

	test('types and tickets are searched by name', async () => {
		expect(await names('ticketTypes')).toEqual(['Fault', 'Complaint', 'Fax fault']);
		expect(await names('ticketTypes', {}, 'plain')).toEqual(['Complaint']);
		expect(await names('tickets', {}, 'router')).toEqual(['Router shows a red light · Analysis']);
	});

	test('tasks are searched by CEC', async () => {
		for (const title of ['Send a technician', 'Call back']) {
			await asTickets(bench, 'task', { taskInfo: { title, ownerId: ONE, creatorId: ONE } });
		}
		expect(await names('tasks', {}, 'call')).toEqual(['Call back · Pending']);
	});
});

describe('many tickets', () => {
	const spans = () => sent('/case/list').map(({ body }) => body as { startTime: string; endTime: string; start: number });
	const days = ({ startTime, endTime }: { startTime: string; endTime: string }) =>
		DateTime.fromSQL(endTime).diff(DateTime.fromSQL(startTime), 'days').days;

	test('of a long span are asked for in pieces, and none comes twice', async () => {
		const filters = { startTime: '2026-01-01T00:00:00', endTime: '2026-03-20T00:00:00' };
		const found = await run('ticket', 'getMany', { returnAll: true, filters });
		expect(found.map(({ json }) => json.title)).toEqual(['No dial tone', 'Router shows a red light', 'Bill is too high']);
		expect(spans().map(({ startTime }) => startTime)).toEqual(['2026-01-01 00:00:00', '2026-02-01 00:00:00', '2026-03-04 00:00:00']);
		expect(spans().map(days)).toEqual([31, 31, 16]);
	});

	test('of a long span that goes as far as now are asked for in pieces, too', async () => {
		const found = await run('ticket', 'getMany', { returnAll: true, filters: { startTime: '2026-01-01T00:00:00' } });
		expect(found).toHaveLength(3);
		expect(spans().map(({ startTime }) => startTime)).toEqual(['2026-01-01 00:00:00', '2026-02-01 00:00:00']);
		expect(spans()[1].endTime).toBe('2026-03-02 08:00:00');
	});

	test('of a short span or none are asked for at once', async () => {
		await run('ticket', 'getMany', { filters: { startTime: '2026-02-20T00:00:00', endTime: '2026-03-20T00:00:00' } });
		await run('ticket', 'getMany', {});
		expect(spans()).toHaveLength(2);
		expect(Object.keys(spans()[1]).sort()).toEqual(['limit', 'start']);
	});

	test('come page by page', async () => {
		const info = { title: 'Many', description: 'D', type: COMPLAINT, isAutoAssigned: true, contactId: ALEX };
		await Promise.all(Array.from({ length: 120 }, async () => await asTickets(bench, 'case', { caseInfo: info })));
		bench.sim.control.clearRequests();
		const found = await run('ticket', 'getMany', { returnAll: true, filters: { title: 'Many' } });
		expect(new Set(found.map(({ json }) => json.id)).size).toBe(120);
		expect(spans().map(({ start }) => start)).toEqual([0, 100]);
	});
});

describe('a task', () => {
	const task = { title: 'Send a technician', ownerId: ONE, creatorId: ONE };

	test('names the kind of what it belongs to only where it belongs to something', async () => {
		await run('task', 'create', task);
		await run('task', 'create', { ...task, additionalFields: { ticketId: fault(bench) } });
		expect(sent('/task').map(({ body }) => body)).toEqual([
			{ taskInfo: task },
			{ taskInfo: { ...task, type: 'Case', relateId: fault(bench).value } },
		]);
		const [{ json }] = await run('ticket', 'get', { ticketId: fault(bench) });
		expect(json.tasks).toEqual([expect.objectContaining({ title: 'Send a technician' })]);
	});
});

test('a token that CEC has forgotten is renewed', async () => {
	await run('ticketType', 'getMany', {});
	bench.sim.control.expireTokens();
	expect(await run('ticketType', 'getMany', {})).toHaveLength(3);
	expect(sent('/caseType/list').map(({ status }) => status)).toEqual([200, 401, 200]);
});
