import type { Case } from '../case';

const TODAY = { beginTime: '2026-03-02T00:00:00', endTime: '2026-03-03T00:00:00' };

export const callFailureCases: Record<string, Case> = {
	'callFailure/getMany': {
		run: () => TODAY,
		refused: {
			run: () => ({ beginTime: TODAY.endTime, endTime: TODAY.beginTime }),
			message: /^The bot platform does not accept a value \(code 10000002\)$/,
		},
		gives: {
			// More digits than numbers hold.
			rbtRecognitionId: '953730645354352641',
			calleeNo: '447700900401',
			reason: 'Number Does Not Exist',
			enteredAt: expect.stringMatching(/^2026-03-02T/),
		},
	},
};
