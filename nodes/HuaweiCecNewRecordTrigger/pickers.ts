/** The lists from which the New Record Trigger lets ids be picked. */
import type { Pickers } from '../../cec/catalogue/picker';
import { accessCodes } from '../HuaweiCecMonitoring/sharedPickers';

export const pickers: Pickers = {
	/** By the number that customers call, which is what calls tell. */
	calledNumbers: {
		...accessCodes,
		entry: ({ accessCode: id, codeDescription }) => ({ id, name: [id, codeDescription].filter(Boolean).join(' · ') }),
	},
};
