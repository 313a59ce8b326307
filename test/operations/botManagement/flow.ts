import { byId } from '../../support/bench';
import type { Case } from '../case';
import { FLOW } from './shared';

export const flowCases: Record<string, Case> = {
	'flow/getMany': {
		run: () => ({ source: 'OIFDE' }),
		more: {
			'all filters': () => ({
				source: 'OIFDE',
				filters: { flowId: byId('202603010800000001'), flowName: 'Telephone', flowCode: byId(FLOW) },
			}),
			'those of IVRs': () => ({ source: 'IVR' }),
		},
		gives: {
			flowCode: FLOW,
			scenario: 'Main Flow',
			sourceName: 'Bot',
			workModeName: 'Bot Alone',
			createdAt: expect.stringMatching(/^2026-03-02T/),
		},
	},
};
