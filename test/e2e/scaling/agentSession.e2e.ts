/** An agent whose session one process holds, while others act by it: for longer than the session that they were given lives. */
import type { INode, INodeParameters } from 'n8n-workflow';

import type { StoredWorkflow } from '../../../scripts/n8n/api';
import type { Execution } from '../../../scripts/n8n/execution';
import { until } from '../../../scripts/n8n/session';
import { steerSimulator } from '../../../scripts/simulator';
import { base, n8n, node, runtime, simulator, using, workflow } from '../support';
import { ranOn } from './support/machines';

const SALES = 3;
/** Simulated seconds in a real one, once the call was answered. The gateway changes the Guid each minute, and each is good for two. */
const SPEED = 12;
const GUID_LIFE_S = 120;
const customer = '447700900501';

interface AgentSession {
	workNo: string;
	mode: string;
	overlaps: { polls: number; requests: number };
}

let stored: StoredWorkflow | undefined;

afterEach(async () => {
	if (stored) await n8n().deactivate(stored);
	stored = undefined;
});

const desk = (name: string, resource: string, operation: string, parameters: INodeParameters = {}): INode =>
	node(name, 'n8n-nodes-huawei-cec.huaweiCecAgentWorkspace', { resource, operation, ...parameters }, using(runtime().credentials.huaweiCecAgentApi));

const pause = (name: string, seconds: number): INode => base(name, 'wait', { amount: seconds }, { typeVersion: 1.1 });

/** The codes with which CEC has answered the requests of a section. */
async function answered(section: string): Promise<string[]> {
	const { requests } = await simulator().requests();
	return requests.filter((one) => one.section === section && one.status === 200).map(({ response }) => (response as { retcode: string }).retcode);
}

const sessions = async () => (await simulator().state<{ agentSessions: AgentSession[] }>()).agentSessions;

/** A workflow that the trigger starts when a call rings. */
async function onRinging(parameters: INodeParameters, nodes: INode[]): Promise<StoredWorkflow> {
	const trigger = node(
		'Agent',
		'n8n-nodes-huawei-cec.huaweiCecAgentEventTrigger',
		{ softphoneNumber: '15550105', events: ['callRinging'], options: { answerAutomatically: false }, ...parameters },
		{ ...using(runtime().credentials.huaweiCecAgentApi), webhookId: crypto.randomUUID() },
	);
	stored = await n8n().createWorkflow(workflow('Agent', [trigger, ...nodes]));
	await n8n().activate(stored);
	await until('The agent', async () => ((await sessions()).some(({ workNo }) => workNo === '101') ? true : undefined));
	return stored;
}

async function callIn(): Promise<string> {
	const { callId } = await steerSimulator<{ callId: string }>(runtime().simulatorUrl, 'inbound', { skillId: SALES, caller: customer });
	return callId;
}

async function theExecution(of: StoredWorkflow): Promise<Execution> {
	const [execution] = await n8n().waitForExecutions(of);
	expect(execution.errorOf('Answer')?.message ?? execution.error?.message).toBeUndefined();
	return execution;
}

it('a worker answers a call, holds it, reads its data and transfers it, while the trigger on main follows the session', async () => {
	await simulator().reset({ speed: 1 });
	const seconds = Math.ceil(GUID_LIFE_S / SPEED) + 1;
	const ringing = await onRinging({ mode: 'poll' }, [
		desk('Answer', 'call', 'answer', { callid: '={{ $json.callId }}' }),
		pause('Talk', seconds),
		desk('Hold', 'call', 'hold'),
		pause('Look up', seconds),
		desk('Read', 'callData', 'getCallById', { callId: "={{ $('Agent').item.json.callId }}" }),
		pause('Look up more', seconds),
		desk('Go on', 'call', 'takeBack', { callid: "={{ $('Agent').item.json.callId }}" }),
		desk('Transfer', 'call', 'transfer', { devicetype: 1, address: { __rl: true, mode: 'id', value: '2' } }),
	]);
	const callId = await callIn();
	await until('The answer', async () => ((await answered('6.1.2.3')).length > 0 ? true : undefined), 60_000);
	await simulator().setSpeed(SPEED);
	const begun = Date.now();
	const execution = await theExecution(ringing);
	const passed = ((Date.now() - begun) / 1000) * SPEED;
	expect(passed).toBeGreaterThan(3 * 60);

	expect(ranOn([execution.id])).toEqual([expect.stringMatching(/^worker[12]$/)]);
	expect(JSON.stringify(execution.items('Read'))).toContain(customer);
	// Each pause is longer than a Guid lives: it is refused, and the one taken that the trigger has left in the credential.
	expect(await answered('6.1.2.3')).toEqual(['0']);
	for (const section of ['6.1.2.8', '6.1.3.6', '6.1.2.10']) expect(await answered(section)).toEqual(['000-003', '0']);
	expect(await answered('6.1.2.11')).toEqual(['0']);
	expect(await answered('6.1.1.1')).toEqual(['0']);
	expect(await sessions()).toMatchObject([{ workNo: '101', overlaps: { polls: 0, requests: 0 } }]);
	expect(callId).toBe(execution.items('Agent')[0].callId);
	process.stdout.write(`${Math.round(passed)} simulated seconds: ${Math.floor(passed / 60)} rotations of the Guid\n`);
});

it('events are pushed to the webhook processor, and a worker acts', async () => {
	await simulator().reset({ speed: 1 });
	const ringing = await onRinging({ mode: 'push', options: { answerAutomatically: false, allowHttpCallback: true, heartbeatSeconds: 5 } }, [
		desk('Answer', 'call', 'answer', { callid: '={{ $json.callId }}' }),
	]);
	expect(await sessions()).toMatchObject([{ mode: 'push' }]);
	await callIn();
	const execution = await theExecution(ringing);
	expect(ranOn([execution.id])).toEqual([expect.stringMatching(/^worker[12]$/)]);
	expect(execution.items('Answer')).toMatchObject([{ success: true }]);
});
