import type { Resource } from '../../cec/catalogue/operation';
import { call } from './resources/call';
import { callResult } from './resources/callResult';
import { contactRecord } from './resources/contactRecord';
import { itaCall } from './resources/itaCall';
import { recording } from './resources/recording';
import { softphone } from './resources/softphone';
import { twoPartyCall } from './resources/twoPartyCall';
import { voiceFile } from './resources/voiceFile';
import { voiceNotification } from './resources/voiceNotification';

/** What the node offers; the first one is what a new node starts with. */
export const catalogue: Resource[] = [
	twoPartyCall,
	voiceNotification,
	call,
	callResult,
	recording,
	softphone,
	voiceFile,
	contactRecord,
	itaCall,
];
