/** What becomes of pushed events (6.1.4.2): refused with a status, or received and perhaps given to the workflow. */
import type { IDataObject, IWebhookFunctions } from 'n8n-workflow';

import { AgentSession } from '../../cec/auth/agentSession';
import { agentGateway } from '../../cec/families/agentGateway';
import { isRecord } from '../../cec/formats/paths';
import { isCallerAllowed } from '../../cec/incoming/allowList';
import { rawBodyOf, readCallback } from '../../cec/incoming/callbackBody';
import type { AgentEvent } from './events/index';
import { itemsOf } from './items';
import { withoutRepeated } from './repeats';
import { isServiceToken } from './serviceToken';
import { readSettings } from './settings';

/** The section of the reference that this trigger serves, for the exported catalogue. */
export const INTERFACE = '6.1.4.2';

export const RECEIVED = { message: 'success', retcode: '0' };

export type Reception =
	/** Not taken: the HTTP status, and the reason for whoever looks at it. */
	| { status: number; because: string }
	/** Taken; without items nothing starts. */
	| { items: IDataObject[] };

/** Messages of chats have at most four kilobytes each. */
const MOST_BYTES = 1024 * 1024;

/** Judges and reads the list of events that has come in. */
export async function receive(context: IWebhookFunctions): Promise<Reception> {
	const settings = readSettings(context);
	const request = context.getRequestObject();
	if (!isCallerAllowed(request, settings.allowedAddresses)) return { status: 403, because: 'not allowed' };
	const credential = await context.getCredentials(agentGateway.credential);
	const { service_token: token, guid } = request.headers;
	if (!isServiceToken(token, credential, placeOf(context), Date.now())) return { status: 401, because: 'service_token' };
	const raw = await rawBodyOf(request);
	if (raw.length > MOST_BYTES) return { status: 413, because: 'too large' };
	const events = eventsIn(readCallback(raw, request.headers['content-type'])?.values);
	if (!events) return { status: 400, because: 'no eventList' };
	const session = AgentSession.none(credential);
	session.learn({ guid }, Date.now());
	return { items: withoutRepeated(context, events).flatMap((event) => itemsOf(event, settings, session)) };
}

/** The node whose events they are, the same for whoever signs in and whoever receives. */
export function placeOf(context: Pick<IWebhookFunctions, 'getWorkflow' | 'getNode'>): string {
	return `${context.getWorkflow().id} ${context.getNode().id}`;
}

function eventsIn(body: Record<string, unknown> | undefined): AgentEvent[] | undefined {
	const list = body?.eventList;
	if (!Array.isArray(list)) return undefined;
	return list.every((event) => isRecord(event) && typeof event.eventType === 'string') ? (list as AgentEvent[]) : undefined;
}
