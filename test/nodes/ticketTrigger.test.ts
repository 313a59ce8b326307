/** The trigger that looks for new and changed tickets: what it tells, exactly once, whatever happens between. */
import { randomUUID } from 'node:crypto';
import type { IDataObject } from 'n8n-workflow';

import type { Memory } from '../../cec/polling/cursor';
import { realClock } from '../../cec/transport/clock';
import { HuaweiCecTicket } from '../../nodes/HuaweiCecTicket/HuaweiCecTicket.node';
import { HuaweiCecTicketTrigger } from '../../nodes/HuaweiCecTicketTrigger/HuaweiCecTicketTrigger.node';
import { MOST_WATCHED } from '../../nodes/HuaweiCecTicketTrigger/look';
import { hours, minutes } from '../simulator/harness';
import { Bench, byId } from '../support/bench';
import { execute, poll, searchList } from '../support/n8n';

const node = new HuaweiCecTicketTrigger();
const COMPLAINT = 'cvmC0000000000000002';
const [ONE, TWO, MANAGER] = ['10gg0000000000000001', '10gg0000000000000002', '10gg0000000000000003'];

let bench: Bench;
let parameters: IDataObject;
let staticData: IDataObject;
let id: string;

beforeAll(async () => void (bench = await Bench.start()));
afterAll(async () => await bench.close());

beforeEach(() => {
	bench.reset();
	bench.moveClock();
	parameters = { watch: 'ticket', events: ['created', 'statusChanged', 'updated'] };
	staticData = {};
	id = randomUUID();
});

afterEach(() => jest.restoreAllMocks());

const given = () => ({ id, parameters, staticData, credentials: bench.credentials });
const change = (what: object) => bench.sim.control.changeTicket(what).id;
const open = (title: string) => change({ title });
const look = async () => (await poll(node, given())) ?? [];
const told = async () => (await look()).map(({ event, title }) => [event, title]);
const pass = async (ms: number) => await bench.sim.clock.advance(ms);
const lists = () => bench.requests.filter(({ path }) => path.endsWith('/list'));
/** "Router shows a red light", in the status Analysis, of the first agent. */
const ROUTER = 'c6m80000000000000001';

/** What is told a minute later. */
async function next(): Promise<unknown[][]> {
	await pass(minutes(1));
	return await told();
}

describe('tickets', () => {
	test('begin with those that come after the workflow was published', async () => {
		expect(await poll(node, given())).toBeUndefined();
		open('Line is dead');
		expect(await next()).toEqual([['created', 'Line is dead']]);
		expect(await next()).toEqual([]);
	});

	test('or with those of the hours before, where the user wants them', async () => {
		parameters.options = { lookBackHours: 49 };
		expect(await told()).toEqual([['created', 'Router shows a red light']]);
		expect(await next()).toEqual([]);
	});

	test('of the same second are told one by one, the oldest first', async () => {
		await look();
		open('First');
		await pass(1000);
		open('Second');
		open('Third');
		const [first, ...others] = await told();
		expect(first).toEqual(['created', 'First']);
		expect(others.sort()).toEqual([['created', 'Second'], ['created', 'Third']]);
		open('Fourth');
		expect(await told()).toEqual([['created', 'Fourth']]);
	});

	test('that change are told with what they were before', async () => {
		await look();
		change({ id: ROUTER, status: 'Repair' });
		await pass(minutes(1));
		expect(await look()).toMatchObject([
			{ event: 'statusChanged', id: ROUTER, status: 'Repair', previousStatus: 'Analysis', createdAt: expect.stringMatching(/^2026-/) },
		]);
		change({ id: ROUTER, ownerId: TWO });
		expect(await look()).toMatchObject([{ event: 'updated', id: ROUTER, ownerId: TWO }]);
		change({ id: ROUTER, note: 'Called, nobody there' });
		expect(await next()).toEqual([]);
	});

	test('that change and change back between two looks are told as unchanged', async () => {
		await look();
		change({ id: ROUTER, status: 'Repair' });
		change({ id: ROUTER, status: 'Analysis' });
		expect(await next()).toEqual([]);
	});

	test('are not asked for changes that nobody wants to hear of', async () => {
		parameters.events = ['created'];
		await look();
		expect(lists()).toHaveLength(1);
		change({ id: ROUTER, status: 'Repair' });
		expect(await next()).toEqual([]);
	});

	test('that change their status are told as updated ones, too', async () => {
		parameters.events = ['updated'];
		await look();
		open('Line is dead');
		change({ id: ROUTER, status: 'Repair' });
		expect(await next()).toEqual([['statusChanged', 'Router shows a red light']]);
	});

	test('are watched for so many days', async () => {
		parameters.options = { watchDays: 1 };
		await look();
		change({ id: ROUTER, status: 'Repair' });
		const id = open('Line is dead');
		expect(await next()).toEqual([['created', 'Line is dead']]);
		await pass(hours(23));
		change({ id, status: 'Analysis' });
		expect(await told()).toEqual([['statusChanged', 'Line is dead']]);
		await pass(hours(2));
		for (const _again of [1, 2]) await look();
		change({ id, status: 'Repair' });
		expect(await told()).toEqual([]);
	});

	test('come as CEC sends them where that is wanted', async () => {
		parameters.simplify = false;
		await look();
		open('Line is dead');
		const [item] = await look();
		expect(item).toMatchObject({ event: 'created', title: 'Line is dead', createdDate: '2026-03-02 08:00:00' });
		expect(item).not.toHaveProperty('createdAt');
	});

	test('are found on all pages', async () => {
		await look();
		for (let count = 0; count < 230; count += 1) open(`No ${count}`);
		expect(await next()).toHaveLength(230);
		expect(await next()).toEqual([]);
	});

	test('are found after a long time, a month at a time', async () => {
		parameters.events = ['created'];
		await look();
		open('Long ago');
		await pass(hours(24 * 70));
		open('Now');
		expect(await told()).toEqual([['created', 'Long ago'], ['created', 'Now']]);
		expect(await next()).toEqual([]);
	});

	test('of one type only', async () => {
		Object.assign(parameters, { ticketTypeId: byId(COMPLAINT), options: { lookBackHours: 24 * 6 } });
		expect(await told()).toEqual([['created', 'Bill is too high']]);
	});

	test.each<[string, IDataObject, string[]]>([
		['the status', { status: byId('Repair') }, ['statusChanged']],
		['the owner', { ownerId: TWO }, ['updated', 'statusChanged']],
		['the priority', { priority: 'Critical' }, []],
	])('are told while they fit %s, and are not new when they begin to', async (_name, filters, events) => {
		parameters.filters = filters;
		await look();
		const steps = [{ status: 'Repair' }, { ownerId: TWO }, { status: 'Analysis' }, { ownerId: ONE }];
		const found: unknown[] = [];
		for (const step of steps) {
			change({ id: ROUTER, ...step });
			found.push(...(await next()).map(([event]) => event));
		}
		const fitting = filters.status ? ['statusChanged', 'updated'] : events;
		expect(found).toEqual(fitting);
	});

	test('that are too many to watch are not passed over in silence', async () => {
		for (let count = 0; count < MOST_WATCHED; count += 1) change({ title: 'Old', ageDays: 1 });
		await expect(look()).rejects.toThrow('There are more than 2000 tickets to watch for changes');
		parameters.events = ['created'];
		expect(await told()).toEqual([]);
	}, 60_000);

	test('of another account have nothing to do with those before', async () => {
		await look();
		const memory = staticData['node:Node'] as { memory: Memory };
		memory.memory.of = 'ticket 2';
		change({ id: ROUTER, status: 'Repair' });
		expect(await next()).toEqual([]);
	});
});

test.each([-9, 9])('clocks may differ by %i minutes', async (difference) => {
	jest.spyOn(realClock, 'now').mockImplementation(() => bench.sim.clock.now() + minutes(difference));
	await look();
	open('Line is dead');
	expect(await next()).toEqual([['created', 'Line is dead']]);
	expect(await next()).toEqual([]);
});

describe('a look that fails', () => {
	test('tells all of it at the next one, also when it fails between pages', async () => {
		await look();
		for (let count = 0; count < 130; count += 1) open(`No ${count}`);
		await pass(minutes(1));
		bench.sim.control.addFault({ match: { path: 'case/list', skip: 1, times: 1 }, kind: 'body', body: { resCode: '1', resMsg: 'Busy' } });
		await expect(look()).rejects.toThrow('CEC refused: Busy');
		expect(await next()).toHaveLength(130);
		expect(await next()).toEqual([]);
	});

	test('is the first one tells all that n8n shows when the workflow cannot be published', async () => {
		bench.sim.control.addFault({ match: { path: 'token', times: 1 }, kind: 'status', status: 403 });
		await expect(look()).rejects.toThrow(/^CEC does not let this server in \(HTTP 403\)\. Have the outgoing IP address/);
	});

	test('is repeated where that may help', async () => {
		await look();
		open('Line is dead');
		bench.sim.control.addFault({ match: { path: 'case/list', times: 1 }, kind: 'status', status: 503 });
		expect(await next()).toEqual([['created', 'Line is dead']]);
	});
});

test('a look while another goes on finds nothing', async () => {
	await look();
	open('Line is dead');
	const both = await Promise.all([poll(node, given()), poll(node, { ...given(), staticData: {} })]);
	expect(both.map((items) => items?.length)).toEqual([1, undefined]);
	expect(await next()).toEqual([]);
});

test('times are those of the zone of CEC', async () => {
	const far = await Bench.start({ zone: 'Asia/Shanghai' });
	try {
		const staticDataThere: IDataObject = {};
		const there = { id, parameters, staticData: staticDataThere, credentials: far.credentials };
		const lookThere = async () => (await poll(node, there))?.map(({ createdAt }) => createdAt);
		Object.assign(parameters, { options: { timeZone: 'Asia/Shanghai' } });
		await lookThere();
		far.sim.control.changeTicket({});
		expect(await lookThere()).toEqual(['2026-03-02T16:00:00.000+08:00']);
		Object.assign(parameters, { options: { timeZone: 'Asia/Nowhere' } });
		await expect(lookThere()).rejects.toThrow('"Asia/Nowhere" is no time zone');
	} finally {
		await far.close();
	}
});

describe('tasks', () => {
	const asked = async (operation: string, values: IDataObject) =>
		await execute({ node: new HuaweiCecTicket(), credentials: bench.credentials, parameters: { resource: 'task', operation, ...values } });

	test('are told like tickets', async () => {
		parameters.watch = 'task';
		await look();
		const [{ json }] = await asked('create', { title: 'Send a technician', ownerId: ONE, creatorId: ONE });
		const taskId = String(json.taskId);
		expect(await next()).toEqual([['created', 'Send a technician']]);
		await asked('changeStatus', { taskId: byId(taskId), status: 'Processing', creatorId: ONE });
		await pass(minutes(1));
		expect(await look()).toMatchObject([{ event: 'statusChanged', taskId, previousStatus: 'Pending', status: 'Processing' }]);
		await asked('assign', { taskId: byId(taskId), ownerId: TWO, creatorId: MANAGER });
		expect(await next()).toEqual([['updated', 'Send a technician']]);
		expect(await next()).toEqual([]);
	});

	test('of somebody only', async () => {
		Object.assign(parameters, { watch: 'task', filters: { creatorId: ONE, status: 'Pending' } });
		await look();
		for (const creatorId of [ONE, TWO]) await asked('create', { title: `Of ${creatorId}`, ownerId: ONE, creatorId });
		expect(await next()).toEqual([['created', `Of ${ONE}`]]);
	});
});

describe('in the editor', () => {
	const example = async () => await poll(node, given(), 'manual');

	test('a recent ticket is shown, and nothing is remembered for it', async () => {
		expect(await example()).toMatchObject([{ event: 'created', title: 'Router shows a red light' }]);
		open('Line is dead');
		expect(await example()).toMatchObject([{ event: 'created', title: 'Line is dead' }]);
		parameters.events = ['statusChanged'];
		expect(await example()).toMatchObject([{ event: 'statusChanged', previousStatus: 'New' }]);
		expect(staticData).toEqual({});
	});

	test('none is shown where none fits', async () => {
		parameters.filters = { priority: 'Critical' };
		await expect(example()).rejects.toThrow('No ticket of the last 30 days fits the settings of this node');
	});

	test('types and their statuses are listed', async () => {
		expect((await searchList(node, 'ticketTypes', given())).results.map(({ name }) => name)).toContain('Complaint');
		parameters.ticketTypeId = byId(COMPLAINT);
		expect((await searchList(node, 'statuses', given())).results.map(({ name }) => name)).toEqual(['Open', 'Waiting', 'Completed']);
	});
});
