import { done } from '../../../cec/catalogue/answer';
import { operation, resource, type Erratum } from '../../../cec/catalogue/operation';
import { agentGateway } from '../../../cec/families/agentGateway';
import { self } from '../../HuaweiCecAgentWorkspace/resources/shared';

const RECORD = '/agentgateway/resource/recordplay/{agentid}';

const PRIVATE = 'This works in private deployments only, where the recording component (VRC) runs on the computer of the agent.';

const result: Erratum = {
	printed: 'an empty result in the sample, none in the table',
	sent: 'nothing',
	why: 'Both are read.',
};

export const screenRecording = resource('screenRecording', 'Screen Recording', agentGateway, {
	start: operation('13.1.1.7', {
		name: 'Start',
		action: 'Start recording the screen of an agent',
		description: 'Record the screen of the agent of the session; an event tells whether it has begun',
		request: `PUT ${RECORD}/startrecordscreen`,
		risk: 'write',
		path: self,
		answer: done(),
		notice: PRIVATE,
		findOut: 'See whether the agent has got the event AgentMediaEvent_StartRecordScreen_Succ.',
		errata: [result],
	}),

	stop: operation('13.1.1.8', {
		name: 'Stop',
		action: 'Stop recording the screen of an agent',
		description: 'End the recording of the screen of the agent of the session',
		request: `DELETE ${RECORD}/stoprecordscreen`,
		risk: 'write',
		path: self,
		answer: done(),
		notice: PRIVATE,
		errata: [result],
	}),
});
