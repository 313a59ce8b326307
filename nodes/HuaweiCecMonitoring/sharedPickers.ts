/** Lists of 12.3 that other nodes let ids be picked from too; apart, so that those load no more than they need. */
import { label, type Picker } from '../../cec/catalogue/picker';
import { accessCode } from './resources/accessCode';
import { agent } from './resources/agent';
import { ivrFlow } from './resources/ivrFlow';
import { skillQueue } from './resources/skillQueue';

export const skillQueues: Picker = {
	title: 'skill queues',
	ask: skillQueue.operations.getMany,
	entry: ({ id, name }) => ({ id, name: label(name, id) }),
};

export const agents: Picker = {
	title: 'agents',
	ask: agent.operations.getMany,
	entry: ({ agentId, name }) => ({ id: agentId, name: label(name, agentId) }),
};

/** Access codes by their IDs. */
export const accessCodes: Picker = {
	title: 'access codes',
	ask: accessCode.operations.getMany,
	entry: ({ acId, accessCode: code, codeDescription }) => ({ id: acId, name: label(code, codeDescription) }),
};

/** IVR flows by their IDs. */
export const ivrFlows: Picker = {
	title: 'IVR flows',
	ask: ivrFlow.operations.getMany,
	entry: ({ id, accessNo, description }) => ({ id, name: label(description, accessNo) }),
};
