import { done } from '../../../cec/catalogue/answer';
import { choice } from '../../../cec/catalogue/field';
import { operation, resource, type Erratum, type OperationSpec } from '../../../cec/catalogue/operation';
import { agentGateway } from '../../../cec/families/agentGateway';
import { self } from '../../HuaweiCecAgentWorkspace/resources/shared';
import { inspecting } from './codes';
import { callId, supervised } from './shared';

const INSPECTION = '/agentgateway/resource/qualitycontrol/{agentid}';

const BEGIN = 'The agent of the session must be an inspector who is signed in with a softphone number and idle. That softphone rings first.';

const shared = { risk: 'write', answer: done(), codes: inspecting } satisfies Partial<OperationSpec>;

const path = { ...self, workNo: supervised() };
/** The softphone of the inspector rings. */
const beginning = { ...shared, risk: 'dial', notice: BEGIN } satisfies Partial<OperationSpec>;

/** The agent in the query, under the same name as elsewhere. */
const whisperagentid = supervised().named('workNo');

const needed: Erratum = {
	printed: 'whisperagentid that may be left out',
	sent: 'always',
	why: 'Without it the gateway would not know whom to whisper to; the address shows it as part of every request.',
};

export const liveCall = resource('liveCall', 'Live Call', agentGateway, {
	listen: operation('12.1.2', {
		...beginning,
		name: 'Listen',
		action: 'Listen to the calls of an agent',
		description: 'Hear agent and customer without being noticed; also the calls that the agent takes later',
		request: `PUT ${INSPECTION}/addsupervise/{workNo}`,
		path,
		findOut: 'See the events or the state of the inspector: listening makes the inspector busy.',
	}),

	insert: operation('12.1.1', {
		...beginning,
		name: 'Insert',
		action: 'Insert an inspector into the calls of an agent',
		description: 'Talk with the agent and, in a call, with the customer too',
		request: `PUT ${INSPECTION}/addinsert/{workNo}`,
		path,
		findOut: 'See the events or the state of the inspector: inserting makes the inspector busy.',
	}),

	whisper: operation('12.1.12', {
		...beginning,
		name: 'Whisper',
		action: 'Whisper to an agent during a call',
		description: 'Hear agent and customer, and be heard by the agent alone',
		request: `POST ${INSPECTION}/requestwhisperagent`,
		path: self,
		query: { whisperagentid },
		findOut: 'See the events or the state of the inspector: whispering makes the inspector busy.',
		errata: [needed],
	}),

	stopWhispering: operation('12.1.13', {
		...shared,
		name: 'Stop Whispering',
		action: 'Stop whispering to an agent',
		description: 'Stop; the inspector must be whispering to this agent',
		request: `POST ${INSPECTION}/requeststopwhisperagent`,
		path: self,
		query: { whisperagentid },
		errata: [needed],
	}),

	stop: operation('12.1.4', {
		...shared,
		name: 'Stop Listening or Inserting',
		action: 'Stop listening or inserting',
		description: 'Stop; the inspector must be listening to this agent or be inserted, and is idle afterwards',
		request: `DELETE ${INSPECTION}/{workNo}`,
		path,
	}),

	toggle: operation('12.1.10', {
		...shared,
		name: 'Switch Between Listening and Inserting',
		action: 'Switch between listening and inserting',
		description: 'Change to the other of the two; the inspector must be listening to this agent or be inserted',
		request: `POST ${INSPECTION}/switch/{workNo}`,
		path,
		findOut: 'Use "Switch To" instead, which names the mode that is wanted.',
	}),

	switchTo: operation('12.1.14', {
		...shared,
		name: 'Switch To',
		action: 'Switch to listening inserting or whispering',
		description: 'Change to another mode; the inspector must be listening, inserted or whispering',
		request: `POST ${INSPECTION}/requestswitchinsertwhisperagent`,
		path: self,
		query: {
			whisperagentid,
			switchtype: choice('Mode', { 0: 'Listen', 1: 'Insert', 2: 'Whisper' }).startsAs(0).required(),
		},
		errata: [needed],
	}),

	intercept: operation('12.1.3', {
		...shared,
		name: 'Intercept',
		action: 'Intercept the call of an agent',
		description: 'Take the customer over: the call ends for the agent, who is idle then, and goes on with the inspector',
		request: `PUT ${INSPECTION}/intercept/{workNo}`,
		// The conversation of agent and customer is cut, and nothing gives it back.
		risk: 'destructive',
		path,
		notice: 'The inspector must be listening to this agent, be inserted or whisper.',
		findOut: 'See whether the inspector has got the event AgentEvent_Talking.',
	}),

	end: operation('12.1.8', {
		...shared,
		name: 'End',
		action: 'End the call of another agent',
		description: 'Hang up for all who are in the call; the inspector need only be signed in',
		request: `POST ${INSPECTION}/forcedropcall/{callid}`,
		risk: 'destructive',
		standalone: true,
		path: { ...self, callid: callId('The call to end, as events and records name it').required() },
	}),
});
