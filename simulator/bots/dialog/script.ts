/** The vocabulary in which flows are written: nodes that lead to each other. */

export type Slots = Record<string, string>;

/** {name} stands for a slot. */
export type Text = string;

/** Says something and goes on: play-only in a voice flow, put before the next prompt in a text flow. */
export interface Say {
	do: 'say';
	text: Text;
	/** A file instead of the text (prompt type 1), in voice flows. */
	wav?: string;
	/** Shown instead of heard (prompt type 5), in voice flows. */
	video?: string;
	next: string;
}

/** Asks and waits. */
export interface Ask {
	do: 'ask';
	text: Text;
	/** A card (prompt type 7) or multimedia (6) in text flows; the text is JSON then. */
	as?: 'card' | 'multimedia';
	/** Voice flows: how many keys at most, or what is said. */
	listen?: { keys: number } | 'speech' | 'both';
	/** Keys or commands of intents, and where they lead. */
	branches?: Record<string, string>;
	/** What else is taken, into a slot, and where that leads. */
	takes?: { pattern: RegExp; slot: string; next: string };
	/** A question of a questionnaire, kept in the record (10.8). */
	question?: string;
	/** Where three misunderstandings in a row lead. */
	otherwise: string;
}

/** Records the caller (prompt type 4). */
export interface RecordCaller {
	do: 'record';
	text: Text;
	next: string;
}

/** Wants to know how busy a queue is, or the call switched to video and back (outaction 12). */
export interface Query {
	do: 'query';
	asks: { skillId: string } | { changeType: '1' | '3' };
	moduleName: string;
	next: string;
}

/** Hands the customer on (outaction 11). */
export interface Transfer {
	do: 'transfer';
	/** 1 a queue by its code, 3 a queue by its name, 5 somebody else's number. */
	type: string;
	route: string;
	data?: Text;
	callingNumber?: string;
	recordPath?: string;
	failed: string;
}

/** Ends the conversation (outaction 10): 0 as intended, 1 because something went wrong. */
export interface End {
	do: 'end';
	reason: '0' | '1';
}

export type Node = Say | Ask | RecordCaller | Query | Transfer | End;

export interface Script {
	media: 'text' | 'voice';
	language: 'en_US' | 'zh_CN';
	nodes: Record<string, Node>;
}

export const filled = (text: Text, slots: Slots): string =>
	text.replace(/\{(\w+)\}/g, (whole, name: string) => slots[name] ?? whole);
