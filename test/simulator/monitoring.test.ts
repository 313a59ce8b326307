import { type Simulator, tenant } from '../../simulator';
import { Desk } from './agent-desk';
import { type Answer, sign, simulator } from './harness';

const JSON_TYPE = 'application/json; charset=UTF-8';
const WHOSE = { ccId: 1, vdn: 1 };
const OK = '0100000';
const MALFORMED = '0100002';

describe('monitoring', () => {
	let sim: Simulator;
	beforeEach(async () => {
		sim = await simulator();
	});
	afterEach(async () => await sim.close());

	async function send(path: string, body: unknown, headers: Record<string, string> = {}, method = 'POST'): Promise<Answer> {
		const target = `/rest/cmsapp${path}`;
		const text = body === undefined ? '' : JSON.stringify(body);
		const response = await fetch(`${sim.url}${target}`, {
			method,
			headers: { 'content-type': JSON_TYPE, authorization: sign(sim, method, target, text), ...headers },
			body: text === '' ? undefined : text,
		});
		const answer = await response.text();
		return { status: response.status, text: answer, body: answer.startsWith('{') ? JSON.parse(answer) : undefined };
	}

	const ask = async (path: string, body: object = {}) => (await send(`/v1/openapi/${path}`, { ...WHOSE, ...body })).body;
	const askWrapped = async (path: string, body: object = {}) =>
		(await send(`/v1/openapi/${path}`, { queryParam: { ...WHOSE, ...body } })).body;

	const signIn = async (workNo = '101', wishes: object = { autoanswer: true }): Promise<Desk> => await Desk.open(sim, workNo, wishes);

	describe('ways in and envelope', () => {
		it('wants a signature', async () => {
			expect((await send('/v1/ping', { say: 'x' }, { authorization: 'auth-v2/a/b/host/c' })).status).toBe(401);
		});

		it('wants JSON, whatever it is about', async () => {
			expect((await send('/v1/ping', { say: 'x' }, { 'content-type': 'text/plain' })).body.resultCode).toBe(MALFORMED);
		});

		it('echoes what it is asked', async () => {
			expect((await send('/v1/ping', { anything: { at: 'all' } })).body).toEqual({ request: { anything: { at: 'all' } }, status: 'UP' });
		});

		it('has the payload twice, for old clients', async () => {
			const { result, resultCode, resultDatas, resultDesc } = await ask('vdn/queryaccesscodeinfo');
			expect([result, resultCode]).toEqual(['0', OK]);
			expect(resultDatas).toEqual(resultDesc);
		});

		it.each([
			['ccId', { ccId: 2 }],
			['vdn', { vdn: 2 }],
			['vdn', { vdn: 5001 }],
			['more', { more: 1 }],
		])('refuses another %s (%j)', async (_name, change) => {
			expect((await ask('vdn/queryaccesscodeinfo', change)).resultCode).toBe(MALFORMED);
		});

		it('wants queryParam where the samples have it, and nowhere else', async () => {
			expect((await askWrapped('configures/skills')).resultCode).toBe(OK);
			expect((await ask('configures/skills')).resultCode).toBe(MALFORMED);
			expect((await askWrapped('vdn/queryaccesscodeinfo')).resultCode).toBe(MALFORMED);
		});

		it('takes parts of the path by GET, and no body', async () => {
			const path = '/v1/openapi/agentgroup/restreasons';
			expect((await send(`${path}/1/1`, undefined, {}, 'GET')).body.resultCode).toBe(OK);
			expect((await send(`${path}/1/x`, undefined, {}, 'GET')).body.resultCode).toBe(MALFORMED);
			expect((await send(`${path}/1/2`, undefined, {}, 'GET')).body.resultCode).toBe(MALFORMED);
		});

		it('lacks some interfaces on an old platform', async () => {
			expect(sim.control.setMonitoring({ platform: 'V3R6' })).toEqual({ platform: 'V3R6' });
			expect(await ask('vdn/totalagentstate')).toEqual({ resultCode: '0100003', resultDesc: expect.any(String) });
			expect((await ask('vdn/totalagentdynamicinfo', { limit: 10, offset: 0 })).resultCode).toBe(OK);
		});

		it('refuses old interfaces in their own envelope', async () => {
			const { result, resultDatas } = (await send('/v1/openapi/realindex/skill/stateinfo', { queryParams: { ...WHOSE, skillIds: [1999] } })).body;
			expect([result, resultDatas]).toEqual(['0100001', 'There is no skill queue 1999.']);
		});
	});

	describe('agents', () => {
		const states = async (page = { limit: 100, offset: 0 }) => await ask('vdn/totalagentdynamicinfo', page);

		it('are cut into pages, all of them counted', async () => {
			const { count, resultDesc } = await states({ limit: 2, offset: 2 });
			expect(count).toBe(tenant.agents.length);
			expect(resultDesc.map(({ agentId }: { agentId: number }) => agentId)).toEqual([103, 104]);
			expect((await states({ limit: 101, offset: 0 })).resultCode).toBe(MALFORMED);
		});

		it('are in the states they really are in', async () => {
			const agent = await signIn();
			const stateOf = async () => (await states()).resultDesc[0].state;
			expect(await stateOf()).toBe(1);
			await agent.post('/onlineagent/{}/saybusy');
			expect(await stateOf()).toBe(7);
			await agent.ask('DELETE', '/onlineagent/{}/logout');
			expect(await stateOf()).toBe(0);
		});

		it('are counted on the page alone', async () => {
			await signIn('101');
			await signIn('102');
			const counted = async (page: object) => (await askWrapped('agentgroup/systemstate', page)).resultDesc.totalLoginAgent;
			expect(await counted({ limit: 100, offset: 0 })).toBe(2);
			expect(await counted({ limit: 1, offset: 1 })).toBe(1);
			expect(await counted({ limit: 1, offset: 2 })).toBe(0);
		});

		it('that do not exist are no agents', async () => {
			expect((await askWrapped('agent/agentbyworkno', { agentId: 59_000 })).resultCode).toBe('0100001');
			expect((await askWrapped('agent/agentbyworkno', { agentId: 100 })).resultCode).toBe(MALFORMED);
		});

		it('have activities, in spans of quarters of at most a day', async () => {
			const agent = await signIn();
			await agent.post('/onlineagent/{}/rest/600/1');
			await sim.clock.advance(60_000);
			await agent.post('/onlineagent/{}/cancelrest');
			const query = { ccId: 1, currentAgentId: 101, beginTime: '2026-03-02 08:00:00', endTime: '2026-03-02 08:15:00' };
			const activities = async (change: object = {}) => (await send('/v1/openapi/agent/agentoprinfo', { ...query, ...change })).body;
			expect((await activities()).resultDesc.map(({ operateType }: { operateType: number }) => operateType)).toEqual([1, 26]);
			expect((await activities({ operateType: 26 })).resultDesc).toEqual([
				expect.objectContaining({ beginTime: '2026-03-02T08:00:00.000+0000', endTime: '2026-03-02T08:01:00.000+0000' }),
			]);
			expect((await activities({ currentAgentId: 102 })).resultDesc).toEqual([]);
			expect((await activities({ endTime: '2026-03-02 08:10:00' })).resultCode).toBe(MALFORMED);
			expect((await activities({ endTime: '2026-03-03 08:15:00' })).resultCode).toBe(MALFORMED);
			expect((await activities({ beginTime: '2026-03-02T08:00:00' })).resultCode).toBe(MALFORMED);
		});
	});

	describe('skill queues', () => {
		const indexesOf = async (...indexIds: string[]) => {
			const { resultDesc } = await ask('skill/rindex', { skillIds: [3], indexIds });
			return resultDesc[0].idxs.map(({ val }: { val: string }) => val);
		};

		it('tell of those who wait until an agent takes them', async () => {
			await sim.control.inbound({ skillId: 3 });
			await sim.clock.advance(7000);
			const [waiting, longest] = ['IDX_COUNT_REAL_SKILL_QUEUE', 'IDX_DURATION_SKILL_MAX_QUEUE_ACK'];
			expect(await indexesOf(waiting, longest)).toEqual(['1', '7']);
			await signIn();
			await sim.clock.advance(2000);
			expect(await indexesOf(waiting, 'IDX_COUNT_REAL_SKILL_HANDLE', 'IDX_COUNT_REAL_AGENT_CONNECT')).toEqual(['0', '1', '1']);
		});

		it('know no other indexes, and none twelve times over', async () => {
			expect((await ask('skill/rindex', { skillIds: [3], indexIds: ['IDX_OTHER'] })).resultCode).toBe(MALFORMED);
			expect((await ask('skill/rindex', { skillIds: [], indexIds: ['IDX_COUNT_REAL_SKILL_QUEUE'] })).resultCode).toBe(MALFORMED);
		});

		it('count who gave up', async () => {
			await sim.control.inbound({ skillId: 3 });
			await sim.clock.advance(61_000);
			const { resultDesc } = await ask('skill/servicequality', { skillIds: [3] });
			expect(resultDesc[0]).toMatchObject({ inCallNum: 1, connectedNum: 0, callLostNum: 1, wait20sLostNum: 0 });
		});
	});

	describe('calls', () => {
		const DAY = 24 * 60 * 60 * 1000;
		const midnight = Date.parse('2026-03-02T00:00:00Z');
		const query = async (change: object = {}) => {
			const body = { ...WHOSE, isCallIn: 'true', beginDate: String(midnight), endDate: String(midnight + DAY - 1), ...change };
			return (await send('/v2/openapi/vdn/querycalls', body)).body;
		};

		it('are written down when they are over', async () => {
			await sim.control.inbound({ skillId: 3, caller: '447700900400' });
			expect((await query()).resultDesc.count).toBe(0);
			await sim.clock.advance(61_000);
			expect((await query()).resultDesc).toMatchObject({ count: 1, data: [{ callerNo: '447700900400', callType: '0', leaveReason: '2' }] });
			expect((await query({ callerNo: '1' })).resultDesc.count).toBe(0);
			expect((await query({ isCallIn: 'false' })).resultDesc.count).toBe(0);
		});

		it('are known for two days', async () => {
			expect((await query({ beginDate: String(midnight - DAY) })).resultCode).toBe(OK);
			expect((await query({ beginDate: String(midnight - DAY - 1) })).resultCode).toBe(MALFORMED);
			expect((await query({ endDate: String(midnight + DAY) })).resultCode).toBe(MALFORMED);
			expect((await query({ isCallIn: true })).resultCode).toBe(MALFORMED);
		});

		it('that go on are asked for by their IDs, with seconds or milliseconds', async () => {
			const { callId } = await sim.control.inbound({ skillId: 3 });
			const basic = async (id: string) => (await ask('calldata/querybasiccallinfo', { callId: id })).resultCode;
			expect(await basic(callId)).toBe(OK);
			expect(await basic(callId.replace('-', '000-'))).toBe(OK);
			await sim.clock.advance(61_000);
			expect(await basic(callId)).toBe('0100001');
		});

		it('wait for one agent for a minute', async () => {
			const { callId } = sim.control.addPrivateCall({ agentId: 101 });
			const ids = async (agentId: number) => (await ask('agent/agentprivatecall', { agentId })).resultDesc;
			expect([await ids(101), await ids(102)]).toEqual([[callId], []]);
			expect((await ask('calldata/querydetailcallinfo', { callId })).resultDesc.deviceNo).toBe(101);
			await sim.clock.advance(60_000);
			expect(await ids(101)).toEqual([]);
		});
	});

	describe('platform and switch', () => {
		const span = { beginDate: '2026-03-02 08:00:00', endDate: '2026-03-02 09:00:00' };

		it('has figures for every five minutes that have begun, on pages', async () => {
			await sim.control.inbound({ skillId: 3 });
			await signIn();
			await sim.clock.advance(11 * 60_000);
			const { resultCode, resultDesc } = await figures({});
			expect(resultCode).toBe(0);
			expect(resultDesc.count).toBe(3);
			expect(resultDesc.data[0]).toMatchObject({ beginTime: String(Date.parse('2026-03-02T08:00:00Z')), inCallNums: 1, onlineAgentNums: 1 });
			expect((await figures({ limit: 2, offset: 2 })).resultDesc.data).toHaveLength(1);
			expect((await figures({ vdn: [2] })).resultDesc.count).toBe(0);
		});

		const figures = async (change: object) => (await send('/v1/openapi/cti/sysindex', { ccId: 1, ...span, ...change })).body;

		it('has figures for 31 days at most', async () => {
			expect((await figures({ endDate: '2026-04-02 08:00:00' })).resultCode).toBe(0);
			expect((await figures({ endDate: '2026-04-02 08:00:01' })).resultCode).toBe(MALFORMED);
			expect((await figures({ endDate: '2026-03-01 08:00:00' })).resultCode).toBe(MALFORMED);
		});

		it.each([
			[{ MODTYP: 'CCU', PID: 'CCB', MN: '56' }, OK],
			[{ MODTYP: 'CCU', PID: 'CCB' }, MALFORMED],
			[{ MODTYP: 'CCU', PID: 'BICC', MN: '56' }, MALFORMED],
			[{ MODTYP: 'MSU', PID: 'CCB', MN: '56' }, MALFORMED],
			[{ MODTYP: 'MSU', PIDMSU: 'BSI', MSUMN: '472' }, OK],
			[{ MODTYP: 'MSU', PIDMSU: 'OTHER', MSUMN: '472' }, '0100001'],
		])('has control blocks by module: %j', async (module, code) => {
			expect((await send('/v1/openapi/uap/dsppidkey', module)).body.resultCode).toBe(code);
		});

		it('finds terminals by wildcards', async () => {
			const numbers = async (EID: string) => {
				const { resultCode, resultDesc } = (await send('/v1/openapi/uap/queryterminalstatus', { EID })).body;
				if (resultCode !== OK) return resultCode;
				return resultDesc.data.flatMap((group: object) => Object.values(group).flat()).map(({ equipmentId }: { equipmentId: string }) => equipmentId);
			};
			expect(await numbers('1555010*')).toEqual(['15550105', '15550106', '15550107']);
			expect(await numbers('%1?6')).toEqual(['15550106']);
			expect(await numbers('1555')).toBe('0101002');
		});
	});
});
