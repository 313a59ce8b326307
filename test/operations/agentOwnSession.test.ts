/** Sessions that are begun for one run of a node, and end with it. */
import { setImmediate as nextTurn } from 'node:timers/promises';
import type { IDataObject } from 'n8n-workflow';

import { HuaweiCecAgentWorkspace } from '../../nodes/HuaweiCecAgentWorkspace/HuaweiCecAgentWorkspace.node';
import { Bench } from '../support/bench';
import { execute } from '../support/n8n';

const node = new HuaweiCecAgentWorkspace();
const SIGN_IN = '6.1.1.23';
const SIGN_OUT = '6.1.1.18';

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

const run = async (resource: string, operation: string, parameters: object, items = 1): Promise<IDataObject[]> => {
	const given = { resource, operation, sessionFrom: 'run', ...parameters } as IDataObject;
	const input = Array.from({ length: items }, (_, index) => ({ json: { index } }));
	return (await execute({ node, credentials: bench.credentials, parameters: given, items: input })).map(({ json }) => json);
};

const sections = () => bench.sim.control.log.entries.map(({ section }) => section);
const signedIn = () => (bench.sim.control.state() as { agentSessions: object[] }).agentSessions;

test('signs in before the first item and out after the last, and carries no session on', async () => {
	const found = await run('queue', 'countWaitingInConfigured', {}, 3);
	expect(found).toHaveLength(3);
	expect(found.every((json) => !('session' in json))).toBe(true);
	expect(sections()).toEqual([SIGN_IN, '5.2.5', '5.2.5', '5.2.5', SIGN_OUT]);
	expect(signedIn()).toEqual([]);
});

test('runs at the same time have their sessions one after the other', async () => {
	const parameters = { options: { itemsAtOnce: 1 } };
	const found = await Promise.all([1, 2, 3].map(async () => await run('queue', 'countWaitingInConfigured', parameters)));
	expect(found.flat()).toHaveLength(3);
	expect(sections()).toEqual([1, 2, 3].flatMap(() => [SIGN_IN, '5.2.5', SIGN_OUT]));
});

test('signs out when an item fails', async () => {
	await expect(run('queue', 'countWaiting', { skillid: '999' })).rejects.toThrow();
	expect(sections()).toEqual([SIGN_IN, '5.2.8', SIGN_OUT]);
	expect(signedIn()).toEqual([]);
});

test('signs out when the execution is stopped', async () => {
	const stop = new AbortController();
	bench.sim.control.addFault({ match: { path: 'queuedevice' }, kind: 'latency', ms: 50 });
	const parameters = { resource: 'queue', operation: 'countWaitingInConfigured', sessionFrom: 'run' };
	const stopped = execute({ node, credentials: bench.credentials, parameters, signal: stop.signal });
	while (!sections().includes(SIGN_IN)) await nextTurn();
	stop.abort();
	await stopped.catch(() => undefined);
	expect(sections().at(-1)).toBe(SIGN_OUT);
	expect(signedIn()).toEqual([]);
});

test('leaves a session alone that the agent has elsewhere', async () => {
	await bench.agentSession();
	await expect(run('queue', 'countWaitingInConfigured', {})).rejects.toThrow(/signed in already/);
	expect(signedIn()).toHaveLength(1);
});

test('tries a wrong password once', async () => {
	const credentials = { ...bench.credentials, huaweiCecAgentApi: { ...bench.agentCredential(), password: 'wrong' } };
	const parameters = { resource: 'queue', operation: 'countWaitingInConfigured', sessionFrom: 'run' };
	await expect(execute({ node, credentials, parameters, items: [{ json: {} }, { json: {} }] })).rejects.toThrow(/password is wrong/);
	expect(sections()).toEqual([SIGN_IN]);
});

test('what was done counts although the agent cannot be signed out', async () => {
	bench.sim.control.addFault({ match: { path: '/logout' }, kind: 'status', status: 500, body: '' });
	expect(await run('queue', 'countWaitingInConfigured', {})).toHaveLength(1);
});

test('is not offered for what belongs to a call', () => {
	const { properties } = node.description;
	const offered = properties.filter(({ name }) => name === 'sessionFrom').flatMap(({ displayOptions }) => displayOptions?.show?.operation ?? []);
	expect(offered).toEqual(expect.arrayContaining(['countWaiting', 'getOnline', 'sendNote', 'getWaitingCalls', 'getHeldCallsOfAgent']));
	expect(offered).not.toEqual(expect.arrayContaining(['answer']));
	expect(offered).not.toEqual(expect.arrayContaining(['hold']));
});

// The last test, since the pace goes by a clock that a reset sets back.
test('lasts as long as the run, on which the gateway changes the Guid and wants signs of life', async () => {
	// Longer than any Guid is good for. One after the other: waits that go on at once would each move the clock.
	const options = { itemsAtOnce: 1, requestsPerSecond: 0.05 };
	const found = await run('queue', 'countWaitingInConfigured', { options }, 15);
	expect(found).toHaveLength(15);
	const asked = sections();
	expect(asked.filter((section) => section === SIGN_IN)).toHaveLength(1);
	expect(asked.filter((section) => section === '6.1.4.1').length).toBeGreaterThanOrEqual(3);
	// The last sign may be answered after the agent has left.
	expect(asked.filter((section) => section !== '6.1.4.1').at(-1)).toBe(SIGN_OUT);
	expect(signedIn()).toEqual([]);
});
