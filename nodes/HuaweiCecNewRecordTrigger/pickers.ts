/** The lists from which the New Record Trigger lets ids be picked. */
import type { Pickers } from '../../cec/catalogue/picker';
import { pickers as botPickers } from '../HuaweiCecBotManagement/pickers';
import { accessCodes } from '../HuaweiCecMonitoring/sharedPickers';

const { botAccessCodes, rpaJobs, rpaQueues } = botPickers;

export const pickers: Pickers = {
	botAccessCodes,
	/** By the number that customers call, which is what calls tell. */
	calledNumbers: {
		...accessCodes,
		entry: ({ accessCode: id, codeDescription }) => ({ id, name: [id, codeDescription].filter(Boolean).join(' · ') }),
	},
	rpaJobs,
	rpaQueues,
};
