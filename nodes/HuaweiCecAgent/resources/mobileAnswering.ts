import { done, object, value } from '../../../cec/catalogue/answer';
import { pick, text } from '../../../cec/catalogue/field';
import { operation, resource } from '../../../cec/catalogue/operation';
import { ccManagement } from '../../../cec/families/ccManagement';

const workNo = pick('agentIds', 'Agent', 'Agent ID (work number)').asInteger().required();

export const mobileAnswering = resource('mobileAnswering', 'Mobile Answering', ccManagement, {
	start: operation('6.1.2.26', {
		name: 'Start',
		action: 'Start mobile answering for an agent',
		description: 'Let an agent answer calls on a mobile or landline phone instead of the workbench',
		request: 'POST /apiaccess/rest/cc-management/v1/offline/agent/login',
		risk: 'write',
		findOut: 'Look with "Get State".',
		body: { workNo, phone: text('Phone', 'Number of the phone on which the agent answers').required() },
		answer: object(),
	}),

	stop: operation('6.1.2.27', {
		name: 'Stop',
		action: 'Stop mobile answering for an agent',
		description: 'Sign the agent out of mobile answering',
		request: 'POST /apiaccess/rest/cc-management/v1/offline/agent/logout',
		risk: 'write',
		findOut: 'Look with "Get State".',
		body: { workNo },
		answer: done(),
	}),

	getState: operation('6.1.2.28', {
		name: 'Get State',
		action: 'Get whether an agent answers on a mobile phone',
		request: 'POST /apiaccess/rest/cc-management/v1/offline/agent/isOfflineAgent',
		risk: 'read',
		body: { workNo },
		answer: value('data', 'mobileAnswering'),
	}),
});
