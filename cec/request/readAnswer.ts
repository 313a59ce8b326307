/** Reads an answer: success or failure, and the items the user gets. Pure. */
import type { Derived } from '../catalogue/answer';
import type { Family } from '../catalogue/family';
import type { Operation } from '../catalogue/operation';
import { expressible } from '../formats/expressible';
import { at, changeAt, isRecord } from '../formats/paths';
import { isoFromWire } from '../formats/times';
import { plain } from './encode';

export type Json = Record<string, unknown>;

/** The code and text by which CEC tells how it went; undefined where an interface sends none. */
export interface Outcome {
	code?: string;
	text?: string;
	success: boolean;
}

/** Reading the answer needs the zone of its times, the time of the request, and whether passwords may be shown. */
export interface Reading {
	zone: string;
	now: number;
	includeSecrets?: boolean;
}

const MASK = '••••••••';

/** Success or failure by the family's rule: any known code key that holds something else than success. */
export function outcomeOf(operation: Operation, answer: Json): Outcome {
	const { family } = operation;
	const codes = family.envelope.codes
		.filter((key) => answer[key] !== undefined && answer[key] !== null)
		.map((key) => String(answer[key]));
	const failure = codes.find((code) => !isSuccess(operation, code));
	const code = failure ?? codes[0];
	return { code, text: textOf(family, answer), success: failure === undefined || operation.success?.(answer) === true };
}

/** The simplified items of one answer: the payload, with times and codes in plain words beside the raw values. */
export function simplify(operation: Operation, answer: Json, reading: Reading, values: Json = {}): Json[] {
	const { lean } = operation.answer;
	const items = itemsIn(operation, answer, reading, values);
	return expressible(lean && values[lean.when] === true ? items.map((item) => pickKeys(item, lean.keys)) : items);
}

function itemsIn(operation: Operation, answer: Json, reading: Reading, values: Json): Json[] {
	const spec = operation.answer;
	const payload = payloadOf(operation, answer);
	const given = Object.entries(spec.given ?? {}).map(([key, path]) => [key, plain(at(values, path))]);
	const beside: Json = { ...Object.fromEntries(given), ...pickKeys(answer, spec.with ?? []) };
	const { placeholders } = operation.family;
	const finish = (found: unknown): Json => {
		const row = placeholders ? withoutPlaceholders(found, placeholders) : found;
		const whole = isRecord(row) ? row : { [spec.as ?? 'value']: row };
		// What is added may tell of what stands beside the payload, too.
		return decorate({ ...beside, ...mask(whole, spec.secrets, reading) }, spec.adds ?? {}, reading);
	};
	switch (spec.kind) {
		case 'done':
			return [{ [spec.as ?? 'success']: true, ...beside }];
		case 'value':
			return [{ [spec.as ?? 'value']: payload ?? null, ...beside }];
		case 'list':
			return rowsOf(payload, spec.keyedBy).map(finish);
		default:
			return (spec.first ? rowsOf(payload).slice(0, 1) : [payload])
				.filter((row) => row !== undefined && row !== null)
				.map(finish);
	}
}

function payloadOf({ answer: { path, mayBeUnder }, family }: Operation, answer: Json): unknown {
	const under = mayBeUnder === undefined ? undefined : answer[mayBeUnder];
	return under ?? (path ? at(answer, path) : withoutEnvelope(family, answer));
}

/** The answer as CEC sent it, passwords masked unless they are asked for. */
export function rawAnswer(operation: Operation, answer: Json, reading: Reading): Json {
	const { path, kind, first, secrets = [] } = operation.answer;
	const prefix = path ? `${path}${kind === 'list' || first ? '[]' : ''}.` : '';
	return mask(answer, secrets.map((secret) => `${prefix}${secret}`), reading);
}

/** Rows of a list payload; a single object counts as a list of one, unless it holds rows under keys. */
export function rowsOf(payload: unknown, keyedBy?: string): unknown[] {
	if (keyedBy !== undefined) return [payload].flat().filter(isRecord).flatMap((group) => (keyedBy in group ? group : keyedRows(group, keyedBy)));
	if (Array.isArray(payload)) return payload;
	return isRecord(payload) ? [payload] : [];
}

const keyedRows = (groups: Json, keyedBy: string): Json[] =>
	Object.entries(groups).flatMap(([key, rows]) => rowsOf(rows).filter(isRecord).map((row) => ({ [keyedBy]: key, ...row })));

/** The answer with only the rows that are wanted of it. */
export function withRows({ answer: { path } }: Operation, answer: Json, rows: unknown[]): Json {
	if (!path || at(answer, path) === undefined) return answer;
	const [first, ...rest] = path.split('.');
	if (rest.length === 0) return { ...answer, [first]: rows };
	return { ...answer, [first]: { ...(answer[first] as Json), [rest.join('.')]: rows } };
}

function isSuccess(operation: Operation, code: string): boolean {
	return operation.family.isSuccess(code) || (operation.successCodes?.test(code) ?? false);
}

function textOf(family: Family, answer: Json): string | undefined {
	const texts = family.envelope.texts.map((key) => answer[key]);
	return texts.find((text): text is string => typeof text === 'string' && text.trim() !== '');
}

function withoutEnvelope(family: Family, answer: Json): Json {
	const envelope = new Set([...family.envelope.codes, ...family.envelope.texts]);
	return Object.fromEntries(Object.entries(answer).filter(([key]) => !envelope.has(key)));
}

function pickKeys(answer: Json, keys: string[]): Json {
	return Object.fromEntries(
		keys.filter((path) => at(answer, path) !== undefined).map((path) => [path.split('.').pop() ?? path, at(answer, path)]),
	);
}

/** Only what JSON makes is looked into: exact numbers are objects too. */
function withoutPlaceholders(value: unknown, placeholders: ReadonlySet<unknown>): unknown {
	if (placeholders.has(value)) return null;
	if (Array.isArray(value)) return value.map((entry) => withoutPlaceholders(entry, placeholders));
	if (!isRecord(value) || Object.getPrototypeOf(value) !== Object.prototype) return value;
	return Object.fromEntries(Object.entries(value).map(([key, entry]) => [key, withoutPlaceholders(entry, placeholders)]));
}

function mask(row: Json, secrets: string[] | undefined, reading: Reading): Json {
	if (!secrets || reading.includeSecrets) return row;
	const hide = (found: unknown) => (found === null || found === '' ? found : MASK);
	return secrets.reduce<unknown>((masked, path) => changeAt(masked, path, hide), row) as Json;
}

export function decorate(row: Json, adds: Record<string, Derived>, reading: Reading): Json {
	const added = Object.entries(adds)
		.map(([key, derived]) => [key, derive(derived, row, reading)] as const)
		.filter(([, found]) => found !== undefined);
	return { ...row, ...Object.fromEntries(added) };
}

function derive(derived: Derived, row: Json, reading: Reading): unknown {
	const raw = at(row, derived.from);
	switch (derived.as) {
		case 'time':
			return derived.formats.map((format) => isoFromWire(raw, format, reading.zone)).find((time) => time !== undefined);
		case 'name':
			return [derived.options[String(raw)]].flat()[0];
		case 'rows':
			return Array.isArray(raw) ? raw.map((each: unknown) => (isRecord(each) ? decorate(each, derived.adds, reading) : each)) : undefined;
		case 'parsed':
			return parseLoosely(raw);
		default:
			return raw === undefined || raw === null ? undefined : derived.read(raw, row, reading.zone, reading.now);
	}
}

/** JSON from a text; CEC also writes it with single quotes, which its own parser takes. */
function parseLoosely(raw: unknown): unknown {
	if (typeof raw !== 'string' || raw.trim() === '') return undefined;
	return tryJson(raw) ?? tryJson(raw.replace(/'/g, '"'));
}

function tryJson(text: string): unknown {
	try {
		return JSON.parse(text) as unknown;
	} catch {
		return undefined;
	}
}
