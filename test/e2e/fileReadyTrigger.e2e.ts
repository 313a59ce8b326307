/** CEC writes a file, tells n8n of it, and the workflow fetches it: File Ready Trigger and Recording node in the real n8n. */
import { randomUUID } from 'node:crypto';
import type { INode, INodeParameters } from 'n8n-workflow';

import type { StoredWorkflow } from '../../scripts/n8n/api';
import { until } from '../../scripts/n8n/session';
import { n8n, node, runtime, simulator, using, workflow, workflowWithItems } from './support';

const MINUTE = 60_000;
const answer = { resultCode: '0', resultDesc: 'success' };

/** Of CEC, which the simulator keeps in the zone of this machine. */
const { timeZone } = Intl.DateTimeFormat().resolvedOptions();

let stored: StoredWorkflow;
let url: string;

beforeEach(async () => {
	await simulator().reset({ speed: 20 });
	const trigger = signed('Ready', 'huaweiCecFileReadyTrigger', { files: ['callRecord', 'agentOperation'], options: {} }, { webhookId: randomUUID() });
	const fetchIt = recording('Fetch', { resource: 'callRecord', operation: 'download', billFileName: '={{ $json.billFileName }}' });
	stored = await n8n().createWorkflow(workflow('Files', [trigger, fetchIt]));
	await n8n().activate(stored);
	url = `${runtime().n8nUrl}/webhook/${trigger.webhookId}/file-ready`;
	await until('The address', async () => ((await post({})).status === 404 ? undefined : true));
});

afterEach(async () => await n8n().deactivate(stored));

it('fetches each file that was asked for, once, whatever CEC repeats', async () => {
	await simulator().callbacks({ repeat: 1 });
	const [asked] = (await n8n().runWorkflow(workflowWithItems('Ask', [{}], [generate()]))).items('Generate');
	const [execution] = await n8n().waitForExecutions(stored, 1);
	expect(execution.error?.message).toBeUndefined();
	expect(execution.items('Ready')).toMatchObject([{ kind: 'callRecord', responseId: asked.responseId }]);
	const [{ json, binary = {} }] = execution.output('Fetch');
	expect(json).toMatchObject({ mimeType: 'application/zip', billFileName: execution.items('Ready')[0].billFileName });
	expect(binary.data).toMatchObject({ mimeType: 'application/zip' });
	const attempts = await until('A second attempt', async () => {
		const made = (await simulator().sentCallbacks()).flatMap((callback) => callback.attempts);
		return made.length > 1 ? made : undefined;
	});
	expect(attempts.map(({ status, answer: given }) => ({ status, given }))).toEqual(attempts.map(() => ({ status: 200, given: answer })));
	expect(await n8n().executionIds(stored)).toHaveLength(1);
});

it('takes nothing that CEC has not signed', async () => {
	const named = { request: { version: '2.0' }, msgBody: { responseId: 'x', billFileName: '20260302_9239cb50a8384bb0ab503441bf089446.zip' } };
	expect(await post(named)).toMatchObject({ status: 401, body: { resultDesc: expect.stringMatching(/^signature: /) } });
	expect(await post(named, { authorization: 'auth-v2/demo-access-key/2026-03-02T00:00:00Z/content-type;host/00' })).toMatchObject({ status: 401 });
	expect(await n8n().executionIds(stored)).toEqual([]);
});

function generate(): INode {
	const ago = (minutes: number) => new Date(Date.now() - minutes * MINUTE).toISOString();
	const options = { allowHttpCallback: true, timeZone };
	return recording('Generate', { resource: 'callRecord', operation: 'generate', beginTime: ago(120), endTime: ago(5), callBackURL: url, options });
}

const recording = (name: string, parameters: INodeParameters): INode => signed(name, 'huaweiCecRecording', parameters);

function signed(name: string, type: string, parameters: INodeParameters, extra: Partial<INode> = {}): INode {
	return node(name, `n8n-nodes-huawei-cec.${type}`, parameters, { ...using(runtime().credentials.huaweiCecSignatureApi), ...extra });
}

async function post(body: object, headers: Record<string, string> = {}): Promise<{ status: number; body: unknown }> {
	const response = await fetch(url, { method: 'POST', headers: { 'content-type': 'application/json;charset=UTF-8', ...headers }, body: JSON.stringify(body) });
	const text = await response.text();
	return { status: response.status, body: text.startsWith('{') ? JSON.parse(text) : text };
}
