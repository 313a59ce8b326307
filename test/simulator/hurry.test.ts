import { setTimeout as sleep } from 'node:timers/promises';
import { DateTime } from 'luxon';
import type { Simulator } from '../../simulator';
import { Desk } from './agent-desk';
import { minutes, receiver, runningCampaign, sales, simulator } from './harness';

const A = '447700900201';
const B = '447700900202';

describe('a clock that runs by itself', () => {
	let sim: Simulator;
	afterEach(async () => await sim.close());

	/** Where it is day now: close to midnight a retry would fall on the next day. */
	const zone = DateTime.utc().hour < 12 ? 'Etc/GMT-6' : 'Etc/GMT+6';
	const local = (days = 0): string => DateTime.now().setZone(zone).plus({ days }).toFormat('yyyy-MM-dd HH:mm:ss');
	const soon = (): object => ({ strBeginTime: local(), strEndTime: local(2) });

	it('hurries calls, and is back at real time when all have been made and told', async () => {
		sim = await simulator({ start: 'now', speed: 1, hurry: 2000, zone });
		const { url, received, close } = await receiver();
		for (const called of [A, B]) sim.control.setOutcomes({ called, outcomes: [{ failCode: '00603' }] });
		await runningCampaign(sim, [A, B], {
			...soon(),
			callBackUrl: url,
			retryPolicy: { policyType: 0, retryDay: 1, retryTimes: 2, callInterval: 600 },
		});
		const { subscriptions } = sim.control['world']();
		subscriptions.add({ serviceCallBackUri: url, nlpFlag: false });
		let ahead = 0;
		for (let look = 0; look < 100 && received.flat().length < 4; look++) {
			await sleep(50);
			ahead = Math.max(ahead, sim.clock.now() - Date.now());
		}
		expect(received.flat()).toHaveLength(4);
		expect(ahead).toBeGreaterThan(minutes(5));
		// Whoever gives signs of life in real time is still subscribed.
		expect(subscriptions.alive()).toHaveLength(1);
		for (let look = 0; look < 40 && sim.control.time().speed !== 1; look++) await sleep(50);
		expect(sim.control.time().speed).toBe(1);
		expect(Math.abs(sim.clock.now() - Date.now())).toBeLessThan(1000);
		await close();
	});

	it('lets agents talk in real time, and ends no call before it began', async () => {
		sim = await simulator({ start: 'now', speed: 1, hurry: 60, zone });
		sim.control.setCalls({ called: A, outcomes: [{ reason: 1 }] });
		const agent = await Desk.open(sim, '101');
		const { result: callId } = await agent.order('PUT', '/callout', { called: A });
		const call = (): any => (sim.control.state() as any).agentCalls.find((one: any) => one.callId === callId);
		for (let look = 0; look < 100 && call().talkBegan === undefined; look++) await sleep(50);
		expect(call().talkBegan).toBeGreaterThan(Date.now());
		await sleep(300);
		await agent.done('DELETE', '/release');
		const { talkBegan, ended } = call();
		expect(ended - talkBegan).toBeGreaterThanOrEqual(300);
		for (let look = 0; look < 40 && sim.clock.now() - Date.now() > 1000; look++) await sleep(50);
		expect(Math.abs(sim.clock.now() - Date.now())).toBeLessThan(1000);
	});

	it('does not take a number for blocked that is not', async () => {
		sim = await simulator({ start: 'now', speed: 60, zone });
		await sales(sim)('/blocklist/add', { blocklist: [B] });
		await runningCampaign(
			sim,
			Array.from({ length: 20 }, (_, i) => String(447700900300 + i)),
			soon(),
		);
	});
});
