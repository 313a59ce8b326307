import type { Interface } from '../interface';
import { pollRoute } from './poll-route';
import { sessionRoutes } from './session-routes';
import { signInRoutes } from './sign-in-routes';

/** What an agent who is signed in to the gateway may do outside of calls (C4). */
export const agentGateway: Interface[] = [...signInRoutes, ...sessionRoutes, ...pollRoute];
