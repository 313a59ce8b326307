/** The lists of nodes for signed-in agents: asked for by the session that this process knows, and never by a new one. */
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { IDataObject, INodeType } from 'n8n-workflow';

import { allFields, type Resource } from '../../cec/catalogue/operation';
import type { Pickers } from '../../cec/catalogue/picker';
import { catalogue as workspaceCatalogue } from '../../nodes/HuaweiCecAgentWorkspace/catalogue';
import { HuaweiCecAgentWorkspace } from '../../nodes/HuaweiCecAgentWorkspace/HuaweiCecAgentWorkspace.node';
import { pickers as workspacePickers } from '../../nodes/HuaweiCecAgentWorkspace/pickers';
import { catalogue as supervisionCatalogue } from '../../nodes/HuaweiCecSupervision/catalogue';
import { HuaweiCecSupervision } from '../../nodes/HuaweiCecSupervision/HuaweiCecSupervision.node';
import { pickers as supervisionPickers } from '../../nodes/HuaweiCecSupervision/pickers';
import { Bench, byId } from '../support/bench';
import { execute, loadOptions, searchList } from '../support/n8n';

const workspace = new HuaweiCecAgentWorkspace();
const supervision = new HuaweiCecSupervision();
const NOT_HERE = /^The agent is not signed in here, and only a signed-in agent can list \S[\w ]*: choose "By ID" and type it, or sign the agent in first$/;
const SIGN_INS = ['6.1.1.1', '6.1.1.2', '6.1.1.23'];

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

const desk = async (resource: string, operation: string, parameters: object = {}): Promise<IDataObject> => {
	const [{ json }] = await execute({
		node: workspace,
		credentials: bench.credentials,
		parameters: { resource, operation, ...parameters } as IDataObject,
	});
	return json;
};

const names = async (list: string, parameters: IDataObject = {}, node: INodeType = workspace, filter?: string) =>
	(await searchList(node, list, { credentials: bench.credentials, parameters }, filter)).results.map(({ name, value }) => [name, value]);

/** An agent who has joined all queues. */
const signedIn = async (index = 0): Promise<string> => {
	const session = await bench.agentSession({}, index);
	await bench.asAgent(index, session, 'POST', 'onlineagent/{agentid}/resetskill/true');
	return session;
};

const agentSessions = () => (bench.state as unknown as { agentSessions: Array<{ workNo: string }> }).agentSessions;

const nodes: Array<[string, INodeType, Resource[], Pickers]> = [
	['Agent Workspace', workspace, workspaceCatalogue, workspacePickers],
	['Supervision', supervision, supervisionCatalogue, supervisionPickers],
];

// The first test, since this process remembers who has signed in.
test('an agent who has not signed in here is not signed in for a list', async () => {
	for (const [, node, , pickers] of nodes) {
		for (const list of Object.keys(pickers)) {
			const parameters = { devicetype: 2, targetType: 2, addressType: 9 };
			await expect(names(list, parameters, node)).rejects.toThrow(NOT_HERE);
			await expect(loadOptions(node, list, { credentials: bench.credentials, parameters })).rejects.toThrow(NOT_HERE);
		}
	}
	expect(bench.requests).toEqual([]);
	expect(agentSessions()).toEqual([]);
});

test.each(nodes)('%s: every field that picks names a list, every list is used, and IDs may always be typed', (_name, node, resources, pickers) => {
	const fields = resources.flatMap(({ operations }) => Object.values(operations).flatMap(allFields));
	const named = new Set(fields.flatMap(({ spec: { picker } }) => picker ?? []));
	expect([...named].sort()).toEqual(Object.keys(pickers).sort());
	const picking = node.description.properties.filter(({ type }) => type === 'resourceLocator');
	expect(picking.length).toBeGreaterThan(0);
	for (const { modes = [] } of picking) expect(modes.map(({ name }) => name)).toEqual(['list', 'id']);
});

test('queues and agents are listed once the agent has signed in, and the session goes on', async () => {
	const { session } = await desk('session', 'signIn', { phonenum: '15550105' });
	await desk('queue', 'join', { session, autoflag: true });
	await signedIn(1);
	expect(await names('skillQueues')).toEqual(expect.arrayContaining([['sales · 3', '3']]));
	expect(await names('skillQueues', {}, workspace, 'SAL')).toEqual([['sales · 3', '3']]);
	// Agents of several queues stand there once.
	expect(await names('agents', {}, supervision)).toEqual([
		['Agent One · 101', '101'],
		['Agent Two · 102', '102'],
	]);
	expect((await names('configuredQueues')).map(([, id]) => id)).toEqual(['2', '3']);
	const options = await loadOptions(workspace, 'agents', { credentials: bench.credentials });
	expect(options.map(({ value }) => value)).toEqual(['101', '102']);
	expect(bench.requests.filter(({ section }) => SIGN_INS.includes(section ?? ''))).toHaveLength(2);
	expect(await desk('state', 'get', { session })).toMatchObject({ stateName: 'Idle' });
});

test('a credential with another password does not act by the session', async () => {
	await signedIn();
	const huaweiCecAgentApi = { ...bench.credentials.huaweiCecAgentApi, password: 'Other-pw1' };
	bench.sim.control.clearRequests();
	const given = { credentials: { ...bench.credentials, huaweiCecAgentApi } };
	await expect(searchList(workspace, 'skillQueues', given)).rejects.toThrow(NOT_HERE);
	expect(bench.requests).toEqual([]);
});

test('an agent who has been signed out meanwhile is not signed in again', async () => {
	const session = await signedIn();
	expect(await names('skillQueues')).not.toEqual([]);
	await bench.asAgent(0, session, 'DELETE', 'onlineagent/{agentid}/forcelogout');
	bench.sim.control.clearRequests();
	await expect(names('skillQueues')).rejects.toThrow(NOT_HERE);
	expect(bench.requests.map(({ section }) => section)).toEqual(['5.2.7']);
	expect(agentSessions()).toEqual([]);
});

describe('targets', () => {
	beforeEach(async () => void (await signedIn()));

	test.each([
		['callTargets', { devicetype: 1 }, ['sales · 3', '3']],
		['callTargets', { devicetype: 2 }, ['Agent One · 101', '101']],
		['callTargets', { devicetype: 3 }, ['Survey · 90501', '90501']],
		['chatTargets', { targetType: 1 }, ['sales · 3', '3']],
		['chatTargets', { targetType: 2 }, ['Agent One · 101', '101']],
	])('%s are listed by %j', async (list, parameters, entry) => {
		expect(await names(list, parameters)).toContainEqual(entry);
	});

	test('of a conference are listed when they are agents', async () => {
		expect(await names('participants', { addressType: 9 })).toContainEqual(['Agent One · 101', '101']);
		await expect(names('participants', { addressType: 6 })).rejects.toThrow('There is no list of such participants');
	});

	test.each([
		['callTargets', { devicetype: 4 }],
		['callTargets', { devicetype: 5 }],
		['callTargets', { devicetype: '={{ $json.type }}' }],
		['chatTargets', { targetType: 4 }],
	])('%s have no list with %j', async (list, parameters) => {
		await expect(names(list, parameters)).rejects.toThrow('There is no list of such targets: choose "By ID" and type what it is');
	});
});

test('what was picked travels as what was typed', async () => {
	const session = await signedIn();
	await desk('queue', 'countWaiting', { session, skillid: { __rl: true, mode: 'list', value: '3', cachedResultName: 'sales · 3' } });
	expect(bench.requests.at(-1)?.path).toMatch(/skillwaitnum\/3$/);
	await desk('call', 'callOut', { session, called: '447700900500', additionalFields: { skillid: byId('3') } });
	expect(bench.requests.at(-1)?.body).toEqual({ called: '447700900500', skillid: 3 });
	await expect(desk('queue', 'countWaiting', { session, skillid: byId('sales') })).rejects.toThrow(/digits/);
});

// The last test, since the pace of an agent's queries goes by a clock that a reset sets back.
test('a list follows the session as the gateway changes it, and the items too', async () => {
	const events = createServer((_request, response) => response.end('{"message":"success","retcode":"0"}')).listen(0, '127.0.0.1');
	await once(events, 'listening');
	const callbackUri = `http://127.0.0.1:${(events.address() as AddressInfo).port}/events`;
	const push = { additionalFields: { callbackUri, serviceToken: 'token1' }, options: { allowHttpCallback: true } };
	const { session } = await desk('session', 'signIn', { phonenum: '15550105', ...push });
	// Longer than any one Guid is good for; each sign of life brings the next.
	for (let minute = 1; minute <= 4; minute += 1) {
		await bench.sim.clock.advance(61_000);
		await desk('session', 'keepAlive', { session, serviceToken: `token${minute + 1}` });
		expect(await names('skillQueues')).toContainEqual(['sales · 3', '3']);
	}
	const looked = await desk('state', 'get', { session });
	events.close();
	expect(looked).toMatchObject({ stateName: 'Idle' });
	expect(bench.requests.filter(({ section }) => SIGN_INS.includes(section ?? ''))).toHaveLength(1);
	// The log tells that there was a token, and not which.
	const signs = bench.requests.filter(({ section }) => section === '6.1.1.3');
	expect(signs.map(({ headers }) => headers.service_token)).toEqual(['***', '***', '***', '***']);
});
