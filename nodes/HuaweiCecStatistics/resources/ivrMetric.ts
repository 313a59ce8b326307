import { list } from '../../../cec/catalogue/field';
import { operation, resource } from '../../../cec/catalogue/operation';
import { cms } from '../../../cec/families/cms';
import { V1, whose } from '../../HuaweiCecMonitoring/shared';
import { ivrMetrics } from '../metrics/ivr';
import { counted, recent } from './metrics';
import { misread } from './shared';

export const ivrMetric = resource('ivrMetric', 'IVR Metric', cms, {
	getRecent: operation('12.3.2.3', {
		name: 'Get Today or Yesterday',
		action: 'Get the metrics of IVR flows of today or yesterday',
		description: 'Get how IVR flows served callers today or yesterday, for the whole day or by interval',
		request: `POST ${V1}/hisindex/ivr`,
		risk: 'read',
		body: {
			...whose,
			serviceNos: list('Service Types', 'Numbers of the service types that the flows have; 1 unless the operator of CEC has set another one')
				.asInteger()
				.startsAs('1')
				.required(),
			...recent(ivrMetrics),
		},
		pieces: { list: 'serviceNos', size: 500 },
		answer: counted(ivrMetrics),
		errata: [misread, { printed: 'vDn in the sample', sent: 'vdn', why: 'So the table, as everywhere else.' }],
	}),
});
