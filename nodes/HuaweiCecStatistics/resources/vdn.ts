import { entries } from '../../../cec/catalogue/answer';
import { operation, resource } from '../../../cec/catalogue/operation';
import { cms } from '../../../cec/families/cms';
import { callCenter, V1, WRAPPER } from '../../HuaweiCecMonitoring/shared';
import { misread } from './shared';

export const vdn = resource('vdn', 'VDN', cms, {
	getMany: operation('12.3.3.1', {
		name: 'Get Many',
		action: 'Get many virtual call centers',
		description: 'Get all virtual call centers of the call center. It takes the access key of the operator.',
		request: `POST ${V1}/configures/vdns`,
		risk: 'read',
		bodyIn: WRAPPER,
		body: callCenter,
		answer: entries('resultDesc'),
		notice: 'Only where the monitoring service is installed without the rest of CEC, and with the access key of the operator.',
		errata: [misread, { printed: 'ccId without anything around it in the table', sent: 'queryParam around it', why: 'So the sample.' }],
	}),
});
