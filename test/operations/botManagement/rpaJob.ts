import { byId } from '../../support/bench';
import type { Case } from '../case';
import { QUEUE, ROBOT } from './shared';

export const rpaJobCases: Record<string, Case> = {
	'rpaJob/getMany': {
		run: () => ({}),
		more: { 'all filters': () => ({ filters: { jobName: 'Tick', status: 'running' } }) },
		gives: { jobName: 'Tickets', statusName: 'Running', modeName: 'With Each Queue Item', createdAt: expect.stringMatching(/^2026-03-01T/) },
	},
	'rpaJob/get': {
		run: () => ({ jobUid: byId(ROBOT) }),
		more: { 'by name': () => ({ jobUid: byId(''), jobName: 'Tickets' }) },
		refused: {
			run: () => ({ jobUid: byId('gone') }),
			message: /^The bot platform does not accept a value \(code 10000002\)$/,
		},
		gives: { uid: ROBOT, queueUid: QUEUE, queueName: 'Create tickets', statusName: 'Running', startedAt: expect.stringMatching(/^2026-03-01T/) },
	},
};
