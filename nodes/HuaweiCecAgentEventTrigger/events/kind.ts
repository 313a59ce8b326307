/** The words in which events are described. */

/** As the gateway tells it (6.5.1): content is an object, the ID of a call, or null. */
export interface AgentEvent {
	eventType: string;
	workNo?: string;
	content?: unknown;
}

export type EventGroup =
	| 'state'
	| 'call'
	| 'outboundCall'
	| 'recording'
	| 'playback'
	| 'phone'
	| 'session'
	| 'media'
	| 'conference'
	| 'phoneLinkage';

export type Row = Record<string, unknown>;

/** One key of a content, and what becomes of its value. */
export interface Field {
	/** On the wire; upper and lower case are the same, since the gateway is not strict about them. */
	key: string;
	/** What the value adds to the item; from the whole content where the value alone does not tell. */
	read: (value: unknown, content: Row) => Row;
}

export interface EventKind {
	/** Our stable name: what users choose in the filter and find in items. */
	name: string;
	/** As the editor shows it. */
	title: string;
	group: EventGroup;
	description: string;
	/** `eventType` on the wire. */
	type: string;
	/** Other spellings of it. */
	aliases?: RegExp;
	/** What a content that is a text and no object is; the ID of a call unless said. */
	bareContent?: string;
	fields: Field[];
}

/** What is left to say of an event besides its title. */
type Told = Pick<EventKind, 'name' | 'type' | 'description'> & Partial<Pick<EventKind, 'aliases' | 'bareContent' | 'fields'>>;

/** The events of a group, by title. */
export function group(name: EventGroup, events: Record<string, Told>): EventKind[] {
	return Object.entries(events).map(([title, told]) => ({ fields: [], ...told, title, group: name }));
}
