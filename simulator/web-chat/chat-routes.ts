import { setTimeout as delay } from 'node:timers/promises';
import { z } from 'zod';
import { HttpAnswer, type Interface, Refusal } from '../interface';
import { intText, text } from '../schema/fields';
import { phrases, speaks } from './bot';
import { customerInterface } from './customer-interface';
import { sendRoute } from './send-route';

/** 11.2, 11.3, 11.8, 11.14 and 11.16: what belongs to conversations beside sending. */

const WEB = z.literal('WEB');
const MAX_WAIT_S = 60;
const queue = { tokenError: '3', over: '160004', withAgent: '160021' } as const;
const POLL_STEP_MS = 50;
const LARGEST_PAGE = 100;

const millis = z
	.string()
	.regex(/^\d{12,13}$/, 'must be milliseconds since 1970')
	.transform(Number)
	.optional();

export const chatRoutes: Interface[] = [
	sendRoute,
	customerInterface({
		section: '11.2',
		method: 'POST',
		path: '/queryQueueInfo',
		body: z.object({ userId: text(32), channelConfigId: text(), channel: WEB }).strict(),
		handle(customer, { world, body }) {
			const { webChats, clock, agentCalls } = world;
			if (body.userId !== customer.userId || body.channelConfigId !== customer.channelId)
				return { resultCode: queue.tokenError };
			const conversation = webChats.of(customer);
			const call = conversation?.call;
			if (!conversation || conversation.isWithBot) return { resultCode: queue.over };
			if (!call?.waiting || webChats.stageOf(conversation) === 'agent') return { resultCode: queue.withAgent };
			const { skillId, since } = call.waiting;
			const waiting = agentCalls.waiting(skillId);
			const seconds = (from: number): number => Math.floor((clock.now() - from) / 1000);
			const longest = Math.max(...waiting.map((one) => seconds(one.waiting?.since ?? clock.now())));
			return {
				position: waiting.indexOf(call) + 1,
				totalWaitTime: seconds(call.waitBegan),
				currentDeviceWaitTime: seconds(since),
				configMaxcWaitTime: MAX_WAIT_S,
				longestWaitTime: longest,
				estimateWaitTime: MAX_WAIT_S,
				resultCode: '0',
			};
		},
	}),
	customerInterface({
		section: '11.3',
		method: 'GET',
		path: '/poll',
		query: z.object({ receiverId: text(32), channel: WEB, isNeedRead: z.string().optional() }).strict(),
		async handle(customer, { world, query }) {
			if (query.receiverId !== customer.userId)
				throw new Refusal('13', 'receiverId is not the user of the token');
			const { webChats } = world;
			const wanted = (): object[] =>
				webChats
					.poll(customer)
					.filter(({ controlType }) => controlType !== 'READ' || query.isNeedRead === 'true');
			let messages = wanted();
			for (let waited = 0; messages.length === 0 && waited < webChats.settings.pollMs; waited += POLL_STEP_MS) {
				await delay(POLL_STEP_MS);
				messages = wanted();
			}
			return { resultCode: '0', resultDesc: 'query user messages success.', downlinkMessages: messages };
		},
	}),
	customerInterface({
		section: '11.8',
		method: 'POST',
		path: '/queryPhraseByKeyword',
		body: z.object({ strContent: text(), locale: text(8), channel: WEB }).strict(),
		handle(customer, { world, body }) {
			if (!world.webChats.channel(customer.channelId)?.hasBot) throw new Refusal('1', 'Robot is no exist');
			if (!speaks(body.locale)) throw new Refusal('1', 'locale is error');
			return { question: phrases(body.locale, body.strContent), resultCode: '0' };
		},
	}),
	customerInterface({
		section: '11.14',
		method: 'POST',
		path: '/doLeaveMessage',
		body: z.object({ callId: text(), caller: text(), leaveMessage: text(), channel: WEB }).strict(),
		handle({ userId, channelId }, { world, body }) {
			if (body.callId !== userId || !/^\+?\d+$/.test(body.caller))
				throw new Refusal('3', 'the leaveMessageParams is error.');
			world.webChats.leftMessages.push({ userId, channelId, caller: body.caller, message: body.leaveMessage });
			return { resultCode: '0', resultDesc: 'Save leaveMessage success!' };
		},
	}),
	customerInterface({
		section: '11.16',
		method: 'POST',
		path: '/queryHistoryChatMessage',
		body: z
			.object({
				channelId: text(),
				userId: text(32),
				startTime: millis,
				endTime: millis,
				limit: intText(1, LARGEST_PAGE),
				offset: intText(0, Number.MAX_SAFE_INTEGER),
			})
			.strict(),
		handle(customer, { world, body }) {
			const { channelId, userId, startTime = 0, endTime = Infinity, limit, offset } = body;
			if (userId !== customer.userId || channelId !== customer.channelId)
				return new HttpAnswer(500, 'not the customer of the token');
			const found = world.webChats.history
				.filter(
					(one) =>
						one.userId === userId &&
						one.channelId === channelId &&
						one.time >= startTime &&
						one.time <= endTime,
				)
				.reverse();
			return {
				messageList: found.slice(offset, offset + limit).map((one) => ({
					id: one.id,
					channel: 'WEB',
					channelConfigId: channelId,
					userId,
					senderNickname: one.senderNickname,
					senderAvatar: null,
					sendTime: one.time,
					receiveTime: one.time,
					controlType: one.controlType,
					sourceType: one.sourceType,
					mediaType: one.mediaType,
					content: one.content,
					callId: one.callId,
					tenant_id: world.tenant.tenantId,
					partDbId: 1,
					messageCode: one.id,
					sendStatus: 0,
					modifiedTime: one.time,
					isForwarded: false,
					contentDealType: one.isLocalFile ? '1' : null,
					multiMediaLibraryInfo: null,
				})),
				resultCode: '0',
				resultDesc: 'success',
			};
		},
	}),
];
