/** What the trigger can watch, by the value of "Trigger On". */
import type { Kind } from './kind';
import { missedCall } from './missedCall';

export const kinds: Record<string, Kind> = { missedCall };
