/** Lists of this node that other nodes let ids be picked from too; apart, so that those load no more than they need. */
import { label, type Picker } from '../../cec/catalogue/picker';
import { tenant } from './resources/tenant';
import { vdn } from './resources/vdn';

export const tenants: Picker = {
	title: 'tenant spaces',
	ask: tenant.operations.getMany,
	entry: ({ tenantId: id, tenantSpaceName }) => ({ id, name: label(tenantSpaceName, id) }),
};

/** VDNs that the keys of a tenant may see. */
export const vdns: Picker = {
	title: 'VDNs',
	ask: tenant.operations.getMany,
	entry: ({ vdnId: id, tenantSpaceName }) => ({ id, name: label(tenantSpaceName, id) }),
};

/** All VDNs of the call center, for the keys of its operator. */
export const allVdns: Picker = {
	title: 'VDNs',
	ask: vdn.operations.getMany,
	entry: ({ vdn: id, vdnName }) => ({ id, name: label(vdnName, id) }),
};
