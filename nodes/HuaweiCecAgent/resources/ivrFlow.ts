import { entries, nameOf, object } from '../../../cec/catalogue/answer';
import { operation, resource } from '../../../cec/catalogue/operation';
import { ccManagement } from '../../../cec/families/ccManagement';

const FLOW_TYPE = {
	0: 'Unspecified',
	1: 'GSL',
	2: 'VoiceXML',
	3: 'Third-Party IVR',
	4: 'VXML of CCIVR',
	5: 'CCXML',
	6: 'WaitScript',
};
const LOADED = { 0: 'Not Loaded', 1: 'Loaded' };

export const ivrFlow = resource('ivrFlow', 'IVR Flow', ccManagement, {
	getMany: operation('5.4.1', {
		name: 'Get Many',
		action: 'Get many IVR flows',
		request: 'POST /apiaccess/rest/cc-management/v1/ivrFlow/queryIVRFlowList',
		risk: 'read',
		answer: entries('result', { adds: { flowTypeName: nameOf('flowType', FLOW_TYPE), loadState: nameOf('isLoad', LOADED) } }),
	}),

	getSatisfactionFlow: operation('5.4.2', {
		name: 'Get Satisfaction Flow',
		action: 'Get the IVR flow of the satisfaction survey',
		description: 'Get whether callers are asked for their satisfaction, and by which IVR flow',
		request: 'POST /apiaccess/rest/cc-management/v1/satisfactionconfig/querySatisfactionConfig',
		risk: 'read',
		answer: object(),
		errata: [
			{
				printed: 'querySatisfyConfig in the list of changes',
				sent: 'querySatisfactionConfig',
				why: 'The section itself and the public documentation of the vendor say so.',
			},
		],
	}),
});
