/** What the user has set at the node. */
import type { IDataObject } from 'n8n-workflow';

import { readList } from '../../cec/formats/lists';
import type { Values } from '../../cec/run/askDirectly';

export interface Settings {
	mode: 'poll' | 'push';
	/** Values of Sign In. */
	signIn: Values;
	/** Values of Reset Queues. */
	queues: Values;
	/** Ends a session that the agent has elsewhere. */
	takeOver: boolean;
	/** Signs in at the platform alone, which knows no taking over and pushes nothing. */
	platformOnly: boolean;
	/** Signs in again when the session has ended without us. */
	signInAgain: boolean;
	/** Signs out and in again when another gateway has taken over, which ends the current call. */
	signInAfterFailover: boolean;
	heartbeatMs: number;
	allowHttpCallback: boolean;
	allowedAddresses?: string;
	/** Names of events; none means all that CEC tells. */
	events: ReadonlySet<string>;
	simplify: boolean;
}

interface Options {
	answerAutomatically?: boolean;
	idleAfterCalls?: boolean;
	hangUpAfterCalls?: boolean;
	agentType?: number;
	signInForChat?: boolean;
	watchAgents?: boolean;
	takeOver?: boolean;
	platformOnly?: boolean;
	whenSignedOut?: 'signInAgain' | 'stop';
	afterFailover?: 'goOn' | 'signInAgain';
	heartbeatSeconds?: number;
	allowHttpCallback?: boolean;
	allowedAddresses?: string;
}

/** What any context of a node can do. */
interface Parameters {
	getNodeParameter(name: string, fallback?: unknown): unknown;
}

export const ALL_EVENTS = '*';
export const HEARTBEAT_S = 30;

/** `parameters` gives values by name, as n8n's contexts do. */
export function readSettings(parameters: Parameters): Settings {
	const options = (parameters.getNodeParameter('options', {}) ?? {}) as Options;
	const events = new Set(parameters.getNodeParameter('events', []) as string[]);
	const mode = parameters.getNodeParameter('mode') as Settings['mode'];
	const platformOnly = mode === 'poll' && (options.platformOnly ?? false);
	return {
		mode,
		signIn: {
			phonenum: parameters.getNodeParameter('softphoneNumber'),
			status: parameters.getNodeParameter('stateAfterSignIn', 4),
			autoanswer: options.answerAutomatically ?? true,
			autoenteridle: options.idleAfterCalls ?? true,
			releasephone: options.hangUpAfterCalls ?? true,
			agenttype: options.agentType ?? 4,
			...(!platformOnly && { checkInWebm: options.signInForChat ?? true }),
			...(options.watchAgents && { listenStatus: true }),
		},
		queues: queuesOf(parameters),
		takeOver: options.takeOver ?? false,
		platformOnly,
		signInAgain: options.whenSignedOut !== 'stop',
		signInAfterFailover: options.afterFailover === 'signInAgain',
		heartbeatMs: (options.heartbeatSeconds ?? HEARTBEAT_S) * 1000,
		allowHttpCallback: options.allowHttpCallback ?? false,
		allowedAddresses: options.allowedAddresses,
		events,
		simplify: parameters.getNodeParameter('simplify', true) as boolean,
	};
}

function queuesOf(parameters: Parameters): Values {
	const join = parameters.getNodeParameter('joinQueues', 'all');
	if (join === 'all') return { autoflag: true };
	const chosen = join === 'chosen' ? readList(parameters.getNodeParameter('queueIds', '') as IDataObject[string]).map(String) : [];
	return { autoflag: false, skillid: chosen };
}
