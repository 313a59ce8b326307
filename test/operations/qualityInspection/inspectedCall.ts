import { byId, rowsOf, type Bench } from '../../support/bench';
import type { Case } from '../case';
import { NO_VALUES, OPERATOR } from '../sqm';
import { rudeCall } from './shared';

const all = { uploadedFrom: '2026-03-01T00:00:00', uploadedTo: '2026-03-03T00:00:00', media: [0, 2], status: [2] };
const NO_CALL = byId('00000000-0000-4000-8000-000000000000');

const appealed = (bench: Bench) => {
	const { uuid, groupId, scenarios } = rudeCall(bench);
	const [{ groupId: scenarioId, results }] = scenarios;
	return {
		callUuid: byId(uuid),
		callGroupId: byId(groupId),
		media: 0,
		leaderUserId: OPERATOR,
		leaderRole: '10',
		reason: 'The line was bad',
		rules: rowsOf({ scenarioId: byId(scenarioId), resultIds: [results[0].reviseId] }),
	};
};

export const inspectedCallCases: Record<string, Case> = {
	'inspectedCall/getMany': {
		run: () => all,
		more: {
			'all filters': () => ({
				...all,
				filters: {
					calledFrom: '2026-03-01T00:00:00',
					calledTo: '2026-03-03T00:00:00',
					keyword: 'price',
					agentUserId: byId('1652268429538866102'),
					agentName: 'agent.two',
					shortestDuration: 10,
					longestDuration: 1000,
				},
			}),
		},
		gives: {
			calls: [{ file_name: 'chat-4711', statusName: 'Inspected', mediaName: 'Text', calledAt: '2026-03-02T05:00:00.000Z' }],
		},
	},
	'inspectedCall/get': {
		run: (bench) => ({ callUuid: byId(rudeCall(bench).uuid) }),
		refused: { run: () => ({ callUuid: NO_CALL }), message: NO_VALUES },
		gives: {
			statusName: 'Inspected',
			createdAt: '2026-03-02T03:10:00.000Z',
			transcript: 'Agent: Yes?\nCustomer: My line is dead.\nAgent: That is nonsense.\nCustomer: Goodbye.',
		},
	},
	'inspectedCall/appeal': {
		run: appealed,
		more: { 'of a single call': (bench) => ({ ...appealed(bench), additionalFields: { isGrouped: false } }) },
		refused: { run: (bench) => ({ ...appealed(bench), callUuid: NO_CALL }), message: NO_VALUES },
		gives: { available: true },
	},
	'inspectedCall/create': {
		run: () => ({ fileName: 'hello.V3', media: 0 }),
		more: {
			'with all fields': () => ({
				fileName: 'hello.V3',
				media: 2,
				additionalFields: { calledAt: '2026-03-02T07:00:00', agentUserId: byId('1652268429538866101'), agentName: 'agent.one' },
			}),
		},
		gives: { call_uuid: expect.stringMatching(/^[0-9a-f-]{36}$/) as unknown as string },
	},
};
