import { z } from 'zod';

/** What is spoken in a call, and what the analysis would find in it. */

const line = z
	.object({
		speaker: z.enum(['agent', 'customer']),
		text: z.string().min(1),
		intent: z.string().min(1).optional(),
		sensitiveWords: z.array(z.string().min(1)).optional(),
		faq: z.object({ question: z.string(), answer: z.string(), group: z.string().optional() }).strict().optional(),
	})
	.strict();

export type Line = z.infer<typeof line>;

export const conversationSchema = z
	.object({
		callId: z.string().min(1).optional(),
		agentId: z
			.union([z.string().min(1), z.number().int()])
			.transform(String)
			.optional(),
		/** Empty when two agents talk to each other. */
		customer: z.string().optional(),
		lines: z.array(line).optional(),
		/** Table and sample of 6.3.6 disagree; a push looks like either. */
		shape: z.enum(['sample', 'table']).optional(),
		encrypted: z.boolean().optional(),
		/** With which asrusercase lines are told: 62 unless told otherwise. */
		userCase: z.string().regex(/^\d+$/).optional(),
	})
	.strict();

export type ConversationOptions = z.input<typeof conversationSchema>;

/** A customer who has lost a card. All of it is invented. */
export const lostCard: Line[] = [
	{ speaker: 'agent', text: 'Good morning, this is Demo Bank. How can I help you?' },
	{
		speaker: 'customer',
		text: 'Hello, I have lost my bank card and need it blocked.',
		intent: 'Report a lost card',
		faq: {
			group: 'Lost cards',
			question: 'How is a lost card blocked?',
			answer: 'Ask for the date of birth and the postcode, then block the card at once.',
		},
	},
	{ speaker: 'agent', text: 'I am sorry to hear that. May I have your date of birth?' },
	{ speaker: 'customer', text: 'The fourth of May, nineteen eighty.', intent: 'Prove identity' },
	{ speaker: 'agent', text: 'Thank you. When did you last use the card?' },
	{ speaker: 'customer', text: 'Yesterday evening, at the station. This is the second time I am calling.' },
	{
		speaker: 'customer',
		text: 'Nobody called me back, so I want to make a complaint, or I will cancel my contract.',
		intent: 'Complain',
		sensitiveWords: ['complaint', 'cancel my contract'],
		faq: {
			group: 'Complaints',
			question: 'How is a complaint recorded?',
			answer: 'Apologise, open a ticket and tell the customer its number.',
		},
	},
	{ speaker: 'agent', text: 'I understand. I have opened a ticket, and a manager will call you today.' },
	{ speaker: 'agent', text: 'Your card is blocked now, and a new one is on its way.', intent: 'Order a new card' },
	{ speaker: 'customer', text: 'Thank you, goodbye.' },
];
