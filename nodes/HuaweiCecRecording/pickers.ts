/** The lists from which the Recording node lets ids be picked. */
import type { Pickers } from '../../cec/catalogue/picker';
import { agentIds } from '../HuaweiCecAgent/sharedPickers';
import { tenants } from '../HuaweiCecStatistics/sharedPickers';

export const pickers: Pickers = { agents: agentIds, tenants };
