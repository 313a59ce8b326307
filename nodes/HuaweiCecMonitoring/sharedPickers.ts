/** Lists of 12.3 that other nodes let ids be picked from too; apart, so that those load no more than they need. */
import type { Picker } from '../../cec/catalogue/picker';
import { skillQueue } from './resources/skillQueue';

export const skillQueues: Picker = {
	title: 'skill queues',
	ask: skillQueue.operations.getMany,
	entry: ({ id, name }) => ({ id, name: [name, id].filter((part) => part !== undefined && part !== '').join(' · ') }),
};
