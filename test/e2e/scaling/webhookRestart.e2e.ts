/** The webhook processor is restarted while results and other callbacks come in. */
import type { IDataObject } from 'n8n-workflow';

import type { Execution } from '../../../scripts/n8n/execution';
import { until } from '../../../scripts/n8n/session';
import { steerSimulator } from '../../../scripts/simulator';
import { askCec, forgetToken, n8n, newCampaign, runtime, simulator } from '../support';
import { machine, restart } from './support/machines';
import { onReleased, onResults, type Listening } from './support/webhooks';

let listening: Listening;

afterEach(async () => await n8n().deactivate(listening.stored));

const COUNT = 300;
/** Simulated seconds in a real one: slow enough to be in the middle, and fast where CEC waits ten minutes to post again. */
const SPEED = 10;
const FAST = 120;

it('no result of a campaign is lost, and none comes twice', async () => {
	await simulator().reset({ speed: SPEED });
	await simulator().outcomes({ default: 'answer' });
	forgetToken();
	listening = await onResults();
	const id = await newCampaign({ callBackUrl: listening.url, ivrParam: { deviceSign: '90502', callCount: 2, callInterval: 1 } });
	for (let first = 0; first < COUNT; first += 20) {
		const callDataList = Array.from({ length: 20 }, (_, index) => ({ sessionId: `c${first + index}`, called: [{ calledNo: `44770093${String(first + index).padStart(4, '0')}` }] }));
		await askCec('POST', `/rest/isales/v2/openapi/campaigns/{vdn}/calldata/${id}`, { callDataList });
		await simulator().advance(1); // CEC wants a second between two such requests
	}
	await askCec('PUT', `/rest/isales/v1/openapi/campaigns/{vdn}/${id}/resume`);
	await until('The first results', async () => ((await taken()).length >= 20 ? true : undefined));
	const awayMs = await restart(machine('webhook'));
	await simulator().setSpeed(FAST);
	await until('All results', async () => ((await taken()).length >= COUNT ? true : undefined), 120_000);

	const refused = (await sent()).flatMap(({ attempts }) => attempts).filter(({ accepted }) => !accepted).length;
	expect(refused).toBeGreaterThan(0);
	const callIds = (await endedExecutions(await acceptedPosts())).flatMap((one) => one.items('Results').map(({ callId }) => String(callId)));
	expect(callIds.sort()).toEqual((await taken()).sort());
	expect(new Set(callIds).size).toBe(COUNT);
	process.stdout.write(`The processor was away for ${(awayMs / 1000).toFixed(1)} s; ${refused} posts were not taken and came again\n`);
});

it('of callbacks that CEC posts once only, each that was taken has its execution', async () => {
	await simulator().reset({ speed: 1 });
	await simulator().callbackSettings({ sharedKey: 'demo-shared-key' });
	listening = await onReleased();
	const all = { kind: 'released', url: listening.url, count: 1500, concurrency: 4 };
	const sending = steerSimulator<{ accepted: number; elapsedMs: number; statuses: Record<string, number> }>(runtime().simulatorUrl, 'burst', all);
	await until('Some of them', async () => ((await n8n().executionIds(listening.stored)).length > 50 ? true : undefined));
	await restart(machine('webhook'));
	const { accepted, statuses } = await sending;
	expect(accepted).toBeGreaterThan(50);
	expect(accepted).toBeLessThan(all.count);
	// An answer may be lost on its way, of what was taken all the same.
	const executions = await endedExecutions(accepted, accepted + all.concurrency);
	const called = executions.flatMap((one) => one.items('Released').map(({ called: number }) => String(number)));
	expect(new Set(called).size).toBe(executions.length);
	process.stdout.write(`${accepted} of ${all.count} callbacks were taken: ${JSON.stringify(statuses)}\n`);
});

interface Sent {
	body: IDataObject[];
	accepted: boolean;
	attempts: Array<{ accepted: boolean }>;
}

const sent = async () => (await simulator().sentCallbacks()) as unknown as Sent[];
const acceptedPosts = async () => (await sent()).filter(({ accepted }) => accepted).length;
const taken = async () => (await sent()).filter(({ accepted }) => accepted).flatMap(({ body }) => body.map(({ callId }) => String(callId)));

/** All executions, of which there are so many and no more, when they have ended well. */
async function endedExecutions(count: number, most = count): Promise<Execution[]> {
	const executions = await n8n().waitForExecutions(listening.stored, count);
	expect(executions.length).toBeGreaterThanOrEqual(count);
	expect(executions.length).toBeLessThanOrEqual(most);
	expect(executions.filter(({ status }) => status !== 'success')).toEqual([]);
	return executions;
}
