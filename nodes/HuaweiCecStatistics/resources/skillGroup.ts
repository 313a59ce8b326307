import { entries } from '../../../cec/catalogue/answer';
import { fromCredential } from '../../../cec/catalogue/field';
import { operation, resource } from '../../../cec/catalogue/operation';
import { cms } from '../../../cec/families/cms';
import { callCenter, V1 } from '../../HuaweiCecMonitoring/shared';
import { misread } from './shared';

export const skillGroup = resource('skillGroup', 'Skill Group', cms, {
	getMany: operation('12.3.3.5', {
		name: 'Get Many',
		action: 'Get many skill groups',
		description: 'Get groups of skill queues, with the weights of queues and agents',
		request: `GET ${V1}/skillgroups/{ccId}/{vdnId}`,
		risk: 'read',
		path: { ...callCenter, vdnId: fromCredential('vdnId') },
		answer: entries('resultDesc'),
		notice: 'Only where the monitoring service is installed without the rest of CEC, on CTI 3.8.',
		errata: [misread],
	}),
});
