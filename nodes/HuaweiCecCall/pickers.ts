/** The lists from which the Call node lets ids be picked. */
import { label, type Picker, type Pickers } from '../../cec/catalogue/picker';
import { accessCodes, agentIds } from '../HuaweiCecAgent/sharedPickers';
import { softphone } from './resources/softphone';
import { voiceFile } from './resources/voiceFile';

const voices = (title: string, type: number): Picker => ({
	title,
	ask: voiceFile.operations.getMany,
	given: { type },
	entry: ({ voice_id: id, name }) => ({ id, name: label(name, id) }),
});

export const pickers: Pickers = {
	accessCodes,
	agentIds,
	softphones: {
		title: 'softphones',
		ask: softphone.operations.getMany,
		entry: ({ phoneNum, remark }) => ({ id: phoneNum, name: label(phoneNum, remark) }),
	},
	voiceFiles: voices('voice files', 0),
	voiceTemplates: voices('text templates', 2),
};
