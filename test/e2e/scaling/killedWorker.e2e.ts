/** A worker dies in the middle of 1,000 calls: every number is accounted for, and none is dialed twice. */
import type { IDataObject } from 'n8n-workflow';

import type { Execution } from '../../../scripts/n8n/execution';
import { until } from '../../../scripts/n8n/session';
import { base, call, n8n, simulator } from '../support';
import { hasBegun, isBack, kill, pidOf, ranOn, workers } from './support/machines';
import { onPost, post, type Listening } from './support/webhooks';

const COUNT = 1000;
const numbers = Array.from({ length: COUNT }, (_, index) => `44770091${String(index).padStart(4, '0')}`);

/** A list that is called, and may be called again: whoever CEC has a call to by then is left out. */
const remaining = "={{ $('Webhook').first().json.body.numbers.filter((number) => !$('Called').all().some(({ json }) => json.called === number)) }}";

const nodes = () => [
	call(
		'Called',
		{
			resource: 'call',
			operation: 'getMany',
			startTime: '={{ $now.minus({ days: 1 }).toISO() }}',
			endTime: '={{ $now.plus({ days: 1 }).toISO() }}',
			returnAll: true,
		},
		{ alwaysOutputData: true },
	),
	base('Others', 'set', { assignments: { assignments: [{ id: '1', name: 'number', type: 'array', value: remaining }] } }, { typeVersion: 3.4, executeOnce: true }),
	base('Each', 'splitOut', { fieldToSplitOut: 'number', options: {} }),
	call('Call', { resource: 'twoPartyCall', operation: 'create', caller: '15550105', called: '={{ $json.number }}' }, { onError: 'continueRegularOutput' }),
];

let listening: Listening;

beforeEach(async () => {
	await simulator().reset({ speed: 60 });
	listening = await onPost('Call a list', nodes());
});

afterEach(async () => await n8n().deactivate(listening.stored));

const dialed = async () => (await simulator().state<{ calls: IDataObject[] }>()).calls.map(({ called }) => String(called));

const started = async (count: number) =>
	await until('The execution', async () => {
		const ids = await n8n().executionIds(listening.stored);
		return ids.length >= count ? ids : undefined;
	});

async function ended(id: string): Promise<Execution> {
	return await n8n().ended(id, 150_000);
}

it('the rest is called by running the workflow again', async () => {
	await simulator().fault({ kind: 'latency', ms: 5, match: { path: 'createCall', times: COUNT } });
	await post(listening.url, { numbers });
	const [first] = await started(1);
	await until('The middle of the run', async () => ((await dialed()).length >= COUNT * 0.4 ? true : undefined), 90_000);
	const victim = workers().find((one) => hasBegun(one, first));
	if (!victim) throw new Error('No worker has begun it');
	const before = pidOf(victim);
	kill(victim);
	const killedAt = Date.now();

	// n8n does not run it a second time by itself.
	const broken = await ended(first);
	const noticedMs = Date.now() - killedAt;
	expect(['error', 'crashed']).toContain(broken.status);
	await isBack(victim, before);
	expect(ranOn([first])).toEqual([victim.name]);
	const early = await dialed();
	expect(early.length).toBeGreaterThanOrEqual(COUNT * 0.4);
	expect(early.length).toBeLessThan(COUNT);
	expect(new Set(early).size).toBe(early.length);

	await post(listening.url, { numbers });
	const [second] = await started(2);
	const rest = await ended(second);
	expect(rest.error?.message).toBeUndefined();
	// Each number is in the records that CEC has of the first run, or in the items of the second, and in one of them only.
	const earlier = rest.items('Called').map(({ called }) => String(called));
	const later = rest.items('Call');
	expect(later.filter(({ success }) => success !== true)).toEqual([]);
	expect([...earlier, ...rest.items('Each').map(({ number }) => String(number))].sort()).toEqual(numbers);
	expect((await dialed()).sort()).toEqual(numbers);
	process.stdout.write(`Killed after ${early.length} of ${COUNT} calls, noticed after ${(noticedMs / 1000).toFixed(1)} s, ${later.length} calls in the second run\n`);
});

it('of many short executions those on the dead worker fail, and all others run once', async () => {
	const lists = Array.from({ length: 60 }, (_, index) => [`4477009200${String(index).padStart(2, '0')}`]);
	await simulator().fault({ kind: 'latency', ms: 400, match: { path: 'createCall', times: lists.length } });
	await Promise.all(lists.map(async (list) => await post(listening.url, { numbers: list })));
	await until('Some calls', async () => ((await dialed()).length >= 10 ? true : undefined));
	const [victim] = workers();
	const before = pidOf(victim);
	kill(victim);
	const executions = await Promise.all((await started(lists.length)).map(ended));
	await isBack(victim, before);
	expect(executions).toHaveLength(lists.length);
	const failed = executions.filter(({ status }) => status !== 'success');
	expect(failed.length).toBeGreaterThan(0);
	// One that the worker had taken just then has not begun anywhere.
	for (const { id } of failed) expect([[victim.name], []]).toContainEqual(ranOn([id]));
	for (const { id } of executions.filter((one) => !failed.includes(one))) expect(ranOn([id])).toHaveLength(1);
	const made = await dialed();
	expect(new Set(made).size).toBe(made.length);
	// Those that have succeeded were called; of the failed ones CEC knows.
	const succeeded = executions.filter(({ status }) => status === 'success').flatMap((one) => one.items('Each').map(({ number }) => number));
	expect(made).toEqual(expect.arrayContaining(succeeded));
	const all = lists.flat();
	await post(listening.url, { numbers: all });
	const [last] = await started(lists.length + 1);
	expect((await ended(last)).error?.message).toBeUndefined();
	expect((await dialed()).sort()).toEqual(all);
	process.stdout.write(`${failed.length} of ${lists.length} executions were on the dead worker\n`);
});
