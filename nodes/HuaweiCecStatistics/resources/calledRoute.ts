import { entries, nameOf } from '../../../cec/catalogue/answer';
import { operation, resource } from '../../../cec/catalogue/operation';
import { cms } from '../../../cec/families/cms';
import { deviceTypes } from '../../../cec/families/ctiCodes';
import { V1, whose } from '../../HuaweiCecMonitoring/shared';
import { misread } from './shared';

export const calledRoute = resource('calledRoute', 'Called Route', cms, {
	getMany: operation('12.3.3.3', {
		name: 'Get Many',
		action: 'Get many called routes',
		description: 'Get where calls to the numbers of the VDN go: to which skill queue or IVR flow',
		request: `GET ${V1}/configures/calledconfigs/{ccId}/{vdn}`,
		risk: 'read',
		path: whose,
		answer: entries('resultDesc', { adds: { deviceTypeName: nameOf('deviceType', deviceTypes) } }),
		errata: [misread],
	}),
});
