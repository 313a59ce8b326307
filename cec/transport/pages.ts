/** Reads a list to its end: windows of time, pages, and a guard against lists that never end. */
import { DateTime } from 'luxon';

import type { Operation, Pieces, Window } from '../catalogue/operation';
import { pageFor, type Paging } from '../catalogue/paging';
import { cut, readList } from '../formats/lists';
import { at, withAt } from '../formats/paths';
import { readTime } from '../formats/times';
import { buildRequest, type CecRequest } from '../request/build';
import { plain, type Surroundings, type Values } from '../request/encode';
import { InputProblem } from '../request/problem';
import { rowsOf, type Json } from '../request/readAnswer';

/** Sends a request and returns the answer once it means success. */
export type AskPage = (request: CecRequest) => Promise<Json>;

export interface Page {
	answer: Json;
	rows: unknown[];
}

/** More pages than this mean that something is wrong. */
const MOST_PAGES = 10_000;

/** The pages of a list, as many as `wanted` rows need. */
export async function* pagesOf(
	operation: Operation,
	values: Values,
	around: Surroundings,
	wanted: number,
	ask: AskPage,
): AsyncGenerator<Page> {
	let left = wanted;
	const seenAtBorder = new Set<string>();
	for (const part of windowsOf(operation.window, values, around).flatMap((one) => piecesOf(operation.pieces, one))) {
		const request = buildRequest(operation, part, around);
		for await (const page of pagesOfOne(operation, request, pageSize(operation, values, left), ask)) {
			const rows = operation.window ? withoutRepeated(page.rows, seenAtBorder) : page.rows;
			yield { ...page, rows };
			left -= rows.length;
			if (left <= 0) return;
		}
	}
}

async function* pagesOfOne(
	operation: Operation,
	request: CecRequest,
	size: number | undefined,
	ask: AskPage,
): AsyncGenerator<Page> {
	const { page } = operation;
	if (!page || size === undefined) {
		const answer = await ask(request);
		yield { answer, rows: rowsIn(operation, answer) };
		return;
	}
	let collected = 0;
	let previous = '';
	for (let index = 0; index < MOST_PAGES; index += 1) {
		const found = await pageAt(operation, request, index, size, ask);
		const content = JSON.stringify(found.rows);
		if (found.rows.length > 0 && content === previous) {
			throw new InputProblem(
				'CEC sends the same page again and again',
				`After ${collected} rows the list did not go on. Narrow the query with filters, or set a limit.`,
			);
		}
		previous = content;
		collected += found.rows.length;
		yield found;
		if (found.isLast) return;
	}
	throw new InputProblem(`The list has more than ${MOST_PAGES} pages`, 'Narrow the query with filters.');
}

/** One page of a list; `index` counts from 0. A list without pages is its own only page. */
export async function pageAt(
	operation: Operation,
	request: CecRequest,
	index: number,
	size: number,
	ask: AskPage,
): Promise<Page & { isLast: boolean }> {
	const { page } = operation;
	const answer = await ask(page ? withPage(request, page, index, size) : request);
	const rows = rowsIn(operation, answer);
	return { answer, rows, isLast: !page || isLast(page, answer, rows.length, size, index) };
}

/** The end is where the total is reached; without a total, where a page is not full. Of sparse pages, only the total tells. */
function isLast(page: Paging, answer: Json, rows: number, size: number, index: number): boolean {
	const total = page.total === undefined ? undefined : Number(at(answer, page.total));
	if (page.sparse) return !((index + 1) * size < Number(total));
	if (rows === 0) return true;
	const collected = index * size + rows;
	return total !== undefined && Number.isFinite(total) && total > 0 ? collected >= total : rows < size;
}

function withPage(request: CecRequest, page: Paging, index: number, size: number): CecRequest {
	const number = (value: number) => (page.asText ? String(value) : value);
	const position = page.style === 'offset' ? index * size : page.first + index;
	const keys = { [page.position]: number(position), [page.size]: number(size) };
	switch (page.in) {
		case 'query':
			return { ...request, query: { ...request.query, ...keys } };
		case 'path':
			return { ...request, path: Object.entries(keys).reduce((path, [key, value]) => path.replace(`{${key}}`, String(value)), request.path) };
		default:
			return { ...request, body: { ...request.body, ...keys } };
	}
}

/** Rows to ask for at a time; undefined when the answer comes in one piece. */
function pageSize({ page }: Operation, values: Values, wanted: number): number | undefined {
	if (!page) return undefined;
	const given = page.unless === undefined ? undefined : values[page.unless];
	const inOnePiece = given !== undefined && given !== '' && given !== null && !(Array.isArray(given) && given.length === 0);
	return inOnePiece ? undefined : pageFor(page, values, wanted);
}

function rowsIn({ answer: { path, keyedBy } }: Operation, answer: Json): unknown[] {
	return rowsOf(path ? at(answer, path) : answer, keyedBy);
}

/** Cuts a list that is too long for one request. */
function piecesOf(pieces: Pieces | undefined, values: Values): Values[] {
	const entries = pieces ? readList(values[pieces.list]) : [];
	if (!pieces || entries.length <= pieces.size) return [values];
	return cut(entries, pieces.size).map((piece) => ({ ...values, [pieces.list]: piece }));
}

/**
 * Cuts a span of time into windows that CEC allows. Neighbours share their border, since the reference does
 * not say on which side it falls; rows that come twice are dropped.
 */
export function windowsOf(window: Window | undefined, values: Values, { zone: usual, now }: Pick<Surroundings, 'zone' | 'now'>): Values[] {
	if (!window) return [values];
	const zone = window.inUtc ? 'utc' : usual;
	const [begin, given] = [window.begin, window.end].map((path) => readTime(plain(at(values, path)), usual)?.setZone(zone));
	const end = given ?? (window.untilNow && readTime(now, zone));
	if (!begin || !end) return [values];
	const windows: Values[] = [];
	for (let from: DateTime = begin; from < end; from = afterWindow(window, from)) {
		const to = DateTime.min(afterWindow(window, from), end);
		windows.push(withAt(withAt(values, window.begin, from.toISO()), window.end, to.toISO()));
	}
	return windows.length > 0 ? windows : [values];
}

function afterWindow({ days }: Window, from: DateTime): DateTime {
	return days === 'month' ? from.startOf('month').plus({ months: 1 }) : from.plus({ days });
}

function withoutRepeated(rows: unknown[], seen: Set<string>): unknown[] {
	return rows.filter((row) => {
		const content = JSON.stringify(row);
		if (seen.has(content)) return false;
		seen.add(content);
		return true;
	});
}
