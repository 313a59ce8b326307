/** The events that the gateway tells of a signed-in agent (6.5.1), and what workflows get of them. */
import type { AgentEvent, EventKind } from './kind';
import { call } from './kinds/call';
import { chat } from './kinds/chat';
import { conference } from './kinds/conference';
import { outboundCall } from './kinds/outboundCall';
import { phone } from './kinds/phone';
import { phoneLinkage } from './kinds/phoneLinkage';
import { playback } from './kinds/playback';
import { recording } from './kinds/recording';
import { FAILED_OVER, session } from './kinds/session';
import { state } from './kinds/state';
import { readEvent } from './read';

export type { AgentEvent, EventGroup, EventKind } from './kind';

/** Every event, by title. */
export const eventKinds: EventKind[] = [state, call, outboundCall, recording, playback, phone, session, chat, conference, phoneLinkage]
	.flat()
	.sort((one, other) => (one.title < other.title ? -1 : 1));

const byType = new Map(eventKinds.map((kind) => [kind.type.toLowerCase(), kind]));

/** The kind of an event by its type on the wire, also where that is spelled as the reference misspells it. */
export function kindOf(eventType: string): EventKind | undefined {
	const type = eventType.trim();
	return byType.get(type.toLowerCase()) ?? eventKinds.find(({ aliases }) => aliases?.test(type));
}

/** Another node of the gateway has taken over. */
export function isFailover({ eventType }: AgentEvent): boolean {
	return kindOf(eventType)?.type === FAILED_OVER;
}

/** One shape for all events: what happened, to whom, and what is told of it in plain words. */
export function inWords(event: AgentEvent): Record<string, unknown> {
	return readEvent(event, kindOf(event.eventType));
}
