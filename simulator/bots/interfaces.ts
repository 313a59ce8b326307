import { tokenRoute } from './admission/token-route';
import type { OwnRoute } from '../own-route';
import type { BotInterface } from './bot-interface';
import { configurationRoutes } from './configuration/routes';
import { dialogRoutes } from './dialog/routes';
import { faqRoutes } from './faqs/faq-routes';
import { faqGroupRoutes } from './faqs/group-routes';
import { health } from './health';
import { recognitionRoutes } from './recognition/routes';
import { recordRoutes } from './records/routes';
import { reportRoutes } from './reports/routes';
import { rpaRoutes } from './rpa/routes';
import { silentAgentRoutes } from './silent-agents/routes';
import { serveBot } from './serve';
import { speechRoutes } from './speech/routes';
import { understandingRoutes } from './understanding/routes';

/** Chapter 10 and its way in, 4.4. */
const interfaces: BotInterface[] = [
	...tokenRoute,
	...configurationRoutes,
	...dialogRoutes,
	...recordRoutes,
	...faqGroupRoutes,
	...faqRoutes,
	...understandingRoutes,
	...silentAgentRoutes,
	...recognitionRoutes,
	...reportRoutes,
	...rpaRoutes,
	...speechRoutes,
	...health,
];

export const botRoutes: OwnRoute[] = interfaces.map((one) => ({
	section: one.section,
	method: one.method,
	path: one.path,
	serve: (world, request) => serveBot(world, one, request),
}));
