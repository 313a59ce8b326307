import type { Resource } from '../../cec/catalogue/operation';
import { agent } from './resources/agent';
import { skillQueue } from './resources/skillQueue';

/** What the node offers; the first one is what a new node starts with. */
export const catalogue: Resource[] = [skillQueue, agent];
