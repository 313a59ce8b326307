import { z } from 'zod';
import type { World } from '../world';
import type { Downlink } from './state';

/** What the control has the agents of web chats do: take a conversation, write, send files, read, end it. */
export const answersSchema = z
	.object({
		userId: z.string(),
		channelId: z.string().optional(),
		nickname: z.string().min(1).default('agent'),
		messages: z.array(z.string().min(1)).default([]),
		files: z
			.array(
				z
					.object({
						type: z.string(),
						base64: z.string().min(1),
						mediaType: z.string().default('IMAGE'),
						fromLibrary: z.boolean().default(false),
					})
					.strict(),
			)
			.default([]),
		/** The agent has read what the customer wrote. */
		read: z.boolean().default(false),
		end: z.boolean().default(false),
	})
	.strict();

export type WebChatAnswers = z.input<typeof answersSchema>;

/** The ID by which 11.7 gives each file. */
export function answerWebChat(world: World, given: WebChatAnswers): { files: string[] } {
	const { userId, channelId, nickname, messages, files, read, end } = answersSchema.parse(given);
	const { webChats, tenant } = world;
	const customer = {
		userId,
		channelId: channelId ?? tenant.webChat.channels[0].configId,
		userName: userId,
		locale: 'en',
	};
	const conversation = webChats.of(customer);
	if (!conversation) throw new Error(`There is no conversation of ${userId}`);
	webChats.answerAs(conversation, nickname);
	const say = (message: Partial<Downlink>): void =>
		webChats.tell(conversation.customer, {
			sourceType: 'AGENT',
			senderNickname: nickname,
			senderAvatar: '',
			...message,
		});
	for (const content of messages) say({ content });
	const ids = files.map(({ type, base64, mediaType, fromLibrary }) => {
		const key = webChats.store({ type, bytes: Buffer.from(base64, 'base64'), isOfLibrary: fromLibrary });
		say({ content: key, mediaType, mediaFileType: type, contentType: fromLibrary ? null : '1' });
		return fromLibrary ? key : `local/${key}`;
	});
	if (read) say({ controlType: 'READ' });
	if (end) {
		say({ controlType: 'DISCONNECT', content: 'The agent has ended the conversation.' });
		webChats.end(conversation);
	}
	return { files: ids };
}
