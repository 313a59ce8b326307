/** The lists from which the Web Chat node lets ids be picked. */
import { label, type Pickers } from '../../cec/catalogue/picker';
import { isRecord } from '../../cec/formats/paths';
import { accessCodes } from '../HuaweiCecAgent/sharedPickers';
import { satisfaction } from './resources/satisfaction';

export const pickers: Pickers = {
	accessCodes,
	satisfactionLevels: {
		title: 'levels',
		ask: satisfaction.operations.getLevels,
		// They are those of the tenant space, for whatever customer they are asked.
		given: { userId: 'n8n' },
		needs: { channelId: 'channelId' },
		of: 'channel',
		entry: ({ satisfactionLevel }) =>
			(Array.isArray(satisfactionLevel) ? satisfactionLevel : [])
				.filter(isRecord)
				.map(({ satisfactionLevelKey: id, satisfactionLevelDesc: name }) => ({ id, name: label(name, id) })),
	},
};
