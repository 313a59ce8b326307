/** The lists from which the Agent node lets ids be picked. */
import { label, type Pickers } from '../../cec/catalogue/picker';
import { calledRoute } from './resources/calledRoute';
import { ivrFlow } from './resources/ivrFlow';
import { softphone } from './resources/softphone';
import { accessCodes, agentIds, agents, skillQueues } from './sharedPickers';

export const pickers: Pickers = {
	accessCodes,
	agentIds,
	agents,
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
