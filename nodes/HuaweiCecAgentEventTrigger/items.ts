/** What the workflow gets: an event in one shape, with the session for the nodes behind it. */
import type { IDataObject } from 'n8n-workflow';

import type { AgentSession } from '../../cec/auth/agentSession';
import { expressible } from '../../cec/formats/expressible';
import { inWords, isFailover, kindOf, type AgentEvent } from './events/index';
import { ALL_EVENTS, type Settings } from './settings';

/** What the trigger itself has to tell. They are not among "All Events". */
export const ownEvents = {
	signedIn: { title: 'Trigger: Signed In', description: 'The trigger has signed the agent in, at first or again' },
	sessionRenewed: {
		title: 'Trigger: Session Renewed',
		description: 'The gateway has changed the session, as it does every minute; for workflows that run longer, to keep the newest one',
	},
	eventsMissed: {
		title: 'Trigger: Events May Be Missing',
		description: 'The connection or the session was lost for a while; look at the state of the agent and its calls',
	},
};

export type OwnEvent = keyof typeof ownEvents;

/** The items of an event; none when the user does not want it. */
export function itemsOf(event: AgentEvent, settings: Settings, session: AgentSession): IDataObject[] {
	const { events, simplify } = settings;
	const name = kindOf(event.eventType)?.name ?? 'other';
	const isWanted = events.has(ALL_EVENTS) || events.has(name);
	const item = { ...(simplify ? expressible(inWords(event)) : event), ...common(session) } as IDataObject;
	const missed = isFailover(event) ? ownItems('eventsMissed', String(event.workNo), settings, session) : [];
	return [...(isWanted ? [item] : []), ...missed];
}

/** The item of something that the trigger itself tells; none when the user does not want it. */
export function ownItems(name: OwnEvent, agentId: string, { events }: Settings, session: AgentSession): IDataObject[] {
	return events.has(name) ? [{ event: name, agentId, ...common(session) } as IDataObject] : [];
}

const common = (session: AgentSession) => ({ receivedAt: new Date().toISOString(), session: session.seal() });
