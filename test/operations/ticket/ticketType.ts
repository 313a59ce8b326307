import { byId } from '../../support/bench';
import type { Case } from '../case';
import { FAULT, NO_SUCH } from './shared';

const gives = {
	typeName: 'Fault',
	caseStatus: 'New,Analysis,Repair,Completed',
	statuses: ['New', 'Analysis', 'Repair', 'Completed'],
	createdAt: '2026-03-02T08:00:00.000Z',
};

export const ticketTypeCases: Record<string, Case> = {
	'ticketType/get': {
		run: () => ({ ticketTypeId: byId(FAULT) }),
		refused: { run: () => ({ ticketTypeId: byId('cvmC0000000000009999') }), message: NO_SUCH },
		gives,
	},
	'ticketType/getMany': {
		run: () => ({}),
		more: { 'all filters': () => ({ filters: { typeName: 'fault', status: 'Inactive' } }) },
		gives,
	},
};
