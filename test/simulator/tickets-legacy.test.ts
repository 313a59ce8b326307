import { type Simulator, tenant } from '../../simulator';
import { type Answer, hours, management, type Request, simulator, START, token } from './harness';

const CASES = '/apiaccess/rest/new_case/v2/cases';
const TASKS = '/apiaccess/service-cloud/rest/new_case/v2/task';
const [ONE, TWO, MANAGER] = [1, 2, 3].map((n) => `165226842953886610${n}`);
const FAULT = 'cvmC0000000000000001';
const DAY = 86_400_000;

const ways = { 'x-app-key': tenant.appKey };
const taskWays = { ...ways, 'x-tenantspaceid': tenant.tenantId };

describe('tickets of Case 1.0', () => {
	let sim: Simulator;
	/** By the user of the workbench. */
	let as: (userId: string) => Promise<Request>;
	let request: Request;
	beforeEach(async () => {
		sim = await simulator();
		as = async (userId) => await management(sim, { ...taskWays, 'x-userid': userId });
		request = await as(ONE);
	});
	afterEach(async () => await sim.close());

	const given = { channelType: '0', content: 'C', title: 'T', caseTypeCode: 'fault' };
	const create = async (changes: object = {}): Promise<Answer> => await request(CASES, { ...given, ...changes });
	const newCase = async (changes: object = {}): Promise<string> => (await create(changes)).body.caseId;
	const query = async (body: object): Promise<Answer> => await request(`${CASES}/casedetails`, body);
	const detail = async (id: string) => (await query({ queryType: 'I', id })).body;
	const caseOf = async (id: string) => (await detail(id)).cases[0];
	const deal = async (id: string, type: string, more: object = {}) =>
		(await request(`${CASES}/dealCase`, { id, type, ...more }, 'PUT')).body;

	describe('cases (16.1)', () => {
		it('are created unassigned, with what was given told back', async () => {
			const { status, body } = await create({ contactName: 'Alex', dueTime: '1772500000000' });
			expect(status).toBe(200);
			expect(body).toEqual({
				...given,
				caseId: expect.stringMatching(/^.{20}$/),
				isAutoPriority: 'true',
				priority: '0',
				contactName: 'Alex',
				dueTime: '1772500000000',
			});
			expect(await detail(body.caseId)).toMatchObject({
				cases: [
					{ status: 'unassigned', creatorName: 'system', caseTypeId: FAULT, ownerId: '', contactPhone: '' },
				],
				caseTrace: [{ traceType: 'Submit Case', createdDate: '2026-03-02 08:00:00' }],
			});
		});

		it('take the fields of their template', async () => {
			const id = await newCase({ AICC__lineNumber__CST: '15550100' });
			expect(await caseOf(id)).toMatchObject({ AICC__lineNumber__CST: '15550100' });
			expect((await create({ AICC__other__CST: 'x' })).status).toBe(400);
			expect((await create({ caseTypeCode: 'complaint', AICC__lineNumber__CST: 'x' })).status).toBe(400);
		});

		it.each([
			[400, { title: null }],
			[400, { title: 'x'.repeat(81) }],
			[400, { content: 'x'.repeat(1001) }],
			[400, { channelType: '5' }],
			[400, { channelType: 0 }],
			[400, { priority: '3' }],
			[400, { contactEmail: 'nobody' }],
			[400, { dueTime: 1772500000000 }],
			[400, { createCaseRequest: {} }],
			[500, { caseTypeCode: 'other' }],
			[500, { caseTypeCode: 'fax' }],
		])('answer %i to %j', async (status, changes) => {
			expect((await create(changes)).status).toBe(status);
		});

		it('have types', async () => {
			const { body } = await request(`${CASES}/casetypes`, undefined, 'GET');
			expect(body).toMatchObject([
				{ name: 'Fault', fullName: 'Fault', caseTypeCode: 'fault', rpaUid: '' },
				{ name: 'Complaint' },
			]);
			expect((await request(`${CASES}/casetypes?name=Fault`, undefined, 'GET')).status).toBe(400);
		});

		it('are changed by a user (16.1.2)', async () => {
			const id = await newCase();
			const modify = async (changes: object) => await request(`${CASES}/modify`, { id, ...changes }, 'PUT');
			const dueTime = START.getTime() + DAY;
			const change = { title: 'Other', priority: '2', contactEmail: 'a@example.com', dueTime, ownerId: TWO };
			expect((await modify({ ...change, status: 'open' })).body).toEqual({ result: true });
			expect(await caseOf(id)).toMatchObject({
				...change,
				status: 'open',
				ownerName: 'agent.two',
				modifyName: 'agent.one',
				modifyTime: '2026-03-02 08:00:00',
			});
			expect((await modify({ dueTime: START.getTime() })).status).toBe(500);
			expect((await modify({ dueTime: String(dueTime) })).status).toBe(400);
			expect((await modify({ status: 'draft.' })).status).toBe(400);
			expect((await modify({ ownerId: 'other' })).status).toBe(500);
			expect((await modify({ id: 'other' })).status).toBe(500);
			expect((await modify({ status: 'draft' })).body).toEqual({ result: true });
			expect((await modify({ status: 'closed' })).body).toEqual({ result: true });
			expect((await modify({ title: 'Late' })).body).toMatchObject({ result: false });
		});

		it('are found by id, or within the last thirty days, ten at a time (16.1.4)', async () => {
			const ids: string[] = [];
			for (let at = 0; at < 12; at++) ids.push(await newCase({ title: `Case ${at}` }));
			const { total, cases } = (await query({ queryType: 'B' })).body;
			expect([total, cases.length, cases[0].title]).toEqual([13, 10, 'Case 11']);
			const last = (await query({ queryType: 'B', offset: '10', limit: '2' })).body.cases;
			expect(last.map(({ title }: { title: string }) => title)).toEqual(['Case 1', 'Case 0']);
			sim.control.changeTicket({ id: ids[0], ageDays: 31 });
			expect((await query({ queryType: 'B', title: 'Case' })).body.total).toBe(11);
		});

		it.each([
			[{ title: 'noisy' }, 1],
			[{ channelType: '3' }, 0],
			[{ status: 'unassigned' }, 1],
			[{ priority: '1' }, 1],
			[{ startCreateTime: '2026-01-01 00:00:00' }, 2],
			[{ startCreateTime: String(START.getTime() - 60 * DAY) }, 2],
			[
				{
					startCreateTime: '2026-01-01 00:00:00',
					endCreateTime: '2026-02-01 00:00:00',
					ownerName: 'agent.one',
				},
				1,
			],
			[{ startCreateTime: '2026-03-01 00:00:00' }, 0],
		])('are found by %j: %i', async (filters, count) => {
			expect((await query({ queryType: 'B', ...filters })).body.total).toBe(count);
		});

		it('are found by fields of the template with queryType C only', async () => {
			await newCase({ AICC__lineNumber__CST: '15550100' });
			const filter = { AICC__lineNumber__CST: '15550100' };
			expect((await query({ queryType: 'C', ...filter })).body.total).toBe(1);
			expect((await query({ queryType: 'B', ...filter })).status).toBe(400);
		});

		it.each([
			{},
			{ queryType: 'X' },
			{ queryType: 'I' },
			{ queryType: 'B', limit: 10 },
			{ queryType: 'B', startCreateTime: 'x' },
		])('are not found by %j', async (body) => expect((await query(body)).status).toBe(400));

		it('go through claim, release, assignment, transfer, suspension and end (16.1.5)', async () => {
			const id = await newCase();
			expect(await deal(id, 'Transfer', { ownerId: TWO })).toEqual({
				result: false,
				resultDesc: expect.any(String),
			});
			expect(await deal(id, 'Claim')).toEqual({ result: true });
			expect(await caseOf(id)).toMatchObject({ status: 'open', ownerId: ONE });
			expect(await deal(id, 'Claim', { ownerId: TWO })).toMatchObject({ result: false });
			expect(await deal(id, 'Release')).toEqual({ result: true });
			expect(await caseOf(id)).toMatchObject({ status: 'unassigned', ownerId: '' });
			expect(await deal(id, 'Release')).toMatchObject({ result: false });
			expect(await deal(id, 'Assign', { ownerId: TWO })).toEqual({ result: true });
			expect(await deal(id, 'Transfer', { ownerId: ONE, traceDescription: 'Holiday' })).toEqual({ result: true });
			expect(await caseOf(id)).toMatchObject({ ownerId: ONE, reAssignTimes: 1, transferReason: 'Holiday' });
			expect(await deal(id, 'Suspend')).toEqual({ result: true });
			expect(await caseOf(id)).toMatchObject({ suspended: true });
			expect(await deal(id, 'Suspend')).toMatchObject({ result: false });
			expect(await deal(id, 'Close', { traceDescription: 'Solved' })).toEqual({ result: true });
			expect(await caseOf(id)).toMatchObject({
				status: 'closed',
				closeDesc: 'Solved',
				closeTime: '2026-03-02 08:00:00',
			});
			expect(await deal(id, 'Close')).toMatchObject({ result: false });
			const { caseTrace } = await detail(id);
			expect(caseTrace.map(({ traceType }: { traceType: string }) => traceType)).toEqual(
				['Submit', 'Claim', 'Release', 'Assign', 'Transfer', 'Suspend', 'Close'].map((type) => `${type} Case`),
			);
		});

		it('need somebody to be assigned to', async () => {
			const id = await newCase();
			const assign = async (more: object) =>
				(await request(`${CASES}/dealCase`, { id, type: 'Assign', ...more }, 'PUT')).status;
			expect([await assign({}), await assign({ ownerId: 'other' })]).toEqual([400, 500]);
			expect((await request(`${CASES}/dealCase`, { id, type: 'Open' }, 'PUT')).status).toBe(400);
		});
	});

	describe('ways in', () => {
		it('are the token of 4.2 and an X-APP-Key', async () => {
			expect((await (await management(sim))(CASES, given)).status).toBe(401);
			expect((await (await management(sim, { 'x-app-key': 'other' }))(CASES, given)).status).toBe(401);
			expect((await (await management(sim, ways))(CASES, given)).status).toBe(200);
			const bare = await management(sim, { ...ways, authorization: 'Bearer other' });
			expect((await bare(CASES, given)).status).toBe(401);
			expect((await token(sim)).status).toBe(200);
		});

		it('name the user who changes a case', async () => {
			const id = await newCase();
			const nobody = await management(sim, ways);
			expect((await nobody(`${CASES}/modify`, { id, title: 'x' }, 'PUT')).status).toBe(400);
			expect((await (await as('other'))(`${CASES}/modify`, { id, title: 'x' }, 'PUT')).status).toBe(500);
		});

		it('name tenant and user for tasks', async () => {
			const claim = async (headers: Record<string, string>) =>
				(await (await management(sim, headers))(`${TASKS}/claim`, [{ id: 'x' }])).status;
			expect(await claim({ ...ways, 'x-userid': ONE })).toBe(400);
			expect(await claim({ ...ways, 'x-userid': ONE, 'x-tenantspaceid': 'other' })).toBe(401);
			expect(await claim(taskWays)).toBe(400);
			expect(await claim({ ...taskWays, 'x-userid': ONE })).toBe(500);
		});
	});

	describe('tasks (16.2)', () => {
		let caseId: string;
		beforeEach(async () => {
			caseId = await newCase();
		});

		const taskOf = (changes: object = {}): object => ({
			caseId,
			caseTypeId: FAULT,
			creatorId: ONE,
			creatorName: 'agent.one',
			priority: '0',
			taskTypeId: 'cDrE0000000000000001',
			title: 'Measure the line',
			...changes,
		});
		const createTask = async (changes: object = {}, processKey = 's1'): Promise<Answer> =>
			await request(`${TASKS}/create`, { model: { taskInstanceId: taskOf(changes) }, processKey });
		const newTask = async (changes: object = {}, processKey = 's1'): Promise<string> =>
			(await createTask(changes, processKey)).body.process.Ext1;
		const find = async (mode: string, userId = ONE, more: object = {}): Promise<Answer> =>
			await (
				await as(userId)
			)(`${TASKS}/dynamicCondition/query?mode=${mode}`, {
				conditions: [],
				limit: 10,
				offset: 0,
				orderby: [],
				...more,
			});
		const itemOf = async (taskId: string): Promise<any> => {
			const { entities } = (await find('all')).body;
			return entities.find((one: any) => one.taskInstanceId.id === taskId);
		};
		const act = async (name: string, userId: string, body: unknown): Promise<Answer> =>
			await (
				await as(userId)
			)(`${TASKS}/${name}`, body);
		const success = { result: true, message: 'success' };
		const failure = { result: false, message: expect.any(String) };

		it('are created with a process and one item', async () => {
			const { body } = await createTask({ taskOwner: TWO, content: 'Soon' });
			expect(body).toMatchObject({ result: true, message: 'success', process: { name: 's1', state: 'Paused' } });
			const id = body.process.Ext1;
			expect(body.process.businessKey).toBe(`${body.process.processDefID}:${id}`);
			const item = await itemOf(id);
			expect(item).toMatchObject({
				currentHandler: TWO,
				currentHandlerName: 'agent.two',
				status: '0',
				reAssignTimes: '',
				taskInstanceId: {
					title: 'Measure the line',
					content: 'Soon',
					caseId: { id: caseId, caseTypeCode: 'fault' },
				},
			});
			const byItem = await request(`${TASKS}/queryByTaskItemId`, { id: item.id });
			expect(byItem.body).toMatchObject({ id: item.id, taskInstanceId: { id, taskOwner: TWO } });
			expect((await request(`${TASKS}/queryByTaskId`, { id })).body).toMatchObject({ id, caseId, status: '0' });
			expect((await request(`${TASKS}/queryByTaskId`, { id: item.id })).status).toBe(500);
			expect((await request(`${TASKS}/queryByTaskItemId`, { id })).status).toBe(500);
		});

		it.each([
			[400, { title: null }],
			[400, { priority: 0 }],
			[400, { taskId: 'cDrE0000000000000001' }],
			[500, { caseId: 'other' }],
			[500, { caseTypeId: 'other' }],
			[500, { taskTypeId: 'other' }],
			[500, { creatorId: 'other' }],
			[500, { taskOwner: 'other' }],
		])('answer %i to %j', async (status, changes) => {
			expect((await createTask(changes)).status).toBe(status);
		});

		it('have their processKey beside the model', async () => {
			const model = { taskInstanceId: taskOf(), processKey: 's1' };
			expect((await request(`${TASKS}/create`, { model })).status).toBe(400);
			expect((await createTask({}, 'other')).status).toBe(500);
		});

		it('are found by what they are to whom (16.2.4)', async () => {
			const mine = await newTask({ taskOwner: ONE });
			const free = await newTask({ creatorId: TWO, title: 'Send a bill' });
			const count = async (mode: string, userId?: string) => (await find(mode, userId)).body.count;
			expect([await count('mytodo'), await count('mytodo', TWO)]).toEqual([1, 0]);
			expect([await count('unassigned'), await count('all'), await count('allhistory')]).toEqual([1, 2, 2]);
			expect([await count('mycreation'), await count('mycreationhistory', TWO)]).toEqual([1, 1]);
			await act('done', ONE, { id: (await itemOf(mine)).id, handlingComment: 'ok' });
			expect([await count('mydone'), await count('mydonehistory'), await count('mydone', TWO)]).toEqual([
				1, 1, 0,
			]);
			expect((await find('unassigned')).body.entities[0].taskInstanceId.id).toBe(free);
			expect((await find('other')).status).toBe(400);
			expect((await find('')).status).toBe(400);
		});

		it('are found by conditions on items, tasks and cases, in the order asked for', async () => {
			for (const [title, priority] of [
				['A', '1'],
				['B', '0'],
				['C', '2'],
			]) {
				await newTask({ title, priority });
			}
			const entity = 'AICC_CASE_TaskInstance_CST';
			const on = (field: string, operation: string, value = '0', table = entity) => ({
				conditions: [{ entity: table, field, operation, value, type: 'Text' }],
			});
			const titles = async (more: object): Promise<string> =>
				(await find('all', ONE, more)).body.entities
					.map(({ taskInstanceId }: any) => taskInstanceId.title)
					.join('');
			for (const [more, expected] of [
				[on('priority', 'eq', '1'), 'A'],
				[on('priority', 'ne', '1'), 'BC'],
				[on('priority', 'ge', '1'), 'AC'],
				[on('priority', 'gt', '1'), 'C'],
				[on('priority', 'le', '1'), 'AB'],
				[on('priority', 'lt', '1'), 'B'],
				[on('createdDate', 'ge', '2026-03-02 08:00:00'), 'ABC'],
				[on('title', 'contains', 'B'), 'B'],
				[on('title', 'includes', 'B'), 'B'],
				[on('title', 'excludes', 'B'), 'AC'],
				[on('content', 'isnull'), 'ABC'],
				[on('id', 'isNotNull'), 'ABC'],
				[on('currentHandler', 'isnotnull', '0', 'AICC_CASE_TaskItem_CST'), ''],
				[on('title', 'eq', 'T', 'AICC_CASE__CaseInstance__CST'), 'ABC'],
				[{ orderby: [{ entity, field: 'priority', order: 'desc' }] }, 'CAB'],
				[{ orderby: [{ entity, field: 'priority', order: 'asc' }], offset: 1, limit: 1 }, 'A'],
			] as Array<[object, string]>) {
				expect({ more, titles: await titles(more) }).toEqual({ more, titles: expected });
			}
			expect((await find('all', ONE, on('priority', 'like'))).status).toBe(400);
			expect((await find('all', ONE, on('colour', 'eq'))).status).toBe(500);
			expect((await find('all', ONE, on('title', 'eq', 'x', 'Task'))).status).toBe(500);
			expect((await find('all', ONE, { orderby: undefined })).status).toBe(400);
		});

		it('are claimed, handed over, returned, recalled, released and done', async () => {
			const taskId = await newTask();
			const { id } = await itemOf(taskId);
			const why = { id, handlingComment: 'because' };
			const handler = async (): Promise<string> => (await itemOf(taskId)).currentHandler;

			expect((await act('release', ONE, [{ id }])).body).toEqual(failure);
			expect((await act('claim', ONE, [{ id, taskItemFollowersId: TWO }])).body).toEqual(success);
			expect((await act('claim', TWO, [{ id }])).body).toEqual(failure);
			expect((await act('return', ONE, why)).body).toEqual(failure);
			expect((await act('transfer', TWO, [{ id, currentHandler: TWO }])).body).toEqual(failure);
			expect((await act('transfer', ONE, [{ id, currentHandler: TWO, reAssignTimes: 1 }])).body).toEqual(success);
			expect(await itemOf(taskId)).toMatchObject({
				currentHandler: TWO,
				reAssignTimes: 1,
				taskItemFollowersId: TWO,
			});
			expect((await act('return', TWO, why)).body).toEqual(success);
			expect(await handler()).toBe(ONE);
			await act('transfer', ONE, [{ id, currentHandler: MANAGER }]);
			expect((await act('recall', TWO, why)).body).toEqual(failure);
			expect((await act('recall', ONE, why)).body).toEqual(success);
			expect(await itemOf(taskId)).toMatchObject({ currentHandler: ONE, recallTimes: 1, returnTimes: 1 });
			expect((await act('release', ONE, [{ id }])).body).toEqual(success);
			expect(await handler()).toBe('');
			await act('claim', TWO, [{ id }]);
			expect((await act('done', ONE, why)).body).toEqual(failure);
			await sim.clock.advance(hours(1));
			expect((await act('done', TWO, { ...why, AICC__result__CST: 'good' })).body).toEqual(success);
			expect(await itemOf(taskId)).toMatchObject({
				status: '1',
				handlingComment: 'because',
				handleTime: '2026-03-02 09:00:00',
				taskInstanceId: { status: '1', AICC__result__CST: 'good' },
			});
			expect((await act('done', TWO, why)).body).toEqual(failure);
		});

		it('are handed over all together or not at all', async () => {
			const mine = (await itemOf(await newTask({ taskOwner: ONE }))).id;
			const other = (await itemOf(await newTask({ taskOwner: TWO }))).id;
			const both = [mine, other].map((id) => ({ id, currentHandler: MANAGER }));
			expect((await act('transfer', ONE, both)).body).toEqual(failure);
			expect((await find('mytodo', MANAGER)).body.count).toBe(0);
			const anybody = await management(sim, taskWays);
			expect((await anybody(`${TASKS}/transfer`, both)).body).toEqual(success);
			expect((await find('mytodo', MANAGER)).body.count).toBe(2);
		});

		it.each([
			['claim', { id: 'x' }],
			['claim', []],
			['release', [{ id: 'x', handlingComment: 'y' }]],
			['transfer', [{ id: 'x' }]],
			['done', { id: 'x' }],
			['done', [{ id: 'x', handlingComment: 'y' }]],
			['done', { id: 'x', handlingComment: 'y', more: 'z' }],
			['recall', { id: 'x', handlingComment: '' }],
			['return', { handlingComment: 'x' }],
		])('answer 400 to %s with %j', async (name, body) => {
			expect((await act(name, ONE, body)).status).toBe(400);
		});

		it('that are outside wait for a callback (16.2.11)', async () => {
			const back = async (body: object) => await (await management(sim, ways))(`${TASKS}/taskcallback`, body);
			const first = await itemOf(await newTask({}, 's2'));
			expect(first.taskInstanceId.outDispatchFlag).toBe('1');
			expect((await find('unassigned')).body.count).toBe(0);
			expect((await act('claim', ONE, [{ id: first.id }])).body).toEqual(failure);
			const { processInstanceItemId } = first;
			expect((await back({ processInstanceItemId })).body).toEqual({ retDesc: '成功', retCode: '0' });
			expect((await back({ processInstanceItemId })).body).toEqual({ retDesc: expect.any(String), retCode: '1' });
			const second = await itemOf(await newTask({}, 's2'));
			await back({ processInstanceItemId: second.processInstanceItemId, status: '1' });
			expect((await itemOf(second.taskInstanceId.id)).status).toBe('2');
			for (const body of [
				{},
				{ processInstanceItemId, status: '2' },
				{ processInstanceItemId: 'a-b' },
				{ processInstanceId: 'a' },
			]) {
				expect((await back(body)).status).toBe(400);
			}
		});
	});
});
