import type { Resource } from '../../cec/catalogue/operation';
import { chatMessage } from './resources/chatMessage';
import { chatStep } from './resources/chatStep';
import { clickToCall } from './resources/clickToCall';
import { conversation } from './resources/conversation';
import { customerResource } from './resources/customer';
import { email } from './resources/email';
import { file } from './resources/file';
import { phrase } from './resources/phrase';
import { satisfaction } from './resources/satisfaction';
import { whatsAppMessage } from './resources/whatsAppMessage';

/** What the node offers; the first one is what a new node starts with. */
export const catalogue: Resource[] = [
	conversation,
	chatMessage,
	chatStep,
	clickToCall,
	customerResource,
	email,
	file,
	phrase,
	satisfaction,
	whatsAppMessage,
];
