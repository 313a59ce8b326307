/**
 * The words in which a field of an interface is described. A field has two faces: what the user sees
 * (a date with a zone, a switch, a picker) and what goes over the wire (`"4"`, epoch milliseconds, BASE64).
 * Fields are immutable; every refining word returns a new one.
 */
import { DATE, DATE_TIME, isCount, type TimeFormat } from '../formats/times';

export type FieldKind =
	| 'text' // one line, or a paragraph with .lines()
	| 'secret' // a password
	| 'integer'
	| 'decimal' // a number with a fraction
	| 'yesNo'
	| 'choice' // one of several values
	| 'choices' // several of several values
	| 'time' // a point in time
	| 'timeOfDay' // HH:mm
	| 'list' // texts
	| 'pick' // an id picked from a list
	| 'json' // an object or JSON text
	| 'mapped' // an object whose keys CEC tells
	| 'file' // a binary property of the item
	| 'callbackUrl' // an address CEC posts to
	| 'group' // an object, optional as a whole
	| 'section' // an object whose fields stand among the others
	| 'rows' // a list of objects
	| 'constant' // always the same
	| 'copy' // the value of another field
	| 'credential' // comes from the credential
	| 'now'; // the moment of the request

/** The JSON type that CEC's table asks for. */
export type WireType = 'string' | 'integer' | 'number' | 'boolean' | 'array' | 'object';

/** How a value is wrapped for the wire, beyond its type. */
export type Wrapping = 'plain' | 'base64' | 'urlEncoded' | 'jsonText' | 'jsonList' | 'joined' | 'numbered' | 'slashes' | 'spread';

export interface Limits {
	minLength?: number;
	maxLength?: number;
	min?: number;
	max?: number;
	/** Most digits behind the point. */
	decimals?: number;
	minItems?: number;
	maxItems?: number;
	/** What the text must look like, and how to say so: "digits, * and #". */
	pattern?: { test: RegExp; means: string };
	/** Largest file, or longest text in UTF-8, in bytes. */
	maxBytes?: number;
	/** Most characters of a list that is sent as one text. */
	maxJoined?: number;
	/** Extensions a file may have, without the dot. */
	extensions?: string[];
}

/** Name or [name, description] of each value of a choice. */
export type Options = Record<string, string | [name: string, description: string]>;

/** Shown and sent only while each named field has one of the values. */
export type Conditions = Record<string, Array<string | number | boolean>>;

/** What a field starts with in the node. */
export type Start = string | number | boolean | string[] | number[];

export type Fields = Record<string, Field>;

export interface FieldSpec {
	readonly kind: FieldKind;
	readonly label: string;
	readonly hint?: string;
	readonly required?: boolean;
	readonly type: WireType;
	readonly wrapping: Wrapping;
	readonly limits: Limits;
	readonly default?: Start;
	readonly placeholder?: string;
	readonly when?: Conditions;
	readonly options?: Options;
	readonly picker?: string;
	/** The list of the picker is empty until a text is searched for. */
	readonly searchOnly?: boolean;
	/** The node's mapper that tells which keys there are. */
	readonly mapper?: string;
	/** Parameters on which the list of the picker depends. */
	readonly listFollows?: string[];
	readonly format?: TimeFormat;
	/** Zone in which CEC reads the time, where the reference shows it; the user's otherwise. */
	readonly zone?: string;
	readonly fields?: Fields;
	readonly parameter?: string;
	readonly wire?: string;
	readonly constant?: unknown;
	readonly multiline?: boolean;
	readonly shown?: boolean;
	readonly joiner?: string;
	/** Turns a row into the text that stands for it on the wire. */
	readonly eachAs?: (row: Record<string, unknown>) => string;
	/** The fields of a row that hold key and value of the object that the rows are together on the wire. */
	readonly pairs?: readonly [key: string, value: string];
	readonly sent?: boolean;
	readonly oneOfSeveral?: boolean;
	/** What is sent where it is left empty. */
	readonly otherwise?: unknown;
	/** Key of the field whose value is sent where it is left empty. */
	readonly otherwiseAs?: string;
	/** Property of the credential that is sent where it is left empty; as the only entry, where it is a list. */
	readonly own?: string;
	/** Key of the field without which this one makes no sense. */
	readonly alongWith?: string;
	readonly typedAsJson?: boolean;
	/** For a boolean that travels as something else: [false, true]. */
	readonly asValues?: readonly [unknown, unknown];
}

export class Field {
	constructor(readonly spec: FieldSpec) {}

	/** Must be given; stands at the top of the node instead of in a collection. */
	required(): Field {
		return this.with({ required: true });
	}

	/** Stands at the top of the node although it may be left empty. */
	shown(): Field {
		return this.with({ shown: true });
	}

	/** At most this many characters (text), this value (numbers) or entries (lists, rows). */
	max(limit: number): Field {
		const { kind } = this.spec;
		if (isNumber(kind)) return this.limited({ max: limit });
		return this.limited(isMany(kind) ? { maxItems: limit } : { maxLength: limit });
	}

	/** At least this many characters (text), this value (numbers) or entries (lists, rows). */
	min(limit: number): Field {
		const { kind } = this.spec;
		if (isNumber(kind)) return this.limited({ min: limit });
		return this.limited(isMany(kind) ? { minItems: limit } : { minLength: limit });
	}

	between(least: number, most: number): Field {
		return this.min(least).max(most);
	}

	/** A number with at most this many digits behind the point. */
	decimals(most: number): Field {
		return this.limited({ decimals: most });
	}

	/** Each entry of a list at most this many characters. */
	maxEach(length: number): Field {
		return this.limited({ maxLength: length });
	}

	/** At most this many bytes of UTF-8. */
	bytes(most: number): Field {
		return this.limited({ maxBytes: most });
	}

	/** The text must match; `means` completes the sentence "may hold only …". */
	only(test: RegExp, means: string): Field {
		return this.limited({ pattern: { test, means } });
	}

	/** Largest size in bytes and allowed extensions of a file. */
	file(maxBytes: number, extensions: string[]): Field {
		return this.limited({ maxBytes, extensions });
	}

	/** What the node starts with. */
	startsAs(value: Start): Field {
		return this.with({ default: value });
	}

	example(placeholder: string): Field {
		return this.with({ placeholder });
	}

	/** Shown and sent only while the named fields have one of these values. */
	when(conditions: Conditions): Field {
		return this.with({ when: { ...this.spec.when, ...conditions } });
	}

	/** Time format on the wire. */
	as(format: TimeFormat): Field {
		return this.with({ format, type: isCount(format) ? 'integer' : 'string' });
	}

	/** CEC reads the time in UTC, whatever zone the user has set for it. */
	inUtc(): Field {
		return this.with({ zone: 'utc' });
	}

	/** Travels as a text though it is a number, as in `"limit": "10"`. */
	asText(): Field {
		return this.with({ type: 'string' });
	}

	/** Travels as a number though the user picks or types a text. */
	asInteger(): Field {
		return this.with({ type: 'integer' });
	}

	/** A switch that travels as 0 and 1, or as other words for no and yes. */
	sentAs(no: unknown, yes: unknown): Field {
		return this.with({ asValues: [no, yes], type: typeof yes === 'number' ? 'integer' : 'string' });
	}

	/** The text is BASE64-encoded (UTF-8) before it is sent. */
	base64(): Field {
		return this.with({ wrapping: 'base64' });
	}

	/** The text is encoded as in a URL, though it travels in the body. */
	urlEncoded(): Field {
		return this.with({ wrapping: 'urlEncoded' });
	}

	/** The object or list is sent as JSON inside a text. */
	asJsonText(): Field {
		return this.with({ wrapping: 'jsonText', type: 'string' });
	}

	/** The object is sent as the only entry of a list, as JSON inside a text. */
	asJsonList(): Field {
		return this.with({ wrapping: 'jsonList', type: 'string' });
	}

	/** Backslashes of a path become slashes. */
	withSlashes(): Field {
		return this.with({ wrapping: 'slashes' });
	}

	/** Rows that CEC wants as numbered keys of the object around them: `begin1`, `end1`, `begin2` … */
	numbered(): Field {
		return this.with({ wrapping: 'numbered' });
	}

	/** The keys of the object stand among those of the object around it. */
	spread(): Field {
		return this.with({ wrapping: 'spread' });
	}

	/** Sent only where the field with this key is given. */
	alongWith(key: string): Field {
		return this.with({ alongWith: key });
	}

	/** Chooses which fields the node shows, and is not sent itself. */
	notSent(): Field {
		return this.with({ sent: false });
	}

	/** The list is sent as one text with this between the entries, of at most so many characters. */
	joinedBy(joiner: string, longest?: number): Field {
		return this.with({ wrapping: 'joined', joiner, type: 'string', limits: { ...this.spec.limits, maxJoined: longest } });
	}

	/** Rows that travel as a list of texts; where JSON gives the texts themselves, they stand for the only field of a row. */
	eachAs(write: (row: Record<string, unknown>) => string): Field {
		return this.with({ eachAs: write });
	}

	/** Rows that travel as one object: in each, these fields hold a key and its value. */
	asPairs(key: string, value: string): Field {
		return this.with({ pairs: [key, value], type: 'object' });
	}

	/** Name of the node's parameter, where the wire's name would not do. */
	named(parameter: string): Field {
		return this.with({ parameter });
	}

	/** Key on the wire, where two fields of an entry describe the same one under different conditions. */
	wire(name: string): Field {
		return this.with({ wire: name });
	}

	/** Whatever is chosen, this field or another of the same wire name applies: the wire always has it. */
	oneOfSeveral(): Field {
		return this.with({ oneOfSeveral: true });
	}

	/** Rows that are typed as a JSON list, or given by an expression, instead of row by row. */
	typedAsJson(): Field {
		return this.with({ typedAsJson: true, placeholder: undefined });
	}

	/** Left empty, it is sent as this, as it stands on the wire. */
	otherwise(value: unknown): Field {
		return this.with({ otherwise: value });
	}

	/** Left empty, the value of another field of the request is sent. */
	otherwiseAs(key: string): Field {
		return this.with({ otherwiseAs: key });
	}

	/** Sent as an empty text, or an empty list, where it is left empty. */
	orEmpty(): Field {
		return this.otherwise(this.spec.kind === 'list' || this.spec.type === 'array' ? [] : '');
	}

	/** Left empty, what the credential holds is sent, such as its VDN. */
	orOwn(property: string): Field {
		return this.with({ own: property });
	}

	/** Where several can be picked or mapped: the list is loaded anew when one of these parameters has changed. */
	follows(...parameters: string[]): Field {
		return this.with({ listFollows: parameters });
	}

	/** Its list is empty until the user searches for a text, as the picker says. */
	searchOnly(): Field {
		return this.with({ searchOnly: true });
	}

	/** Another label or hint for the same field. */
	called(label: string, hint?: string): Field {
		return this.with({ label, hint: hint ?? this.spec.hint });
	}

	lines(): Field {
		return this.with({ multiline: true });
	}

	private with(change: Partial<FieldSpec>): Field {
		return new Field({ ...this.spec, ...change });
	}

	private limited(limits: Limits): Field {
		return this.with({ limits: { ...this.spec.limits, ...limits } });
	}
}

const field = (kind: FieldKind, type: WireType, label: string, hint?: string, more: Partial<FieldSpec> = {}): Field =>
	new Field({ kind, type, label, hint, wrapping: 'plain', limits: {}, ...more });

export const text = (label: string, hint?: string): Field => field('text', 'string', label, hint);

export const secret = (label: string, hint?: string): Field => field('secret', 'string', label, hint);

export const integer = (label: string, hint?: string): Field => field('integer', 'integer', label, hint);

/** A number with a fraction. */
export const decimal = (label: string, hint?: string): Field => field('decimal', 'number', label, hint);

/** A switch; its hint starts with "Whether". */
export const yesNo = (label: string, hint: string): Field => field('yesNo', 'boolean', label, hint);

/** One of several values. Keys that are whole numbers travel as numbers unless `.asText()` is added. */
export const choice = (label: string, options: Options, hint?: string): Field =>
	field('choice', hasIntegerKeys(options) ? 'integer' : 'string', label, hint, { options });

/** Any of several values, sent as a list. */
export const choices = (label: string, options: Options, hint?: string): Field =>
	field('choices', hasIntegerKeys(options) ? 'integer' : 'string', label, hint, { options });

/** A point in time, `yyyy-MM-dd HH:mm:ss` on the wire unless `.as()` says otherwise. */
export const dateTime = (label: string, hint?: string): Field =>
	field('time', 'string', label, hint, { format: DATE_TIME });

/** A day, `yyyy-MM-dd` on the wire unless `.as()` says otherwise. */
export const day = (label: string, hint?: string): Field => field('time', 'string', label, hint, { format: DATE });

/** A time of day, `HH:mm`. */
export const timeOfDay = (label: string, hint?: string): Field =>
	field('timeOfDay', 'string', label, hint, { placeholder: 'e.g. 09:00' });

/** Texts: typed with commas, or an array from an expression. */
export const list = (label: string, hint?: string): Field => field('list', 'string', label, hint);

/** An id, picked from the list that the node's picker of this name offers, or typed. Sent as a text. */
export const pick = (picker: string, label: string, hint?: string): Field =>
	field('pick', 'string', label, hint, { picker });

/** Ids, several picked from the list that the node's picker of this name offers, or an array from an expression. */
export const picks = (picker: string, label: string, hint?: string): Field =>
	field('list', 'string', label, hint, { picker });

export const json = (label: string, hint?: string): Field => field('json', 'object', label, hint);

/** Keys that the node's mapper of this name finds out, each with a value; they stand among those of the object around them. */
export const mapped = (mapper: string, label: string, hint?: string): Field =>
	field('mapped', 'object', label, hint, { mapper, wrapping: 'spread' });

/** The content of a binary property of the item. */
export const file = (label: string, hint?: string): Field =>
	field('file', 'string', label, hint, { default: 'data' });

/** An address to which CEC posts; `https` unless the user allows plain HTTP. */
export const callbackUrl = (label: string, hint?: string): Field =>
	field('callbackUrl', 'string', label, hint, { placeholder: 'e.g. https://n8n.example.com/webhook/…' });

/** An object that is given or left out as a whole. */
export const group = (label: string, fields: Fields, hint?: string): Field =>
	field('group', 'object', label, hint, { fields });

/** An object on the wire whose fields stand among the node's other fields. */
export const section = (fields: Fields): Field => field('section', 'object', '', undefined, { fields });

/** A list of objects, each a row of fields. */
export const rows = (label: string, rowLabel: string, fields: Fields, hint?: string): Field =>
	field('rows', 'array', label, hint, { fields, placeholder: `Add ${rowLabel}` });

/**
 * Rows that can also be given as JSON. n8n lets an expression fill a cell of a row but not a whole list of rows,
 * which is what items with a varying number of rows need. `inJson` is the field for JSON, where its rows differ.
 */
export const rowsOrJson = (key: string, given: Field, hint: string, inJson = given): Fields => {
	const input = `${key}Input`;
	return {
		[input]: choice(`Specify ${given.spec.label}`, { fields: 'Using Fields Below', json: 'Using JSON' })
			.startsAs('fields')
			.notSent()
			.required(),
		[key]: given.when({ [input]: ['fields'] }).oneOfSeveral(),
		[`${key}Json`]: inJson
			.called(`${given.spec.label} (JSON)`, hint)
			.typedAsJson()
			.wire(given.spec.wire ?? key)
			.when({ [input]: ['json'] })
			.oneOfSeveral(),
	};
};

/** A value that is always the same; the user never sees it. */
export const constant = (value: unknown): Field =>
	field('constant', typeof value === 'number' ? 'integer' : 'string', '', undefined, { constant: value });

/** The same value as another field of the request. */
export const copyOf = (key: string, type: WireType = 'integer'): Field =>
	field('copy', type, '', undefined, { constant: key, required: true });

/** A value that the credential holds, such as the VDN. */
export const fromCredential = (property: string, type: WireType = 'integer'): Field =>
	field('credential', type, '', undefined, { constant: property, required: true });

/** The moment of the request in milliseconds, for what must not come out of a cache. */
export const now = (): Field => field('now', 'integer', '', undefined, { required: true });

/** Whether all values of a choice are whole numbers; `00` is a text, since a number would lose its zero. */
export function hasIntegerKeys(options: Options): boolean {
	return Object.keys(options).every((key) => /^(0|-?[1-9]\d*)$/.test(key));
}

function isNumber(kind: FieldKind): boolean {
	return kind === 'integer' || kind === 'decimal';
}

function isMany(kind: FieldKind): boolean {
	return kind === 'list' || kind === 'rows' || kind === 'choices';
}
