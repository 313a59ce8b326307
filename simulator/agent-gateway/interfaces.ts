import type { Interface } from '../interface';
import { agentQueries } from './agent-queries';
import { noteRoute } from './note-route';
import { pollRoute } from './poll-route';
import { queueQueries } from './queue-queries';
import { sessionRoutes } from './session-routes';
import { settingRoutes } from './setting-routes';
import { signInRoutes } from './sign-in-routes';
import { skillQueries } from './skill-queries';
import { stateRoutes } from './state-routes';
import { syncRoute } from './sync-route';

/** What an agent who is signed in to the gateway may do outside of calls (C4). */
export const agentGateway: Interface[] = [
	...signInRoutes,
	...sessionRoutes,
	...stateRoutes,
	...settingRoutes,
	...skillQueries,
	...noteRoute,
	...syncRoute,
	...pollRoute,
	...queueQueries,
	...agentQueries,
];
