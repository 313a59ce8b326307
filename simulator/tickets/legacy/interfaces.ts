import type { Interface } from '../../interface';
import { legacyCases } from './case-routes';
import { legacyTasks } from './task-routes';

/** Chapter 16. */
export const legacyTickets: Interface[] = [...legacyCases, ...legacyTasks];
