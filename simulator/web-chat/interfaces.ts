import type { Interface } from '../interface';
import { callRoutes } from './call-routes';
import { chatRoutes } from './chat-routes';
import { fileRoutes } from './file-routes';
import { otherRoutes } from './other-routes';
import { ratingRoutes } from './rating-routes';
import { tokenRoute } from './token-route';

/** Chapter 11. */
export const webChatInterfaces: Interface[] = [
	tokenRoute,
	...chatRoutes,
	...fileRoutes,
	...callRoutes,
	...ratingRoutes,
	...otherRoutes,
];
