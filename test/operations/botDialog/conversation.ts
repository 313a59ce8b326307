import type { Case } from '../case';
import { asking, calling, CHAT, CUSTOMER, DOES_NOT_EXIST, greeted, HOTLINE, ID, NOBODY, NOT_OPEN, transferring } from './shared';

const session = { sessionId: ID, accessCode: CHAT };
const span = { beginTrans: '2026-03-01T10:00:00', endTrans: '2026-03-01T10:00:05' };
const ended = { sessionId: ID, action: 'end', state: { open: false, action: 'end' } };

export const conversationCases: Record<string, Case> = {
	'conversation/sendMessage': {
		run: async (bench) => {
			await greeted(bench);
			return { ...session, message: 'tariff' };
		},
		more: {
			'in a new conversation': () => ({
				...session,
				message: 'bill',
				additionalFields: {
					state: NOT_OPEN,
					userId: CUSTOMER,
					keepGreeting: false,
					startAnew: false,
					accompanyingData: 'order=4711',
					channel: 'WEB',
					mediaType: 'text',
				},
			}),
			'with what was recorded': async (bench) => {
				await calling(bench, '3');
				return { sessionId: ID, accessCode: HOTLINE, message: '', additionalFields: { inputType: 'recording', recording: 'Y:/1/record/1.wav' } };
			},
		},
		refused: {
			run: () => ({ sessionId: ID, accessCode: NOBODY, message: 'bill', additionalFields: { state: NOT_OPEN } }),
			message: DOES_NOT_EXIST,
		},
		gives: { sessionId: ID, action: 'reply', output: expect.stringMatching(/gigabytes/), state: { open: true, awaits: 'words' } },
	},
	'conversation/answerQuery': {
		run: async (bench) => {
			await asking(bench);
			return { ...session, queueIndex: '3', estimateTime: '40' };
		},
		more: {
			'all fields': async (bench) => {
				await asking(bench);
				const state = { open: true, action: 'query' };
				return { ...session, queueIndex: '3', estimateTime: '40', additionalFields: { agentCount: '5', idleAgentCount: '1', callMediaType: '1', state } };
			},
		},
		refused: { run: () => ({ ...session, queueIndex: '3', estimateTime: '40' }), message: DOES_NOT_EXIST },
		gives: { action: 'reply', output: 'Your place in the queue would be 3, about 40 seconds. Will you wait?' },
	},
	'conversation/end': {
		run: async (bench) => {
			await greeted(bench);
			return session;
		},
		more: {
			'all fields': async (bench) => {
				await greeted(bench);
				return { ...session, additionalFields: { reason: '1', state: { open: true, action: 'reply' } } };
			},
		},
		gives: { ...ended, confirmed: true, end: { normal: true, endedAt: expect.stringMatching(/^2026-03-02T08:00:\d\d/) } },
	},
	'conversation/confirmTransfer': {
		run: async (bench) => {
			await transferring(bench);
			return { ...session, ...span, succeeded: true };
		},
		more: {
			'that failed': async (bench) => {
				await transferring(bench);
				return { ...session, ...span, succeeded: false, additionalFields: { recorded: false, state: { open: true, action: 'transfer' } } };
			},
		},
		refused: { run: () => ({ ...session, ...span, succeeded: true }), message: DOES_NOT_EXIST },
		spoil: 'beginTrans',
		gives: ended,
	},
};
