/** The trigger that looks for records that CEC does not push: what it tells, exactly once, whatever happens between. */
import { randomUUID } from 'node:crypto';
import type { IDataObject } from 'n8n-workflow';

import type { Memory } from '../../cec/polling/cursor';
import { HuaweiCecNewRecordTrigger } from '../../nodes/HuaweiCecNewRecordTrigger/HuaweiCecNewRecordTrigger.node';
import { HuaweiCecBotManagement } from '../../nodes/HuaweiCecBotManagement/HuaweiCecBotManagement.node';
import { HuaweiCecQualityInspection } from '../../nodes/HuaweiCecQualityInspection/HuaweiCecQualityInspection.node';
import { HuaweiCecStatistics } from '../../nodes/HuaweiCecStatistics/HuaweiCecStatistics.node';
import { asInspection, CCISQM, FILE } from '../operations/qualityInspection/shared';
import { OPERATOR } from '../operations/sqm';
import { CHAT, HOTLINE, talk } from '../simulator/bot-desk';
import { hours, minutes } from '../simulator/harness';
import { Bench, byId, CUSTOMER } from '../support/bench';
import { execute, loadOptions, poll, searchList } from '../support/n8n';

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
		expect(asked().at(-1)).toMatchObject({ beginTime: '2026-03-02 07:01:00', endTime: '2026-03-02 09:01:00' });
	});

	/** What CEC lists at the next look. */
	const listOnce = (...missedCalls: IDataObject[]) =>
		bench.sim.control.addFault({ match: { path: 'queryMissedCalls', times: 1 }, kind: 'body', body: { returnCode: '0', total: missedCalls.length, missedCalls } });

	test('that show long after they began to wait are told, once, also of the same second', async () => {
		await look();
		await pass(minutes(90));
		await look();
		const late = { callId: '1-1', callerNo: '447700900001', calleeNo: '15550100', waitBegin: '2026-03-02 08:10:00', callEnd: '2026-03-02 09:31:00', mediaType: 5 };
		const later = { ...late, callId: '1-2' };
		listOnce(late);
		listOnce(later, late);
		listOnce(later, late);
		await pass(minutes(1));
		expect(await look()).toMatchObject([{ callId: '1-1', waitedFrom: '2026-03-02T08:10:00.000Z', mediaTypeName: 'Voice Call' }]);
		expect(await look()).toMatchObject([{ callId: '1-2' }]);
		expect(await look()).toEqual([]);
	});

	test('that move on to another queue are two', async () => {
		await look();
		const call = { callId: '1-1', callerNo: '447700900001', calleeNo: '15550100', callEnd: '2026-03-02 08:00:40', mediaType: 5 };
		// Pages shift while they are read: one comes twice.
		listOnce(...['2026-03-02 08:00:10', '2026-03-02 08:00:10', '2026-03-02 08:00:30'].map((waitBegin) => ({ ...call, waitBegin })));
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
		['to one number', { accessCodes: ['15550100'] }, ({ calleeNo }) => calleeNo === '15550100'],
		['of one kind', { media: [53] }, ({ mediaType }) => mediaType === 53],
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

	test('that show because the user looks further back are not new', async () => {
		await look();
		parameters.options = { watchHours: 24 };
		expect(await look()).toEqual([]);
		expect(await look()).toEqual([]);
		expect((await lookEvery(hours(4), 1)).length).toBeGreaterThan(0);
	});

	test('of other filters were known before', async () => {
		await look();
		await pass(hours(12));
		parameters.filters = { accessCodes: ['none'] };
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
		parameters.filters = { accessCodes: ['none'] };
		await expect(examples()).rejects.toThrow('There is nothing of the last 30 days that fits the settings of this node');
	});

	test('can be chosen by the numbers of the contact centre', async () => {
		expect(await loadOptions(node, 'calledNumbers', given())).toContainEqual(expect.objectContaining({ value: '15550100' }));
	});
});

describe('finished inspections', () => {
	beforeEach(() => Object.assign(parameters, { triggerOn: 'finishedInspection', actingUserId: OPERATOR, status: [2] }));

	/** Hands a recording in, which is inspected half a minute later, or refused where there is no such file. */
	const handIn = async (voiceFilePath = FILE) => {
		const call = { agentId: bench.state.agents[0].workNo, beginTime: '2026-03-01 09:51:07', endTime: '2026-03-01 09:57:57', language: 'zh_CN' };
		return String((await asInspection(bench, `${CCISQM}/openapi/qualityInspect`, { voiceFilePath, ...call })).call_uuid);
	};

	const uuids = (rows: IDataObject[]) => rows.map(({ calls }) => (calls as IDataObject[]).map(({ call_uuid: uuid }) => uuid));
	const told = async () => uuids(await look());

	/** A row as CEC gives it, with calls of these IDs. */
	const group = (...calls: string[]) => ({ call_group_id: 'g', calls: calls.map((uuid) => ({ call_uuid: uuid, status: 2, upload_time: 1772438400 })) });
	const answerOnce = (...data: object[]) =>
		bench.sim.control.addFault({ match: { path: 'appraisecall/details', times: 1 }, kind: 'body', body: { data, paging: { total: data.length } } });

	test('are told when they are finished, once', async () => {
		expect(await poll(node, given())).toBeUndefined();
		const uuid = await handIn();
		await pass(10_000);
		expect(await look()).toEqual([]);
		await pass(30_000);
		expect(await told()).toEqual([[uuid]]);
		await pass(minutes(1));
		expect(await look()).toEqual([]);
	});

	test('are told also hours after they were handed in, and forgotten when they can show no more', async () => {
		await look();
		const first = await handIn();
		await pass(hours(23));
		expect(await told()).toEqual([[first]]);
		expect(await lookEvery(hours(24), 1)).toEqual([]);
		await handIn();
		await pass(hours(25));
		await look();
		expect(await lookEvery(hours(1), 6)).toEqual([]);
		expect(memory().known).toEqual({});
	});

	test('look as the Quality Inspection node shows them', async () => {
		const span = { uploadedFrom: '2026-03-02T00:00:00Z', uploadedTo: '2026-03-03T00:00:00Z' };
		const list = { resource: 'inspectedCall', operation: 'getMany', returnAll: true, actingUserId: OPERATOR, media: [0, 2], status: [2], ...span };
		const listed = async (simplify: boolean) =>
			(await execute({ node: new HuaweiCecQualityInspection(), credentials: bench.credentials, parameters: { ...list, simplify } })).map(({ json }) => json);
		expect(await examples()).toEqual([...(await listed(true))].reverse());
		parameters.simplify = false;
		const raw = (await examples()) ?? [];
		expect(raw).toHaveLength(3);
		expect(JSON.stringify(raw)).not.toContain('uploadedAt');
	});

	test('are told by how they have ended', async () => {
		parameters.status = [40];
		await look();
		const uuid = await handIn('Y:\\none.V3');
		await handIn();
		await pass(minutes(1));
		expect(await told()).toEqual([[uuid]]);
	});

	test('are asked for with all that the user has set', async () => {
		const filters = { agentName: 'agent.one', agentUserId: '1', keyword: 'price', longestDuration: 600, media: [0], shortestDuration: 10 };
		Object.assign(parameters, { filters, options: { watchHours: 2 } });
		await look();
		expect(asked().at(-1)).toEqual({
			upload_from: Date.parse('2026-03-02T06:00:00Z') / 1000,
			upload_to: Date.parse('2026-03-02T10:00:00Z') / 1000,
			call_types: [0],
			status: [2],
			staff_name: 'agent.one',
			staff_id: '1',
			keyword: 'price',
			duration_max: 600,
			duration_min: 10,
			page: 1,
			limit: 100,
		});
		expect(bench.requests.at(-1)?.headers).toMatchObject({ 'x-userid': OPERATOR });
	});

	test('of groups are told when a call of them is new, and not when one is gone', async () => {
		await look();
		const rows = [group('a'), group('a', 'b'), group('b'), group('b', 'c')];
		const found: unknown[] = [];
		for (const row of rows) {
			answerOnce(row);
			await pass(minutes(1));
			found.push(await told());
		}
		expect(found).toEqual([[['a']], [['a', 'b']], [], [['b', 'c']]]);
	});

	test('that were there when other things are asked for are not new', async () => {
		await look();
		parameters.filters = { media: [2] };
		expect(await look()).toEqual([]);
		parameters.filters = {};
		expect(await look()).toEqual([]);
	});

	test('need somebody in whose name they are read', async () => {
		parameters.actingUserId = '';
		await expect(look()).rejects.toThrow('"Acting User ID" is missing');
	});
});

describe('conversations with bots', () => {
	beforeEach(() => Object.assign(parameters, { triggerOn: 'botConversation', customerIds: `${CUSTOMER}, kiosk-1` }));

	const callIds = (rows: IDataObject[]) => rows.map(({ callId }) => callId);

	/** Somebody begins to talk to a bot. */
	const begin = async (callId: string, customer = CUSTOMER, accessCode = CHAT) => {
		const one = await talk(bench.sim, accessCode, callId);
		await one.begin(customer);
		await pass(1000);
		return one;
	};

	test('are told when they have ended, once', async () => {
		expect(await poll(node, given())).toBeUndefined();
		const one = await begin('call-1');
		expect(await look()).toEqual([]);
		await one.say('my bill');
		await one.hangUp();
		await pass(minutes(1));
		expect(await look()).toMatchObject([{ callId: 'call-1', customerId: CUSTOMER, turns: expect.arrayContaining([expect.objectContaining({ said: 'my bill' })]) }]);
		await pass(minutes(1));
		expect(await look()).toEqual([]);
	});

	test('of the customers that are named only, all of them', async () => {
		await look();
		for (const [callId, customer] of [['call-1', 'kiosk-1'], ['call-2', 'kiosk-2'], ['call-3', CUSTOMER]]) await (await begin(callId, customer)).hangUp();
		await pass(minutes(1));
		expect(callIds(await look())).toEqual(['call-1', 'call-3']);
	});

	test('without an end are told when nothing was said for an hour', async () => {
		await look();
		await begin('call-1');
		await pass(minutes(50));
		expect(await look()).toEqual([]);
		await pass(minutes(11));
		expect(callIds(await look())).toEqual(['call-1']);
		await pass(minutes(1));
		expect(await look()).toEqual([]);
	});

	test('of one bot only', async () => {
		parameters.filters = { accessCode: byId(CHAT) };
		await look();
		await begin('call-1', CUSTOMER, HOTLINE);
		await (await begin('call-2')).hangUp();
		await pass(hours(2));
		expect(callIds(await look())).toEqual(['call-2']);
		expect((await searchList(node, 'botAccessCodes', given())).results.map(({ value }) => value)).toContain(CHAT);
	});

	test('look as the Bot Management node shows them', async () => {
		await bench.botConversation();
		const list = { resource: 'conversationRecord', operation: 'getMany', customerId: CUSTOMER };
		const listed = await execute({ node: new HuaweiCecBotManagement(), credentials: bench.credentials, parameters: list });
		expect(await examples()).toEqual(listed.map(({ json }) => json));
	});

	test('are asked for in the zone of CEC', async () => {
		await bench.renewBotToken();
		parameters.options = { timeZone: 'Asia/Shanghai' };
		bench.sim.control.clearRequests();
		await look();
		expect(asked()).toMatchObject([CUSTOMER, 'kiosk-1'].map((userMobile) => ({ userMobile, beginTime: '2026-03-01 16:00:00', endTime: '2026-03-03 16:00:00' })));
	});

	test('are found on all pages', async () => {
		await look();
		for (let count = 0; count < 105; count += 1) await (await begin(`call-${count}`)).hangUp();
		await pass(minutes(1));
		expect(await look()).toHaveLength(105);
		expect(await look()).toEqual([]);
	});

	test('need customers', async () => {
		parameters.customerIds = '';
		await expect(look()).rejects.toThrow('"Customer IDs" is missing');
	});
});

describe('items for robots', () => {
	const QUEUE = '00019cad3dd5c71d4696b209d7024fa04d01';

	beforeEach(() => Object.assign(parameters, { triggerOn: 'rpaItem', queueUid: byId(QUEUE), status: ['failed', 'success'] }));

	const told = async () => (await look()).map(({ uid, status }) => [uid, status]);

	test('are told when a robot has done them, once', async () => {
		await bench.queueItem();
		await pass(minutes(1));
		expect(await poll(node, given())).toBeUndefined();
		const uid = await bench.queueItem();
		await pass(1000);
		const bad = await bench.queueItem({ inputJsonData: '{"fail":true}' });
		expect(await look()).toEqual([]);
		await pass(minutes(1));
		expect(await told()).toEqual([[uid, 'success'], [bad, 'failed']]);
		await pass(minutes(1));
		expect(await look()).toEqual([]);
	});

	test('are told with each status that the user wants to hear of', async () => {
		parameters.status = ['init', 'success'];
		await look();
		const uid = await bench.queueItem();
		expect(await told()).toEqual([[uid, 'init']]);
		await pass(minutes(1));
		expect(await told()).toEqual([[uid, 'success']]);
		expect(await look()).toEqual([]);
	});

	test('of one priority only', async () => {
		parameters.filters = { priority: 'high', activity: 'active' };
		await look();
		await bench.queueItem();
		const uid = await bench.queueItem({ priority: 'high' });
		await pass(minutes(1));
		expect(await told()).toEqual([[uid, 'success']]);
		expect(asked().at(-1)).toMatchObject({ conditions: { queueUid: QUEUE, status: 'success', priority: 'high', inactived: 'active' } });
	});

	test('are found on all pages, and told only some time after they were made', async () => {
		await look();
		for (let count = 0; count < 120; count += 1) await bench.queueItem();
		await pass(minutes(1));
		expect(await look()).toHaveLength(120);
		expect(await lookEvery(hours(372), 2)).toEqual([]);
		expect(Object.keys(memory().known)).toHaveLength(120);
		expect(await lookEvery(hours(1), 6)).toEqual([]);
		expect(Object.keys(memory().known)).toEqual([]);
	});

	test('look as the Bot Management node shows them', async () => {
		await bench.queueItem();
		await pass(minutes(1));
		const list = { resource: 'rpaQueueItem', operation: 'getMany', queueUid: byId(QUEUE) };
		const listed = await execute({ node: new HuaweiCecBotManagement(), credentials: bench.credentials, parameters: list });
		expect(await examples()).toEqual(listed.map(({ json }) => json));
	});

	test('that are too many to look through are not passed over in silence', async () => {
		for (let page = 0; page < 101; page += 1) {
			const queueData = Array.from({ length: 50 }, (_, index) => ({ uid: `${page} ${index}`, status: 'failed', createTime: 1772438400000 }));
			bench.sim.control.addFault({ match: { path: 'queryRpaQueueData', times: 1 }, kind: 'body', body: { errorCode: 0, total: 6000, queueData } });
		}
		await expect(look()).rejects.toThrow('CEC lists more than 5000 of these, too many to look through again and again');
	});

	test('are chosen by job and queue', async () => {
		const { results } = await searchList(node, 'rpaJobs', given());
		const tickets = results.find(({ name }) => name.startsWith('Tickets'));
		parameters.jobUid = byId(String(tickets?.value));
		expect((await searchList(node, 'rpaQueues', given())).results).toMatchObject([{ value: QUEUE }]);
	});
});

test('times are in a zone that there is', async () => {
	parameters.options = { timeZone: 'Asia/Nowhere' };
	await expect(look()).rejects.toThrow('"Asia/Nowhere" is no time zone');
});
