/**
 * What becomes of an answer: which part of it the user gets, as which items, and which values are added
 * in plain words. The raw values always stay.
 */
import { DATE_TIME, type TimeFormat } from '../formats/times';
import type { Options } from './field';
import type { Operation } from './operation';

/** A value added beside the raw one, computed from another key of the same object. */
export type Derived =
	| { from: string; as: 'time'; formats: TimeFormat[] }
	| { from: string; as: 'name'; options: Options }
	| { from: string; as: 'parsed' }
	| { from: string; as: 'rows'; adds: DerivedFields }
	| { from: string; as: 'text'; read: Read };

/** What is made of a value; `zone` is that of times, `now` the time of the request. */
type Read = (value: unknown, row: Record<string, unknown>, zone: string, now: number) => unknown;

export type DerivedFields = Record<string, Derived>;

/** The tables in a ZIP file: where the user switches the field `when` on, an item for each row takes the place of the file. */
export interface TablesSpec {
	when: string;
	/** By a part of their file names: the columns, which the files need not name, and what is added to a row. */
	files: Record<string, { columns: string[]; adds: DerivedFields }>;
}

/** Under which key a list stands that is the whole answer. */
export const WHOLE = 'list';

export interface AnswerSpec {
	kind: 'done' | 'object' | 'list' | 'value' | 'file';
	/** Where the payload lies in the answer; the whole answer without its envelope when left out. */
	path?: string;
	/** Key under which the payload may stand, too. */
	mayBeUnder?: string;
	/** The payload is an object that holds a row, or several, for each of many keys; the row gets its key under this name. */
	keyedBy?: string;
	/** Where the address of a file may be; with neither this nor `base64`, the answer is the file itself. */
	paths?: string[];
	/** Key of the payload that holds a file in BASE64. */
	base64?: string;
	/** The operation that fetches the file, with the values that this answer gives it. */
	by?: { ask: () => Operation; given: (answer: Record<string, unknown>) => Record<string, unknown> };
	/** Key of the item for a payload that is a single value or a list of them. */
	as?: string;
	/** Keys of the answer, beside the payload, that go into each item; for a file, keys (or paths to them) of what the operation was given. */
	with?: string[];
	/** What the operation was given and each item has too, so that the next node need not look for it: keys of the item, and where it is given. */
	given?: Record<string, string>;
	adds?: DerivedFields;
	/** JSON in a file of a ZIP archive, in BASE64 under a key of the answer: it stands in the answer under a key of its own. */
	unzips?: { key: string; file: string; as: string };
	/** Keys that alone stay in the items, those that were added included, where the user has switched on the field `when`. */
	lean?: { when: string; keys: string[] };
	/** The payload is a list of which only the first row is wanted; without one the thing does not exist. */
	first?: boolean;
	/** Paths of passwords within the payload, masked unless the user asks for them. */
	secrets?: string[];
	/** Where the answer holds a new Guid of the agent's session. */
	guid?: string;
	/** CEC gives these rows only once: the user gets all that came. */
	onlyOnce?: true;
	/** What the file holds, for those who want its rows. */
	tables?: TablesSpec;
	/** Success may come without a body. */
	mayBeEmpty?: true;
	/** The HTTP status alone tells; nothing in the body counts. */
	statusOnly?: true;
	/** Name of the downloaded file, from the values of the operation; where it has no extension, the content decides on one. */
	fileName?: (values: Record<string, unknown>) => string;
}

/** Nothing to tell but that it was done: `{ "success": true }`, or `{ "deleted": true }`. */
export const done = (as: 'success' | 'deleted' = 'success', ...withKeys: string[]): AnswerSpec => ({
	kind: 'done',
	as,
	with: withKeys,
});

/** One object. */
export const object = (path?: string, more: Partial<AnswerSpec> = {}): AnswerSpec => ({ kind: 'object', path, ...more });

/** The only row of a list that was asked for one thing; an error when there is none. */
export const first = (path: string, more: Partial<AnswerSpec> = {}): AnswerSpec => ({ kind: 'object', path, first: true, ...more });

/** A list: one item for each entry. Entries that are no objects become `{ [as]: entry }`. */
export const entries = (path: string, more: Partial<AnswerSpec> = {}): AnswerSpec => ({ kind: 'list', path, ...more });

/** A single value: `{ [as]: value }`. */
export const value = (path: string, as: string): AnswerSpec => ({ kind: 'value', path, as });

/** The file behind an address in the answer (at the first of the paths that has one): fetched into binary data, named from the values of the operation. */
export const fileAt = (paths: string | string[], fileName: NonNullable<AnswerSpec['fileName']>, withKeys: string[] = []): AnswerSpec => ({
	kind: 'file',
	paths: [paths].flat(),
	fileName,
	with: withKeys,
});

/** The file that is the answer itself, into binary data. It is named as the server says, or else from the values of the operation. */
export const file = ({ fileName, with: withKeys = [], tables }: { fileName: NonNullable<AnswerSpec['fileName']>; with?: string[]; tables?: TablesSpec }): AnswerSpec => ({
	kind: 'file',
	fileName,
	with: withKeys,
	...(tables && { tables }),
});

/** A file in BASE64 under a key of the payload, into binary data; what the payload holds besides goes into the item. */
export const fileIn = (path: string, base64: string, fileName: NonNullable<AnswerSpec['fileName']>): AnswerSpec => ({
	kind: 'file',
	path,
	base64,
	fileName,
});

/** The file that another operation fetches with what the answer gives it, such as a token that is good for nothing else. */
export const fileBy = (
	ask: () => Operation,
	given: NonNullable<AnswerSpec['by']>['given'],
	fileName: NonNullable<AnswerSpec['fileName']>,
): AnswerSpec => ({ kind: 'file', by: { ask, given }, fileName });

/** Whether the answer is nothing but a file, with no JSON around it. */
export const isFileItself = ({ kind, paths, base64, by }: AnswerSpec): boolean =>
	kind === 'file' && paths === undefined && base64 === undefined && by === undefined;

/** Whether the user gets the file alone: there is nothing around it, or nothing worth telling. */
export const isFileAlone = (answer: AnswerSpec): boolean => isFileItself(answer) || answer.by !== undefined;

/** Adds ISO 8601 with offset for a time that CEC writes without one, in the first of these formats that it has. */
export const timeOf = (from: string, ...formats: TimeFormat[]): Derived => ({ from, as: 'time', formats: formats.length > 0 ? formats : [DATE_TIME] });

/** Adds the English name of a coded value. */
export const nameOf = (from: string, options: Options): Derived => ({ from, as: 'name', options });

/** Adds the object that a text holds as JSON (CEC also writes it with single quotes). */
export const parsed = (from: string): Derived => ({ from, as: 'parsed' });

/** Adds to each row of a list within the row; under its own key, the list itself gets what is added. */
export const eachOf = (from: string, adds: DerivedFields): Derived => ({ from, as: 'rows', adds });

/** Adds what `read` makes of a value, and of the row around it where the value alone does not tell. */
export const readAs = (from: string, read: Read): Derived => ({ from, as: 'text', read });
