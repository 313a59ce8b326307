import { DateTime } from 'luxon';
import { z } from 'zod';
import { oneOfText, text } from '../../schema/fields';
import { tenant } from '../../tenant';
import type { World } from '../../world';
import { type BotInterface, shapes } from '../bot-interface';
import type { Conversation, Turn } from '../dialog/conversation';
import { authToken, checkTenant, quotedOrNot as timestamp, tenantId } from '../fields';
import { intents } from '../understanding/intents';
import { botCounts, callCounts, rate, topTen } from './counts';

/** 10.15: all of it is counted in the conversations there were. */

const BASE = '/oifde/rest/api';
/** Whoever comes with headers may name the user of the platform instead of a tenant. */
const internal = tenant.bots.internal.userName;
const ofBot = z.object({ type: oneOfText('hour', 'day'), tenantId, accessCode: text(), timestamp, authToken }).strict();

interface Span {
	from: number;
	until: number;
}

/** A day of the tenant, or the thirty days that end with it. */
function span({ zone }: World, time: number, days: 1 | 30): Span {
	const day = DateTime.fromMillis(time, { zone }).startOf('day');
	return { from: day.minus({ days: days - 1 }).toMillis(), until: day.plus({ days: 1 }).toMillis() };
}

const within = (conversations: Conversation[], { from, until }: Span): Conversation[] =>
	conversations.filter(({ startTime }) => startTime >= from && startTime < until);

/** A row for each hour or day in which there was a conversation. */
function rows(
	world: World,
	{ type, accessCode, timestamp: time }: { type: 'hour' | 'day'; accessCode: string; timestamp: number },
	counts: (conversations: Conversation[]) => object,
): object[] {
	const ofCode = world.bots.conversations.all.filter(({ begun }) => begun.call_dst_id === accessCode);
	const grouped = new Map<number, Conversation[]>();
	for (const one of within(ofCode, span(world, time, type === 'hour' ? 1 : 30))) {
		const recordTime = DateTime.fromMillis(one.startTime, { zone: world.zone }).startOf(type).toMillis();
		grouped.set(recordTime, [...(grouped.get(recordTime) ?? []), one]);
	}
	return [...grouped].map(([recordTime, conversations]) => ({
		recordTime,
		tenantId: tenant.tenantId,
		accessCode,
		type,
		...counts(conversations),
	}));
}

const hitsOf = (turns: Turn[], kind: 'intent' | 'talk' | 'faq'): string[] =>
	turns.flatMap(({ hit }) => (hit?.kind === kind ? [hit.name] : []));

export const reportRoutes: BotInterface[] = [
	{
		section: '10.15.1',
		method: 'POST',
		path: `${BASE}/queryCallStatisticsReport`,
		way: 'bodyOrHeaders',
		refusal: shapes.errorMsg,
		body: ofBot,
		handle({ world, body }) {
			checkTenant(body.tenantId, internal);
			return rows(world, body, callCounts).map((row) => ({
				...row,
				dbRecordTime: null,
				// No flow here calls interfaces of others.
				interfaceRequestCount: 0,
				interfaceSuccessCount: 0,
				interfaceSuccessRate: rate(0, 0),
			}));
		},
	},
	{
		section: '10.15.2',
		method: 'POST',
		path: `${BASE}/queryChatbotReport`,
		way: 'bodyOrHeaders',
		refusal: shapes.errorMsg,
		body: ofBot,
		handle({ world, body }) {
			checkTenant(body.tenantId, internal);
			return rows(world, body, botCounts);
		},
	},
	{
		section: '10.15.3',
		method: 'POST',
		path: `${BASE}/queryKnowledgeReport`,
		way: 'bodyOrHeaders',
		refusal: shapes.errorMsg,
		body: z
			.object({ type: oneOfText('day', 'month'), tenantId, timestamp: timestamp.optional(), authToken })
			.strict(),
		handle({ world, body }) {
			checkTenant(body.tenantId, internal);
			const { conversations, faqs } = world.bots;
			const talkCount = intents.filter(({ isTalk }) => isTalk).length;
			const totals = {
				qaCount: faqs.faqs.size,
				intentCount: intents.length - talkCount,
				talkCount,
			};
			if (body.timestamp === undefined) return { tenantId: tenant.tenantId, type: body.type, ...totals };
			const days = body.type === 'day' ? 1 : 30;
			const turns = within(conversations.all, span(world, body.timestamp, days)).flatMap((one) => one.turns);
			const [qa, intent, talk] = (['faq', 'intent', 'talk'] as const).map((kind) => hitsOf(turns, kind));
			return {
				tenantId: tenant.tenantId,
				recordTime: body.timestamp,
				type: body.type,
				...totals,
				effectiveQaCount: new Set(qa).size,
				effectiveIntentCount: new Set(intent).size,
				effectiveTalkCount: new Set(talk).size,
				effectiveQaSum: qa.length,
				effectiveIntentSum: intent.length,
				effectiveTalkSum: talk.length,
				qaList: topTen(qa),
				intentList: topTen(intent),
			};
		},
	},
	{
		section: '10.15.4',
		method: 'POST',
		path: `${BASE}/queryChatbotHotspotData`,
		way: 'bodyOrHeaders',
		refusal: shapes.errorMsg,
		body: z.object({ type: oneOfText('day', 'month'), tenantId, timestamp, authToken }).strict(),
		handle({ world, body }) {
			checkTenant(body.tenantId, internal);
			const days = body.type === 'day' ? 1 : 30;
			const found = within(world.bots.conversations.all, span(world, body.timestamp, days));
			return topTen(found.map(({ begun }) => begun.call_dst_id));
		},
	},
];
