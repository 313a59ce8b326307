/** The inspection of calls: how things travel, lists to pick from, waiting, and the ways of tasks, plans and appeals. */
import type { IDataObject, INodeExecutionData } from 'n8n-workflow';

import { HuaweiCecQualityInspection } from '../../nodes/HuaweiCecQualityInspection/HuaweiCecQualityInspection.node';
import { Bench, byId, item, rowsOf } from '../support/bench';
import { execute, loadOptions, searchList } from '../support/n8n';
import {
	aPlan,
	aTask,
	anActiveTask,
	anAppeal,
	anAssignedTask,
	asInspection,
	aTaskCall,
	CALLS,
	COLLEAGUE,
	FILE,
	inspectionState,
	MANAGER,
	OTHER_FILE,
	rudeCall,
} from './qualityInspection/shared';
import { OPERATOR } from './sqm';

const node = new HuaweiCecQualityInspection();
const byOperator = { actingUserId: OPERATOR };
const role = { actingRole: 'qualityDirector' };
const sampling = { media: 0, sample: 1, sampleSize: 5, reviewState: 0 };

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

const run = async (resource: string, operation: string, parameters: object, more: { items?: INodeExecutionData[]; continueOnFail?: boolean } = {}) =>
	await execute({ node, credentials: bench.credentials, parameters: { resource, operation, ...byOperator, ...parameters } as IDataObject, ...more });
const sent = (path: string) => bench.requests.filter((request) => request.path.endsWith(path));
const bodies = (path: string) => sent(path).map(({ body }) => body as IDataObject);
/** The node as it stands open in the editor. */
const open = (parameters: object) => ({ credentials: bench.credentials, parameters: { ...byOperator, ...parameters } as IDataObject });
const names = async (picker: string, parameters: object = {}, filter?: string) =>
	(await searchList(node, picker, open(parameters), filter)).results.map(({ name, value }) => [name, value]);

describe('on the wire', () => {
	test('times are seconds, whatever their keys say', async () => {
		const from = '2026-03-01T00:00:00Z';
		const to = '2026-03-03T00:00:00Z';
		const seconds = [from, to].map((time) => Date.parse(time) / 1000);
		await run('inspectedCall', 'getMany', { uploadedFrom: from, uploadedTo: to, media: [0], status: [2, 9], filters: { calledFrom: from, calledTo: to } });
		await run('reviewTask', 'getMany', { ...role, from, to });
		const [calls] = bodies('/appraisecall/details');
		expect(calls).toEqual({
			...{ upload_from: seconds[0], upload_to: seconds[1], call_from: seconds[0], call_to: seconds[1] },
			...{ call_types: [0], status: [2, 9], page: 1, limit: 50 },
		});
		expect(bodies('/qualitytask/queryQualityTask')).toMatchObject([{ startTimeMillis: seconds[0], endTimeMillis: seconds[1], page: 1, rows: 50 }]);
	});

	test('ids of twenty digits keep all of them', async () => {
		const ids = [await aTask(bench, 'First'), await aTask(bench, 'Second')];
		for (const id of ids) expect(BigInt(id)).toBeGreaterThan(2n ** 63n);
		await run('reviewTask', 'delete', { reviewTaskId: byId(ids[1]), confirm: true });
		expect(inspectionState(bench).tasks.map(({ id }) => id)).toEqual([ids[0]]);
		const [{ json }] = await run('reviewTask', 'getMany', { ...role, from: '2026-03-01', to: '2026-03-04' });
		expect(json.id).toBe(ids[0]);
	});

	test('the acting user stands in the header, in plans also in the body; recordings name none', async () => {
		await run('spotCheckPlan', 'create', {
			...{ ...role, ...sampling, name: 'Daily', repeat: 1, start: '2026-03-02T09:00:00Z', end: 1, runs: 2, shareCalls: 0, mostCalls: 5 },
			...{ inspectorsInput: 'fields', inspectors: rowsOf({ userId: COLLEAGUE, count: 0 }) },
		});
		await run('recording', 'getScores', { callUuid: byId(rudeCall(bench).uuid) });
		const [{ headers, body }] = sent('/addQualityTask');
		expect(headers['x-userid']).toBe(OPERATOR);
		expect(body).toMatchObject({
			...{ userId: OPERATOR, currentRole: 'qualityDirector' },
			cronStructure: { qiqtCycleType: '1', qiqtStartTime: 1772442000, qiqtEndType: '1', qiqtTotalTimes: 2 },
			appointQuality: { setCountsType: 0, setCounts: [{ personID: COLLEAGUE, count: 0 }] },
			extractionRange: {
				...{ userId: OPERATOR, currentRole: 'qualityDirector' },
				fixedColumns: { interactionType: 0, qualityType: 1, qualityNum: '5', maxNum: '5', qualityCondition: 0, staffIds: [] },
			},
		});
		expect(sent('/appraisecall/credit')[0].path).toBe('/apiaccess/CCISQM/rest/ccisqm/v1/appraisecall/credit');
		expect(sent('/appraisecall/credit')[0].headers['x-userid']).toBeUndefined();
	});

	test('numbers of a new task are texts, those of a changed one numbers', async () => {
		const given = { ...role, name: 'Week 9' };
		const more = { mostCalls: 3, lowestScore: 10, highestScore: 120, shortestDuration: 10 };
		await run('reviewTask', 'create', { ...given, ...sampling, additionalFields: more });
		const [{ id }] = inspectionState(bench).tasks;
		await run('reviewTask', 'update', { ...given, reviewTaskId: byId(id), drawAnew: true, ...sampling, updateFields: more });
		expect(bodies('/createQualityTask')[0].fixedColumns).toMatchObject({ maxNum: '3', qualityNum: '5', scoreStart: '10', scoreEnd: '120', durationStart: 10 });
		expect(bodies('/qualitytask/updateQualityTask')[0].fixedColumns).toMatchObject({ maxNum: 3, qualityNum: 5, scoreStart: 10, scoreEnd: 120, durationStart: 10 });
	});

	test('a changed task is drawn anew only where that is wanted, and by nothing but what is given', async () => {
		const given = { ...role, name: 'Week 10', reviewTaskId: byId(await aTask(bench)) };
		await run('reviewTask', 'update', given);
		await run('reviewTask', 'update', { ...given, drawAnew: true, ...sampling });
		expect(bodies('/qualitytask/updateQualityTask').map(({ fixedColumns }) => fixedColumns)).toEqual([
			undefined,
			{ interactionType: 0, qualityType: 1, qualityNum: 5, qualityCondition: 0, staffIds: [] },
		]);
	});

	test('a new task has more than one call', async () => {
		await expect(run('reviewTask', 'create', { ...role, ...sampling, name: 'Week 9', sampleSize: 1 })).rejects.toThrow('"Sample Size" must be at least 2, not 1');
	});

	test('a number of calls per agent needs no limit in all, but may have one', async () => {
		const given = { ...role, ...sampling, sample: 2, name: 'Daily', repeat: 1, start: '2026-03-02T09:00:00Z', end: 1, runs: 2, shareCalls: 0 };
		const plan = { ...given, inspectorsInput: 'fields', inspectors: rowsOf({ userId: COLLEAGUE, count: 0 }) };
		await run('spotCheckPlan', 'create', plan);
		await run('spotCheckPlan', 'create', { ...plan, additionalFields: { mostCalls: 20 } });
		const ranges = bodies('/addQualityTask').map(({ extractionRange }) => (extractionRange as IDataObject).fixedColumns as IDataObject);
		expect(ranges.map(({ maxNum }) => maxNum)).toEqual([undefined, '20']);
	});

	test('shares are 100 percent together', async () => {
		const given = { ...role, ...sampling, name: 'Daily', repeat: 1, start: '2026-03-02T09:00:00Z', end: 1, runs: 2, mostCalls: 5, inspectorsInput: 'fields' };
		const shared = (count: number) => ({ ...given, shareCalls: 2, inspectors: rowsOf({ userId: OPERATOR, count: 60 }, { userId: COLLEAGUE, count }) });
		await expect(run('spotCheckPlan', 'create', shared(30))).rejects.toThrow('The shares of the inspectors must be 100 percent together, not 90');
		expect(bench.requests).toEqual([]);
		await run('spotCheckPlan', 'create', shared(40));
		expect(inspectionState(bench).plans).toHaveLength(1);
	});

	test('a list of inspectors may come from an item', async () => {
		const inspectors = [
			{ userId: OPERATOR, count: 1 },
			{ userId: COLLEAGUE, count: 1 },
		];
		const parameters = { reviewTaskId: byId(await aTask(bench)), inspectorsInput: 'json', inspectorsJson: '={{ $json.inspectors }}', activate: false };
		await run('reviewTask', 'assign', parameters, { items: [item({ inspectors })] });
		expect(bodies('/appointQualityTask')[0]).toMatchObject({ setCountsType: 1, isTakeEffect: 0, setCounts: [{ personID: OPERATOR, count: 1 }, { personID: COLLEAGUE, count: 1 }] });
		expect(inspectionState(bench).tasks[0].calls.map(({ inspector }) => inspector)).toEqual([OPERATOR, COLLEAGUE]);
	});
});

describe('lists', () => {
	test('calls, their groups, scenarios and rules', async () => {
		const { uuid, groupId, scenarios } = rudeCall(bench);
		expect(await names('calls', {}, '0951')).toEqual([['0951044.V3 · agent.one', uuid]]);
		expect(await names('callGroups', {}, '0951')).toEqual([['0951044.V3 · agent.one', groupId]]);
		const ofCall = { callUuid: byId(uuid) };
		expect(await names('callScenarios', ofCall)).toEqual([
			['Hotline', scenarios[0].groupId],
			['Sales', scenarios[1].groupId],
		]);
		const rules = (await loadOptions(node, 'callRules', open(ofCall))).map(({ name }) => name);
		expect(rules).toEqual([
			'Greeting · Hotline · Violation',
			'Silence · Hotline · Violation',
			'Speed · Sales · Compliant',
			'Interruption · Sales · Compliant',
			'nonsense · Violation',
		]);
		expect((await names('callRules', ofCall, 'nonsense')).map(([, value]) => value)).toEqual([rudeCall(bench).sensitive[0].reviseId]);
		await expect(names('callScenarios', { callUuid: byId('') })).rejects.toThrow('Choose the call first: scenarios belong to one');
		await expect(names('calls', { actingUserId: '' })).rejects.toThrow('Choose the acting user first: calls belong to one');
	});

	test('agents, once each however many of their calls there are', async () => {
		const agents = [
			['agent.one · 1652268429538866101', '1652268429538866101'],
			['agent.two · 1652268429538866102', '1652268429538866102'],
		];
		const ofAgent = { call_type: 0, staff_id: '1652268429538866101', staff_name: 'agent.one' };
		await Promise.all(Array.from({ length: 110 }, async (_none, index) => await asInspection(bench, `${CALLS}/create`, { ...ofAgent, file_name: `call-${index}` })));
		await asInspection(bench, `${CALLS}/create`, { call_type: 0, file_name: 'of nobody' });
		const sorted = (entries: unknown[][]) => [...entries].sort();
		expect(sorted((await loadOptions(node, 'agentUsers', open({}))).map(({ name, value }) => [name, value]))).toEqual(agents);
		expect(sorted(await names('agentUsers', {}, 'TWO'))).toEqual([agents[1]]);
		await expect(names('agentUsers', { actingUserId: '' })).rejects.toThrow('Choose the acting user first: agents belong to one');
	});

	test('tasks, their calls, plans and items', async () => {
		const id = await anActiveTask(bench);
		const planId = await aPlan(bench);
		const itemId = await anAppeal(bench);
		expect(await names('reviewTasks')).toEqual([[`Week 9 · ${id}`, id]]);
		expect(await names('spotCheckPlans')).toEqual([[`Every day · ${planId}`, planId]]);
		expect(await names('inspectionItems')).toEqual([['0951044.V3 · reviewed · 2026-03-02 08:00:00', itemId]]);
		const { uuid } = rudeCall(bench);
		expect(await names('itemCalls')).toEqual([[`0951044.V3 · ${uuid}`, uuid]]);
		const { calls } = inspectionState(bench).tasks[0];
		const ofTask = { reviewTaskId: byId(id) };
		expect((await names('taskCalls', ofTask)).map(([, value]) => value)).toEqual(calls.map((call) => call.id));
		expect((await names('taskCallIds', ofTask)).map(([, value]) => value)).toEqual(calls.map((call) => call.callId));
		expect((await names('taskCallUuids', ofTask)).map(([, value]) => value)).toEqual(calls.map(({ call }) => call.uuid));
		await expect(names('taskCalls', { reviewTaskId: byId('') })).rejects.toThrow('Choose the acting user and the review task first');
	});
});

describe('many', () => {
	test('come page by page, in the sizes that CEC takes', async () => {
		for (let index = 0; index < 7; index += 1) await run('inspectedCall', 'create', { fileName: `more-${index}`, media: 0 });
		await bench.sim.clock.advance(60_000);
		bench.sim.control.clearRequests();
		const given = { uploadedFrom: '2026-03-01T00:00:00Z', uploadedTo: '2026-03-03T00:00:00Z', media: [0, 2], status: [2] };
		const found = await run('inspectedCall', 'getMany', { ...given, limit: 7 });
		expect(found).toHaveLength(7);
		expect(bodies('/details').map(({ page, limit }) => [page, limit])).toEqual([[1, 10]]);
		expect(await run('inspectedCall', 'getMany', { ...given, returnAll: true })).toHaveLength(10);
	});

	test('items have no total: the last page is the one that is not full', async () => {
		await anAppeal(bench);
		expect(await run('inspectionItem', 'getMany', { returnAll: true })).toHaveLength(1);
		expect(bodies('/queryQualityItem')).toEqual([{ page: 1, rows: 1000 }]);
	});
});

describe('recordings', () => {
	const recorded = () => ({
		filePath: FILE,
		agentId: byId(bench.state.agents[0].workNo),
		callStart: '2026-03-01T09:51:07Z',
		callEnd: '2026-03-01T09:57:57Z',
		language: 'en_US',
		waitUntilDone: true,
	});

	test('are transcribed, and waited for as long as CEC has no text', async () => {
		const [{ json }] = await run('recording', 'transcribe', recorded());
		expect(json).toMatchObject({ taskId: expect.stringMatching(/^608ba63d/), duration: '410', isDone: true });
		expect(String(json.text).split('\n')).toHaveLength(4);
		expect(json).not.toHaveProperty('bytesZip');
		expect(bodies('/voice2Text')[0]).toEqual({
			...{ voiceFilePath: FILE, agentId: bench.state.agents[0].workNo, language: 'en_US' },
			...{ beginTime: '2026-03-01 09:51:07', endTime: '2026-03-01 09:57:57' },
		});
		const asked = sent('/getTextByTaskId');
		expect(asked.map(({ response }) => (response as IDataObject).errorCode)).toEqual([1010404, 1010404, 1010404, undefined]);
		expect(asked[0].body).toEqual({ taskId: json.taskId, language: 'en_US' });
	});

	test('are given up after a while, and told to be', async () => {
		const [{ json }] = await run('recording', 'transcribe', { ...recorded(), filePath: 'Y:\\nothing.V3', waitMinutes: 1 });
		expect(json).toMatchObject({ taskId: expect.any(String), isDone: false });
		expect(json).not.toHaveProperty('text');
	});

	test('are not transcribed twice where asking fails', async () => {
		bench.sim.control.addFault({ kind: 'status', status: 400, match: { path: '/getTextByTaskId' } });
		await expect(run('recording', 'transcribe', recorded())).rejects.toMatchObject({
			message: expect.stringMatching(/^The transcription 608ba63d\d+ was begun, but its end could not be seen/),
			description: expect.stringContaining('Do not begin it again'),
		});
		expect(sent('/voice2Text')).toHaveLength(1);
	});

	test('keep their text for three days', async () => {
		const [{ json }] = await run('recording', 'transcribe', recorded());
		const given = { taskId: json.taskId, language: 'en_US' };
		await bench.sim.clock.advance(2 * 86_400_000);
		const [whole] = await run('recording', 'getTranscript', { ...given, simplify: false });
		expect(whole.json).toMatchObject({ resultCode: '1010200', bytesZip: expect.stringMatching(/^UEsD/), transcript: { sentences: expect.any(Array) } });
		await bench.sim.clock.advance(86_400_000);
		await expect(run('recording', 'getTranscript', given)).rejects.toThrow('CEC has no text for this task (code 1010404)');
	});

	test('have a text that cannot be read', async () => {
		const given = { taskId: '608ba63d00000001', language: 'en_US' };
		const unreadable = { resultCode: '1010200', bytesZip: Buffer.from('PK').toString('base64'), resultDesc: 'success' };
		bench.sim.control.addFault({ kind: 'body', body: unreadable, match: { path: '/getTextByTaskId', times: 2 } });
		await expect(run('recording', 'getTranscript', given)).rejects.toThrow('CEC answered without a file that can be read');
		const [{ json }] = await run('recording', 'getTranscript', { ...given, simplify: false });
		expect(json).toEqual(unreadable);
	});

	test('are inspected, one after the other but waited for together', async () => {
		const items = [item({ path: FILE }), item({ path: OTHER_FILE })];
		const found = await run('recording', 'inspect', { ...recorded(), filePath: '={{ $json.path }}' }, { items });
		expect(found.map(({ json, pairedItem }) => [json.statusName, json.file_name, json.isDone, pairedItem])).toEqual([
			['Inspected', '0951044.V3', true, { item: 0 }],
			['Inspected', '1012007.V3', true, { item: 1 }],
		]);
		const [{ json }] = await run('recording', 'getScores', { callUuid: byId(String(found[0].json.call_uuid)) });
		expect(json.rules).toMatchObject([{ name: 'Greeting', isCompliant: true }, {}, {}, {}]);
	});

	test('that are not there are told to have failed', async () => {
		const failing = run('recording', 'inspect', { ...recorded(), filePath: 'Y:\\nothing.V3' });
		await expect(failing).rejects.toThrow(/^The inspection [0-9a-f-]{36} failed: File Not Valid$/);
	});
});

describe('a task', () => {
	test('is assigned, activated, reviewed and completed', async () => {
		await run('reviewTask', 'create', { ...role, ...sampling, name: 'Week 9' });
		const reviewTaskId = byId(inspectionState(bench).tasks[0].id);
		const inspectors = { inspectorsInput: 'fields', inspectors: rowsOf({ userId: OPERATOR, count: 2 }), activate: true };
		await run('reviewTask', 'assign', { reviewTaskId, ...inspectors });
		const calls = await run('reviewTaskCall', 'getMany', { ...role, reviewTaskId, returnAll: true });
		const [{ id, calls: [one] }] = calls.map(({ json }) => json as { id: string; calls: [{ call_id: string; call_uuid: string }] });
		const result = rudeCall(bench).scenarios[0].results[0];
		const call = { reviewTaskId, taskCallId: byId(id), isGrouped: false };
		await run('reviewTaskCall', 'correct', { ...call, callUuid: byId(one.call_uuid), ruleType: 10, resultId: byId(result.reviseId), verdict: 1, comment: 'Was greeted' });
		await run('reviewTaskCall', 'complete', { ...call, callId: byId(one.call_id) });
		expect(bodies('/completeQualityTask')[0]).not.toHaveProperty('callGroupId');
		expect(rudeCall(bench).scenarios[0].results[0]).toMatchObject({ revise: 1, description: 'Was greeted' });
		const [{ json: scores }] = await run('recording', 'getScores', { callUuid: byId(one.call_uuid) });
		expect(scores.rules).toMatchObject([{ name: 'Greeting', isCompliant: true, isCorrected: true, score: 0 }, {}, {}, {}, {}]);
		const [{ json }] = await run('reviewTask', 'getMany', { ...role, from: '2026-03-01', to: '2026-03-04' });
		expect(json).toMatchObject({ inspectTotalCount: 2, inspectFinishedCount: 1, activeFrom: '2026-03-02T08:00:00.000Z' });
	});

	test('is activated at a time, which stands as a text', async () => {
		const reviewTaskId = byId(await anAssignedTask(bench));
		await run('reviewTask', 'activate', { reviewTaskId, when: 2, time: '2026-03-03T08:00:00Z' });
		expect(bodies('/takeEffectQualityTask')[0]).toMatchObject({ type: '2', reserveTime: '2026-03-03 08:00:00' });
		await expect(run('reviewTask', 'terminate', { reviewTaskId })).rejects.toMatchObject({ description: expect.stringContaining('is not active') });
		await bench.sim.clock.advance(86_400_000);
		await run('reviewTask', 'terminate', { reviewTaskId });
		expect(inspectionState(bench).tasks[0].isTerminated).toBe(true);
	});

	test('takes results of its own calls only, and none of another type of rule', async () => {
		const call = await aTaskCall(bench);
		const resultId = byId(rudeCall(bench).scenarios[0].results[0].reviseId);
		const correct = async (more: object) =>
			await run('reviewTaskCall', 'correct', { ...call, ruleType: 10, resultId, verdict: 0, comment: 'x', isGrouped: false, ...more });
		await expect(correct({ callUuid: byId('other') })).rejects.toMatchObject({ description: expect.stringContaining('not that of the task') });
		await expect(correct({ ruleType: 60 })).rejects.toMatchObject({ description: expect.stringContaining('of another type') });
		expect(rudeCall(bench).scenarios[0].results[0].revise).toBe(-1);
	});
});

describe('a plan', () => {
	test('makes tasks until its runs are over, or it is stopped', async () => {
		const planId = byId(await aPlan(bench));
		await run('spotCheckPlan', 'start', { planId });
		await bench.sim.clock.advance(2 * 3_600_000);
		expect(inspectionState(bench).tasks.map(({ name, calls }) => [name, calls[0].inspector])).toEqual([['Every day-1', OPERATOR]]);
		await run('spotCheckPlan', 'stop', { planId });
		await bench.sim.clock.advance(3 * 86_400_000);
		expect(inspectionState(bench).tasks).toHaveLength(1);
		await run('spotCheckPlan', 'start', { planId });
		await bench.sim.clock.advance(5 * 86_400_000);
		expect(inspectionState(bench).tasks).toHaveLength(4);
		const [{ json }] = await run('spotCheckPlan', 'getMany', {});
		expect(json).toMatchObject({ statusName: 'Stopped', repeatName: 'Daily', qiqtExecutionTimes: 3 });
	});
});

describe('an appeal', () => {
	const step = () => inspectionState(bench).items[0].step;

	test('goes from hand to hand, and its history tells how', async () => {
		const itemId = byId(await anAppeal(bench));
		await run('inspectionItem', 'review', { itemId, decision: 'assign', handlerId: COLLEAGUE });
		await expect(run('inspectionItem', 'review', { itemId, decision: 'pass' })).rejects.toMatchObject({ description: expect.stringContaining('with somebody else') });
		await run('inspectionItem', 'review', { actingUserId: COLLEAGUE, itemId, decision: 'pass', additionalFields: { comment: 'Seems right' } });
		expect(step()).toBe('handling');
		await run('inspectionItem', 'reassign', { itemId, handlerId: OPERATOR, role: 'qualityInspector' });
		await run('inspectionItem', 'review', { itemId, decision: 'pass' });
		await run('inspectionItem', 'review', { actingUserId: MANAGER, itemId, decision: 'pass' });
		expect(step()).toBe('end');
		const [{ json }] = await run('inspectionItem', 'getHistory', { itemId });
		const steps = json.workflowNodeList as Array<IDataObject & { assignHistoryList?: IDataObject[] }>;
		expect(steps.map(({ stepName, handler, conclusionName }) => [stepName, handler, conclusionName])).toEqual([
			['Appeal Made', 'manager.one', undefined],
			['Review', 'inspector.two', 'Passed'],
			['Handling', 'inspector.one', 'Passed'],
			['Verification', 'manager.one', 'Passed'],
			['Completed', 'manager.one', undefined],
		]);
		expect(steps[1]).toMatchObject({
			remark: 'Seems right',
			assignHistoryList: [{ originalHandler: 'inspector.one', newHandler: 'inspector.two', assignedAt: '2026-03-02T08:00:00.000Z' }],
		});
		expect(bodies('/reassginQualityTask')).toEqual([{ qualityTaskInfoId: itemId.value, handler: OPERATOR, role: 'qualityInspector' }]);
	});

	test('is sent back', async () => {
		const itemId = byId(await anAppeal(bench));
		await run('inspectionItem', 'review', { itemId, decision: 'back', additionalFields: { comment: 'No' } });
		expect(bodies('/appealItem')).toEqual([{ taskInfoId: itemId.value, auditOperation: 'back', coment: 'No' }]);
		const [{ json }] = await run('inspectionItem', 'getMany', {});
		expect(json).toMatchObject({ statusName: 'Completed' });
	});

	test('is made once for a call', async () => {
		await anAppeal(bench);
		const { uuid, groupId, scenarios } = rudeCall(bench);
		const rules = rowsOf({ scenarioId: byId(scenarios[0].groupId), resultIds: [scenarios[0].results[1].reviseId] });
		const appeal = { callUuid: byId(uuid), callGroupId: byId(groupId), media: 0, leaderUserId: MANAGER, leaderRole: '10', reason: 'Again', rules };
		await expect(run('inspectedCall', 'appeal', appeal)).rejects.toThrow(/No appeal is possible against this call/);
	});
});
