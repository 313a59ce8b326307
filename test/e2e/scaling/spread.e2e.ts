/** Campaigns, calls and callbacks: both workers do their part, and a token is fetched once by each. */
import type { IDataObject } from 'n8n-workflow';

import type { Execution } from '../../../scripts/n8n/execution';
import { steerSimulator } from '../../../scripts/simulator';
import { call, campaign, n8n, runtime, simulator } from '../support';
import { ranOn, workers } from './support/machines';
import { onPost, onReleased, onResults, post, type Listening } from './support/webhooks';

const names = () => workers().map(({ name }) => name);
const listening: Listening[] = [];

beforeEach(async () => {
	await simulator().reset({ speed: 60 });
	await simulator().outcomes({ default: 'answer' });
	await simulator().callbackSettings({ sharedKey: 'demo-shared-key' });
});

afterEach(async () => {
	for (const { stored } of listening.splice(0)) await n8n().deactivate(stored);
});

/** Each ran once, on a worker, and all workers took part. */
function spread(executions: Execution[]): Record<string, number> {
	const places = ranOn(executions.map(({ id }) => id));
	expect(places).toHaveLength(executions.length);
	expect([...new Set(places)].sort()).toEqual(names());
	return Object.fromEntries(names().map((name) => [name, places.filter((one) => one === name).length]));
}

async function allOf({ stored }: Listening, count: number): Promise<Execution[]> {
	const executions = await n8n().waitForExecutions(stored, count);
	expect(executions.map(({ error }) => error?.message)).toEqual(executions.map(() => undefined));
	return executions;
}

it('calls and the callbacks of their ends, with one token for each worker', async () => {
	const released = await onReleased();
	const calling = await onPost('Call', [
		call('Call', {
			resource: 'twoPartyCall',
			operation: 'create',
			caller: '15550105',
			called: '={{ $json.body.called }}',
			additionalFields: { callBackUrl: released.url },
			options: { allowHttpCallback: true },
		}),
	]);
	listening.push(released, calling);
	const customers = Array.from({ length: 40 }, (_, index) => `4477009001${String(index).padStart(2, '0')}`);
	await simulator().clearRequests();
	await Promise.all(customers.map(async (called) => await post(calling.url, { called })));
	const calls = await allOf(calling, customers.length);
	const callbacks = await allOf(released, customers.length);
	tell('Calls', spread(calls));
	tell('Callbacks', spread(callbacks));
	expect((await dialled()).sort()).toEqual(customers);
	expect(callbacks.flatMap((one) => one.items('Released').map(({ called }) => called)).sort()).toEqual(customers);
	expect((await simulator().requests()).tokenRequests).toBeLessThanOrEqual(workers().length);

	// The life of these tokens ends early: each worker fetches one more.
	await simulator().expireTokens();
	await simulator().clearRequests();
	const again = customers.map((called) => called.replace('4477009001', '4477009002'));
	await Promise.all(again.map(async (called) => await post(calling.url, { called })));
	await allOf(calling, 2 * customers.length);
	await allOf(released, 2 * customers.length);
	const { tokenRequests } = await simulator().requests();
	expect(tokenRequests).toBeGreaterThan(0);
	expect(tokenRequests).toBeLessThanOrEqual(workers().length);
	expect((await dialled()).sort()).toEqual([...customers, ...again]);
});

it('campaigns from their creation to the results of their calls', async () => {
	const results = await onResults();
	const campaignId = byId("={{ $('Create').item.json.id }}");
	const campaigns = await onPost('Campaign', [
		campaign('Create', {
			resource: 'campaign',
			operation: 'create',
			name: '={{ $json.body.name }}',
			strBeginTime: '={{ $now.minus({ minutes: 1 }).toISO() }}',
			strEndTime: '={{ $now.plus({ days: 20 }).toISO() }}',
			deviceType: 3,
			callerNo: { values: [{ accessCode: byId('15550102'), priority: 1 }] },
			workdayHours: { values: [{ workdayBeginTime: '00:00', workdayEndTime: '23:59' }] },
			deviceSign: byId('90502'),
			callCount: 100,
			callInterval: 1,
			callBackUrl: results.url,
			options: { allowHttpCallback: true },
		}),
		campaign('Add', { resource: 'number', operation: 'add', campaignId, called: { values: [{ calledNo: "={{ $('Webhook').item.json.body.called }}" }] } }),
		campaign('Resume', { resource: 'campaign', operation: 'resume', campaignId }),
	]);
	listening.push(results, campaigns);
	const customers = Array.from({ length: 12 }, (_, index) => `4477009003${String(index).padStart(2, '0')}`);
	await Promise.all(customers.map(async (called) => await post(campaigns.url, { called, name: `Campaign ${called}` })));
	tell('Campaigns', spread(await allOf(campaigns, customers.length)));
	const received = await allOf(results, customers.length);
	tell('Results', spread(received));
	expect(received.flatMap((one) => one.items('Results').map(({ called }) => called)).sort()).toEqual(customers);
});

it('many callbacks at once', async () => {
	const released = await onReleased();
	listening.push(released);
	const begun = Date.now();
	const { accepted, elapsedMs } = await steerSimulator<{ accepted: number; elapsedMs: number }>(runtime().simulatorUrl, 'burst', {
		kind: 'released',
		url: released.url,
		count: 100,
		concurrency: 16,
	});
	expect(accepted).toBe(100);
	const executions = await allOf(released, accepted);
	tell(`100 callbacks taken in ${elapsedMs} ms, executed in ${Date.now() - begun} ms`, spread(executions));
	expect(new Set(executions.flatMap((one) => one.items('Released').map(({ called }) => called))).size).toBe(accepted);
});

const byId = (value: string) => ({ __rl: true, mode: 'id', value });

async function dialled(): Promise<string[]> {
	return (await simulator().state<{ calls: IDataObject[] }>()).calls.map(({ called }) => String(called));
}

function tell(what: string, counts: Record<string, number>): void {
	process.stdout.write(`${what}: ${Object.entries(counts).map(([name, count]) => `${count} on ${name}`).join(', ')}\n`);
}
