/** The lists from which the Quality Rules node lets ids be picked. */
import type { Picker, Pickers } from '../../cec/catalogue/picker';
import { scoringProfile } from './resources/scoringProfile';

/** CEC wants to know in whose name a list is read, too. */
const forUser: Pick<Picker, 'needs' | 'of'> = { needs: { 'x-UserId': 'actingUserId' }, of: 'acting user' };

export const pickers: Pickers = {
	scoringProfiles: {
		...forUser,
		title: 'scoring profiles',
		ask: scoringProfile.operations.getMany,
		entry: ({ id, name }) => ({ id, name: String(name) }),
	},
};
