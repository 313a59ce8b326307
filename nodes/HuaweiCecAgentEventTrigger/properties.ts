/** What the user sets at the trigger. */
import type { INodeProperties, INodePropertyOptions } from 'n8n-workflow';

import { allowedAddressesOption } from '../../cec/incoming/allowList';
import { eventKinds } from './events/index';
import { ownEvents } from './items';
import { ALL_EVENTS, HEARTBEAT_S } from './settings';

const eventOptions: INodePropertyOptions[] = [
	{ name: 'All Events', value: ALL_EVENTS, description: 'All that CEC tells of the agent, also what is not in this list' },
	...eventKinds.map(({ name, title, description }) => ({ name: title, value: name, description })),
	...Object.entries(ownEvents).map(([value, { title, description }]) => ({ name: title, value, description })),
].sort((one, other) => (one.name < other.name ? -1 : 1));

export const properties: INodeProperties[] = [
	{
		displayName:
			'Publishing this workflow signs the agent of the credential in, and unpublishing it signs the agent out. Keep that agent for this workflow alone: whoever else signs in as the same agent ends the session. Each event carries the session for the nodes behind it.',
		name: 'notice',
		type: 'notice',
		default: '',
	},
	{
		displayName: 'Mode',
		name: 'mode',
		type: 'options',
		options: [
			{ name: 'Poll', value: 'poll', description: 'Ask for events, one after the other; CEC need not reach n8n' },
			{ name: 'Push', value: 'push', description: 'CEC posts events to n8n, several at a time; for agents with many calls or chats' },
		],
		default: 'poll',
		description: 'How events come in',
	},
	{
		displayName:
			'The gateway is told the address above when the agent signs in, and must be able to reach n8n there; the operator of CEC may have to allow it. A reverse proxy between them must let headers with underscores pass: the gateway sends "service_token".',
		name: 'pushNotice',
		type: 'notice',
		default: '',
		displayOptions: { show: { mode: ['push'] } },
	},
	{
		displayName: 'Events',
		name: 'events',
		type: 'multiOptions',
		required: true,
		options: eventOptions,
		default: [ALL_EVENTS],
		description: 'What starts the workflow',
	},
	{
		displayName: 'Softphone Number',
		name: 'softphoneNumber',
		type: 'string',
		required: true,
		default: '',
		placeholder: 'e.g. 88880101',
		description: 'The phone at which the agent takes calls',
	},
	{
		displayName: 'State After Sign-In',
		name: 'stateAfterSignIn',
		type: 'options',
		options: [
			{ name: 'Busy', value: 3, description: 'No calls come in' },
			{ name: 'Idle', value: 4, description: 'Calls come in' },
			{ name: 'Wrap-Up', value: 5, description: 'No calls come in yet' },
		],
		default: 4,
	},
	{
		displayName: 'Skill Queues',
		name: 'joinQueues',
		type: 'options',
		options: [
			{ name: 'All Configured', value: 'all', description: 'All that the agent has in CEC' },
			{ name: 'Chosen', value: 'chosen', description: 'Some of those that the agent has in CEC' },
			{ name: 'None', value: 'none' },
		],
		default: 'all',
		description: 'From which the agent takes calls',
	},
	{
		displayName: 'Skill Queue IDs',
		name: 'queueIds',
		type: 'string',
		required: true,
		default: '',
		placeholder: 'e.g. 7, 8',
		description: 'Numbers of the queues, with commas between them',
		displayOptions: { show: { joinQueues: ['chosen'] } },
	},
	{
		displayName: 'Simplify',
		name: 'simplify',
		type: 'boolean',
		default: true,
		description: 'Whether to return a simplified version of the response instead of the raw data',
	},
	{
		displayName: 'Options',
		name: 'options',
		type: 'collection',
		placeholder: 'Add Option',
		default: {},
		options: [
			{
				displayName: 'After Gateway Failover',
				name: 'afterFailover',
				type: 'options',
				displayOptions: { show: { '/mode': ['poll'] } },
				options: [
					{ name: 'Go On', value: 'goOn', description: 'Events of the current call may be missing; later calls are not affected' },
					{ name: 'Sign In Again', value: 'signInAgain', description: 'Ends the current call' },
				],
				default: 'goOn',
				description: 'What to do when another gateway has taken over',
			},
			{
				displayName: 'Agent Type',
				name: 'agentType',
				type: 'options',
				options: [
					{ name: 'Computer and Phone', value: 4 },
					{ name: 'Computer and Video Phone', value: 11 },
				],
				default: 4,
			},
			{
				displayName: 'Allow Plain HTTP Callback',
				name: 'allowHttpCallback',
				type: 'boolean',
				default: false,
				displayOptions: { show: { '/mode': ['push'] } },
				description: 'Whether the address of this n8n may start with http://, which sends events and the session unprotected',
			},
			{ ...allowedAddressesOption('events'), displayOptions: { show: { '/mode': ['push'] } } },
			{
				displayName: 'Answer Automatically',
				name: 'answerAutomatically',
				type: 'boolean',
				default: true,
				description: 'Whether calls are answered at once; switch it off when the workflow answers them',
			},
			{
				displayName: 'Hang up After Calls',
				name: 'hangUpAfterCalls',
				type: 'boolean',
				default: true,
				description: 'Whether the phone of the agent is hung up when a call has ended',
			},
			{
				displayName: 'Heartbeat Every',
				name: 'heartbeatSeconds',
				type: 'number',
				typeOptions: { minValue: 1, maxValue: 60 },
				default: HEARTBEAT_S,
				displayOptions: { show: { '/mode': ['push'] } },
				description: 'Seconds between two signs of life. After two minutes without one CEC signs the agent out.',
			},
			{
				displayName: 'Idle After Calls',
				name: 'idleAfterCalls',
				type: 'boolean',
				default: true,
				description: 'Whether the agent is idle at once after a call, instead of in wrap-up',
			},
			{
				displayName: 'Platform Only',
				name: 'platformOnly',
				type: 'boolean',
				default: false,
				displayOptions: { show: { '/mode': ['poll'] } },
				description: 'Whether to sign in at the platform alone, which needs no licence: there are no chats, and a session elsewhere cannot be taken over',
			},
			{
				displayName: 'Sign in for Chat',
				name: 'signInForChat',
				type: 'boolean',
				default: true,
				description: 'Whether to sign in at the media server, which text chats need',
			},
			{
				displayName: 'Take Over',
				name: 'takeOver',
				type: 'boolean',
				default: false,
				description: 'Whether to end a session that the agent has elsewhere. Otherwise the workflow cannot be published while there is one.',
			},
			{
				displayName: 'Watch Agents',
				name: 'watchAgents',
				type: 'boolean',
				default: false,
				description: 'Whether an inspector is told when agents sign in and out',
			},
			{
				displayName: 'When Signed Out',
				name: 'whenSignedOut',
				type: 'options',
				options: [
					{ name: 'Sign In Again', value: 'signInAgain', description: 'Unless the agent has signed in elsewhere' },
					{ name: 'Stop', value: 'stop' },
				],
				default: 'signInAgain',
				description: 'What to do when the session has ended although the workflow is published',
			},
		],
	},
];
