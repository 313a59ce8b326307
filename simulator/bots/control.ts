import { z } from 'zod';

/** What the control may set about bots. */

const otherChatbot = z
	.object({
		baseUrl: z.string().url().optional(),
		loginUrl: z.string().url().optional(),
		recognizeUrl: z.string().url().optional(),
		account: z.string(),
		key: z.string().min(1),
		checksum: z.enum(['hex', 'HEX', 'base64']).optional(),
		shape: z.enum(['sample', 'table']).optional(),
	})
	.strict();

export type OtherChatbot = z.infer<typeof otherChatbot>;

export const botSettings = z
	.object({
		answers: z.enum(['sample', 'table']).optional(),
		refusalStatus: z.number().int().min(200).max(599).optional(),
		chatbot: otherChatbot.nullable().optional(),
	})
	.strict();

export const failedCall = z
	.object({
		caller: z.string().optional(),
		callee: z.string().min(1),
		agentId: z.number().int().optional(),
		aid: z.string().min(1).optional(),
	})
	.strict();

export type BotSettingsGiven = z.input<typeof botSettings>;
export type FailedCallOptions = z.input<typeof failedCall>;
