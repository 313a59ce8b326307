/** The trigger that owns an agent, in the real n8n: both modes, one owner, restarts, tests in the editor. */
import { setTimeout as sleep } from 'node:timers/promises';

import type { IDataObject, INode, INodeParameters } from 'n8n-workflow';

import type { N8nApi, StoredCredential, StoredWorkflow } from '../../scripts/n8n/api';
import { until } from '../../scripts/n8n/session';
import { demoTenant, steerSimulator } from '../../scripts/simulator';
import { agentEventTrigger, node, n8n, OwnN8n, runtime, simulator, using, workflow } from './support';
import { activationFailure } from './support/activation';
import type { SimulatedFault } from './support/simulator';

const SALES = 3;
const MODES: INodeParameters[] = [{ mode: 'poll' }, { mode: 'push', options: { allowHttpCallback: true } }];
const modes = MODES.map((mode) => [String(mode.mode), mode] as const);

/** Ten simulated seconds each, with every kind of trouble once in seventy. */
const NOTES = Number(process.env.CEC_SOAK_NOTES ?? 70);
const ROUND = 70;

let active: StoredWorkflow[] = [];

beforeEach(async () => await simulator().reset({ speed: 1 }));

afterEach(async () => {
	for (const stored of active) await n8n().deactivate(stored);
	active = [];
});

describe.each(modes)('%s', (_name, mode) => {
	it('starts the workflow with a call, whose agent it can then hold and let go', async () => {
		const hold = desk('Hold', { resource: 'call', operation: 'hold' });
		const look = desk('Look', { resource: 'callData', operation: 'get' });
		const stored = await listen({ ...mode, events: ['talkingStarted'] }, [hold, look]);
		await signedIn();
		await steer('inbound', { skillId: SALES, caller: '447700900501', callData: 'Order 4711' });
		const [execution] = await n8n().waitForExecutions(stored, 1);
		expect(execution.error?.message).toBeUndefined();
		expect(execution.items('Agent')).toMatchObject([{ event: 'talkingStarted', agentId: '101', callerNumber: '447700900501' }]);
		expect(execution.items('Look')).toMatchObject([{ calldata: 'Order 4711' }]);
	});

	it('signs out when it is no longer active', async () => {
		const stored = await listen({ ...mode, events: ['*'] });
		await signedIn();
		await n8n().deactivate(stored);
		active = [];
		await until('The end of the session', async () => ((await sessions()).length === 0 ? true : undefined));
		expect((await simulator().requests()).requests.some(({ section }) => section === '6.1.1.18')).toBe(true);
	});

	it('refuses a second workflow on the same agent, and tells which one has it', async () => {
		const first = await listen({ ...mode, events: ['*'] });
		await signedIn();
		const second = await n8n().createWorkflow(workflow('Second', [agentEventTrigger('Agent', parametersOf({ ...mode, events: ['*'] }))]));
		active.push(second);
		// Newer versions of n8n tell it as JSON in JSON.
		const told = (await activationFailure(second)).replaceAll('\\', '');
		expect(told).toContain(`Agent 101 belongs to the trigger "Agent" of the workflow "${first.name}`);
		expect(await sessions()).toHaveLength(1);
	});

	it('loses no event and tells none twice, whatever goes wrong for some minutes', async () => {
		// Ten times as fast, so that the gateway changes the Guid and ends forgotten sessions several times.
		await simulator().reset({ speed: 10 });
		const stored = await listen({ ...mode, events: ['noteReceived'], options: { ...(mode.options as object), heartbeatSeconds: 3 } });
		await signedIn();
		const fault = (kind: SimulatedFault['kind'], more: Partial<SimulatedFault> = {}) => async () => await simulator().fault({ kind, match: { path: '/agentevent|handshake/', times: 2 }, ...more });
		const troubles = new Map<number, () => Promise<unknown>>([
			[10, fault('status', { status: 502, body: '<html>Bad Gateway</html>' })],
			[20, fault('resetBefore')],
			[30, async () => await simulator().callbacks({ lose: 1 })],
			[40, async () => await afterAllIsTold(async () => await steer('agents/failover', { agentId: 101, seconds: 15 }), 5000)],
			[50, async () => await afterAllIsTold(async () => await steer('agents/expire', { agentId: 101 }), 5000)],
			[60, fault('body', { body: { retcode: '105-002', message: 'x' } })],
		]);
		const notes = Array.from({ length: NOTES }, (_none, index) => `note ${index}`);
		for (const [index, content] of notes.entries()) {
			await troubles.get(index % ROUND)?.();
			await signedIn();
			await steer('agents', { agentId: 101, event: { eventType: 'AgentOther_Note', content } });
			await sleep(1000);
		}
		const told = await until('All notes', async () => {
			await sleep(1000);
			const executions = await n8n().waitForExecutions(stored, 1);
			const items = executions.flatMap((execution) => execution.items('Agent'));
			return items.length >= notes.length ? items.map(({ note }) => String(note)) : undefined;
		}, 90_000);
		expect(told.sort()).toEqual([...notes].sort());
	}, 90_000 + NOTES * 3_000);
});

it('tells in the editor what happens next, and signs out', async () => {
	const trigger = agentEventTrigger('Agent', parametersOf({ mode: 'poll', events: ['noteReceived'] }));
	const run = n8n().runWorkflow(workflow('Test', [trigger]));
	await signedIn();
	await steer('agents', { agentId: 101, event: { eventType: 'AgentOther_Note', content: 'Lunch' } });
	const execution = await run;
	expect(execution.items('Agent')).toMatchObject([{ event: 'noteReceived', note: 'Lunch', session: expect.stringMatching(/^cec1\./) }]);
	await until('The end of the session', async () => ((await sessions()).length === 0 ? true : undefined));
});

it('goes on after n8n was restarted, with its agent signed in anew', async () => {
	await simulator().reset({ speed: 4 });
	const own = await OwnN8n.start();
	try {
		const api = await own.api();
		const credential = await api.createCredential('huaweiCecAgentApi', 'Agent', { baseUrl: runtime().simulatorUrl, ...demoTenant.agent });
		const trigger = agentEventTrigger('Agent', parametersOf({ mode: 'poll', events: ['noteReceived'] }), using(credential));
		const stored = await api.createWorkflow(workflow('Restarted', [trigger]));
		await api.activate(stored);
		expect(await toldOf('before', api, stored, 1)).toMatchObject([{ note: 'before' }]);
		await own.stop();
		expect(await sessions()).toEqual([]);
		await own.restart();
		expect(await toldOf('after', await own.api(), stored, 2)).toMatchObject([{ note: 'after' }, { note: 'before' }]);
	} finally {
		await own.remove();
	}
}, 240_000);

/** What the workflow has been told once it knows of this note too, the newest first. */
async function toldOf(content: string, api: N8nApi, stored: StoredWorkflow, count: number): Promise<IDataObject[]> {
	await signedIn();
	await steer('agents', { agentId: 101, event: { eventType: 'AgentOther_Note', content } });
	const executions = await api.waitForExecutions(stored, count);
	return executions.flatMap((execution) => execution.items('Agent'));
}

async function listen(parameters: INodeParameters, then: INode[] = [], api: N8nApi = n8n(), credential?: StoredCredential): Promise<StoredWorkflow> {
	const trigger = agentEventTrigger('Agent', parametersOf(parameters), credential && using(credential));
	const stored = await api.createWorkflow(workflow('Agent events', [trigger, ...then]));
	active.push(stored);
	await api.activate(stored);
	return stored;
}

const parametersOf = (parameters: INodeParameters): INodeParameters => ({ softphoneNumber: '15550105', joinQueues: 'all', options: {}, ...parameters });

function desk(name: string, parameters: INodeParameters): INode {
	return node(name, 'n8n-nodes-huawei-cec.huaweiCecAgentWorkspace', parameters, using(runtime().credentials.huaweiCecAgentApi));
}

async function sessions(): Promise<IDataObject[]> {
	return (await simulator().state<{ agentSessions: IDataObject[] }>()).agentSessions;
}

async function signedIn(): Promise<void> {
	await until('The agent', async () => (await sessions()).some(({ workNo }) => workNo === '101') || undefined, 60_000);
}

/** What has not been told when something happens to the session never is. */
async function afterAllIsTold(work: () => Promise<unknown>, passesWithin: number): Promise<void> {
	await until('All events told', async () => (await sessions()).every(({ waitingEvents }) => waitingEvents === 0) || undefined);
	await work();
	await sleep(passesWithin);
}

async function steer<T>(path: string, body: object): Promise<T> {
	return await steerSimulator<T>(runtime().simulatorUrl, path, body);
}
