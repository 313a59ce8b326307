import { DateTime } from 'luxon';
import { z } from 'zod';
import { indexIds, skillIds, whose } from '../cms/fields';
import { refuse } from '../cms/codes';
import { type CmsInterface, found } from '../cms/serve';
import { int, oneOfText } from '../schema/fields';
import { parseLocal } from '../time';
import type { World } from '../world';
import type { Figure } from './figures';
import {
	agentCallIndexes,
	agentDoingIndexes,
	agentReserved,
	byIntervalOnly,
	type CallIndexes,
	ivrIndexes,
	notByInterval,
	skillIndexes,
	skillReserved,
	vdnIndexes,
} from './indexes';
import type { Done, PastCall } from './past';

/** 12.3.2.1 and 12.3.2.3 to 12.3.2.9: indexes by interval, day and month. */

interface Span {
	from: number;
	to: number;
}

/** What is counted together. */
interface Rows {
	calls: PastCall[];
	done: Done[];
}

type Index = (rows: Rows) => number;

const MINUTE = 60 * 1000;
const GRAINS: Record<string, number> = { '15MIN': 15 * MINUTE, '30MIN': 30 * MINUTE, '60MIN': 60 * MINUTE };
const IS_SHARE = /_(RATE)_/;

const ofCalls = (indexes: CallIndexes): Record<string, Index> => wrap(indexes, ({ calls }) => calls);

function wrap<T>(indexes: Record<string, Figure<T>>, of: (rows: Rows) => T[]): Record<string, Index> {
	return Object.fromEntries(Object.entries(indexes).map(([code, figure]) => [code, (rows: Rows) => figure(of(rows))]));
}

const skills = ofCalls(skillIndexes);
const skillsSettled = { ...skills, ...ofCalls(skillReserved) };
const agents = { ...ofCalls(agentCallIndexes), ...wrap(agentDoingIndexes, ({ done }) => done) };
const agentsSettled = { ...agents, ...ofCalls(agentReserved) };
const vdns = ofCalls(vdnIndexes);
const ivrs = ofCalls(ivrIndexes);

const media = { mediaType: int(1, 55).optional(), subMediaType: int(1, 9).optional() };
const byGrain = {
	timeGrain: oneOfText(...Object.keys(GRAINS)).optional(),
	enableOffset: oneOfText('Y', 'N').optional(),
	...media,
};
const agentIds = (most: number) => z.array(int(0, 99999)).min(1).max(most);

/** Indexes of today or yesterday, whole or by interval. */
const recent = (indexes: Record<string, Index>) => ({ ...byGrain, indexIds: indexIds(Object.keys(indexes)) });
const local = z.string().regex(/^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d$/);
const settledDays = (indexes: Record<string, Index>) => ({
	...media,
	indexIds: indexIds(Object.keys(indexes)),
	beginDayTime: local,
	endDayTime: local,
});
const month = z.string().regex(/^\d{6}$/);
const settledMonths = (indexes: Record<string, Index>) => ({
	...media,
	indexIds: indexIds(Object.keys(indexes)),
	beginMonthTime: month,
	endMonthTime: month,
});

/** Who is counted, and what belongs to whom. */
interface Counted {
	id: number;
	calls: (call: PastCall) => boolean;
	done?: (one: Done) => boolean;
}

const queuesOf = (world: World, ids: number[]): Counted[] =>
	ids.filter((id) => world.centre.queues.has(id)).map((id) => ({ id, calls: ({ isInbound, skillId }) => isInbound && skillId === id }));

const agentsOf = (world: World, ids: number[]): Counted[] =>
	ids
		.filter((id) => world.centre.agentByWorkNo(id))
		.map((id) => ({ id, calls: ({ agentId }) => agentId === id, done: ({ agentId }) => agentId === id }));

export const history: CmsInterface[] = [
	{
		section: '12.3.2.1',
		path: '/v1/openapi/hisindex/vdn',
		fields: z.object({
			ccId: whose.ccId.optional(),
			vdnIds: z.array(int()).min(1).max(100),
			...recent(vdns),
			anonyCall: int(0, 1).optional(),
			calleeNo: z.string().optional(),
		}),
		handle(world, given) {
			const { anonyCall, calleeNo } = given;
			const mine = given.vdnIds.filter((id: number) => id === world.tenant.vdnId);
			const calls = (call: PastCall) =>
				(anonyCall === undefined || (call.isInbound && call.isAnonymous === (anonyCall === 1))) &&
				(!calleeNo || call.callee === calleeNo);
			return found(ofRecentDay(world, given, vdns, mine.map((id: number) => ({ id, calls }))));
		},
	},
	{
		section: '12.3.2.3',
		path: '/v1/openapi/hisindex/ivr',
		fields: z.object({ ...whose, ccId: whose.ccId.optional(), serviceNos: z.array(int()).min(1).max(500), ...recent(ivrs) }),
		handle: (world, given) =>
			found(ofRecentDay(world, given, ivrs, given.serviceNos.map((id: number) => ({ id, calls: ({ serviceNo }: PastCall) => serviceNo === id })))),
	},
	{
		section: '12.3.2.4',
		path: '/v1/openapi/hisindex/skill',
		fields: z.object({ ...whose, ccId: whose.ccId.optional(), skillIds, ...recent(skills) }),
		handle: (world, given) => found(ofRecentDay(world, given, skills, queuesOf(world, given.skillIds))),
	},
	{
		section: '12.3.2.5',
		path: '/v1/openapi/hisindex/agent',
		fields: z.object({ ...whose, ccId: whose.ccId.optional(), agentIds: agentIds(100), ...recent(agents) }),
		handle: (world, given) => found(ofRecentDay(world, given, agents, agentsOf(world, given.agentIds))),
	},
	{
		section: '12.3.2.6',
		path: '/v1/openapi/hisindex/skillforday',
		fields: z.object({ ...whose, ccId: whose.ccId.optional(), skillIds, ...settledDays(skillsSettled) }),
		handle: (world, given) => found(ofSpan(world, given, daysIn(world, given), skillsSettled, queuesOf(world, given.skillIds))),
	},
	{
		section: '12.3.2.7',
		path: '/v1/openapi/hisindex/skillformonth',
		fields: z.object({ ...whose, ccId: whose.ccId.optional(), skillIds, ...settledMonths(skillsSettled) }),
		handle: (world, given) => found(ofSpan(world, given, monthsIn(world, given), skillsSettled, queuesOf(world, given.skillIds))),
	},
	{
		section: '12.3.2.8',
		path: '/v1/openapi/hisindex/agentforday',
		fields: z.object({ ...whose, ccId: whose.ccId.optional(), agentIds: agentIds(1000), ...settledDays(agentsSettled) }),
		handle: (world, given) => found(ofSpan(world, given, daysIn(world, given), agentsSettled, agentsOf(world, given.agentIds))),
	},
	{
		section: '12.3.2.9',
		path: '/v1/openapi/hisindex/agentformonth',
		fields: z.object({ ...whose, ccId: whose.ccId.optional(), agentIds: agentIds(1000), ...settledMonths(agentsSettled) }),
		handle: (world, given) => found(ofSpan(world, given, monthsIn(world, given), agentsSettled, agentsOf(world, given.agentIds))),
	},
];

interface Wanted {
	indexIds: string[];
	timeGrain?: string;
	enableOffset?: string;
	mediaType?: number;
	subMediaType?: number;
}

function ofRecentDay(world: World, given: Wanted, indexes: Record<string, Index>, counted: Counted[]): object[] {
	const { timeGrain, enableOffset } = given;
	const misfit = given.indexIds.find((id) => (timeGrain ? notByInterval : byIntervalOnly).has(id));
	if (misfit) refuse(timeGrain ? `${misfit} does not support timeGrain` : `${misfit} requires timeGrain`);
	const today = DateTime.fromMillis(world.clock.now(), { zone: world.zone }).startOf('day');
	const day = enableOffset === 'Y' ? today.minus({ days: 1 }) : today;
	const span = { from: day.toMillis(), to: day.plus({ days: 1 }).toMillis() };
	if (timeGrain === undefined) return ofSpan(world, given, span, indexes, counted);
	return counted.map((one) => {
		const rows = rowsOf(world, given, span, one);
		const begins = [...new Set([...rows.calls, ...rows.done].map(({ begin }) => intervalOf(begin, GRAINS[timeGrain])))].sort();
		const idxs = given.indexIds.map((id) => ({
			id,
			val: Object.fromEntries(begins.map((begin) => [utcText(begin), written(id, indexes, within(rows, begin, GRAINS[timeGrain]))])),
		}));
		return { id: String(one.id), idxs };
	});
}

function ofSpan(world: World, given: Wanted, span: Span, indexes: Record<string, Index>, counted: Counted[]): object[] {
	return counted.map((one) => {
		const rows = rowsOf(world, given, span, one);
		return { id: String(one.id), idxs: given.indexIds.map((id) => ({ id, val: written(id, indexes, rows) })) };
	});
}

function rowsOf(world: World, { mediaType, subMediaType }: Wanted, { from, to }: Span, { calls, done }: Counted): Rows {
	return {
		calls: world.past
			.calls(from, to)
			.filter((call) => (mediaType ?? call.mediaType) === call.mediaType && (subMediaType ?? call.subMediaType) === call.subMediaType)
			.filter(calls),
		done: done ? world.past.done(from, to).filter(done) : [],
	};
}

const intervalOf = (begin: number, grain: number): number => Math.floor(begin / grain) * grain;

function within({ calls, done }: Rows, from: number, grain: number): Rows {
	const isIn = ({ begin }: { begin: number }) => intervalOf(begin, grain) === from;
	return { calls: calls.filter(isIn), done: done.filter(isIn) };
}

/** All values are texts. */
function written(id: string, indexes: Record<string, Index>, rows: Rows): string {
	const value = indexes[id](rows);
	return IS_SHARE.test(id) ? value.toFixed(2) : String(Math.round(value));
}

/** As the samples have it: 2020-11-11 09:15:00.0 */
const utcText = (time: number): string => DateTime.fromMillis(time, { zone: 'utc' }).toFormat("yyyy-MM-dd HH:mm:ss'.0'");

/** From the beginning of one day to the end of another. */
function daysIn(world: World, { beginDayTime, endDayTime }: { beginDayTime: string; endDayTime: string }): Span {
	const [from, last] = [beginDayTime, endDayTime].map((text) => parseLocal(text, world.zone) ?? refuse(`${text} is no time`));
	if (last < from) refuse('endDayTime is before beginDayTime');
	return { from: startOf(from, world, 'day'), to: endOf(last, world, 'day') };
}

function monthsIn(world: World, { beginMonthTime, endMonthTime }: { beginMonthTime: string; endMonthTime: string }): Span {
	const [from, last] = [beginMonthTime, endMonthTime].map((text) => parseLocal(text, world.zone, 'yyyyMM') ?? refuse(`${text} is no month`));
	if (last < from) refuse('endMonthTime is before beginMonthTime');
	return { from, to: endOf(last, world, 'month') };
}

const startOf = (time: number, { zone }: World, unit: 'day' | 'month'): number => DateTime.fromMillis(time, { zone }).startOf(unit).toMillis();
const endOf = (time: number, { zone }: World, unit: 'day' | 'month'): number =>
	DateTime.fromMillis(time, { zone })
		.startOf(unit)
		.plus({ [unit]: 1 })
		.toMillis();
