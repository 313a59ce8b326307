/** The lists from which ids are picked, asked for by the session of the agent where this process knows it. */
import type { Entry, Picker, Pickers } from '../../cec/catalogue/picker';
import { AGENT, IVR, QUEUE } from './resources/call';
import { colleague } from './resources/colleague';
import { AGENT as PARTICIPANT_AGENT } from './resources/conference';
import { queue } from './resources/queue';
import { rowsOf } from './resources/shared';

const named = (id: unknown, name: unknown): Entry => ({ id, name: name === undefined || name === '' ? String(id) : `${String(name)} · ${String(id)}` });

export const skillQueues: Picker = {
	title: 'skill queues',
	ask: queue.operations.getMany,
	entry: ({ id, name }) => named(id, name),
};

const configuredQueues: Picker = { ...skillQueues, ask: queue.operations.getConfigured };

/** Those who have joined a skill queue: the gateway does not tell of others. */
export const agents: Picker = {
	title: 'agents',
	ask: colleague.operations.getOnline,
	entry: ({ agent }) => rowsOf(agent).map(({ workno, name }) => named(workno, name)),
};

const ivrFlows: Picker = {
	title: 'IVR flows',
	ask: queue.operations.getIvrFlows,
	entry: ({ access, description }) => named(access, description),
};

export const pickers: Pickers = {
	agents,
	callTargets: { ...agents, title: 'targets', by: { field: 'devicetype', lists: { [QUEUE]: skillQueues, [AGENT]: agents, [IVR]: ivrFlows } } },
	chatTargets: { ...agents, title: 'targets', by: { field: 'targetType', lists: { [QUEUE]: skillQueues, [AGENT]: agents } } },
	configuredQueues,
	participants: { ...agents, title: 'participants', by: { field: 'addressType', lists: { [PARTICIPANT_AGENT]: agents } } },
	skillQueues,
};
