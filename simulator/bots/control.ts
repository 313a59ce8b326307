import { z } from 'zod';

/** What the control may set about bots. */

export const botSettings = z
	.object({
		answers: z.enum(['sample', 'table']).optional(),
		refusalStatus: z.number().int().min(200).max(599).optional(),
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
