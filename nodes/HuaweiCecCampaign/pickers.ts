/** The lists from which the Campaign node lets ids be picked. */
import type { Picker, Pickers } from '../../cec/catalogue/picker';
import { accessCodes, ivrAccessCodes, skillQueues } from '../HuaweiCecAgent/sharedPickers';
import { businessResult } from './resources/businessResult';
import { campaign } from './resources/campaign';
import { displayResult } from './resources/displayResult';
import { fileServer } from './resources/fileServer';
import { holiday } from './resources/holiday';
import { numberType } from './resources/number';

const displayResults: Picker = {
	title: 'display results',
	ask: displayResult.operations.getMany,
	entry: ({ resultCode, displayResult: shownAs }) => ({ id: resultCode, name: `${String(shownAs)} · ${String(resultCode)}` }),
};

export const pickers: Pickers = {
	accessCodes,
	businessResults: {
		title: 'business results',
		ask: businessResult.operations.getMany,
		entry: ({ code, name }) => ({ id: code, name: `${String(name)} · ${String(code)}` }),
	},
	campaigns: {
		title: 'campaigns',
		ask: campaign.operations.getMany,
		given: { status: 0, deviceType: 0 },
		search: 'name',
		entry: ({ id, name }) => ({ id, name: `${String(name)} · ${String(id)}` }),
	},
	displayResults,
	displayResultIds: {
		...displayResults,
		entry: ({ defId, displayResult: shownAs }) => ({ id: defId, name: `${String(shownAs)} · ${String(defId)}` }),
	},
	fileServers: {
		title: 'file servers',
		ask: fileServer.operations.getMany,
		entry: ({ serverId, ip, filePath, userName }) => ({
			id: serverId,
			name: `${String(userName ?? '')}@${String(ip ?? '?')}:${String(filePath ?? '')}`,
		}),
	},
	holidays: {
		title: 'holidays',
		ask: holiday.operations.getMany,
		needs: { campaignId: 'campaignId' },
		of: 'campaign',
		entry: ({ id, name }) => ({ id, name: String(name) }),
	},
	ivrAccessCodes,
	numberTypes: {
		title: 'number types',
		ask: numberType.operations.getMany,
		entry: ({ value }) => ({ id: value, name: String(value) }),
	},
	resultCodes: {
		title: 'result codes',
		ask: displayResult.operations.getManyCodes,
		entry: ({ obsCode, obsCodeDesc }) => ({ id: obsCode, name: `${String(obsCode)} · ${String(obsCodeDesc)}` }),
	},
	skillQueues,
};
