import { entries, nameOf } from '../../../cec/catalogue/answer';
import { operation, resource } from '../../../cec/catalogue/operation';
import { cms } from '../../../cec/families/cms';
import { agentStates, pagesOf, V1, whose } from '../shared';

export const agent = resource('agent', 'Agent', cms, {
	getStates: operation('12.3.1.1.5', {
		name: 'Get States',
		action: 'Get the states of all agents',
		description: 'Get what every agent of the VDN is doing',
		request: `POST ${V1}/vdn/totalagentdynamicinfo`,
		risk: 'read',
		body: whose,
		page: pagesOf(100),
		answer: entries('resultDesc', { adds: { stateName: nameOf('state', agentStates) } }),
	}),
});
