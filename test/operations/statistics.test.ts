/** Statistics: days and months as the user means them, metrics in words, long lists, and groups that keep their members. */
import type { IDataObject } from 'n8n-workflow';

import { agentDayMetrics } from '../../nodes/HuaweiCecStatistics/metrics/agent';
import { ivrMetrics } from '../../nodes/HuaweiCecStatistics/metrics/ivr';
import { skillQueueDayMetrics } from '../../nodes/HuaweiCecStatistics/metrics/skillQueue';
import { inboundTotals, outboundTotals } from '../../nodes/HuaweiCecStatistics/metrics/totals';
import { vdnMetrics } from '../../nodes/HuaweiCecStatistics/metrics/vdn';
import { HuaweiCecStatistics } from '../../nodes/HuaweiCecStatistics/HuaweiCecStatistics.node';
import { Bench, byId } from '../support/bench';
import { execute, loadOptions, searchList, testCredential } from '../support/n8n';

const node = new HuaweiCecStatistics();

let bench: Bench;

beforeAll(async () => {
	bench = await Bench.start();
	bench.moveClock();
});

afterAll(async () => {
	jest.restoreAllMocks();
	await bench.close();
});

beforeEach(() => bench.reset());

async function run(resource: string, operation: string, parameters: object): Promise<IDataObject[]> {
	const items = await execute({ node, credentials: bench.credentials, parameters: { resource, operation, ...parameters } as IDataObject });
	return items.map(({ json }) => json);
}

const sent = () => bench.requests.map(({ body }) => body as IDataObject);
const groups = () => (bench.state as unknown as { userGroups: Array<{ id: string; name: string; members: number[]; inspects: string[] }> }).userGroups;
const groupNamed = (name: string) => groups().find((one) => one.name === name);

describe('metrics', () => {
	test.each(Object.entries({ agentDayMetrics, ivrMetrics, skillQueueDayMetrics, vdnMetrics }))('of %s have names and keys of their own, with units', (_kind, known) => {
		const rows = Object.entries(known);
		for (const position of [0, 1] as const) {
			const words = rows.map(([, row]) => row[position]);
			expect(new Set(words).size).toBe(words.length);
		}
		for (const [code, [name, key]] of rows) {
			expect(key).toMatch(/^[a-z][A-Za-z0-9]*$/);
			if (code.includes('_DURATION_')) expect([name, key]).toEqual([expect.stringMatching(/\(Seconds\)$/), expect.stringMatching(/Seconds/)]);
			if (code.includes('_RATE_')) expect([name, key]).toEqual([expect.stringMatching(/\(%\)$/), expect.stringMatching(/Percent$/)]);
		}
	});

	test('of a day come as values, and by interval as a series in the time zone of the user that adds up to them', async () => {
		const asked = { skillIds: ['2'], indexIds: ['IDX_COUNT_SKILL_REQUEST', 'IDX_COUNT_SKILL_CONNECTED'], day: 'Y' };
		const [whole] = await run('skillQueueMetric', 'getRecent', asked);
		expect(whole).toMatchObject({ id: '2', values: { requests: expect.any(Number), answered: expect.any(Number) } });
		expect(whole).not.toHaveProperty('series');
		const [cut] = await run('skillQueueMetric', 'getRecent', { ...asked, filters: { interval: '60MIN' }, options: { timeZone: 'Asia/Shanghai' } });
		expect(cut).not.toHaveProperty('values');
		const series = cut.series as Array<{ time: string; requests: number }>;
		expect(series[0].time).toMatch(/^2026-03-01T\d\d:00:00\.000\+08:00$/);
		expect(series.length).toBeGreaterThan(10);
		expect(series.map(({ time }) => time)).toEqual(series.map(({ time }) => time).sort());
		expect(series.reduce((sum, { requests }) => sum + requests, 0)).toBe((whole.values as { requests: number }).requests);
	});

	test('a day and the same day among others are counted alike', async () => {
		const indexIds = ['IDX_COUNT_AGENT_REQUEST'];
		const [yesterday] = await run('agentMetric', 'getRecent', { agentIds: ['101'], indexIds, day: 'Y' });
		const [sameDay] = await run('agentMetric', 'getDays', { agentIds: ['101'], indexIds, from: '2026-03-01T15:30:00', to: '2026-03-01T09:00:00' });
		expect(sameDay.values).toEqual(yesterday.values);
	});

	test('days are sent as days, whatever the hour, and months as months', async () => {
		const indexIds = ['IDX_COUNT_SKILL_REQUEST'];
		await run('skillQueueMetric', 'getDays', { skillIds: ['2'], indexIds, from: '2026-02-26T15:30:00', to: '2026-02-28T23:59:59' });
		expect(sent()[0]).toMatchObject({ ccId: 1, vdn: 1, beginDayTime: '2026-02-26 00:00:00', endDayTime: '2026-02-28 23:59:59' });
		await run('skillQueueMetric', 'getMonths', { skillIds: ['2'], indexIds, from: '2026-01-31T15:30:00', to: '2026-02-01T00:00:00' });
		expect(sent()[1]).toMatchObject({ beginMonthTime: '202601', endMonthTime: '202602' });
	});

	test('that are not counted by the interval, or by nothing else, are told before CEC is asked', async () => {
		const within = { skillIds: ['2'], indexIds: ['IDX_COUNT_SKILL_ABANDON_IN_10'], filters: { interval: '15MIN' } };
		await expect(run('skillQueueMetric', 'getRecent', within)).rejects.toThrow('"Abandoned Within 10 Seconds" is counted for whole days only: leave out "Interval"');
		const calls = { vdnIds: ['1'], indexIds: ['IDX_COUNT_INBOUND_CALL', 'IDX_COUNT_TOTAL_CALL'] };
		await expect(run('vdnMetric', 'getRecent', calls)).rejects.toThrow('"Calls" is counted for intervals only: add "Interval"');
		expect(bench.requests).toEqual([]);
	});

	test('are those of the own VDN where none is given', async () => {
		const [{ id }] = await run('vdnMetric', 'getRecent', { indexIds: ['IDX_COUNT_INBOUND_CALL'] });
		expect([id, sent()[0].vdnIds]).toEqual(['1', [1]]);
	});

	test('more agents than CEC takes at once are asked for piece by piece', async () => {
		const agentIds = Array.from({ length: 250 }, (_none, index) => 300 - index);
		const found = await run('agentMetric', 'getRecent', { agentIds, indexIds: ['IDX_COUNT_AGENT_REQUEST'], returnAll: true });
		expect(sent().map((body) => (body.agentIds as number[]).length)).toEqual([100, 100, 50]);
		expect(found.map(({ id }) => id)).toEqual(['105', '104', '103', '102', '101']);
	});
});

test.each([
	['getInbound', { calledNumbers: '15550100' }, inboundTotals],
	['getOutbound', { callingNumbers: '15550102' }, outboundTotals],
])('daily totals of %s all have readable keys, each its own', async (operation, numbers, known) => {
	const days = { from: '2026-03-01T00:00:00', to: '2026-03-01T00:00:00' };
	const [row] = await run('dailyTotal', operation, { ...numbers, callTypes: [0, 7], subCcNo: 1, ...days });
	const names = Object.values(known).filter((name, index, all) => all.indexOf(name) === index);
	expect(Object.keys(row.values as object).sort()).toEqual(names.sort());
	const about = ['id', 'beginLogDay', 'endLogDay', 'calleeNo', 'callerNo', 'callType', 'vdn', 'serviceNo', 'orgCcNo', 'subCcNo', 'serCcNo', 'obsServiceNo'];
	const others = [...about, 'currentAgentId', 'currentSkillId', 'callTypeName', 'values'];
	expect(Object.keys(row).filter((key) => !(key in known) && !others.includes(key))).toEqual([]);
	for (const [key, name] of Object.entries(known)) {
		if (/Time$/.test(key)) expect(name).toMatch(/Seconds/);
		if (/Minute$/.test(key)) expect(name).toMatch(/Minutes$/);
	}
});

describe('missed calls', () => {
	test('are asked for in UTC, and told in the time zone of the user', async () => {
		const filters = { from: '2026-03-01T18:00:00', to: '2026-03-01T20:00:00' };
		const found = await run('missedCall', 'getMany', { returnAll: true, filters, options: { timeZone: 'Asia/Shanghai' } });
		expect(sent()[0]).toEqual({ vdn: 1, beginTime: '2026-03-01 10:00:00', endTime: '2026-03-01 12:00:00', offset: 0, limit: 5000 });
		expect(found.length).toBeGreaterThan(0);
		for (const { waitedFrom } of found) {
			expect(String(waitedFrom) >= '2026-03-01T18:00:00.000+08:00' && String(waitedFrom) <= '2026-03-01T20:00:00.000+08:00').toBe(true);
		}
	});

	test('are refused with the words of CEC, which stand under another key than elsewhere', async () => {
		const credentials = { ...bench.credentials, huaweiCecSignatureApi: { ...bench.credentials.huaweiCecSignatureApi, vdnId: 2 } };
		const parameters = { resource: 'missedCall', operation: 'getMany' };
		const refused = { message: expect.stringContaining('(code 0100002)'), description: expect.stringContaining('"ccId or vdn does not exist"') };
		await expect(execute({ node, credentials, parameters })).rejects.toMatchObject(refused);
	});

	test('come page by page, as many as there are', async () => {
		const found = await run('missedCall', 'getMany', { returnAll: true });
		const { total } = bench.requests[0].response as { total: number };
		expect(found).toHaveLength(total);
		expect(bench.requests).toHaveLength(Math.ceil(total / 5000));
		expect(total).toBeGreaterThan(5000);
		expect(new Set(found.map(({ callId, waitBegin }) => `${String(callId)} ${String(waitBegin)}`)).size).toBe(total);
	});
});

test('totals of a number agree with the metrics of the queues behind it', async () => {
	const days = { from: '2026-03-01T00:00:00', to: '2026-03-01T00:00:00' };
	const [total] = await run('dailyTotal', 'getInbound', { calledNumbers: '15550103', callTypes: [0], subCcNo: 1, ...days });
	const [{ values }] = await run('skillQueueMetric', 'getDays', { skillIds: ['5'], indexIds: ['IDX_COUNT_SKILL_REQUEST', 'IDX_DURATION_SKILL_CONNECTED'], ...days });
	expect(total.values).toMatchObject(values as object);
	expect(sent()[0]).toEqual({ queryParam: { calleeNos: ['15550103'], beginLogDay: '2026-03-01', endLogDay: '2026-03-01', callTypes: [0], subCcNo: 1, vdn: 1, ccId: 1 } });
});

test('agents come page by page, with the page in the path', async () => {
	for (let index = 0; index < 120; index += 1) {
		const account = { userAccount: `person.${index}`, userName: `Person ${index}`, password: 'Demo-pw12', email: `person${index}@example.com` };
		await bench.management('agentAccount/create', { ...account, agentType: 4, ccRoleId: 2 });
	}
	bench.sim.control.clearRequests();
	expect(await run('agent', 'getMany', { returnAll: true })).toHaveLength(125);
	expect(bench.requests.map(({ path }) => path.split('/').slice(-4).join('/'))).toEqual(['1/1/0/100', '1/1/100/100']);
	bench.sim.control.clearRequests();
	expect(await run('agent', 'getMany', { limit: 7 })).toHaveLength(7);
	expect(bench.requests.map(({ path }) => path.split('/').slice(-2).join('/'))).toEqual(['0/7']);
});

describe('groups', () => {
	test('keep their members where no agent is given to be removed', async () => {
		for (const agentIds of ['', []]) {
			await expect(run('groupMember', 'remove', { agentIds })).rejects.toThrow('"Agent Names or IDs" is missing');
		}
		await expect(run('groupMember', 'removeAll', { confirm: false })).rejects.toThrow(/was not confirmed/);
		expect(bench.requests).toEqual([]);
		expect(groupNamed('Agents')?.members).toEqual([101, 102]);
		await run('groupMember', 'remove', { agentIds: ['101'] });
		expect(groupNamed('Agents')?.members).toEqual([102]);
		await run('groupMember', 'removeAll', { confirm: true });
		expect(groups().flatMap(({ members }) => members)).toEqual([]);
	});

	test('an agent moves to a new group, and out of the old one', async () => {
		const [moved] = await run('groupMember', 'move', { agentId: byId(101), target: 'new', name: 'Night shift', type: 2 });
		expect(groupNamed('Night shift')).toMatchObject({ id: moved.groupId, members: [101] });
		expect(groupNamed('Agents')?.members).toEqual([102]);
		await expect(run('groupMember', 'move', { agentId: byId(101), target: 'new', name: 'Agents', type: 2 })).rejects.toThrow('There is a group of this name already');
		await expect(run('groupMember', 'move', { agentId: byId(999), target: 'new', name: 'Other', type: 2 })).rejects.toThrow('The VDN has no such agent');
	});

	test('inspect one another, until one is deleted', async () => {
		const relation = { inspectorGroupId: byId(groupNamed('Inspectors')?.id ?? ''), agentGroupIds: [groupNamed('Agents')?.id] };
		await run('inspectionRelation', 'add', relation);
		expect(groupNamed('Inspectors')?.inspects).toEqual(relation.agentGroupIds);
		await run('userGroup', 'delete', { groupId: byId(groupNamed('Agents')?.id ?? ''), confirm: true });
		expect(groups()).toMatchObject([{ name: 'Inspectors', inspects: [] }]);
	});
});

describe('lists to pick from', () => {
	const given = () => ({ node, credentials: bench.credentials, parameters: {} });

	test.each([
		['agents', { name: 'Agent One · 101', value: '101' }],
		['skillQueues', { name: 'sales · 3', value: '3' }],
		['tenants', { name: 'Example Ltd · 202211228274', value: '202211228274' }],
		['vdns', { name: 'Example Ltd · 1', value: '1' }],
	])('%s', async (picker, entry) => {
		expect((await searchList(node, picker, given())).results).toContainEqual(entry);
		expect(await loadOptions(node, picker, given())).toContainEqual(entry);
	});

	test('groups are told apart by what they are for', async () => {
		const names = async (picker: string) => (await searchList(node, picker, given())).results.map(({ name }) => name);
		expect(await names('userGroups')).toEqual(['Agents', 'Inspectors']);
		expect(await names('agentGroups')).toEqual(['Agents']);
		expect(await names('inspectorGroups')).toEqual(['Inspectors']);
	});

	test('campaigns', async () => {
		const id = await bench.campaign({ name: 'Reminder' });
		expect((await searchList(node, 'campaigns', given())).results).toEqual([{ name: `Reminder · ${id}`, value: String(id) }]);
	});
});

test('the credential is tested with a query that every key may send', async () => {
	expect(await testCredential(node, 'huaweiCecSignatureApiTest', bench.credentials.huaweiCecSignatureApi)).toMatchObject({ status: 'OK' });
	const wrong = { ...bench.credentials.huaweiCecSignatureApi, secretKey: 'wrong' };
	expect(await testCredential(node, 'huaweiCecSignatureApiTest', wrong)).toMatchObject({ status: 'Error' });
});
