import { eachOf, entries, nameOf, object } from '../../../cec/catalogue/answer';
import { pick } from '../../../cec/catalogue/field';
import { operation, resource } from '../../../cec/catalogue/operation';
import { cms } from '../../../cec/families/cms';
import { callCenter, V1 } from '../../HuaweiCecMonitoring/shared';
import { misread } from './shared';

/** Table 12-590. */
const AGENT_TYPE = { 4: 'Audio', 5: 'Multimedia', 11: 'Video' };

export const tenant = resource('tenant', 'Tenant Space', cms, {
	get: operation('12.3.3.4', {
		name: 'Get',
		action: 'Get a tenant space',
		description: 'Get a tenant space with its VDN, access codes and agents',
		request: `POST ${V1}/tenant/querytenantdetail`,
		risk: 'read',
		body: { tenantId: pick('tenants', 'Tenant Space').required(), ...callCenter },
		answer: object('resultDesc', { adds: { agents: eachOf('agents', { agentTypeName: nameOf('agentType', AGENT_TYPE) }) } }),
		errata: [misread],
	}),

	getMany: operation('12.3.3.6', {
		name: 'Get Many',
		action: 'Get many tenant spaces',
		description: 'Get the tenant spaces that the access key may see, with VDN and access codes. It has to be the key of a tenant.',
		request: `POST ${V1}/tenant/querytenants`,
		risk: 'read',
		body: callCenter,
		answer: entries('resultDesc'),
		errata: [misread],
	}),
});
