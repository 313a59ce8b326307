import { stringify } from 'lossless-json';
import { type Simulator, tenant } from '../../simulator';
import { type Answer, hours, management, type Request, simulator, token } from './harness';

const SQM = '/apiaccess/CCSQM/rest/ccisqm/v1';
const CCISQM = '/apiaccess/CCISQM/rest/ccisqm/v1';
const [MANAGER, INSPECTOR, COLLEAGUE] = [3, 4, 5].map((n) => `165226842953886610${n}`);
const RUDE = '3b9cd7a9-d38c-4aa0-a35d-77f6abb9f497';
const HOTLINE = 'groupid_5cbec488-23d1-4551-a41a-6f81e501dcf7';
const GONE = 16239245027406915901n;

describe('the inspection of calls', () => {
	let sim: Simulator;
	/** Ids of twenty digits are given as bigints. */
	let as: (userId?: string) => Request;
	let request: Request;

	beforeEach(async () => {
		sim = await simulator();
		as = (userId) => async (path, body) => {
			// Anew each time: tokens last an hour, and the clock runs on for days.
			const { AccessToken } = (await token(sim)).body;
			const headers = {
				'content-type': 'application/json',
				authorization: `Bearer ${AccessToken}`,
				'x-app-key': tenant.appKey,
				...(userId !== undefined && { 'x-userid': userId }),
			};
			const response = await fetch(`${sim.url}${path}`, { method: 'POST', headers, body: stringify(body) });
			const text = await response.text();
			const isJson = /^[{[]/.test(text);
			return { status: response.status, text, body: isJson ? JSON.parse(text) : undefined };
		};
		request = as(INSPECTOR);
	});
	afterEach(async () => await sim.close());

	const post = async (path: string, body: object): Promise<Answer> => await request(`${SQM}/${path}`, body);
	const ok = async (path: string, body: object) => {
		const answer = await post(path, body);
		expect([path, answer.status]).toEqual([path, 200]);
		return answer.body;
	};

	describe('calls (12.2.12)', () => {
		const query = {
			...{ limit: 10, page: 1, call_types: [0, 2], status: [2] },
			...{ upload_from: 1772300000, upload_to: 1772500000 },
		};

		it('are found by when they were handed in, the newest first', async () => {
			const { data, paging, ...others } = await ok('appraisecall/details', query);
			expect(others).toEqual({});
			expect(paging).toEqual({ total: 3 });
			expect(data[2]).toMatchObject({ call_group_id: RUDE, calls: [{ call_uuid: RUDE, call_type: 0, status: 2, call_time: 1772420400 }] });
			expect((await ok('appraisecall/details', { ...query, call_types: [2] })).paging).toEqual({ total: 1 });
			expect((await ok('appraisecall/details', { ...query, keyword: 'dead' })).paging).toEqual({ total: 1 });
			expect((await ok('appraisecall/details', { ...query, upload_from: 1772428000 })).paging).toEqual({ total: 1 });
		});

		it.each([
			[{ limit: 7 }],
			[{ status: [4] }],
			[{ status: undefined }],
			[{ call_types: [1] }],
			[{ call_types: 0 }],
			[{ upload_from: 1772300000000 }],
			[{ upload_from: '1772300000' }],
			[{ call_end: 1 }],
		])('are not with %j', async (changes) => {
			expect((await post('appraisecall/details', { ...query, ...changes })).status).toBe(400);
		});

		it('need a user, which recordings do not', async () => {
			const anybody = as();
			expect((await anybody(`${SQM}/appraisecall/detail`, { call_uuid: RUDE })).status).toBe(400);
			expect((await anybody(`${CCISQM}/appraisecall/detail`, { call_uuid: RUDE })).body).toMatchObject({ status: 2 });
			expect((await as('1')(`${SQM}/appraisecall/detail`, { call_uuid: RUDE })).status).toBe(500);
			expect((await post('appraisecall/detail', { call_uuid: 'x' })).status).toBe(500);
		});

		it('that are handed in are waiting, and inspected later', async () => {
			const { call_uuid: uuid } = await ok('appraisecall/create', { call_type: 0, file_name: 'x.V3' });
			const stateAt = async (ms: number) => {
				await sim.clock.advance(ms);
				return (await ok('appraisecall/detail', { call_uuid: uuid })).status;
			};
			expect([await stateAt(0), await stateAt(5000), await stateAt(15_000), await stateAt(10_000)]).toEqual([0, 3, 1, 2]);
		});
	});

	const scores = async () => (await request(`${CCISQM}/appraisecall/credit`, { call_uuid: RUDE })).body[0];

	it('scores are lists by scenario, negative where a rule is broken (12.2.17.4)', async () => {
		const { credit, sensitive_words: words } = await scores();
		expect(credit[0]).toMatchObject({
			score: 62, // 80, without a greeting (3), silent (5) and rude (10)
			rules: [{ valid: false, score: -3, revise: -1, setting: { rule_name: 'Greeting' } }],
			silence_rule: [{ valid: false, score: -5, name: 'Silence' }],
			setting: { group_id: HOTLINE, group_name: 'Hotline' },
		});
		expect(words).toMatchObject([{ valid: false, invalid_segment: [3], setting: { sw_name: 'nonsense' } }]);
	});

	describe('review tasks (12.2.14, 12.2.15)', () => {
		const fixedColumns = { interactionType: 0, qualityType: 1, qualityNum: '10' };
		const create = async (changes: object = {}) =>
			await post('qualitytask/createQualityTask', {
				...{ currentRole: 'qualityDirector', fixedColumns, qualityTask: { planName: 'T' } },
				...changes,
			});
		const newTask = async (changes: object = {}): Promise<bigint> => BigInt((await create(changes)).body.qualityTaskId);
		const list = async () =>
			(await ok('qualitytask/queryQualityTask', { currentRole: 'qualityDirector', startTimeMillis: 0, endTimeMillis: 2e9, page: 1, rows: 100 })).data;
		const appoint = (qualityTaskId: bigint, changes: object = {}) =>
			post('qualitytask/appointQualityTask', {
				...{ qualityTaskId, setCountsType: 1, isTakeEffect: 1, setCounts: [{ personID: INSPECTOR, count: 1 }] },
				...changes,
			});

		it('draw the calls that fit', async () => {
			const drawn = async (changes: object) => {
				await create({ fixedColumns: { ...fixedColumns, ...changes } });
				return (await list())[0].inspectTotalCount;
			};
			expect(await drawn({})).toBe(2);
			expect(await drawn({ interactionType: 2 })).toBe(1);
			expect(await drawn({ maxNum: '1' })).toBe(1);
			expect(await drawn({ durationStart: 300 })).toBe(1);
			expect(await drawn({ scoreEnd: '70' })).toBe(1);
			expect(await drawn({ qualityCondition: 2 })).toBe(0);
			expect(await drawn({ qualityType: 3, qualityNum: '50' })).toBe(2);
			expect(await drawn({ staffIds: ['1652268429538866102'] })).toBe(1);
		});

		it.each([
			[{ currentRole: 'boss' }],
			[{ currentRole: undefined }],
			[{ fixedColumns: { ...fixedColumns, interactionType: 1 } }],
			[{ fixedColumns: { ...fixedColumns, qualityNum: 10 } }],
			[{ fixedColumns: { ...fixedColumns, qualityNum: '1' } }],
			[{ fixedColumns: { ...fixedColumns, maxNum: '10001' } }],
			[{ startTimeMillis: 1772300000000 }],
			[{ qualityTask: { planName: 'x'.repeat(33) } }],
			[{ customer: 1 }],
		])('are not made with %j', async (changes) => expect((await create(changes)).status).toBe(400));

		it('are known by all of their twenty digits', async () => {
			const first = await newTask();
			await newTask();
			expect((await post('qualitytask/deleteQualityTask', { qualityTaskId: first })).body).toMatchObject({ resultCode: '0409000' });
			expect((await post('qualitytask/deleteQualityTask', { qualityTaskId: first })).status).toBe(500);
			expect(await list()).toHaveLength(1);
			expect((await post('qualitytask/takeEffectQualityTask', { qualityTaskId: String(first), type: '1' })).status).toBe(400);
		});

		it('begin when they are assigned and active, and end when they are terminated', async () => {
			const id = await newTask();
			const activate = async (more: object = {}) =>
				(await post('qualitytask/takeEffectQualityTask', { qualityTaskId: id, type: '1', ...more })).status;
			expect(await activate()).toBe(500);
			expect((await appoint(id, { setCounts: [{ personID: 'x', count: 1 }] })).status).toBe(500);
			expect((await appoint(id, { setCounts: [{ personID: INSPECTOR, count: 3 }] })).status).toBe(500);
			expect((await appoint(id, { setCountsType: 0 })).status).toBe(400);
			expect((await appoint(id, { isTakeEffect: 0 })).status).toBe(200);
			expect(await activate({ type: '2', reserveTime: '2026/03/03' })).toBe(400);
			expect(await activate({ type: '2', reserveTime: '2026-03-01 00:00:00' })).toBe(500);
			expect(await activate({ type: '2', reserveTime: '2026-03-02 09:00:00' })).toBe(200);
			expect((await list())[0]).toMatchObject({ status: '0', effectiveDate: 1772442000 });
			await sim.clock.advance(hours(1));
			expect((await list())[0].status).toBe('1');
			expect((await post('qualitytask/deleteQualityTask', { qualityTaskId: id })).status).toBe(500);
			expect((await post('qualitytask/terminateQualityTask', { qualityTaskId: id })).status).toBe(200);
			expect((await post('qualitytask/terminateQualityTask', { qualityTaskId: id })).status).toBe(500);
			expect((await list())[0].status).toBe('4');
		});

		it('have calls that are corrected and completed once', async () => {
			const id = await newTask();
			await appoint(id);
			const query = { currentRole: 'qualityInspector', page: 1, rows: 10 };
			const { data } = await ok('qualitytask/callsQualityTask', { ...query, fixedColumns: { planCode: String(id) } });
			expect(data).toMatchObject([{ inspectorName: 'inspector.one', is_group: false, calls: [{ call_uuid: RUDE }] }, {}]);
			const reviseId = (await scores()).credit[0].rules[0].revise_id;
			const correction = {
				...{ isGroup: false, ruleType: 10, taskId: data[0].id, uuid: RUDE },
				ruleInfo: { reviseId, revise: 1, description: 'Was greeted' },
			};
			const correct = async (changes: object) => (await post('qualitytask/modifyResultQualityTask', { ...correction, ...changes })).status;
			expect((await ok('qualitytask/modifyResultQualityTask', correction)).resultCode).toBe(409000);
			expect(await correct({ ruleType: 11 })).toBe(500);
			expect(await correct({ ruleType: 14 })).toBe(400);
			expect(await correct({ taskId: '1' })).toBe(500);
			expect(await correct({})).toBe(200);
			expect((await scores()).credit[0]).toMatchObject({ score: 65, rules: [{ valid: false, revise: 1, score: 0 }] });
			const done = { isGroup: false, callId: data[0].calls[0].call_id, qualityTaskCallId: BigInt(data[0].id) };
			const complete = async (changes: object) => (await post('qualitytask/completeQualityTask', { ...done, ...changes })).status;
			expect(await complete({ isGroup: true })).toBe(400);
			expect(await complete({ callId: '1' })).toBe(500);
			expect(await complete({})).toBe(200);
			expect(await complete({})).toBe(500);
			expect((await list())[0]).toMatchObject({ inspectFinishedCount: 1, inspectTotalCount: 2 });
		});
	});

	describe('plans (12.2.13)', () => {
		const plan = {
			qiqtName: 'P',
			cronStructure: { qiqtCycleType: '2', qiqtStartTime: 1772442000, qiqtEndType: '2', qiqtEndTime: 1773700000 },
			appointQuality: {
				setCountsType: 2,
				setCounts: [
					{ personID: INSPECTOR, count: 50 },
					{ personID: COLLEAGUE, count: 50 },
				],
			},
			extractionRange: {
				fixedColumns: { interactionType: 0, qualityType: 2, qualityNum: '1', qualityCondition: 0, durationEnd: '200000' },
			},
		};
		const add = async (changes: object = {}) => await post('regularqualitytask/addQualityTask', { ...plan, ...changes });
		const { fixedColumns } = plan.extractionRange;

		it('make a task each week until their time is over', async () => {
			const regularQualityTaskId = BigInt((await add()).body.objId);
			const tell = async (what: string) => (await post(`regularqualitytask/${what}QualityTask`, { regularQualityTaskId })).status;
			expect(await tell('stop')).toBe(500);
			expect(await tell('begin')).toBe(200);
			expect(await tell('begin')).toBe(500);
			expect(await tell('delete')).toBe(500);
			const { list } = await ok('regularqualitytask/queryQualityTask', { page: 1, rows: 10 });
			expect(list).toMatchObject([{ qiqtCycleType: '每周', qiqtStatus: '2', nextExecutionTimeStr: '2026-03-02 09:00:00' }]);
			await sim.clock.advance(hours(24 * 30));
			const { qualityInspection } = sim.control.state() as any;
			// Calls of 200 seconds at most: durations are milliseconds here.
			expect(qualityInspection.tasks.map(({ name, calls }: any) => [name, calls.length])).toEqual([
				['P-1', 1],
				['P-2', 1],
				['P-3', 1],
			]);
			expect(qualityInspection.plans[0]).toMatchObject({ isRunning: false, times: 3 });
			expect(await tell('delete')).toBe(200);
		});

		it.each([
			[{ qiqtName: 'x'.repeat(65) }],
			[{ cronStructure: { ...plan.cronStructure, qiqtCycleType: 2 } }],
			[{ cronStructure: { ...plan.cronStructure, qiqtEndTime: undefined } }],
			[{ cronStructure: { ...plan.cronStructure, qiqtEndType: '1' } }],
			[{ appointQuality: { setCountsType: 2, setCounts: [{ personID: INSPECTOR, count: 50 }] } }],
			[{ appointQuality: { setCountsType: 1, setCounts: [{ personID: INSPECTOR, count: 50 }] } }],
			[{ extractionRange: { fixedColumns: { ...fixedColumns, qualityType: 1 } } }],
			[{ extractionRange: { fixedColumns: { ...fixedColumns, durationStart: '1' } } }],
			[{ extractionRange: { fixedColumns: { ...fixedColumns, interactionType: 1 } } }],
		])('are not made with %j', async (changes) => expect((await add(changes)).status).toBe(400));
	});

	describe('appeals (12.2.12.4, 12.2.16)', () => {
		const complain = async (changes: object = {}) => {
			const reviseId = (await scores()).credit[0].rules[0].revise_id;
			return await as(MANAGER)(`${SQM}/appraisecall/complain`, {
				...{ callId: RUDE, callGroupId: RUDE, callType: '0', leaderRole: '10', leaderUUID: INSPECTOR, taskDescription: 'Noise' },
				chooseRuleGroupList: [{ ruleGroupId: HOTLINE, reviseIdList: [reviseId] }],
				...changes,
			});
		};
		const items = async (fixedColumns: object = {}) => (await ok('qualityitem/queryQualityItem', { fixedColumns })).data;

		it('are possible once at a time', async () => {
			expect((await complain()).body).toEqual({ callId: RUDE, available: true });
			expect((await complain()).body).toEqual({ callId: RUDE, available: false });
			expect(await items({ taskType: '2', taskStatus: 21 })).toMatchObject([{ taskType: 'APPEAL', taskStatus: 'reviewed', initiatorName: 'manager.one' }]);
			expect(await items({ taskType: '1' })).toEqual([]);
			expect(await items({ taskStatus: 22 })).toEqual([]);
		});

		it.each([
			[400, { callType: 0 }],
			[400, { callType: undefined }],
			[400, { chooseRuleGroupList: [{ ruleGroupId: HOTLINE, reviseIdList: [] }] }],
			[500, { callType: '2' }],
			[500, { callGroupId: 'x' }],
			[500, { leaderUUID: 'x' }],
			[500, { chooseRuleGroupList: [{ ruleGroupId: HOTLINE, reviseIdList: ['x'] }] }],
		])('answer %i to %j', async (status, changes) => expect((await complain(changes)).status).toBe(status));

		it('are decided by whoever has them, and end', async () => {
			await complain();
			const [{ id }] = await items();
			const decide = async (userId: string, auditOperation: string, more: object = {}) =>
				(await as(userId)(`${SQM}/qualityitem/appealItem`, { taskInfoId: id, auditOperation, ...more })).status;
			expect(await decide(COLLEAGUE, 'pass')).toBe(500);
			expect(await decide(INSPECTOR, 'assign')).toBe(400);
			expect(await decide(INSPECTOR, 'assign', { assignee: COLLEAGUE })).toBe(200);
			expect(await decide(COLLEAGUE, 'pass')).toBe(200);
			expect((await items({ taskStatus: 24 }))[0].taskOperatorName).toBe('inspector.two');
			const { status } = await post('qualityitem/reassginQualityTask', { qualityTaskInfoId: id, handler: INSPECTOR, role: 'qualityInspector' });
			expect(status).toBe(200);
			expect(await decide(INSPECTOR, 'back', { coment: 'No' })).toBe(200);
			expect(await decide(MANAGER, 'pass')).toBe(500);
			const history = await ok('qualityitem/queryQualityHistory', { qualityTaskInfoId: id });
			expect(history).toMatchObject({ canHandle: false, showReassign: false });
			expect(history.workflowNodeList.map(({ nodeName, conclusion }: any) => [nodeName, conclusion])).toEqual([
				['发起申诉件', undefined],
				['审核', '通过'],
				['处理', '不通过'],
				['完结', undefined],
			]);
		});

		it('tell what they are about, and are corrected', async () => {
			await complain();
			const id = BigInt((await items())[0].id);
			const detail = async () => (await ok('qualityitem/queryQualityItemDetail', { qualityItemId: id })).qualityItemRuleHit[0];
			const { reviseId } = await detail();
			const correction = {
				...{ qualityItemId: String(id), qualityItemType: 2, ruleType: 10, uuid: RUDE },
				ruleInfo: { reviseId, revise: 1, description: 'Was greeted' },
			};
			expect((await post('qualityitem/modifyQualityItemResult', { ...correction, uuid: 'x' })).status).toBe(500);
			expect((await post('qualityitem/modifyQualityItemResult', { ...correction, revisId: 1 })).status).toBe(400);
			await ok('qualityitem/modifyQualityItemResult', correction);
			expect(await detail()).toMatchObject({ valid: 0, revise: 1, description: 'Was greeted' });
			expect(await ok('qualityitem/queryQualityItemResult', { qualityId: id })).toMatchObject([{ automaticScore: 62, manuallyScore: 65 }]);
			expect((await post('qualityitem/queryQualityItemResult', { qualityId: GONE })).status).toBe(500);
		});
	});

	describe('recordings (12.2.17)', () => {
		const body = {
			language: 'zh_CN',
			voiceFilePath: 'Y:\\27\\0\\20260301\\101\\0951044.V3',
			agentId: 101,
			beginTime: '2026-03-01 09:51:07',
			endTime: '2026-03-01 09:57:57',
		};
		const hand = async (what: string, changes: object = {}) => await as()(`${CCISQM}/openapi/${what}`, { ...body, ...changes });
		const text = async (taskId: string, language = 'zh_CN') => (await as()(`${CCISQM}/openapi/getTextByTaskId`, { taskId, language })).body;

		it('have a text after a while, for three days, in their language', async () => {
			const { taskId, resultCode } = (await hand('voice2Text')).body;
			expect(resultCode).toBe('1010200');
			expect(await text(taskId)).toEqual({ errorCode: 1010404, errorMessage: `Failed to obtain the task id is {}${taskId}` });
			await sim.clock.advance(30_000);
			expect(await text(taskId)).toMatchObject({ resultCode: '1010200', bytesZip: expect.stringMatching(/^UEsDB/) });
			expect(await text(taskId, 'en_US')).toMatchObject({ errorCode: 1010404 });
			await sim.clock.advance(hours(72));
			expect(await text(taskId)).toMatchObject({ errorCode: 1010404 });
		});

		it.each([
			[400, { language: 'en' }],
			[400, { agentId: '101' }],
			[400, { beginTime: '2026-03-01T09:51:07' }],
			[500, { agentId: 9 }],
			[500, { endTime: '2026-03-01 09:00:00' }],
		])('answer %i to %j', async (status, changes) => {
			expect((await hand('qualityInspect', changes)).status).toBe(status);
			expect((await hand('voice2Text', changes)).status).toBe(status);
		});

		it('that are not there are not valid', async () => {
			const { call_uuid } = (await hand('qualityInspect', { voiceFilePath: 'Y:\\x.V3' })).body;
			await sim.clock.advance(5000);
			expect((await as()(`${CCISQM}/appraisecall/detail`, { call_uuid })).body).toMatchObject({ status: 40, segments: [] });
		});
	});

	it('wants the key of the app', async () => {
		const without = await management(sim, { 'x-userid': INSPECTOR });
		expect((await without(`${SQM}/appraisecall/detail`, { call_uuid: RUDE })).status).toBe(400);
	});
});
