/** What is special about monitoring: pages of which few rows are left, counts over pages, spans, lists to pick from. */
import type { IDataObject, INodeExecutionData } from 'n8n-workflow';

import { HuaweiCecMonitoring } from '../../nodes/HuaweiCecMonitoring/HuaweiCecMonitoring.node';
import { Bench, byId } from '../support/bench';
import { execute, loadOptions, searchList, testCredential } from '../support/n8n';

const node = new HuaweiCecMonitoring();

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

async function run(resource: string, operation: string, parameters: object = {}): Promise<INodeExecutionData[]> {
	return await execute({ node, credentials: bench.credentials, parameters: { resource, operation, ...parameters } as IDataObject });
}

const sent = (section: string) => bench.requests.filter((request) => request.section === section).map(({ body }) => body as IDataObject);

/** An answer as CEC could give it, where the simulator gives another. */
const answers = (path: string, resultDesc: object, more: object = {}) =>
	bench.sim.control.addFault({ kind: 'body', body: { result: '0', resultCode: '0100000', resultDesc, ...more } as never, match: { path } });

/** Agents whom nobody signs in, so that there is more than a page of them. */
async function manyAgents(count: number): Promise<void> {
	const account = { password: 'Demo-pw12', agentType: 4, ccRoleId: 2 };
	for (let index = 0; index < count; index += 1) {
		const name = `person.${index}`;
		await bench.management('agentAccount/create', { ...account, userAccount: name, userName: name, email: `${name}@example.com` });
	}
}

describe('more agents than a page has', () => {
	beforeEach(async () => await manyAgents(120));

	test('are listed to the end', async () => {
		const found = await run('agent', 'getStates', { returnAll: true });
		expect(found).toHaveLength(125);
		expect(sent('12.3.1.1.5').map(({ offset, limit }) => [offset, limit])).toEqual([
			[0, 100],
			[100, 100],
		]);
	});

	test('are counted to the end, though CEC counts those on a page', async () => {
		await bench.agentSession();
		const [{ json }] = await run('agent', 'countAll');
		expect(json).toEqual({ busyAgent: 0, talkingNum: 0, idleAgent: 1, totalLoginAgent: 1 });
		expect(sent('12.3.1.3.10').map(({ queryParam }) => (queryParam as IDataObject).offset)).toEqual([0, 100]);
	});

	test('are all asked for, though one request takes a hundred', async () => {
		const agentIds = (await run('agent', 'getStates', { returnAll: true })).map(({ json }) => String(json.agentId));
		const found = await run('agent', 'getMetrics', { agentIds, indexIds: ['IDX_AGENT_CURRENT_STATE'], returnAll: true });
		expect(found.map(({ json }) => String(json.id))).toEqual(agentIds);
		expect(sent('12.3.1.3.11').map((body) => (body.agentIds as number[]).length)).toEqual([100, 25]);
	});

	test('are picked from, and searched', async () => {
		const given = { credentials: bench.credentials };
		const { results, paginationToken } = await searchList(node, 'agents', given);
		expect([results.length, paginationToken]).toEqual([100, '1']);
		expect(results[0]).toEqual({ name: 'Agent One · 101', value: '101' });
		expect((await searchList(node, 'agents', given, 'person.119')).results).toEqual([{ name: 'person.119 · 225', value: '225' }]);
		expect(await loadOptions(node, 'agents', given)).toHaveLength(125);
	});
});

test('of the agents on a page only those at rest make items, whatever the limit', async () => {
	const session = await bench.agentSession({}, 1);
	await bench.asAgent(1, session, 'POST', 'onlineagent/{agentid}/rest/600/1');
	expect((await run('agent', 'getResting', { limit: 1 })).map(({ json }) => json.agentId)).toEqual([102]);
	expect(sent('12.3.1.1.2').map(({ offset, limit }) => [offset, limit])).toEqual([[0, 1000]]);
	await bench.asAgent(1, session, 'POST', 'onlineagent/{agentid}/cancelrest');
	expect(await run('agent', 'getResting', { returnAll: true })).toEqual([]);
});

describe('spans of time', () => {
	const activities = { agentId: byId(101), returnAll: true };

	test('are cut into days, in UTC, and nothing comes twice', async () => {
		await bench.agentSession();
		const found = await run('agent', 'getActivities', { ...activities, beginTime: '2026-03-01T09:00:00+01:00', endTime: '2026-03-03T09:15:00+01:00' });
		expect(found).toHaveLength(1);
		expect(sent('12.3.1.3.12').map(({ beginTime, endTime }) => [beginTime, endTime])).toEqual([
			['2026-03-01 08:00:00', '2026-03-02 08:00:00'],
			['2026-03-02 08:00:00', '2026-03-03 08:00:00'],
			['2026-03-03 08:00:00', '2026-03-03 08:15:00'],
		]);
	});

	test('hold activities with their causes, where CEC itself gives them', async () => {
		const activity = (operateType: number, operateCause: number) => ({ id: `${operateType}-${operateCause}`, operateType, operateCause });
		answers('/agent/agentoprinfo', [activity(3, 2), activity(0, 258), activity(3, 201), activity(1, 65_535)]);
		const found = await run('agent', 'getActivities', { ...activities, beginTime: '2026-03-02T08:00:00', endTime: '2026-03-02T08:15:00' });
		expect(found.map(({ json }) => [json.activity, json.cause])).toEqual([
			['Busy', 'Calls not answered'],
			['Sign Out', 'Signed out by the agent'],
			['Busy', undefined],
			['Sign In', undefined],
		]);
	});

	test('that are not of quarters of an hour are refused before anything is sent', async () => {
		const given = { ...activities, beginTime: '2026-03-02T08:00:00', endTime: '2026-03-02T08:10:00' };
		await expect(run('agent', 'getActivities', given)).rejects.toThrow(/multiple of 15 minutes/);
		expect(sent('12.3.1.3.12')).toEqual([]);
	});

	test('are cut into 31 days for figures', async () => {
		await run('platform', 'getFigures', { beginDate: '2026-01-01T00:00:00', endDate: '2026-02-15T00:00:00', limit: 1 });
		expect(sent('12.3.6.6').map(({ beginDate, endDate }) => [beginDate, endDate])).toEqual([['2026-01-01 00:00:00', '2026-02-01 00:00:00']]);
	});

	test('are sent in milliseconds as texts where calls are asked for', async () => {
		await run('call', 'getMany', { direction: 'false', beginDate: '2026-03-02T00:00:00', endDate: '2026-03-02T10:00:00' });
		expect(sent('12.3.1.1.13')[0]).toMatchObject({ beginDate: '1772409600000', endDate: '1772445600000', isCallIn: 'false', limit: 50, offset: 0 });
	});
});

test('the VDN of the credential stands in for VDNs that are not given', async () => {
	await run('vdn', 'getMetrics', { indexIds: ['IDX_COUNT_REAL_VDN_CALL'] });
	expect(sent('12.3.1.1.17')[0]).toEqual({ ccId: 1, vdnIds: [1], indexIds: ['IDX_COUNT_REAL_VDN_CALL'] });
});

test('what CEC writes where there is no value is null, but for the full answer', async () => {
	const given = { agentIds: ['102'] };
	const [{ json }] = await run('agent', 'getStatus', given);
	expect(json).toMatchObject({ agentId: 102, logonTime: null, prevStateTime: null });
	expect(json).not.toHaveProperty('signedInAt');
	const [{ json: full }] = await run('agent', 'getStatus', { ...given, simplify: false });
	expect(full).toMatchObject({ resultDesc: [{ logonTime: 4294967295000 }], resultDatas: [{ prevStateTime: 4294967295 }] });
});

describe('times', () => {
	test('may be seconds where a sample has them, and are none where they are 0', async () => {
		const calls = [
			{ callId: '1-1', callInTime: 1772438400, mediaType: 'MEDIA_TYPE_EMAIL' },
			{ callId: '1-2', callInTime: 1772438400000 },
			{ callId: '1-3', callInTime: 0 },
		];
		answers('/skill/batchmultiskill', [{ skillId: 3, callPropertyExs: calls }]);
		const [{ json }] = await run('skillQueue', 'getWaitingCalls', { skillIds: ['3'] });
		const times = (json.callPropertyExs as IDataObject[]).map(({ enteredAt }) => enteredAt);
		expect(times).toEqual([expect.stringMatching(/^2026-03-02T/), expect.stringMatching(/^2026-03-02T/), undefined]);
		expect(json).toMatchObject({ callPropertyExs: [{ mediaTypeName: 'Email' }, {}, {}] });
	});

	test('that a call never came to are none', async () => {
		answers('/vdn/querycalls', { data: [{ callId: '1-1', waitBegin: '1772438400000', ackBegin: '0', callBegin: '0', callEnd: '1772438460000' }], count: 1 });
		const [{ json }] = await run('call', 'getManyInbound', { beginDate: '2026-03-02T00:00:00', endDate: '2026-03-02T10:00:00' });
		expect(json).toMatchObject({ waitBeganAt: expect.stringMatching(/^2026/), endedAt: expect.stringMatching(/^2026/) });
		expect(json).not.toHaveProperty('answerBeganAt');
		expect(json).not.toHaveProperty('talkBeganAt');
	});
});

test('why a call ended is told where its trace ends', async () => {
	const { callId } = await bench.agentRecorded();
	const found = await run('call', 'getTrace', { callId, time: '2026-03-02T00:00:00' });
	expect(found.map(({ json }) => [json.callIdNum, json.releaseCauseName])).toEqual([
		['1', undefined],
		['-1', 'Ended normally'],
	]);
});

describe('rests', () => {
	test('have an obstacle only while an agent waits for one', async () => {
		const details = [
			{ agentId: 1034, cantRestCause: 2, beginTime: 1772438400000, applyRestLength: 600 },
			{ agentId: 1039, cantRestCause: 0, beginTime: 1772438400000, applyRestLength: 600, reqRestDura: 238 },
			{ agentId: 1040, cantRestCause: 0, beginTime: 1772438400000, applyRestLength: 600, reqRestDuration: 100 },
			{ agentId: 1041, cantRestCause: 0, beginTime: 1772438400000, applyRestLength: 600 },
		];
		answers('/vdn/queryagentreststate', { onRestAgentNum: 2, allowRestAgentNum: 0, waitRestAgentNum: 2, details }, { count: 4 });
		const found = await run('agent', 'getResting', { returnAll: true });
		expect(found.map(({ json: { agentId, obstacle, restedSeconds } }) => [agentId, obstacle, restedSeconds])).toEqual([
			[1034, 'Too many agents of the VDN are at rest', undefined],
			[1039, undefined, 238],
			[1040, undefined, 100],
			[1041, 'Waits for approval', undefined],
		]);
	});

	test('of an overview, which does not say who waits, have those that can only be one', async () => {
		const rest = { agentName: 'Agent One', beginTime: 1772438400000, restDuration: 600 };
		const agentsRestDetails = [
			{ ...rest, workNo: 101, cantRestReason: 0 },
			{ ...rest, workNo: 102, cantRestReason: 1 },
		];
		answers('/agentgroup/agentrestinfos', { allowRestNum: 0, onRestNum: 1, waitRestNum: 1, agentsRestDetails });
		const [{ json }] = await run('agent', 'getRestOverview');
		expect(json.agentsRestDetails).toEqual([
			{ ...agentsRestDetails[0], beganAt: expect.stringMatching(/^2026/) },
			{ ...agentsRestDetails[1], beganAt: expect.stringMatching(/^2026/), obstacle: 'Agent is busy' },
		]);
	});
});

test('an agent of a queue whose state CEC could not find out is not told to have signed out', async () => {
	answers('/skill/agentbyconfigedskill', [{ workNo: 101, status: 2, ctiStatus: 1, mediaType: 5 }]);
	const [{ json }] = await run('skillQueue', 'getAgents', { skillId: byId(3) });
	expect(json).toMatchObject({ statusName: 'Unknown', stateName: 'Idle' });
});

test('telephones that two switches know are all listed, whatever the total counts', async () => {
	const telephones = (from: number) => Array.from({ length: 100 }, (_none, index) => ({ equipmentId: String(8000 + from + index), registerStatus: 'registered' }));
	const page = (from: number) => ({ data: [{ '192.0.2.40#1': telephones(from), '192.0.2.41#2': telephones(from) }], count: 200 });
	const list = async () => {
		answers('/uap/queryterminalstatus', page(0));
		answers('/uap/queryterminalstatus', page(100));
		return await run('platform', 'getTerminals', { terminalId: '8*', returnAll: true });
	};
	expect(await list()).toHaveLength(400);
	expect(sent('12.3.6.3').map(({ offset }) => offset)).toEqual([0, 100]);
});

test('a call that is not found may want milliseconds in its ID', async () => {
	await expect(run('call', 'get', { callId: '1772438400-1' })).rejects.toMatchObject({ description: expect.stringContaining('milliseconds') });
});

test('a platform that is too old is said to be', async () => {
	bench.sim.control.setMonitoring({ platform: 'V3R6' });
	await expect(run('agent', 'getStatesAtOnce')).rejects.toThrow(/too old.*0100003/);
});

test('the page of a rest overview is given as a whole or not at all', async () => {
	await expect(run('agent', 'getRestOverview', { filters: { firstAgent: 0 } })).rejects.toThrow(/given together or not at all/);
});

test('monitoring that does not work is a failure', async () => {
	bench.sim.control.addFault({ kind: 'body', body: { request: { say: 'Hello' }, status: 'DOWN' } as never, match: { path: '/ping/' } });
	await expect(run('platform', 'ping', { say: 'Hello' })).rejects.toThrow(/DOWN/);
});

test.each([
	['skillQueues', 'sales · 3', '3'],
	['accessCodes', '15550100 · Hotline', '1'],
	['ivrFlows', 'Survey · 90501', '2'],
	['vdns', 'Example Ltd · 1', '1'],
	['allVdns', 'Example Ltd · 1', '1'],
	['offices', 'customers · 0', '0'],
	['switches', '192.0.2.40', '192.0.2.40'],
])('%s are picked from', async (picker, name, value) => {
	const { results } = await searchList(node, picker, { credentials: bench.credentials });
	expect(results).toContainEqual({ name, value });
});

test('the credential is tested with a query of monitoring', async () => {
	const credential = bench.credentials.huaweiCecSignatureApi;
	const outcome = async (changes: object) => (await testCredential(node, 'huaweiCecSignatureApiTest', { ...credential, ...changes })).status;
	expect(await outcome({})).toBe('OK');
	expect(await outcome({ secretKey: 'other' })).toBe('Error');
	expect(await outcome({ vdnId: 2 })).toBe('Error');
});
