/** An operation: one interface of CEC as the user meets it, and the resources and nodes that gather them. */
import type { AnswerSpec } from './answer';
import type { Codes, Family } from './family';
import type { Field, Fields } from './field';
import type { Paging } from './paging';

export type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';

/**
 * What a repetition or a mistake would do: nothing (`read`), change data (`write`), make a person's phone
 * ring (`dial`), or destroy what cannot be brought back (`destructive`).
 */
export type Risk = 'read' | 'write' | 'dial' | 'destructive';

/** A contradiction or misprint of the reference and what is sent instead. */
export interface Erratum {
	printed: string;
	sent: string;
	why: string;
	/** Section, where the entry covers several. */
	section?: string;
}

/** A list field whose entries are pooled over all items and sent in pieces. */
export interface Batch {
	/** Key of the list in the body. */
	list: string;
	/** Each item of the workflow is one entry of the list (`item`), or brings any number of entries (`entries`). */
	from: 'item' | 'entries';
	/** Entries in one request. */
	size: number;
	/** Codes by which CEC refuses a whole piece for the sake of one entry: the piece is halved to find it. */
	halveOn?: string[];
	/** Keys that tell entries apart; an entry that came before in the same run is refused. */
	unique?: (entry: unknown) => string[];
	/** Key under which an entry that is a single value stands in the item. */
	as?: string;
	/** What an entry is called in messages: ["number", "numbers"]. */
	noun: [one: string, many: string];
}

/** A span of time that CEC limits: longer ones are cut and asked for piece by piece. What is no list then gives an item for each piece. */
export interface Window {
	/** Paths of the two fields. */
	begin: string;
	end: string;
	/** The longest span in days, or a month of the calendar. */
	days: number | 'month';
	/** A span without an end goes as far as now. */
	untilNow?: true;
	/** Days are those of UTC, which all have 24 hours. */
	inUtc?: true;
}

/** A list whose length CEC limits, of which each entry is answered by itself: longer ones are cut and asked for piece by piece. */
export interface Pieces {
	list: string;
	/** Entries in one request. */
	size: number;
}

/** Something that goes on after the answer, such as an import or a call; the node waits for its end by asking another interface. */
export interface Waiting {
	/** The switch by which the user turns waiting on; without one the operation always waits. */
	toggle?: { label: string; hint: string };
	/** What was begun, for messages: "The call 1234". */
	what: (answer: Record<string, unknown>) => string;
	/** The operation to ask. */
	ask: () => Operation;
	/** Its values, from those of this operation and its answer; undefined when the answer lacks what asking needs. */
	given: (values: Record<string, unknown>, answer: Record<string, unknown>) => Record<string, unknown> | undefined;
	/** What its answer says about the end. */
	read: (row: Record<string, unknown>) => { state: 'running' | 'done' | 'failed'; reason?: string };
	/** Codes by which asking is refused as long as there is nothing to tell. */
	pendingCodes?: string[];
	everyMs: number;
	/** What to do when it failed. */
	remedy?: string;
	/** Items are begun one after the other, but waited for together. */
	together?: true;
	/** How long to wait at most, unless the user says otherwise. */
	minutes: number;
	/** Key of the item that says whether the end came in time; without one a late end is an error. */
	endedAs?: string;
}

/** What a procedure can do. */
export interface Steps {
	/** Zone of the times in answers. */
	zone: string;
	/** Sends another operation in the same session, credential and form; throws when CEC refuses it. */
	ask(operation: Operation, values: Record<string, unknown>): Promise<Record<string, unknown>>;
	/** The same, where a refusal is part of the plan: undefined then. */
	tryTo(operation: Operation, values: Record<string, unknown>): Promise<Record<string, unknown> | undefined>;
	/** Something is half done from here on: errors of later steps say so, and their items hold what is known of it. */
	begun(what: string, about: Record<string, unknown>): void;
	/** The error that ends a procedure whose values do not fit what CEC has: what is wrong, and what to do. */
	problem(message: string, advice: string): Error;
	/** Sends another operation and gives what the user would get of it, in items. */
	itemsOf(operation: Operation, values: Record<string, unknown>): Promise<Array<Record<string, unknown>>>;
	/** Waits for a while, in milliseconds. */
	sleep(ms: number): Promise<void>;
	/** Milliseconds since 1970. */
	now(): number;
	/** Does nothing else under the same key meanwhile. */
	inTurn<T>(key: string, work: () => Promise<T>): Promise<T>;
}

export type Procedure = (steps: Steps, values: Record<string, unknown>) => Promise<Record<string, unknown>>;

/** Another form of an interface, such as for another credential or of another version. */
export type Way = Partial<Omit<OperationSpec, 'ways' | 'request'>> & {
	request: OperationSpec['request'];
	/** Its own section of the reference. */
	section?: string;
};

/** Files that belong to an answer: fetched into the item where the user wants them. */
export interface Attachments {
	/** Path of their list in the answer. */
	list: string;
	/** The operation that fetches one. */
	ask: () => Operation;
	/** Its values for one of the list, beside those of this operation, and its name. */
	given: (row: Record<string, unknown>, values: Record<string, unknown>) => Record<string, unknown>;
	fileName: (row: Record<string, unknown>) => string;
	/** What came with the files comes only once: one that cannot be had has an `error` in its row, and fails nothing else. */
	failsAlone?: true;
}

export interface OperationSpec {
	/** Title of the operation in its resource: "Get Many". */
	name: string;
	/** What it does, in the list of actions: "Get many campaigns". */
	action: string;
	description?: string;
	/** Method and path. Parts in braces are filled from `path`. */
	request: `${Method} /${string}`;
	risk: Risk;
	path?: Fields;
	query?: Fields;
	headers?: Fields;
	/** The customer of a chat for whom it is asked: what the token is asked for with that the request carries. */
	customer?: Fields;
	/** JSON object of the request; left out when the interface has no body. */
	body?: Fields;
	/** The object is sent as the only entry of a list. */
	bodyInList?: true;
	/** The object is sent as the value of this key of another one, which holds nothing else. */
	bodyIn?: string;
	answer: AnswerSpec;
	page?: Paging;
	batch?: Batch;
	window?: Window;
	pieces?: Pieces;
	wait?: Waiting;
	attachments?: Attachments;
	/** Takes several requests, which this decides; `request` is then the main one, and nothing is sent for the operation itself. */
	procedure?: Procedure;
	/** Where it is another one than that of the resource. */
	family?: Family;
	/** Codes that mean something else here than in the family. */
	codes?: Codes;
	/** How the interface differs in its other forms, by the value of the node's parameter that `waysBy` names. */
	ways?: Record<string, Way>;
	/** `authentication` when left out. */
	waysBy?: 'authentication' | 'version';
	/** Begins the session of an agent: there is none before it. */
	signsIn?: true;
	/** Makes sense in a session that is begun for it alone. */
	standalone?: true;
	/** Anybody may ask: neither token nor signature is sent. */
	open?: true;
	/** Seconds to wait for an answer that takes long, unless the user says otherwise. */
	timeoutS?: number;
	/** Its optional fields are no filters, although it only reads. */
	noFilters?: true;
	/** Waits at the server for something to happen: other requests of the agent go on meanwhile. */
	longPoll?: true;
	/** Least time between two requests to the same path, in milliseconds. */
	gapMs?: number;
	/** Other spellings of the path, with the same parts in braces, that some versions of CEC answer to; tried when the first is not known there. */
	otherPaths?: string[];
	/** Finds a success in an answer that says failure. */
	success?: (answer: Record<string, unknown>) => boolean;
	/** Finds a failure in an answer that says success; returns what went wrong. */
	failure?: (answer: Record<string, unknown>) => string | undefined;
	/** Codes of this interface that mean success besides the family's. */
	successCodes?: RegExp;
	/** Codes that say the server did nothing and the same request may be repeated. */
	nothingDoneCodes?: string[];
	/** Codes of refusals that leave open whether it was done all the same. */
	doubtfulCodes?: string[];
	/** A throttled request (HTTP 429) is reported at once instead of repeated. */
	failsWhenThrottled?: boolean;
	/** Rules over several fields; returns what is wrong, with what to do. */
	check?: (values: Record<string, unknown>) => string | undefined;
	/** How to find out whether it was done when no answer came. */
	findOut?: string;
	errata?: Erratum[];
	/** Why it is kept though a newer interface exists. */
	legacy?: string;
	/** What to know before it is used, shown in the node. */
	notice?: string;
}

export interface Operation extends OperationSpec {
	/** Sections of the reference that tell this interface. */
	sections: string[];
	method: Method;
	pathTemplate: string;
	family: Family;
	/** Value of the parameters Resource and Operation. */
	resource: string;
	value: string;
}

export interface Resource {
	value: string;
	name: string;
	description?: string;
	operations: Record<string, Operation>;
}

interface Unplaced extends OperationSpec {
	sections: string[];
}

/** Describes one interface, named by its section (or sections) of the reference. */
export function operation(section: string | string[], spec: OperationSpec): Unplaced {
	return { ...spec, sections: [section].flat() };
}

/** Gathers the operations on one kind of thing; the keys are the values of the parameter Operation. */
export function resource<Keys extends string>(
	value: string,
	name: string,
	family: Family,
	operations: Record<Keys, Unplaced>,
): Resource & { operations: Record<Keys, Operation> } {
	const placed = Object.entries<Unplaced>(operations).map(([key, spec]) => {
		const [method, pathTemplate] = spec.request.split(' ') as [Method, string];
		return [key, { family, ...spec, method, pathTemplate, resource: value, value: key }];
	});
	return { value, name, operations: Object.fromEntries(placed) as Record<Keys, Operation> };
}

/** The operation in the form that the user has chosen. */
export function inWay(operation: Operation, way?: string): Operation {
	const differs = way === undefined ? undefined : operation.ways?.[way];
	if (!differs) return operation;
	const [method, pathTemplate] = differs.request.split(' ') as [Method, string];
	return { ...operation, ...differs, method, pathTemplate };
}

/** Where a field is sent: with the request, or, for the customer of a chat, when the token is asked for. */
export type Part = 'customer' | 'path' | 'query' | 'headers' | 'body';

/** All fields of an operation with the part of the request each belongs to. */
export function partsOf(operation: Operation): Array<[part: Part, fields: Fields]> {
	return [
		['customer', operation.customer ?? {}],
		['path', operation.path ?? {}],
		['query', operation.query ?? {}],
		['headers', operation.headers ?? {}],
		['body', operation.body ?? {}],
	];
}

/** Every field of the operation, nested ones included. */
export function allFields(operation: Operation): Field[] {
	const nested = (fields: Fields): Field[] =>
		Object.values(fields).flatMap((field) => [field, ...nested(field.spec.fields ?? {})]);
	return partsOf(operation).flatMap(([, fields]) => nested(fields));
}
