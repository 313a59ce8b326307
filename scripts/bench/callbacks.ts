/** A burst of signed callbacks to the Call Trigger, and the same one to n8n's own Webhook node. */
import { randomBytes, randomUUID } from 'node:crypto';
import type { INode, INodeParameters } from 'n8n-workflow';

import type { N8nApi, StoredCredential, StoredWorkflow, WorkflowDraft } from '../n8n/api';
import { until } from '../n8n/session';
import { step } from '../terminal/progress';
import { median } from './numbers';

/** How n8n works out expressions: `vm` is its default, with a separate sandbox for each request that needs one. */
export type Engine = 'vm' | 'legacy';

export interface CallbackMeasurement {
	who: 'Webhook node' | 'Webhook node with an expression' | 'Call Trigger';
	engine: Engine;
	callbacks: number;
	/** Until the last one was answered. */
	ms: number;
	/** Executions that came of them. */
	executions: number;
}

interface BurstReport {
	statuses: Record<string, number>;
	elapsedMs: number;
}

export interface Burst {
	kind: 'released';
	url: string;
	count: number;
	concurrency: number;
}

const CALLBACKS = 1000;
const WARM_UP = 40;
const AT_ONCE = 20;
const ROUNDS = 3;
const ANSWER = '{"retCode":"0","retMsg":"success"}';

/** The medians of several rounds, taken in turn; fails when a callback was refused, lost or doubled. */
export async function measureCallbacks(
	api: N8nApi,
	engine: Engine,
	sharedKey: StoredCredential,
	send: (burst: Burst) => Promise<BurstReport>,
): Promise<CallbackMeasurement[]> {
	const listeners = [
		await listen(api, 'Webhook node', webhookNode(ANSWER)),
		await listen(api, 'Webhook node with an expression', webhookNode(`={{ '${ANSWER}' }}`)),
		await listen(api, 'Call Trigger', callTrigger(sharedKey)),
	];
	// A few without counting: the first executions of a workflow load its nodes.
	for (const listener of listeners) await measure(api, listener, send, WARM_UP);
	const rounds: Counted[][] = [];
	for (let round = 1; round <= ROUNDS; round += 1) {
		rounds.push(
			await step(`Callbacks (${engine}), round ${round} of ${ROUNDS}`, async () => {
				const measured: Counted[] = [];
				for (const listener of listeners) measured.push(await measure(api, listener, send));
				return measured;
			}),
		);
	}
	return rounds[0].map((first, index) => ({ ...first, engine, ms: median(rounds.map((each) => each[index].ms)) }));
}

type Counted = Omit<CallbackMeasurement, 'engine'>;

interface Listener {
	who: CallbackMeasurement['who'];
	stored: StoredWorkflow;
	url: string;
}

async function measure(
	api: N8nApi,
	{ who, stored, url }: Listener,
	send: (burst: Burst) => Promise<BurstReport>,
	count = CALLBACKS,
): Promise<Counted> {
	const before = await executionsOf(api, stored);
	const { statuses, elapsedMs } = await send({ kind: 'released', url, count, concurrency: AT_ONCE });
	if (statuses['200'] !== count) throw new Error(`${who}: ${JSON.stringify(statuses)}`);
	await until(`${count} executions of ${who}`, async () => ((await executionsOf(api, stored)) >= before + count ? true : undefined), 120_000);
	const executions = (await executionsOf(api, stored)) - before;
	if (executions !== count) throw new Error(`${who}: ${executions} executions of ${count} callbacks`);
	return { who, callbacks: count, ms: elapsedMs, executions };
}

/** Executions that have ended well. */
async function executionsOf({ session }: N8nApi, { id }: StoredWorkflow): Promise<number> {
	const filter = encodeURIComponent(JSON.stringify({ workflowId: id, status: ['success'] }));
	const { count } = await session.get<{ count: number }>(`/rest/executions?filter=${filter}&limit=1`);
	return count;
}

async function listen(api: N8nApi, who: CallbackMeasurement['who'], { node, path }: { node: INode; path: string }): Promise<Listener> {
	const next: INode = { id: randomUUID(), name: 'Next', type: 'n8n-nodes-base.noOp', typeVersion: 1, position: [220, 0], parameters: {} };
	const draft: WorkflowDraft = {
		name: `Bench: callbacks to the ${who}`,
		nodes: [node, next],
		connections: { [node.name]: { main: [[{ node: next.name, type: 'main', index: 0 }]] } },
	};
	const stored = await api.createWorkflow(draft);
	await api.activate(stored);
	const url = `${api.session.url}/webhook/${path}`;
	await until(`Address of the ${who}`, async () => ((await fetch(url, { method: 'POST' })).status === 404 ? undefined : true));
	return { who, stored, url };
}

function webhookNode(responseData: string): { node: INode; path: string } {
	const path = randomBytes(8).toString('hex');
	const parameters: INodeParameters = {
		httpMethod: 'POST',
		path,
		responseMode: 'onReceived',
		options: { responseData },
	};
	return { node: start('n8n-nodes-base.webhook', 2.1, parameters), path };
}

function callTrigger(sharedKey: StoredCredential): { node: INode; path: string } {
	const node = start('n8n-nodes-huawei-cec.huaweiCecCallTrigger', 1, { events: ['callReleased'], protection: 'sharedKey' });
	const credentials = { [sharedKey.type]: { id: sharedKey.id, name: sharedKey.name } };
	return { node: { ...node, credentials }, path: `${node.webhookId}/released` };
}

function start(type: string, typeVersion: number, parameters: INodeParameters): INode {
	return { id: randomUUID(), name: 'Start', type, typeVersion, position: [0, 0], parameters, webhookId: randomUUID() };
}
