/** Everything the Ticket node offers. */
import type { Resource } from '../../cec/catalogue/operation';
import { legacyTask } from './resources/legacyTask';
import { legacyTicket } from './resources/legacyTicket';
import { legacyTicketType } from './resources/legacyTicketType';
import { task } from './resources/task';
import { ticket } from './resources/ticket';
import { ticketType } from './resources/ticketType';

/** The first one is what a new node starts with. */
export const catalogue: Resource[] = [ticket, task, ticketType, legacyTicket, legacyTask, legacyTicketType];
