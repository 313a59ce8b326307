import type { Resource } from '../../cec/catalogue/operation';
import { conversation } from './resources/conversation';
import { dialogStep } from './resources/dialogStep';
import { silentAgent } from './resources/silentAgent';

/** What the node offers; the first one is what a new node starts with. */
export const catalogue: Resource[] = [conversation, dialogStep, silentAgent];
