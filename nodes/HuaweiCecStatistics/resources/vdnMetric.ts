import { picks, text, yesNo } from '../../../cec/catalogue/field';
import { operation, resource } from '../../../cec/catalogue/operation';
import { cms } from '../../../cec/families/cms';
import { callCenter, V1 } from '../../HuaweiCecMonitoring/shared';
import { vdnMetrics, vdnOfIntervals, vdnOfWholeDays } from '../metrics/vdn';
import { counted, fitsInterval, recent } from './metrics';
import { misread } from './shared';

export const vdnMetric = resource('vdnMetric', 'VDN Metric', cms, {
	getRecent: operation('12.3.2.1', {
		name: 'Get Today or Yesterday',
		action: 'Get the metrics of virtual call centers of today or yesterday',
		description: 'Get what happened in whole virtual call centers today or yesterday, for the whole day or by interval',
		request: `POST ${V1}/hisindex/vdn`,
		risk: 'read',
		body: {
			...callCenter,
			vdnIds: picks('vdns', 'VDN Names or IDs', 'The VDN of the credential when left empty').asInteger().orOwn('vdnId').shown(),
			...recent(vdnMetrics),
			anonyCall: yesNo('Anonymous', 'Whether to count only calls without a caller number, or only those with one').named('anonymous').sentAs(0, 1),
			calleeNo: text('Called Number', 'Only calls to this number').named('calledNumber'),
		},
		check: fitsInterval(vdnMetrics, vdnOfWholeDays, vdnOfIntervals),
		pieces: { list: 'vdnIds', size: 100 },
		answer: counted(vdnMetrics),
		errata: [misread],
	}),
});
