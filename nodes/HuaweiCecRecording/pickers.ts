/** The lists from which the Recording node lets ids be picked. */
import type { Pickers } from '../../cec/catalogue/picker';
import { agentIds } from '../HuaweiCecAgent/sharedPickers';

export const pickers: Pickers = { agents: agentIds };
