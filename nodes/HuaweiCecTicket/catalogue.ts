/** Everything the Ticket node offers. */
import type { Resource } from '../../cec/catalogue/operation';
import { ticketType } from './resources/ticketType';

export const catalogue: Resource[] = [ticketType];
