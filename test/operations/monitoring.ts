import type { Case } from './case';

export const monitoringCases: Record<string, Case> = {
	'skillQueue/getMany': { run: () => ({}), gives: { id: 1, name: 'defaultVideoSkill', media: 'Video Call' } },
	'skillQueue/getMetrics': {
		run: async (bench) => {
			await bench.customerWaiting(3);
			return { skillIds: ['3'], indexIds: ['IDX_COUNT_REAL_SKILL_QUEUE', 'IDX_COUNT_REAL_AGENT_SIGN_IN'] };
		},
		gives: { id: '3', values: { callsWaiting: 1, agentsSignedIn: 0 } },
	},
	'agent/getStates': { run: () => ({}), gives: { agentId: 101, state: 0, stateName: 'Signed Out' } },
};
