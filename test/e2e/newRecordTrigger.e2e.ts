/** Records that CEC does not push start a workflow of the real n8n, once each, also while it starts anew. */
import type { IDataObject, INode, INodeParameters } from 'n8n-workflow';

import type { N8nApi, StoredWorkflow } from '../../scripts/n8n/api';
import { until } from '../../scripts/n8n/session';
import { steerSimulator } from '../../scripts/simulator';
import {
	activationFailure,
	askBots,
	base,
	credentialData,
	forgetToken,
	INSPECTOR,
	n8n,
	newRecordTrigger,
	node,
	OwnN8n,
	runtime,
	simulator,
	using,
	workflow,
	workflowWithItems,
} from './support';

const PACKAGE = 'n8n-nodes-huawei-cec';
const QUEUE = '00019cad3dd5c71d4696b209d7024fa04d01';

const byId = (value: string) => ({ __rl: true, mode: 'id', value });

/** n8n refuses a poll time of less than a minute, but not twenty of a minute each. */
const pollTimes = {
	item: Array.from({ length: 20 }, (_, index) => ({ mode: 'custom', cronExpression: `${index * 3} * * * * *` })),
} as unknown as INodeParameters;

/** Of CEC, which the simulator keeps in the zone of this machine. */
const { timeZone } = Intl.DateTimeFormat().resolvedOptions();

const trigger = (triggerOn: string, parameters: INodeParameters = {}, extra: Partial<INode> = {}): INode =>
	newRecordTrigger('Records', { pollTimes, triggerOn, options: { timeZone }, ...parameters }, extra);

/** The simulator begins at the time of this machine; a trigger looks as far ahead as back. */
const missedCalls = (extra: Partial<INode> = {}) => trigger('missedCall', { options: { watchHours: 12 } }, extra);

const pass = async (advanceSeconds: number) => await steerSimulator(runtime().simulatorUrl, 'clock', { advanceSeconds });
const HOURS = 3600;

/** What the executions were started with, the first one first. */
async function itemsOf(api: N8nApi, stored: StoredWorkflow): Promise<IDataObject[]> {
	const ids = await api.executionIds(stored);
	const executions = await Promise.all(ids.reverse().map(async (id) => await api.ended(id)));
	return executions.flatMap((execution) => execution.items('Records'));
}

async function itemsWhen(api: N8nApi, stored: StoredWorkflow, count: number): Promise<IDataObject[]> {
	return await until(`${count} records`, async () => {
		const items = await itemsOf(api, stored);
		return items.length >= count ? items : undefined;
	});
}

const looks = async (path: string) => (await simulator().requests()).requests.filter((one) => one.path.endsWith(path) && one.status === 200).length;

/** A look has begun and ended after this was called. */
async function anotherLook(path: string): Promise<void> {
	const before = await looks(path);
	await until('Another look', async () => ((await looks(path)) >= before + 4 ? true : undefined));
}

const MISSED = '/queryMissedCalls';
const ITEMS = '/queryRpaQueueData';
const INSPECTED = '/appraisecall/details';
const CONVERSATIONS = '/queryRecordHistory';

const callsOf = (items: IDataObject[]) => items.map(({ callId, waitBegin }) => `${String(callId)} ${String(waitBegin)}`);

beforeEach(async () => {
	await simulator().reset({ speed: 1 });
	forgetToken();
});

describe('an active workflow', () => {
	let stored: StoredWorkflow;

	afterEach(async () => await n8n().deactivate(stored));

	const listen = async (one: INode, path: string) => {
		stored = await n8n().createWorkflow(workflow('Records', [one, base('Then', 'noOp')]));
		await n8n().activate(stored);
		await until('The first look', async () => ((await looks(path)) >= 3 ? true : undefined));
	};

	const robots = (extra: INodeParameters = {}) =>
		trigger('rpaItem', { queueUid: byId(QUEUE), status: ['failed', 'success'], ...extra }, using(runtime().credentials.huaweiCecBotApi));

	const newItem = async (input: object = {}) => await askBots('rpa/createRpaQueueData', { queueUid: QUEUE, inputJsonData: JSON.stringify(input) });

	it('is started with each missed call, once', async () => {
		await listen(missedCalls(), MISSED);
		await pass(4 * HOURS);
		await itemsWhen(n8n(), stored, 1);
		await pass(4 * HOURS);
		await anotherLook(MISSED);
		const items = await itemsOf(n8n(), stored);
		expect(items[0]).toMatchObject({ waitedFrom: expect.stringMatching(/Z$/), endedAt: expect.stringMatching(/Z$/) });
		expect(items.length).toBeGreaterThan(5);
		expect(new Set(callsOf(items)).size).toBe(items.length);
	});

	it('is started with what robots have done, and no longer when it is deactivated', async () => {
		await listen(robots(), ITEMS);
		await newItem();
		await newItem({ fail: true });
		await pass(60);
		const items = await itemsWhen(n8n(), stored, 2);
		expect(items.map(({ status }) => status).sort()).toEqual(['failed', 'success']);
		await anotherLook(ITEMS);
		expect(await itemsOf(n8n(), stored)).toHaveLength(2);

		await n8n().deactivate(stored);
		await newItem();
		await pass(60);
		const before = await looks(ITEMS);
		await new Promise((resolve) => setTimeout(resolve, 4000));
		expect(await looks(ITEMS)).toBe(before);

		await n8n().activate(stored);
		expect(await itemsWhen(n8n(), stored, 3)).toHaveLength(3);
	});

	it('is started with a finished inspection', async () => {
		const credential = using(runtime().credentials.huaweiCecAppApi);
		await listen(trigger('finishedInspection', { actingUserId: INSPECTOR, status: [2] }, credential), INSPECTED);
		const recording = {
			resource: 'recording',
			operation: 'inspect',
			filePath: 'Y:\\27\\0\\20260301\\101\\0951044.V3',
			agentId: byId('101'),
			callStart: '2026-03-01T09:51:07',
			callEnd: '2026-03-01T09:57:57',
			language: 'en_US',
		};
		const inspect = node('Inspect', `${PACKAGE}.huaweiCecQualityInspection`, recording, credential);
		const execution = await n8n().runWorkflow(workflowWithItems('Inspect', [{}], [inspect]));
		expect(execution.error?.message).toBeUndefined();
		await pass(60);
		expect(await itemsWhen(n8n(), stored, 1)).toMatchObject([{ calls: [{ statusName: 'Inspected' }] }]);
	});

	it('is started with a conversation with a bot', async () => {
		const credential = using(runtime().credentials.huaweiCecBotApi);
		await listen(trigger('botConversation', { customerIds: 'kiosk-1' }, credential), CONVERSATIONS);
		const session = { resource: 'conversation', sessionId: 'kiosk-1', accessCode: byId('880000000000000101') };
		const bot = (operation: string, more: INodeParameters = {}) => node(operation, `${PACKAGE}.huaweiCecBotDialog`, { ...session, operation, ...more }, credential);
		const talk = workflowWithItems('Talk', [{}], [bot('sendMessage', { message: 'my bill' }), bot('end')]);
		const execution = await n8n().runWorkflow(talk);
		expect(execution.error?.message).toBeUndefined();
		const [told] = await itemsWhen(n8n(), stored, 1);
		expect(told).toMatchObject({ customerId: 'kiosk-1', turns: expect.arrayContaining([expect.objectContaining({ said: 'my bill' })]) as unknown });
		await anotherLook(CONVERSATIONS);
		expect(await itemsOf(n8n(), stored)).toHaveLength(1);
	});

	it('loses nothing while CEC is away, and tells of the failure', async () => {
		await listen(robots(), ITEMS);
		await newItem();
		await simulator().fault({ kind: 'body', body: { errorCode: 10000001, errorMsg: 'Busy' }, match: { path: ITEMS, times: 1 } });
		await pass(60);
		const executions = await until('A failure and an item', async () => {
			const all = await Promise.all((await n8n().executionIds(stored)).map(async (id) => await n8n().ended(id)));
			return all.some(({ status }) => status === 'success') && all.some(({ status }) => status === 'error') ? all : undefined;
		});
		expect(executions.find(({ status }) => status === 'error')?.error?.message).toMatch(/The bot platform failed/);
		const told = executions.filter(({ status }) => status === 'success').flatMap((execution) => execution.items('Records'));
		expect(told).toMatchObject([{ status: 'success' }]);
	});
});

it('cannot be activated with a wrong key', async () => {
	const data = { ...credentialData(runtime().simulatorUrl).huaweiCecSignatureApi, secretKey: 'wrong' };
	const credential = await n8n().createCredential('huaweiCecSignatureApi', 'Wrong key', data);
	const stored = await n8n().createWorkflow(workflow('Wrong key', [missedCalls(using(credential))]));
	expect(await activationFailure(stored)).toMatch(/Check access key and secret key/);
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
		const data = credentialData(runtime().simulatorUrl).huaweiCecSignatureApi;
		const credential = await api.createCredential('huaweiCecSignatureApi', 'Own', data);
		const stored = await api.createWorkflow(workflow('Records', [missedCalls(using(credential))]));
		await api.activate(stored);
		await until('The first look', async () => ((await looks(MISSED)) >= 3 ? true : undefined));
		await pass(3 * HOURS);
		const before = await itemsWhen(api, stored, 1);

		await own.stop();
		await pass(3 * HOURS);
		await own.restart();
		api = await own.api();
		await itemsWhen(api, stored, before.length + 1);
		await anotherLook(MISSED);
		const items = await itemsOf(api, stored);
		expect(new Set(callsOf(items)).size).toBe(items.length);
		await api.deactivate(stored);
	});
});

describe('the editor', () => {
	it('fetches the newest missed calls as a test event', async () => {
		const stored = await n8n().createWorkflow(workflow('By hand', [missedCalls()]));
		const execution = await n8n().runWorkflow(stored);
		expect(execution.error?.message).toBeUndefined();
		expect(execution.items('Records')).toHaveLength(5);
	});

	it('lists jobs and queues of robots, bots, and the numbers that customers call', async () => {
		const question = (credential: 'huaweiCecBotApi' | 'huaweiCecSignatureApi', method: string, parameter: string, parameters: INodeParameters) => ({
			type: `${PACKAGE}.huaweiCecNewRecordTrigger`,
			method,
			parameter,
			parameters,
			credential: runtime().credentials[credential],
		});
		const jobs = await n8n().searchList(question('huaweiCecBotApi', 'rpaJobs', 'jobUid', { triggerOn: 'rpaItem' }));
		const job = jobs.results.find(({ name }) => name.startsWith('Tickets'));
		const queues = await n8n().searchList(question('huaweiCecBotApi', 'rpaQueues', 'queueUid', { triggerOn: 'rpaItem', jobUid: byId(String(job?.value)) }));
		expect(queues.results).toMatchObject([{ value: QUEUE }]);
		const bots = await n8n().searchList(question('huaweiCecBotApi', 'botAccessCodes', 'filters.accessCode', { triggerOn: 'botConversation' }));
		expect(bots.results.map(({ value }) => value)).toContain('880000000000000101');
		const numbers = await n8n().loadOptions(question('huaweiCecSignatureApi', 'calledNumbers', 'filters.accessCodes', { triggerOn: 'missedCall' }));
		expect(numbers.map(({ value }) => value)).toContain('15550100');
	});
});
