import { choices, pick } from '../../../cec/catalogue/field';
import { readList } from '../../../cec/formats/lists';
import { rpaQueueItem } from '../../HuaweiCecBotManagement/resources/rpaQueueItem';
import type { Kind } from './kind';

const list = rpaQueueItem.operations.getMany;
const { inactived, priority, status } = list.body?.conditions.spec.fields ?? {};

/** CEC lists a whole queue, with when an item was made, but not when a robot was done with it. */
export const rpaItem: Kind = {
	name: 'RPA Item',
	description: 'An item of a queue that a robot has done, or that has come to another status',
	list,
	fields: {
		jobUid: pick('rpaJobs', 'RPA Job', 'Its queue is then in the list below').shown(),
		queueUid: pick('rpaQueues', 'Queue', 'The queue of the job; "queueUid" of RPA Job > Get').required(),
		status: choices('Status', status.spec.options ?? {}, 'An item is told once with each of these').startsAs(['failed', 'success']).required(),
		activity: inactived,
		priority,
	},
	watch: { hours: 744, most: 8784, hint: 'Hours after its creation in which it is told that an item has come to a status' },
	mostRows: 5000,
	requests: ({ queueUid, status: statuses, activity, priority: only }) =>
		readList(statuses).map((one) => ({ conditions: { queueUid, status: one, inactived: activity, priority: only } })),
	keysOf: ({ uid, status: now }) => [[uid, now]],
	timeOf: ({ createdAt }) => createdAt,
};
