import { type Simulator, tenant } from '../../simulator';
import { type Answer, hours, simulator } from './harness';

const BASE = '/service/AICC__Case/1.0.0/openapi';
const [ONE, TWO, MANAGER, CLIENT] = [1, 2, 3, 9].map((n) => `10gg000000000000000${n}`);
const [ALEX, SAM] = [1, 2].map((n) => `cily000000000000000${n}`);
const [FAULT, COMPLAINT, FAX] = [1, 2, 3].map((n) => `cvmC000000000000000${n}`);

const parsed = async (response: Response): Promise<Answer> => {
	const text = await response.text();
	return { status: response.status, text, body: JSON.parse(text) };
};

const askToken = async (sim: Simulator, changes: Record<string, string | undefined> = {}): Promise<Answer> => {
	const { clientId, clientSecret } = tenant.ticketClient;
	const fields = { grant_type: 'client_credentials', client_id: clientId, client_secret: clientSecret, ...changes };
	const given = Object.entries(fields).filter((field): field is [string, string] => field[1] !== undefined);
	const body = new URLSearchParams(given);
	return await parsed(await fetch(`${sim.url}/baas/auth/v1.0/oauth2/token`, { method: 'POST', body }));
};

describe('tickets (Case 2.0)', () => {
	let sim: Simulator;
	let headers: Record<string, string>;
	beforeEach(async () => {
		sim = await simulator();
		const { body } = await askToken(sim);
		headers = { 'content-type': 'application/json', 'access-token': body.access_token };
	});
	afterEach(async () => await sim.close());

	const get = async (path: string): Promise<Answer> =>
		await parsed(await fetch(`${sim.url}${BASE}${path}`, { headers }));
	const post = async (path: string, body: unknown): Promise<Answer> =>
		await parsed(await fetch(`${sim.url}${BASE}${path}`, { method: 'POST', headers, body: JSON.stringify(body) }));
	const codeOf = async (path: string, body: unknown): Promise<string> => (await post(path, body)).body.resCode;

	const info = { title: 'T', description: 'D', type: FAULT, isAutoAssigned: true, contactId: ALEX };
	const create = async (changes: object = {}) => await post('/case', { caseInfo: { ...info, ...changes } });
	const newCase = async (changes: object = {}): Promise<string> => (await create(changes)).body.result.caseId;
	const detail = async (id: string) => (await get(`/case/${id}`)).body.result[0];
	const list = async (filters: object = {}) =>
		(await post('/case/list', { start: 0, limit: 100, ...filters })).body.result;
	const titles = async (filters: object): Promise<string[]> =>
		(await list(filters)).caseList.map(({ title }: { title: string }) => title);

	describe('access tokens (17.1.1)', () => {
		it('live for two hours of the simulated clock', async () => {
			expect((await askToken(sim)).body).toEqual({
				access_token: expect.stringMatching(/.{20,}/),
				expires_in: 7200,
				token_type: 'Bearer',
			});
			await sim.clock.advance(hours(2) - 1);
			expect((await get('/caseType/list')).status).toBe(200);
			await sim.clock.advance(1);
			const { status, body } = await get('/caseType/list');
			expect({ status, body }).toEqual({ status: 401, body: { resCode: '1', resMsg: expect.any(String) } });
		});

		it.each([
			[401, { client_secret: 'other' }],
			[401, { client_id: 'other' }],
			[400, { grant_type: 'password' }],
			[400, { client_secret: undefined }],
			[400, { scope: 'all' }],
		])('answers %i to %j', async (status, changes) => {
			expect((await askToken(sim, changes)).status).toBe(status);
		});

		it('are not given for JSON, and their secrets stay out of the log', async () => {
			const init = { method: 'POST', headers, body: '{"grant_type":"client_credentials"}' };
			expect((await fetch(`${sim.url}/baas/auth/v1.0/oauth2/token`, init)).status).toBe(400);
			const log = JSON.stringify(sim.control.requests());
			expect(log).not.toContain(tenant.ticketClient.clientSecret);
			expect(log).not.toContain(headers['access-token']);
		});

		it('come in access-token and nowhere else, and are forgotten when the control says so', async () => {
			const good = headers;
			const path = `/case/list`;
			headers = { ...good, 'access-token': `Bearer ${good['access-token']}` };
			expect((await post(path, { start: 0, limit: 1 })).status).toBe(401);
			headers = { 'content-type': 'application/json', authorization: `Bearer ${good['access-token']}` };
			expect((await post(path, { start: 0, limit: 1 })).status).toBe(401);
			headers = good;
			sim.control.expireTokens();
			expect((await post(path, { start: 0, limit: 1 })).status).toBe(401);
		});
	});

	describe('case types (17.2)', () => {
		const types = async (changes: object = {}) => await post('/caseType/list', { start: 0, limit: 10, ...changes });

		it('are listed by name and status, in pages', async () => {
			const { result } = (await types()).body;
			expect(result.count).toBe(3);
			expect(result.caseTypes[0]).toMatchObject({
				id: FAULT,
				typeName: 'Fault',
				caseStatus: 'New,Analysis,Repair,Completed',
				isStrictOrder: true,
				status: 'Active',
				templateName: 'Fault report',
			});
			expect((await types({ typeName: 'FAULT', status: 'Active' })).body.result.count).toBe(1);
			expect((await types({ start: 2, limit: 1 })).body.result.caseTypes).toMatchObject([{ id: FAX }]);
		});

		it('have details', async () => {
			expect((await get(`/caseType/${COMPLAINT}`)).body.result.caseTypeInfo).toMatchObject({
				isStrictOrder: false,
			});
			expect((await get('/caseType/other')).body.resCode).toBe('1');
		});

		it.each([{ limit: 0 }, { limit: 101 }, { start: -1 }, { start: null }, { status: 'active' }, { name: 'x' }])(
			'refuses %j',
			async (changes) => expect((await types(changes)).body.resCode).toBe('1'),
		);
	});

	describe('creating cases (17.3.1)', () => {
		it('gives the first status, an owner and an id of twenty characters', async () => {
			const { body } = await create({ priority: 'High', dueDate: '2026-03-05 10:00:00', state: 'Pending' });
			expect(body).toEqual({
				resCode: '0',
				resMsg: '成功',
				result: { caseId: expect.stringMatching(/^.{20}$/) },
			});
			const { caseInfo, caseTrace, customerInfo, tasks, isFollower } = await detail(body.result.caseId);
			expect(caseInfo).toMatchObject({
				status: 'New',
				state: 'Pending',
				priority: 'High',
				dueDate: '2026-03-05 10:00:00',
				createdDate: '2026-03-02 08:00:00',
				creatorId: CLIENT,
				caseNo: expect.stringMatching(/^\d{30}$/),
				closedDate: null,
				AICC__lineNumber__CST: null,
			});
			expect(caseTrace).toMatchObject([{ type: 'CreateCase', creatorId: CLIENT }]);
			expect(customerInfo.customerInfo).toMatchObject({ id: ALEX, customerName: 'Alex Example' });
			expect([tasks, isFollower]).toEqual([[], false]);
		});

		it('assigns to whoever has the fewest open cases, unless told to whom', async () => {
			expect((await detail(await newCase())).caseInfo.ownerId).toBe(TWO);
			const given = await newCase({ isAutoAssigned: false, ownerId: MANAGER, creatorId: ONE });
			expect((await detail(given)).caseInfo).toMatchObject({ ownerId: MANAGER, creatorId: ONE });
			expect((await create({ isAutoAssigned: false })).body.resCode).toBe('1');
		});

		it('takes fields of the template, and no others', async () => {
			const id = await newCase({ AICC__lineNumber__CST: '15550100' });
			expect((await detail(id)).caseInfo.AICC__lineNumber__CST).toBe('15550100');
			expect((await create({ AICC__other__CST: 'x' })).body.resCode).toBe('1');
			expect((await create({ AICC__lineNumber__CST: 1 })).body.resCode).toBe('1');
			expect((await create({ type: COMPLAINT, AICC__lineNumber__CST: '1' })).body.resCode).toBe('1');
		});

		it.each([
			{ title: null },
			{ description: '' },
			{ type: 'other' },
			{ type: FAX },
			{ contactId: 'other' },
			{ contactId: null },
			{ isAutoAssigned: null },
			{ isAutoAssigned: 'true' },
			{ ownerId: 'other' },
			{ creatorId: 'other' },
			{ priority: 'low' },
			{ priority: '0' },
			{ origin: 'Phone' },
			{ dueDate: '2026-03-05' },
			{ dueDate: '2026-02-30 00:00:00' },
			{ title: 'ü'.repeat(65) },
			{ contactPhone: '1'.repeat(21) },
		])('refuses %j', async (changes) => expect((await create(changes)).body.resCode).toBe('1'));

		it('wants its wrapper, JSON and no query', async () => {
			expect(await codeOf('/case', info)).toBe('1');
			expect(await codeOf('/case?a=1', { caseInfo: info })).toBe('1');
			headers['content-type'] = 'text/plain';
			expect(await codeOf('/case', { caseInfo: info })).toBe('1');
		});
	});

	describe('listing cases (17.3.2)', () => {
		it.each([
			[{ title: 'RED LIGHT' }, ['Router shows a red light']],
			[{ status: 'New' }, ['No dial tone']],
			[{ priority: 'Medium' }, ['Bill is too high']],
			[{ origin: 'Voice' }, ['Router shows a red light']],
			[{ ownerId: ONE }, ['Router shows a red light', 'No dial tone']],
			[{ type: COMPLAINT }, ['Bill is too high']],
			[{ contactId: SAM }, ['Bill is too high', 'No dial tone']],
			[{ contactPhone: '447700900101' }, ['Router shows a red light']],
			[{ creatorId: ONE }, []],
			[{ AICC__lineNumber__CST: '1' }, []],
			[{ classification: 'Created', start: 1, limit: 1 }, ['Bill is too high']],
			[{ classification: 'Todo' }, []],
			[{ classification: 'Follow' }, []],
			[{ startTime: '2026-02-20 00:00:00' }, ['Router shows a red light', 'Bill is too high']],
			[{ startTime: '2026-02-28 08:00:00', endTime: '2026-02-28 08:00:00' }, ['Router shows a red light']],
			[{ endTime: '2026-02-01 00:00:00' }, ['No dial tone']],
		])('finds by %j, the newest first', async (filters, expected) => {
			expect(await titles(filters)).toEqual(expected);
		});

		it('counts all, and shows a row of each', async () => {
			const { count, caseList } = await list({ limit: 1 });
			expect(count).toBe(3);
			expect(caseList).toHaveLength(1);
			expect(caseList[0]).toMatchObject({
				typeName: 'Fault',
				ownerType: 'User',
				state: 'Processing',
				status: 'Analysis',
			});
		});

		it('tells what the client processed', async () => {
			const id = await newCase({ title: 'Mine', ownerId: CLIENT });
			expect(await titles({ classification: 'Todo' })).toEqual(['Mine']);
			const processInfo = { type: 'Internal', title: 'n', description: 'n' };
			await post('/case/process', { caseId: id, creatorId: CLIENT, processInfo });
			expect(await titles({ classification: 'Processed' })).toEqual(['Mine']);
		});

		it.each([
			{ limit: 101 },
			{ limit: '10' },
			{ start: null },
			{ startTime: '2026-01-01 00:00:00', endTime: '2026-02-01 00:00:01' },
			{ startTime: '2026-02-02 00:00:00', endTime: '2026-02-01 00:00:00' },
			{ startTime: '2026-02-02' },
			{ priority: '2' },
			{ classification: 'Done' },
			{ caseNo: '1' },
		])('refuses %j', async (filters) => {
			expect(await codeOf('/case/list', { start: 0, limit: 100, ...filters })).toBe('1');
		});

		it('takes 31 days', async () => {
			const window = { startTime: '2026-01-01 00:00:00', endTime: '2026-02-01 00:00:00' };
			expect((await list(window)).count).toBe(1);
		});
	});

	describe('working on cases', () => {
		const owned = async (changes: object = {}) =>
			await newCase({ isAutoAssigned: false, ownerId: ONE, ...changes });

		it('changes what was given (17.3.4)', async () => {
			const id = await owned({ contactPhone: '15550100' });
			const caseInfo = {
				id,
				title: 'New',
				description: 'Other',
				priority: 'Critical',
				ownerId: TWO,
				contactId: SAM,
			};
			const answer = await post('/case/modify', { caseInfo: { ...caseInfo, AICC__deviceModel__CST: 'R2' } });
			expect(answer.body).toEqual({ resCode: '0', resMsg: '成功' });
			expect((await detail(id)).caseInfo).toMatchObject({
				...caseInfo,
				contactPhone: '15550100',
				AICC__deviceModel__CST: 'R2',
			});
			for (const wrong of [
				{ id: 'other' },
				{ title: null },
				{ origin: 'Voice' },
				{ ownerId: 'x' },
				{ more: 'x' },
			]) {
				expect(await codeOf('/case/modify', { caseInfo: { ...caseInfo, ...wrong } })).toBe('1');
			}
		});

		it('is handed over by its owner or a manager (17.3.5)', async () => {
			const id = await owned();
			expect(await codeOf('/case/transfer', { id, ownerId: TWO, creatorId: TWO })).toBe('1');
			expect(await codeOf('/case/transfer', { id, ownerId: TWO, creatorId: ONE })).toBe('0');
			expect(await codeOf('/case/transfer', { id, ownerId: ONE, creatorId: ONE })).toBe('1');
			expect(await codeOf('/case/transfer', { id, ownerId: ONE, creatorId: MANAGER })).toBe('0');
			expect(await codeOf('/case/transfer', { id, ownerId: 'other', creatorId: MANAGER })).toBe('1');
			expect(await codeOf('/case/transfer', { id, ownerId: ONE })).toBe('1');
			expect((await detail(id)).caseInfo.ownerName).toBe('agent.one');
		});

		it('keeps what was done in its trace (17.3.6)', async () => {
			const id = await owned();
			const processInfo = { type: 'Email', title: 'Hello', description: 'Text', toAddress: 'a@example.com' };
			const given = { caseId: id, creatorId: ONE, processInfo };
			expect(await codeOf('/case/process', given)).toBe('0');
			expect((await detail(id)).caseTrace[1]).toMatchObject({
				...processInfo,
				creatorName: 'agent.one',
				from: null,
			});
			expect(await codeOf('/case/process', { ...given, creatorId: TWO })).toBe('1');
			for (const wrong of [{ type: 'Fax' }, { title: null }, { description: null }, { more: 1 }]) {
				expect(await codeOf('/case/process', { ...given, processInfo: { ...processInfo, ...wrong } })).toBe(
					'1',
				);
			}
		});

		it('goes through the statuses of a strict type one by one, then may be closed (17.3.8, 17.3.9)', async () => {
			const id = await owned();
			const to = async (status: string) => await codeOf('/status/update', { id, creatorId: ONE, status });
			expect(await to('Repair')).toBe('1');
			expect(await to('Analysis')).toBe('0');
			expect(await to('New')).toBe('1');
			expect(await to('Waiting')).toBe('1');
			expect(await codeOf('/close', { caseId: id, creatorId: ONE })).toBe('1');
			await sim.clock.advance(hours(1));
			expect([await to('Repair'), await to('Completed')]).toEqual(['0', '0']);
			expect((await detail(id)).caseInfo.stayDate).toBe('2026-03-02 09:00:00');
			expect(await codeOf('/close', { caseId: id, creatorId: TWO })).toBe('1');
			expect(await codeOf('/close', { caseId: id, creatorId: ONE })).toBe('0');
			expect((await detail(id)).caseInfo).toMatchObject({
				state: 'Completed',
				closedDate: '2026-03-02 09:00:00',
			});
			expect(await codeOf('/close', { caseId: id, creatorId: ONE })).toBe('1');
			expect(await codeOf('/case/transfer', { id, ownerId: TWO, creatorId: ONE })).toBe('1');
		});

		it('goes where it likes in any other type', async () => {
			const id = await owned({ type: COMPLAINT });
			const to = async (status: string) => await codeOf('/status/update', { id, creatorId: ONE, status });
			expect([await to('Completed'), await to('Open'), await to('Repair')]).toEqual(['0', '0', '1']);
		});

		it('is canceled by its owner or a manager, and rests until it is taken back (17.3.7)', async () => {
			const id = await owned();
			expect(await codeOf('/case/cancel', { id, creatorId: TWO })).toBe('1');
			expect(await codeOf('/case/cancel', { id, creatorId: ONE })).toBe('0');
			expect((await detail(id)).caseInfo.AICC__IsCanced__CST).toBe(true);
			expect(await codeOf('/case/cancel', { id, creatorId: ONE })).toBe('1');
			expect(await codeOf('/status/update', { id, creatorId: ONE, status: 'Analysis' })).toBe('1');
			sim.control.changeTicket({ id, canceled: false });
			expect(await codeOf('/status/update', { id, creatorId: ONE, status: 'Analysis' })).toBe('0');
		});

		it('knows no case that does not exist', async () => {
			expect((await get('/case/other')).body.resCode).toBe('1');
			expect(await codeOf('/close', { caseId: 'other', creatorId: ONE })).toBe('1');
		});
	});

	describe('tasks (17.4)', () => {
		const taskInfo = { title: 'Call back', ownerId: ONE, creatorId: TWO };
		const createTask = async (changes: object = {}) =>
			await post('/task', { taskInfo: { ...taskInfo, ...changes } });
		const newTask = async (changes: object = {}): Promise<string> => (await createTask(changes)).body.result.taskId;
		const taskDetail = async (id: string) => (await get(`/task/${id}`)).body.result;
		const tasks = async (filters: object = {}) =>
			(await post('/task/list', { start: 0, limit: 100, ...filters })).body.result;

		it('belong to a case, and are told with it', async () => {
			const caseId = await newCase();
			const id = await newTask({ type: 'Case', relateId: caseId, contactId: SAM, priority: 'Low' });
			expect(await taskDetail(id)).toMatchObject({
				taskInfo: { id, relateId: caseId, status: 'Pending', ownerName: 'agent.one', closedDate: null },
				taskTrace: [{ type: 'CreateTask', creatorId: TWO }],
				customerInfo: { customerInfo: { id: SAM } },
				caseInfos: [{ id: caseId, status: 'New' }],
			});
			const related = await detail(caseId);
			expect(related.tasks).toMatchObject([{ id, title: 'Call back' }]);
			expect(related.caseTrace[1]).toMatchObject({ type: 'CreateTask', relatedId: id });
		});

		it('or to none', async () => {
			expect(await taskDetail(await newTask())).toMatchObject({ customerInfo: null, caseInfos: [] });
		});

		it.each([
			{ title: null },
			{ ownerId: 'other' },
			{ creatorId: null },
			{ type: 'Case' },
			{ type: 'Order', relateId: 'x' },
			{ type: 'Case', relateId: 'other' },
			{ type: 'Case', related: 'c6m80000000000000001' },
			{ priority: '1' },
			{ dueDate: 'soon' },
			{ attachment: 'a'.repeat(256) },
		])('are not created with %j', async (changes) => {
			expect((await createTask(changes)).body.resCode).toBe('1');
		});

		it('are listed by every filter', async () => {
			const caseId = await newCase();
			const first = await newTask({ type: 'Case', relateId: caseId, contactId: SAM, priority: 'Low' });
			await sim.clock.advance(hours(1));
			const second = await newTask({ title: 'Send letter', ownerId: TWO, creatorId: ONE });
			const ids = async (filters: object) =>
				(await tasks(filters)).taskList.map(({ taskId }: { taskId: string }) => taskId);
			expect(await ids({})).toEqual([second, first]);
			for (const [filters, expected] of [
				[{ title: 'CALL' }, first],
				[{ priority: 'Low' }, first],
				[{ ownerId: TWO }, second],
				[{ type: 'Case', relatedId: caseId }, first],
				[{ relateId: caseId }, first],
				[{ contactId: SAM }, first],
				[{ creatorId: ONE }, second],
				[{ startTime: '2026-03-02 09:00:00' }, second],
				[{ endTime: '2026-03-02 08:59:59' }, first],
				[{ start: 1, limit: 1 }, first],
			] as Array<[object, string]>) {
				expect({ filters, ids: await ids(filters) }).toEqual({ filters, ids: [expected] });
			}
			expect(await ids({ status: 'Completed' })).toEqual([]);
			expect(await ids({ classification: 'Created' })).toEqual([]);
			expect((await tasks({ limit: 1 })).count).toBe(2);
		});

		it.each([{ limit: 101 }, { status: 'Open' }, { type: 'Case' }, { classification: 'Follow' }, { taskId: 'x' }])(
			'are not listed by %j',
			async (filters) => expect(await codeOf('/task/list', { start: 0, limit: 1, ...filters })).toBe('1'),
		);

		it('are changed, handed over, processed and finished', async () => {
			const caseId = await newCase();
			const id = await newTask();
			const change = { id, title: 'Other', type: 'Case', relatedId: caseId, dueDate: '2026-03-03 00:00:00' };
			expect((await post('/task/modify', { taskInfo: change })).body).toEqual({ resCode: '0', resMsg: '成功' });
			expect(await codeOf('/task/transfer', { id, ownerId: TWO, creatorId: ONE })).toBe('0');
			const processInfo = { type: 'Internal', title: 'Done', description: 'Called' };
			expect(await codeOf('/task/process', { taskId: id, creatorId: TWO, processInfo })).toBe('0');
			expect(await codeOf('/task/status/update', { id, creatorId: TWO, status: 'Completed' })).toBe('0');
			expect(await taskDetail(id)).toMatchObject({
				taskInfo: {
					title: 'Other',
					relateId: caseId,
					ownerId: TWO,
					status: 'Completed',
					closedDate: '2026-03-02 08:00:00',
				},
				taskTrace: [{ type: 'CreateTask' }, { type: 'Internal', title: 'Done' }, { type: 'StatusUpdate' }],
			});
			expect(await codeOf('/task/status/update', { id, creatorId: TWO, status: 'Processing' })).toBe('0');
			expect((await taskDetail(id)).taskInfo.closedDate).toBeNull();
		});

		it('refuse what they cannot be', async () => {
			const id = await newTask();
			const processInfo = { type: 'Internal', title: 'Done', description: 'Called' };
			for (const [path, body] of [
				['/task/modify', { taskInfo: { id: 'other' } }],
				['/task/modify', { taskInfo: { id, ownerId: TWO } }],
				['/task/modify', { taskInfo: { id, type: 'Case' } }],
				['/task/modify', {}],
				['/task/transfer', { id, ownerId: TWO }],
				['/task/transfer', { id, ownerId: 'other', creatorId: ONE }],
				['/task/status/update', { id, creatorId: ONE, status: 'New' }],
				['/task/process', { taskId: id, creatorId: ONE, processInfo: { ...processInfo, type: 'Email' } }],
				['/task/process', { taskId: id, processInfo }],
			] as Array<[string, object]>) {
				expect({ path, code: await codeOf(path, body) }).toEqual({ path, code: '1' });
			}
			expect((await get('/task/other')).body.resCode).toBe('1');
		});
	});

	describe('control', () => {
		const control = async (body: unknown): Promise<Answer> =>
			await parsed(await fetch(`${sim.url}/__simulator/tickets`, { method: 'POST', body: JSON.stringify(body) }));

		it('opens a case as a customer would, and makes it older', async () => {
			const { id } = (await control({ title: 'From outside', ageDays: 3 })).body;
			expect((await detail(id)).caseInfo).toMatchObject({ title: 'From outside', creatorId: ONE });
			expect((await detail(id)).caseInfo.createdDate).toBe('2026-02-27 08:00:00');
			expect((await titles({}))[1]).toBe('From outside');
		});

		it('works on it as somebody else', async () => {
			const id = await newCase();
			await control({ id, status: 'Repair', ownerId: MANAGER, note: 'Seen' });
			const { caseInfo, caseTrace } = await detail(id);
			expect(caseInfo).toMatchObject({ status: 'Repair', ownerId: MANAGER });
			expect(caseTrace[1]).toMatchObject({ type: 'Internal', title: 'Seen', creatorName: 'manager.one' });
			expect((await control({ id: 'other' })).status).toBe(400);
			expect((await control({ id, ownerId: 'other' })).status).toBe(400);
		});
	});
});
