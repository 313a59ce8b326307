import { done, nameOf, object, readAs, timeOf } from '../../../cec/catalogue/answer';
import { callbackUrl, choice, fromCredential, integer, secret, text, yesNo, type Fields } from '../../../cec/catalogue/field';
import { operation, resource, type Erratum, type OperationSpec } from '../../../cec/catalogue/operation';
import { agentGateway } from '../../../cec/families/agentGateway';
import type { OwnSession } from '../../../cec/run/ownSession';
import { agentEvent } from '../../HuaweiCecAgentEventTrigger/poll';
import { CALL_TYPE } from './callData';
import { QUERY_GAP_MS, self, signedInServers } from './shared';

const AGENT = '/agentgateway/resource/onlineagent/{agentid}';

/** Table 6-454: a list of its own, which only the synchronisation uses. */
const PHASE = {
	1: 'Idle',
	2: 'Wrap-Up',
	3: 'Rest',
	4: 'Busy',
	5: 'Playing',
	6: 'Calling Out',
	7: 'Occupied',
	8: 'Answering',
	9: 'Talking',
	10: 'Three-Party Call',
	11: 'Hold',
	12: 'Muted',
	13: 'Asking for Help',
	14: 'Transferring',
	15: 'Inserted',
	16: 'Listening',
	17: 'Whispering',
	255: 'Abnormal',
};

/** Table 6-93: what the agent has asked for last. */
const COMMAND = {
	0: 'None',
	1: 'Hung Up by Agent',
	2: 'Disconnected by Agent',
	3: 'Hung Up by Customer',
	4: 'First Call Out',
	5: 'Call Out',
	6: 'Hold',
	7: 'Take Back',
	8: 'Mute',
	9: 'Unmute',
	10: 'Release Transfer',
	11: 'Success Transfer',
	12: 'Talking Transfer',
	13: 'Three-Party Transfer',
	14: 'Suspend Transfer',
	15: 'Special Transfer',
	16: 'Two-Party Help',
	17: 'Three-Party Help',
	18: 'Three-Party Call',
	19: 'Play',
	20: 'Insert',
	21: 'Listen',
	22: 'Switch',
	23: 'Intercept',
	24: 'Whisper',
	30: 'Busy',
	31: 'Rest',
};

const phone = text('Softphone Number', 'The phone at which the agent takes calls').max(24);

const common: Fields = {
	status: choice('State After Sign-In', { 3: 'Busy', 4: 'Idle', 5: 'Wrap-Up' }).startsAs(4),
	autoanswer: yesNo('Answer Automatically', 'Whether calls are answered without asking').startsAs(true),
	autoenteridle: yesNo('Idle After Calls', 'Whether the agent is idle at once after a call, instead of in wrap-up').startsAs(true),
	agenttype: choice('Agent Type', { 4: 'Computer and Phone', 11: 'Computer and Video Phone' }).startsAs(4),
	ip: text('IP Address', 'IPv4 address of the agent').max(15),
	entryIp: text('Gateway IP Address', 'Of the application gateway of the agent'),
	phonelinkage: yesNo('Phone Linkage', 'Whether a hardware phone (eSpace 7910) is controlled too'),
	checkInMailm: yesNo('Sign in for Mail', 'Whether to sign in at the mail server'),
	vcPhoneNumber: text('Video Conference Number').max(24),
	listenStatus: yesNo('Watch Agents', 'Whether an inspector is told when agents sign in and out'),
};

const chat = yesNo('Sign in for Chat', 'Whether to sign in at the media server, which text chats need').startsAs(true);
const releasePhone = (startsAs: boolean) =>
	yesNo('Hang up After Calls', 'Whether the phone of the agent is hung up when a call has ended').startsAs(startsAs);

/** Both together make the gateway push events instead of keeping them for polling. */
const push: Fields = {
	callbackUri: callbackUrl('Event Callback URL', 'Where events are posted, together with "Service Token"; without both they are polled').max(200),
	serviceToken: secret('Service Token', 'The gateway sends it with each event; letters and digits').max(50),
};

const signedIn = object('result', {
	adds: {
		signedInAt: timeOf('loginTime', 'epochMillis'),
		...signedInServers,
		mustChangePassword: readAs('isForceChange', (flag) => String(flag) === 'true'),
	},
});

const checkPush = ({ callbackUri, serviceToken }: Record<string, unknown>): string | undefined =>
	Boolean(callbackUri) !== Boolean(serviceToken) ? '"Event Callback URL" and "Service Token" are given together or not at all' : undefined;

const typed: Erratum = {
	printed: 'numbers and booleans as strings in the samples',
	sent: 'numbers and booleans',
	why: 'The tables give the types.',
};

/** What CEC demands after each sign-in, and when the session ends. */
const JOIN_NEXT = 'Next, let the agent join skill queues with Queue > Join: no calls come before. The session ends after two minutes.';

const signIn: OperationSpec = {
	name: 'Sign In',
	action: 'Sign an agent in',
	description: 'Sign the agent of the credential in; the items carry the session on',
	notice: `${JOIN_NEXT} Where events are pushed, Session > Keep Alive prolongs it; for other long sessions use the Agent Event Trigger.`,
	request: `PUT ${AGENT}`,
	risk: 'write',
	signsIn: true,
	path: self,
	body: {
		password: fromCredential('password', 'string'),
		phonenum: phone.required(),
		...common,
		checkInWebm: chat,
		releasephone: releasePhone(true),
		...push,
		serviceworkid: text('Business Agent ID').max(30),
	},
	check: checkPush,
	answer: signedIn,
	findOut: 'Look with another agent whether this one is signed in, or sign in anyway.',
	errata: [typed],
};

export const session = resource('session', 'Session', agentGateway, {
	signIn: operation('6.1.1.1', signIn),

	signInAnyway: operation('6.1.1.2', {
		...signIn,
		name: 'Sign In Anyway',
		action: 'Sign an agent in although signed in elsewhere',
		description: 'Sign the agent of the credential in, and end a session that the agent has elsewhere',
		request: `PUT ${AGENT}/forcelogin`,
		body: {
			password: fromCredential('password', 'string'),
			phonenum: phone.required(),
			...common,
			checkInWebm: chat,
			releasephone: releasePhone(false),
			...push,
		},
	}),

	signInToPlatform: operation('6.1.1.23', {
		...signIn,
		name: 'Sign In to Platform',
		action: 'Sign an agent in to the platform only',
		description: 'Sign the agent in for calls without the media server, which needs no licence; there are no chats, and events are not pushed',
		notice: `${JOIN_NEXT} For longer ones use the Agent Event Trigger.`,
		request: `PUT ${AGENT}/loginex`,
		body: { password: fromCredential('password', 'string'), phonenum: phone, ...common, releasephone: releasePhone(true) },
		check: undefined,
		errata: [
			typed,
			{
				printed: 'checkInWebm, true unless given',
				sent: 'nothing',
				why: 'The text says that this interface never signs in at the media server.',
			},
		],
	}),

	keepAlive: operation('6.1.1.3', {
		name: 'Keep Alive',
		action: 'Keep the session of an agent alive',
		description: 'Give a sign of life for a session whose events are pushed, best every 30 seconds: after two minutes without one the agent is signed out',
		request: `POST ${AGENT}/handshake`,
		risk: 'read',
		path: self,
		headers: {
			service_token: secret('Service Token', 'A new token for the events that follow, of letters and digits; best changed every minute. The present one stays when left empty.')
				.max(50)
				.named('serviceToken')
				.shown(),
		},
		answer: done(),
	}),

	renew: operation('6.1.1.24', {
		name: 'Renew',
		action: 'Renew the session of an agent',
		description: 'Have the gateway make a new session out of the present one. All others who use the old one have to take the new one.',
		request: `PUT ${AGENT}/updateGuid`,
		risk: 'write',
		gapMs: QUERY_GAP_MS,
		path: self,
		answer: { ...done(), guid: 'result.guid', secrets: ['result.guid'] },
	}),

	synchronize: operation('6.1.1.25', {
		name: 'Synchronize',
		action: 'Synchronize the state of an agent',
		description: 'Get what the gateway knows of agent and call. It forgets all events that wait: not while a trigger reads them.',
		request: `POST ${AGENT}/syncagentinfo`,
		risk: 'write',
		gapMs: QUERY_GAP_MS,
		path: self,
		answer: object('result', {
			adds: {
				stateName: nameOf('agentStateInfo.state', PHASE),
				stateBeganAt: timeOf('agentStateInfo.agentStateBeginTime', 'epochMillis'),
				lastStateName: nameOf('agentStateInfo.lastState', PHASE),
				callTypeName: nameOf('agentStateInfo.callFeature', CALL_TYPE),
				commandName: nameOf('agentStateInfo.curCommand', COMMAND),
				talkingSince: timeOf('agentStateInfo.beginTalkingTime', 'epochMillis'),
				holdingSince: timeOf('agentStateInfo.beginHoldTime', 'epochMillis'),
			},
		}),
		errata: [
			{
				printed: '44 as predictive calls in table 6-92, as preview calls in table 6-455',
				sent: 'the name of table 6-455',
				why: 'Table 6-455 has both kinds, and table 6-92 leaves out the number 43.',
			},
			{
				printed: 'agentStateBeginTime as a text in the table, as a number in the sample',
				sent: 'both are read',
				why: 'The other times are texts; the value is the same.',
			},
		],
		notice: 'This clears the events that wait for the agent. Do not use it while an Agent Event Trigger reads them.',
	}),

	getPhoneToken: operation('6.1.1.26', {
		name: 'Get Phone Token',
		action: 'Get the token of the softphone of an agent',
		description: 'Get the temporary password with which the softphone of the agent registers',
		request: `POST ${AGENT}/logininfo`,
		risk: 'read',
		path: self,
		answer: object('result', { secrets: ['phonetoken'] }),
	}),

	updatePassword: operation('6.1.1.16', {
		name: 'Update Password',
		action: 'Update the password of an agent',
		description: 'Change the password of the agent; change it in the credential afterwards, which no longer fits',
		request: `POST ${AGENT}/modifyaccountpwdex`,
		risk: 'write',
		path: self,
		body: {
			oldPassword: fromCredential('password', 'string'),
			newPassword: secret(
				'New Password',
				'8 to 32 characters with three of: upper case, lower case, digits, special characters. No four digits of the agent ID in a row, no character three times in a row, and none of the last five passwords.',
			)
				.required()
				.between(8, 32),
		},
		answer: done(),
	}),

	signOut: operation('6.1.1.18', {
		name: 'Sign Out',
		action: 'Sign an agent out',
		description: 'Sign the agent out. While talking or being rung the agent stays signed in, although CEC reports success.',
		request: `DELETE ${AGENT}/logout`,
		risk: 'write',
		path: self,
		answer: done(),
	}),

	signOutAnyway: operation('6.1.1.19', {
		name: 'Sign Out Anyway',
		action: 'Sign an agent out in any state',
		description: 'Sign the agent of the session out whatever the agent is doing: a call in progress ends',
		request: `DELETE ${AGENT}/forcelogout`,
		risk: 'destructive',
		path: self,
		answer: done(),
		errata: [
			{
				printed: 'an inspector signs another agent out',
				sent: 'the agent of the session',
				why: 'The address holds no other agent; 12.1.7 is the interface of inspectors.',
			},
		],
	}),

	signOutWithReason: operation('6.1.1.20', {
		name: 'Sign Out With Reason',
		action: 'Sign an agent out with a reason',
		description: 'Sign the agent of the session out whatever the agent is doing, with a reason for reports: a call in progress ends',
		request: `DELETE ${AGENT}/forcelogoutwithreason/{reason}`,
		risk: 'destructive',
		path: { ...self, reason: integer('Reason', 'Number of the reason, as your contact center has defined it').between(1, 255).required() },
		answer: done(),
	}),
});

/** How an agent signs in for one run: without a phone and busy, so that no calls come in. */
export const ownSession: OwnSession = {
	signIn: session.operations.signInToPlatform,
	values: { status: 3 },
	sign: agentEvent.operations.poll,
	signOut: session.operations.signOut,
};
