/** The lists from which the Statistics node lets ids be picked. */
import { label, type Picker, type Pickers } from '../../cec/catalogue/picker';
import { skillQueues } from '../HuaweiCecMonitoring/sharedPickers';
import { agent } from './resources/agent';
import { campaign } from './resources/campaign';
import { userGroup } from './resources/userGroup';
import { tenants, vdns } from './sharedPickers';

const AGENTS = '2';
const INSPECTORS = '3';

const groups = (title: string, type?: string): Picker => ({
	title,
	ask: userGroup.operations.getMany,
	entry: ({ id, groupName, groupType }) => (type === undefined || String(groupType) === type ? { id, name: String(groupName) } : undefined),
});

export const pickers: Pickers = {
	agents: {
		title: 'agents',
		ask: agent.operations.getMany,
		entry: ({ agentNo: id, agentName }) => ({ id, name: label(agentName, id) }),
	},
	agentGroups: groups('agent groups', AGENTS),
	campaigns: {
		title: 'campaigns',
		ask: campaign.operations.getMany,
		entry: ({ taskId: id, taskName }) => ({ id, name: label(taskName, id) }),
	},
	inspectorGroups: groups('inspector groups', INSPECTORS),
	skillQueues,
	tenants,
	userGroups: groups('user groups'),
	vdns,
};
