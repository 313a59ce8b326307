/** Turns what the user gave into what the wire wants, field by field, and says what is wrong with it. */
import type { Field, Fields, FieldSpec } from '../catalogue/field';
import { compactJson, exactInteger, stringifyExact } from '../formats/exactJson';
import { readList } from '../formats/lists';
import { isRecord } from '../formats/paths';
import { javaUrlEncode } from '../formats/percent';
import { readTime, readTimeOfDay, writeTime } from '../formats/times';
import { InputProblem } from './problem';

export interface Surroundings {
	/** IANA zone of times without one. */
	zone: string;
	/** Time of the request, in milliseconds since 1970. */
	now: number;
	/** Values of the credential that fields may take, such as `vdnId`. */
	credential: Record<string, unknown>;
	/** Whether callback addresses may be plain HTTP. */
	allowHttpCallback?: boolean;
}

export type Values = Record<string, unknown>;

/** A file as the run layer has read it from the item. */
export interface FileContent {
	content: Buffer;
	name?: string;
}

/**
 * Encodes an object. Fields whose conditions do not hold and optional fields without a value are left out.
 * `outer` are the values around it, for conditions that look outwards.
 */
export function encodeFields(fields: Fields, values: Values, around: Surroundings, outer: Values = {}): Values {
	const scope = { ...outer, ...values };
	const encoded: Values = {};
	for (const [key, field] of Object.entries(fields)) {
		if (!holds(field, scope) || lacksCompany(field, values)) continue;
		const value = encodeField(field, values[key], around, scope);
		if (value === undefined || field.spec.sent === false) continue;
		if (field.spec.wrapping === 'numbered') Object.assign(encoded, numberKeys(value as Values[]));
		else if (field.spec.wrapping === 'spread') Object.assign(encoded, besides(fields, field.spec, value));
		else encoded[field.spec.wire ?? key] = value;
	}
	return encoded;
}

/** Whether the conditions of a field hold among the values around it. */
export function holds(field: Field, scope: Values): boolean {
	return Object.entries(field.spec.when ?? {}).every(([key, allowed]) =>
		allowed.some((value) => String(value) === String(plain(scope[key]))),
	);
}

function lacksCompany({ spec: { alongWith } }: Field, values: Values): boolean {
	return alongWith !== undefined && isEmpty(plain(values[alongWith]));
}

/** Encodes one value; undefined when it is left out. */
export function encodeField(field: Field, raw: unknown, around: Surroundings, scope: Values = {}): unknown {
	const { spec } = field;
	if (spec.kind === 'constant') return spec.constant;
	if (spec.kind === 'now') return asType(spec, around.now);
	if (spec.kind === 'copy') return copied(spec, spec.constant as string, scope);
	if (spec.kind === 'credential') return fromCredential(spec, spec.constant as string, around);
	if (spec.kind === 'section') return encodeSection(spec, raw, around, scope);
	const given = plain(raw);
	if (isEmpty(given)) {
		if (spec.required) missing(spec);
		return insteadOf(spec, around, scope);
	}
	return wrap(spec, encodeValue(spec, given, around, scope));
}

/** What is sent where a value is left empty. */
function insteadOf(spec: FieldSpec, around: Surroundings, scope: Values): unknown {
	if (spec.otherwiseAs !== undefined) return copied(spec, spec.otherwiseAs, scope);
	return spec.own === undefined ? spec.otherwise : ownOf(spec, spec.own, around);
}

function copied(spec: FieldSpec, key: string, scope: Values): unknown {
	const value = plain(scope[key]);
	if (!isEmpty(value)) return asType(spec, String(value));
	const { otherwise, otherwiseAs } = spec;
	return otherwiseAs !== undefined && otherwiseAs !== key ? copied(spec, otherwiseAs, scope) : (otherwise ?? asType(spec, String(value)));
}

/** A resource locator's value, or the value itself. */
export function plain(raw: unknown): unknown {
	return isRecord(raw) && raw.__rl === true ? raw.value : raw;
}

/** The values, resource locators as what was picked with them. */
export function plainValues(values: Values): Values {
	return Object.fromEntries(Object.entries(values).map(([key, value]) => [key, plain(value)]));
}

function encodeValue(spec: FieldSpec, given: unknown, around: Surroundings, scope: Values): unknown {
	switch (spec.kind) {
		case 'integer':
			return asType(spec, checkRange(spec, readInteger(spec, given)));
		case 'decimal':
			return asType(spec, checkDecimals(spec, checkRange(spec, readDecimal(spec, given))));
		case 'yesNo':
			return encodeYesNo(spec, given);
		case 'choice':
			return asType(spec, checkChoice(spec, given));
		case 'choices':
			return readList(given).map((entry) => asType(spec, checkChoice(spec, entry)));
		case 'time':
			return encodeTime(spec, given, around);
		case 'timeOfDay':
			return readTimeOfDay(given, around.zone) ?? wrong(spec, 'is no time of day', 'Write it as 09:30.');
		case 'list':
			return encodeList(spec, given);
		case 'pick':
			return asType(spec, checkText(spec, String(given)));
		case 'json':
			return spec.wrapping === 'jsonText' ? writeJson(spec, given) : readJson(spec, given);
		case 'mapped':
			return filledIn(spec, given);
		case 'file':
			return encodeFile(spec, given);
		case 'callbackUrl':
			return checkCallback(spec, String(given), around);
		case 'group':
			return encodeFields(spec.fields ?? {}, given as Values, around, scope);
		case 'rows':
			return encodeRows(spec, given, around, scope);
		default:
			return asType(spec, checkText(spec, String(given)));
	}
}

function wrap(spec: FieldSpec, value: unknown): unknown {
	switch (spec.wrapping) {
		case 'base64':
			return base64(spec, value);
		case 'urlEncoded':
			return javaUrlEncode(String(value));
		case 'slashes':
			return String(value).replaceAll('\\', '/');
		case 'jsonText':
			return checkText(spec, typeof value === 'string' ? value : stringifyExact(value));
		case 'joined':
			return join(spec, value as unknown[]);
		case 'jsonList':
			return stringifyExact([value]);
		default:
			return value;
	}
}

function base64(spec: FieldSpec, value: unknown): string {
	const encoded = (Buffer.isBuffer(value) ? value : Buffer.from(String(value), 'utf8')).toString('base64');
	const { maxLength } = spec.limits;
	if (spec.kind === 'callbackUrl' && maxLength !== undefined && encoded.length > maxLength) {
		wrong(spec, `is too long: at most ${Math.floor(maxLength / 4) * 3} characters`);
	}
	return encoded;
}

function join(spec: FieldSpec, entries: unknown[]): string {
	const joined = entries.join(spec.joiner ?? ',');
	const { maxJoined } = spec.limits;
	const length = [...joined].length;
	if (maxJoined !== undefined && length > maxJoined) {
		wrong(spec, `may have at most ${maxJoined} characters in all, not ${length}`);
	}
	return joined;
}

function fromCredential(spec: FieldSpec, property: string, { credential }: Surroundings): unknown {
	const value = credential[property];
	if (isEmpty(value)) {
		throw new InputProblem(`The credential lacks "${property}"`, 'Open the credential and fill it in.');
	}
	return spec.type === 'integer' ? Number(value) : String(value);
}

function ownOf(spec: FieldSpec, property: string, around: Surroundings): unknown {
	const value = fromCredential(spec, property, around);
	return spec.kind === 'list' ? [value] : value;
}

function encodeSection(spec: FieldSpec, raw: unknown, around: Surroundings, scope: Values): unknown {
	const section = encodeFields(spec.fields ?? {}, isRecord(raw) ? raw : {}, around, scope);
	return Object.keys(section).length > 0 || spec.required ? wrap(spec, section) : undefined;
}

/** `[{ begin, end }, …]` as `{ begin1, end1, begin2, … }`. */
function numberKeys(rows: Values[]): Values {
	return Object.fromEntries(
		rows.flatMap((row, index) => Object.entries(row).map(([key, value]) => [`${key}${index + 1}`, value])),
	);
}

/** What stands among the keys of these fields; none of theirs may be among it. */
function besides(fields: Fields, spec: FieldSpec, value: unknown): Values {
	const found = isRecord(value) ? value : wrong(spec, 'must be an object');
	const taken = Object.entries(fields).find(([key, { spec: { wire = key, wrapping, sent } }]) => wrapping !== 'spread' && sent !== false && wire in found);
	return taken ? wrong(spec, `may not hold "${taken[1].spec.wire ?? taken[0]}"`, 'It is set elsewhere in the node.') : found;
}

/** Keys left empty in the node are left out. */
function filledIn(spec: FieldSpec, given: unknown): Values {
	const found = isRecord(given) ? given : wrong(spec, 'must be an object');
	return Object.fromEntries(Object.entries(found).filter(([, value]) => !isEmpty(value)));
}

function readInteger(spec: FieldSpec, given: unknown): number | bigint {
	const digits = String(given).trim();
	return /^-?\d+$/.test(digits) ? exactInteger(digits) : wrong(spec, `must be a whole number, not "${digits}"`);
}

function readDecimal(spec: FieldSpec, given: unknown): number {
	const digits = String(given).trim();
	const value = Number(digits);
	return digits !== '' && Number.isFinite(value) ? value : wrong(spec, `must be a number, not "${digits}"`);
}

function checkRange<Value extends number | bigint>(spec: FieldSpec, value: Value): Value {
	const { min, max } = spec.limits;
	if (min !== undefined && value < min) wrong(spec, `must be at least ${min}, not ${value}`);
	if (max !== undefined && value > max) wrong(spec, `must be at most ${max}, not ${value}`);
	return value;
}

function checkDecimals(spec: FieldSpec, value: number): number {
	const { decimals } = spec.limits;
	if (decimals === undefined || Number(value.toFixed(decimals)) === value) return value;
	return wrong(spec, `may have at most ${decimals} digits behind the point, not ${value}`, `Round it, such as by {{ $json.score.round(${decimals}) }}.`);
}

function encodeYesNo(spec: FieldSpec, given: unknown): unknown {
	const yes = given === true || given === 1 || /^(true|yes|1)$/i.test(String(given));
	return spec.asValues ? spec.asValues[yes ? 1 : 0] : yes;
}

function checkChoice(spec: FieldSpec, given: unknown): string {
	const key = String(given);
	if (spec.options && key in spec.options) return key;
	const allowed = Object.entries(spec.options ?? {}).map(([value, words]) => `${value} (${[words].flat()[0]})`);
	return wrong(spec, `cannot be "${key}"`, `It may be: ${allowed.join(', ')}.`);
}

function encodeTime(spec: FieldSpec, given: unknown, around: Surroundings): string | number {
	const format = spec.format ?? '';
	if (typeof given === 'string' && format === 'MM-dd' && /^\d\d-\d\d$/.test(given)) return given;
	const time = readTime(given, around.zone);
	if (!time) return wrong(spec, `is no date: "${String(given)}"`, 'Use a date such as 2026-01-31T09:00:00.');
	return asType(spec, writeTime(spec.zone ? time.setZone(spec.zone) : time, format)) as string | number;
}

function encodeList(spec: FieldSpec, given: unknown): unknown[] {
	const entries = readList(given).map((entry) => asType(spec, checkText(spec, String(plain(entry)))));
	if (spec.required && entries.length === 0) missing(spec);
	checkCount(spec, entries.length);
	return entries;
}

function encodeRows(spec: FieldSpec, given: unknown, around: Surroundings, scope: Values): unknown[] | Values {
	const rows = readRows(spec, given).map((row) => encodeRow(spec, row, around, scope));
	if (spec.required && rows.length === 0) missing(spec);
	checkCount(spec, rows.length);
	return spec.pairs ? asObject(spec.pairs, rows as Values[]) : rows;
}

function asObject([key, value]: readonly [string, string], rows: Values[]): Values {
	return Object.fromEntries(rows.map((row) => [String(row[key]), row[value]]));
}

function encodeRow(spec: FieldSpec, row: Values, around: Surroundings, scope: Values): unknown {
	const encoded = encodeFields(spec.fields ?? {}, row, around, scope);
	return spec.eachAs ? spec.eachAs(encoded) : encoded;
}

function readRows(spec: FieldSpec, given: unknown): Values[] {
	const parsed = typeof given === 'string' ? (readJson(spec, given) as unknown) : given;
	const rows = spec.eachAs && Array.isArray(parsed) ? parsed.map((entry) => asRow(spec, entry)) : parsed;
	if (Array.isArray(rows) && rows.every(isRecord)) return rows;
	if (isRecord(rows)) return [rows];
	return wrong(spec, 'must be a list of objects');
}

/** A text of its own stands for the only field of its row. */
function asRow(spec: FieldSpec, entry: unknown): unknown {
	const [only, ...others] = Object.keys(spec.fields ?? {});
	return isRecord(entry) || others.length > 0 ? entry : { [only]: entry };
}

function checkCount(spec: FieldSpec, count: number): void {
	const { minItems, maxItems } = spec.limits;
	if (minItems !== undefined && count < minItems) wrong(spec, `needs at least ${minItems} entries`);
	if (maxItems !== undefined && count > maxItems) wrong(spec, `may have at most ${maxItems} entries, not ${count}`);
}

function checkText(spec: FieldSpec, value: string): string {
	const { minLength, maxLength, maxBytes, pattern } = spec.limits;
	const length = [...value].length;
	if (minLength !== undefined && length < minLength) wrong(spec, `must have at least ${minLength} characters, not ${length}`);
	if (maxLength !== undefined && length > maxLength) wrong(spec, `may have at most ${maxLength} characters, not ${length}`);
	if (maxBytes !== undefined && Buffer.byteLength(value, 'utf8') > maxBytes) {
		wrong(spec, `may have at most ${maxBytes} bytes, not ${Buffer.byteLength(value, 'utf8')}`, 'Chinese characters take three bytes each.');
	}
	if (pattern && !pattern.test.test(value)) wrong(spec, `may hold only ${pattern.means}`);
	return value;
}

function readJson(spec: FieldSpec, given: unknown): unknown {
	if (typeof given !== 'string') return given;
	try {
		return JSON.parse(given) as unknown;
	} catch (error) {
		return wrong(spec, 'is not valid JSON', (error as Error).message);
	}
}

/** What was typed keeps its digits, however many. */
function writeJson(spec: FieldSpec, given: unknown): unknown {
	const value = readJson(spec, given);
	return typeof given === 'string' ? compactJson(given) : value;
}

function encodeFile(spec: FieldSpec, given: unknown): Buffer {
	const { content, name } = given as FileContent;
	const { maxBytes, extensions } = spec.limits;
	if (content.length === 0) wrong(spec, 'is empty');
	if (maxBytes !== undefined && content.length > maxBytes) {
		wrong(spec, `is too large: ${megabytes(content.length)}, at most ${megabytes(maxBytes)}`);
	}
	const extension = name?.split('.').pop()?.toLowerCase() ?? '';
	if (extensions && name?.includes('.') && !extensions.includes(extension)) {
		wrong(spec, `is a .${extension} file`, `CEC takes: ${extensions.join(', ')}.`);
	}
	return content;
}

/** CEC refuses addresses with characters outside this set; above all `=` and `%` are not allowed. */
const CALLBACK_CHARACTERS = /^[A-Za-z0-9\-:./_#?&]+$/;

function checkCallback(spec: FieldSpec, address: string, around: Surroundings): string {
	if (!/^https?:\/\//.test(address)) wrong(spec, 'must start with https://');
	if (address.startsWith('http://') && !around.allowHttpCallback) {
		wrong(spec, 'is not protected (http://)', 'Use https://, or switch on "Allow Plain HTTP Callback" in Options.');
	}
	if (!CALLBACK_CHARACTERS.test(address)) {
		wrong(
			spec,
			'holds characters that CEC does not allow',
			'Allowed are letters, digits and - : . / _ # ? & only. Put a secret into the path, not behind "?token=".',
		);
	}
	return spec.wrapping === 'base64' ? address : checkText(spec, address);
}

function asType(spec: FieldSpec, value: string | number | bigint): unknown {
	if (spec.type === 'string') return String(value);
	if (spec.type === 'integer' && typeof value === 'string') return readInteger(spec, value);
	return value;
}

function isEmpty(value: unknown): boolean {
	if (value === undefined || value === null || value === '') return true;
	if (Array.isArray(value)) return value.length === 0;
	return isRecord(value) && !Buffer.isBuffer(value) && Object.getPrototypeOf(value) === Object.prototype && Object.keys(value).length === 0;
}

function megabytes(bytes: number): string {
	return `${(bytes / 1024 / 1024).toFixed(1)} MB`;
}

function missing(spec: FieldSpec): never {
	throw new InputProblem(`"${spec.label}" is missing`, 'Fill it in, or check that its expression gives a value.');
}

function wrong(spec: FieldSpec, what: string, advice?: string): never {
	throw new InputProblem(`"${spec.label}" ${what}`, advice);
}
