import { entries, object } from '../../../cec/catalogue/answer';
import { fromCredential, pick, text } from '../../../cec/catalogue/field';
import { operation, resource } from '../../../cec/catalogue/operation';
import { byOffset } from '../../../cec/catalogue/paging';
import { cms, groupCms } from '../../../cec/families/cms';
import { callCenter, V1, whose } from '../../HuaweiCecMonitoring/shared';
import { misread } from './shared';
import { splitIds } from './split';

const VDN_ADMINISTRATOR = 'The name of the administrator of the VDN cannot be changed.';

export const agent = resource('agent', 'Agent', cms, {
	getMany: operation('12.3.3.2', {
		name: 'Get Many',
		action: 'Get many agents',
		description: 'Get the agents of the VDN with their role and skill queues',
		request: `GET ${V1}/configures/agents/{ccId}/{vdn}/{offset}/{limit}`,
		risk: 'read',
		path: whose,
		page: byOffset({ in: 'path', max: 100, total: 'count' }),
		answer: entries('resultDesc', { adds: { skillIds: splitIds('skillId') } }),
		errata: [misread],
	}),

	updateName: operation('12.3.4.11', {
		name: 'Update Name',
		action: 'Update the name of an agent',
		description: `Change the name of an agent, where CEC stands alone. ${VDN_ADMINISTRATOR}`,
		request: `POST ${V1}/qcrelationconf/updateagentgroup`,
		family: groupCms,
		risk: 'write',
		findOut: 'Look with "Get Many".',
		body: {
			...callCenter,
			vdnId: fromCredential('vdnId'),
			agentId: pick('agents', 'Agent').asInteger().required(),
			agentName: text('Name').named('name').required(),
		},
		answer: object('result'),
		notice: 'Only where the monitoring service is installed without the rest of CEC.',
		errata: [misread],
	}),
});
