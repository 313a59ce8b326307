/** Where flows and bots answer. They stand by themselves: whoever only talks to a bot needs no other list. */
import type { Picker } from '../../cec/catalogue/picker';
import { dialogBinding } from './resources/dialogBinding';

/** Of the flows of one source. */
export const accessCodes: Picker = {
	title: 'access codes',
	ask: dialogBinding.operations.getMany,
	needs: { source: 'source' },
	of: 'source',
	entry: ({ accessCode: id, chatBotName, flowName }) => ({ id, name: `${String(id)} · ${String(chatBotName || flowName || id)}` }),
};

/** Of bots, whose flows are drawn in the console. */
export const botAccessCodes: Picker = { ...accessCodes, given: { source: 'OIFDE' }, needs: {} };
