import type { OwnRoute } from '../own-route';
import { agents } from './agents';
import { cmsRoutes } from './serve';
import { skillQueues } from './skill-queues';

export const monitoring: OwnRoute[] = cmsRoutes([...skillQueues, ...agents]);
