/** The lists from which the Ticket node lets ids be picked. */
import type { Pickers } from '../../cec/catalogue/picker';
import { ticketType } from './resources/ticketType';

export const pickers: Pickers = {
	ticketTypes: {
		title: 'ticket types',
		ask: ticketType.operations.getMany,
		search: 'typeName',
		entry: ({ id, typeName }) => ({ id, name: String(typeName) }),
	},
};
