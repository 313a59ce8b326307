import { entries, first, nameOf, parsed, timeOf, type DerivedFields } from '../../../cec/catalogue/answer';
import { choice, dateTime, json, pick, rows, rowsOrJson, section, text, type Fields } from '../../../cec/catalogue/field';
import { operation, resource, type Operation, type Waiting } from '../../../cec/catalogue/operation';
import { bots } from '../../../cec/families/bots';
import { isRecord } from '../../../cec/formats/paths';
import { isGiven, listOfOne, pagedForRobots } from './rpaJob';
import { tenant } from './shared';

const API = '/oifde/rest/api/rpa';

const STATUS = { failed: 'Failed', init: 'Waiting', processing: 'In Progress', success: 'Succeeded' };
const PRIORITY = { high: 'High', low: 'Low', normal: 'Normal' };
const ACTIVITY = { active: 'Active', inactive: 'Inactive' };

const jobUid = pick('rpaJobs', 'RPA Job', 'Its queue is then in the list below').notSent().shown();
const queueUid = pick('rpaQueues', 'Queue', 'The queue of the job; "queueUid" of RPA Job > Get');
const tag = text('Tag', 'No other item of the queue has it').max(32);

const inWords: DerivedFields = {
	statusName: nameOf('status', STATUS),
	createdAt: timeOf('createTime', 'epochMillis'),
	plannedStart: timeOf('expectStartTime', 'epochMillis'),
	plannedEnd: timeOf('expectEndTime', 'epochMillis'),
	input: parsed('inputJsonData'),
	output: parsed('outputJsonData'),
};

const input: Fields = rowsOrJson(
	'inputJsonData',
	rows('Input', 'Field', { name: text('Name').required(), value: text('Value').orEmpty() })
		.asPairs('name', 'value')
		.asJsonText()
		.maxEach(65_535)
		.shown(),
	'What the robot gets, such as { "caseId": "4711" }',
	json('Input').asJsonText().max(65_535).shown(),
);

/** The item that was made, whatever the answer has around it. */
function uidIn({ queueData }: Record<string, unknown>): string | undefined {
	const [made] = [queueData].flat();
	return isRecord(made) && isGiven(made.uid) ? String(made.uid) : undefined;
}

const untilDone = (ask: () => Operation): Waiting => ({
	toggle: { label: 'Wait Until Done', hint: 'Whether to wait until a robot has done the work, and return what it put out' },
	what: (answer) => `The item ${uidIn(answer) ?? ''}`.trim(),
	ask,
	given: (_values, answer) => {
		const uid = uidIn(answer);
		return uid === undefined ? undefined : { conditions: { uid } };
	},
	read: ({ status, failedReason }) => {
		if (status === 'success') return { state: 'done' };
		return status === 'failed' ? { state: 'failed', reason: String(failedReason ?? '') } : { state: 'running' };
	},
	everyMs: 5000,
	minutes: 10,
	endedAs: 'isDone',
	remedy: 'Look at "failedReasonDetail" with RPA Queue Item > Get Many.',
	together: true,
});

/** Work that waits for a robot. */
export const rpaQueueItem = resource('rpaQueueItem', 'RPA Queue Item', bots, {
	getMany: operation('10.20.4', {
		name: 'Get Many',
		action: 'Get many RPA queue items',
		description: 'Get the items of a queue, with what came of them',
		request: `POST ${API}/queryRpaQueueData`,
		risk: 'read',
		body: {
			...tenant,
			jobUid,
			conditions: section({
				queueUid: queueUid.shown(),
				uid: pick('rpaQueueItems', 'Item').named('itemUid'),
				queueName: text('Queue Name', 'The exact name, where no queue is picked').max(32),
				tag,
				status: choice('Status', STATUS),
				inactived: choice('Activity', ACTIVITY, 'Only active items when this is not set').startsAs('active'),
				priority: choice('Priority', PRIORITY).startsAs('normal'),
			}).required(),
		},
		check: ({ conditions }) => {
			const { uid, queueUid: queue, queueName } = isRecord(conditions) ? conditions : {};
			return [uid, queue, queueName].some(isGiven) ? undefined : 'Give a "Queue", a "Queue Name" or an "Item"';
		},
		page: pagedForRobots,
		answer: entries('queueData', { adds: inWords }),
	}),

	create: operation('10.20.3', {
		name: 'Create',
		action: 'Create an RPA queue item',
		description: 'Give a robot something to do, and get what came of it',
		request: `POST ${API}/createRpaQueueData`,
		risk: 'write',
		body: {
			...tenant,
			jobUid,
			queueUid: queueUid.required(),
			...input,
			tag,
			priority: choice('Priority', PRIORITY).startsAs('normal'),
			expectStartTime: dateTime('Planned Start').as('epochMillis'),
			expectEndTime: dateTime('Planned End').as('epochMillis'),
			description: text('Description').max(100),
		},
		answer: first('queueData', { adds: inWords }),
		wait: untilDone((): Operation => rpaQueueItem.operations.getMany),
		findOut: 'Look at the items of the queue with "Get Many"; a "Tag" tells them apart.',
		errata: [
			listOfOne('queueData'),
			{ printed: 'inputJsonData a text in the table, an object in the sample', sent: 'JSON in a text', why: 'So the table, and the answers of both samples.' },
		],
	}),
});
