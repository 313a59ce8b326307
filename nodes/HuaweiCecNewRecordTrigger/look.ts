/** One look at the list: what it asks for, and the items that come of it. */
import { createHash } from 'node:crypto';
import { NodeOperationError, type IDataObject, type INodeExecutionData, type IPollFunctions } from 'n8n-workflow';

import type { Sighting, Span } from '../../cec/polling/cursor';
import { lookFor } from '../../cec/polling/look';
import { listDirectly, type Row } from '../../cec/run/listDirectly';
import type { Shown } from './kinds/kind';
import { readSettings, type Settings } from './settings';

const HOUR_MS = 3600 * 1000;
const DAY_MS = 24 * HOUR_MS;

const EXAMPLES = 5;
/** Examples are the newest of the shortest span that has any. */
const EXAMPLE_DAYS = [1, 7, 30];

/** Something that a row holds, which is told once. */
interface Found extends Sighting {
	row: Row;
}

/** What is new since the last look. */
export async function lookForNews(context: IPollFunctions, now: number): Promise<INodeExecutionData[]> {
	const settings = readSettings(context);
	const find = async ({ recent }: { recent: Span }) => ({ recent: await foundIn(context, settings, recent, now) });
	const news = await lookFor(context, { of: originOf(context, settings), now, reach: settings.reach, find });
	return itemsOf(news.map(({ record }) => record), settings);
}

/** The newest records, for building the workflow. */
export async function lookForExamples(context: IPollFunctions, now: number): Promise<INodeExecutionData[]> {
	const settings = readSettings(context);
	for (const days of EXAMPLE_DAYS) {
		const found = await foundIn(context, settings, { begin: now - days * DAY_MS, end: now + HOUR_MS }, now);
		const items = itemsOf(found, settings);
		if (items.length > 0) return items.slice(-EXAMPLES);
	}
	throw new NodeOperationError(context.getNode(), `There is nothing of the last ${EXAMPLE_DAYS.at(-1)} days that fits the settings of this node`);
}

async function foundIn(context: IPollFunctions, settings: Settings, span: Span, now: number): Promise<Found[]> {
	const { kind, given } = settings;
	const isOld = (shown: Shown) => Date.parse(String(kind.timeOf(shown))) < span.begin;
	const found: Found[] = [];
	for (const values of kind.requests(given, span)) {
		const rows = await listed(context, settings, values);
		const wanted = rows.filter(({ simple }) => !isOld(simple) && kind.isReady?.(simple, now) !== false);
		found.push(...wanted.flatMap((row) => kind.keysOf(row.simple).map((key) => ({ id: digestOf(key), status: '', digest: '', row }))));
	}
	return found;
}

async function listed(context: IPollFunctions, { kind: { list, mostRows = Infinity }, reach: { zone } }: Settings, values: Record<string, unknown>): Promise<Row[]> {
	const rows = await listDirectly(context, list, { values, zone, most: mostRows + 1 });
	if (rows.length <= mostRows) return rows;
	throw new NodeOperationError(
		context.getNode(),
		`CEC lists more than ${mostRows} of these, too many to look through again and again. Narrow the settings of this node.`,
	);
}

/** What was found with other settings says nothing about what these find; filters that CEC does not apply are none of them. */
function originOf(context: IPollFunctions, { triggerOn, kind, given, reach }: Settings): string {
	const credential = context.getNode().credentials?.[kind.list.family.credential]?.id ?? '';
	return `${triggerOn} ${credential} ${digestOf([kind.requests(given, { begin: 0, end: 0 }), reach])}`;
}

/** Short, since it is kept for each record. */
function digestOf(value: unknown): string {
	return createHash('sha256').update(JSON.stringify(value)).digest('base64url').slice(0, 12);
}

/** The oldest first. */
function itemsOf(found: Found[], { kind, given, simplify }: Settings): INodeExecutionData[] {
	const timeOf = ({ simple }: Row) => Date.parse(String(kind.timeOf(simple))) || 0;
	return [...new Set(found.map(({ row }) => row))]
		.filter((row) => kind.fits?.(row.simple, given) !== false)
		.sort((one, other) => timeOf(one) - timeOf(other))
		.map((row) => ({ json: (simplify ? row.simple : row.raw) as IDataObject }));
}
