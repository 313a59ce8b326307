/** The examples with tickets do what they say, in the real n8n and against the simulated contact centre. */
import type { IDataObject } from 'n8n-workflow';

import type { StoredWorkflow } from '../../scripts/n8n/api';
import { until } from '../../scripts/n8n/session';
import { demoTenant, steerSimulator } from '../../scripts/simulator';
import { n8n, runtime, simulator } from './support';
import { importExample, rows, rowsWhen } from './support/examples';

/** Of the agent of the example, and of nobody else. */
const QUEUE = 1;
const MANAGER = '10gg0000000000000003';

interface Ticket {
	id: string;
	title: string;
	status: string;
	priority: string;
	contact: IDataObject;
	owner: { id: string };
	/** How many entries. */
	trace: number;
}

let workflow: StoredWorkflow | undefined;

beforeEach(async () => await simulator().reset({ speed: 1 }));

afterEach(async () => {
	if (workflow) await n8n().deactivate(workflow);
	workflow = undefined;
});

const steer = async <T>(path: string, body: object) => await steerSimulator<T>(runtime().simulatorUrl, path, body);
const tickets = async () => (await simulator().state<{ tickets: { cases: Ticket[] } }>()).tickets.cases;

describe('Missed call becomes a ticket', () => {
	const NOT_ANSWERED_S = 31;

	beforeEach(async () => {
		workflow = await importExample('Missed call becomes a ticket');
		const { agentId } = demoTenant.videoAgent;
		await until('The sign-in', async () => {
			const { agentSessions } = await simulator().state<{ agentSessions: Array<{ workNo: string }> }>();
			return agentSessions.some(({ workNo }) => workNo === String(agentId)) || undefined;
		});
	});

	const callIn = async (caller: string) => {
		const { callId } = await steer<{ callId: string }>('inbound', { skillId: QUEUE, caller });
		await rowsWhen('CEC missed calls', (all) => all.some((row) => row.callId === callId));
		return callId;
	};

	it('creates a ticket for a stranger', async () => {
		const callId = await callIn('447700900601');
		expect(await rows('CEC missed calls')).toMatchObject([{ callId, callerNumber: '447700900601', agentId: '103', state: 'ringing' }]);
		await simulator().advance(NOT_ANSWERED_S);
		const [row] = await rowsWhen('CEC missed calls', ([one]) => Boolean(one.ticketId));
		expect(row).toMatchObject({ state: 'missed', outcome: 'new ticket', missedAt: expect.any(String) });
		const made = (await tickets()).find(({ id }) => id === row.ticketId);
		expect(made).toMatchObject({ title: 'Missed call of 447700900601', priority: 'High', contactPhone: '447700900601' });
	});

	it('adds a note where the caller has an open ticket, and creates one where that takes none', async () => {
		const [open] = await tickets();
		await callIn('447700900101');
		await simulator().advance(NOT_ANSWERED_S);
		const [row] = await rowsWhen('CEC missed calls', ([one]) => Boolean(one.ticketId));
		expect(row).toMatchObject({ ticketId: open.id, outcome: 'note' });
		const all = await tickets();
		expect(all).toHaveLength(3);
		expect(all[0].trace).toBe(open.trace + 1);
	});

	it('creates a ticket for the same contact where the open one is canceled', async () => {
		const [open] = await tickets();
		await steer('tickets', { id: open.id, canceled: true });
		await callIn('447700900101');
		await simulator().advance(NOT_ANSWERED_S);
		const [row] = await rowsWhen('CEC missed calls', ([one]) => Boolean(one.ticketId));
		expect(row).toMatchObject({ outcome: 'new ticket' });
		expect((await tickets()).find(({ id }) => id === row.ticketId)?.contact).toEqual(open.contact);
	});

	it('leaves alone what another agent has answered meanwhile', async () => {
		const callId = await callIn('447700900601');
		const table = (await n8n().dataTables.all()).find(({ name }) => name === 'CEC missed calls');
		// As the workflow of the other agent does it.
		await n8n().session.patch(`/rest/projects/${String(table?.projectId)}/data-tables/${String(table?.id)}/rows`, {
			filter: { type: 'and', filters: [{ columnName: 'callId', condition: 'eq', value: callId }] },
			data: { state: 'answered' },
		});
		await simulator().advance(NOT_ANSWERED_S);
		const executions = await n8n().waitForExecutions(workflow as StoredWorkflow, 2);
		expect(executions.map(({ error }) => error)).toEqual([undefined, undefined]);
		expect(executions[0].items('Mark as missed, once')).toEqual([]);
		expect(await tickets()).toHaveLength(3);
	});
});

describe('Ticket escalation by age and priority', () => {
	const run = async () => {
		const execution = await n8n().runWorkflow(workflow as StoredWorkflow);
		expect(execution.error).toBeUndefined();
	};

	it('raises what takes too long, step by step and once', async () => {
		workflow = await importExample('Ticket escalation by age and priority');
		await steer('tickets', { title: 'Just came' });
		await run();
		const byPriority = async () => Object.fromEntries((await tickets()).map(({ title, priority }) => [title, priority]));
		const raised = { 'Router shows a red light': 'Critical', 'Bill is too high': 'High', 'No dial tone': 'Medium', 'Just came': 'Medium' };
		expect(await byPriority()).toEqual(raised);
		expect((await tickets()).filter(({ owner }) => owner.id === MANAGER).map(({ title }) => title)).toEqual(['Router shows a red light']);
		const steps = (await rows('CEC escalations')).map(({ oldPriority, newPriority }) => `${String(oldPriority)} to ${String(newPriority)}`);
		expect(steps.sort()).toEqual(['High to Critical', 'Low to Medium', 'Medium to High']);
		await run();
		expect(await byPriority()).toEqual(raised);
		expect(await rows('CEC escalations')).toHaveLength(3);
	});

	it('leaves canceled tickets alone', async () => {
		workflow = await importExample('Ticket escalation by age and priority');
		const [router] = await tickets();
		await steer('tickets', { id: router.id, canceled: true });
		await run();
		expect((await rows('CEC escalations')).map(({ title }) => title).sort()).toEqual(['Bill is too high', 'No dial tone']);
	});
});
