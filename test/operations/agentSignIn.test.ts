/** A refused password is not tried again by itself: a few of them lock the account. */
import type { IDataObject, WorkflowExecuteMode } from 'n8n-workflow';

import { HuaweiCecAgentWorkspace } from '../../nodes/HuaweiCecAgentWorkspace/HuaweiCecAgentWorkspace.node';
import { Bench } from '../support/bench';
import { execute } from '../support/n8n';

const node = new HuaweiCecAgentWorkspace();
const SIGN_IN = { resource: 'session', operation: 'signIn', phonenum: '15550105' };
const OWN_SESSION = { resource: 'queue', operation: 'countWaitingInConfigured', sessionFrom: 'run' };
const WRONG = /^Agent ID or password is wrong \(code 100-004\)$/;

let bench: Bench;
let executions = 0;
let passwords = 0;

beforeAll(async () => {
	bench = await Bench.start();
	bench.moveClock();
});
afterAll(async () => {
	jest.restoreAllMocks();
	await bench.close();
});
beforeEach(() => bench.reset());

/** Each test has a wrong password of its own, since this process remembers what was refused. */
const wrongPassword = () => ({ ...bench.agentCredential(), password: `Wrong-pw${(passwords += 1)}` });

interface How {
	mode?: WorkflowExecuteMode;
	executionId?: string;
	items?: number;
	continueOnFail?: boolean;
}

const run = async (huaweiCecAgentApi: IDataObject, parameters: object, { items = 1, ...how }: How = {}): Promise<IDataObject[]> => {
	const given = {
		node,
		credentials: { ...bench.credentials, huaweiCecAgentApi } as never,
		parameters: { ...parameters } as IDataObject,
		items: Array.from({ length: items }, () => ({ json: {} })),
		executionId: (executions += 1).toString(),
		...how,
	};
	return (await execute(given)).map(({ json }) => json);
};

describe.each<[string, object]>([
	['Sign In', SIGN_IN],
	['a session for one run', OWN_SESSION],
])('%s', (_name, parameters) => {
	test('by schedule: once, however often the workflow begins', async () => {
		const credential = wrongPassword();
		for (let time = 1; time <= 3; time += 1) {
			await expect(run(credential, parameters, { mode: 'trigger' })).rejects.toThrow(WRONG);
		}
		expect(bench.requests).toHaveLength(1);
	});

	test('by hand: once for each time', async () => {
		const credential = wrongPassword();
		await expect(run(credential, parameters)).rejects.toThrow(WRONG);
		await expect(run(credential, parameters)).rejects.toThrow(WRONG);
		expect(bench.requests).toHaveLength(2);
	});

	test('by hand: not with "Retry On Fail", which is the same execution', async () => {
		const credential = wrongPassword();
		await expect(run(credential, parameters, { executionId: 'retried' })).rejects.toThrow(WRONG);
		await expect(run(credential, parameters, { executionId: 'retried' })).rejects.toThrow(WRONG);
		expect(bench.requests).toHaveLength(1);
	});
});

test('once for all items that go on after an error', async () => {
	const found = await run(wrongPassword(), SIGN_IN, { items: 8, continueOnFail: true });
	expect(found).toHaveLength(8);
	for (const { error } of found) expect(error).toMatch(WRONG);
	expect(found[7].message).toContain('not tried again by itself');
	expect(bench.requests).toHaveLength(1);
});

test('a locked account is left alone as well', async () => {
	for (let time = 1; time <= 5; time += 1) await expect(run(wrongPassword(), SIGN_IN, { mode: 'trigger' })).rejects.toThrow(WRONG);
	bench.sim.control.clearRequests();
	const right = bench.agentCredential();
	for (let time = 1; time <= 2; time += 1) {
		await expect(run(right, SIGN_IN, { mode: 'trigger' })).rejects.toThrow(/account of the agent is locked \(code 110-016\)/);
	}
	expect(bench.requests).toHaveLength(1);
	await bench.sim.clock.advance(31 * 60_000);
	await expect(run(right, SIGN_IN, { mode: 'trigger' })).rejects.toThrow(/locked/);
	expect(bench.requests).toHaveLength(1);
});

test('whoever had the account unlocked signs in by hand, and the schedule goes on', async () => {
	const right = bench.agentCredential(2);
	for (let time = 1; time <= 5; time += 1) {
		await expect(run({ ...wrongPassword(), agentId: right.agentId }, SIGN_IN, { mode: 'trigger' })).rejects.toThrow(WRONG);
	}
	await expect(run(right, SIGN_IN, { mode: 'trigger' })).rejects.toThrow(/locked/);
	bench.reset();
	expect(await run(right, SIGN_IN)).toMatchObject([{ workno: String(right.agentId) }]);
	expect(await run(right, { ...SIGN_IN, operation: 'signInAnyway' }, { mode: 'trigger' })).toMatchObject([{ workno: String(right.agentId) }]);
});

test('other refusals are no reason to wait', async () => {
	await bench.agentSession({}, 1);
	const right = bench.agentCredential(1);
	for (let time = 1; time <= 2; time += 1) await expect(run(right, SIGN_IN, { mode: 'trigger' })).rejects.toThrow(/signed in already/);
	expect(bench.requests.filter(({ section }) => section === '6.1.1.1')).toHaveLength(3);
});
