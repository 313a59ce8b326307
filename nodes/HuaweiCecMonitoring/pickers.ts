/** The lists from which the Monitoring node lets ids be picked. */
import type { Pickers } from '../../cec/catalogue/picker';
import { skillQueues } from './sharedPickers';

export const pickers: Pickers = { skillQueues };
