/** What the trigger can watch, by the value of "Trigger On". */
import { botConversation } from './botConversation';
import { finishedInspection } from './finishedInspection';
import type { Kind } from './kind';
import { missedCall } from './missedCall';
import { rpaItem } from './rpaItem';

export const kinds: Record<string, Kind> = { botConversation, finishedInspection, missedCall, rpaItem };
