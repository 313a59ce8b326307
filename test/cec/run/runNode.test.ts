/** The loop over items: order, concurrency, batches, errors, and which item came of which. */
import { NodeApiError, NodeOperationError, type IDataObject, type INodeExecutionData } from 'n8n-workflow';

import { realClock } from '../../../cec/transport/clock';
import { HuaweiCecAgent } from '../../../nodes/HuaweiCecAgent/HuaweiCecAgent.node';
import { HuaweiCecCampaign } from '../../../nodes/HuaweiCecCampaign/HuaweiCecCampaign.node';
import { Bench, binary, byId, item, rowsOf } from '../../support/bench';
import { execute } from '../../support/n8n';

const agent = new HuaweiCecAgent();
const campaign = new HuaweiCecCampaign();

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

const run = async (node: HuaweiCecAgent, parameters: object, items?: INodeExecutionData[], continueOnFail = false) =>
	await execute({
		node,
		credentials: bench.credentials,
		parameters: parameters as IDataObject,
		items,
		continueOnFail,
	});

const failure = async (...args: Parameters<typeof run>): Promise<NodeApiError | NodeOperationError> =>
	await run(...args).then(
		() => {
			throw new Error('It went through');
		},
		(error: NodeApiError) => error,
	);

const sent = (path: string) => bench.requests.filter((request) => request.path.includes(path));
const from = (items: INodeExecutionData[]) => items.map(({ pairedItem }) => (pairedItem as { item: number }).item);
const many = (count: number) => Array.from({ length: count }, (_, index) => item({ index }));

describe('items one by one', () => {
	const get = { resource: 'agent', operation: 'get', userAccount: '={{ $json.account }}' };

	test('nothing in, nothing out, nothing sent', async () => {
		expect(await run(agent, get, [])).toEqual([]);
		expect(bench.requests).toEqual([]);
	});

	test('keep their order, however long each takes', async () => {
		const accounts = ['agent.two', 'agent.one', 'inspector.one', 'agent.three'];
		bench.sim.control.addFault({ kind: 'latency', ms: 60, match: { path: 'agentAccount' } });
		const items = await run(
			agent,
			get,
			accounts.map((account) => item({ account })),
		);
		expect(items.map(({ json }) => json.userAccount)).toEqual(accounts);
		expect(from(items)).toEqual([0, 1, 2, 3]);
	});

	test('are read eight at a time at most, and as many as the user wants', async () => {
		const most = async (itemsAtOnce?: number) => {
			let running = 0;
			let highest = 0;
			const { control } = bench.sim;
			const take = control.faultList.take.bind(control.faultList);
			jest.spyOn(control.faultList, 'take').mockImplementation((method, target) => {
				if (target.includes('agentAccount')) {
					running += 1;
					highest = Math.max(highest, running);
				}
				return take(method, target);
			});
			const add = control.log.add.bind(control.log);
			jest.spyOn(control.log, 'add').mockImplementation((entry) => {
				if (entry.path.includes('agentAccount')) running -= 1;
				add(entry);
			});
			control.addFault({ kind: 'latency', ms: 100, match: { path: 'agentAccount', times: 30 } });
			await run(
				agent,
				{ ...get, userAccount: byId('agent.one'), options: itemsAtOnce ? { itemsAtOnce } : {} },
				many(20),
			);
			jest.mocked(control.faultList.take).mockRestore();
			jest.mocked(control.log.add).mockRestore();
			control.clearFaults();
			return highest;
		};
		expect(await most()).toBe(8);
		expect(await most(3)).toBe(3);
		expect(await most(50)).toBe(8);
	});

	test('that change something come one after the other', async () => {
		const update = {
			resource: 'agent',
			operation: 'update',
			userAccount: byId('agent.one'),
			updateFields: { phone: '={{ $json.index }}' },
		};
		bench.sim.control.addFault({ kind: 'latency', ms: 40, match: { path: 'update', times: 1 } });
		await run(agent, update, many(4));
		expect(sent('agentAccount/update').map(({ body }) => (body as { phone: string }).phone)).toEqual([
			'0',
			'1',
			'2',
			'3',
		]);
	});

	test('the first that fails ends it, and says which one it was', async () => {
		const error = await failure(agent, { ...get, options: { itemsAtOnce: 1 } }, [
			item({ account: 'agent.one' }),
			item({ account: 'agent.none' }),
			item({ account: 'agent.two' }),
		]);
		expect(error).toBeInstanceOf(NodeOperationError);
		expect(error.message).toBe('CEC found nothing with these values');
		expect(error.context.itemIndex).toBe(1);
	});

	test('go on after failures, each with its own story', async () => {
		const items = await run(
			agent,
			get,
			[item({ account: 'agent.none' }), item({ account: 'agent.one' }), item({})],
			true,
		);
		expect(from(items)).toEqual([0, 1, 2]);
		expect(items.map(({ json }) => json.error ?? json.userAccount)).toEqual([
			'CEC found nothing with these values',
			'agent.one',
			'"Agent" is missing',
		]);
	});

	test('a code of CEC stands beside the words', async () => {
		const items = await run(
			campaign,
			{ resource: 'campaign', operation: 'get', campaignId: byId(1) },
			undefined,
			true,
		);
		expect(items[0].json).toMatchObject({
			error: 'The campaign does not exist (code 0200007)',
			cecCode: '0200007',
		});
		expect(items[0].json.message).toMatch(
			/^Pick it from the list again.* CEC says: ".*"\. Interface 7\.1\.6 \(GET /,
		);
	});
});

describe('entries of all items together', () => {
	const add = (called: unknown, more: object = {}) => ({ resource: 'number', operation: 'add', called, ...more });
	const numberOf = rowsOf({ calledNo: '={{ $json.number }}' });
	const numbered = (count: number) =>
		Array.from({ length: count }, (_, index) => item({ number: String(447700900000 + index) }));

	test('are pooled, and each item gets its own result', async () => {
		const id = await bench.campaign();
		const items = await run(campaign, add(numberOf, { campaignId: byId(id) }), numbered(50));
		expect(from(items)).toEqual(Array.from({ length: 50 }, (_, index) => index));
		expect(items[7].json).toMatchObject({ called: [{ calledNo: '447700900007' }], success: true });
		expect(sent('/calldata/').map(({ body }) => (body as { callDataList: unknown[] }).callDataList.length)).toEqual(
			[20, 20, 10],
		);
	});

	test('go to where their items say', async () => {
		const ids = [await bench.campaign(), await bench.campaign()];
		const items = [0, 1, 0, 1].map((which, index) =>
			item({ campaign: ids[which], number: String(447700900000 + index) }),
		);
		expect(from(await run(campaign, add(numberOf, { campaignId: '={{ $json.campaign }}' }), items))).toEqual([
			0, 1, 2, 3,
		]);
		for (const [which, id] of ids.entries()) {
			const numbers = bench.campaignState(id).contacts.map((contact) => contact.numbers[0].calledNo);
			expect(numbers).toEqual([0, 2].map((index) => String(447700900000 + index + which)));
		}
	});

	test('one bad entry does not keep the others out, and is found', async () => {
		const id = await bench.campaign();
		await bench.sales('/blocklist/add', { blocklist: ['447700900013'] });
		const items = await run(campaign, add(numberOf, { campaignId: byId(id) }), numbered(20), true);
		expect(from(items)).toEqual(Array.from({ length: 20 }, (_, index) => index));
		expect(items.flatMap(({ json }, index) => (json.error ? [index] : []))).toEqual([13]);
		expect(items[13].json).toMatchObject({
			error: 'The number is on the blocklist (code 0200024)',
			cecCode: '0200024',
		});
		expect(bench.campaignState(id).contacts).toHaveLength(19);
	});

	test('without going on, one error tells of all, and what went through stays', async () => {
		const id = await bench.campaign();
		await bench.sales('/blocklist/add', { blocklist: ['447700900001', '447700900003'] });
		const error = await failure(campaign, add(numberOf, { campaignId: byId(id) }), numbered(5));
		expect(error.message).toBe('2 of 5 contacts failed: add numbers to a campaign');
		expect(error.context.itemIndex).toBe(1);
		expect(error.description).toMatch(
			/^The other 3 went through\..*<br>Item 1 .*blocklist.*<br>Item 3 .*blocklist/s,
		);
		expect(bench.campaignState(id).contacts).toHaveLength(3);
	});

	test('what came before in the same run is refused by name', async () => {
		const id = await bench.campaign();
		const items = await run(
			campaign,
			add(numberOf, { campaignId: byId(id) }),
			[...numbered(2), ...numbered(1)],
			true,
		);
		expect(items.map(({ json }) => json.error)).toEqual([
			undefined,
			undefined,
			'The same contact came before, with item 0',
		]);
		expect(bench.campaignState(id).contacts).toHaveLength(2);
	});

	test('an item that is wrong in itself is told apart from those that CEC refuses', async () => {
		const items = await run(
			campaign,
			{ resource: 'blocklist', operation: 'add', phoneNumbers: '={{ $json.number }}' },
			[item({ number: '447700900001' }), item({ number: 'abc' }), item({ number: '' })],
			true,
		);
		expect(items.map(({ json }) => json.error)).toEqual([
			undefined,
			'"Phone Numbers" may hold only digits, * and #',
			'"Phone Numbers" is missing',
		]);
	});

	test('when the fate of a piece is not known, the rest is still sent and no piece twice', async () => {
		const id = await bench.campaign();
		bench.sim.control.addFault({ kind: 'resetAfter', match: { path: '/calldata/' } });
		const items = await run(campaign, add(numberOf, { campaignId: byId(id) }), numbered(30), true);
		const failed = items.filter(({ json }) => json.error !== undefined);
		expect(failed).toHaveLength(20);
		expect(failed[0].json.error).toMatch(/^It is not known whether CEC did this/);
		expect(bench.campaignState(id).contacts).toHaveLength(30);
		expect(sent('/calldata/')).toHaveLength(2);
	});

	test('after a wrong key nothing more is sent', async () => {
		bench.sim.control.addFault({ kind: 'status', status: 401, match: { path: 'blocklist', times: 9 } });
		const list = Array.from({ length: 60 }, (_, index) => String(447700900000 + index));
		const items = await run(
			campaign,
			{ resource: 'blocklist', operation: 'add', phoneNumbers: list.join() },
			undefined,
			true,
		);
		expect(items).toHaveLength(60);
		expect(sent('blocklist')).toHaveLength(1);
	});

	test('a list that travels as one text is cut as well', async () => {
		const ids = Array.from({ length: 12 }, (_, index) => String(1000 + index));
		await run(
			agent,
			{ resource: 'skillQueue', operation: 'delete', confirm: true, skillIds: ids },
			undefined,
			true,
		);
		expect(
			sent('deleteSkill').map(({ body }) => (body as { skillIds: string }).skillIds.split(',').length),
		).toEqual([10, 2]);
	});

	test('an empty list is never sent, since CEC would take it for all', async () => {
		const error = await failure(agent, {
			resource: 'agent',
			operation: 'removeFromQueue',
			skillId: byId(2),
			userAccounts: [],
		});
		expect(error.message).toBe('"Agent Names or IDs" is missing');
		expect(sent('releaseAgentBySkillId')).toEqual([]);
	});

	test('a deletion that would take everything is refused', async () => {
		const id = await bench.campaign();
		const error = await failure(campaign, {
			resource: 'number',
			operation: 'delete',
			campaignId: byId(id),
			confirm: true,
		});
		expect(error.message).toMatch(/^Say which numbers to delete/);
		expect(sent('/delete')).toEqual([]);
	});

	test('one item that was not confirmed stops all before anything is sent', async () => {
		const parameters = {
			resource: 'skillQueue',
			operation: 'delete',
			confirm: '={{ $json.sure }}',
			skillIds: ['3'],
		};
		const error = await failure(agent, parameters, [item({ sure: true }), item({ sure: false })]);
		expect(error.context.itemIndex).toBe(1);
		expect(sent('deleteSkill')).toEqual([]);
	});
});

describe('lists', () => {
	const many25 = async () => {
		const callNoTypes = Array.from({ length: 17 }, (_, index) => `T-${index}`);
		await bench.sales('/callNoType/add', { callNoTypes });
	};

	test.each([
		[{ limit: 5 }, 5],
		[{}, 20],
		[{ returnAll: true }, 20],
		[{ limit: 100 }, 20],
	])('%j', async (how, count) => {
		await many25();
		const items = await run(campaign, { resource: 'numberType', operation: 'getMany', ...how });
		expect(items).toHaveLength(count);
		expect(from(items)).toEqual(new Array(count).fill(0));
	});

	test('with no entries give no items', async () => {
		expect(await run(campaign, { resource: 'blocklist', operation: 'getMany' })).toEqual([]);
	});

	test('unsimplified give an item for each page', async () => {
		const items = await run(campaign, {
			resource: 'displayResult',
			operation: 'getManyCodes',
			returnAll: true,
			simplify: false,
		});
		expect(items).toHaveLength(sent('queryOBSResultCode').length);
		expect(items[0].json).toHaveProperty('resultCode', '0200000');
	});
});

describe('waiting for an import', () => {
	const SERVER = '164690088271159234793429225848';
	const parameters = {
		resource: 'blocklist',
		operation: 'importFile',
		serverId: byId(SERVER),
		fileName: 'blocklist.xlsx',
	};

	test('asks until it is done', async () => {
		jest.mocked(realClock.sleep).mockClear();
		const [{ json }] = await run(campaign, parameters);
		expect(json).toMatchObject({ status: '2', succNum: 3, repeatNum: 1, failNum: 0 });
		expect(jest.mocked(realClock.sleep)).toHaveBeenCalledWith(3000);
	});

	test('gives up after as long as the user wants', async () => {
		const later = { ...parameters, additionalFields: { hour: 20, minute: '00' }, waitMinutes: 2 };
		const error = await failure(campaign, later);
		expect(error.message).toMatch(/^The import \d+ was not done after 2 minutes$/);
		expect(error.description).toMatch(/goes on in CEC/);
	});
});

describe('what the user enters', () => {
	test('is read from expressions, at any depth', async () => {
		const id = await bench.campaign();
		const called = rowsOf(
			{ calledNo: '={{ $json.numbers[0] }}', delayTime: '={{ $json.delay }}' },
			{ calledNo: '={{ $json.numbers[1] }}' },
		);
		const campaignId = { __rl: true, mode: 'id', value: '={{ $json.campaign }}' };
		const contact = item({ campaign: id, delay: 60, numbers: ['447700900001', '447700900002'] });
		await run(
			campaign,
			{
				resource: 'number',
				operation: 'add',
				campaignId,
				called,
				additionalFields: { batchId: '=b-{{ $itemIndex }}' },
			},
			[contact],
		);
		expect(bench.campaignState(id).contacts[0]).toMatchObject({
			customField: 'b-0',
			numbers: [
				{ calledNo: '447700900001', delayTime: 60 },
				{ calledNo: '447700900002', delayTime: 0 },
			],
		});
	});

	test('a file that the item lacks is asked for by name', async () => {
		const upload = {
			resource: 'voiceFile',
			operation: 'upload',
			binaryProperty: 'voice',
			fileType: 'wav',
			locale: 'en_US',
			voiceType: 0,
		};
		const error = await failure(agent, upload, [item({}, { other: binary('x', 'a.wav') })]);
		expect(error.message).toBe('"Input Binary Field": the item has no binary data in "voice"');
	});

	test('times are read in the zone of the workflow, or the one that is chosen', async () => {
		const log = {
			resource: 'callLog',
			operation: 'getMany',
			beginTime: '2026-03-02T09:00:00Z',
			endTime: '2026-03-02T10:00:00Z',
		};
		await execute({ node: campaign, credentials: bench.credentials, parameters: log, timezone: 'Asia/Shanghai' });
		await run(campaign, { ...log, options: { timeZone: 'Europe/Berlin' } });
		expect(sent('calllogs').map(({ body }) => (body as { beginTime: string }).beginTime)).toEqual([
			'2026-03-02 17:00:00',
			'2026-03-02 10:00:00',
		]);
		const error = await failure(campaign, { ...log, options: { timeZone: 'Mars/Olympus' } });
		expect(error.message).toBe('"Mars/Olympus" is no time zone');
	});

	test('passwords are shown only to whoever asks for them', async () => {
		const softphones = { resource: 'softphone', operation: 'getMany' };
		const [{ json: masked }] = await run(agent, softphones);
		const [{ json: shown }] = await run(agent, { ...softphones, options: { includeSecrets: true } });
		expect(masked.sipPwd).toBe('••••••••');
		expect(shown.sipPwd).toMatch(/^Sip~\d{6}$/);
		const [{ json: raw }] = await run(agent, { ...softphones, simplify: false });
		expect(JSON.stringify(raw)).not.toContain('Sip~');
	});

	test('an operation that this version does not know is said to be unknown', async () => {
		const error = await failure(agent, { resource: 'agent', operation: 'praise' });
		expect(error.message).toBe('This node has no operation "praise" for "agent"');
	});
});

describe('an answer of success that hides a failure', () => {
	test('routes that could not be deleted', async () => {
		const [{ dnid }] = bench.state.calledRoutes;
		const parameters = {
			resource: 'calledRoute',
			operation: 'delete',
			confirm: true,
			dnids: [String(dnid), '999'],
		};
		const error = await failure(agent, parameters);
		expect(error.description).toMatch(/Not all routes were deleted\. .*Failed:999/);
	});
});
