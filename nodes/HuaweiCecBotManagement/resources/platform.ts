import { done } from '../../../cec/catalogue/answer';
import { operation, resource } from '../../../cec/catalogue/operation';
import { bots } from '../../../cec/families/bots';

export const platform = resource('platform', 'Platform', bots, {
	checkHealth: operation('10.23', {
		name: 'Check Health',
		action: 'Check the health of the bot platform',
		description: 'See whether the platform works; the node fails when it does not',
		request: 'GET /oifde/rest/api/servicemonitor',
		risk: 'read',
		open: true,
		answer: { ...done(), statusOnly: true },
	}),
});
