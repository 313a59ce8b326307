import type { Resource } from '../../cec/catalogue/operation';
import { agentOperation } from './resources/agentOperation';
import { callRecord } from './resources/callRecord';
import { ivrFile } from './resources/ivrFile';
import { recording } from './resources/recording';
import { voicemail } from './resources/voicemail';

/** What the node offers; the first one is what a new node starts with. */
export const catalogue: Resource[] = [recording, callRecord, agentOperation, voicemail, ivrFile];
