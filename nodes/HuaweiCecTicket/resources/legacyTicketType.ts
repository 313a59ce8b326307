import { entries, WHOLE } from '../../../cec/catalogue/answer';
import { resource } from '../../../cec/catalogue/operation';
import { legacyTickets } from '../../../cec/families/tickets';
import { oldOperation, TICKETS } from './legacyShared';

export const legacyTicketType = resource('legacyTicketType', 'Ticket Type (Legacy)', legacyTickets, {
	getMany: oldOperation('16.1.3', {
		name: 'Get Many',
		action: 'Get many legacy ticket types',
		description: 'Get the types of old tickets, each with its code',
		request: `GET ${TICKETS}/casetypes`,
		risk: 'read',
		answer: entries(WHOLE),
		errata: [
			{
				printed: 'A query by name, code or RPA task, without parameters for it',
				sent: 'a query for all types',
				why: 'Neither a table nor the sample has such a parameter.',
			},
		],
	}),
});
