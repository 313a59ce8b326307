import { byId, rowsOf } from '../../support/bench';
import type { Case } from '../case';
import { QUEUE, ROBOT } from './shared';

const inFields = { inputJsonDataInput: 'fields', inputJsonData: rowsOf({ name: 'caseId', value: '4711' }) };
const asJson = { inputJsonDataInput: 'json', inputJsonDataJson: '{ "caseId": "4711" }' };
const ofQueue = { jobUid: byId(ROBOT), queueUid: byId(QUEUE) };
const NOW = { waitUntilDone: false };

export const rpaQueueItemCases: Record<string, Case> = {
	'rpaQueueItem/getMany': {
		run: async (bench) => {
			await bench.queueItem();
			return ofQueue;
		},
		more: {
			'all filters': async (bench) => ({
				...ofQueue,
				filters: {
					itemUid: byId(await bench.queueItem({ tag: 'case-4711' })),
					queueName: 'Create tickets',
					tag: 'case-4711',
					status: 'init',
					inactived: 'active',
					priority: 'normal',
				},
			}),
		},
		gives: { queueUid: QUEUE, statusName: 'Waiting', input: { caseId: '4711' }, createdAt: expect.stringMatching(/^2026-03-02T/) },
	},
	'rpaQueueItem/create': {
		run: () => ({ ...ofQueue, ...inFields }),
		more: {
			'all fields': () => ({
				...ofQueue,
				...asJson,
				...NOW,
				additionalFields: {
					tag: 'case-4712',
					priority: 'high',
					expectStartTime: '2026-03-02T09:00:00',
					expectEndTime: '2026-03-02T10:00:00',
					description: 'Ticket 4712',
				},
			}),
			'without input': () => ({ ...ofQueue, inputJsonDataInput: 'fields', ...NOW }),
		},
		refused: {
			run: async (bench) => {
				await bench.queueItem({ tag: 'case-4711' });
				return { ...ofQueue, ...inFields, ...NOW, additionalFields: { tag: 'case-4711' } };
			},
			message: /^There is one with this value already \(code 10000004\)$/,
		},
		gives: { queueUid: QUEUE, statusName: 'Succeeded', output: { done: true }, isDone: true },
	},
};
