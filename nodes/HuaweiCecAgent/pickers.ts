/** The lists from which this node, and others, let ids be picked. */
import type { Picker, Pickers } from '../../cec/catalogue/picker';
import { accessCode } from './resources/accessCode';
import { agent } from './resources/agent';
import { calledRoute } from './resources/calledRoute';
import { ivrFlow } from './resources/ivrFlow';
import { skillQueue } from './resources/skillQueue';
import { softphone } from './resources/softphone';

const label = (...parts: unknown[]) => parts.filter((part) => part !== undefined && part !== null && part !== '').join(' · ');

const agents: Picker = {
	title: 'agents',
	ask: agent.operations.getMany,
	entry: ({ userAccount, userName, workNo }) => ({ id: userAccount, name: label(userName, userAccount, workNo) }),
};

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

export const pickers: Pickers = {
	accessCodes,
	agents,
	agentIds: { ...agents, entry: ({ userName, userAccount, workNo }) => ({ id: workNo, name: label(userName, userAccount, workNo) }) },
	calledRoutes: {
		title: 'called routes',
		ask: calledRoute.operations.getMany,
		entry: ({ id, accessCode: code, extCode, deviceDesc }) => ({ id, name: `${label(code, extCode)} → ${String(deviceDesc ?? '')}` }),
	},
	routeNumbers: {
		title: 'called routes',
		ask: calledRoute.operations.getMany,
		entry: ({ dnid, accessCode: code, extCode, deviceDesc }) => ({ id: dnid, name: `${label(code, extCode)} → ${String(deviceDesc ?? '')}` }),
	},
	ivrFlows: {
		title: 'IVR flows',
		ask: ivrFlow.operations.getMany,
		entry: ({ id, description, accessCode: code }) => ({ id, name: label(description, code) }),
	},
	skillQueues,
	softphones: {
		title: 'softphones',
		ask: softphone.operations.getManyWithAccounts,
		entry: ({ sipAccount, accountCode, workNo }) => ({ id: sipAccount, name: label(sipAccount, accountCode, workNo) }),
	},
};
