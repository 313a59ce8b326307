/** Tickets and tasks of the old kind: ways in, forms on the wire, lists, and a task from its creation to its end. */
import type { IDataObject, INodeExecutionData } from 'n8n-workflow';

import { HuaweiCecTicket } from '../../nodes/HuaweiCecTicket/HuaweiCecTicket.node';
import { mappers } from '../../nodes/HuaweiCecTicket/mappers';
import { Bench, byId, item, rowsOf } from '../support/bench';
import { execute, mappedFields, searchList } from '../support/n8n';
import { asOldTickets, aTask, legacyState, OLD_FAULT, OLD_ONE, OLD_TWO, oldTicket, ownedTicket, RESULT, TASK_TYPE } from './ticket/legacy';
import { FAULT, LINE, mapped, MODEL } from './ticket/shared';

const node = new HuaweiCecTicket();
const byOne = { actingUserId: OLD_ONE };

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

const run = async (resource: string, operation: string, parameters: object, items?: INodeExecutionData[], credentials = bench.credentials) =>
	await execute({ node, credentials, parameters: { resource, operation, ...parameters } as IDataObject, items });
/** The node as it stands open in the editor; which credential it has depends on the resource. */
const open = (parameters: object) => ({ credentials: bench.credentials, parameters: { resource: 'legacyTask', ...parameters } as IDataObject });
const sent = (path: string) => bench.requests.filter((request) => request.path.split('?')[0].endsWith(path));
const bodies = (path: string) => sent(path).map(({ body }) => body);

describe('the node', () => {
	const credential = (name: string) => node.description.credentials?.find((one) => one.name === name);
	const OLD = ['legacyTicket', 'legacyTask', 'legacyTicketType'];

	test('shows the credential of the resource', () => {
		expect(credential('huaweiCecAppApi')?.displayOptions).toEqual({ show: { resource: OLD } });
		expect(credential('huaweiCecTicketApi')?.displayOptions).toEqual({ show: { resource: ['ticket', 'task', 'ticketType'] } });
	});

	test('calls old resources so, and tells what to use instead', () => {
		const { options = [] } = node.description.properties.find(({ name }) => name === 'resource') ?? {};
		const names = options.map((option) => [(option as { name: string }).name, (option as { value: string }).value]);
		expect(names.filter(([, value]) => OLD.includes(value)).map(([name]) => name)).toEqual([
			'Task (Legacy)',
			'Ticket (Legacy)',
			'Ticket Type (Legacy)',
		]);
		const notices = node.description.properties.filter(({ name }) => name === 'notice');
		expect(notices.flatMap(({ displayOptions }) => displayOptions?.show?.resource ?? []).sort()).toEqual([...OLD].sort());
		expect(notices.every(({ displayName }) => displayName.includes('use the resource Ticket or Task'))).toBe(true);
	});
});

describe('ways in', () => {
	test('tasks name tenant space and user, tickets the user who changes them', async () => {
		const { item: one } = await aTask(bench);
		await run('legacyTask', 'claim', { ...byOne, taskItemId: byId(one.id) });
		await run('legacyTask', 'getItem', { taskItemId: byId(one.id) });
		await run('legacyTicket', 'update', { ...byOne, ticketId: oldTicket(bench) });
		await run('legacyTicket', 'get', { ticketId: oldTicket(bench) });
		const named = ['/claim', '/queryByTaskItemId', '/modify', '/casedetails'].map((path) => {
			const { headers } = sent(path)[0];
			return [headers['x-app-key'], headers['x-tenantspaceid'], headers['x-userid']];
		});
		const { appKey, tenantId } = bench.tenant;
		expect(named).toEqual([
			[appKey, tenantId, OLD_ONE],
			[appKey, tenantId, undefined],
			[appKey, undefined, OLD_ONE],
			[appKey, undefined, undefined],
		]);
	});

	test('without a tenant space in the credential nothing is sent', async () => {
		const { huaweiCecAppApi } = bench.credentials;
		const credentials = { huaweiCecAppApi: { ...huaweiCecAppApi, tenantSpaceId: '' } };
		const asked = run('legacyTask', 'getMany', { ...byOne, classification: 'all' }, undefined, credentials);
		await expect(asked).rejects.toThrow('The credential lacks "tenantSpaceId"');
		expect(bench.requests).toEqual([]);
	});

	test('a tenant space that CEC does not know is told', async () => {
		const { huaweiCecAppApi } = bench.credentials;
		const credentials = { huaweiCecAppApi: { ...huaweiCecAppApi, tenantSpaceId: '7' } };
		const asked = run('legacyTask', 'getMany', { ...byOne, classification: 'all' }, undefined, credentials);
		await expect(asked).rejects.toThrow('CEC does not accept the app key, its secret or the tenant space (HTTP 401)');
	});

	test('a token that CEC has forgotten is renewed', async () => {
		await run('legacyTicketType', 'getMany', {});
		bench.sim.control.expireTokens();
		expect(await run('legacyTicketType', 'getMany', {})).toHaveLength(2);
		expect(sent('/casetypes').map(({ status }) => status)).toEqual([200, 401, 200]);
	});
});

describe('on the wire', () => {
	test('a request about one item is a list of one', async () => {
		const { item: one } = await aTask(bench);
		const taskItemId = byId(one.id);
		await run('legacyTask', 'claim', { ...byOne, taskItemId, additionalFields: { followerIds: [OLD_ONE, OLD_TWO] } });
		bench.sim.control.clearRequests();
		await run('legacyTask', 'transfer', { ...byOne, taskItemId, handlerId: OLD_TWO, additionalFields: { comment: 'Knows more' } });
		await run('legacyTask', 'release', { actingUserId: OLD_TWO, taskItemId });
		expect(bodies('/transfer')).toEqual([[{ id: one.id, currentHandler: OLD_TWO, handlingComment: 'Knows more' }]]);
		expect(bodies('/release')).toEqual([[{ id: one.id }]]);
	});

	test('a task is created within its model, the process beside it', async () => {
		const [{ type, id }] = legacyState(bench).cases;
		const [{ json }] = await run('legacyTask', 'create', {
			...{ ...byOne, ticketId: byId(id), ticketTypeId: byId(type.id), taskTypeId: byId(TASK_TYPE), title: 'Measure', priority: 2 },
			...{ creatorId: OLD_ONE, creatorName: 'agent.one', processKey: 's1' },
		});
		const taskInstanceId = { caseId: id, caseTypeId: type.id, taskTypeId: TASK_TYPE, title: 'Measure', priority: '2' };
		expect(bodies('/create')).toEqual([
			{ model: { taskInstanceId: { ...taskInstanceId, creatorId: OLD_ONE, creatorName: 'agent.one' } }, processKey: 's1' },
		]);
		const [{ json: found }] = await run('legacyTask', 'get', { taskId: byId(String(json.taskId)) });
		expect(found).toMatchObject({ id: json.taskId, title: 'Measure' });
	});

	test('times are milliseconds: as a text, and as a number in updates', async () => {
		const dueDate = '2026-03-09T12:00:00Z';
		const due = Date.parse(dueDate);
		const created = { ticketTypeCode: byId(OLD_FAULT), title: 'T', description: 'D', channel: 0 };
		const [{ json }] = await run('legacyTicket', 'create', { ...created, additionalFields: { dueDate } });
		await run('legacyTicket', 'update', { ...byOne, ticketId: oldTicket(bench), updateFields: { dueDate } });
		expect(bodies('/cases')).toMatchObject([{ dueTime: String(due), channelType: '0' }]);
		expect(bodies('/modify')).toMatchObject([{ dueTime: due }]);
		expect(Date.parse(String(json.dueAt))).toBe(due);
	});

	test('each action gives the ticket to whom it names, or to nobody', async () => {
		const process = async (ticketAction: string, more: object = {}) =>
			await run('legacyTicket', 'process', { ticketId: oldTicket(bench), ticketAction, ...more });
		const owner = () => legacyState(bench).cases[0].owner?.userId;
		await process('Claim', { ownerId: OLD_ONE });
		expect(owner()).toBe(OLD_ONE);
		await process('Transfer', { ownerId: OLD_TWO });
		expect(owner()).toBe(OLD_TWO);
		await process('Release', { ownerId: OLD_ONE });
		expect(owner()).toBeUndefined();
		expect(bodies('/dealCase')[2]).toEqual({ id: oldTicket(bench).value, type: 'Release' });
		await expect(process('Assign', { ownerId: '' })).rejects.toThrow('"New Owner ID" is missing');
		await process('Close', { additionalFields: { comment: 'Solved' } });
		expect(legacyState(bench).cases[0].status).toBe('closed');
	});
});

describe('many tickets', () => {
	const queries = () => bodies('/casedetails') as Array<Record<string, string>>;

	test('come page by page, with numbers as texts', async () => {
		const given = { channelType: '0', content: 'C', title: 'Many', caseTypeCode: OLD_FAULT };
		await Promise.all(Array.from({ length: 120 }, async () => await asOldTickets(bench, 'POST', 'rest/new_case/v2/cases', given)));
		bench.sim.control.clearRequests();
		const found = await run('legacyTicket', 'getMany', { returnAll: true, filters: { title: 'Many' } });
		expect(new Set(found.map(({ json }) => json.id)).size).toBe(120);
		expect(queries()).toEqual(['0', '100'].map((offset) => ({ queryType: 'B', title: 'Many', limit: '100', offset })));
		const some = await run('legacyTicket', 'getMany', { limit: 7 });
		expect(some).toHaveLength(7);
		expect(queries()[2]).toEqual({ queryType: 'B', limit: '7', offset: '0' });
	});

	test('are older than 30 days only where a time is given', async () => {
		const titles = async (filters: object = {}) => (await run('legacyTicket', 'getMany', { filters })).map(({ json }) => json.title);
		expect(await titles()).toEqual(['Line is noisy']);
		expect(await titles({ startTime: '2026-01-01T00:00:00' })).toEqual(['Line is noisy', 'Wrong address']);
		expect(queries()[1].startCreateTime).toMatch(/^\d{13}$/);
	});

	test('are asked for in another way where custom fields are given', async () => {
		const created = { ticketTypeCode: byId(OLD_FAULT), title: 'T', description: 'D', channel: 0 };
		await run('legacyTicket', 'create', { ...created, customFieldsInput: 'fields', customFields: mapped({ [MODEL]: 'R-100' }) });
		const custom = { ticketTypeCode: byId(OLD_FAULT), customFieldsInput: 'fields', customFields: mapped({ [MODEL]: 'R-100' }) };
		const found = await run('legacyTicket', 'getMany', custom);
		expect(found.map(({ json }) => json[MODEL])).toEqual(['R-100']);
		expect(queries()).toEqual([{ queryType: 'C', [MODEL]: 'R-100', limit: '50', offset: '0' }]);
	});
});

describe('many tasks', () => {
	const TABLE = 'AICC_CASE_TaskInstance_CST';
	const queries = () => sent('/dynamicCondition/query');

	test('are all of them, the newest first, unless told otherwise', async () => {
		for (const title of ['First', 'Second']) {
			await aTask(bench, { title });
			await bench.sim.clock.advance(60_000);
		}
		const found = await run('legacyTask', 'getMany', { ...byOne, classification: 'all', limit: 5 });
		expect(found.map(({ json }) => (json.taskInstanceId as IDataObject).title)).toEqual(['Second', 'First']);
		const [{ query, body }] = queries();
		expect(query).toEqual({ mode: 'all' });
		expect(body).toEqual({
			conditions: [{ entity: TABLE, field: 'id', operation: 'isnotnull', value: '0', type: 'Lookup' }],
			orderby: [{ entity: TABLE, field: 'createdDate', order: 'desc' }],
			limit: 5,
			offset: 0,
		});
	});

	test('are those of which all conditions hold, of which some have no value', async () => {
		for (const title of ['First', 'Second']) await aTask(bench, { title });
		const conditions = rowsOf(
			{ table: TABLE, field: 'title', operator: 'eq', value: 'First', valueType: 'Text' },
			{ table: TABLE, field: 'taskOwner', operator: 'isnull', value: 'ignored', valueType: 'Text' },
		);
		const found = await run('legacyTask', 'getMany', { ...byOne, classification: 'unassigned', filters: { conditions } });
		expect(found).toHaveLength(1);
		expect((queries()[0].body as IDataObject).conditions).toEqual([
			{ entity: TABLE, field: 'title', operation: 'eq', value: 'First', type: 'Text' },
			{ entity: TABLE, field: 'taskOwner', operation: 'isnull', value: '0', type: 'Text' },
		]);
	});
});

describe('lists', () => {
	const names = async (picker: string, parameters: object = {}, filter?: string) =>
		(await searchList(node, picker, open(parameters), filter)).results.map(({ name, value }) => [name, value]);

	test('tickets, and their types by code and by ID', async () => {
		const [{ id }] = legacyState(bench).cases;
		expect(await names('legacyTickets', {}, 'noisy')).toEqual([['Line is noisy · unassigned', id]]);
		expect(await names('legacyTicketTypes')).toEqual([
			['Fault', OLD_FAULT],
			['Complaint', 'complaint'],
		]);
		await asOldTickets(bench, 'POST', 'rest/new_case/v2/cases', { channelType: '0', content: 'C', title: 'T', caseTypeCode: OLD_FAULT });
		expect(await names('legacyTicketTypeIds')).toEqual([['Fault', FAULT]]);
	});

	test('tasks, their items and types, in the name of a user', async () => {
		const mine = await aTask(bench, { title: 'Mine', taskOwner: OLD_ONE });
		await bench.sim.clock.advance(60_000);
		const free = await aTask(bench, { title: 'Free' });
		expect(await names('legacyTaskItems', byOne)).toEqual([
			['Free · Unassigned', free.item.id],
			['Mine · agent.one', mine.item.id],
		]);
		expect(await names('legacyTasks', byOne, 'mine')).toEqual([['Mine', mine.id]]);
		expect(await names('legacyTaskTypes', byOne)).toEqual([[TASK_TYPE, TASK_TYPE]]);
		await expect(names('legacyTaskItems', { actingUserId: '' })).rejects.toThrow('Choose the acting user first: task items belong to one');
	});
});

describe('custom fields', () => {
	const fields = async (mapper: string, parameters: object) => (await mappedFields(node, mapper, open(parameters))).fields.map(({ id }) => id);

	test('are those that tickets of the type show', async () => {
		expect(await fields('legacyCustomFields', { ticketTypeCode: byId(OLD_FAULT) })).toEqual([MODEL, LINE]);
		expect(await fields('legacyCustomFields', { ticketTypeCode: byId('complaint') })).toEqual([]);
		await expect(fields('legacyCustomFields', { ticketTypeCode: byId('') })).rejects.toThrow('Choose the ticket type first');
	});

	test('are those that the task shows, wherever they stand', async () => {
		const { item: one } = await aTask(bench);
		expect(await fields('legacyTaskFields', { taskItemId: byId(one.id) })).toEqual([RESULT]);
		const wrapped = [{ schema: { b__CST: 1, taskInstanceId: { a__CST: null, title: 'T' } } }];
		expect(mappers.legacyTaskFields.keys(wrapped, {}).map(({ key, type }) => [key, type])).toEqual([
			['a__CST', 'string'],
			['b__CST', 'number'],
		]);
	});

	test('are filled in when a task is done', async () => {
		const task = await aTask(bench, { taskOwner: OLD_ONE });
		const parameters = { ...byOne, taskItemId: byId(task.item.id), comment: 'Done', customFieldsInput: 'fields' };
		await run('legacyTask', 'complete', { ...parameters, customFields: mapped({ [RESULT]: '={{ $json.result }}' }, [RESULT]) }, [item({ result: 'good' })]);
		expect(bodies('/done')).toEqual([{ id: task.item.id, handlingComment: 'Done', [RESULT]: 'good' }]);
		expect(legacyState(bench).tasks[0]).toMatchObject({ custom: { [RESULT]: 'good' }, item: { status: '1' } });
	});
});

describe('refusals', () => {
	test('say what CEC says, and that nothing was done', async () => {
		const asked = run('legacyTicket', 'process', { ticketId: ownedTicket(bench), ticketAction: 'Claim', ownerId: OLD_TWO });
		await expect(asked).rejects.toMatchObject({ message: 'CEC refused: The case is open.', description: expect.stringContaining('Interface 16.1.5') });
	});

	test('of an outsourced task come with a code', async () => {
		const asked = run('legacyTask', 'completeOutsourced', { processInstanceItemId: '002q9', outcome: 1 });
		await expect(asked).rejects.toThrow('CEC refused: No task waits for this callback.');
		expect(bodies('/taskcallback')).toEqual([{ processInstanceItemId: '002q9', status: '1' }]);
		expect(sent('/taskcallback')[0].headers['x-tenantspaceid']).toBeUndefined();
	});

	test('with HTTP 500 mean values, and may hide that something was done', async () => {
		const update = run('legacyTicket', 'update', { ...byOne, ticketId: oldTicket(bench), updateFields: { ownerId: 'nobody' } });
		await expect(update).rejects.toMatchObject({
			message: 'It is not known whether CEC did this: CEC could not do this with the values given (HTTP 500)',
			description: expect.stringContaining('The user nobody does not exist.'),
		});
	});
});
