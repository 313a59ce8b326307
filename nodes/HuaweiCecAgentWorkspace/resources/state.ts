import { done, first, nameOf, object } from '../../../cec/catalogue/answer';
import { integer, yesNo } from '../../../cec/catalogue/field';
import { operation, resource } from '../../../cec/catalogue/operation';
import { agentGateway } from '../../../cec/families/agentGateway';
import { AGENT_STATE, QUERY_GAP_MS, self } from './shared';

const AGENT = '/agentgateway/resource/onlineagent/{agentid}';

export const state = resource('state', 'Agent State', agentGateway, {
	get: operation('6.1.1.21', {
		name: 'Get',
		action: 'Get the state of an agent',
		description: 'Get whether the agent is idle, busy, in wrap-up, resting or talking',
		request: `GET ${AGENT}/agentstatus`,
		risk: 'read',
		gapMs: QUERY_GAP_MS,
		path: self,
		answer: first('result', { adds: { stateName: nameOf('agentState', AGENT_STATE) } }),
		errata: [
			{
				printed: 'result as a list in the table, as an object in the sample',
				sent: 'both are read',
				why: 'One agent is asked for.',
			},
		],
	}),

	setIdle: operation('6.1.1.9', {
		name: 'Set Idle',
		action: 'Set an agent idle',
		description: 'Make the agent ready for calls, out of busy or wrap-up',
		request: `POST ${AGENT}/sayfree`,
		risk: 'write',
		path: self,
		answer: done(),
	}),

	setBusy: operation('6.1.1.10', {
		name: 'Set Busy',
		action: 'Set an agent busy',
		description: 'Have no calls given to the agent; while talking it holds from the end of the call',
		request: `POST ${AGENT}/saybusy`,
		risk: 'write',
		path: self,
		query: {
			reason: integer('Reason', 'Number of the reason, as your contact center has defined it').between(200, 250).startsAs(200),
			prolong: yesNo('Change Reason', 'Whether an agent who is busy already gets the new reason'),
		},
		check: ({ prolong, reason }) => (prolong && !reason ? '"Change Reason" needs a "Reason"' : undefined),
		answer: done(),
		errata: [
			{
				printed: 'prolong={false} in the address',
				sent: 'prolong=false',
				why: 'The braces mark a placeholder.',
			},
		],
	}),

	cancelBusy: operation('6.1.1.11', {
		name: 'Cancel Busy',
		action: 'Cancel the busy state of an agent',
		description: 'Make a busy agent ready for calls',
		request: `POST ${AGENT}/cancelbusy`,
		risk: 'write',
		path: self,
		answer: done(),
	}),

	startRest: operation('6.1.1.12', {
		name: 'Start Rest',
		action: 'Start the rest of an agent',
		description: 'Begin a rest; when its time is over there is an event, but the rest goes on',
		request: `POST ${AGENT}/rest/{time}/{restcause}`,
		risk: 'write',
		path: {
			...self,
			time: integer('Duration', 'Seconds').between(1, 86399).startsAs(600).required(),
			restcause: integer('Reason', 'Number of the reason, 0 for none').between(0, 255).required(),
		},
		query: { prolong: yesNo('Change Rest', 'Whether a rest that has begun gets the new duration and reason') },
		answer: done(),
	}),

	endRest: operation('6.1.1.13', {
		name: 'End Rest',
		action: 'End the rest of an agent',
		description: 'Make a resting agent ready for calls',
		request: `POST ${AGENT}/cancelrest`,
		risk: 'write',
		path: self,
		answer: done(),
	}),

	startWrapUp: operation('6.1.1.14', {
		name: 'Start Wrap-Up',
		action: 'Start the wrap up of an agent',
		description: 'Begin after-call work, during which no calls are given to the agent',
		request: `POST ${AGENT}/work`,
		risk: 'write',
		path: self,
		answer: done(),
	}),

	endWrapUp: operation('6.1.1.15', {
		name: 'End Wrap-Up',
		action: 'End the wrap up of an agent',
		description: 'Make an agent in after-call work ready for calls',
		request: `POST ${AGENT}/cancelwork`,
		risk: 'write',
		path: self,
		answer: done(),
	}),

	setAutoAnswer: operation('6.1.1.7', {
		name: 'Set Automatic Answer',
		action: 'Set whether an agent answers automatically',
		description: 'Choose whether calls are connected at once, or wait for Call > Answer',
		request: `POST ${AGENT}/autoanswer/{isautoanswer}`,
		risk: 'write',
		path: { ...self, isautoanswer: yesNo('Answer Automatically', 'Whether calls are answered without asking').startsAs(true).required() },
		answer: done(),
	}),

	setAutoIdle: operation('6.1.1.17', {
		name: 'Set Idle After Calls',
		action: 'Set whether an agent is idle after calls',
		description: 'Choose between idle and wrap-up after calls. Where the phone is hung up after calls, it must be wrap-up.',
		request: `POST ${AGENT}/autoenteridle/{flag}`,
		risk: 'write',
		path: { ...self, flag: yesNo('Idle After Calls', 'Whether the agent is idle at once after a call, instead of in wrap-up').startsAs(true).required() },
		answer: done(),
	}),

	setTakesCalls: operation('6.1.1.22', {
		name: 'Set Takes Calls',
		action: 'Set whether an agent takes incoming calls',
		description: 'Choose whether skill queues give calls to the agent, whatever the state of the agent is',
		request: `POST ${AGENT}/settalkright`,
		risk: 'write',
		path: self,
		query: { flag: yesNo('Takes Calls', 'Whether incoming calls are given to the agent').sentAs(0, 1).startsAs(true).required() },
		answer: done(),
	}),

	getCustom: operation('6.1.1.28', {
		name: 'Get Custom State',
		action: 'Get the custom state of an agent',
		description: 'Get the number that your own application has set for the agent; 65535 means none',
		request: `GET ${AGENT}/querycustomstate`,
		risk: 'read',
		path: self,
		answer: object('result'),
	}),

	setCustom: operation('6.1.1.27', {
		name: 'Set Custom State',
		action: 'Set the custom state of an agent',
		description: 'Set a number whose meaning your own application defines',
		request: `POST ${AGENT}/setcustomstate`,
		risk: 'write',
		path: self,
		query: { customstate: integer('Custom State').between(0, 65534).required() },
		answer: done(),
	}),

	cancelCustom: operation('6.1.1.29', {
		name: 'Cancel Custom State',
		action: 'Cancel the custom state of an agent',
		description: 'Remove the number that your own application has set for the agent',
		request: `POST ${AGENT}/cancelsetcustomstate`,
		risk: 'write',
		path: self,
		answer: done(),
	}),
});
