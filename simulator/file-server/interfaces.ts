import type { OwnRoute } from '../own-route';
import { indexRoutes } from './index-routes';
import { ivrRoutes } from './ivr-routes';
import { playerRoutes, recordingRoutes } from './recording-routes';
import { ccfsRoutes } from './serve';

/** Everything of 13.2.1. */
export const fileServer: OwnRoute[] = [
	...ccfsRoutes([...indexRoutes, ...recordingRoutes, ...ivrRoutes]),
	...playerRoutes,
];
