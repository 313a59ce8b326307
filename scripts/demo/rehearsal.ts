/** What makes the other examples work while the main one runs: somebody asks for calls, is called, speaks, and calls in vain. */
import type { IDataObject } from 'n8n-workflow';

import type { N8nApi, StoredWorkflow } from '../n8n/api';
import { until } from '../n8n/session';
import { demoTenant, steerSimulator } from '../simulator';
import { signInAgent, talkTo } from './desk';
import type { ImportedExample } from './examples';
import type { Row } from './summary';

export interface Stage {
	api: N8nApi;
	simulatorUrl: string;
	imported: ImportedExample[];
}

/** Cases of invented people; what comes of the call is scripted for the number. */
const callbacks = [
	{ caseNumber: 'C-2041', name: 'Mona Sample', phone: '+44 7700 900301' },
	{ caseNumber: 'C-2042', name: 'Peter Example', phone: '+44 7700 900302', reason: 5 },
	{ caseNumber: 'C-2043', name: 'Nadia Muster', phone: '+44 7700 900303', reason: 4 },
];
/** Lines of reminders.csv that are not reached, by reason (14.4.2): not answered, no line, restricted. */
const unreached: Record<string, number> = {
	'447700900403': 4,
	'447700900407': 4,
	'447700900415': 10,
	'447700900422': 4,
	'447700900431': 6,
	'447700900436': 4,
};
const SPEECH = 'speech/v100/subscribe/asrevent/asrresult';
/** Where triggers listen; a post that is none of CEC's is refused without an execution. */
const addresses = { huaweiCecCallTrigger: 'released', huaweiCecFileReadyTrigger: 'file-ready', huaweiCecSpeechRecognitionTrigger: SPEECH };
/** Of the agent who misses a call, and of nobody else. */
const MISSED_QUEUE = 1;
const recorded = { agentId: 102, phone: '15550106', customer: '447700900801' };
const timeoutMs = 120_000;

/** What the operator of a CEC would set, and how calls turn out. */
export async function setStage(simulatorUrl: string): Promise<void> {
	const { sharedSecret: sharedKey } = demoTenant.callbackSecret;
	await steerSimulator(simulatorUrl, 'callback-settings', { sharedKey });
	const scripts = [
		...callbacks.map(({ phone, reason = 0 }) => ({ called: digits(phone), outcomes: [{ reason }] })),
		...Object.entries(unreached).map(([called, reason]) => ({ called, outcomes: [{ reason }] })),
	];
	for (const script of scripts) await steerSimulator(simulatorUrl, 'calls', script);
}

/** Lets the examples work, and gives rows for the table of results: what their data tables hold in the end. */
export async function rehearse(stage: Stage): Promise<Row[]> {
	await ready(stage);
	const rows = await Promise.all([callBack(stage), remind(stage), transcribe(stage), missACall(stage), escalate(stage)]);
	return rows.flat();
}

/**
 * What happens when nobody calls any more, with rows for the table. The contact centre hurries while it calls: what ends
 * then ends in the future of n8n, which asks for calls until now.
 */
export async function afterwards(stage: Stage): Promise<Row[]> {
	const callId = await recordACall(stage);
	await stage.api.runWorkflow(find(stage, 'Nightly call records'), timeoutMs);
	const recordings = await waitFor(stage, 'CEC recordings', (all) => all.some((row) => row.callId === callId));
	return [
		['Call records', (await rowsOf(stage, 'CEC call records')).length],
		['  Recordings kept', count(recordings, ({ state }) => state === 'kept')],
	];
}

/** n8n knows the addresses of a workflow, and subscribes, only a moment after it was activated. CEC posts most things once. */
export async function ready({ api, imported, simulatorUrl }: Stage): Promise<void> {
	const nodes = imported.filter(({ example }) => example.active).flatMap(({ workflow }) => workflow.nodes);
	const waiting = Object.entries(addresses).flatMap(([type, path]) =>
		nodes.filter((node) => node.type.endsWith(`.${type}`)).map(({ webhookId }) => `${webhookId}/${path}`),
	);
	for (const path of waiting) await api.callWebhook(path);
	const wanted = waiting.filter((path) => path.includes(SPEECH)).length;
	await until('The subscription to speech', async () => {
		const { subscriptions } = await steerSimulator<{ subscriptions: object[] }>(simulatorUrl, 'state');
		return subscriptions.length >= wanted || undefined;
	});
}

async function callBack(stage: Stage): Promise<Row[]> {
	const { api } = stage;
	const workflow = find(stage, 'Call the customer back');
	for (const request of callbacks) await submitForm(api, workflow, request);
	const rows = await waitFor(stage, 'CEC callbacks', (all) => all.length === callbacks.length && all.every(isOver));
	return [
		['Called back', rows.length],
		['  Talked, with a recording', count(rows, ({ recordingFile }) => Boolean(recordingFile))],
	];
}

/** Twice: nobody is called again on the same day. */
async function remind(stage: Stage): Promise<Row[]> {
	const workflow = find(stage, 'Broadcast a reminder');
	for (let run = 0; run < 2; run += 1) await stage.api.runWorkflow(workflow, timeoutMs);
	const rows = await waitFor(stage, 'CEC reminders', (all) => all.length > 0 && all.every(isOver));
	return [
		['Reminders', rows.length],
		['  Reached', count(rows, ({ status }) => status === 'reached')],
		['  To be tried again', count(rows, ({ status }) => status !== 'reached')],
	];
}

/** A call comes in beside those that the callbacks make. */
async function transcribe(stage: Stage): Promise<Row[]> {
	const { callId } = await steerSimulator<{ callId: string }>(stage.simulatorUrl, 'speech', {});
	await waitFor(stage, 'CEC transcripts', (all) => all.some((row) => row.callId === callId));
	return [
		['Sentences', (await rowsOf(stage, 'CEC sentences')).length],
		['  Alerts', (await rowsOf(stage, 'CEC alerts')).length],
	];
}

/** Somebody calls the one agent of a queue, who does not answer. */
async function missACall({ simulatorUrl, ...stage }: Stage): Promise<Row[]> {
	const { agentId } = demoTenant.videoAgent;
	await until(`The sign-in of agent ${agentId}`, async () => {
		const { agentSessions } = await steerSimulator<{ agentSessions: Array<{ workNo: string }> }>(simulatorUrl, 'state');
		return agentSessions.some(({ workNo }) => workNo === String(agentId)) || undefined;
	});
	await steerSimulator(simulatorUrl, 'inbound', { skillId: MISSED_QUEUE, caller: '447700900601' });
	const rows = await waitFor({ simulatorUrl, ...stage }, 'CEC missed calls', (all) => all.some(({ ticketId }) => ticketId));
	return [
		['Missed calls', rows.length],
		['  Tickets for them', count(rows, ({ ticketId }) => Boolean(ticketId))],
	];
}

/** Of an agent whom no workflow signs in. */
async function recordACall({ simulatorUrl }: Stage): Promise<string> {
	const { agentId, phone, customer } = recorded;
	const desk = await signInAgent(simulatorUrl, agentId, phone);
	await desk('POST', 'resetskill/true');
	const callId = await talkTo(simulatorUrl, desk, agentId, customer);
	await desk('DELETE', 'logout');
	return callId;
}

async function escalate(stage: Stage): Promise<Row[]> {
	await stage.api.runWorkflow(find(stage, 'Ticket escalation by age and priority'), timeoutMs);
	const rows = await rowsOf(stage, 'CEC escalations');
	return [['Escalated tickets', rows.length]];
}

/** As the page of the form does it: the fields have no other names than their places. */
export async function submitForm(
	{ session }: N8nApi,
	workflow: StoredWorkflow,
	{ caseNumber, name, phone }: { caseNumber: string; name: string; phone: string },
): Promise<void> {
	const trigger = workflow.nodes.find(({ type }) => type === 'n8n-nodes-base.formTrigger');
	const form = new FormData();
	[caseNumber, name, phone].forEach((value, at) => form.append(`field-${at}`, value));
	const url = `${session.url}/form/${trigger?.webhookId}`;
	await until(`Form ${url}`, async () => {
		const { ok, status } = await fetch(url, { method: 'POST', body: form });
		if (!ok && status !== 404) throw new Error(`${url}: n8n answered ${status}`);
		return ok || undefined;
	});
}

async function waitFor(stage: Stage, table: string, isDone: (rows: IDataObject[]) => boolean): Promise<IDataObject[]> {
	const ask = async () => {
		const rows = await rowsOf(stage, table);
		return isDone(rows) ? rows : undefined;
	};
	return await until(`The rows of ${table}`, ask, timeoutMs);
}

async function rowsOf({ api: { dataTables } }: Stage, name: string): Promise<IDataObject[]> {
	const table = (await dataTables.all()).find((one) => one.name === name);
	return table ? await dataTables.rows(table) : [];
}

function find({ imported }: Stage, name: string): StoredWorkflow {
	const found = imported.find(({ example }) => example.name === name);
	if (!found) throw new Error(`examples/manifest.json has no "${name}"`);
	return found.workflow;
}

const isOver = ({ outcome, status }: IDataObject) => !['calling', 'open'].includes(String(outcome ?? status));
const count = (rows: IDataObject[], fits: (row: IDataObject) => boolean) => rows.filter(fits).length;
const digits = (phone: string) => phone.replace(/\D/g, '');
