/** The lists from which ids are picked; those of the Agent Workspace. */
import type { Pickers } from '../../cec/catalogue/picker';
import { agents, skillQueues } from '../HuaweiCecAgentWorkspace/pickers';

export const pickers: Pickers = { agents, skillQueues };
