import { entries, nameOf } from '../../../cec/catalogue/answer';
import { pick } from '../../../cec/catalogue/field';
import { operation, resource } from '../../../cec/catalogue/operation';
import { cms } from '../../../cec/families/cms';
import { callFeatures } from '../codes';
import { V1, whose } from '../shared';

export const ivrFlow = resource('ivrFlow', 'IVR Flow', cms, {
	getMany: operation('12.3.1.1.8', {
		name: 'Get Many',
		action: 'Get many IVR flows',
		description: 'Get the IVR flows with their access codes',
		request: `POST ${V1}/vdn/queryivrprocessinnoinfo`,
		risk: 'read',
		body: whose,
		answer: entries('resultDesc', { adds: { realFlagName: nameOf('realFlag', { 1: 'Real', 2: 'Virtual' }) } }),
	}),

	getCalls: operation('12.3.1.1.7', {
		name: 'Get Calls',
		action: 'Get the calls in an IVR flow',
		request: `POST ${V1}/vdn/queryivrstatusinfo`,
		risk: 'read',
		body: { ...whose, flowId: pick('ivrFlows', 'IVR Flow').asInteger().required() },
		answer: entries('resultDesc', { adds: { requestTypeName: nameOf('requestType', callFeatures) } }),
		errata: [
			{
				printed: 'no heading: the section has run into the one before',
				sent: `POST ${V1}/vdn/queryivrstatusinfo`,
				why: 'The address stands in the text below.',
			},
		],
	}),
});
