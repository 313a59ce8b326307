import { done } from '../../../cec/catalogue/answer';
import { integer, picks } from '../../../cec/catalogue/field';
import { operation, resource, type OperationSpec } from '../../../cec/catalogue/operation';
import { agentGateway } from '../../../cec/families/agentGateway';
import { self } from '../../HuaweiCecAgentWorkspace/resources/shared';
import { inspecting } from './codes';
import { supervised } from './shared';

const INSPECTION = '/agentgateway/resource/qualitycontrol/{agentid}';

/** The inspector need only be signed in, in any state. */
const shared = { risk: 'write', standalone: true, answer: done(), codes: inspecting } satisfies Partial<OperationSpec>;

const path = { ...self, workNo: supervised('Whose state changes: a signed-in agent of the same VDN') };

export const agent = resource('agent', 'Agent', agentGateway, {
	setBusy: operation('12.1.5', {
		...shared,
		name: 'Set Busy',
		action: 'Set another agent busy',
		description: 'Have no calls given to an agent; the agent of the session must be an inspector',
		request: `POST ${INSPECTION}/forcebusy/{workNo}`,
		path,
	}),

	setIdle: operation('12.1.6', {
		...shared,
		name: 'Set Idle',
		action: 'Set another agent idle',
		description: 'Make an agent ready for calls; the agent of the session must be an inspector',
		request: `POST ${INSPECTION}/forceidle/{workNo}`,
		path,
	}),

	startRest: operation('12.1.11', {
		...shared,
		name: 'Start Rest',
		action: 'Start the rest of another agent',
		description: 'Send an agent into a rest; the agent of the session must be an inspector',
		request: `POST ${INSPECTION}/forcerest/{workNo}/{time}/{reason}`,
		path: {
			...path,
			time: integer('Duration', 'Seconds').between(1, 86399).startsAs(600).required(),
			reason: integer('Reason', 'Number of the reason, as your contact center has defined it').between(1, 255).startsAs(1).required(),
		},
	}),

	setQueues: operation('12.1.9', {
		...shared,
		name: 'Set Skill Queues',
		action: 'Set the skill queues of another agent',
		description: 'Choose the skill queues from which a signed-in agent takes calls; the agent of the session must be an inspector',
		request: `POST ${INSPECTION}/adjustskill`,
		path: self,
		body: {
			workNo: supervised('Whose queues change: a signed-in agent of the same VDN'),
			skills: picks('skillQueues', 'Skill Queue Names or IDs', 'All queues from which the agent takes calls from now on: at most 1000')
				.asInteger()
				.required()
				.between(1, 1000),
		},
		errata: [
			{
				printed: 'workNo and skills that may be left out',
				sent: 'both, with at least one queue',
				why: 'Without them there is nothing to change; what an empty list would do is not said.',
			},
			{
				printed: 'skills as an array of unnamed type in the table, as numbers in the sample',
				sent: 'numbers',
				why: 'The sample shows what JSON holds.',
			},
		],
	}),

	signOut: operation('12.1.7', {
		...shared,
		name: 'Sign Out',
		action: 'Sign another agent out',
		description: 'End the session of an agent, whatever the agent is doing; the agent of the session must be an inspector',
		request: `POST ${INSPECTION}/forcelogout/{workNo}`,
		risk: 'destructive',
		path: { ...self, workNo: supervised('Who is signed out: an agent of the same VDN') },
	}),
});
