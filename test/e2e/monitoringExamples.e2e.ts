/** The examples that watch the contact centre and keep what happened there, in the real n8n. */
import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';

import { signInAgent, talkTo, type Desk } from '../../scripts/demo/desk';
import type { StoredWorkflow } from '../../scripts/n8n/api';
import { until } from '../../scripts/n8n/session';
import { steerSimulator } from '../../scripts/simulator';
import { n8n, runtime, simulator } from './support';
import { importExample, rows, rowsWhen } from './support/examples';

const SALES = 3;
const AGENT = 102;
const CUSTOMER = '447700900801';

let workflow: StoredWorkflow | undefined;

afterEach(async () => {
	if (workflow) await n8n().deactivate(workflow);
	workflow = undefined;
});

describe('Nightly call records', () => {
	it('writes down each call and keeps each recording, once, however often it runs', async () => {
		await simulator().reset({ speed: 1 });
		workflow = await importExample('Nightly call records');
		const agent = await agentAtWork();
		const callId = await recordedCall(agent);

		await n8n().runWorkflow(workflow);
		const [recording] = await rowsWhen('CEC recordings', (all) => all.length > 0);
		expect(recording).toMatchObject({ callId, agentId: String(AGENT), remark: '', keptAs: expect.stringContaining(`${callId}-`) });
		const files = (await readdir(runtime().filesFolder)).filter((name) => name.startsWith(callId));
		expect(files).toHaveLength(1);
		expect((await stat(join(runtime().filesFolder, files[0]))).size).toBeGreaterThan(100);
		const [call] = await rows('CEC call records');
		expect(call).toMatchObject({ callId, agentId: String(AGENT), called: CUSTOMER, talkedFrom: expect.any(String), endedAt: expect.any(String) });

		const another = await recordedCall(agent);
		await n8n().runWorkflow(workflow);
		await rowsWhen('CEC recordings', (all) => all.some((row) => row.callId === another));
		expect((await rows('CEC recordings')).map((row) => row.callId)).toEqual([callId, another]);
		expect((await rows('CEC call records')).map((row) => row.callId).sort()).toEqual([callId, another].sort());
		const fetched = (await simulator().requests()).requests.filter(({ section }) => section === '13.2.1.4');
		expect(fetched).toHaveLength(2);
	});

	it('says which recording could not be had, and fetches it the next time', async () => {
		await simulator().reset({ speed: 1 });
		workflow = await importExample('Nightly call records');
		const callId = await recordedCall(await agentAtWork());
		const body = { resultData: '', resultCode: '0300011', resultDesc: 'The file does not exist.' };
		await simulator().fault({ kind: 'body', match: { path: 'downloadRecordFile', times: 3 }, body });
		await n8n().runWorkflow(workflow);
		const [missing] = await rowsWhen('CEC recordings', (all) => all.length > 0);
		expect(missing).toMatchObject({ callId, keptAs: '', remark: expect.stringContaining('There is no such file') });
		await n8n().runWorkflow(workflow);
		const [kept] = await rowsWhen('CEC recordings', (all) => all.some(({ keptAs }) => keptAs));
		expect(kept).toMatchObject({ id: missing.id, callId, remark: '' });
	});

	async function agentAtWork(): Promise<Desk> {
		const agent = await signInAgent(runtime().simulatorUrl, AGENT, '15550106');
		await agent('POST', 'resetskill/true');
		return agent;
	}

	const recordedCall = async (agent: Desk): Promise<string> => await talkTo(runtime().simulatorUrl, agent, AGENT, CUSTOMER);
});

describe('Queue alert', () => {
	it('calls the supervisor once when too many wait, and closes the alert when nobody does', async () => {
		await simulator().reset({ speed: 1 });
		workflow = await importExample('Queue alert');
		const agent = await signInAgent(runtime().simulatorUrl, AGENT, '15550106');
		await agent('POST', `resetskill/false?skillid=${SALES}`);
		await agent('POST', 'saybusy');
		await n8n().runWorkflow(workflow);
		expect(await rows('CEC queue alerts')).toEqual([]);

		await steer('inbound', { skillId: SALES, caller: '447700900511', talkSeconds: 1 });
		await n8n().runWorkflow(workflow);
		await n8n().runWorkflow(workflow);
		const [alert, ...others] = await rows('CEC queue alerts');
		expect(alert).toMatchObject({ queue: String(SALES), waiting: 1, available: 0, why: 'nobody is there to answer', over: null });
		expect(others).toEqual([]);
		const { notifications } = await simulator().state<{ notifications: Array<{ called: string }> }>();
		expect(notifications.map(({ called }) => called)).toEqual(['447700900701']);

		await agent('POST', 'cancelbusy');
		await until('The call', async () => {
			const { agentCalls } = await simulator().state<{ agentCalls: Array<{ waiting?: object }> }>();
			return agentCalls.every((call) => !call.waiting) || undefined;
		}, 60_000);
		await n8n().runWorkflow(workflow);
		expect(await rows('CEC queue alerts')).toMatchObject([{ id: alert.id, over: expect.any(String) }]);
	});
});

async function steer<T>(path: string, body: object): Promise<T> {
	return await steerSimulator<T>(runtime().simulatorUrl, path, body);
}
