import type { Resource } from '../../cec/catalogue/operation';
import { call } from './resources/call';
import { callData } from './resources/callData';
import { chat } from './resources/chat';
import { colleague } from './resources/colleague';
import { conference } from './resources/conference';
import { queue } from './resources/queue';
import { session } from './resources/session';
import { state } from './resources/state';

/** What the node offers; the first one is what a new node starts with. */
export const catalogue: Resource[] = [session, state, queue, call, callData, chat, conference, colleague];
