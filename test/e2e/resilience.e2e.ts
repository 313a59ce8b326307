/** Long runs while tokens expire, connections break and CEC is gone for a while: nothing is lost, nothing done twice. */
import type { IDataObject } from 'n8n-workflow';

import type { Execution } from '../../scripts/n8n/execution';
import { until } from '../../scripts/n8n/session';
import {
	agent,
	askCec,
	call,
	campaign,
	credentialData,
	forgetToken,
	n8n,
	newCampaign,
	runtime,
	simulator,
	start,
	using,
	workflow,
	workflowWithItems,
} from './support';
import type { SimulatedFault } from './support/simulator';

const adding = '/rest/isales/v2/openapi/campaigns/1/calldata/';

/** Nothing happens to a request where it is undefined. */
type Trouble = Omit<SimulatedFault, 'match'> | undefined;

beforeEach(async () => {
	await simulator().reset({ speed: 0 });
	forgetToken();
});

it('a token that expires in mid-run costs one more token, and no item', async () => {
	const data = credentialData(runtime().simulatorUrl).huaweiCecAppApi;
	const credential = await n8n().createCredential('huaweiCecAppApi', 'Expiring', { ...data, lifetime: 1234 });
	const accounts = ['agent.one', 'agent.two', 'agent.three', 'inspector.one'];
	const items = Array.from({ length: 400 }, (_, index) => ({ account: accounts[index % 4] }));
	const get = agent('Get', { resource: 'agent', operation: 'get', userAccount: '={{ $json.account }}' }, using(credential));
	await simulator().fault({ kind: 'latency', ms: 5, match: { path: 'agentAccount', times: 10_000 } });
	const running = n8n().runWorkflow(workflowWithItems('Expiring token', items, [get]));
	await until('The middle of the run', async () => ((await simulator().requests()).requests.length > 100 ? true : undefined));
	await simulator().expireTokens();
	const execution = await running;
	expect(execution.error?.message).toBeUndefined();
	const out = execution.output('Get');
	expect(out.map(({ json }) => json.userAccount)).toEqual(items.map(({ account }) => account));
	expect(out.map(({ pairedItem }) => pairedItem)).toEqual(items.map((_, item) => ({ item })));
	const { tokenRequests, requests } = await simulator().requests();
	expect(tokenRequests).toBe(2);
	const refused = requests.filter(({ status }) => status === 401);
	expect(refused.length).toBeGreaterThan(0);
	expect(refused.length).toBeLessThanOrEqual(8); // those that were on their way
	expect(requests.length - refused.length - tokenRequests).toBe(400);
});

it('reads over a connection that keeps failing all succeed', async () => {
	const ids = await Promise.all(Array.from({ length: 10 }, async () => await newCampaign()));
	const items = Array.from({ length: 150 }, (_, index) => ({ campaign: ids[index % ids.length] }));
	await simulator().clearRequests();
	await arm(randomTroubles(400, 0.16), 'GET', '/rest/isales/v1/openapi/campaigns/1/');
	const get = campaign('Get', { resource: 'campaign', operation: 'get', campaignId: '={{ $json.campaign }}' });
	const execution = await n8n().runWorkflow(workflowWithItems('Lossy reads', items, [get]));
	expect(execution.error?.message).toBeUndefined();
	expect(execution.items('Get').map(({ id }) => id)).toEqual(items.map((item) => item.campaign));
	expect(execution.output('Get').map(({ pairedItem }) => pairedItem)).toEqual(items.map((_, item) => ({ item })));
	const { requests } = await simulator().requests();
	expect(requests.filter(({ fault }) => fault && fault !== 'latency').length).toBeGreaterThan(15);
});

describe('adding 200 numbers', () => {
	it('takes ten requests, a second apart', async () => {
		const id = await newCampaign();
		await simulator().clearRequests();
		const { execution, contacts } = await addNumbers(id, 200);
		expect(execution.error?.message).toBeUndefined();
		expect(execution.items('Add').every(({ success }) => success === true)).toBe(true);
		expect(execution.output('Add').map(({ pairedItem }) => pairedItem)).toEqual(contacts.map((_, item) => ({ item })));
		const requests = await addRequests();
		expect(requests).toHaveLength(10);
		for (const { body } of requests) expect((body as { callDataList: unknown[] }).callDataList).toHaveLength(20);
		const times = requests.map(({ time }) => Date.parse(time));
		const gaps = times.slice(1).map((time, index) => time - times[index]);
		expect(Math.min(...gaps)).toBeGreaterThanOrEqual(1000);
		expect(Math.max(...gaps)).toBeLessThan(2500);
		expect(await addedTo(id)).toEqual(contacts.map(({ contact }) => contact));
	});

	it('over a connection that keeps failing loses none and adds none twice', async () => {
		const id = await newCampaign();
		await simulator().clearRequests();
		const plan: Trouble[] = [
			{ kind: 'resetBefore' },
			undefined,
			{ kind: 'resetAfter' },
			{ kind: 'latency', ms: 300 },
			{ kind: 'status', status: 502 },
			{ kind: 'throttle' },
			undefined,
			{ kind: 'status', status: 503, headers: { 'retry-after': '1' } },
			undefined,
			{ kind: 'truncate' },
		];
		await arm(plan, 'POST', adding);
		const { execution, contacts } = await addNumbers(id, 200);
		expect(execution.status).toBe('success');
		const out = execution.output('Add');
		expect(out.map(({ pairedItem }) => pairedItem)).toEqual(contacts.map((_, item) => ({ item })));
		expect(out.map(({ json }) => json.sessionId)).toEqual(contacts.map(({ contact }) => contact));

		const added = await addedTo(id);
		expect(new Set(added).size).toBe(added.length);
		const reported = out.filter(({ json }) => json.success === true).map(({ json }) => json.sessionId);
		const doubtful = out.filter(({ json }) => json.error !== undefined);
		expect(added).toEqual(expect.arrayContaining(reported));
		for (const { json } of doubtful) {
			expect(json.error).toMatch(/^It is not known whether CEC did this: /);
			expect(json.message).toContain('The request may have arrived, so it was not repeated. Ask for results by Contact ID');
		}
		expect(reported).toHaveLength(120);
		expect(doubtful).toHaveLength(80); // the two resets, the 502 and the answer that was cut off
		expect(added).toHaveLength(160); // two of these arrived though no answer came back
		expect(await addRequests()).toHaveLength(12); // ten, and repeats of the two that CEC had turned away
	});

	it('at random over a bad connection: each is added once and said to be, or said to be unknown', async () => {
		const id = await newCampaign();
		await arm(randomTroubles(30, 0.5), 'POST', adding);
		const { execution, contacts } = await addNumbers(id, 200);
		const out = execution.output('Add');
		expect(out.map(({ pairedItem }) => pairedItem)).toEqual(contacts.map((_, item) => ({ item })));
		const added = await addedTo(id);
		expect(new Set(added).size).toBe(added.length);
		for (const { json } of out) {
			if (json.success === true) expect(added).toContain(json.sessionId);
			else expect(json.error).toMatch(/^It is not known whether CEC did this: /);
		}
	});

	it('waits for a CEC that is gone for a moment, and goes on', async () => {
		const id = await newCampaign();
		const running = addNumbers(id, 60);
		await until('The first request', async () => ((await addRequests()).length > 0 ? true : undefined));
		await simulator().fault({ kind: 'refuse', ms: 2500 });
		await new Promise((resolve) => setTimeout(resolve, 3000)); // its control is gone as well
		const { execution, contacts } = await running;
		expect(execution.items('Add').filter(({ success }) => success !== true)).toEqual([]);
		expect(await addedTo(id)).toEqual(contacts.map(({ contact }) => contact));
	});

	it('gives up on a CEC that stays away, and says that nothing was sent', async () => {
		const id = await newCampaign();
		const data = { ...credentialData('http://127.0.0.1:9').huaweiCecSignatureApi };
		const nowhere = await n8n().createCredential('huaweiCecSignatureApi', 'Nowhere', data);
		const { execution } = await addNumbers(id, 60, using(nowhere));
		const items = execution.items('Add');
		expect(items).toHaveLength(60);
		for (const { error } of items) expect(error).toBe('Nothing answers at the address of CEC');
		expect(await addedTo(id)).toEqual([]);
	});
});

describe('a call', () => {
	const customer = '447700900101';
	const parameters = { resource: 'twoPartyCall', operation: 'create', caller: '15550105', called: customer };
	const madeTo = async (kind: 'calls' | 'notifications') => (await simulator().state())[kind].map(({ called }) => called);

	// The token of a test before means nothing to a simulator that was reset: it would be refused where the call should be made.
	beforeEach(async () => {
		const getMany = call('Token', { resource: 'softphone', operation: 'getMany' });
		expect((await n8n().runWorkflow(workflow('Token', [start(), getMany]))).status).toBe('success');
	});

	it('is made once when the connection breaks after the request, and the error says how to find out', async () => {
		await simulator().fault({ kind: 'resetAfter', match: { path: 'createCall', times: 5 } });
		const execution = await n8n().runWorkflow(workflow('Cut off', [start(), call('Call', parameters)]));
		expect(await madeTo('calls')).toEqual([customer]);
		expect(execution.status).toBe('error');
		expect(execution.error?.message).toBe('It is not known whether CEC did this: the connection to CEC broke off');
		expect(execution.error?.description).toContain('The request may have arrived, so it was not repeated.');
		expect(execution.error?.description).toContain('Look with Call > Get Many for a call to this number in the last minutes before you make it again.');
		// Which does find it.
		const span = { startTime: '={{ $now.minus({ minutes: 5 }).toISO() }}', endTime: '={{ $now.plus({ minutes: 5 }).toISO() }}' };
		const look = call('Look', { resource: 'call', operation: 'getMany', ...span });
		const found = await n8n().runWorkflow(workflow('Found', [start(), look]));
		expect(found.items('Look')).toMatchObject([{ called: customer }]);
	});

	it.each(['resetBefore', 'throttle'] as const)('is not repeated after "%s", either', async (kind) => {
		await simulator().fault({ kind, match: { path: 'createCall', times: 1 } });
		const execution = await n8n().runWorkflow(workflow('Not made', [start(), call('Call', parameters)]));
		expect(execution.status).toBe('error');
		expect(await madeTo('calls')).toEqual([]);
		expect((await simulator().requests()).requests.filter(({ path }) => path.includes('createCall'))).toHaveLength(1);
	});

	it('of a list is made once for each customer, whatever happens to the others', async () => {
		const customers = Array.from({ length: 5 }, (_, index) => ({ customer: `44770090010${index}` }));
		await simulator().fault({ kind: 'resetAfter', match: { path: 'createVoiceNotification', skip: 1, times: 1 } });
		await simulator().fault({ kind: 'resetBefore', match: { path: 'createVoiceNotification', skip: 3, times: 1 } });
		const playList = { values: [{ part: 'name', voiceFileName: 'welcome' }] };
		const notify = call(
			'Notify',
			{ resource: 'voiceNotification', operation: 'create', called: '={{ $json.customer }}', playList },
			{ onError: 'continueRegularOutput' },
		);
		const execution = await n8n().runWorkflow(workflowWithItems('Notify', customers, [notify]));
		const out = execution.output('Notify');
		expect(out.map(({ pairedItem }) => pairedItem)).toEqual(customers.map((_, item) => ({ item })));
		const doubtful = out.filter(({ json }) => /^It is not known whether CEC did this/.test(String(json.error)));
		expect(doubtful).toHaveLength(2);
		expect(out.filter(({ json }) => json.success === true)).toHaveLength(3);
		const made = await madeTo('notifications');
		expect(new Set(made).size).toBe(made.length);
		expect(made).toHaveLength(4);
	});

	it('leaves a recording that is fetched whole though it breaks off in the middle', async () => {
		const bytes = 3_000_000;
		await simulator().recordings(bytes);
		await askCec('POST', '/apiaccess/CC-Management/v1/mobileAgent/createCall', { caller: '15550105', called: customer });
		await simulator().advance(180);
		const [{ callSerialNo }] = (await simulator().state()).calls;
		await simulator().clearRequests();
		await simulator().fault({ kind: 'truncate', match: { path: '/obs/', times: 2 } });
		const download = call('Download', { resource: 'recording', operation: 'download', callSerialNo: String(callSerialNo) });
		const execution = await n8n().runWorkflow(workflow('Recording', [start(), download]));
		expect(execution.error?.message).toBeUndefined();
		const [{ binary }] = execution.output('Download');
		const file = await n8n().binaryData((binary ?? {}).data);
		expect(file).toHaveLength(bytes);
		expect(file.subarray(0, 4).toString()).toBe('RIFF');
		expect(file.readUInt32LE(4)).toBe(bytes - 8);
		const fetched = (await simulator().requests()).requests.filter(({ path }) => path.startsWith('/obs/'));
		expect(fetched.map(({ fault }) => fault)).toEqual(['truncate', 'truncate', undefined]);
	});
});

interface Added {
	execution: Execution;
	contacts: Array<{ contact: string; number: string }>;
}

/** One contact for each item, with On Error: Continue. */
async function addNumbers(campaignId: number, count: number, more: object = {}): Promise<Added> {
	const contacts = Array.from({ length: count }, (_, index) => ({
		contact: `c${String(index).padStart(4, '0')}`,
		number: `44770090${String(index).padStart(4, '0')}`,
	}));
	const parameters = {
		resource: 'number',
		operation: 'add',
		campaignId: { __rl: true, mode: 'id', value: String(campaignId) },
		called: { values: [{ calledNo: '={{ $json.number }}' }] },
		additionalFields: { contactId: '={{ $json.contact }}' },
	};
	const add = campaign('Add', parameters as never, { onError: 'continueRegularOutput', ...more });
	return { execution: await n8n().runWorkflow(workflowWithItems('Add numbers', contacts, [add])), contacts };
}

/** The contacts that are in the campaign, in their order. */
async function addedTo(campaignId: number): Promise<string[]> {
	const { campaigns } = await simulator().state<{ campaigns: Array<{ id: number; contacts: IDataObject[] }> }>();
	return (campaigns.find(({ id }) => id === campaignId)?.contacts ?? []).map(({ sessionId }) => String(sessionId)).sort();
}

async function addRequests() {
	return (await simulator().requests()).requests.filter(({ section }) => section === '7.4.2');
}

/** The same at each run of the tests: what breaks has to break again. */
function randomTroubles(requests: number, share: number): Trouble[] {
	let seed = 20_260_302;
	const random = () => {
		seed = (seed * 1_103_515_245 + 12_345) % 2 ** 31;
		return seed / 2 ** 31;
	};
	const kinds: Trouble[] = [
		{ kind: 'resetBefore' },
		{ kind: 'resetAfter' },
		{ kind: 'status', status: 502 },
		{ kind: 'latency', ms: 50 },
	];
	return Array.from({ length: requests }, () => (random() < share ? kinds[Math.floor(random() * kinds.length)] : undefined));
}

/** What happens to the first request, to the second and so on. */
async function arm(troubles: Trouble[], method: string, path: string): Promise<void> {
	let untouched = 0;
	for (const [index, trouble] of troubles.entries()) {
		// A request that runs into a fault does not count for those that still wait, unless they only delay.
		const skip = trouble?.kind === 'latency' ? index : untouched;
		if (trouble) await simulator().fault({ ...trouble, match: { method, path, skip, times: 1 } });
		if (!trouble || trouble.kind === 'latency') untouched += 1;
	}
}
