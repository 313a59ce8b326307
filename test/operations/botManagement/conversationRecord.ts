import { CUSTOMER } from '../../support/bench';
import type { Case } from '../case';

export const conversationRecordCases: Record<string, Case> = {
	'conversationRecord/getLast': {
		run: async (bench) => {
			await bench.botConversation();
			return { customerId: CUSTOMER };
		},
		gives: { callSorId: CUSTOMER, callId: expect.stringMatching(/^chat-/), repliedBy: 'Bot', repliedAt: expect.stringMatching(/^2026-03-02T/) },
	},
	'conversationRecord/getMany': {
		run: async (bench) => {
			await bench.botConversation();
			return { customerId: CUSTOMER };
		},
		more: {
			'all filters': async (bench) => ({
				callId: await bench.botConversation({ cti_callid: '1772438400-1' }),
				customerId: CUSTOMER,
				ctiCallId: '1772438400-1',
				filters: { beginTime: '2026-03-01T00:00:00', endTime: '2026-03-31T00:00:00' },
			}),
		},
		gives: {
			customerId: CUSTOMER,
			startedAt: expect.stringMatching(/^2026-03-02T/),
			recording: expect.objectContaining({ locationId: '0' }),
			turns: expect.arrayContaining([expect.objectContaining({ said: 'my bill', repliedBy: 'Bot' })]),
		},
	},
	'conversationRecord/getTransfers': {
		run: async (bench) => {
			await bench.transferredOutside();
			return { customerId: CUSTOMER };
		},
		more: {
			'all filters': async (bench) => ({
				callId: await bench.transferredOutside({ cti_callid: '1772438400-1' }),
				customerId: CUSTOMER,
				ctiCallId: '1772438400-1',
				filters: { beginTime: '2026-03-01T00:00:00', endTime: '2026-03-31T00:00:00' },
			}),
		},
		gives: {
			callingNumber: CUSTOMER,
			outcome: 'Succeeded',
			isRecorded: true,
			recordFilePath: expect.stringMatching(/\.wav$/),
			startedAt: expect.stringMatching(/^2026-03-02T/),
			endedAt: expect.stringMatching(/^2026-03-02T/),
		},
	},
};
