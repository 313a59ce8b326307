/** A signed-in agent in n8n: the session goes from item to item, and one agent never has two requests under way. */
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { IDataObject, INode, INodeParameters } from 'n8n-workflow';

import type { StoredCredential } from '../../scripts/n8n/api';
import type { Execution } from '../../scripts/n8n/execution';
import { Bench } from '../support/bench';
import { n8n, node, start, using, workflow, workflowWithItems } from './support';

const PHONE = '15550105';

interface AgentSession {
	workNo: string;
	overlaps: { polls: number; requests: number };
}

let bench: Bench;
let credential: StoredCredential;

beforeAll(async () => {
	bench = await Bench.start();
	credential = await n8n().createCredential('huaweiCecAgentApi', 'Bench agent', bench.agentCredential());
});

afterAll(async () => await bench.close());

beforeEach(() => bench.reset());

const desk = (name: string, resource: string, operation: string, parameters: INodeParameters = {}, more: Partial<INode> = {}): INode =>
	node(name, 'n8n-nodes-huawei-cec.huaweiCecAgentWorkspace', { resource, operation, ...parameters }, { ...using(credential), ...more });

const signIn = (parameters: INodeParameters = {}) => desk('Sign in', 'session', 'signIn', { phonenum: PHONE, ...parameters });

const run = async (nodes: INode[]): Promise<Execution> => await n8n().runWorkflow(workflow('Agent', [start(), ...nodes]));

const sessions = () => (bench.state as unknown as { agentSessions: AgentSession[] }).agentSessions;

it('signs in, changes the state, looks at it, and signs out, with nothing to fill in but the first node', async () => {
	const execution = await run([
		signIn({ additionalFields: { status: 3 } }),
		desk('Idle', 'state', 'setIdle'),
		desk('Look', 'state', 'get'),
		desk('Sign out', 'session', 'signOut'),
	]);
	expect(execution.error?.message).toBeUndefined();
	expect(execution.items('Look')).toMatchObject([{ stateName: 'Idle', isWorking: false }]);
	const sections = bench.requests.map(({ section }) => section);
	expect(sections).toEqual(['6.1.1.1', '6.1.1.9', '6.1.1.21', '6.1.1.18']);
	expect(sessions()).toEqual([]);
});

it('carries the session sealed: no item holds what the gateway wants', async () => {
	const execution = await run([signIn(), desk('Look', 'state', 'get')]);
	const [{ session }] = execution.items('Sign in') as Array<{ session: string }>;
	expect(session).toMatch(/^cec1\.[\w-]+$/);
	expect(JSON.stringify([execution.items('Sign in'), execution.items('Look')])).not.toContain('AgentGateway0');
});

it('never has two requests of the agent under way, however many items there are', async () => {
	const session = await bench.agentSession();
	const items: IDataObject[] = Array.from({ length: 12 }, (_none, index) => ({ index, session }));
	bench.sim.control.addFault({ kind: 'latency', ms: 30, match: { path: 'agentstatus' } });
	const execution = await n8n().runWorkflow(workflowWithItems('Agent', items, [desk('Look', 'state', 'get')]));
	expect(execution.error?.message).toBeUndefined();
	expect(execution.items('Look')).toHaveLength(12);
	expect(sessions()).toMatchObject([{ workNo: '101', overlaps: { requests: 0 } }]);
});

it('follows the session as the gateway changes it', async () => {
	const events = createServer((_request, response) => response.end('{"message":"success","retcode":"0"}')).listen(0, '127.0.0.1');
	await once(events, 'listening');
	const callbackUri = `http://127.0.0.1:${(events.address() as AddressInfo).port}/events`;
	const push = { callbackUri, serviceToken: 'token1' };
	const signedIn = await run([signIn({ additionalFields: push, options: { allowHttpCallback: true } })]);
	const [{ session }] = signedIn.items('Sign in') as Array<{ session: string }>;
	// Longer than any one Guid is good for; each sign of life brings the next.
	for (let minute = 1; minute <= 4; minute += 1) {
		await bench.sim.clock.advance(61_000);
		const alive = await n8n().runWorkflow(
			workflowWithItems('Agent', [{ session }], [desk('Alive', 'session', 'keepAlive', { serviceToken: `token${minute + 1}` })]),
		);
		expect(alive.error?.message).toBeUndefined();
	}
	const late = await n8n().runWorkflow(workflowWithItems('Agent', [{ session }], [desk('Look', 'state', 'get')]));
	expect(late.error?.message).toBeUndefined();
	expect(late.items('Look')).toMatchObject([{ stateName: 'Idle' }]);
	events.close();
});

it('says that the session is gone, and what to do', async () => {
	const session = await bench.agentSession();
	await bench.sim.clock.advance(180_000);
	const execution = await n8n().runWorkflow(workflowWithItems('Agent', [{ session }], [desk('Look', 'state', 'get')]));
	expect(execution.status).toBe('error');
	expect(execution.error?.message).toMatch(/^The (session of the agent is not valid|agent is not signed in|agent has been signed out)/);
	expect(execution.error?.description).toContain('Sign the agent in again, and pass the new session on.');
});

it('does not take the session of another agent, nor none', async () => {
	const session = await bench.agentSession({}, 1);
	for (const given of [{ session }, {}, { session: 'something else' }]) {
		const execution = await n8n().runWorkflow(workflowWithItems('Agent', [given], [desk('Look', 'state', 'get')]));
		expect(execution.status).toBe('error');
		expect(execution.error?.message).toMatch(/^(The session does not belong to the agent of the credential|There is no session)$/);
		expect(execution.error?.description).toContain('Session > Sign In');
	}
	expect(bench.requests.filter(({ section }) => section === '6.1.1.21')).toEqual([]);
});

it('sends a wrong password once', async () => {
	const wrong = await n8n().createCredential('huaweiCecAgentApi', 'Wrong', { ...bench.agentCredential(), password: 'Wrong-pw1' });
	const execution = await run([{ ...signIn(), ...using(wrong) }]);
	expect(execution.error?.message).toBe('Agent ID or password is wrong (code 100-004)');
	expect(execution.error?.description).toContain('several wrong passwords lock the account');
	expect(bench.requests).toHaveLength(1);
});

it('has a credential whose test does not sign the agent in', async () => {
	const data = bench.agentCredential();
	expect(await n8n().testCredential(credential, data)).toMatchObject({ status: 'OK' });
	expect(sessions()).toEqual([]);
	const elsewhere = await n8n().testCredential(credential, { ...data, baseUrl: 'http://127.0.0.1:9' });
	expect(elsewhere).toMatchObject({ status: 'Error', message: expect.stringContaining('Nothing answers at the address of CEC') });
});
