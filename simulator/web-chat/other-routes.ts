import { z } from 'zod';
import { envelopes, HttpAnswer, type Interface, Refusal } from '../interface';
import { optionalText, text } from '../schema/fields';

/** 11.17 to 11.19, which belong to no customer: emails, WhatsApp and what the workbench knows of a chat. */

const REST = '/apiaccess/rest';
const WRONG = '业务失败：请依次确认您请求中各参数的取值。';
const ISO = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d{3})?([+-]\d\d:?\d\d|Z)$/;

const url = optionalText(2048, /^https?:\/\//);
const latitude = z.number().min(-90).max(90).optional();
const longitude = z.number().min(-180).max(180).optional();

const whatsApp = z
	.object({
		text: optionalText(),
		imageUrl: url,
		audioUrl: url,
		videoUrl: url,
		locationName: optionalText(1000),
		address: optionalText(1000),
		longitude,
		latitude,
		templateName: optionalText(),
		templateData: z.array(z.string()).optional(),
		language: optionalText(),
		mediaTemplateData: z
			.object({
				header: z
					.object({ textPlaceholder: optionalText(), imageUrl: url, videoUrl: url, latitude, longitude })
					.strict()
					.optional(),
				body: z
					.object({ placeholders: z.array(text()) })
					.strict()
					.optional(),
				buttons: z
					.array(z.object({ urlPlaceholder: optionalText(), quickReplyPayload: optionalText() }).strict())
					.optional(),
			})
			.strict()
			.optional(),
	})
	.strict();

export const otherRoutes: Interface[] = [
	{
		section: '11.17',
		method: 'POST',
		path: `${REST}/ccmessaging/v1/emailchannel/dropMail`,
		envelope: envelopes.returnDescription,
		body: z.object({ emailId: text() }).strict(),
		handle({ world, body }) {
			if (!world.webChats.emails.delete(body.emailId)) throw new Refusal('3', 'emailId is not exist');
			return { returnCode: '0', description: 'dropMail success' };
		},
	},
	{
		section: '11.18',
		method: 'POST',
		path: `${REST}/ccmessaging/omni/1/advanced`,
		envelope: envelopes.resultDesc,
		body: z
			.object({
				scenarioKey: optionalText(),
				bulkId: text(),
				destinations: z
					.array(
						z
							.object({ messageId: text(), to: z.object({ phoneNumber: text(20, /^\d+$/) }).strict() })
							.strict(),
					)
					.min(1),
				whatsApp,
				sendAt: optionalText(40, ISO),
			})
			.strict(),
		handle({ world, body }) {
			world.webChats.whatsAppMessages.push(body);
			const status = {
				groupName: 'PENDING',
				groupId: 1,
				id: 7,
				name: 'PENDING_ENROUTE',
				description: 'Message sent to next instance',
			};
			return {
				messages: body.destinations.map(({ messageId, to }: { messageId: string; to: object }) => ({
					messageId,
					to,
					status,
				})),
				bulkId: body.bulkId,
			};
		},
	},
	{
		section: '11.19',
		method: 'POST',
		path: `${REST}/workbench/v1/getUserInfoBycallId`,
		envelope: envelopes.resultDesc,
		body: z.object({ callId: text(), userId: text(32), tenantId: text() }).strict(),
		handle({ world, body }) {
			if (body.tenantId !== world.tenant.tenantId) return new HttpAnswer(500, WRONG);
			const found = world.webChats.ofCall(body.callId, body.userId);
			if (!found) return {};
			return {
				userNickname: found.customer.userName,
				userId: body.userId,
				userAvatar: null,
				channel: 'WEB',
				createTime: world.local(found.began),
				channelConfigId: found.customer.channelId,
				userAgent: null,
				clientIp: '192.0.2.30',
				osName: null,
				borderType: null,
			};
		},
	},
];
