import { DateTime } from 'luxon';
import { z } from 'zod';
import { type Call, envelopes, HttpAnswer, type Interface } from '../interface';
import { signedLink } from '../recordings/links';
import { CAMPAIGN_RECORDINGS } from '../recordings/recordings';
import { generic, int, oneOf, optionalText, text } from '../schema/fields';
import { localDate, parseLocal } from '../time';
import type { World } from '../world';
import { SUCCESS } from './fail-codes';
import { campaignOf, ok, page, refuse, V1, V2 } from './isales';
import { type CallResult, type Campaign, type Contact } from './state';

/** 7.5 results of calls, 7.1.14 and 7.4.7 statistics. */

const DAY_MS = 86_400_000;
const MOST_DAYS = 30;
const STATISTICS_APART_MS = 5 * 60 * 1000;

function record(result: CallResult, world: World): object {
	return {
		campaignId: String(result.campaignId),
		sessionId: result.sessionId,
		called: result.called,
		callTimeStr: world.local(result.callTime),
		callStatus: result.answered ? 6 : 5,
		// The sample prints "0" where the table of codes says 00000.
		failCode: result.answered ? '0' : result.failCode,
		resultCode: result.resultCode,
		vdnId: world.tenant.vdnId,
		callId: result.callId,
		recordPath: result.recordPath,
	};
}

function period(body: { beginTime?: string; endTime?: string }, world: World): [number, number] | undefined {
	const { beginTime, endTime } = body;
	if (!beginTime && !endTime) return undefined;
	if (!beginTime || !endTime) return refuse('0200008', 'The start time and end time are given together.');
	const wrong = (): never => refuse('0200009', 'The format of the start time or end time is incorrect.');
	const begin = parseLocal(beginTime, world.zone, 'yyyy-MM-dd') ?? wrong();
	const end = parseLocal(endTime, world.zone, 'yyyy-MM-dd') ?? wrong();
	if (begin >= end) refuse('0200010', 'The start time is not earlier than the end time.');
	if (end - begin > MOST_DAYS * DAY_MS + DAY_MS / 2) refuse('0200011', 'The difference exceeds 30 days.');
	return [begin, DateTime.fromMillis(end, { zone: world.zone }).endOf('day').toMillis()];
}

/** Which attempts 7.5.1 shows: every one, or the one that settled a contact. */
function resultsOf(campaign: Campaign, showDetail: number): CallResult[] {
	if (showDetail === 1) return campaign.results;
	return campaign.contacts.flatMap(({ state, last }) => (state === 'finished' && last ? [last] : []));
}

/** What the bot and the customer said: the same lines for every call, at times of this call. */
function transcript(result: CallResult, world: World): object[] {
	if (!result.answered || ![1, 3].includes(result.deviceType) || result.answerTime === null) return [];
	const lines: Array<[system: string, user: string | null, intention: string | null]> = [
		// The sample's first record of a call has the text "null" here, and null in others.
		['Welcome, this is the assistant of Example Ltd.', 'null', null],
		['Would you like to hear our offer?', 'Yes please.', 'affirm'],
		['Thank you, we will call you back. Goodbye.', null, null],
	];
	return lines.map(([systemReply, userSaying, intention], i) => ({
		interNo: String(i + 1),
		userSaying,
		systemReply,
		intention,
		systemReplyTime: world.local((result.answerTime ?? 0) + i * 1000),
		requestTime: world.local((result.answerTime ?? 0) + i * 1000),
		responseSource: '0',
	}));
}

function callRecord({ world, body }: Call): CallResult {
	return world.campaigns.calls.get(body.callId) ?? refuse(generic.parameter, 'The call record does not exist.');
}

interface Counted {
	contacts: Contact[];
	world: World;
}

function counts({ contacts, world }: Counted): Record<string, number> {
	const today = localDate(world.clock.now(), world.zone);
	const isToday = (time: number | undefined): boolean => time !== undefined && localDate(time, world.zone) === today;
	const uncalled = contacts.filter(({ calledAt }) => calledAt === undefined);
	const called = contacts.filter(({ calledAt }) => calledAt !== undefined);
	const finished = contacts.filter(({ state }) => state === 'finished');
	const dailyCalled = called.filter(({ calledAt }) => isToday(calledAt));
	const pending = uncalled.filter(({ state }) => state === 'waiting');
	return {
		calledCount: dailyCalled.length,
		finishCount: finished.length,
		unCallCount: pending.length,
		totalCount: contacts.length,
		totalCallSucc: contacts.filter(({ succeeded }) => succeeded).length,
		totalCalledCount: called.length,
		totalFinishCount: finished.length,
		dailyFinishCount: finished.filter(({ finishedAt }) => isToday(finishedAt)).length,
		dailyCalledCount: dailyCalled.length,
		dailyCallSucc: dailyCalled.filter(({ succeeded }) => succeeded).length,
		dailyCount: dailyCalled.length + pending.length,
	};
}

export const results: Interface[] = [
	{
		section: '7.1.14',
		method: 'GET',
		path: `${V1}/failcategorystatistics`,
		envelope: envelopes.both,
		query: z
			.object({
				campaignId: text(20, /^[0-9]+$/),
				startDate: optionalText(),
				endDate: optionalText(),
			})
			.strict()
			.refine((given) => !given.startDate === !given.endDate, {
				message: 'startDate and endDate are given together',
				params: { code: generic.combination },
			}),
		handle({ world, query }) {
			const campaign = campaignOf(world, { campaignId: query.campaignId }, generic.parameter);
			const today = localDate(world.clock.now(), world.zone);
			const { startDate = today, endDate = today } = query;
			const day = (value: string): number =>
				parseLocal(value, world.zone, 'yyyy-MM-dd') ?? refuse(generic.parameter, 'dates must be yyyy-MM-dd');
			const days = Math.round((day(endDate) - day(startDate)) / DAY_MS);
			if (days < 0 || days > MOST_DAYS) refuse(generic.parameter, 'endDate must be within 30 days of startDate');
			const byDay = new Map<string, Record<string, number>>();
			for (const result of campaign.results.filter(({ answered }) => !answered)) {
				const date = localDate(result.callTime, world.zone);
				if (date < startDate || date > endDate) continue;
				const counted = byDay.get(date) ?? {};
				counted[result.failCode] = (counted[result.failCode] ?? 0) + 1;
				byDay.set(date, counted);
			}
			const data = [...byDay].sort(([a], [b]) => (a < b ? -1 : 1));
			return ok('query success', { data: data.map(([statDate, failData]) => ({ statDate, failData })) });
		},
	},
	{
		section: '7.4.7',
		method: 'GET',
		path: `${V2}/statistics`,
		// Success carries no code at all.
		envelope: envelopes.both,
		query: z
			.object({ campaignId: optionalText(), batchId: optionalText() })
			.strict()
			.refine((given) => !given.batchId || !!given.campaignId, {
				message: 'batchId needs campaignId',
				params: { code: generic.combination },
			}),
		handle({ world, query }) {
			const { clock, campaigns } = world;
			const last = campaigns.lastStatistics;
			const times = { real: clock.real(), simulated: clock.now() };
			if (
				last &&
				times.real - last.real < STATISTICS_APART_MS &&
				times.simulated - last.simulated < STATISTICS_APART_MS
			) {
				return new HttpAnswer(429, '请勿频繁操作，请稍后再试。');
			}
			campaigns.lastStatistics = times;
			const chosen = [...campaigns.all.values()].filter(
				({ id }) => !query.campaignId || String(id) === query.campaignId,
			);
			return {
				countDetail: chosen.map(({ id, contacts }) => {
					const fields = [...new Set(contacts.map(({ customField }) => customField))];
					const batches = fields.filter(
						(batch) => batch !== '' && (!query.batchId || batch === query.batchId),
					);
					return {
						...counts({ contacts, world }),
						batchDetail: batches.map((batchId) => ({
							...counts({
								contacts: contacts.filter(({ customField }) => customField === batchId),
								world,
							}),
							batchId,
						})),
						campaignId: String(id),
					};
				}),
			};
		},
	},
	{
		section: '7.5.1',
		method: 'POST',
		path: `${V1}/callresult/{campaignId}`,
		envelope: envelopes.both,
		bodyOptional: true,
		body: z
			.object({
				sessionId: optionalText(32),
				customField: optionalText(),
				pageSize: int(1, 500).optional(),
				pageNum: int(1).optional(),
				showDetail: oneOf(0, 1).optional(),
				beginTime: optionalText(),
				endTime: optionalText(),
			})
			.strict()
			.refine((given) => given.showDetail !== 1 || (given.pageSize ?? 1) <= 100, {
				message: 'pageSize must not be greater than 100 when showDetail is 1',
				params: { code: generic.size },
			}),
		handle({ world, params, body }) {
			const campaign = campaignOf(world, params);
			const range = period(body, world);
			const found = resultsOf(campaign, body.showDetail ?? 0).filter(
				(result) =>
					(!body.sessionId || result.sessionId === body.sessionId) &&
					(!body.customField || result.customField === body.customField) &&
					(!range || (result.callTime >= range[0] && result.callTime <= range[1])),
			);
			const shown = page(found, body.pageNum ?? 1, body.pageSize ?? 10);
			return ok('Query Success!', { totalCount: found.length, data: shown.map((one) => record(one, world)) });
		},
	},
	{
		section: '7.5.2',
		method: 'GET',
		path: `${V1}/callresultdetail/{callId}`,
		envelope: envelopes.both,
		handle({ world, params }) {
			const result =
				world.campaigns.calls.get(params.callId) ?? refuse('0200007', 'The call record ID does not exist.');
			return ok('Query Success!', {
				data: {
					callId: result.callId,
					called: result.called,
					callEndTime: world.local(result.endTime),
					vdnId: world.tenant.vdnId,
					// A string here, by the sample, and 00000 written out.
					callStatus: result.answered ? '6' : '5',
					failCode: result.answered ? SUCCESS : result.failCode,
					resultCode: result.resultCode,
					callBeginTime: result.answerTime === null ? null : world.local(result.answerTime),
					recordPath: result.answered
						? signedLink(world, `${CAMPAIGN_RECORDINGS}/${result.callId}`, 'AccessKeyId')
						: null,
					ackBeginTime: world.local(result.ringTime),
				},
			});
		},
	},
	{
		section: '7.5.3',
		method: 'POST',
		path: `${V1}/callRecord`,
		envelope: envelopes.both,
		body: z.object({ callId: text() }).strict(),
		handle: (call) => ok('success', { recordList: transcript(callRecord(call), call.world) }),
	},
	{
		section: '7.5.4',
		method: 'POST',
		path: `${V2}/callRecord`,
		envelope: envelopes.both,
		body: z.object({ callId: text(), page: int(1, 1000), limit: int(1, 100) }).strict(),
		handle: (call) =>
			ok('success', {
				recordList: page(transcript(callRecord(call), call.world), call.body.page, call.body.limit),
			}),
	},
];
