import fc from 'fast-check';
import type { Simulator } from '../../simulator';
import { hours, minutes, type Request, receiver, runningCampaign, sales, simulator } from './harness';

const A = '447700900201';
const B = '447700900202';
const C = '447700900203';

describe('dialing', () => {
	let sim: Simulator;
	let request: Request;
	beforeEach(async () => {
		sim = await simulator();
		request = sales(sim);
		sim.control.setOutcomes({ default: 'answer' });
	});
	afterEach(async () => await sim.close());

	const state = (id: number): any =>
		(sim.control.state() as { campaigns: any[] }).campaigns.find((campaign) => campaign.id === id);
	const results = async (id: number, body: object = { showDetail: 1, pageSize: 100 }) =>
		(await request(`/callresult/${id}`, body)).body;
	const calledTimes = async (id: number, called?: string): Promise<string[]> =>
		(await results(id)).data
			.filter((one: { called: string }) => called === undefined || one.called === called)
			.map((one: { callTimeStr: string }) => one.callTimeStr);
	const fails = (called: string, ...codes: string[]) =>
		sim.control.setOutcomes({ called, outcomes: codes.map((failCode) => ({ failCode })) });

	it('dials, answers, and tells how each call went in the shapes of 7.5.1 to 7.5.4', async () => {
		fails(B, '00603');
		const id = await runningCampaign(sim, [A, B]);
		await sim.clock.advance(minutes(2));
		const { totalCount, data } = await results(id, {});
		expect(totalCount).toBe(2);
		expect(data.find((one: any) => one.called === A)).toEqual({
			campaignId: String(id),
			sessionId: 's0',
			called: A,
			callTimeStr: expect.stringMatching(/^2026-03-02 08:0\d:\d\d$/),
			callStatus: 6,
			failCode: '0',
			resultCode: 'OB99999',
			vdnId: 1,
			callId: expect.stringMatching(/^\d{10}-\d+$/),
			recordPath: expect.stringMatching(/^Y:\/1\/1\/20260302\//),
		});
		const failed = data.find((one: any) => one.called === B);
		expect(failed).toMatchObject({ callStatus: 5, failCode: '00603', resultCode: 'OB00002', recordPath: '' });

		const answered = data.find((one: any) => one.called === A);
		const detail = (await request(`/callresultdetail/${answered.callId}`)).body.data;
		expect(detail).toMatchObject({ callStatus: '6', failCode: '00000', called: A });
		expect(detail.ackBeginTime < detail.callBeginTime && detail.callBeginTime < detail.callEndTime).toBe(true);
		const recording = await fetch(detail.recordPath);
		expect(recording.headers.get('content-type')).toBe('audio/wav');
		expect((await fetch(detail.recordPath.replace('Signature=', 'Signature=x'))).status).toBe(403);
		await sim.clock.advance(hours(5));
		expect((await fetch(detail.recordPath)).status).toBe(403);
		expect((await request('/callresultdetail/0-0')).body.resultCode).toBe('0200007');

		const transcript = (await request('/callRecord', { callId: answered.callId })).body.recordList;
		expect(transcript).toHaveLength(3);
		expect(transcript[0]).toMatchObject({ interNo: '1', userSaying: 'null', responseSource: '0' });
		const second = await request('v2:/callRecord', { callId: answered.callId, page: 2, limit: 2 });
		expect(second.body.recordList).toEqual([transcript[2]]);
		const statistics = (await request(`/failcategorystatistics?campaignId=${id}`)).body;
		expect(statistics.data).toEqual([{ statDate: '2026-03-02', failData: { '00603': 1 } }]);
	});

	it('pages results, and binds its dates', async () => {
		const id = await runningCampaign(sim, [A, B, C]);
		await sim.clock.advance(minutes(2));
		const page = await results(id, { pageSize: 2, pageNum: 2 });
		expect([page.totalCount, page.data.length]).toEqual([3, 1]);
		expect((await results(id, { sessionId: 's1' })).data).toEqual([expect.objectContaining({ called: B })]);
		const code = async (beginTime?: string, endTime?: string) =>
			(await results(id, { beginTime, endTime })).resultCode;
		expect(await code('2026-03-02', '2026-03-03')).toBe('0200000');
		expect(await code('2026-03-02')).toBe('0200008');
		expect(await code('02.03.2026', '2026-03-03')).toBe('0200009');
		expect(await code('2026-03-02', '2026-03-02')).toBe('0200010');
		expect(await code('2026-03-02', '2026-04-02')).toBe('0200011');
		expect((await results(id, { showDetail: 1, pageSize: 101 })).resultCode).toBe('02000007');
		expect((await results(id, { showDetail: 0, pageSize: 500 })).resultCode).toBe('0200000');
	});

	it('keeps to the pace of callCount in callInterval', async () => {
		const called = Array.from({ length: 12 }, (_, i) => `4477009003${10 + i}`);
		const id = await runningCampaign(sim, called, {
			ivrParam: { deviceSign: '90502', callCount: 2, callInterval: 10 },
		});
		await sim.clock.advance(minutes(5));
		const times = (await calledTimes(id)).map((time) => Date.parse(`${time}Z`) / 1000).sort((a, b) => a - b);
		expect(times).toHaveLength(12);
		const spread = times[times.length - 1] - times[0];
		expect(spread).toBeGreaterThanOrEqual(45);
		expect(spread).toBeLessThanOrEqual(65);
	});

	it('waits for its begin and its windows', async () => {
		const id = await runningCampaign(sim, [A], {
			strBeginTime: '2026-03-03 00:00:00',
			scheduleParam: { workdayBeginTime1: '09:00', workdayEndTime1: '10:00' },
		});
		await sim.clock.advance(hours(24) + minutes(59));
		expect((await results(id)).totalCount).toBe(0);
		await sim.clock.advance(minutes(2));
		expect(await calledTimes(id)).toEqual(['2026-03-03 09:00:00']);
	});

	it('stops when a window closes, and goes on in the next one', async () => {
		const id = await runningCampaign(sim, [A, B, C], {
			scheduleParam: { workdayBeginTime1: '09:00', workdayEndTime1: '09:02' },
			ivrParam: { deviceSign: '90502', callCount: 1, callInterval: 90 },
		});
		await sim.clock.advance(hours(24 * 4));
		const times = await calledTimes(id);
		expect(times).toHaveLength(3);
		expect(times.every((time) => time.slice(11) >= '09:00:00' && time.slice(11) < '09:02:00')).toBe(true);
		expect(new Set(times.map((time) => time.slice(0, 10))).size).toBeGreaterThan(1);
	});

	it.each([
		['a weekday', { type: 1, week: '1,3' }],
		['a date', { type: 2, beginTime: '2026-03-02', endTime: '2026-03-02' }],
		['a day of every year', { type: 3, beginTime: '12-20', endTime: '03-02' }],
	])('dials in the holiday windows on %s', async (_name, holiday) => {
		const id = await runningCampaign(sim, [], {
			scheduleParam: {
				workdayBeginTime1: '00:00',
				workdayEndTime1: '23:59',
				holidayBeginTime1: '15:00',
				holidayEndTime1: '16:00',
			},
		});
		await request(`/${id}/pause`, undefined, 'PUT');
		await request(`/holiday/${id}`, { name: 'Day off', ...holiday });
		await request(`/calldata/${id}`, { callDataList: [{ called: A }] });
		await request(`/${id}/resume`, undefined, 'PUT');
		await sim.clock.advance(hours(6));
		expect((await results(id)).totalCount).toBe(0);
		await sim.clock.advance(hours(2));
		expect(await calledTimes(id)).toEqual(['2026-03-02 15:00:00']);
	});

	it('dials nothing while paused, and goes on when resumed', async () => {
		const id = await runningCampaign(sim, [A, B], {
			ivrParam: { deviceSign: '90502', callCount: 1, callInterval: 60 },
		});
		await sim.clock.advance(minutes(1.2));
		await request(`/${id}/pause`, undefined, 'PUT');
		// The call that rang then goes on.
		await sim.clock.advance(hours(1));
		expect((await results(id)).totalCount).toBe(1);
		await request(`/${id}/resume`, undefined, 'PUT');
		await sim.clock.advance(minutes(2));
		expect((await results(id)).totalCount).toBe(2);
	});

	it('lets only free agents take calls', async () => {
		const id = await runningCampaign(sim, [A, B, C], {
			deviceType: 6,
			ivrParam: undefined,
			skillParam: { skillId: 3, skillName: 'sales', outBoundType: 6 },
		});
		await sim.clock.advance(minutes(10));
		const calls = state(id).results as Array<{ callTime: number; endTime: number; workNo: number }>;
		expect(calls.map(({ workNo }) => workNo)).toEqual([101, 101, 101]);
		for (let i = 1; i < calls.length; i++) {
			expect(calls[i].callTime).toBeGreaterThanOrEqual(calls[i - 1].endTime + 5000);
		}
	});

	it('dials nobody for a queue without agents', async () => {
		const id = await runningCampaign(sim, [A], {
			deviceType: 6,
			ivrParam: undefined,
			skillParam: { skillId: 4, skillName: 'support', outBoundType: 6 },
		});
		await sim.clock.advance(hours(2));
		expect((await results(id)).totalCount).toBe(0);
	});

	describe('retries', () => {
		it('by the plain policy: so many a day, on so many days', async () => {
			fails(A, '00603');
			const id = await runningCampaign(sim, [A], {
				retryPolicy: { policyType: 0, retryDay: 2, retryTimes: 3, callInterval: 600 },
			});
			await sim.clock.advance(hours(24 * 5));
			const times = await calledTimes(id);
			expect(times.filter((time) => time.startsWith('2026-03-02'))).toHaveLength(3);
			expect(times.filter((time) => time.startsWith('2026-03-03'))).toHaveLength(3);
			expect(times).toHaveLength(6);
			expect((await results(id, {})).totalCount).toBe(1);
		});

		it('ends with the first answer', async () => {
			fails(A, '00603', '00537', '00000');
			const id = await runningCampaign(sim, [A], {
				retryPolicy: { policyType: 0, retryDay: 1, retryTimes: 6, callInterval: 60 },
			});
			await sim.clock.advance(hours(3));
			const codes = (await results(id)).data.map((one: { failCode: string }) => one.failCode);
			expect(codes).toEqual(['00603', '00537', '0']);
		});

		it('by result: a busy line again, a missing number not', async () => {
			fails(A, '00537');
			fails(B, '00538');
			const id = await runningCampaign(sim, [A, B], {
				retryPolicy: {
					policyType: 0,
					resultRetry: '[{"result":"1","retryNumber":"2","callInterval":"600"}]',
				},
			});
			await sim.clock.advance(hours(3));
			expect(await calledTimes(id, A)).toHaveLength(3);
			expect(await calledTimes(id, B)).toHaveLength(1);
		});

		it('not for a display result that is not to be retried', async () => {
			fails(A, '00603');
			fails(B, '00537');
			const id = await runningCampaign(sim, [A, B], {
				retryPolicy: {
					policyType: 0,
					retryDay: 1,
					retryTimes: 3,
					callInterval: 60,
					noRetryPolicy: ['OB00002'],
				},
			});
			await sim.clock.advance(hours(3));
			expect(await calledTimes(id, A)).toHaveLength(1);
			expect(await calledTimes(id, B)).toHaveLength(3);
		});

		it('by number type', async () => {
			[A, B, C].forEach((called) => fails(called, '00603'));
			const typed = (calledNo: string, type: string) => ({ sessionId: type, called: [{ calledNo, type }] });
			const id = await runningCampaign(sim, [typed(A, 'MOBILE'), typed(B, 'HOME'), typed(C, 'WORK')], {
				retryPolicy: {
					policyType: 1,
					policyJson: JSON.stringify([
						{ dataType: 'MOBILE', type: 0, policy: { retryDay: 1, retryTimes: 4, callInterval: 30 } },
						{ dataType: 'HOME', type: 1, policy: [{ result: 2, retryNumber: 1, callInterval: 30 }] },
					]),
				},
			});
			await sim.clock.advance(hours(3));
			expect(await calledTimes(id, A)).toHaveLength(4);
			expect(await calledTimes(id, B)).toHaveLength(2);
			expect(await calledTimes(id, C)).toHaveLength(1);
		});

		it('never beyond what any plain policy allows', async () => {
			fails(A, '00603');
			const policies = fc.record({
				retryDay: fc.integer({ min: 1, max: 5 }),
				retryTimes: fc.integer({ min: 1, max: 6 }),
				callInterval: fc.integer({ min: 1, max: 86400 }),
			});
			let count = 0;
			await fc.assert(
				fc.asyncProperty(policies, async (policy) => {
					const times = { strBeginTime: sim.control.time().local, strEndTime: '2027-12-31 00:00:00' };
					const name = `policy ${count++}`;
					const id = await runningCampaign(sim, [A], {
						name,
						...times,
						retryPolicy: { policyType: 0, ...policy },
					});
					await sim.clock.advance(hours(24 * 8));
					const days = new Map<string, number>();
					for (const time of await calledTimes(id)) {
						const day = time.slice(0, 10);
						days.set(day, (days.get(day) ?? 0) + 1);
					}
					expect(days.size).toBe(policy.retryDay);
					expect(Math.max(...days.values())).toBeLessThanOrEqual(policy.retryTimes);
					await request(`/${id}/pause`, undefined, 'PUT');
					await request(`/${id}`, undefined, 'DELETE');
				}),
				{ numRuns: 8 },
			);
		});
	});

	describe('several numbers of a contact', () => {
		const contact = [
			{
				sessionId: 'one',
				called: [
					{ calledNo: A, type: 'MOBILE' },
					{ calledNo: B, type: 'HOME', delayTime: '300' },
				],
			},
		];

		it('are called one after the other, after their delay', async () => {
			fails(A, '00603');
			const id = await runningCampaign(sim, contact);
			await sim.clock.advance(hours(1));
			const [a, b] = (state(id).results as Array<{ called: string; callTime: number; endTime: number }>).slice();
			expect([a.called, b.called]).toEqual([A, B]);
			expect(b.callTime - a.endTime).toBeGreaterThanOrEqual(300_000);
			expect(b.callTime - a.endTime).toBeLessThan(310_000);
		});

		it('give way to the next when one is blocked', async () => {
			const id = await runningCampaign(sim, contact, { strBeginTime: '2026-03-02 10:00:00' });
			await request('/blocklist/add', { blocklist: [A] });
			await sim.clock.advance(hours(4));
			expect((await results(id)).data.map((one: { called: string }) => one.called)).toEqual([B]);
		});

		it('go by turns when the call policy says so', async () => {
			fails(A, '00603');
			fails(B, '00603');
			const id = await runningCampaign(sim, contact, {
				retryPolicy: {
					policyType: 1,
					policyJson: JSON.stringify(
						['MOBILE', 'HOME'].map((dataType) => ({
							dataType,
							type: 0,
							policy: { retryDay: 1, retryTimes: 2, callInterval: 60 },
						})),
					),
				},
				callPolicy: { callType: 1, chooseType: 0, turns: [{ turnType: 'HOME' }, { turnType: 'MOBILE' }] },
			});
			await sim.clock.advance(hours(2));
			expect((await results(id)).data.map((one: { called: string }) => one.called)).toEqual([B, A, B, A]);
		});

		it('are known by a dataId of twenty digits (7.4.6)', async () => {
			const id = await runningCampaign(sim, contact);
			const { dataId } = state(id).contacts[0];
			expect(dataId).toMatch(/^\d{20}$/);
			expect((await request(`/calldata/${id}/${dataId}`)).body.data).toMatchObject({
				dataId,
				calledNos: [
					{ calledNo: A, type: 'MOBILE' },
					{ calledNo: B, type: 'HOME' },
				],
			});
			expect((await request(`/calldata/${id}/1`)).body.resultCode).toBe('0200001');
		});
	});

	it('skips a number that was blocked meanwhile, until the block expires for others', async () => {
		const id = await runningCampaign(sim, [A, B], { strBeginTime: '2026-03-02 10:00:00' });
		await request('/blocklist/add', { blocklist: [A], validityTime: 24 });
		await request('/blocklist/add', { blocklist: [B], validityTime: 1 });
		await sim.clock.advance(hours(3));
		expect(await calledTimes(id)).toEqual(['2026-03-02 10:00:00']);
		expect((await results(id)).data[0].called).toBe(B);
	});

	it('calls a restricted number no more often than allowed in an hour', async () => {
		fails(A, '00603');
		await request('/blocklist/add', { blocklist: [A], restrictTimes: 1, restrictPeriod: '0' });
		const id = await runningCampaign(sim, [A], {
			retryPolicy: { policyType: 0, retryDay: 1, retryTimes: 3, callInterval: 60 },
		});
		await sim.clock.advance(hours(4));
		expect((await calledTimes(id)).map((time) => time.slice(11, 13))).toEqual(['08', '09', '10']);
	});

	it('drops a contact whose recycle time has come', async () => {
		const id = await runningCampaign(
			sim,
			[{ sessionId: 'late', called: [{ calledNo: A }], recycleTime: '2026-03-02 09:00:00' }],
			{ strBeginTime: '2026-03-02 10:00:00' },
		);
		await sim.clock.advance(hours(3));
		expect(state(id).contacts).toEqual([]);
		expect((await results(id)).totalCount).toBe(0);
	});

	it('calls again when a business result asks for it (7.7.1)', async () => {
		const busiPolicy = JSON.stringify([
			{ busiResultCode: '100100', busiResultSubCode: '100101', busiResultPolicy: 2, callInterval: 600 },
		]);
		const id = await runningCampaign(sim, [A, B], {
			retryPolicy: { policyType: 0, retryDay: 1, retryTimes: 1, callInterval: 60, busiPolicy },
		});
		fails(B, '00603');
		await sim.clock.advance(minutes(5));
		const [a, b] = state(id).contacts.map((contact: { dataId: string }) => contact.dataId);
		const write = async (dataId: string, body: object) => (await request(`/callBusiResult/${dataId}`, body)).body;
		const result = { busiResult: '100100', subStatus: '100101', workNo: '101' };
		expect(await write(a, result)).toEqual({
			resultCode: '0200000',
			resultDesc: 'The business result is written back successfully.',
		});
		expect((await write(a, { ...result, subStatus: '100301' })).resultCode).toBe('0200034');
		expect((await write('12345678901234567890', result)).resultCode).toBe('0200033');
		expect((await write(b, result)).resultCode).toBe('0200999');
		await sim.clock.advance(minutes(15));
		expect(await calledTimes(id, A)).toHaveLength(2);
		expect(await calledTimes(id, B)).toHaveLength(1);
	});

	it('draws the same outcomes from the same seed', async () => {
		const run = async (): Promise<string[]> => {
			sim.control.reset({ seed: 7 });
			sim.control.setOutcomes({ default: 'random', answerRate: 0.3 });
			const id = await runningCampaign(
				sim,
				Array.from({ length: 40 }, (_, i) => `4477009004${10 + i}`),
			);
			await sim.clock.advance(minutes(10));
			return state(id).results.map((one: { failCode: string }) => one.failCode);
		};
		const first = await run();
		expect(first).toHaveLength(40);
		expect(new Set(first).size).toBeGreaterThan(3);
		expect(await run()).toEqual(first);
	});

	it('runs by itself when the clock does', async () => {
		const id = await runningCampaign(sim, [A, B, C]);
		sim.clock.run(2000);
		const deadline = performance.now() + 5000;
		while (state(id).results.length < 3 && performance.now() < deadline) await new Promise(setImmediate);
		expect(state(id).results).toHaveLength(3);
	});

	describe('callbacks (7.6.1)', () => {
		it('push the ended calls together as a bare list', async () => {
			const hook = await receiver();
			const id = await runningCampaign(sim, [A, B], { callBackUrl: hook.url });
			await sim.clock.advance(minutes(2));
			const records = hook.received.flat();
			expect(hook.received.every(Array.isArray)).toBe(true);
			expect(records.map((one) => one.called).sort()).toEqual([A, B]);
			expect(records[0]).toEqual({
				campaignId: String(id),
				sessionId: expect.any(String),
				called: expect.any(String),
				callTimeStr: expect.any(String),
				callStatus: 6,
				failCode: '0',
				vdnId: 1,
				callId: expect.any(String),
				customField: 'b1',
				recordPath: expect.any(String),
			});
			await hook.close();
		});

		it('come again at once, then every ten minutes, six times at most', async () => {
			const hook = await receiver(() => ({ status: 500 }));
			await runningCampaign(sim, [A], { callBackUrl: hook.url });
			await sim.clock.advance(hours(5));
			const [{ attempts }] = sim.control.callbacks() as Array<{ attempts: Array<{ time: number }> }>;
			expect(hook.received).toHaveLength(6);
			const after = attempts.map(({ time }) => (time - attempts[0].time) / minutes(1));
			expect(after).toEqual([0, 0, 10, 20, 30, 40]);
			await hook.close();
		});

		it('stop with the first 200, whatever it says', async () => {
			let status = 202;
			const hook = await receiver(() => ({ status, body: { retCode: '1' } }));
			await runningCampaign(sim, [A], { callBackUrl: hook.url });
			await sim.clock.advance(minutes(5));
			expect(hook.received).toHaveLength(2);
			status = 200;
			await sim.clock.advance(hours(5));
			expect(hook.received).toHaveLength(3);
			await hook.close();
		});

		it('are lost or repeated on request', async () => {
			const hook = await receiver();
			sim.control.setCallbacks({ lose: 2 });
			await runningCampaign(sim, [A], { callBackUrl: hook.url });
			await sim.clock.advance(minutes(5));
			expect(hook.received).toHaveLength(0);
			await sim.clock.advance(minutes(10));
			expect(hook.received).toHaveLength(1);
			sim.control.setCallbacks({ repeat: 1 });
			await runningCampaign(sim, [B], { name: 'second', callBackUrl: hook.url });
			await sim.clock.advance(minutes(5));
			expect(hook.received).toHaveLength(3);
			expect(hook.received[1]).toEqual(hook.received[2]);
			await hook.close();
		});
	});
});
