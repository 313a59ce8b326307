import type { Case } from '../case';
import { legacyTaskCases } from './legacyTask';
import { legacyTicketCases } from './legacyTicket';
import { taskCases } from './task';
import { ticketCases as currentTicketCases } from './ticket';
import { ticketTypeCases } from './ticketType';

export const ticketCases: Record<string, Case> = {
	...currentTicketCases,
	...taskCases,
	...ticketTypeCases,
	...legacyTicketCases,
	...legacyTaskCases,
};
