import type { Simulator } from '../../simulator';
import { type Ask, botDesk } from './bot-desk';
import { minutes, simulator } from './harness';

const TICKETS = '00019cad3dd5c71d4696b209d7024fa04d01';
const ADDRESSES = '00019cad3dd5c71d4696b209d7024fa04d02';

let sim: Simulator;
let ask: Ask;
beforeEach(async () => {
	sim = await simulator();
	ask = await botDesk(sim);
});
afterEach(async () => await sim.close());

describe('jobs (10.20.1, 10.20.2)', () => {
	it('are found by name and status', async () => {
		const { body } = await ask('rpa/queryJob', { pageNo: 1, pageSize: 5, conditions: {} });
		expect(body).toMatchObject({ errorCode: 0, errorMsg: null, total: 4 });
		expect(body.jobs[0]).toEqual({
			uid: expect.stringMatching(/^\w{32}$/),
			jobName: 'Tickets',
			createTime: '2026-03-01 08:00:00',
			startTime: '2026-03-01 08:00:00',
			status: 'running',
			mode: 'queueTrigger',
			runMode: 'online',
			timeout: 120,
			description: null,
		});
		const names = async (conditions: object): Promise<string[]> =>
			(await ask('rpa/queryJob', { conditions })).body.jobs.map((one: any) => one.jobName);
		expect(await names({ status: 'suspend' })).toEqual(['Addresses']);
		expect(await names({ jobName: 'port' })).toEqual(['Monthly report']);
	});

	it('are shown in detail, by uid rather than by name', async () => {
		const [{ uid }] = (await ask('rpa/queryJob')).body.jobs;
		const { body } = await ask('rpa/queryJobDetails', { uid, jobName: 'Addresses' });
		expect(body.jobDetail).toMatchObject({ jobName: 'Tickets', queueUid: TICKETS, queueName: 'Create tickets' });
		expect((await ask('rpa/queryJobDetails', { uid: null, jobName: 'Addresses' })).body.jobDetail.queueUid).toBe(
			ADDRESSES,
		);
		sim.control.setBots({ answers: 'table' });
		expect((await ask('rpa/queryJobDetails', { uid })).body.jobDetail).toMatchObject([{ uid }]);
	});

	it('are refused', async () => {
		const code = async (path: string, body: object): Promise<number> => (await ask(path, body)).body.errorCode;
		expect(await code('rpa/queryJobDetails', {})).toBe(10000003);
		expect(await code('rpa/queryJobDetails', { uid: '1' })).toBe(10000002);
		expect(await code('rpa/queryJob', { pageSize: 7 })).toBe(10000002);
		expect(await code('rpa/queryJob', { conditions: { status: 1 } })).toBe(10000002);
	});
});

describe('items of queues (10.20.3, 10.20.4)', () => {
	const add = async (more: object = {}) =>
		(await ask('rpa/createRpaQueueData', { queueUid: TICKETS, inputJsonData: '{"caseId":"1"}', ...more })).body;
	const find = async (conditions: object, more: object = {}) =>
		(await ask('rpa/queryRpaQueueData', { conditions, ...more })).body;
	const stateOf = async (uid: string): Promise<string> => (await find({ uid })).queueData[0].status;

	it('wait, are worked on, and are done', async () => {
		const { errorCode, errorMsg, queueData } = await add({ tag: 'one', description: 'First' });
		expect([errorCode, errorMsg]).toEqual([0, null]);
		expect(queueData).toEqual({
			id: 1,
			uid: expect.any(String),
			queueName: 'Create tickets',
			queueUid: TICKETS,
			createTime: sim.clock.now(),
			expectStartTime: null,
			expectEndTime: null,
			status: 'init',
			priority: 'normal',
			inactived: 'active',
			tag: 'one',
			inputJsonData: '{"caseId":"1"}',
			outputJsonData: null,
			analysisJsonData: null,
			failedReason: null,
			failedReasonDetail: null,
			description: 'First',
			progress: null,
		});
		await sim.clock.advance(5000);
		expect(await stateOf(queueData.uid)).toBe('processing');
		await sim.clock.advance(10_000);
		expect((await find({ uid: queueData.uid })).queueData).toMatchObject([
			{ status: 'success', progress: 100, outputJsonData: '{"done":true}' },
		]);
	});

	it('fail where their input asks for it, or when it is too late', async () => {
		const asked = (await add({ inputJsonData: '{"fail":true}' })).queueData.uid;
		const late = (await add({ expectEndTime: sim.clock.now() + 1000 })).queueData.uid;
		const planned = (await add({ expectStartTime: sim.clock.now() + minutes(5) })).queueData.uid;
		await sim.clock.advance(minutes(1));
		expect([await stateOf(asked), await stateOf(late), await stateOf(planned)]).toEqual([
			'failed',
			'failed',
			'init',
		]);
		await sim.clock.advance(minutes(5));
		expect(await stateOf(planned)).toBe('success');
	});

	it('stay where no robot is at work', async () => {
		const { uid } = (await add({ queueUid: ADDRESSES })).queueData;
		await sim.clock.advance(minutes(5));
		expect(await stateOf(uid)).toBe('init');
	});

	it('are found by queue, tag, status and priority, page by page', async () => {
		for (let i = 0; i < 6; i++) await add({ tag: `tag-${i}`, priority: i === 0 ? 'high' : 'low' });
		const total = async (conditions: object): Promise<number> => (await find(conditions)).total;
		expect(await total({ queueUid: TICKETS })).toBe(6);
		expect(await total({ queueName: 'Create tickets', priority: 'high' })).toBe(1);
		expect(await total({ queueUid: TICKETS, tag: 'tag-3' })).toBe(1);
		expect(await total({ queueUid: TICKETS, status: 'success' })).toBe(0);
		expect(await total({ queueUid: TICKETS, inactived: 'inactive' })).toBe(0);
		const second = await find({ queueUid: TICKETS }, { pageNo: 2, pageSize: 5 });
		expect(second).toMatchObject({ total: 6, queueData: [{ tag: 'tag-5' }] });
	});

	it.each([
		['an object for the text of the input', { inputJsonData: { caseId: '1' } }, 10000002],
		['an input that is not JSON', { inputJsonData: 'caseId' }, 10000002],
		['an unknown queue', { queueUid: '1' }, 10000002],
		['no queue', { queueUid: undefined }, 10000003],
		['an unknown priority', { priority: 'urgent' }, 10000002],
		['too long a tag', { tag: 'x'.repeat(33) }, 10000002],
		['a time beyond the last one', { expectStartTime: 7258089600001 }, 10000002],
	])('are refused with %s', async (_, more, errorCode) => {
		expect((await add(more)).errorCode).toBe(errorCode);
	});

	it('are refused with a tag that the queue has, and looked for with nothing', async () => {
		await add({ tag: 'one' });
		expect((await add({ tag: 'one' })).errorCode).toBe(10000004);
		expect((await add({ tag: 'one', queueUid: ADDRESSES })).errorCode).toBe(0);
		expect((await find({})).errorCode).toBe(10000003);
		expect((await find({ tag: 'one' })).errorCode).toBe(10000003);
	});
});
