/** The trigger that looks for records that CEC does not push: what it tells, exactly once, whatever happens between. */
import { randomUUID } from 'node:crypto';
import type { IDataObject } from 'n8n-workflow';

import type { Memory } from '../../cec/polling/cursor';
import { HuaweiCecNewRecordTrigger } from '../../nodes/HuaweiCecNewRecordTrigger/HuaweiCecNewRecordTrigger.node';
import { HuaweiCecStatistics } from '../../nodes/HuaweiCecStatistics/HuaweiCecStatistics.node';
import { hours, minutes } from '../simulator/harness';
import { Bench } from '../support/bench';
import { execute, loadOptions, poll } from '../support/n8n';

const node = new HuaweiCecNewRecordTrigger();

let bench: Bench;
let parameters: IDataObject;
let staticData: IDataObject;
let id: string;

beforeAll(async () => void (bench = await Bench.start()));
afterAll(async () => await bench.close());

beforeEach(() => {
	bench.reset();
	bench.moveClock();
	parameters = {};
	staticData = {};
	id = randomUUID();
});

afterEach(() => jest.restoreAllMocks());

const given = () => ({ id, parameters, staticData, credentials: bench.credentials });
const look = async () => (await poll(node, given())) ?? [];
const examples = async () => await poll(node, given(), 'manual');
const pass = async (ms: number) => await bench.sim.clock.advance(ms);
const asked = () => bench.requests.map(({ body }) => body as IDataObject);
const memory = () => (staticData['node:Node'] as { memory: Memory }).memory;

/** What is told in looks so long after each other. */
async function lookEvery(ms: number, times: number): Promise<IDataObject[]> {
	const told: IDataObject[] = [];
	for (let count = 0; count < times; count += 1) {
		await pass(ms);
		told.push(...(await look()));
	}
	return told;
}

describe('missed calls', () => {
	beforeEach(() => void (parameters.triggerOn = 'missedCall'));

	/** What the Statistics node gives, of calls that were over by then. */
	const listed = async (from: string, to: string, more: IDataObject = {}) => {
		const list = { resource: 'missedCall', operation: 'getMany', returnAll: true, filters: { from, to }, ...more };
		const rows = await execute({ node: new HuaweiCecStatistics(), credentials: bench.credentials, parameters: list });
		return rows.map(({ json }) => json);
	};

	const callIds = (rows: IDataObject[]) => rows.map(({ callId, waitBegin }) => `${String(callId)} ${String(waitBegin)}`);

	test('begin with those that come after the workflow was published, and are told once each, the oldest first', async () => {
		expect(await poll(node, given())).toBeUndefined();
		const before = await listed('2026-03-02T06:00:00Z', '2026-03-02T08:00:00Z');
		const told = await lookEvery(minutes(20), 30);
		const all = await listed('2026-03-02T06:00:00Z', '2026-03-02T18:00:00Z');
		expect(told.length).toBeGreaterThan(20);
		expect(callIds(told).sort()).toEqual(callIds(all).filter((call) => !callIds(before).includes(call)).sort());
		expect(told.slice(0, 3).map(({ waitedFrom }) => waitedFrom)).toEqual(told.slice(0, 3).map(({ waitedFrom }) => waitedFrom).sort());
	});

	test('look as the Statistics node shows them', async () => {
		await look();
		const told = await lookEvery(hours(4), 1);
		const all = await listed('2026-03-02T06:00:00Z', '2026-03-02T12:00:00Z');
		for (const call of told) expect(all).toContainEqual(call);
		parameters.simplify = false;
		const [raw] = await lookEvery(hours(4), 1);
		expect(raw).toMatchObject({ callId: expect.any(String), waitBegin: expect.stringMatching(/^2026-03-02 /) });
		expect(raw).not.toHaveProperty('waitedFrom');
	});

	test('are asked for in UTC, two hours back', async () => {
		parameters.options = { timeZone: 'Asia/Shanghai' };
		await look();
		expect(asked()[0]).toMatchObject({ beginTime: '2026-03-02 06:00:00', endTime: '2026-03-02 10:00:00', offset: 0 });
		await pass(minutes(1));
		parameters.options = { timeZone: 'Asia/Shanghai', watchHours: 1 };
		await look();
		expect(asked().at(-1)).toMatchObject({ beginTime: '2026-03-02 07:00:00', endTime: '2026-03-02 09:01:00' });
	});

	test('that show long after they began to wait are told, once', async () => {
		await look();
		await pass(minutes(90));
		await look();
		const late = { callId: '1-1', callerNo: '447700900001', calleeNo: '15550100', waitBegin: '2026-03-02 08:10:00', callEnd: '2026-03-02 09:31:00', mediaType: 5 };
		const faulty = { kind: 'body', body: { returnCode: '0', total: 1, missedCalls: [late] } } as const;
		bench.sim.control.addFault({ match: { path: 'queryMissedCalls', times: 2 }, ...faulty });
		await pass(minutes(1));
		expect(await look()).toMatchObject([{ callId: '1-1', waitedFrom: '2026-03-02T08:10:00.000Z', mediaTypeName: 'Voice Call' }]);
		expect(await look()).toEqual([]);
	});

	test('that move on to another queue are two', async () => {
		await look();
		const call = { callId: '1-1', callerNo: '447700900001', calleeNo: '15550100', callEnd: '2026-03-02 08:00:40', mediaType: 5 };
		const missedCalls = ['2026-03-02 08:00:10', '2026-03-02 08:00:10', '2026-03-02 08:00:30'].map((waitBegin) => ({ ...call, waitBegin }));
		bench.sim.control.addFault({ match: { path: 'queryMissedCalls', times: 1 }, kind: 'body', body: { returnCode: '0', total: 3, missedCalls } });
		await pass(minutes(1));
		expect((await look()).map(({ waitBegin }) => waitBegin)).toEqual(['2026-03-02 08:00:10', '2026-03-02 08:00:30']);
	});

	test('are found on all pages, after a long time, also when a look fails between them', async () => {
		await look();
		await pass(hours(24 * 90));
		bench.sim.control.addFault({ match: { path: 'queryMissedCalls', skip: 1, times: 1 }, kind: 'body', body: { returnCode: '0100999', returnDesc: 'Busy' } });
		await expect(look()).rejects.toThrow(/^CEC failed/);
		bench.sim.control.clearRequests();
		const told = await look();
		expect(told.length).toBeGreaterThan(5000);
		expect(asked().map(({ offset }) => offset)).toEqual([0, 5000]);
		expect(await look()).toEqual([]);
	});

	test.each<[string, IDataObject, (call: IDataObject) => boolean]>([
		['to one number', { calleeNumbers: ['15550100'] }, ({ calleeNo }) => calleeNo === '15550100'],
		['of one kind', { mediaTypes: [53] }, ({ mediaType }) => mediaType === 53],
		['of one channel', { channels: [1, 2] }, ({ subMediaType }) => subMediaType === 1 || subMediaType === 2],
	])('%s only', async (_what, filters, fits) => {
		await look();
		await pass(hours(12));
		const before = structuredClone(staticData);
		const all = await look();
		staticData = before;
		parameters.filters = filters;
		const some = all.filter(fits);
		expect(some.length).toBeGreaterThan(0);
		expect(some.length).toBeLessThan(all.length);
		expect(await look()).toEqual(some);
	});

	test('of other filters were known before', async () => {
		await look();
		await pass(hours(12));
		parameters.filters = { calleeNumbers: ['none'] };
		expect(await look()).toEqual([]);
		parameters.filters = {};
		expect(await lookEvery(0, 1)).toEqual([]);
	});

	test('are told from where the last look ended when n8n starts anew', async () => {
		await look();
		const saved = JSON.stringify(staticData);
		const told = await lookEvery(minutes(30), 4);
		expect(told.length).toBeGreaterThan(0);
		// n8n saves what is remembered together with the executions that it starts: what is not saved has started none.
		staticData = JSON.parse(saved) as IDataObject;
		expect(callIds(await look()).sort()).toEqual(callIds(told).sort());
		expect(await look()).toEqual([]);
	});

	test('of another account have nothing to do with those before', async () => {
		await look();
		await pass(hours(12));
		memory().of = memory().of.replace('missedCall 1', 'missedCall 2');
		expect(await look()).toEqual([]);
	});

	test('do not pile up in what is remembered', async () => {
		await look();
		for (let day = 0; day < 10; day += 1) {
			await lookEvery(minutes(60), 24);
			expect(Object.keys(memory().known).length).toBeLessThan(60);
		}
	});

	test('say what is wrong with the credential when the workflow is published', async () => {
		const { huaweiCecSignatureApi, ...others } = bench.credentials;
		const credentials = { ...others, huaweiCecSignatureApi: { ...huaweiCecSignatureApi, secretKey: 'wrong' } };
		await expect(poll(node, { ...given(), credentials })).rejects.toThrow(/^CEC does not accept the signature \(HTTP 401\)\. Check access key and secret key/);
		expect(staticData).toEqual({ 'node:Node': {} });
	});

	test('are told once when n8n looks again while a look goes on', async () => {
		await look();
		await pass(hours(6));
		const both = await Promise.all([poll(node, given()), poll(node, { ...given(), staticData: {} })]);
		expect(both.map((items) => (items ?? []).length > 0)).toEqual([true, false]);
	});

	test('of the last hours are shown in the editor, and nothing is remembered for it', async () => {
		const all = await listed('2026-03-01T08:00:00Z', '2026-03-02T08:00:00Z');
		const newest = callIds(all).slice(0, 5).reverse();
		expect(callIds((await examples()) ?? [])).toEqual(newest);
		expect(staticData).toEqual({});
		parameters.filters = { calleeNumbers: ['none'] };
		await expect(examples()).rejects.toThrow('There is nothing of the last 30 days that fits the settings of this node');
	});

	test('can be chosen by the numbers of the contact centre', async () => {
		expect(await loadOptions(node, 'calledNumbers', given())).toContainEqual(expect.objectContaining({ value: '15550100' }));
	});
});

test('times are in a zone that there is', async () => {
	parameters.options = { timeZone: 'Asia/Nowhere' };
	await expect(look()).rejects.toThrow('"Asia/Nowhere" is no time zone');
});
