import { done, object, readAs, value } from '../../../cec/catalogue/answer';
import { choice, constant, integer, pick, text, yesNo } from '../../../cec/catalogue/field';
import { operation, resource, type Erratum } from '../../../cec/catalogue/operation';
import { agentGateway } from '../../../cec/families/agentGateway';
import { otherAgent, self, skillQueue } from './shared';

const VOICE = '/agentgateway/resource/voicecall/{agentid}';

/** What `devicetype` means for transfers and, as far as it goes, for internal help. */
export const QUEUE = 1;
export const AGENT = 2;
export const IVR = 3;
const ACCESS_CODE = 4;
const NUMBER = 5;

/** What `mode` means for transfers to numbers; all other targets count from 0. */
const RELEASE_TO_NUMBER = 1;
const SUCCESS_TO_NUMBER = 2;
const TALKING_TO_NUMBER = 3;
const THREE_PARTY_TO_NUMBER = 4;

const HELP_AS_THREE_PARTY = 2;
const PUBLIC_QUEUE = 0;

const dialled = (label: string, hint?: string) => text(label, hint).between(1, 24).only(/^[\d*#]+$/, 'digits, * and #');
const callId = (hint: string) => text('Call ID', hint);
const caller = text('Caller', 'The number that is displayed; the default number of CEC when left empty').max(24).only(/^\d*$/, 'digits');
const fromQueue = skillQueue('The default skill queue when left empty').asInteger();
const callData = text('Call Data', 'Travels with the call').bytes(16 * 1024).lines();
const holdMeanwhile = yesNo('Hold Meanwhile', 'Whether the call is on hold while the third party is being called').startsAs(true);
const media = choice('Media', {
	0: 'Audio',
	1: ['Video', 'The call ends when it is answered at a phone without video'],
	2: ['Video If Possible', 'Negotiated with the other phone; best for video calls'],
}).startsAs(0);

/** The ID of the call that was begun, by which other operations name it. */
const begun = value('result', 'callId');

const findCall = 'Look at the events of the agent, or with Agent State > Get whether the agent is talking, before you run it again.';

const spelling = (printed: string): Erratum => ({
	printed: `${printed} in the address`,
	sent: 'voicecall',
	why: 'The other interfaces of the section print voicecall, and so does the public documentation of the vendor.',
});

const withoutGuid: Erratum = {
	printed: 'no Guid among the headers',
	sent: 'the Guid',
	why: 'Every interface for a signed-in agent needs it.',
};

const textFlag: Erratum = {
	printed: 'holdflag as a string in the sample',
	sent: 'a boolean',
	why: 'The table gives the type.',
};

const textMode: Erratum = {
	printed: 'mode as a string in the sample',
	sent: 'a number',
	why: 'The table gives the type.',
};

export const call = resource('call', 'Call', agentGateway, {
	callOut: operation('6.1.2.1', {
		name: 'Call Out',
		action: 'Call a number',
		description: 'Call a number; the agent may have calls on hold, but must not be talking',
		request: `PUT ${VOICE}/callout`,
		risk: 'dial',
		path: self,
		body: {
			called: dialled('Phone', 'The number to call').required(),
			caller,
			skillid: fromQueue,
			callappdata: callData,
			mediaability: media,
		},
		answer: begun,
		findOut: findCall,
		errata: [spelling('voicercall')],
	}),

	callOutPreview: operation('6.1.2.2', {
		name: 'Call Out Preview',
		action: 'Call the number of a preview',
		description: 'Call a customer of a preview campaign, after the event that has told the agent of the customer',
		request: `PUT ${VOICE}/previewCallout`,
		risk: 'dial',
		path: self,
		body: {
			called: text('Phone', 'One of the numbers in "dialeddigits" of the preview event').required(),
			callcontrolid: integer('Control ID', 'From "controlid" of the preview event').required(),
		},
		answer: begun,
		codes: {
			'200-036': {
				means: 'CEC does not accept the preview call',
				remedy: 'Take number and control ID from the preview event.',
			},
		},
		findOut: findCall,
		errata: [
			{
				printed: 'callcontrolid as a string in the sample',
				sent: 'a number',
				why: 'The table gives the type.',
			},
		],
	}),

	answer: operation('6.1.2.3', {
		name: 'Answer',
		action: 'Answer a call',
		description: 'Answer the call that rings, after the ringing event; only then can it be put on hold or transferred',
		request: `PUT ${VOICE}/answer`,
		risk: 'write',
		path: self,
		query: { callid: callId('From the ringing event; needed for multimedia calls, of which the agent can have several').shown() },
		answer: done(),
		errata: [
			{
				printed: '?{callid=XXXX} in the address',
				sent: '?callid=XXXX',
				why: 'The braces mark a part that may be left out.',
			},
		],
	}),

	callAgent: operation('6.1.2.4', {
		name: 'Call Agent',
		action: 'Call another agent',
		description: 'Call another agent of the contact center; this agent may have calls on hold, but must not be talking',
		request: `PUT ${VOICE}/callinner`,
		risk: 'dial',
		path: self,
		body: {
			called: otherAgent('The agent to call').max(24).required(),
			caller,
			skillid: fromQueue,
			callappdata: callData,
		},
		answer: object(undefined, { adds: { callId: readAs('result', idIn) } }),
		codes: {
			'200-018': { means: 'There is no call', remedy: 'Look at the states of both agents.' },
		},
		findOut: findCall,
		errata: [
			spelling('voicercall'),
			{
				printed: 'mediaability',
				sent: 'nothing',
				why: 'The table says that it has no effect here.',
			},
			{
				printed: 'result as the call ID in the table, as an empty object in the sample',
				sent: 'nothing',
				why: 'The item has callId when CEC sends one.',
			},
		],
	}),

	askForHelp: operation('6.1.2.5', {
		name: 'Ask for Help',
		action: 'Ask for internal help during a call',
		description: 'Call another agent or a skill queue during a call. Afterwards take the customer back, start a three-party call or connect both.',
		request: `POST ${VOICE}/innerhelp`,
		risk: 'dial',
		path: self,
		body: {
			devicetype: choice('Ask', { [AGENT]: 'Agent', [QUEUE]: 'Skill Queue' }).startsAs(AGENT).shown(),
			dstaddress: pick('callTargets', 'Agent or Skill Queue', 'Who is asked').required(),
			mode: choice('Mode', {
				1: ['Two-Party', 'The customer is on hold meanwhile'],
				[HELP_AS_THREE_PARTY]: ['Three-Party', 'All three talk with each other'],
			})
				.startsAs(1)
				.shown(),
			callappdata: callData,
			holdflag: holdMeanwhile.when({ mode: [HELP_AS_THREE_PARTY] }),
		},
		answer: begun,
		findOut: findCall,
		errata: [
			{
				printed: 'dstaddress as a number in the sample',
				sent: 'a string',
				why: 'The table gives the type.',
			},
			textFlag,
			{
				printed: 'holdflag with mode 1 in the sample',
				sent: 'holdflag with mode 2 only',
				why: 'The table says that it belongs to three-party calls.',
			},
		],
	}),

	mute: operation('6.1.2.6', {
		name: 'Mute',
		action: 'Mute a call',
		description: 'Mute the agent in the call in progress',
		request: `POST ${VOICE}/beginmute`,
		risk: 'write',
		path: self,
		answer: done(),
		errata: [spelling('voicercall')],
	}),

	unmute: operation('6.1.2.7', {
		name: 'Unmute',
		action: 'Unmute a call',
		description: 'Let the agent be heard again after the call was muted',
		request: `POST ${VOICE}/endmute`,
		risk: 'write',
		path: self,
		answer: done(),
	}),

	hold: operation('6.1.2.8', {
		name: 'Hold',
		action: 'Put a call on hold',
		description: 'Put the call in progress on hold; it must have been answered',
		request: `POST ${VOICE}/hold`,
		risk: 'write',
		path: self,
		answer: done(),
		errata: [spelling('voicercall')],
	}),

	connectHeld: operation('6.1.2.9', {
		name: 'Connect Held',
		action: 'Connect a held call with the call in progress',
		description: 'Connect a call on hold with the call in progress, which the agent leaves. It needs both.',
		request: `POST ${VOICE}/connecthold/{callid}`,
		risk: 'write',
		path: { ...self, callid: callId('The call on hold').required() },
		answer: done(),
		codes: {
			'200-013': { means: 'There is no call to connect' },
			'200-014': { means: 'The call cannot be connected in its state', remedy: 'It needs a call in progress and one on hold.' },
		},
		errata: [
			{
				printed: '200-013 and 200-014, which table 6-449 explains for Hold',
				sent: 'nothing',
				why: 'Table 6-449 has 200-005 and 200-006 for this interface; all four are explained.',
			},
			{
				printed: 'callid without saying which of the two calls',
				sent: 'the one on hold',
				why: 'As for the three-party call, whose table says so.',
			},
		],
	}),

	takeBack: operation('6.1.2.10', {
		name: 'Take Back',
		action: 'Take a call back from hold',
		description: 'Talk again with a caller who is on hold',
		request: `POST ${VOICE}/gethold`,
		risk: 'write',
		path: self,
		query: { callid: callId('The call on hold').shown() },
		answer: done(),
	}),

	transfer: operation('6.1.2.11', {
		name: 'Transfer',
		action: 'Transfer a call',
		description: 'Transfer the call in progress; it must have been answered',
		request: `POST ${VOICE}/transfer`,
		risk: 'dial',
		path: self,
		body: {
			devicetype: choice('Transfer To', {
				[AGENT]: 'Agent',
				[ACCESS_CODE]: 'Access Code',
				[IVR]: 'IVR Flow',
				[NUMBER]: 'Phone Number',
				[QUEUE]: 'Skill Queue',
			})
				.startsAs(AGENT)
				.required(),
			address: pick('callTargets', 'Target', 'By what is chosen above: agent ID, access code, access code of the IVR flow, phone number or skill queue ID')
				.max(24)
				.required(),
			mode: choice('Mode', {
				0: ['Release', 'The agent leaves at once'],
				2: ['Success', 'The agent leaves when the transfer has succeeded, which an event tells'],
			})
				.startsAs(0)
				.when({ devicetype: [QUEUE, AGENT, ACCESS_CODE] })
				.oneOfSeveral()
				.required(),
			ivrMode: choice('Mode', {
				0: ['Release', 'The agent leaves at once'],
				1: ['Suspend', 'The call can come back from the IVR flow, which an event tells'],
			})
				.wire('mode')
				.startsAs(0)
				.when({ devicetype: [IVR] })
				.oneOfSeveral()
				.required(),
			numberMode: choice('Mode', {
				[RELEASE_TO_NUMBER]: [
					'Release',
					'The agent leaves at once. Not for video calls nor calls that the agent made; carriers may refuse it, since the number of the customer is displayed.',
				],
				[SUCCESS_TO_NUMBER]: ['Success', 'The agent leaves when the transfer has succeeded, which an event tells'],
				[TALKING_TO_NUMBER]: ['Talking', 'The agent talks with the number first; Cancel Transfer brings the customer back'],
				[THREE_PARTY_TO_NUMBER]: ['Three-Party', 'All three talk with each other; Cancel Transfer brings the customer back'],
			})
				.wire('mode')
				.startsAs(SUCCESS_TO_NUMBER)
				.when({ devicetype: [NUMBER] })
				.oneOfSeveral()
				.required(),
			callappdata: callData,
			caller: caller.when({ devicetype: [NUMBER], numberMode: [SUCCESS_TO_NUMBER, TALKING_TO_NUMBER, THREE_PARTY_TO_NUMBER] }),
			mediaability: media.when({ devicetype: [NUMBER] }),
			holdflag: holdMeanwhile.when({ devicetype: [NUMBER], numberMode: [THREE_PARTY_TO_NUMBER] }),
			skillId: skillQueue().asInteger().when({ devicetype: [AGENT] }),
		},
		answer: done(),
		findOut: findCall,
		errata: [
			spelling('voicercall'),
			{
				printed: 'devicetype 2 with mode 3 in the sample',
				sent: 'modes 0 and 2 for an agent',
				why: 'The table has mode 3 for phone numbers only.',
			},
			{
				printed: '0 for a release transfer, but 1 to a phone number',
				sent: 'the same',
				why: 'The table gives each target modes of its own.',
			},
			{
				printed: 'caller and holdflag with devicetype 2 in the sample',
				sent: 'caller and holdflag for phone numbers only',
				why: 'The table says that caller and mediaability belong to them, and only they have a three-party transfer.',
			},
			{
				printed: 'skillId here, skillid for calls',
				sent: 'skillId',
				why: 'The table of this interface gives the name.',
			},
			textFlag,
		],
	}),

	cancelTransfer: operation('6.1.2.12', {
		name: 'Cancel Transfer',
		action: 'Cancel the transfer of a call',
		description: 'Bring a call back that was transferred to a phone number in the mode talking or three-party',
		request: `POST ${VOICE}/canceltransfer`,
		risk: 'write',
		path: self,
		answer: done(),
		codes: {
			'200-012': {
				means: 'There is no transferred call to bring back',
				remedy: 'Only transfers to phone numbers in the mode talking or three-party can be cancelled.',
			},
		},
	}),

	sendDigits: operation('6.1.2.13', {
		name: 'Send Digits',
		action: 'Send digits during a call',
		description: 'Press keys of the phone during a call, as in the menu of an IVR flow; not in video calls',
		request: `POST ${VOICE}/seconddialex`,
		risk: 'write',
		path: self,
		query: { number: dialled('Digits', 'The keys to press').required() },
		answer: done(),
		errata: [
			spelling('voicerecall'),
			{
				printed: 'seconddial in the address',
				sent: 'seconddialex',
				why: 'The name of the method in logs and the public documentation of the vendor say so.',
			},
		],
	}),

	startThreePartyCall: operation('6.1.2.14', {
		name: 'Start Three-Party Call',
		action: 'Start a three party call',
		description: 'Bring the call in progress and a call on hold together. It needs both.',
		request: `POST ${VOICE}/confjoin`,
		risk: 'write',
		path: self,
		body: {
			callid: callId('The call on hold').required(),
			callappdata: callData,
		},
		answer: done(),
	}),

	end: operation('6.1.2.15', {
		name: 'End',
		action: 'End a call by its ID',
		description: 'End one call of the agent, chats included',
		request: `POST ${VOICE}/dropcall/{callid}`,
		risk: 'destructive',
		path: { ...self, callid: callId('The call to end').required() },
		answer: done(),
		errata: [spelling('voicercall')],
	}),

	hangUp: operation('6.1.2.16', {
		name: 'Hang Up',
		action: 'Hang up the call in progress',
		description: 'Hang up the call in progress; use End for another one',
		request: `DELETE ${VOICE}/release`,
		otherPaths: [VOICE],
		risk: 'destructive',
		path: self,
		answer: done(),
		errata: [
			{
				printed: 'two addresses, with and without /release',
				sent: '/release; the other one where CEC does not know it',
				why: 'The text keeps the other one for old versions only.',
			},
		],
	}),

	releaseNumber: operation('6.1.2.17', {
		name: 'Release Number',
		action: 'Release a number from a call',
		description: 'Disconnect one side of the call in progress, as in internal help and three-party calls',
		request: `POST ${VOICE}/disconnect/{number}`,
		risk: 'destructive',
		path: {
			...self,
			number: text(
				'Phone or Agent ID',
				'Who is released. In internal help: the ID of the agent who was asked, or the softphone number of the agent who leaves; the agent who was asked can release only itself.',
			)
				.between(1, 24)
				.only(/^\d+$/, 'digits')
				.required(),
		},
		answer: done(),
		codes: {
			'200-024': {
				means: 'The number is not in the last call of the agent',
				remedy: 'A customer who is on hold during two-party help cannot be released: take the call back first, or end it by its ID.',
			},
		},
		errata: [
			{
				printed: '200-204 in the note',
				sent: 'nothing',
				why: 'The codes of the interface and table 6-449 have 200-024.',
			},
		],
	}),

	switchMedia: operation('6.1.2.18', {
		name: 'Switch Media',
		action: 'Switch a call between audio and video',
		description: 'Switch the media of the call in progress with a customer, also after hold, mute or a transfer to an agent or a skill queue',
		request: `POST ${VOICE}/mediaswitch`,
		risk: 'write',
		path: self,
		query: { mediaType: choice('Media', { 1: 'Audio', 3: 'Video' }).startsAs(3).shown() },
		answer: done(),
		codes: {
			'200-030': { means: 'The request to switch the media failed', remedy: 'Try again later.' },
		},
		errata: [
			withoutGuid,
			{
				printed: 'a switch from audio to video in the text, both values in the table',
				sent: 'either',
				why: 'The table gives the values.',
			},
		],
	}),

	setVideoLayout: operation('6.1.2.19', {
		name: 'Set Video Layout',
		action: 'Set the layout of a three party video call',
		description: 'Choose whose picture is the largest in a three-party video call',
		request: `POST ${VOICE}/adjustvideomode`,
		risk: 'write',
		path: self,
		body: {
			mode: choice('Layout', { 0: 'All the Same Size', 1: 'Customer Largest', 2: 'Agent Largest', 3: 'Third Party Largest' })
				.startsAs(0)
				.required(),
		},
		answer: done(),
		codes: {
			'200-031': { means: 'CEC does not accept the layout' },
			'200-032': { means: 'There is no call whose layout could be set' },
			'200-033': { means: 'Calls of this type have no layout', remedy: 'Only three-party video calls have one.' },
			'200-034': { means: 'The layout cannot be set in the state of the call' },
			'200-035': { means: 'The request to set the layout failed', remedy: 'Try again later.' },
		},
		errata: [spelling('voicercall'), textMode],
	}),

	request: operation('6.1.2.20', {
		name: 'Request',
		action: 'Request a call that waits',
		description: 'Have a call that waits in a skill queue given to this agent, who must have no call on hold and not be recording without one. The phone of the agent rings.',
		request: `POST ${VOICE}/requestcall/{callid}/{skilltype}`,
		risk: 'dial',
		path: { ...self, callid: callId('The call that waits').required(), skilltype: constant(PUBLIC_QUEUE) },
		query: { skillid: skillQueue('The skill queue in which the call waits').asInteger().required() },
		answer: done(),
		findOut: findCall,
	}),

	answerForAgent: operation('6.1.2.21', {
		name: 'Answer for Agent',
		action: 'Answer a call for another agent',
		description: 'Take the voice call that rings at another agent: the phone of this agent rings instead. Both are in the same group; this agent is idle and has the right to it. Not for calls between agents.',
		request: `PUT ${VOICE}/snatchpickup`,
		risk: 'dial',
		path: self,
		query: { destWorkNo: otherAgent('The agent who is being rung').asInteger().required() },
		answer: done(),
		findOut: findCall,
		errata: [spelling('voicercall'), withoutGuid],
	}),

	reject: operation('6.1.2.22', {
		name: 'Reject',
		action: 'Reject a call',
		description: 'Reject the call that rings, after the ringing event',
		request: `POST ${VOICE}/reject`,
		risk: 'write',
		path: self,
		body: {
			mode: choice(
				'Mode',
				{
					1: ['Back to Queue', 'The call waits again, and the agent becomes busy'],
					2: ['Release', 'The call ends, and the agent becomes idle'],
				},
				'What becomes of an incoming call; it may differ for internal help and transfers',
			)
				.startsAs(1)
				.required(),
			callid: callId('From the ringing event').shown(),
		},
		answer: done(),
		codes: {
			'200-002': { means: 'There is no call to reject', remedy: 'Reject while the agent is being rung.' },
			'200-038': { means: 'The call has no connection to the phone of the agent' },
			'200-039': { means: 'The agent has no phone', remedy: 'Sign in with a softphone number.' },
		},
		errata: [
			spelling('voicercall'),
			textMode,
			{
				printed: 'AgentEvent_SetNotReady_Success among the events',
				sent: 'nothing',
				why: 'The event is AgentState_SetNotReady_Success.',
			},
		],
	}),

	pickUpPhone: operation('6.1.2.23', {
		name: 'Pick Up Phone',
		action: 'Pick up the phone of an agent',
		description: 'Pick up the linked hardware phone (eSpace 7910) after the event that it rings; the agent must have signed in with "Phone Linkage"',
		request: `POST ${VOICE}/phonepickup`,
		risk: 'write',
		path: self,
		answer: done(),
		errata: [spelling('voicerecall')],
	}),

	rejectAtPhone: operation('6.1.2.24', {
		name: 'Reject at Phone',
		action: 'Reject a call at the phone of an agent',
		description: 'Reject the call that rings at the linked hardware phone (eSpace 7910), after its event; the agent must have signed in with "Phone Linkage"',
		request: `POST ${VOICE}/phonehangup`,
		risk: 'write',
		path: self,
		answer: done(),
		errata: [spelling('voicercall')],
	}),

	passDigits: operation('6.1.2.25', {
		name: 'Pass Digits',
		action: 'Pass the digits of a customer to an external IVR',
		description: 'Pass keys that the customer presses on to an external IVR, in a three-party call of agent, customer and IVR. The recording of the agent does not hold them.',
		request: `POST ${VOICE}/thirdPartyConfTransmitNum`,
		risk: 'write',
		path: self,
		answer: done(),
		codes: {
			'10001': {
				means: 'CEC could not pass the digits on',
				remedy: 'The agent must be in a three-party call with a customer and an external IVR.',
			},
		},
		errata: [
			spelling('voicercall'),
			{
				printed: '10001 as the only code, without a meaning',
				sent: 'nothing',
				why: 'It is explained by what the interface needs.',
			},
		],
	}),
});

/** The call ID, where CEC sends one instead of an empty object. */
function idIn(result: unknown): string | undefined {
	return typeof result === 'string' && result !== '' ? result : undefined;
}
