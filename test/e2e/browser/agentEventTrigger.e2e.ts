/** What people see of the trigger that owns an agent, and of a test of it. */
import type { INodeParameters } from 'n8n-workflow';

import { Editor } from '../../../scripts/browser/editor';
import { until } from '../../../scripts/n8n/session';
import { steerSimulator } from '../../../scripts/simulator';
import { agentEventTrigger, n8n, runtime, simulator, workflow } from '../support';

let editor: Editor;

beforeAll(async () => {
	await simulator().reset({ speed: 1 });
	editor = await Editor.signIn(runtime().n8nUrl);
	editor.page.on('dialog', (dialog) => void dialog.accept());
});

afterAll(async () => {
	await editor.close();
	expect(editor.pageErrors).toEqual([]);
});

const NAME = 'Huawei CEC Agent Event Trigger';
const settings: INodeParameters = { mode: 'poll', events: ['*'], softphoneNumber: '15550105', joinQueues: 'all', options: {} };

async function open(parameters: INodeParameters) {
	const node = agentEventTrigger(NAME, { ...settings, ...parameters });
	const stored = await n8n().createWorkflow(workflow(NAME, [node]));
	await editor.openNode(stored.id, node.id);
	return stored;
}

it('asks for what a poll needs, and shows no address', async () => {
	await open({});
	expect(await editor.parameterLabels()).toEqual(expect.arrayContaining(['Mode', 'Events', 'Softphone Number', 'State After Sign-In', 'Skill Queues', 'Simplify', 'Options']));
	expect(await editor.page.getByText('Webhook URLs').count()).toBe(0);
	await editor.screenshot('agent-event-trigger-poll');
});

it('shows the address and the options of pushed events', async () => {
	await open({ mode: 'push', joinQueues: 'chosen', queueIds: '3', options: { heartbeatSeconds: 30, allowHttpCallback: true, whenSignedOut: 'signInAgain', takeOver: false } });
	expect(await editor.page.getByText('Webhook URLs').count()).toBeGreaterThan(0);
	expect(await editor.parameterLabels()).toEqual(expect.arrayContaining(['Skill Queue IDs', 'Heartbeat Every', 'Allow Plain HTTP Callback', 'When Signed Out', 'Take Over']));
	await editor.screenshot('agent-event-trigger-push');
});

it('names all events', async () => {
	await open({ events: ['talkingStarted', 'callReleased'] });
	const names = await editor.openOptions('events');
	await editor.screenshot('agent-event-trigger-events');
	expect(names.length).toBeGreaterThan(75);
	expect(names).toEqual(expect.arrayContaining([expect.stringMatching(/^All Events/), expect.stringMatching(/^Talking Started/), expect.stringMatching(/^Trigger: Signed In/)]));
});

it.each(['poll', 'push'])('shows the event of a test in mode %s, and refuses one while the workflow is published', async (mode) => {
	const stored = await open({ mode, events: ['noteReceived'], options: mode === 'push' ? { allowHttpCallback: true } : {} });
	await execute();
	await until('The agent', async () => (await sessions()).length > 0 || undefined);
	await editor.screenshot(`agent-event-trigger-${mode}-listening`);
	await steerSimulator(runtime().simulatorUrl, 'agents', { agentId: 101, event: { eventType: 'AgentOther_Note', content: 'Lunch at noon' } });
	await editor.page.getByText('Lunch at noon').first().waitFor();
	await editor.screenshot(`agent-event-trigger-${mode}-event`);
	await until('The end of the session', async () => (await sessions()).length === 0 || undefined);
	await n8n().activate(stored);
	await until('The agent', async () => (await sessions()).length > 0 || undefined);
	try {
		await execute();
		const refusal = editor.page.getByText(/This workflow is published: unpublish it while you test/).first();
		await refusal.waitFor();
		await editor.screenshot(`agent-event-trigger-${mode}-refused`);
		expect(await sessions()).toHaveLength(1);
	} finally {
		await n8n().deactivate(stored);
	}
	await until('The end of the session', async () => (await sessions()).length === 0 || undefined);
});

async function execute(): Promise<void> {
	await editor.page.locator('[data-test-id="node-execute-button"]').first().click();
}

async function sessions(): Promise<object[]> {
	return (await simulator().state<{ agentSessions: object[] }>()).agentSessions;
}
