import type { Interface } from '../interface';
import { answerRoutes } from './answer-routes';
import { beginRoutes } from './begin-routes';
import { chatRoutes } from './chat-routes';
import { conferenceRoutes } from './conference-routes';
import { dataRoutes } from './data-routes';
import { talkRoutes } from './talk-routes';
import { videoRoutes } from './video-routes';

/** Calls of agents, and what is known about them (6.1.2, 6.1.3); chats (6.1.5) and conferences (6.1.6). */
export const agentCallInterfaces: Interface[] = [
	...beginRoutes,
	...answerRoutes,
	...talkRoutes,
	...videoRoutes,
	...dataRoutes,
	...chatRoutes,
	...conferenceRoutes,
];
