import type { Resource } from '../../cec/catalogue/operation';
import { accessCode } from './resources/accessCode';
import { agent } from './resources/agent';
import { call } from './resources/call';
import { ivrFlow } from './resources/ivrFlow';
import { platform } from './resources/platform';
import { skillQueue } from './resources/skillQueue';
import { vdn } from './resources/vdn';

/** What the node offers; the first one is what a new node starts with. */
export const catalogue: Resource[] = [skillQueue, agent, call, vdn, accessCode, ivrFlow, platform];
