/** Lists of this node that other nodes let ids be picked from too; apart, so that those load no more than they need. */
import type { Picker } from '../../cec/catalogue/picker';
import { tenant } from './resources/tenant';

/** What is known of an entry, in one line. */
export const label = (...parts: unknown[]) => parts.filter((part) => part !== undefined && part !== null && part !== '').join(' · ');

export const tenants: Picker = {
	title: 'tenant spaces',
	ask: tenant.operations.getMany,
	entry: ({ tenantId: id, tenantSpaceName }) => ({ id, name: label(tenantSpaceName, id) }),
};
