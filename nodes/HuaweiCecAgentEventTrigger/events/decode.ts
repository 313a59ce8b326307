/** How values of events are read. Nothing here throws: a value that is not as described stays as it is. */
import { parseExact } from '../../../cec/formats/exactJson';
import { readList } from '../../../cec/formats/lists';
import { isRecord } from '../../../cec/formats/paths';
import { isoFromWire } from '../../../cec/formats/times';
import type { Field } from './kind';

type Words = Record<string | number, string>;

const PHONE_NUMBER = '6';

/** Below this a count of milliseconds would be a time of the early seventies, so it is one of seconds. */
const FIRST_MILLIS = 100_000_000_000;

/** A field that says nothing when it is empty. */
export function field(key: string, read: Field['read']): Field {
	return { key, read: (value, content) => (isEmpty(value) ? {} : read(value, content)) };
}

export const text = (key: string, name: string): Field => field(key, (value) => ({ [name]: textIn(value) }));

export const count = (key: string, name: string): Field => field(key, (value) => ({ [name]: numberIn(value) }));

/** Words with commas between them. */
export const list = (key: string, name: string): Field =>
	field(key, (value) => ({ [name]: readList(value).map(textIn) }));

/** Milliseconds since 1970; for times whose unit is not documented, seconds too. */
export const time = (key: string, name: string): Field =>
	field(key, (value) => {
		const since = numberIn(value);
		if (typeof since !== 'number') return { [name]: value };
		return { [name]: isoFromWire(since < FIRST_MILLIS ? since * 1000 : since, 'epochMillis', 'utc') ?? value };
	});

export const yesNo = (key: string, name: string): Field =>
	field(key, (value) => {
		const said = textIn(value);
		if (said === 'yes' || said === '1') return { [name]: true };
		return { [name]: said === 'no' || said === '0' ? false : value };
	});

/** A text that may hold an object or a list as JSON. A number alone stays a text: it may begin with zeros. */
export const textOrJson = (key: string, name: string): Field =>
	field(key, (value) => ({ [name]: typeof value === 'string' && /^\s*[{[]/.test(value) ? parsed(value) : value }));

/** A number as `{ address, addressType }`, whose type is always that of phone numbers. */
export const phoneNumber = (key: string, name: string): Field =>
	field(key, (value) => {
		const isPhone = isRecord(value) && !isEmpty(value.address) && textIn(value.addressType ?? PHONE_NUMBER) === PHONE_NUMBER;
		return { [name]: isPhone ? textIn(value.address) : textIn(value) };
	});

/** A code in words, and itself as `…Code`. */
export const coded = (key: string, name: string, words: Words, applies: (content: Record<string, unknown>) => boolean = () => true): Field =>
	field(key, (value, content) => {
		const code = numberIn(value);
		const word = applies(content) ? wordOf(code, words) : undefined;
		return { ...(word === undefined ? {} : { [name]: word }), [`${name}Code`]: code };
	});

/** Where 0 is success and everything else a failure, some with a known reason. */
export const outcome = (key: string, reasons: Words = {}): Field =>
	field(key, (value) => {
		const code = numberIn(value);
		if (typeof code !== 'number') return { resultCode: code };
		const reason = code === 0 ? undefined : wordOf(code, reasons);
		return { succeeded: code === 0, resultCode: code, ...(reason === undefined ? {} : { reason }) };
	});

/** The value of a key whose case is not certain. */
export function valueAt(content: Record<string, unknown>, key: string): unknown {
	return Object.entries(content).find(([name]) => isSameKey(name, key))?.[1];
}

export const isSameKey = (one: string, other: string): boolean => one.toLowerCase() === other.toLowerCase();

/** Numbers come as such or as texts; what cannot be a number exactly stays a text. */
export function numberIn(value: unknown): unknown {
	if (typeof value !== 'string' || !/^\s*-?\d+\s*$/.test(value)) return value;
	return Number.isSafeInteger(Number(value)) ? Number(value) : value;
}

/** IDs come as texts or as numbers; in items they are texts. */
export const textIn = (value: unknown): unknown => (typeof value === 'number' ? String(value) : value);

function wordOf(code: unknown, words: Words): string | undefined {
	const key = textIn(code);
	return typeof key === 'string' && Object.hasOwn(words, key) ? words[key] : undefined;
}

function parsed(json: string): unknown {
	try {
		return parseExact(json);
	} catch {
		return json;
	}
}

function isEmpty(value: unknown): boolean {
	return value === undefined || value === null || value === '';
}
