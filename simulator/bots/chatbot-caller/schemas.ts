import { z } from 'zod';

/** What a chatbot must answer to 10.14, by its tables, and nothing beside it. */

const nonce = z.string().min(1).max(128);

const intent = z
	.object({
		responses: z.array(z.string().max(4096)).optional(),
		confidence: z.number().min(0).max(1),
		commands: z.array(z.string().max(64)),
		params: z.record(z.unknown()).optional(),
		scenarioName: z.string().max(64).optional(),
		// A number in the table, "normal" in the sample.
		scenarioType: z.union([z.literal(-1), z.literal(0), z.literal(1)]).optional(),
		scenarioStatus: z.string().max(64).optional(),
	})
	.strict();

export const recognized = z
	.object({
		errorMsg: z.string().max(512).optional(),
		errorCode: z.string().max(20).optional(),
		intentsResponses: z.array(intent).optional(),
	})
	.strict()
	.refine((one) => (one.errorCode ?? '0') !== '0' || one.intentsResponses !== undefined, {
		path: ['intentsResponses'],
		message: 'is missing in a success',
	});

export const needsLogin = z
	.object({ errorMsg: z.literal('NEED_LOGIN'), errorCode: z.string().max(20).optional(), nonce })
	.strict();

export const loggedIn = z.object({ token: z.string().min(1).max(128), duration: z.number().int().positive() }).strict();

export const loginRefused = z.object({ error: z.string().max(512), nonce }).strict();

/** What the control takes. */
export const askSchema = z
	.object({
		/** The paths of 10.14 are below it, unless both are given in full. */
		baseUrl: z.string().url().optional(),
		loginUrl: z.string().url().optional(),
		recognizeUrl: z.string().url().optional(),
		account: z.string().max(32),
		key: z.string().min(1),
		utterance: z.string().max(1024),
		sessionId: z.string().max(64).default('customer-1'),
		accessCode: z.string().max(32).default('880000000000000101'),
		language: z.string().default('en_US'),
		context: z.string().max(64).optional(),
		targetIntentCount: z.number().int().min(1).max(5).optional(),
		confidence2Top: z.number().min(0).max(1).optional(),
		timeZone: z.string().max(10).optional(),
		/** accessCode as in the sample, or accesscode as in the table. */
		shape: z.enum(['sample', 'table']).default('sample'),
		/** How the checksum is written, which nobody says. */
		checksum: z.enum(['hex', 'HEX', 'base64']).default('hex'),
		misbehave: z
			.enum(['wrongKey', 'reusedNonce', 'lateLogin', 'expiredToken', 'unknownToken', 'noLogin'])
			.optional(),
		/** Real time between the nonce and a late login. */
		lateMs: z.number().int().min(0).max(600_000).default(1000),
		/** Real time to wait for an answer. */
		patienceMs: z.number().int().min(1).max(600_000).default(30_000),
		/** Forgets the token of earlier requests. */
		fresh: z.boolean().default(false),
	})
	.strict()
	.refine((one) => one.baseUrl !== undefined || (one.loginUrl !== undefined && one.recognizeUrl !== undefined), {
		message: 'needs baseUrl, or loginUrl and recognizeUrl',
	});

export type AskOptions = z.input<typeof askSchema>;
export type Ask = z.output<typeof askSchema>;
