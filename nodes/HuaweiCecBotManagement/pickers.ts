/** The lists from which the Bot Management node lets ids be picked. */
import type { Pickers } from '../../cec/catalogue/picker';
import { domain } from './resources/domain';

export const pickers: Pickers = {
	domains: {
		title: 'domains',
		ask: domain.operations.getMany,
		entry: ({ domainId: id, domainName: name }) => ({ id, name: `${String(name)} · ${String(id)}` }),
	},
};
