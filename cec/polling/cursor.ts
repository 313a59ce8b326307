/**
 * Tells what is new in a list that can be asked for by time of creation only. Each look goes back behind the one before,
 * and what was seen is remembered with how it looked, so that nothing is lost to late rows, to pages that shift while they
 * are read or to clocks that differ, and nothing is told twice. Pure.
 */
import { DateTime } from 'luxon';

export type Event = 'created' | 'statusChanged' | 'updated';

/** What is remembered of a record: when it was seen last, in seconds since 1970, its status, and a digest of all of it. */
export type Known = [seenAt: number, status: string, digest: string];

export interface Memory {
	/** Where the records come from; those of another place say nothing about these. */
	of: string;
	/** When the last look was made, and when the one before it: each row is looked for twice, should pages shift while they are read. */
	until: number;
	since: number;
	/** By ID. */
	known: Record<string, Known>;
}

export interface Span {
	begin: number;
	end: number;
}

/** Where to look: among recent records for new ones, and among older ones for changes. */
export interface Spans {
	recent: Span;
	older?: Span;
}

export interface Reach {
	/** By how much looks overlap: rows may show as late, or clocks differ as much. */
	overlapMs: number;
	/** How much older records are taken for new at the first look. */
	lookBackMs: number;
	/** How long after its creation changes of a record are found; 0 where nobody wants to know of changes. */
	watchMs: number;
	/** Zone in which CEC writes times. */
	zone: string;
}

export interface Sighting {
	id: string;
	status: string;
	digest: string;
}

export interface News<T> {
	event: Event;
	record: T;
	/** Before it changed. */
	previousStatus?: string;
}

export interface Look<T> {
	now: number;
	/** Records of the span in which unknown ones are new. */
	recent: T[];
	/** Older ones, which can only have changed. */
	older: T[];
}

const HOUR_MS = 3600 * 1000;

/** Clocks go back by an hour once a year, and records show again that had left the span. */
const FORGET_MS = 2 * HOUR_MS;

export function spansFor(memory: Memory | undefined, now: number, { overlapMs, lookBackMs, watchMs, zone }: Reach): Spans {
	const begin = (memory?.since ?? now - lookBackMs) - overlapMs;
	const recent = widened({ begin, end: now + overlapMs }, zone);
	const older = { begin: now - watchMs, end: recent.begin };
	return older.begin < older.end ? { recent, older } : { recent };
}

/** Times of CEC have no offset: where clocks go back an hour comes twice, and a span might end before it begins. */
function widened({ begin, end }: Span, zone: string): Span {
	const offset = (time: number) => DateTime.fromMillis(time, { zone }).offset;
	const isNearChange = offset(begin - HOUR_MS) !== offset(end + HOUR_MS);
	return isNearChange ? { begin: begin - HOUR_MS, end: end + HOUR_MS } : { begin, end };
}

/** What is new since the last look, and what to remember for the next one. */
export function compare<T extends Sighting>(
	memory: Memory | undefined,
	of: string,
	{ now, recent, older }: Look<T>,
	{ lookBackMs }: Reach,
): { news: Array<News<T>>; memory: Memory } {
	// The first look finds what later ones compare with, and nothing new.
	const isSilent = !memory && lookBackMs === 0;
	const begin = now - lookBackMs;
	const { since, until, known: before }: Memory = memory ?? { of, since: begin, until: begin, known: {} };
	const news: Array<News<T>> = [];
	const seen: Memory['known'] = {};
	const see = (record: T, isRecent: boolean) => {
		if (record.id in seen) return;
		const known = before[record.id];
		if (known) news.push(...changeOf(record, known));
		else if (isRecent && !isSilent) news.push({ event: 'created', record });
		seen[record.id] = [Math.floor(now / 1000), record.status, record.digest];
	};
	for (const record of recent) see(record, true);
	for (const record of older) see(record, false);
	const remembered = notForgotten(before, since - FORGET_MS);
	return { news, memory: { of, until: now, since: until, known: { ...remembered, ...seen } } };
}

function changeOf<T extends Sighting>(record: T, [, previousStatus, digest]: Known): Array<News<T>> {
	if (record.status !== previousStatus) return [{ event: 'statusChanged', record, previousStatus }];
	return record.digest === digest ? [] : [{ event: 'updated', record }];
}

/** Those that have not shown for longer are too old to show again. */
function notForgotten(known: Memory['known'], time: number): Memory['known'] {
	return Object.fromEntries(Object.entries(known).filter(([, [seenAt]]) => seenAt * 1000 >= time));
}
