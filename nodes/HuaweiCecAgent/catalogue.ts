import type { Resource } from '../../cec/catalogue/operation';
import { accessCode } from './resources/accessCode';
import { agent } from './resources/agent';
import { appSettings } from './resources/appSettings';
import { calledRoute } from './resources/calledRoute';
import { ivrFlow } from './resources/ivrFlow';
import { mobileAnswering } from './resources/mobileAnswering';
import { phoneNumber } from './resources/phoneNumber';
import { satisfaction } from './resources/satisfaction';
import { skillQueue } from './resources/skillQueue';
import { softphone } from './resources/softphone';
import { voiceFile } from './resources/voiceFile';

/** What the node offers; the first one is what a new node starts with. */
export const catalogue: Resource[] = [
	agent,
	skillQueue,
	accessCode,
	calledRoute,
	phoneNumber,
	ivrFlow,
	satisfaction,
	voiceFile,
	softphone,
	mobileAnswering,
	appSettings,
];
