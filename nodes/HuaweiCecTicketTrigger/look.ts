/** One look at the list: what it asks for, and the items that come of it. */
import { createHash } from 'node:crypto';
import { NodeOperationError, type IDataObject, type INodeExecutionData, type IPollFunctions } from 'n8n-workflow';

import type { Event, News, Sighting, Span, Spans } from '../../cec/polling/cursor';
import { lookFor } from '../../cec/polling/look';
import { listDirectly, type Row } from '../../cec/run/listDirectly';
import { readSettings, type Settings } from './settings';

/** What n8n remembers of the node is one JSON text, written anew at each start of the workflow. */
export const MOST_WATCHED = 2000;

const CREDENTIAL = 'huaweiCecTicketApi';
const DAY_MS = 24 * 3600 * 1000;

/** Goes on by itself, or is a name for an ID in the same row. */
const PASSING = new Set(['creatorName', 'ownerName', 'stayDate', 'suspendAccumulatedTime', 'typeName']);

interface Seen extends Sighting {
	row: Row;
}

/** What has happened since the last look. */
export async function lookForNews(context: IPollFunctions, now: number): Promise<INodeExecutionData[]> {
	const settings = readSettings(context);
	const { reach, watch } = settings;
	const of = `${watch} ${context.getNode().credentials?.[CREDENTIAL]?.id ?? ''}`;
	const news = await lookFor(context, { of, now, reach, find: async (spans) => await foundIn(context, settings, spans) });
	return news.filter((one) => isWanted(one, settings)).sort(byCreation).map((one) => itemOf(one, settings));
}

/** A recent record, for building the workflow. */
export async function lookForExample(context: IPollFunctions, now: number): Promise<INodeExecutionData[]> {
	const settings = readSettings(context);
	const records = await seenIn(context, settings, { begin: now - 30 * DAY_MS, end: now + DAY_MS });
	const news = records.map((record): News<Seen> => ({ event: exampleEvent(settings), record, previousStatus: record.status }));
	const newest = news.filter((one) => isWanted(one, settings)).sort(byCreation).pop();
	if (newest) return [itemOf(newest, settings)];
	throw new NodeOperationError(context.getNode(), `No ${settings.watch} of the last 30 days fits the settings of this node`);
}

async function foundIn(context: IPollFunctions, settings: Settings, { recent, older }: Spans) {
	return {
		recent: await seenIn(context, settings, recent),
		older: older ? await watchedIn(context, settings, older) : [],
	};
}

async function seenIn(context: IPollFunctions, settings: Settings, { begin, end }: Span, most?: number): Promise<Seen[]> {
	const { list, id, asked, reach } = settings;
	const values = { ...asked, startTime: begin, endTime: end };
	const rows = await listDirectly(context, list, { values, zone: reach.zone, most });
	return rows.map((row) => ({ id: String(row.raw[id]), status: String(row.raw.status), digest: digestOf(row.raw), row }));
}

async function watchedIn(context: IPollFunctions, settings: Settings, span: Span): Promise<Seen[]> {
	const found = await seenIn(context, settings, span, MOST_WATCHED + 1);
	if (found.length <= MOST_WATCHED) return found;
	throw new NodeOperationError(
		context.getNode(),
		`There are more than ${MOST_WATCHED} ${settings.watch}s to watch for changes. Choose a ticket type or a creator, or watch them for fewer days.`,
	);
}

function digestOf(row: Row['raw']): string {
	const lasting = Object.entries(row).filter(([key]) => !PASSING.has(key)).sort(([one], [other]) => (one < other ? -1 : 1));
	return createHash('sha256').update(JSON.stringify(lasting)).digest('base64url').slice(0, 8);
}

/** A change of status is an update, too. */
function isWanted({ event, record }: News<Seen>, { events, compared }: Settings): boolean {
	const isChosen = events.has(event) || (event === 'statusChanged' && events.has('updated'));
	return isChosen && Object.entries(compared).every(([key, value]) => record.row.raw[key] === value);
}

const exampleEvent = ({ events }: Settings): Event => (['created', 'statusChanged', 'updated'] as const).find((event) => events.has(event)) ?? 'created';

/** The oldest first; times are texts that sort. */
function byCreation({ record: one }: News<Seen>, { record: other }: News<Seen>): number {
	return String(one.row.raw.createdDate).localeCompare(String(other.row.raw.createdDate));
}

function itemOf({ event, previousStatus, record: { row } }: News<Seen>, { simplify }: Settings): INodeExecutionData {
	const about = { event, ...(event === 'statusChanged' && { previousStatus }) };
	return { json: { ...about, ...(simplify ? row.simple : row.raw) } as IDataObject };
}
