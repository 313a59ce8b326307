import { DateTime } from 'luxon';

/** The reference names no time zone anywhere but where it prints an offset: local times are the tenant's. */

export const LOCAL = 'yyyy-MM-dd HH:mm:ss';

export function localText(time: number, zone: string): string {
	return DateTime.fromMillis(time, { zone }).toFormat(LOCAL);
}

export function localDate(time: number, zone: string): string {
	return DateTime.fromMillis(time, { zone }).toFormat('yyyy-MM-dd');
}

/** As 7.3.4, 7.4.9 and 7.10 print it: 2022-03-11T07:27:09.000+00:00 */
export function isoUtc(time: number): string {
	return DateTime.fromMillis(time, { zone: 'utc' }).toFormat("yyyy-MM-dd'T'HH:mm:ss.SSS'+00:00'");
}

/** Undefined when the text is not a time in exactly this format, or no real one. */
export function parseLocal(text: string, zone: string, format = LOCAL): number | undefined {
	const parsed = DateTime.fromFormat(text, format, { zone });
	return parsed.isValid && parsed.toFormat(format) === text ? parsed.toMillis() : undefined;
}
