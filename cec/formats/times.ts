/**
 * Times as CEC writes them. Chapters 5 to 8 of the reference never name a time zone, so every conversion
 * takes one: the user's choice in the node, otherwise the workflow's own.
 */
import { DateTime, IANAZone } from 'luxon';

/** A Luxon pattern, or a count since 1970: of seconds, of milliseconds, or of those of the midnight with which the day begins. */
export type TimeFormat = string | 'epochMillis' | 'epochSeconds' | 'midnightMillis';

export const DATE_TIME = 'yyyy-MM-dd HH:mm:ss';
export const DATE = 'yyyy-MM-dd';
export const MONTH_DAY = 'MM-dd';

/** Whether the text is the IANA name of a zone. */
export function isTimeZone(name: string): boolean {
	return IANAZone.isValidZone(name);
}

/**
 * Reads what a user or an expression may put into a date field: an ISO string with or without offset,
 * `2026-01-31 09:00:00`, a Date, a Luxon DateTime, or milliseconds since 1970. A text without offset is
 * taken in `zone`. Returns undefined when it is not a time.
 */
export function readTime(value: unknown, zone: string): DateTime | undefined {
	const time = toDateTime(value, zone);
	return time?.isValid ? time.setZone(zone) : undefined;
}

/** Whether times of this format are numbers. */
export function isCount(format: TimeFormat): boolean {
	return format === 'epochMillis' || format === 'epochSeconds' || format === 'midnightMillis';
}

/** Writes a time for the wire: a text in `format`, or a number. */
export function writeTime(time: DateTime, format: TimeFormat): string | number {
	if (format === 'midnightMillis') return time.startOf('day').toMillis();
	if (format === 'epochSeconds') return time.toUnixInteger();
	return format === 'epochMillis' ? time.toMillis() : time.toFormat(format);
}

/**
 * Turns a time from the wire into ISO 8601 with offset; undefined when it does not have the format.
 * Milliseconds are read in any case: CEC also writes them where it writes texts elsewhere.
 */
export function isoFromWire(value: unknown, format: TimeFormat, zone: string): string | undefined {
	if (value === null || value === undefined || value === '') return undefined;
	const counted = isCount(format);
	const written = counted ? undefined : DateTime.fromFormat(String(value), format, { zone });
	const mayBeCount = counted || /^\d{12,13}$/.test(String(value));
	const perCount = format === 'epochSeconds' ? 1000 : 1;
	const time = written?.isValid || !mayBeCount ? written : DateTime.fromMillis(Number(value) * perCount, { zone });
	return time?.isValid ? (time.toISO() ?? undefined) : undefined;
}

/** `HH:mm`, from `9:00`, `09:00`, `09:00:00` or a full time; undefined when it is no time of day. */
export function readTimeOfDay(value: unknown, zone: string): string | undefined {
	const clock = /^(\d{1,2}):(\d{2})(?::\d{2})?$/.exec(String(value).trim());
	if (clock) {
		const [hour, minute] = [Number(clock[1]), Number(clock[2])];
		return hour < 24 && minute < 60 ? `${clock[1].padStart(2, '0')}:${clock[2]}` : undefined;
	}
	return readTime(value, zone)?.toFormat('HH:mm');
}

function toDateTime(value: unknown, zone: string): DateTime | undefined {
	// Luxon objects come from n8n's own copy of Luxon, where instanceof would fail.
	if (isLuxonLike(value)) return DateTime.fromMillis(value.toMillis());
	if (value instanceof Date) return DateTime.fromJSDate(value);
	if (typeof value === 'number') return DateTime.fromMillis(value);
	if (typeof value !== 'string' || value.trim() === '') return undefined;
	const text = value.trim();
	if (/^\d{12,}$/.test(text)) return DateTime.fromMillis(Number(text));
	const iso = DateTime.fromISO(text, { zone });
	return iso.isValid ? iso : DateTime.fromSQL(text, { zone });
}

function isLuxonLike(value: unknown): value is { toMillis(): number } {
	return typeof value === 'object' && value !== null && typeof (value as DateTime).toMillis === 'function';
}
