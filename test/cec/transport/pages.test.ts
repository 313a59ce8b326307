import fc from 'fast-check';
import { DateTime } from 'luxon';

import { entries } from '../../../cec/catalogue/answer';
import { dateTime, list } from '../../../cec/catalogue/field';
import type { Operation } from '../../../cec/catalogue/operation';
import { byOffset, byPage, type Paging } from '../../../cec/catalogue/paging';
import type { CecRequest } from '../../../cec/request/build';
import type { Json } from '../../../cec/request/readAnswer';
import { pagesOf } from '../../../cec/transport/pages';
import { around, invented } from '../../support/invented';

/** Where a page begins and how long it is. */
function pageIn(paging: Paging, { query, body = {}, path }: CecRequest): unknown[] {
	if (paging.in === 'path') return path.split('/').slice(-2);
	const keys = paging.in === 'query' ? query : body;
	return [keys[paging.position], keys[paging.size]];
}

/** A server with a list of rows that it cuts into pages as the interface says. */
function server(paging: Paging, rows: unknown[]) {
	const requests: CecRequest[] = [];
	const ask = async (request: CecRequest): Promise<Json> => {
		requests.push(request);
		const given = pageIn(paging, request);
		const [position, size] = given.map(Number);
		if (paging.asText) expect(typeof given[0]).toBe('string');
		const start = paging.style === 'offset' ? position : (position - paging.first) * size;
		expect(start).toBeGreaterThanOrEqual(0);
		const data = rows.slice(start, start + size);
		return { resultCode: '0', data, ...(paging.total && { [paging.total]: rows.length }) };
	};
	return { requests, ask };
}

async function read(operation: Operation, wanted: number, ask: (request: CecRequest) => Promise<Json>, values = {}) {
	const rows: unknown[] = [];
	for await (const page of pagesOf(operation, values, around, wanted, ask)) rows.push(...page.rows);
	return rows;
}

const listed = (page: Paging): Operation =>
	invented({ body: {}, page, ...(page.in === 'path' && { request: `POST /things/{${page.position}}/{${page.size}}` }) });

const paging = fc
	.record({
		style: fc.constantFrom('offset', 'page'),
		in: fc.constantFrom('query' as const, 'body' as const, 'path' as const),
		max: fc.integer({ min: 1, max: 12 }),
		first: fc.constantFrom(0 as const, 1 as const),
		total: fc.constantFrom(undefined, 'total'),
		asText: fc.boolean(),
	})
	.map(({ style, first, ...shared }): Paging =>
		style === 'offset' ? byOffset(shared) : byPage({ ...shared, first }),
	);

test('reads every row once, in order and with as few requests as there are pages', async () => {
	await fc.assert(
		fc.asyncProperty(paging, fc.integer({ min: 0, max: 60 }), async (page, count) => {
			const rows = Array.from({ length: count }, (_, id) => ({ id }));
			const { requests, ask } = server(page, rows);
			expect(await read(listed(page), Infinity, ask)).toEqual(rows);
			const pages = Math.ceil(count / (page.max as number));
			// Without a total, only a page that is not full tells the end.
			const needed = page.total ? Math.max(1, pages) : Math.floor(count / (page.max as number)) + 1;
			expect(requests).toHaveLength(needed);
		}),
	);
});

test('stops at the limit, and asks for no more rows at a time than are wanted', async () => {
	await fc.assert(
		fc.asyncProperty(
			paging,
			fc.integer({ min: 0, max: 40 }),
			fc.integer({ min: 1, max: 50 }),
			async (page, count, wanted) => {
				const rows = Array.from({ length: count }, (_, id) => ({ id }));
				const { requests, ask } = server(page, rows);
				const found = await read(listed(page), wanted, ask);
				const size = Math.min(page.max as number, wanted);
				expect(found.slice(0, wanted)).toEqual(rows.slice(0, wanted));
				expect(found.length).toBeLessThan(wanted + size);
				expect(requests.length).toBeLessThanOrEqual(Math.max(1, Math.ceil(wanted / size)));
			},
		),
	);
});

test('pages of which few rows are left are read on until the total is reached', async () => {
	const all = Array.from({ length: 25 }, (_, id) => ({ id }));
	const requests: CecRequest[] = [];
	const ask = async (request: CecRequest): Promise<Json> => {
		requests.push(request);
		const { offset, limit } = request.body as { offset: number; limit: number };
		return { data: all.slice(offset, offset + limit).filter(({ id }) => id === 3 || id === 22), count: all.length };
	};
	const page = byOffset({ max: 10, total: 'count', sparse: true });
	expect(await read(invented({ body: {}, page }), Infinity, ask)).toEqual([{ id: 3 }, { id: 22 }]);
	expect(requests.map(({ body }) => body)).toEqual([0, 10, 20].map((offset) => ({ offset, limit: 10 })));
	expect(await read(invented({ body: {}, page }), 1, ask)).toEqual([{ id: 3 }]);
	expect(requests.at(-1)?.body).toEqual({ offset: 0, limit: 10 });
});

test('the size of a page may depend on what is asked for', async () => {
	const page = byPage({ first: 1, max: ({ detailed }) => (detailed ? 2 : 5), total: 'total' });
	const rows = [1, 2, 3, 4];
	const plain = server(page, rows);
	await read(invented({ body: {}, page }), Infinity, plain.ask);
	const detailed = server(page, rows);
	await read(invented({ body: {}, page }), Infinity, detailed.ask, { detailed: true });
	expect([plain.requests.length, detailed.requests.length]).toEqual([1, 2]);
});

test.each([
	[3, 5, 1],
	[5, 5, 1],
	[7, 10, 1],
	[30, 20, 2],
	[Infinity, 20, 2],
])('%s rows are asked for in pages of %s, where only some sizes are allowed', async (wanted, size, count) => {
	const page = byPage({ first: 1, max: 20, sizes: [5, 10, 20], total: 'total' });
	const rows = Array.from({ length: 40 }, (_, id) => ({ id }));
	const { requests, ask } = server(page, rows);
	const found = await read(invented({ body: {}, page }), wanted, ask);
	expect(found.slice(0, wanted)).toEqual(rows.slice(0, wanted));
	expect(requests.map(({ body }) => body?.pageSize)).toEqual(Array.from({ length: count }, () => size));
});

test('a server that sends the same page again and again is found out', async () => {
	const page = byOffset({ max: 2 });
	const ask = jest.fn(async () => ({ data: [{ id: 1 }, { id: 2 }] }));
	await expect(read(invented({ body: {}, page }), Infinity, ask)).rejects.toThrow('the same page again and again');
	expect(ask).toHaveBeenCalledTimes(2);
});

test('a total that is never reached does not keep it asking', async () => {
	const ask = jest.fn(async ({ body }: CecRequest) => ({ total: 99, data: body?.offset === 0 ? [1, 2] : [] }));
	expect(await read(invented({ body: {}, page: byOffset({ max: 2, total: 'total' }) }), Infinity, ask)).toEqual([
		1, 2,
	]);
	expect(ask).toHaveBeenCalledTimes(2);
});

test('a total of 0 beside rows, and one that is no number, do not end it', async () => {
	for (const total of [0, 'many', null]) {
		const ask = jest.fn(async ({ body }: CecRequest) => ({ total, data: body?.offset === 0 ? [1, 2] : [3] }));
		expect(await read(invented({ body: {}, page: byOffset({ max: 2, total: 'total' }) }), Infinity, ask)).toEqual([
			1, 2, 3,
		]);
	}
});

test('a list without pages is asked for once', async () => {
	const ask = jest.fn(async (request: CecRequest) => {
		expect(request.body).toBeUndefined();
		return { data: [1, 2, 3] };
	});
	expect(await read(invented(), Infinity, ask)).toEqual([1, 2, 3]);
	expect(ask).toHaveBeenCalledTimes(1);
});

test('an interface that answers certain questions in one piece gets no pages then', async () => {
	const operation = invented({
		body: { only: list('Only') },
		page: byOffset({ max: 2, unless: 'only' }),
	});
	const bodies: unknown[] = [];
	const ask = async ({ body }: CecRequest) => {
		bodies.push(body);
		return { data: [] };
	};
	await read(operation, Infinity, ask, { only: 'a, b' });
	await read(operation, Infinity, ask, { only: [] });
	expect(bodies).toEqual([{ only: ['a', 'b'] }, { limit: 2, offset: 0 }]);
});

test('a list of what is asked for is cut where it is too long for one request, and every row comes once', async () => {
	const operation = invented({ body: { ids: list('IDs').asInteger() }, pieces: { list: 'ids', size: 3 } });
	await fc.assert(
		fc.asyncProperty(fc.uniqueArray(fc.nat(), { minLength: 1, maxLength: 20 }), async (ids) => {
			const asked: number[][] = [];
			const ask = async ({ body }: CecRequest) => {
				const given = body?.ids as number[];
				asked.push(given);
				return { data: given.map((id) => ({ id })) };
			};
			expect(await read(operation, Infinity, ask, { ids: ids.join(', ') })).toEqual(ids.map((id) => ({ id })));
			expect(asked).toHaveLength(Math.ceil(ids.length / 3));
			expect(Math.max(...asked.map(({ length }) => length))).toBeLessThanOrEqual(3);
		}),
	);
});

const isMonthBegin = (time: DateTime) => time.equals(time.startOf('month'));

describe('spans of time', () => {
	const operation = invented({
		body: { from: dateTime('From').required(), to: dateTime('To').required() },
		window: { begin: 'from', end: 'to', days: 7 },
		page: byOffset({ max: 3, total: 'total' }),
		answer: entries('data'),
	});
	const FORMAT = 'yyyy-MM-dd HH:mm:ss';
	const start = DateTime.fromISO('2026-03-20T00:00:00', { zone: 'Europe/Berlin' });

	// Every seventh day is a border, an hour earlier once the clocks went forward.
	const hour = fc.oneof(fc.integer({ min: 0, max: 40 * 24 }), fc.constantFrom(0, 168, 335, 503, 671));

	test('are cut into windows that CEC allows, and every row comes once', async () => {
		await fc.assert(
			fc.asyncProperty(
				fc.integer({ min: 1, max: 40 * 24 }),
				fc.uniqueArray(hour, { maxLength: 30 }),
				async (hours, at) => {
					const rows = at.sort((one, other) => one - other).map((hour) => ({ hour }));
					const ask = async ({ body }: CecRequest) => {
						const [from, to] = ['from', 'to'].map((key) =>
							DateTime.fromFormat(String(body?.[key]), FORMAT, { zone: 'Europe/Berlin' }),
						);
						expect(to > from).toBe(true);
						// Compared by days of the calendar: one of these weeks is an hour shorter.
						expect(to <= from.plus({ days: 7 })).toBe(true);
						// Both ends belong to the window: rows on a border come with two of them.
						const found = rows.filter(
							({ hour }) => start.plus({ hours: hour }) >= from && start.plus({ hours: hour }) <= to,
						);
						const offset = body?.offset as number;
						return { total: found.length, data: found.slice(offset, offset + 3) };
					};
					const found: unknown[] = [];
					const values = { from: start.toISO(), to: start.plus({ hours }).toISO() };
					for await (const page of pagesOf(
						operation,
						values,
						{ ...around, zone: 'Europe/Berlin' },
						Infinity,
						ask,
					)) {
						found.push(...page.rows);
					}
					expect(found).toEqual(rows.filter(({ hour }) => hour <= hours));
				},
			),
			{ numRuns: 60 },
		);
	});

	test('end with the month where CEC looks into one month only, and every row comes once', async () => {
		const byMonth = invented({
			body: { from: dateTime('From').required(), to: dateTime('To').required() },
			window: { begin: 'from', end: 'to', days: 'month' },
			answer: entries('data'),
		});
		const zone = 'Europe/Berlin';
		const begin = DateTime.fromISO('2026-01-20T12:00:00', { zone });
		// Borders of months among them, in winter and in summer.
		const when = fc.oneof(fc.integer({ min: 0, max: 120 * 24 }), fc.constantFrom(0, 276, 948, 1691, 2411));
		await fc.assert(
			fc.asyncProperty(fc.integer({ min: 1, max: 120 * 24 }), fc.uniqueArray(when, { maxLength: 30 }), async (hours, at) => {
				const rows = at.sort((one, other) => one - other).map((hour) => ({ hour, time: begin.plus({ hours: hour }) }));
				const ask = async ({ body }: CecRequest) => {
					const [from, to] = ['from', 'to'].map((key) => DateTime.fromFormat(String(body?.[key]), FORMAT, { zone }));
					const inReach = rows.filter(({ time }) => time >= from && time <= to && time.hasSame(from, 'month'));
					return { data: inReach.map(({ hour }) => ({ hour })) };
				};
				const found: unknown[] = [];
				const values = { from: begin.toISO(), to: begin.plus({ hours }).toISO() };
				for await (const page of pagesOf(byMonth, values, { ...around, zone }, Infinity, ask)) found.push(...page.rows);
				// A row at the very end of the span that begins a month lies in a month that nobody asks for.
				const end = begin.plus({ hours });
				const wanted = rows.filter(({ time }) => time < end || (time <= end && !isMonthBegin(time)));
				expect(found).toEqual(wanted.map(({ hour }) => ({ hour })));
			}),
			{ numRuns: 60 },
		);
	});

	test('an empty span is asked for as it is, so that CEC says what it thinks of it', async () => {
		const ask = jest.fn(async () => ({ data: [] }));
		await read(operation, Infinity, ask, { from: '2026-03-20T00:00:00', to: '2026-03-20T00:00:00' });
		expect(ask).toHaveBeenCalledTimes(1);
	});

	test.each<[inUtc: true | undefined, border: string]>([
		[true, '2026-10-25T21:00:00'],
		[undefined, '2026-10-25T22:00:00'],
	])('a day has 24 hours where days are those of UTC (%s), though the clocks of the user go back', async (inUtc, border) => {
		const oneDay = invented({
			body: { from: dateTime('From').inUtc().as("yyyy-MM-dd'T'HH:mm:ss"), to: dateTime('To').inUtc() },
			window: { begin: 'from', end: 'to', days: 1, inUtc },
		});
		const began: unknown[] = [];
		const ask = async ({ body }: CecRequest) => {
			began.push(body?.from);
			return { data: [] };
		};
		const values = { from: '2026-10-24T23:00:00', to: '2026-10-26T12:00:00' };
		for await (const _page of pagesOf(oneDay, values, { ...around, zone: 'Europe/Berlin' }, Infinity, ask));
		expect(began.slice(0, 2)).toEqual(['2026-10-24T21:00:00', border]);
	});

	test('later windows are not asked for once there are enough rows', async () => {
		const ask = jest.fn(async () => ({ total: 3, data: [{ id: 1 }, { id: 2 }, { id: 3 }] }));
		await read(operation, 3, ask, { from: '2026-03-01T00:00:00', to: '2026-06-01T00:00:00' });
		expect(ask).toHaveBeenCalledTimes(1);
	});
});
