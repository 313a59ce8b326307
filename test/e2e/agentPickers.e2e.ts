/** Lists of agents and skill queues in the open node: by the session that this n8n knows, beside runs of the same agent. */
import type { IDataObject, INodeParameters } from 'n8n-workflow';

import type { ListQuestion, StoredCredential } from '../../scripts/n8n/api';
import { Bench } from '../support/bench';
import { n8n, node, start, using, workflow, workflowWithItems } from './support';

const PACKAGE = 'n8n-nodes-huawei-cec';
const NOT_HERE = 'The agent is not signed in here, and only a signed-in agent can list skill queues: choose \\"By ID\\" and type it, or sign the agent in first';

let bench: Bench;
let credential: StoredCredential;

beforeAll(async () => {
	bench = await Bench.start();
	credential = await n8n().createCredential('huaweiCecAgentApi', 'Bench agent', bench.agentCredential());
});

afterAll(async () => await bench.close());

beforeEach(() => bench.reset());

const desk = (name: string, resource: string, operation: string, parameters: INodeParameters = {}) =>
	node(name, `${PACKAGE}.huaweiCecAgentWorkspace`, { resource, operation, ...parameters }, using(credential));

const question = (method: string, more: Partial<ListQuestion> = {}): ListQuestion => ({
	type: `${PACKAGE}.huaweiCecAgentWorkspace`,
	method,
	parameter: 'skillid',
	credential,
	...more,
});

const entries = async (...given: Parameters<typeof question>) =>
	(await n8n().searchList(question(...given))).results.map(({ name, value }) => [name, value]);

/** Signs the agent in and joins all queues; the session as the item has it. */
async function signIn(): Promise<string> {
	const nodes = [desk('Sign in', 'session', 'signIn', { phonenum: '15550105' }), desk('Join', 'queue', 'join', { autoflag: true })];
	const execution = await n8n().runWorkflow(workflow('Agent', [start(), ...nodes]));
	expect(execution.error?.message).toBeUndefined();
	return String(execution.items('Join')[0].session);
}

const sections = () => bench.requests.map(({ section }) => section);

it('says so while the agent is not signed in, and does not sign it in', async () => {
	await expect(n8n().searchList(question('skillQueues'))).rejects.toThrow(NOT_HERE);
	await expect(n8n().loadOptions(question('skillQueues'))).rejects.toThrow(NOT_HERE);
	expect(bench.requests).toEqual([]);
});

it('lists queues, agents and targets as long as the agent is signed in', async () => {
	const session = await signIn();
	expect(await entries('skillQueues')).toContainEqual(['sales · 3', '3']);
	expect(await entries('skillQueues', { filter: 'SAL' })).toEqual([['sales · 3', '3']]);
	expect(await entries('agents', { parameter: 'workno' })).toEqual([['Agent One · 101', '101']]);
	expect(await entries('callTargets', { parameter: 'address', parameters: { devicetype: 3 } })).toContainEqual(['Survey · 90501', '90501']);
	await expect(entries('callTargets', { parameter: 'address', parameters: { devicetype: 5 } })).rejects.toThrow('There is no list of such targets');

	const picked = { __rl: true, mode: 'list', value: '3', cachedResultName: 'sales · 3' };
	const count = workflowWithItems('Agent', [{ session }], [desk('Count', 'queue', 'countWaiting', { skillid: picked })]);
	expect((await n8n().runWorkflow(count)).items('Count')).toMatchObject([{ waiting: 0 }]);

	const out = await n8n().runWorkflow(workflowWithItems('Agent', [{ session }], [desk('Out', 'session', 'signOut')]));
	expect(out.error?.message).toBeUndefined();
	await expect(n8n().searchList(question('skillQueues'))).rejects.toThrow(NOT_HERE);
	expect(sections().filter((section) => section === '6.1.1.1')).toHaveLength(1);
});

it('keeps to five queries in two seconds together with runs, one at a time', async () => {
	const session = await signIn();
	bench.sim.control.clearRequests();
	// Those that have waited for a slow request do not go out all at once.
	bench.sim.control.addFault({ kind: 'latency', ms: 2500, match: { path: 'saybusy' } });
	const items = Array.from({ length: 4 }, (): IDataObject => ({ session }));
	const [busy, looks] = await Promise.all([
		n8n().runWorkflow(workflowWithItems('Agent', [{ session }], [desk('Busy', 'state', 'setBusy')])),
		n8n().runWorkflow(workflowWithItems('Agent', items, [desk('Look', 'state', 'get')])),
		...Array.from({ length: 8 }, async () => expect(await entries('skillQueues')).toContainEqual(['sales · 3', '3'])),
	]);
	expect([busy.status, looks.items('Look')]).toEqual(['success', items.map(() => expect.anything())]);
	const answers = bench.requests.map(({ section, response }) => [section, (response as IDataObject).retcode]);
	expect(answers.sort()).toEqual([
		...items.map(() => ['6.1.1.21', '0']),
		['6.1.1.10', '0'],
		...Array.from({ length: 8 }, () => ['5.2.7', '0']),
	].sort());
	const { agentSessions } = bench.state as unknown as { agentSessions: IDataObject[] };
	expect(agentSessions).toMatchObject([{ workNo: '101', overlaps: { requests: 0 } }]);
});
