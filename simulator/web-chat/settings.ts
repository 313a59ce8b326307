import { z } from 'zod';

/** What the tenant has set about web chat, and how its agents are just now; the control changes it. */
export const settingsSchema = z
	.object({
		/** Agents are at work. */
		isOpen: z.boolean(),
		/** Messages that reach nobody are kept. */
		keepsMessages: z.boolean(),
		/** Conversations end when nobody has polled for so long. */
		silenceSeconds: z.number().min(1),
		/** How long a poll without messages waits at the server; of real time. */
		pollMs: z.number().min(0),
		/** How long a bot thinks before it answers; it greets at once. */
		botMs: z.number().min(0),
		/** What becomes of click-to-call calls. */
		callsFind: z.enum(['agent', 'queue', 'nobody']),
		supportsCalls: z.boolean(),
		surveys: z.boolean(),
		/** Addresses that cards may lead to. */
		trustlist: z.array(z.string()),
		/** Whether the printed path of 11.20 is the known one instead of that with one s. */
		printedPaths: z.boolean(),
	})
	.partial()
	.strict();

export type SettingsGiven = z.input<typeof settingsSchema>;
export type Settings = Required<SettingsGiven>;

export const usual: Settings = {
	isOpen: true,
	keepsMessages: false,
	silenceSeconds: 300,
	pollMs: 0,
	botMs: 0,
	callsFind: 'agent',
	supportsCalls: true,
	surveys: true,
	trustlist: ['https://www.example.com'],
	printedPaths: false,
};
