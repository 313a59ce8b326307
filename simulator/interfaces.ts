import { agentCallInterfaces } from './agent-calls/interfaces';
import { agentGateway } from './agent-gateway/interfaces';
import { botRoutes } from './bots/interfaces';
import { callInterfaces } from './calls/interfaces';
import { itaReports } from './calls/ita';
import { callLog } from './campaigns/call-log';
import { blocklist } from './campaigns/blocklist';
import { businessResultRoutes, campaignRoutes } from './campaigns/campaign-routes';
import { displayResults } from './campaigns/display-results';
import { files } from './campaigns/files';
import { holidays } from './campaigns/holidays';
import { numbers } from './campaigns/numbers';
import { results } from './campaigns/results';
import { monitoring } from './cms/interfaces';
import { accounts } from './contact-centre/accounts';
import { appSettings } from './contact-centre/app-settings';
import { calledRoutes } from './contact-centre/called-routes';
import { ivrFlows } from './contact-centre/ivr-flows';
import { mobileAnswering } from './contact-centre/mobile-answering';
import { skillQueues } from './contact-centre/skill-queues';
import { fileServer } from './file-server/interfaces';
import { login } from './gateway/login';
import { subscriptionRoutes } from './gateway/subscription-routes';
import type { Interface } from './interface';
import { knowledge } from './knowledge/routes';
import type { OwnRoute } from './own-route';
import { openRoutes } from './platform/open-routes';
import { softwareCloud } from './platform/software-cloud';
import { userRoutes } from './platform/users';
import { qualityInterfaces } from './sqm/interfaces';
import { statistics } from './statistics/interfaces';
import { supervision } from './supervision/interfaces';
import { surveys } from './surveys/routes';
import { legacyTickets } from './tickets/legacy/interfaces';
import { tickets } from './tickets/routes';
import { webChatInterfaces } from './web-chat/interfaces';

/** Signed with access key and secret key (C2). */
export const campaignInterfaces: Interface[] = [
	...campaignRoutes,
	...businessResultRoutes,
	...holidays,
	...blocklist,
	...numbers,
	...files,
	...results,
	...displayResults,
	...callLog,
];

/** Opened with a token (C1). */
export const managementInterfaces: Interface[] = [
	...accounts,
	...skillQueues,
	...calledRoutes,
	...ivrFlows,
	...mobileAnswering,
	...appSettings,
	...callInterfaces,
	...surveys,
	...userRoutes,
	...legacyTickets,
	...qualityInterfaces,
	...webChatInterfaces,
];

/** Signed by ITA (6.2.13). */
export const itaInterfaces: Interface[] = [...itaReports];

/** Opened with the Guid of a signed-in agent of the gateway (C4). */
export const agentInterfaces: Interface[] = [...agentGateway, ...agentCallInterfaces, ...supervision];

/** Opened with the Guid of an administrator of the gateway (C5). */
export const gatewayInterfaces: Interface[] = [...login, ...subscriptionRoutes];

/** Families that look at their requests themselves. */
export const ownRoutes: OwnRoute[] = [
	...botRoutes,
	...fileServer,
	...knowledge,
	...monitoring,
	...openRoutes,
	...softwareCloud,
	...statistics,
	...tickets,
];
