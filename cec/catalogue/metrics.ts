/** Metrics: figures that are asked for by code and come back as pairs of code and value. */
import { isRecord } from '../formats/paths';
import { readTime } from '../formats/times';
import { readAs, type Derived } from './answer';
import { choices, type Field } from './field';

/** By code: the name in the editor and the key of the item, each with the unit where there is one. */
export type Metrics = Record<string, readonly [name: string, key: string]>;

/** Which metrics are asked for. */
export const metrics = (known: Metrics, hint?: string): Field =>
	choices('Metrics', Object.fromEntries(Object.entries(known).map(([code, [name]]) => [code, name])), hint);

/** One object of all values, under readable keys; none where they are told by time. */
export const metricValues = (known: Metrics, from = 'idxs'): Derived =>
	readAs(from, (found) => {
		const pairs = pairsIn(found).filter(([, value]) => !isRecord(value));
		return pairs.length === 0 ? undefined : Object.fromEntries(pairs.map(([code, value]) => [keyOf(known, code), figure(code, value)]));
	});

/** One object for each point in time, oldest first, of metrics whose values are told by time, in UTC. */
export const metricSeries = (known: Metrics, from = 'idxs'): Derived =>
	readAs(from, (found, _row, zone) => {
		const timed = pairsIn(found).filter(([, value]) => isRecord(value));
		if (timed.length === 0) return undefined;
		const points = new Map<string, Record<string, unknown>>();
		for (const [code, byTime] of timed) {
			for (const [written, value] of Object.entries(byTime as Record<string, unknown>)) {
				const point = points.get(written) ?? { time: timeOf(written, zone) };
				points.set(written, { ...point, [keyOf(known, code)]: figure(code, value) });
			}
		}
		return [...points].sort(([one], [other]) => (one < other ? -1 : 1)).map(([, point]) => point);
	});

function pairsIn(found: unknown): Array<[code: string, value: unknown]> {
	return Array.isArray(found) ? found.filter(isRecord).map(({ id, val }) => [String(id), val]) : [];
}

const keyOf = (known: Metrics, code: string): string => known[code]?.[1] ?? code;

const COUNTED = /_(COUNT|DURATION|RATE|RESERVED)_/;
/** What CEC writes where it has no figure. */
const NONE = new Set([-1, 4_294_967_295, 4_294_967_295_000]);

/** Figures are numbers, however they are written; other values, such as telephone numbers, stay as they are. */
function figure(code: string, value: unknown): unknown {
	if (!COUNTED.test(code) || value === '' || typeof value === 'object') return value;
	const number = Number(value);
	if (Number.isNaN(number)) return value;
	return NONE.has(number) ? null : number;
}

const timeOf = (written: string, zone: string): string => readTime(written, 'utc')?.setZone(zone).toISO() ?? written;
