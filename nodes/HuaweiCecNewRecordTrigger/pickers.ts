/** The lists from which the New Record Trigger lets ids be picked. */
import { label, type Pickers } from '../../cec/catalogue/picker';
import { pickers as botPickers } from '../HuaweiCecBotManagement/pickers';
import { accessCodes } from '../HuaweiCecMonitoring/sharedPickers';

const { botAccessCodes, rpaJobs, rpaQueues } = botPickers;

export const pickers: Pickers = {
	botAccessCodes,
	/** By the number that customers call, which is what calls tell. */
	calledNumbers: {
		...accessCodes,
		entry: ({ accessCode: id, codeDescription }) => ({ id, name: label(id, codeDescription) }),
	},
	rpaJobs,
	rpaQueues,
};
