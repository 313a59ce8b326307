import { byId } from '../../support/bench';
import type { Case } from '../case';
import { ACCESS_CODE, bindingOf, DOMAIN, FLOW, OTHER_FLOW } from './shared';

const GONE = 'x1';
const TAKEN = /^There is one with this value already \(code 10000004\)$/;
const REFUSED = /^The bot platform does not accept a value \(code 10000002\)$/;

const chatbot = { source: 'OIFDE', dialogType: 3 };

export const dialogBindingCases: Record<string, Case> = {
	'dialogBinding/getMany': {
		run: () => ({ source: 'OIFDE' }),
		more: { 'one access code': () => ({ source: 'OIFDE', filters: { accessCode: byId(ACCESS_CODE) } }), 'those of IVRs': () => ({ source: 'IVR' }) },
		gives: { accessCode: ACCESS_CODE, dialogTypeName: 'Chatbot', sourceName: 'Bot', isCaptured: false, flowName: 'Telephone service' },
	},
	'dialogBinding/create': {
		run: () => ({ ...chatbot, flowCode: byId(FLOW), additionalFields: { accessCode: '880000000000000201', description: 'Second bot' } }),
		more: {
			'all fields': () => ({
				...chatbot,
				flowCode: byId(FLOW),
				additionalFields: { accessCode: ACCESS_CODE, domainId: byId(DOMAIN), description: 'Instead', createFlag: 1 },
			}),
			'an access code that CEC makes': () => ({ ...chatbot, flowCode: byId(FLOW), additionalFields: { createFlag: 0 } }),
		},
		refused: {
			run: () => ({ ...chatbot, flowCode: byId(FLOW), additionalFields: { accessCode: ACCESS_CODE, description: 'Twice' } }),
			message: TAKEN,
		},
		gives: { success: true },
	},
	'dialogBinding/update': {
		run: (bench) => ({ ...chatbot, accessId: byId(bindingOf(bench).accessId), description: '' }),
		more: {
			'all fields': (bench) => ({
				...chatbot,
				accessId: byId(bindingOf(bench).accessId),
				description: 'Renamed',
				updateFields: { accessCode: '880000000000000301', domainId: byId(DOMAIN), flowCode: byId(OTHER_FLOW) },
			}),
		},
		refused: { run: () => ({ ...chatbot, accessId: byId(GONE), description: '' }), message: REFUSED },
		gives: { success: true },
	},
	'dialogBinding/delete': {
		run: (bench) => ({ source: 'OIFDE', accessIdList: [bindingOf(bench).accessId] }),
		more: {
			'with its code': (bench) => ({
				source: 'OIFDE',
				accessIdList: [bindingOf(bench).accessId],
				additionalFields: { accessCodeList: [ACCESS_CODE] },
			}),
		},
		refused: { run: () => ({ source: 'OIFDE', accessIdList: [GONE] }), message: REFUSED },
		gives: { deleted: true },
	},
};
