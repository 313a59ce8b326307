/** The examples with signed-in agents do what they say, in the real n8n and against the simulated contact centre. */
import type { IDataObject } from 'n8n-workflow';

import { signInAgent } from '../../scripts/demo/desk';
import type { StoredWorkflow } from '../../scripts/n8n/api';
import { until } from '../../scripts/n8n/session';
import { demoTenant, steerSimulator } from '../../scripts/simulator';
import { n8n, runtime, simulator } from './support';
import { importExample, rows } from './support/examples';

const SALES = 3;
const CHAT = 5;

let workflow: StoredWorkflow | undefined;

beforeEach(async () => await simulator().reset({ speed: 1 }));

afterEach(async () => {
	if (workflow) await n8n().deactivate(workflow);
	workflow = undefined;
});

describe('Screen pop', () => {
	it.each([
		['a customer', '447700900501', 'Mona Sample, Example Mobile L, customer since 2019. Invoice of last month is open.'],
		['a stranger', '447700900599', 'Unknown caller 447700900599'],
	])('shows who %s is, and lets the call know', async (_who, caller, text) => {
		workflow = await importExample('Screen pop');
		await signedIn(101);
		const { callId } = await steer<{ callId: string }>('inbound', { skillId: SALES, caller });
		const note = await requestOf('6.1.1.4');
		expect(note.body).toEqual({ agentIds: [101], content: text });
		expect((await requestOf('6.1.3.3')).body).toMatchObject({ callid: callId, calldata: Buffer.from(text).toString('base64') });
		const [execution] = await n8n().waitForExecutions(workflow, 1);
		expect(execution.error).toBeUndefined();
	});

	it('tells the agent all the same where CEC takes no data of a call that rings', async () => {
		workflow = await importExample('Screen pop');
		await signedIn(101);
		const body = { message: 'There is no call.', retcode: '400-001' };
		await simulator().fault({ kind: 'body', match: { path: 'setcalldataex' }, body });
		await steer('inbound', { skillId: SALES, caller: '447700900502' });
		const note = await requestOf('6.1.1.4');
		expect(note.body).toEqual({ agentIds: [101], content: expect.stringContaining('Peter Example') });
	});
});

describe('Overflow guard', () => {
	it('calls the reserve once when too many wait, and sends it back when the queue is short', async () => {
		workflow = await importExample('Overflow guard');
		const reserve = await signInAgent(runtime().simulatorUrl, 102, '15550106');
		await reserve('POST', 'resetskill/false?skillid=2');
		const callers = [1, 2, 3].map((one) => ({ skillId: SALES, caller: `44770090051${one}`, talkSeconds: 1 }));
		for (const caller of callers.slice(0, 2)) await steer('inbound', caller);
		await n8n().runWorkflow(workflow);
		expect(await rows('CEC overflows')).toEqual([]);

		await steer('inbound', callers[2]);
		// Busy, so that the queue stays as long as it is.
		await reserve('POST', 'saybusy');
		await n8n().runWorkflow(workflow);
		expect(await rows('CEC overflows')).toMatchObject([{ skillId: SALES, waiting: 3, over: null }]);
		expect((await requestOf('12.1.9')).body).toMatchObject({ skills: [2, SALES] });
		const notes = async () => (await simulator().requests()).requests.filter(({ section }) => section === '6.1.1.4');
		expect((await notes()).map(({ body }) => (body as IDataObject).content)).toEqual(['3 wait in skill queue 3. Agent 102 helps.']);

		await n8n().runWorkflow(workflow);
		expect(await notes()).toHaveLength(1);

		await reserve('POST', 'cancelbusy');
		await until('The calls', async () => ((await waiting()) === 0 ? true : undefined), 60_000);
		await n8n().runWorkflow(workflow);
		expect(await rows('CEC overflows')).toMatchObject([{ skillId: SALES, over: expect.any(String) }]);
		expect((await requestOf('12.1.9')).body).toMatchObject({ skills: [2] });
	});

	/** As the simulator knows it: an agent may not ask so often. */
	async function waiting(): Promise<number> {
		const { agentCalls } = await simulator().state<{ agentCalls: Array<{ waiting?: object }> }>();
		return agentCalls.filter((call) => call.waiting).length;
	}
});

describe('Assisted chat', () => {
	it('answers what the knowledge base knows, and asks the agent for the rest', async () => {
		workflow = await importExample('Assisted chat');
		await signedIn(demoTenant.chatAgent.agentId);
		const { callId } = await steer<{ callId: string }>('inbound', { kind: 'chat', skillId: CHAT, userId: 'guest-7', messages: ['red light?'] });
		const sent = (await requestOf('6.1.5.1')).body as { callid: string; data: string };
		expect(sent.callid).toBe(callId);
		expect(JSON.parse(sent.data)).toMatchObject({ to: 'guest-7', content: expect.stringContaining('Pull the plug') });
		await steer('message', { callId, message: 'What is the meaning of life?' });
		expect((await requestOf('6.1.1.4')).body).toEqual({ agentIds: [105], content: 'Please answer yourself: What is the meaning of life?' });
		const executions = await n8n().waitForExecutions(workflow, 2);
		expect(executions.map(({ error }) => error)).toEqual([undefined, undefined]);
	});
});

async function steer<T>(path: string, body: object): Promise<T> {
	return await steerSimulator<T>(runtime().simulatorUrl, path, body);
}

async function signedIn(agentId: number): Promise<void> {
	await until(`Agent ${agentId}`, async () => {
		const { agentSessions } = await simulator().state<{ agentSessions: Array<{ workNo: string }> }>();
		return agentSessions.some(({ workNo }) => workNo === String(agentId)) || undefined;
	});
}

/** The newest request of this section, when it has been answered. */
async function requestOf(section: string) {
	return await until(`A request of ${section}`, async () => {
		const { requests } = await simulator().requests();
		return requests.filter((one) => one.section === section && one.status === 200).at(-1);
	});
}
