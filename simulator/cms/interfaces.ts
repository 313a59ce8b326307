import type { OwnRoute } from '../own-route';
import { agents } from './agents';
import { calls } from './calls';
import { platform } from './platform';
import { cmsRoutes } from './serve';
import { skillQueues } from './skill-queues';
import { vdn } from './vdn';

export const monitoring: OwnRoute[] = cmsRoutes([...vdn, ...skillQueues, ...agents, ...calls, ...platform]);
