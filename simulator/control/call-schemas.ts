import { z } from 'zod';
import { kinds } from '../callbacks/call-bodies';

/** What the controls of calls and their callbacks take. */

export const callOutcomes = z
	.object({
		called: z.string().optional(),
		outcomes: z
			.array(
				z
					.object({
						reason: z.number().int().min(0).max(65_535),
						talkSeconds: z.number().min(0).optional(),
					})
					.strict(),
			)
			.optional(),
		default: z.enum(['answer', 'random']).optional(),
	})
	.strict();

const url = z.string().url().nullable().optional();

export const callbackSettings = z
	.object({
		connectedUrl: url,
		releasedUrl: url,
		notificationReleasedUrl: url,
		sharedKey: z.string().min(1).nullable().optional(),
		trustlist: z.array(z.string()).nullable().optional(),
		format: z.enum(['json', 'form']).optional(),
		nulls: z.enum(['sent', 'dropped']).optional(),
	})
	.strict();

export const burst = z
	.object({
		kind: z.enum(kinds),
		url: z.string().url(),
		count: z.number().int().min(1).max(100_000),
		concurrency: z.number().int().min(1).max(1000).default(10),
		body: z.record(z.unknown()).optional(),
	})
	.strict();

/** A WAV header alone has 58 bytes; null makes recordings as long as the talk again. */
export const recordings = z.object({ bytes: z.number().int().min(60).max(4_000_000_000).nullable() }).strict();
