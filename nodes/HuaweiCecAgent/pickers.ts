/** The lists from which the Agent node lets ids be picked. */
import type { Picker, Pickers } from '../../cec/catalogue/picker';
import { agent } from './resources/agent';
import { calledRoute } from './resources/calledRoute';
import { ivrFlow } from './resources/ivrFlow';
import { softphone } from './resources/softphone';
import { accessCodes, label, skillQueues } from './sharedPickers';

const agents: Picker = {
	title: 'agents',
	ask: agent.operations.getMany,
	entry: ({ userAccount, userName, workNo }) => ({ id: userAccount, name: label(userName, userAccount, workNo) }),
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
