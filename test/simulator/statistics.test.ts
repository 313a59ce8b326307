/** What the simulator tells of the past, and its groups: strict about what it is asked, and in agreement with itself. */
import { tenant, type Simulator } from '../../simulator';
import { hours, ivrCampaign, minutes, runningCampaign, sales, signed, simulator, type Request } from './harness';

let sim: Simulator;
let ask: (path: string, body?: object) => ReturnType<Request>;

beforeAll(async () => {
	sim = await simulator();
	const request = signed(sim);
	ask = async (path, body) => await request(`/rest/cmsapp/v1/${path}`, body);
});

afterAll(async () => await sim.close());

beforeEach(() => sim.control.reset());

const whose = { ccId: tenant.ccId, vdn: tenant.vdnId };
const OK = '0100000';
const WRONG = '0100002';

interface Index {
	id: string;
	val: string | Record<string, string>;
}

async function indexes(dimension: string, body: object): Promise<Index[]> {
	const answer = await ask(`openapi/hisindex/${dimension}`, { ...whose, ...body });
	expect(answer.body.resultCode).toBe(OK);
	return answer.body.resultDesc[0].idxs;
}

const number = ({ val }: Index): number => Number(val);

describe('indexes', () => {
	test('are the same whenever they are asked for, and carry the pair of keys of old clients', async () => {
		const body = { ...whose, skillIds: [2, 3], indexIds: ['IDX_COUNT_SKILL_REQUEST'], enableOffset: 'Y' };
		const first = await ask('openapi/hisindex/skill', body);
		expect(first.body).toMatchObject({ result: '0', resultCode: OK, resultDatas: first.body.resultDesc });
		sim.control.reset();
		expect((await ask('openapi/hisindex/skill', body)).body).toEqual(first.body);
	});

	test('agree with one another', async () => {
		const indexIds = ['REQUEST', 'CONNECTED', 'ABANDON', 'USER_ABANDON', 'USER_ABANDON_QUEUE', 'USER_ABANDON_AGENT'].map((name) => `IDX_COUNT_SKILL_${name}`);
		const within = ['IDX_COUNT_SKILL_CONNECTED_IN_20', 'IDX_COUNT_SKILL_CONNECTED_AFTER_20', 'IDX_RATE_SKILL_CONNECTED', 'IDX_RATE_SKILL_ABANDON'];
		const found = await indexes('skill', { skillIds: [2], indexIds: [...indexIds, ...within], enableOffset: 'Y' });
		const [requests, connected, lost, byUsers, inQueue, ringing, soon, late, rate, lossRate] = found.map(number);
		expect(requests).toBeGreaterThan(10);
		expect(connected + lost).toBe(requests);
		expect(inQueue + ringing).toBe(byUsers);
		expect(soon + late).toBe(connected);
		expect(rate).toBeCloseTo((connected / requests) * 100, 1);
		expect(rate + lossRate).toBeCloseTo(100, 1);
	});

	test('of intervals have UTC keys as in the samples, and add up to the day of the VDN', async () => {
		const shanghai = await simulator({ zone: 'Asia/Shanghai' });
		try {
			const request = signed(shanghai);
			const body = { ...whose, skillIds: [2], indexIds: ['IDX_COUNT_SKILL_REQUEST'] };
			const path = '/rest/cmsapp/v1/openapi/hisindex/skill';
			const yesterday = await request(path, { ...body, timeGrain: '15MIN', enableOffset: 'Y' });
			const { val } = yesterday.body.resultDesc[0].idxs[0];
			const keys = Object.keys(val).sort();
			for (const key of keys) expect(key).toMatch(/^2026-0(2-28|3-01) \d\d:(00|15|30|45):00\.0$/);
			// Midnight in Shanghai.
			expect(keys[0] >= '2026-02-28 16:00:00.0').toBe(true);
			expect(keys.at(-1)! < '2026-03-01 16:00:00.0').toBe(true);
			const whole = await request(path, { ...body, enableOffset: 'Y' });
			const sum = Object.values<string>(val).reduce((total, count) => total + Number(count), 0);
			expect(whole.body.resultDesc[0].idxs[0].val).toBe(String(sum));
		} finally {
			await shanghai.close();
		}
	});

	test('of today grow as the day goes on', async () => {
		const body = { skillIds: [2], indexIds: ['IDX_COUNT_SKILL_REQUEST'] };
		const [before] = (await indexes('skill', body)).map(number);
		await sim.clock.advance(hours(6));
		const [after] = (await indexes('skill', body)).map(number);
		expect(after).toBeGreaterThan(before);
	});

	test('of a month are those of its days', async () => {
		const body = { ...whose, agentIds: [101], indexIds: ['IDX_COUNT_AGENT_REQUEST'] };
		const days = await indexes('agentforday', { ...body, beginDayTime: '2026-02-01 00:00:00', endDayTime: '2026-02-28 00:00:00' });
		const month = await indexes('agentformonth', { ...body, beginMonthTime: '202602', endMonthTime: '202602' });
		expect(month).toEqual(days);
	});

	test('of the VDN are those of its queues, flows and outbound calls', async () => {
		const { body } = await ask('openapi/hisindex/vdn', {
			ccId: 1,
			vdnIds: [1, 2],
			indexIds: ['IDX_COUNT_TOTAL_CALL', 'IDX_COUNT_INBOUND_CALL', 'IDX_COUNT_OUTBOUND_CALL', 'IDX_COUNT_AGENT_INBOUND', 'IDX_COUNT_IVR_ONLY_INBOUND'],
			timeGrain: '60MIN',
			enableOffset: 'Y',
		});
		expect(body.resultDesc).toHaveLength(1);
		const [all, inbound, outbound, toAgents, ivrOnly] = body.resultDesc[0].idxs.map(({ val }: { val: Record<string, string> }) =>
			Object.values(val).reduce((total, count) => total + Number(count), 0),
		);
		expect(inbound + outbound).toBe(all);
		expect(toAgents + ivrOnly).toBe(inbound);
	});

	const skill = { ...whose, skillIds: [2], indexIds: ['IDX_COUNT_SKILL_REQUEST'] };
	const agent = { ...whose, agentIds: [101], indexIds: ['IDX_COUNT_AGENT_REQUEST'] };
	test.each([
		['an index that is not in the table', 'skill', { ...skill, indexIds: ['IDX_COUNT_SKILL_REQUESTS'] }],
		['an index of settled days only', 'skill', { ...skill, indexIds: ['IDX_SKILL_RESERVED_COL1'] }],
		['an index of another table', 'agent', { ...agent, indexIds: ['IDX_COUNT_SKILL_REQUEST'] }],
		['an index that is not counted by interval', 'skill', { ...skill, indexIds: ['IDX_COUNT_SKILL_ABANDON_IN_10'], timeGrain: '15MIN' }],
		['an index that is counted by interval only', 'vdn', { ccId: 1, vdnIds: [1], indexIds: ['IDX_COUNT_TOTAL_CALL'] }],
		['another interval', 'skill', { ...skill, timeGrain: '5MIN' }],
		['another day', 'skill', { ...skill, enableOffset: 'N2' }],
		['agents as texts', 'agent', { ...agent, agentIds: ['101'] }],
		['more than 100 agents', 'agent', { ...agent, agentIds: Array.from({ length: 101 }, (_, at) => at) }],
		['another VDN', 'skill', { ...skill, vdn: 2 }],
		['no VDN', 'skill', { ...skill, vdn: undefined }],
		['a field that is not there', 'skill', { ...skill, agentIds: [1] }],
		['days without an hour', 'skillforday', { ...skill, beginDayTime: '2026-02-01', endDayTime: '2026-02-02' }],
		['days in the wrong order', 'skillforday', { ...skill, beginDayTime: '2026-02-02 00:00:00', endDayTime: '2026-02-01 00:00:00' }],
		['months as days', 'skillformonth', { ...skill, beginMonthTime: '2026-01', endMonthTime: '2026-02' }],
	])('%s is refused', async (_what, dimension, body) => {
		expect((await ask(`openapi/hisindex/${dimension}`, body)).body).toEqual({ resultCode: WRONG, resultDesc: expect.any(String) });
	});
});

describe('missed calls', () => {
	test('have an envelope of their own, and pages', async () => {
		const day = { vdn: 1, beginTime: '2026-03-01 00:00:00', endTime: '2026-03-01 23:59:59' };
		const all = await ask('callin/queryMissedCalls', { ...day, offset: 0, limit: 5000 });
		expect(all.body).toMatchObject({ returnCode: '0', returnDesc: 'query success', total: all.body.missedCalls.length });
		const second = await ask('callin/queryMissedCalls', { ...day, offset: 3, limit: 3 });
		expect(second.body.missedCalls).toEqual(all.body.missedCalls.slice(3, 6));
		for (const { waitBegin, callEnd } of all.body.missedCalls) {
			expect(waitBegin).toMatch(/^2026-03-01 \d\d:\d\d:\d\d$/);
			expect(callEnd > waitBegin).toBe(true);
		}
	});

	test('are those that the queues lost', async () => {
		const missed = await ask('callin/queryMissedCalls', { vdn: 1, offset: 0, limit: 5000 });
		const lost = await ask('openapi/hisindex/skillforday', {
			...whose,
			skillIds: [1, 2, 3, 4, 5],
			indexIds: ['IDX_COUNT_SKILL_ABANDON'],
			beginDayTime: '2025-01-01 00:00:00',
			endDayTime: '2026-03-02 00:00:00',
		});
		const sum = lost.body.resultDesc.reduce((total: number, { idxs }: { idxs: Index[] }) => total + number(idxs[0]), 0);
		expect(missed.body.total).toBe(sum);
	});

	test.each([
		['too many at a time', { vdn: 1, offset: 0, limit: 5001 }],
		['no page', { vdn: 1 }],
		['a time in another format', { vdn: 1, offset: 0, limit: 1, beginTime: '2026-03-01T00:00:00Z' }],
	])('%s is refused', async (_what, body) => {
		expect((await ask('callin/queryMissedCalls', body)).body).toEqual({ returnCode: WRONG, returnDesc: expect.any(String) });
	});
});

describe('daily totals', () => {
	const totals = { calleeNos: ['15550100'], beginLogDay: '2026-03-01', endLogDay: '2026-03-01', callTypes: [0], subCcNo: 1, ...whose };
	const PATH = 'callinday/querymanualindexesbycondition';

	test('are wrapped, and of each number by itself', async () => {
		const { body } = await ask(PATH, { queryParam: { ...totals, calleeNos: ['15550100', '15550103', '15550199'] } });
		expect(body.resultDesc.map(({ calleeNo }: { calleeNo: string }) => calleeNo)).toEqual(['15550100', '15550103']);
		const [first] = body.resultDesc;
		expect(first.inCallSuccNum + first.queOverToIvrNum).toBeLessThan(first.inOccupyNum);
		expect(first.succAckTimeLt10 + first.succAckTimeGt10).toBeLessThanOrEqual(first.inCallSuccNum);
	});

	test.each([
		['without the wrapper', totals],
		['with something beside it', { queryParam: totals, vdn: 1 }],
		['with neither tenant nor VDN', { queryParam: { ...totals, vdn: undefined, subCcNo: undefined } }],
		['with a number that has letters', { queryParam: { ...totals, calleeNos: ['+4930'] } }],
		['with times instead of days', { queryParam: { ...totals, beginLogDay: '2026-03-01 00:00:00' } }],
	])('are refused %s', async (_what, body) => {
		expect((await ask(PATH, body)).body).toMatchObject({ resultCode: WRONG });
	});
});

describe('groups', () => {
	const group = (path: string, body: object) => ask(`openapi/qcrelationconf/${path}`, { ...whose, ...body });
	const list = async () => (await ask('openapi/qcrelationconf/queryallccgroup/1/1')).body.description as Array<{ id: string; groupName: string }>;
	const members = async (groupId: string) =>
		(await group('querygroupmemberbycondition', { groupId, limit: 100, offset: 0 })).body.resultDesc.map(({ workNo }: { workNo: number }) => workNo);

	test('are created, changed and deleted with all that hangs on them', async () => {
		expect((await group('createusergroup', { groupName: 'Night', groupType: 2, workNos: [103] })).body).toMatchObject({ returnCode: '0', resultCode: OK });
		const night = (await list()).find(({ groupName }) => groupName === 'Night');
		expect(night?.id).toMatch(/^\d{30}$/);
		expect(await members(night!.id)).toEqual([103]);
		expect((await group('updategroup', { id: night!.id, groupName: 'Late' })).body.resultCode).toBe(OK);
		expect((await list()).map(({ groupName }) => groupName)).toEqual(['Agents', 'Inspectors', 'Late']);
		expect((await group('deleteusergroup', { id: night!.id })).body.resultCode).toBe(OK);
		expect((await group('deleteusergroup', { id: night!.id })).body.resultCode).toBe('0101001');
	});

	test('lose all members where none is named', async () => {
		const [agents, inspectors] = await list();
		await group('batchdeletegroupmember', { workNos: [101] });
		expect(await members(agents.id)).toEqual([102]);
		await group('batchdeletegroupmember', {});
		expect([...(await members(agents.id)), ...(await members(inspectors.id))]).toEqual([]);
	});

	test('are joined as the gateway would tell, with codes of their own', async () => {
		const join = (body: object) => ask('openapi/qcrelationconf/joinusergroup', { ccId: 1, vdnId: 1, agentId: 101, ...body });
		const [agents, inspectors] = await list();
		expect((await join({ groupId: inspectors.id, groupName: 'ignored' })).body).toEqual({
			result: { groupName: 'Inspectors', groupId: inspectors.id },
			message: 'success',
			retcode: '0',
		});
		expect(await members(agents.id)).toEqual([102]);
		const refusals = await Promise.all(
			[{ vdnId: 2 }, { agentId: 999 }, { groupName: 'Agents' }, {}, { groupId: '1' }, { groupName: 'New', groupType: 4 }].map(join),
		);
		expect(refusals.map(({ body }) => body.retcode)).toEqual(['300-010', '300-016', '300-017', '300-018', '300-019', '1']);
	});

	test('inspect groups of the other kind only', async () => {
		const [agents, inspectors] = await list();
		const relate = (path: string, qcGroupId: string, inspectedGroupId: string) => group(path, { qcGroupId, inspectedGroupIds: [inspectedGroupId] });
		expect((await relate('configqcrelation', agents.id, inspectors.id)).body.resultCode).toBe('0101001');
		expect((await relate('deleteqcrelationconf', inspectors.id, agents.id)).body.resultCode).toBe('0101001');
		expect((await relate('configqcrelation', inspectors.id, agents.id)).body.resultCode).toBe(OK);
		expect((await relate('deleteqcrelationconf', inspectors.id, agents.id)).body.resultCode).toBe(OK);
		expect((await group('configqcrelation', { qcGroupId: inspectors.id, inspectedGroupId: [agents.id] })).body.resultCode).toBe(WRONG);
	});
});

describe('configuration', () => {
	test('agents come whole, or page by page', async () => {
		const whole = (await ask('openapi/configures/agents/1/1')).body;
		expect(whole).not.toHaveProperty('count');
		expect(whole.resultDesc[0]).toEqual({ agentNo: '101', agentName: 'Agent One', roleId: '4', skillId: '2;3' });
		const page = (await ask('openapi/configures/agents/1/1/1/2')).body;
		expect(page).toMatchObject({ count: 5, resultDesc: whole.resultDesc.slice(1, 3) });
		expect((await ask('openapi/configures/agents/1/1/0/101')).body.resultCode).toBe(WRONG);
		expect((await ask('openapi/configures/agents/1/2/0/10')).body.resultCode).toBe(WRONG);
	});

	test('a new name of an agent is seen', async () => {
		const named = await ask('openapi/qcrelationconf/updateagentgroup', { ccId: 1, vdnId: 1, agentId: 101, agentName: 'Agent Uno' });
		expect(named.body.result).toEqual({ agentId: '101', ccId: 1, vdnId: 1, agentName: 'Agent Uno' });
		expect((await ask('openapi/configures/agents/1/1')).body.resultDesc[0].agentName).toBe('Agent Uno');
	});

	test('what is not signed is not answered', async () => {
		const answer = await signed(sim, { secretKey: 'wrong' })('/rest/cmsapp/v1/openapi/tenant/querytenants', {});
		expect(answer.status).toBe(401);
	});
});

describe('campaigns', () => {
	test('are listed ten at a time unless told otherwise', async () => {
		for (let index = 0; index < 12; index += 1) await sales(sim)('v2:', ivrCampaign({ name: `Campaign ${index}` }));
		const first = (await ask('openapi/fromisales/querytasks', whose)).body.resultDesc;
		expect([first.count, first.tasks.length]).toEqual([12, 10]);
		expect(first.tasks[0]).toMatchObject({ taskName: 'Campaign 0', taskType: '3', beginDate: '2026-03-02', status: expect.stringMatching(/^[234]$/) });
		expect((await ask('openapi/fromisales/querytasks', { ...whose, limit: 101 })).body.resultCode).toBe(WRONG);
	});

	test('are counted by day and in all', async () => {
		sim.control.setOutcomes({ default: 'answer' });
		const id = String(await runningCampaign(sim, ['447700900001', '447700900002']));
		await sim.clock.advance(minutes(30));
		const days = await ask('openapi/fromisales/dailystatistic', { ...whose, taskId: id, beginDayTime: '2026-03-01', endDayTime: '2026-03-02' });
		expect(days.body.resultDesc).toEqual([{ statDate: '2026-03-02', totalCount: 2, succCount: 2, succRate: '100%' }]);
		const before = await ask('openapi/fromisales/dailystatistic', { ...whose, taskId: id, beginDayTime: '2026-02-01', endDayTime: '2026-03-01' });
		expect(before.body.resultDesc).toEqual([]);
		for (const taskId of [id, Number(id)]) {
			const { body } = await ask('openapi/fromisales/realstatistic', { ...whose, taskId });
			expect(body.resultDesc).toMatchObject({ totalCount: '2', succCount: '2', failCount: '0', compCount: '2', waitCount: '0', compRate: '100%' });
		}
	});
});
