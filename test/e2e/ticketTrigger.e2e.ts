/** New and changed tickets start a workflow of the real n8n, once each, also while it starts anew. */
import type { IDataObject, INode, INodeParameters } from 'n8n-workflow';

import type { N8nApi, StoredWorkflow } from '../../scripts/n8n/api';
import { until } from '../../scripts/n8n/session';
import { steerSimulator } from '../../scripts/simulator';
import { activationFailure, base, credentialData, n8n, OwnN8n, runtime, simulator, ticketTrigger, using, workflow } from './support';

const TYPE = 'huaweiCecTicketApi';
const COMPLAINT = 'cvmC0000000000000002';
/** "Router shows a red light". */
const ROUTER = 'c6m80000000000000001';

/** n8n refuses a poll time of less than a minute, but not twenty of a minute each. */
const pollTimes = {
	item: Array.from({ length: 20 }, (_, index) => ({ mode: 'custom', cronExpression: `${index * 3} * * * * *` })),
} as unknown as INodeParameters;

/** Of CEC, which the simulator keeps in the zone of this machine. */
const { timeZone } = Intl.DateTimeFormat().resolvedOptions();

const trigger = (parameters: INodeParameters = {}, extra: Partial<INode> = {}): INode =>
	ticketTrigger('Tickets', { pollTimes, watch: 'ticket', events: ['created'], options: { timeZone }, ...parameters }, extra);

const change = async (what: object) => (await steerSimulator<{ id: string }>(runtime().simulatorUrl, 'tickets', what)).id;
const open = async (title: string) => await change({ title });

/** What the executions were started with, the first one first. */
async function itemsOf(api: N8nApi, stored: StoredWorkflow): Promise<IDataObject[]> {
	const ids = await api.executionIds(stored);
	const executions = await Promise.all(ids.reverse().map(async (id) => await api.ended(id)));
	return executions.flatMap((execution) => execution.items('Tickets'));
}

async function titlesWhen(api: N8nApi, stored: StoredWorkflow, count: number): Promise<unknown[]> {
	return await until(`${count} tickets`, async () => {
		const items = await itemsOf(api, stored);
		return items.length >= count ? items.map(({ title }) => title) : undefined;
	});
}

const looks = async () => (await simulator().requests()).requests.filter(({ path, status }) => path.endsWith('/case/list') && status === 200).length;

/** A look, which asks twice where changes are watched, has begun and ended after this was called. */
async function anotherLook(): Promise<void> {
	const before = await looks();
	await until('Another look', async () => ((await looks()) >= before + 4 ? true : undefined));
}

/** What later looks compare with has been seen. */
async function firstLook(): Promise<void> {
	await until('The first look', async () => ((await looks()) >= 3 ? true : undefined));
}

beforeEach(async () => await simulator().reset({ speed: 1 }));

describe('an active workflow', () => {
	let stored: StoredWorkflow;

	afterEach(async () => await n8n().deactivate(stored));

	const listen = async (parameters: INodeParameters = {}) => {
		stored = await n8n().createWorkflow(workflow('Tickets', [trigger(parameters), base('Then', 'noOp')]));
		await n8n().activate(stored);
		await firstLook();
	};

	it('is started with each new ticket, and no longer when it is deactivated', async () => {
		await listen();
		await open('First');
		expect(await titlesWhen(n8n(), stored, 1)).toEqual(['First']);
		await Promise.all(['Second', 'Third'].map(open));
		expect((await titlesWhen(n8n(), stored, 3)).slice(1).sort()).toEqual(['Second', 'Third']);
		await anotherLook();
		expect(await itemsOf(n8n(), stored)).toHaveLength(3);

		await n8n().deactivate(stored);
		await open('Late');
		const before = await looks();
		await new Promise((resolve) => setTimeout(resolve, 4000));
		expect(await looks()).toBe(before);

		await n8n().activate(stored);
		expect((await titlesWhen(n8n(), stored, 4)).slice(3)).toEqual(['Late']);
	});

	it('is started with what has changed', async () => {
		await listen({ events: ['statusChanged', 'updated'], simplify: false });
		await change({ id: ROUTER, status: 'Repair' });
		await titlesWhen(n8n(), stored, 1);
		await change({ id: ROUTER, ownerId: '10gg0000000000000002' });
		await titlesWhen(n8n(), stored, 2);
		const items = await itemsOf(n8n(), stored);
		expect(items).toMatchObject([
			{ event: 'statusChanged', id: ROUTER, status: 'Repair', previousStatus: 'Analysis' },
			{ event: 'updated', id: ROUTER, ownerId: '10gg0000000000000002' },
		]);
	});

	it('loses nothing while CEC is away, and tells of the failure', async () => {
		await listen();
		await open('Line is dead');
		await simulator().fault({ kind: 'body', body: { resCode: '1', resMsg: 'Busy' }, match: { path: '/case/list', times: 1 } });
		const executions = await until('A failure and a ticket', async () => {
			const all = await Promise.all((await n8n().executionIds(stored)).map(async (id) => await n8n().ended(id)));
			return all.some(({ status }) => status === 'success') && all.some(({ status }) => status === 'error') ? all : undefined;
		});
		expect(executions.find(({ status }) => status === 'error')?.error?.message).toMatch(/Busy/);
		const told = executions.filter(({ status }) => status === 'success').flatMap((execution) => execution.items('Tickets'));
		expect(told).toMatchObject([{ title: 'Line is dead' }]);
	});
});

it('cannot be activated with a wrong secret', async () => {
	const data = { ...credentialData(runtime().simulatorUrl)[TYPE], clientSecret: 'wrong' };
	const credential = await n8n().createCredential(TYPE, 'Wrong secret', data);
	const stored = await n8n().createWorkflow(workflow('Wrong secret', [trigger({}, using(credential))]));
	expect(await activationFailure(stored)).toMatch(/client_id or client_secret is wrong/);
	await n8n().deactivate(stored);
});

describe('n8n that is started anew', () => {
	let own: OwnN8n;

	beforeAll(async () => {
		own = await OwnN8n.start();
	});

	afterAll(async () => await own.remove());

	it('goes on where it stood', async () => {
		let api = await own.api();
		const credential = await api.createCredential(TYPE, 'Own', credentialData(runtime().simulatorUrl)[TYPE]);
		const parameters = { events: ['created', 'statusChanged'] };
		const stored = await api.createWorkflow(workflow('Tickets', [trigger(parameters, using(credential))]));
		await api.activate(stored);
		await firstLook();
		await open('Before');
		expect(await titlesWhen(api, stored, 1)).toEqual(['Before']);

		await own.stop();
		await open('Meanwhile');
		await change({ id: ROUTER, status: 'Repair' });
		await own.restart();
		api = await own.api();
		expect((await titlesWhen(api, stored, 3)).slice(1).sort()).toEqual(['Meanwhile', 'Router shows a red light']);
		await open('After');
		expect((await titlesWhen(api, stored, 4)).at(-1)).toBe('After');
		await anotherLook();
		expect(await itemsOf(api, stored)).toHaveLength(4);
		await api.deactivate(stored);
	});
});

describe('the editor', () => {
	it('fetches a recent ticket as a test event', async () => {
		const stored = await n8n().createWorkflow(workflow('By hand', [trigger()]));
		const execution = await n8n().runWorkflow(stored);
		expect(execution.error?.message).toBeUndefined();
		expect(execution.items('Tickets')).toMatchObject([{ event: 'created', id: ROUTER }]);
	});

	it('lists ticket types and their statuses', async () => {
		const question = (method: string, parameter: string, parameters: INodeParameters = {}) => ({
			type: 'n8n-nodes-huawei-cec.huaweiCecTicketTrigger',
			method,
			parameter,
			parameters: { watch: 'ticket', ...parameters },
			credential: runtime().credentials[TYPE],
		});
		const types = await n8n().searchList(question('ticketTypes', 'ticketTypeId'));
		expect(types.results.map(({ name }) => name)).toContain('Complaint');
		const ofType = { ticketTypeId: { __rl: true, mode: 'id', value: COMPLAINT } };
		const statuses = await n8n().searchList(question('statuses', 'filters.status', ofType));
		expect(statuses.results.map(({ name }) => name)).toEqual(['Open', 'Waiting', 'Completed']);
	});
});
