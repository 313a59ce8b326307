/** The long poll of 6.1.4.1. It stands with the trigger: two who poll for one agent take each other's events. */
import { object } from '../../cec/catalogue/answer';
import { operation, resource } from '../../cec/catalogue/operation';
import { agentGateway } from '../../cec/families/agentGateway';
import { self } from '../HuaweiCecAgentWorkspace/resources/shared';

/** The gateway holds an empty poll for 10 seconds; it is given twice that. */
export const POLL_TIMEOUT_MS = 25_000;

export const agentEvent = resource('agentEvent', 'Agent Event', agentGateway, {
	poll: operation('6.1.4.1', {
		name: 'Poll',
		action: 'Poll for an event of an agent',
		request: 'GET /agentgateway/resource/agentevent/{agentid}',
		risk: 'read',
		longPoll: true,
		path: self,
		answer: object('event'),
		errata: [
			{
				printed: 'calldata, for refreshing a chain of calls',
				sent: 'nothing',
				why: 'Neither its values nor what it does are told.',
			},
		],
	}),
});
