/** Workflows that are started from outside, and addresses that CEC posts to: at the webhook processor, as its load balancer would have it. */
import type { IDataObject, INode } from 'n8n-workflow';

import type { StoredWorkflow } from '../../../../scripts/n8n/api';
import { fetchOnce, until } from '../../../../scripts/n8n/session';
import { base, callTrigger, n8n, resultTrigger, workflow } from '../../support';
import { machine } from './machines';

const secret = 'Zb4_nP7-qR2xT9kLm3';

export interface Listening {
	stored: StoredWorkflow;
	url: string;
}

/** A workflow that a POST starts; the answer comes before the workflow has run. */
export async function onPost(name: string, nodes: INode[]): Promise<Listening> {
	const webhookId = crypto.randomUUID();
	const webhook = base('Webhook', 'webhook', { path: webhookId, httpMethod: 'POST', options: {} }, { typeVersion: 2, webhookId });
	return await listen(name, [webhook, ...nodes], webhookId);
}

export async function onResults(): Promise<Listening> {
	const trigger = resultTrigger('Results', { protection: 'secret', secret, results: 'all', options: {} });
	return await listen('Results', [trigger], `${trigger.webhookId}/campaign-results/${secret}`);
}

export async function onReleased(): Promise<Listening> {
	const trigger = callTrigger('Released', { protection: 'sharedKey', secret, events: ['callReleased'], options: {} });
	return await listen('Released', [trigger], `${trigger.webhookId}/released`);
}

async function listen(name: string, nodes: INode[], path: string): Promise<Listening> {
	const stored = await n8n().createWorkflow(workflow(name, nodes));
	await n8n().activate(stored);
	const url = `${machine('webhook').url}/webhook/${path}`;
	await until(url, async () => ((await (await fetchOnce(url, {})).text()).includes('not registered for GET requests') ? true : undefined));
	return { stored, url };
}

export async function post(url: string, body: IDataObject): Promise<void> {
	const init = { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) };
	const { status } = await fetchOnce(url, init);
	if (status !== 200) throw new Error(`${url} answered ${status}`);
}
