/** Lists of this node that other nodes let ids be picked from too; apart, so that those load no more than they need. */
import { label, type Picker } from '../../cec/catalogue/picker';
import { accessCode } from './resources/accessCode';
import { agent } from './resources/agent';
import { ivrFlow } from './resources/ivrFlow';
import { skillQueue } from './resources/skillQueue';

export const accessCodes: Picker = {
	title: 'access codes',
	ask: accessCode.operations.getMany,
	entry: ({ accessCode: code, description }) => ({ id: code, name: label(code, description) }),
};

export const skillQueues: Picker = {
	title: 'skill queues',
	ask: skillQueue.operations.getMany,
	entry: ({ skillId, name }) => ({ id: skillId, name: label(name, skillId) }),
};

/** IVR flows by the access code under which campaigns and transfers name them. */
export const ivrAccessCodes: Picker = {
	title: 'IVR flows',
	ask: ivrFlow.operations.getMany,
	entry: ({ accessCode: code, description }) => ({ id: code, name: label(description, code) }),
};

export const agents: Picker = {
	title: 'agents',
	ask: agent.operations.getMany,
	entry: ({ userAccount, userName, workNo }) => ({ id: userAccount, name: label(userName, userAccount, workNo) }),
};

/** Agents by the number under which they work. */
export const agentIds: Picker = {
	...agents,
	entry: ({ userName, userAccount, workNo }) => ({ id: workNo, name: label(userName, userAccount, workNo) }),
};
