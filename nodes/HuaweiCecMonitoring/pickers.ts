/** The lists from which the Monitoring node lets ids be picked. */
import type { Pickers } from '../../cec/catalogue/picker';
import { accessCodes, agents, ivrFlows, skillQueues } from './sharedPickers';

export const pickers: Pickers = { accessCodes, agents, ivrFlows, skillQueues };
