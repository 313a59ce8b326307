/** What the user has set at the node. */
import type { IPollFunctions } from 'n8n-workflow';

import type { Event, Reach } from '../../cec/polling/cursor';
import { plain } from '../../cec/run/listDirectly';
import { zoneOf } from '../../cec/run/settings';
import { watched, type Watched } from './watched';

export const OVERLAP_MINUTES = 10;
export const WATCH_DAYS = 31;

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
const DAY_MS = 24 * HOUR_MS;

type Values = Record<string, unknown>;

export interface Settings extends Watched {
	watch: string;
	events: ReadonlySet<Event>;
	/** What CEC is asked for. */
	asked: Values;
	/** What a record must hold, key by key. */
	compared: Values;
	reach: Reach;
	simplify: boolean;
}

interface Options {
	lookBackHours?: number;
	overlapMinutes?: number;
	timeZone?: string;
	watchDays?: number;
}

export function readSettings(context: IPollFunctions): Settings {
	const watch = context.getNodeParameter('watch') as string;
	const events = new Set(context.getNodeParameter('events') as Event[]);
	const options = context.getNodeParameter('options', {}) as Options;
	const type = context.getNodeParameter('ticketTypeId', null);
	const given: Values = { ...(context.getNodeParameter('filters', {}) as object), type };
	const { askedFor, comparedHere } = watched[watch];
	return {
		...watched[watch],
		watch,
		events,
		asked: only(askedFor, given),
		compared: only(comparedHere, given),
		reach: {
			overlapMs: (options.overlapMinutes || OVERLAP_MINUTES) * MINUTE_MS,
			lookBackMs: (options.lookBackHours ?? 0) * HOUR_MS,
			watchMs: wantsChanges(events) ? (options.watchDays || WATCH_DAYS) * DAY_MS : 0,
			zone: zoneOf(options.timeZone, context),
		},
		simplify: context.getNodeParameter('simplify', true) as boolean,
	};
}

const wantsChanges = (events: ReadonlySet<Event>) => events.has('statusChanged') || events.has('updated');

function only(keys: string[], given: Values): Values {
	const values = keys.map((key) => [key, plain(given[key])] as const);
	return Object.fromEntries(values.filter(([, value]) => value !== undefined && value !== null && value !== ''));
}
