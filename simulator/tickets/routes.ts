import type { OwnRoute } from '../own-route';
import { caseRoutes } from './case-routes';
import { ticketRoute } from './serve';
import { taskRoutes } from './task-routes';
import { tokenRoute } from './token-route';
import { typeRoutes } from './type-routes';

/** Chapter 17. */
export const tickets: OwnRoute[] = [tokenRoute, ...[...typeRoutes, ...caseRoutes, ...taskRoutes].map(ticketRoute)];
